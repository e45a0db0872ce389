// What the benchmarks need in C: their word material as bytes, and a loop that no Swift compiler changes.
#pragma once
#include <stdint.h>

typedef struct {
    const uint8_t *bytes;
    int64_t count;
} bench_data;

/// Benchmarks/Words/words.csv
bench_data bench_words(void);

typedef struct {
    int64_t fields;
    uint64_t hash;
} bench_fields;

/// Hashes every comma-separated field of some bytes, one byte after the other: the fixed work to which times are set
/// in proportion. Quotes are not looked at.
bench_fields bench_hash_fields(const uint8_t *bytes, int64_t count, bench_fields before);

/// Gives free memory back and sets the peak to what is held now: Linux counts the peak of the process that starts a
/// command as the command's own (proc(5), clear_refs).
void bench_forget_peak(void);

/// How often this thread has asked for memory (malloc, calloc, realloc); 0 where the C library isn't glibc.
int64_t bench_allocations(void);
