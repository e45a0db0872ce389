#include "CBench.h"
#include <stddef.h>
#include <stdlib.h>

// Of this thread: what other threads do is not the work that is measured, and an atomic counter would slow it down.
static _Thread_local int64_t allocations;

#if defined(__GLIBC__)
// An executable's own malloc takes the place of the C library's, which keeps these names for whoever does that. Memory
// is freed by the library's free, which it came from.
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);

void *malloc(size_t size) {
    allocations++;
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
    allocations++;
    return __libc_calloc(count, size);
}

void *realloc(void *block, size_t size) {
    allocations++;
    return __libc_realloc(block, size);
}
#endif

int64_t bench_allocations(void) { return allocations; }
