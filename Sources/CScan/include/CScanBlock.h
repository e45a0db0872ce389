// A block of 64 bytes, and which of them equal a byte.
#pragma once
#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__aarch64__) && defined(__ARM_NEON)
#include <arm_neon.h>
#endif

enum { WEIR_BLOCK = 64 };

#define WEIR_INLINE static inline __attribute__((always_inline))

/// Without vectors: the bits of the bytes that equal one of two.
///
/// Always compiled, so that it is tested where it isn't used.
WEIR_INLINE uint64_t weir_portable_either(const uint8_t *bytes, uint8_t first, uint8_t second) {
    const uint64_t low = 0x7F7F7F7F7F7F7F7Full, each = 0x0101010101010101ull;
    uint64_t bits = 0;
    for (int i = 0; i < 8; i++) {
        uint64_t word;
        __builtin_memcpy(&word, bytes + 8 * i, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
        word = __builtin_bswap64(word);
#endif
        // The highest bit of each byte that is zero, exactly: no carry leaves its byte.
        uint64_t a = word ^ first * each, b = word ^ second * each;
        uint64_t equal = ~(((a & low) + low) | a | low) | ~(((b & low) + low) | b | low);
        // The matches of word i in bit i of each byte.
        bits |= equal >> (7 - i);
    }
    // Bit m of byte n becomes bit n of byte m: three rounds that swap blocks of 1, 2 and 4 bits.
    uint64_t swap = (bits ^ (bits >> 7)) & 0x00AA00AA00AA00AAull;
    bits ^= swap ^ (swap << 7);
    swap = (bits ^ (bits >> 14)) & 0x0000CCCC0000CCCCull;
    bits ^= swap ^ (swap << 14);
    swap = (bits ^ (bits >> 28)) & 0x00000000F0F0F0F0ull;
    return bits ^ swap ^ (swap << 28);
}

/// Without vectors: whether all bytes are ASCII.
WEIR_INLINE int weir_portable_is_ascii(const uint8_t *bytes) {
    uint64_t words[8], all = 0;
    __builtin_memcpy(words, bytes, sizeof words);
    for (int i = 0; i < 8; i++) all |= words[i];
    return (all & 0x8080808080808080ull) == 0;
}

#if defined(__SSE2__)

typedef struct { __m128i part[4]; } weir_block;

WEIR_INLINE weir_block weir_load(const uint8_t *bytes) {
    weir_block block;
    for (int i = 0; i < 4; i++) block.part[i] = _mm_loadu_si128((const __m128i *)(bytes + 16 * i));
    return block;
}

WEIR_INLINE uint64_t weir_bits(__m128i a, __m128i b, __m128i c, __m128i d) {
    uint64_t low = (uint32_t)_mm_movemask_epi8(a) | (uint32_t)_mm_movemask_epi8(b) << 16;
    uint64_t high = (uint32_t)_mm_movemask_epi8(c) | (uint32_t)_mm_movemask_epi8(d) << 16;
    return low | high << 32;
}

/// The bits of the bytes that equal a byte.
WEIR_INLINE uint64_t weir_equal(weir_block block, uint8_t byte) {
    __m128i wanted = _mm_set1_epi8((char)byte), equal[4];
    for (int i = 0; i < 4; i++) equal[i] = _mm_cmpeq_epi8(block.part[i], wanted);
    return weir_bits(equal[0], equal[1], equal[2], equal[3]);
}

/// The bits of the bytes that equal one of two.
WEIR_INLINE uint64_t weir_either(weir_block block, uint8_t first, uint8_t second) {
    __m128i one = _mm_set1_epi8((char)first), other = _mm_set1_epi8((char)second), equal[4];
    for (int i = 0; i < 4; i++)
        equal[i] = _mm_or_si128(_mm_cmpeq_epi8(block.part[i], one), _mm_cmpeq_epi8(block.part[i], other));
    return weir_bits(equal[0], equal[1], equal[2], equal[3]);
}

WEIR_INLINE int weir_is_ascii(weir_block block) {
    __m128i low = _mm_or_si128(block.part[0], block.part[1]), high = _mm_or_si128(block.part[2], block.part[3]);
    return _mm_movemask_epi8(_mm_or_si128(low, high)) == 0;
}

#elif defined(__aarch64__) && defined(__ARM_NEON)

typedef struct { uint8x16_t part[4]; } weir_block;

WEIR_INLINE weir_block weir_load(const uint8_t *bytes) {
    weir_block block;
    for (int i = 0; i < 4; i++) block.part[i] = vld1q_u8(bytes + 16 * i);
    return block;
}

/// NEON has no movemask: each byte keeps its own bit of eight, and three rounds add neighbours.
WEIR_INLINE uint64_t weir_bits(uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d) {
    const uint8x16_t own = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint8x16_t low = vpaddq_u8(vandq_u8(a, own), vandq_u8(b, own));
    uint8x16_t high = vpaddq_u8(vandq_u8(c, own), vandq_u8(d, own));
    uint8x16_t sum = vpaddq_u8(low, high);
    return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sum, sum)), 0);
}

WEIR_INLINE uint64_t weir_equal(weir_block block, uint8_t byte) {
    uint8x16_t wanted = vdupq_n_u8(byte);
    return weir_bits(vceqq_u8(block.part[0], wanted), vceqq_u8(block.part[1], wanted),
                     vceqq_u8(block.part[2], wanted), vceqq_u8(block.part[3], wanted));
}

WEIR_INLINE uint64_t weir_either(weir_block block, uint8_t first, uint8_t second) {
    uint8x16_t one = vdupq_n_u8(first), other = vdupq_n_u8(second), equal[4];
    for (int i = 0; i < 4; i++) equal[i] = vorrq_u8(vceqq_u8(block.part[i], one), vceqq_u8(block.part[i], other));
    return weir_bits(equal[0], equal[1], equal[2], equal[3]);
}

WEIR_INLINE int weir_is_ascii(weir_block block) {
    uint8x16_t low = vorrq_u8(block.part[0], block.part[1]), high = vorrq_u8(block.part[2], block.part[3]);
    return vmaxvq_u8(vorrq_u8(low, high)) < 0x80;
}

#else

typedef struct { uint8_t part[WEIR_BLOCK]; } weir_block;

WEIR_INLINE weir_block weir_load(const uint8_t *bytes) {
    weir_block block;
    __builtin_memcpy(block.part, bytes, WEIR_BLOCK);
    return block;
}

WEIR_INLINE uint64_t weir_equal(weir_block block, uint8_t byte) { return weir_portable_either(block.part, byte, byte); }

WEIR_INLINE uint64_t weir_either(weir_block block, uint8_t first, uint8_t second) {
    return weir_portable_either(block.part, first, second);
}

WEIR_INLINE int weir_is_ascii(weir_block block) { return weir_portable_is_ascii(block.part); }

#endif

/// A block of fewer bytes, 0...63, filled up with zeros.
WEIR_INLINE weir_block weir_load_short(const uint8_t *bytes, intptr_t count) {
    uint8_t filled[WEIR_BLOCK] = {0};
    __builtin_memcpy(filled, bytes, (size_t)count);
    return weir_load(filled);
}
