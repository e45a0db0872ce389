// What the CSV reader does to every byte: 64 of them at a time, as bits, the first byte the lowest.
//
// Swift has no movemask, and whether its optimiser makes one of a SIMD comparison depends on its mood. So this is C,
// with the instructions that every processor of the architecture has (SSE2, NEON) and plain integers elsewhere.
#pragma once
#include <stdbool.h>
#include <stddef.h>

#include "CScanBlock.h"
#include "CScanQuotes.h"

/// What a block of 64 bytes holds. The bits of bytes that aren't there are 0.
typedef struct {
    /// Those outside quotes.
    uint64_t delimiters;
    /// CR and LF outside quotes.
    uint64_t line_ends;
    /// CR and LF inside quotes.
    uint64_t inner_line_ends;
} weir_marks;

/// Marks the blocks of bytes from the first on; the last block may be short.
///
/// `quotes` is the state before the first byte, and becomes the state after the last one, from which a later call goes
/// on; `marks` has room for (count + 63) / 64 blocks. Returns whether something other than a delimiter, a line end
/// or a quote follows a quote that closes a field; not where they stand in two calls. Linear in the bytes, whatever
/// they are. `may_be_wide` is false only to test what a processor without AVX2 does.
bool weir_mark(const uint8_t *bytes, size_t count, uint8_t delimiter, weir_quotes *quotes, weir_marks *marks,
               bool may_be_wide);

/// The number of bits that are set.
static inline intptr_t weir_count(uint64_t bits) { return __builtin_popcountll(bits); }

/// The lowest bit that is set; one is.
static inline intptr_t weir_first(uint64_t bits) { return __builtin_ctzll(bits); }

enum {
    /// How many ends more than there are `weir_field_ends` may write.
    WEIR_ENDS_SPARE = WEIR_BLOCK + 4
};

/// Notes where the fields of a record end but for the last one: `origin` plus the place of each delimiter.
///
/// `start` is the record's first byte, counted from the first block's; `count` is how many delimiters the record has.
/// `ends` has room for WEIR_ENDS_SPARE more. Most blocks have few delimiters, and a loop over just these would be
/// mispredicted in every block: so four are written whether they are there or not.
static inline void weir_field_ends(const weir_marks *marks, size_t start, intptr_t count, intptr_t origin,
                                   intptr_t *ends) {
    const weir_marks *block = marks + start / WEIR_BLOCK;
    uint64_t bits = block->delimiters & ~0ull << start % WEIR_BLOCK;
    origin += (intptr_t)(start / WEIR_BLOCK * WEIR_BLOCK);
    while (count > 0) {
        intptr_t in_block = weir_count(bits);
        for (int i = 0; i < 4; i++) {
            // The highest bit stands in for one when none is left.
            ends[i] = origin + weir_first(bits | 1ull << 63);
            bits &= bits - 1;
        }
        for (intptr_t i = 4; i < in_block; i++) {
            ends[i] = origin + weir_first(bits);
            bits &= bits - 1;
        }
        ends += in_block;
        count -= in_block;
        origin += WEIR_BLOCK;
        // The block behind the last one is never looked at.
        if (count > 0) bits = (++block)->delimiters;
    }
}

/// The number of leading bytes that are valid UTF-8, as Unicode defines it: `count` where all are.
size_t weir_utf8_valid(const uint8_t *bytes, size_t count);
