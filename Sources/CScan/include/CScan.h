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

/// Whether the processor has AVX2 and what came with it; only then may `is_wide` be true below.
bool weir_is_wide(void);

/// What is found out about bytes while they are marked.
typedef struct {
    /// Whether something other than a delimiter, a line end or a quote follows a quote that closes a field.
    bool is_loose;
    /// Whether the bytes are known to be valid UTF-8 as far as they go: whether a sequence at their end is cut off isn't
    /// said. Where this is false they may still be; without vectors it is true of ASCII alone.
    bool is_utf8;
} weir_marked;

/// Marks the blocks of bytes from the first on; the last block may be short.
///
/// `quotes` is the state before the first byte, and becomes the state after the last one, from which a later call goes
/// on; `marks` has room for (count + 63) / 64 blocks. What is said of the bytes doesn't reach over two calls. Linear in
/// the bytes, whatever they are. `is_wide` is what `weir_is_wide` says, or false.
weir_marked weir_mark(const uint8_t *bytes, size_t count, uint8_t delimiter, weir_quotes *quotes, weir_marks *marks,
                      bool is_wide);

/// The number of bits that are set.
WEIR_INLINE intptr_t weir_count(uint64_t bits) { return __builtin_popcountll(bits); }

/// The lowest bit that is set; one is.
WEIR_INLINE intptr_t weir_first(uint64_t bits) { return __builtin_ctzll(bits); }

enum {
    /// How many places more than there are `weir_places` may write.
    WEIR_PLACES_SPARE = 4
};

/// Notes the places of the `count` bits that are set, counted from `origin`.
///
/// Most blocks have few delimiters, and a loop over just these would be mispredicted in every block: so places are
/// written four at a time, whether they are there or not.
WEIR_INLINE void weir_places(uint64_t bits, intptr_t count, intptr_t origin, intptr_t *places) {
    intptr_t written = 0;
    do {
        for (int i = 0; i < WEIR_PLACES_SPARE; i++) {
            // What is noted when none is left is nobody's; the processor's instruction says 64, too.
            places[written++] = origin + (bits != 0 ? weir_first(bits) : WEIR_BLOCK);
            bits &= bits - 1;
        }
    } while (written < count);
}

/// Where a record ends.
typedef struct {
    /// How many delimiters it has.
    intptr_t delimiters;
    /// The place of its line end, counted from the first block; -1 where the blocks have none.
    intptr_t line_end;
    /// Not 0 where line ends stand in it inside quotes.
    uint64_t inner_line_ends;
} weir_record;

/// Where the ends of a record's first fields are noted, counted from `origin` before the first block.
///
/// There is room for `wanted` and `WEIR_ENDS_SPARE` more: as many as a block has may be noted besides, whatever they are
/// worth.
typedef struct {
    intptr_t *places;
    intptr_t wanted;
    intptr_t origin;
} weir_ends;

enum { WEIR_ENDS_SPARE = WEIR_BLOCK + WEIR_PLACES_SPARE };

/// Finds the first line end from a record's first byte on, `start` bytes behind the first block's, and notes the places
/// of the first delimiters before it, as many as are wanted. Linear in the record's blocks.
weir_record weir_find_end(const weir_marks *marks, size_t blocks, size_t start, const weir_ends *ends,
                          bool is_wide);

/// Notes the places of the first delimiters of a record that has as many as are wanted. Linear in the record's blocks.
void weir_field_ends(const weir_marks *marks, size_t start, const weir_ends *ends, bool is_wide);

/// The number of leading bytes that are valid UTF-8, as Unicode defines it: `count` where all are.
size_t weir_utf8_valid(const uint8_t *bytes, size_t count);
