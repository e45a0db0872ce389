#include "mark.h"
#include "utf8.h"

WEIR_INLINE mark_bits bits_of(weir_block block, uint8_t delimiter) {
    uint64_t quotes = weir_equal(block, '"'), line_ends = weir_either(block, '\n', '\r');
    return (mark_bits){quotes, weir_parity(quotes), weir_equal(block, delimiter) | line_ends, line_ends};
}

/// Looks whether the bytes from one place to another, 64 at most, go on as UTF-8; most are ASCII alone.
WEIR_INLINE void mark_utf8(mark_state *state, weir_block block, const uint8_t *bytes, [[maybe_unused]] size_t from,
                           size_t end) {
    if (weir_is_ascii(block) & (state->awaits == 0)) return;
#if defined(WITHOUT_VECTORS)
    state->is_doubtful = true;
#else
    bool is_inner = from > 0 && end - from == WEIR_BLOCK;
    state->is_doubtful |= is_inner ? !is_sound(bytes + from) : !is_edge_sound(bytes, from, end);
#endif
    state->awaits = bytes[end - 1] & 0x80;
}

static void mark_plain(mark_state *state, const uint8_t *bytes, size_t blocks, uint8_t delimiter, weir_marks *marks) {
    // A copy that no store to the marks can touch stays in registers.
    mark_state local = *state;
    for (size_t i = 0; i < blocks; i++) {
        weir_block block = weir_load(bytes + i * WEIR_BLOCK);
        marks[i] = mark_block(&local, bits_of(block, delimiter), WEIR_BLOCK, ~0ull);
        mark_utf8(&local, block, bytes, i * WEIR_BLOCK, (i + 1) * WEIR_BLOCK);
    }
    *state = local;
}

weir_marked weir_mark(const uint8_t *bytes, size_t count, uint8_t delimiter, weir_quotes *quotes, weir_marks *marks,
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
        mark_utf8(&state, last, bytes, blocks * WEIR_BLOCK, count);
    }
    *quotes = state.quotes;
    return (weir_marked){.is_loose = state.loose != 0, .is_utf8 = !state.is_doubtful};
}
