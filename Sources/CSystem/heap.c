#define _DEFAULT_SOURCE
#include "CSystem.h"
#include <malloc.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

// What a run on a list of some ten thousand names needs. Pages that are never touched cost nothing.
enum { ROOM = 64 << 20 };
// The size of a large page of x86-64, and of arm64 with pages of 4 KiB.
enum { LARGE_PAGE = 2 << 20 };

// A list is read and indexed in milliseconds, of which first touches of small pages, and of blocks that were given
// back to the system between two steps, were a third.
void weir_prepare_heap(void) {
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    // The first block that has no room makes the room.
    mallopt(M_TOP_PAD, ROOM);
    void *block = malloc(1 << 20);
    mallopt(M_TOP_PAD, 4 << 20);
    if (!block) return;
    uintptr_t start = ((uintptr_t)block + LARGE_PAGE - 1) & ~(uintptr_t)(LARGE_PAGE - 1);
    uintptr_t end = (uintptr_t)sbrk(0);
    // Where the system gives no large pages, nothing changes.
    if (start < end && end - start <= 2 * ROOM) madvise((void *)start, end - start, MADV_HUGEPAGE);
    free(block);
}
