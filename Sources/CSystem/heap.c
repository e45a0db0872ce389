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
// Blocks from this size on are pieces of their own; while tables are built none are.
enum { PIECE = 512 << 10, PIECE_WHILE_BUILDING = 32 << 20 };
// What is taken beyond a block that has no room. A worker's first blocks of zeros are written if they fit into it.
enum { BEYOND = 128 << 10, BEYOND_WHILE_BUILDING = 4 << 20 };

static void *before;

// A list is read and indexed in milliseconds, of which first touches of small pages, and of blocks that were given
// back to the system between two steps, were a third.
void weir_begin_building(void) {
    mallopt(M_MMAP_THRESHOLD, PIECE_WHILE_BUILDING);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    // The first block that has no room makes the room.
    mallopt(M_TOP_PAD, ROOM);
    void *block = malloc(1 << 20);
    mallopt(M_TOP_PAD, BEYOND_WHILE_BUILDING);
    if (!block) return;
    uintptr_t start = ((uintptr_t)block + LARGE_PAGE - 1) & ~(uintptr_t)(LARGE_PAGE - 1);
    uintptr_t end = (uintptr_t)sbrk(0);
    free(block);
    if (start >= end || end - start > 2 * ROOM) return;
    // Where the system gives no large pages, nothing changes.
    madvise((void *)start, end - start, MADV_HUGEPAGE);
    // What lies before them is left for later.
    if (start > (uintptr_t)block) before = malloc(start - (uintptr_t)block);
}

void weir_end_building(void) {
    free(before);
    before = NULL;
    mallopt(M_MMAP_THRESHOLD, PIECE);
    mallopt(M_TOP_PAD, BEYOND);
    // A third of what was taken is free again, in pieces, and workers take theirs elsewhere.
    malloc_trim(0);
}
