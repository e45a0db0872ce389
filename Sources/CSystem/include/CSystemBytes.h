// Names and sets of eight numbers, as a cache compares and moves them: to call the C library's functions for so few
// bytes takes longer than what they do.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__aarch64__) && defined(__ARM_NEON)
#include <arm_neon.h>
#endif

/// The places, as bits, at which eight tags are equal to one. They lie at the start of a cache line.
static inline uint32_t weir_equal_tags(const uint32_t tags[8], uint32_t tag) {
#if defined(__SSE2__)
    __m128i wanted = _mm_set1_epi32((int)tag);
    __m128i low = _mm_cmpeq_epi32(_mm_load_si128((const __m128i *)tags), wanted);
    __m128i high = _mm_cmpeq_epi32(_mm_load_si128((const __m128i *)(tags + 4)), wanted);
    return (uint32_t)_mm_movemask_epi8(_mm_packs_epi16(_mm_packs_epi32(low, high), _mm_setzero_si128()));
#elif defined(__aarch64__) && defined(__ARM_NEON)
    const uint16x8_t own = {1, 2, 4, 8, 16, 32, 64, 128};
    uint32x4_t wanted = vdupq_n_u32(tag);
    uint16x4_t low = vmovn_u32(vceqq_u32(vld1q_u32(tags), wanted));
    uint16x4_t high = vmovn_u32(vceqq_u32(vld1q_u32(tags + 4), wanted));
    return vaddvq_u16(vandq_u16(vcombine_u16(low, high), own));
#else
    uint32_t bits = 0;
    for (int i = 0; i < 8; i++) bits |= (uint32_t)(tags[i] == tag) << i;
    return bits;
#endif
}

/// Sixteen bytes at once, on every processor.
typedef uint64_t weir_pair __attribute__((vector_size(16)));

static inline weir_pair weir_load_pair(const uint8_t *bytes) {
    weir_pair pair;
    __builtin_memcpy(&pair, bytes, sizeof pair);
    return pair;
}

/// Puts a number before eight others, of which the last falls out.
static inline void weir_put_first(uint32_t numbers[8], uint32_t first) {
    // Both halves in registers: by way of memory, the second would have to wait for the first.
    weir_pair low = weir_load_pair((const uint8_t *)numbers), high = weir_load_pair((const uint8_t *)(numbers + 3));
    numbers[0] = first;
    __builtin_memcpy(numbers + 1, &low, sizeof low);
    __builtin_memcpy(numbers + 4, &high, sizeof high);
}

/// Whether two runs of bytes are the same.
static inline bool weir_same_bytes(const void *one, const void *other, size_t count) {
    const uint8_t *a = (const uint8_t *)one, *b = (const uint8_t *)other;
    if (count < sizeof(weir_pair)) {
        if (count < 8) return __builtin_memcmp(a, b, count) == 0;
        uint64_t first[2], last[2];
        __builtin_memcpy(&first[0], a, 8);
        __builtin_memcpy(&first[1], b, 8);
        __builtin_memcpy(&last[0], a + count - 8, 8);
        __builtin_memcpy(&last[1], b + count - 8, 8);
        return ((first[0] ^ first[1]) | (last[0] ^ last[1])) == 0;
    }
    // The last sixteen bytes, though some of them have been compared: quicker than one by one.
    size_t last = count - sizeof(weir_pair);
    weir_pair differ = weir_load_pair(a + last) ^ weir_load_pair(b + last);
    _Pragma("clang loop unroll(disable)")
    for (size_t i = 0; i < last; i += sizeof(weir_pair)) differ |= weir_load_pair(a + i) ^ weir_load_pair(b + i);
    return (differ[0] | differ[1]) == 0;
}

/// Copies bytes to where none of them lie.
static inline void weir_copy_bytes(void *to, const void *from, size_t count) {
    uint8_t *target = (uint8_t *)to;
    const uint8_t *source = (const uint8_t *)from;
    if (count < sizeof(weir_pair)) {
        __builtin_memcpy(target, source, count);
        return;
    }
    size_t last = count - sizeof(weir_pair);
    _Pragma("clang loop unroll(disable)")
    for (size_t i = 0; i < last; i += sizeof(weir_pair)) __builtin_memcpy(target + i, source + i, sizeof(weir_pair));
    __builtin_memcpy(target + last, source + last, sizeof(weir_pair));
}
