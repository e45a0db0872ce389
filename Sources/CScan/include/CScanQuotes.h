// Which bytes stand inside quotes, from the quotes of a block and what opens a field in it.
#pragma once
#include <stdint.h>

/// What the bytes read so far say about the next one.
typedef struct {
    /// All ones inside quotes, else zero.
    uint64_t inside;
    /// 1 where a quote as the next byte would open a field, else 0. Says nothing inside quotes.
    uint64_t may_open;
} weir_quotes;

/// A block's bytes inside quotes.
typedef struct {
    /// The bytes inside quotes, an opening quote counted and a closing one not.
    uint64_t inside;
    /// The quotes that close.
    uint64_t closing;
} weir_inside;

/// Bit n of the result is the parity of the bits 0...n.
static inline __attribute__((always_inline)) uint64_t weir_parity(uint64_t bits) {
    bits ^= bits << 1;
    bits ^= bits << 2;
    bits ^= bits << 4;
    bits ^= bits << 8;
    bits ^= bits << 16;
    return bits ^ bits << 32;
}

/// The quotes that open or close, one after the other: all but stray ones.
static inline __attribute__((noinline)) uint64_t weir_toggles(weir_quotes state, uint64_t quotes, uint64_t openers) {
    uint64_t toggles = 0, allowed = openers << 1 | state.may_open;
    int is_inside = state.inside != 0;
    while (quotes != 0) {
        uint64_t bit = quotes & -quotes;
        quotes ^= bit;
        if (is_inside) {
            is_inside = 0;
            toggles |= bit;
            allowed |= bit << 1;
        } else if (allowed & bit) {
            is_inside = 1;
            toggles |= bit;
        }
    }
    return toggles;
}

/// As `weir_follow_quotes`, with the parity of the quotes already found.
static inline __attribute__((always_inline)) weir_inside
weir_follow_parity(weir_quotes *state, uint64_t quotes, uint64_t parity, uint64_t openers, unsigned count) {
    // Suppose that every quote opens or closes, which only stray quotes belie.
    weir_inside found;
    found.inside = parity ^ state->inside;
    found.closing = quotes & ~found.inside;
    uint64_t stray = quotes & found.inside & ~((openers | found.closing) << 1 | state->may_open);
    if (__builtin_expect(stray != 0, 0)) {
        uint64_t toggles = weir_toggles(*state, quotes, openers);
        found.inside = weir_parity(toggles) ^ state->inside;
        found.closing = toggles & ~found.inside;
    }
    state->may_open = (openers | found.closing) >> (count - 1) & 1;
    state->inside = -(found.inside >> 63);
    return found;
}

/// Goes over a block of bytes.
///
/// A quote opens a field only after a delimiter, a line end or at the start; inside it ends the field. A doubled quote
/// is an end and, right behind it, an opening: so a quote may also open after a quote that closed, and the field's
/// bytes count as inside throughout.
///
/// `quotes` are the bits of the quotes, `openers` those of the delimiters, CRs and LFs, also of those inside quotes;
/// `count` is how many bytes the block has, 1...64, and the bits from there on are 0.
static inline __attribute__((always_inline)) weir_inside
weir_follow_quotes(weir_quotes *state, uint64_t quotes, uint64_t openers, unsigned count) {
    return weir_follow_parity(state, quotes, weir_parity(quotes), openers, count);
}
