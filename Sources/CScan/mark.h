// What becomes of a block's bits, whichever instructions found them.
#pragma once
#include "CScan.h"

/// What is carried from block to block.
typedef struct {
    weir_quotes quotes;
    /// 1 where the last byte is a quote that closes a field.
    uint64_t has_closed;
    uint64_t loose;
    /// Not 0 where the last byte isn't ASCII, so that the next one may belong to it.
    uint64_t awaits;
    /// Whether something isn't known to be UTF-8.
    bool is_doubtful;
} mark_state;

/// The bits of a block's quotes with their parity, of its delimiters, CRs and LFs, and of the CRs and LFs alone.
typedef struct { uint64_t quotes, parity, openers, line_ends; } mark_bits;

/// `count` is how many bytes there are, and `there` are their bits.
WEIR_INLINE weir_marks mark_block(mark_state *state, mark_bits bits, unsigned count, uint64_t there) {
    weir_inside found = weir_follow_parity(&state->quotes, bits.quotes, bits.parity, bits.openers, count);
    state->loose |= (found.closing << 1 | state->has_closed) & ~(bits.openers | bits.quotes) & there;
    state->has_closed = found.closing >> 63;
    return (weir_marks){
        bits.openers & ~bits.line_ends & ~found.inside, bits.line_ends & ~found.inside,
        bits.line_ends & found.inside};
}

#if defined(__x86_64__)
/// Marks whole blocks.
void mark_wide(mark_state *state, const uint8_t *bytes, size_t blocks, uint8_t delimiter, weir_marks *marks);
#endif
