// Which of many sets of letters are nearly the same as one.
#include "CSystem.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

size_t weir_portable_near_sets(
    const uint32_t *sets, size_t first, size_t count, uint32_t set, uint32_t most, uint32_t *near) {
    size_t found = 0;
    for (size_t i = first; i < count; i++) {
        // Takes bits away rather than counting them, for which processors of the baseline have no instruction.
        uint32_t bits = sets[i] ^ set;
        for (uint32_t taken = 0; taken < most; taken++) bits &= bits - 1;
        near[found] = (uint32_t)i;
        found += bits == 0;
    }
    return found;
}

#if defined(__x86_64__)

/// Eight sets at once: the bits of each half of a byte are looked up, and those of four bytes added.
__attribute__((target("avx2,bmi"))) static size_t
near_sets_wide(const uint32_t *sets, size_t count, uint32_t set, uint32_t most, uint32_t *near) {
    const __m256i halves = _mm256_set1_epi8(15), one = _mm256_set1_epi32((int)set);
    const __m256i bits = _mm256_setr_epi8(
        0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
    const __m256i bytes = _mm256_set1_epi8(1), pairs = _mm256_set1_epi16(1), limit = _mm256_set1_epi32((int)most);
    size_t found = 0, place = 0;
    for (; place + 8 <= count; place += 8) {
        __m256i differing = _mm256_xor_si256(_mm256_loadu_si256((const __m256i *)(sets + place)), one);
        __m256i low = _mm256_shuffle_epi8(bits, _mm256_and_si256(differing, halves));
        __m256i high = _mm256_shuffle_epi8(bits, _mm256_and_si256(_mm256_srli_epi16(differing, 4), halves));
        __m256i counts = _mm256_madd_epi16(_mm256_maddubs_epi16(_mm256_add_epi8(low, high), bytes), pairs);
        uint32_t far = (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_cmpgt_epi32(counts, limit)));
        for (uint32_t left = far ^ 0xFF; left != 0; left &= left - 1)
            near[found++] = (uint32_t)place + (uint32_t)__builtin_ctz(left);
    }
    return found + weir_portable_near_sets(sets, place, count, set, most, near + found);
}

#endif

size_t weir_near_sets(const uint32_t *sets, size_t count, uint32_t set, uint32_t most, uint32_t *near) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi"))
        return near_sets_wide(sets, count, set, most, near);
#endif
    return weir_portable_near_sets(sets, 0, count, set, most, near);
}
