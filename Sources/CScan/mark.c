#include "CScan.h"

/// What is carried from block to block.
typedef struct {
    weir_quotes quotes;
    /// 1 where the last byte is a quote that closes a field.
    uint64_t has_closed;
    uint64_t loose;
} state;

/// `valid` are the bits of the bytes that are there.
WEIR_INLINE weir_marks mark_block(state *state, weir_block block, unsigned count, uint8_t delimiter, uint64_t valid) {
    uint64_t quotes = weir_equal(block, '"');
    uint64_t delimiters = weir_equal(block, delimiter);
    uint64_t line_ends = weir_either(block, '\n', '\r');
    uint64_t openers = delimiters | line_ends;
    weir_inside found = weir_follow_quotes(&state->quotes, quotes, openers, count);
    state->loose |= (found.closing << 1 | state->has_closed) & ~(openers | quotes) & valid;
    state->has_closed = found.closing >> 63;
    return (weir_marks){delimiters & ~found.inside, line_ends & ~found.inside, line_ends & found.inside};
}

bool weir_mark(const uint8_t *bytes, size_t count, uint8_t delimiter, weir_quotes *quotes, weir_marks *marks) {
    state state = {.quotes = *quotes};
    size_t blocks = count / WEIR_BLOCK;
    for (size_t i = 0; i < blocks; i++)
        marks[i] = mark_block(&state, weir_load(bytes + i * WEIR_BLOCK), WEIR_BLOCK, delimiter, ~0ull);
    unsigned rest = (unsigned)(count % WEIR_BLOCK);
    if (rest > 0) {
        weir_block last = weir_load_short(bytes + blocks * WEIR_BLOCK, rest);
        marks[blocks] = mark_block(&state, last, rest, delimiter, ~(~0ull << rest));
    }
    *quotes = state.quotes;
    return state.loose != 0;
}
