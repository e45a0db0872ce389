#include "mark.h"

WEIR_INLINE mark_bits bits_of(weir_block block, uint8_t delimiter) {
    uint64_t quotes = weir_equal(block, '"');
    return (mark_bits){quotes, weir_parity(quotes), weir_equal(block, delimiter), weir_either(block, '\n', '\r')};
}

static void mark_plain(mark_state *state, const uint8_t *bytes, size_t blocks, uint8_t delimiter, weir_marks *marks) {
    // A copy that no store to the marks can touch stays in registers.
    mark_state local = *state;
    for (size_t i = 0; i < blocks; i++)
        marks[i] = mark_block(&local, bits_of(weir_load(bytes + i * WEIR_BLOCK), delimiter), WEIR_BLOCK, ~0ull);
    *state = local;
}

bool weir_mark(const uint8_t *bytes, size_t count, uint8_t delimiter, weir_quotes *quotes, weir_marks *marks,
               [[maybe_unused]] bool is_wide) {
    mark_state state = {.quotes = *quotes};
    size_t blocks = count / WEIR_BLOCK;
#if defined(__x86_64__)
    if (is_wide)
        mark_wide(&state, bytes, blocks, delimiter, marks);
    else
#endif
        mark_plain(&state, bytes, blocks, delimiter, marks);
    unsigned rest = (unsigned)(count % WEIR_BLOCK);
    if (rest > 0) {
        weir_block last = weir_load_short(bytes + blocks * WEIR_BLOCK, rest);
        marks[blocks] = mark_block(&state, bits_of(last, delimiter), rest, ~(~0ull << rest));
    }
    *quotes = state.quotes;
    return state.loose != 0;
}
