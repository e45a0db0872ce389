#include "CScan.h"

/// The length of the sequence that starts with a byte, 1...4; 0 where it isn't valid.
///
/// The table is that of the Unicode standard (3-7, well-formed UTF-8 byte sequences): the range of the second byte
/// depends on the first, the others are always 80...BF.
static size_t sequence_length(const uint8_t *bytes, size_t count) {
    uint8_t lead = bytes[0], low = 0x80, high = 0xBF;
    size_t length;
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    if (lead < 0xE0) {
        length = 2;
    } else if (lead < 0xF0) {
        length = 3;
        if (lead == 0xE0) low = 0xA0;
        if (lead == 0xED) high = 0x9F;
    } else {
        length = 4;
        if (lead == 0xF0) low = 0x90;
        if (lead == 0xF4) high = 0x8F;
    }
    if (count < length || bytes[1] < low || bytes[1] > high) return 0;
    for (size_t i = 2; i < length; i++)
        if ((bytes[i] & 0xC0) != 0x80) return 0;
    return length;
}

/// One sequence after the other, from the start of one on until one ends at `end` or behind it, or isn't valid.
static size_t valid_from(size_t position, const uint8_t *bytes, size_t count, size_t end) {
    while (position < end) {
        size_t length = sequence_length(bytes + position, count - position);
        if (length == 0) break;
        position += length;
    }
    return position;
}

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

#if defined(WITHOUT_VECTORS)

size_t weir_utf8_valid(const uint8_t *bytes, size_t count) {
    size_t position = 0;
    while (position < count) {
        while (position + WEIR_BLOCK <= count && weir_is_ascii(weir_load(bytes + position))) position += WEIR_BLOCK;
        size_t end = position + WEIR_BLOCK < count ? position + WEIR_BLOCK : count;
        position = valid_from(position, bytes, count, end);
        if (position < end) return position;
    }
    return count;
}

#else

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
static bool is_edge_sound(const uint8_t *bytes, size_t position, size_t end) {
    uint8_t filled[BEFORE + WEIR_BLOCK] = {0};
    size_t before = position < BEFORE ? position : BEFORE;
    __builtin_memcpy(filled + BEFORE - before, bytes + position - before, before + end - position);
    return is_sound(filled + BEFORE);
}

size_t weir_utf8_valid(const uint8_t *bytes, size_t count) {
    size_t position = 0;
    for (; position + WEIR_BLOCK <= count; position += WEIR_BLOCK) {
        bool is_plain = position == 0 || bytes[position - 1] < 0x80;
        if (weir_is_ascii(weir_load(bytes + position)) & is_plain) continue;
        if (position == 0 ? !is_edge_sound(bytes, 0, WEIR_BLOCK) : !is_sound(bytes + position)) break;
    }
    // Also where there is no byte left: the last one may await others.
    if (position + WEIR_BLOCK > count && is_edge_sound(bytes, position, count)) return count;
    // From the start of the sequence that reaches into the block.
    for (size_t back = 1; back <= BEFORE && back <= position; back++) {
        uint8_t byte = bytes[position - back];
        if (byte < 0x80) break;
        if (byte >= 0xC0) {
            position -= back;
            break;
        }
    }
    return valid_from(position, bytes, count, count);
}

#endif
