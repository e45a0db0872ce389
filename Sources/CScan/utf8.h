// Whether a block of 64 bytes is valid UTF-8, with the vectors that every processor of the architecture has.
#pragma once
#include "CScan.h"

#if defined(__SSE2__)
typedef __m128i vector;
WEIR_INLINE vector load(const uint8_t *bytes) { return _mm_loadu_si128((const __m128i *)bytes); }
WEIR_INLINE vector each(uint8_t byte) { return _mm_set1_epi8((char)byte); }
WEIR_INLINE vector equal(vector a, vector b) { return _mm_cmpeq_epi8(a, b); }
WEIR_INLINE vector at_least(vector a, vector b) { return _mm_cmpeq_epi8(_mm_max_epu8(a, b), a); }
/// 80...BF, which are the lowest of signed bytes.
WEIR_INLINE vector continues(vector a) { return _mm_cmplt_epi8(a, each(0xC0)); }
WEIR_INLINE bool is_any(vector a) { return _mm_movemask_epi8(a) != 0; }
#elif defined(__aarch64__) && defined(__ARM_NEON)
typedef uint8x16_t vector;
WEIR_INLINE vector load(const uint8_t *bytes) { return vld1q_u8(bytes); }
WEIR_INLINE vector each(uint8_t byte) { return vdupq_n_u8(byte); }
WEIR_INLINE vector equal(vector a, vector b) { return vceqq_u8(a, b); }
WEIR_INLINE vector at_least(vector a, vector b) { return vcgeq_u8(a, b); }
WEIR_INLINE vector continues(vector a) {
    return vcltq_s8(vreinterpretq_s8_u8(a), vreinterpretq_s8_u8(each(0xC0)));
}
WEIR_INLINE bool is_any(vector a) { return vmaxvq_u8(a) != 0; }
#else
#define WITHOUT_VECTORS
#endif

#if !defined(WITHOUT_VECTORS)

enum {
    /// How many bytes of a sequence may stand before a block.
    BEFORE = 3
};

/// Non-zero bytes where one of 16 isn't what the three before it ask for.
///
/// A byte continues a sequence if and only if one before it is far enough from its end. That leaves leads that no
/// sequence has, and second bytes that make a form overlong, a surrogate, or more than U+10FFFF.
WEIR_INLINE vector faults(const uint8_t *bytes) {
    vector byte = load(bytes), before = load(bytes - 1);
    vector awaited = at_least(before, each(0xC0)) | at_least(load(bytes - 2), each(0xE0))
                     | at_least(load(bytes - 3), each(0xF0));
    vector no_lead = equal(byte & each(0xFE), each(0xC0)) | at_least(byte, each(0xF5));
    vector below_a0 = equal(byte & each(0x20), each(0)), below_90 = equal(byte & each(0x30), each(0));
    vector wrong_second = (equal(before, each(0xE0)) & below_a0) | (equal(before, each(0xED)) & ~below_a0)
                          | (equal(before, each(0xF0)) & below_90) | (equal(before, each(0xF4)) & ~below_90);
    return (continues(byte) ^ awaited) | no_lead | wrong_second;
}

/// Whether 64 bytes are what they and the three before them ask for.
WEIR_INLINE bool is_sound(const uint8_t *bytes) {
    return !is_any(faults(bytes) | faults(bytes + 16) | faults(bytes + 32) | faults(bytes + 48));
}

/// The same for a block that has fewer bytes before it, or of itself: zeros stand for them, so that a sequence that is
/// cut off at the end isn't sound.
static inline bool is_edge_sound(const uint8_t *bytes, size_t position, size_t end) {
    uint8_t filled[BEFORE + WEIR_BLOCK] = {0};
    size_t before = position < BEFORE ? position : BEFORE;
    __builtin_memcpy(filled + BEFORE - before, bytes + position - before, before + end - position);
    return is_sound(filled + BEFORE);
}

#endif
