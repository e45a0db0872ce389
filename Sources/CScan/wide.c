// What processors since about 2013 do in half the instructions: AVX2, a carry-less multiplication, and counting and
// clearing of bits. Older ones have none of them, so nothing here is called unless `weir_is_wide` says so.
#include "find.h"
#include "mark.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define WIDE __attribute__((target("avx2,bmi,pclmul")))
// Without AVX2, with which the compiler would place four bits at once, by a vector's detour that takes longer.
#define BITS __attribute__((target("bmi,popcnt")))

bool weir_is_wide(void) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("pclmul")
           && __builtin_cpu_supports("popcnt");
}

BITS weir_record find_end_wide(const weir_marks *marks, size_t blocks, size_t start) {
    return find_end(marks, blocks, start);
}

BITS void field_ends_wide(const weir_marks *marks, size_t start, intptr_t count, intptr_t origin, intptr_t *ends) {
    field_ends(marks, start, count, origin, ends);
}

WIDE WEIR_INLINE uint64_t bits(__m256i low, __m256i high) {
    return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

/// Carry-less, a number times all ones: bit n is the parity of the bits 0...n.
WIDE WEIR_INLINE uint64_t parity(uint64_t bits) {
    __m128i product = _mm_clmulepi64_si128(_mm_cvtsi64_si128((long long)bits), _mm_set1_epi8(-1), 0);
    return (uint64_t)_mm_cvtsi128_si64(product);
}

WIDE void mark_wide(mark_state *state, const uint8_t *bytes, size_t blocks, uint8_t delimiter, weir_marks *marks) {
    mark_state local = *state;
    __m256i quote = _mm256_set1_epi8('"'), wanted = _mm256_set1_epi8((char)delimiter);
    __m256i lf = _mm256_set1_epi8('\n'), cr = _mm256_set1_epi8('\r');
    for (size_t i = 0; i < blocks; i++) {
        __m256i low = _mm256_loadu_si256((const __m256i *)(bytes + i * WEIR_BLOCK));
        __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + i * WEIR_BLOCK + 32));
        mark_bits found;
        found.quotes = bits(_mm256_cmpeq_epi8(low, quote), _mm256_cmpeq_epi8(high, quote));
        found.parity = parity(found.quotes);
        found.delimiters = bits(_mm256_cmpeq_epi8(low, wanted), _mm256_cmpeq_epi8(high, wanted));
        found.line_ends = bits(_mm256_or_si256(_mm256_cmpeq_epi8(low, lf), _mm256_cmpeq_epi8(low, cr)),
                               _mm256_or_si256(_mm256_cmpeq_epi8(high, lf), _mm256_cmpeq_epi8(high, cr)));
        marks[i] = mark_block(&local, found, WEIR_BLOCK, ~0ull);
    }
    *state = local;
}

#else

bool weir_is_wide(void) { return false; }

#endif
