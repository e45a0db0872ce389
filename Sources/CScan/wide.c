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

BITS weir_record find_end_wide(const weir_marks *marks, size_t blocks, size_t start, const weir_ends *ends) {
    return find_end(marks, blocks, start, ends);
}

BITS void field_ends_wide(const weir_marks *marks, size_t start, const weir_ends *ends) {
    field_ends(marks, start, ends);
}

WIDE WEIR_INLINE uint64_t bits(__m256i low, __m256i high) {
    return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

/// Carry-less, a number times all ones: bit n is the parity of the bits 0...n.
WIDE WEIR_INLINE uint64_t parity(uint64_t bits) {
    __m128i product = _mm_clmulepi64_si128(_mm_cvtsi64_si128((long long)bits), _mm_set1_epi8(-1), 0);
    return (uint64_t)_mm_cvtsi128_si64(product);
}

/// Sixteen bytes in both halves of a vector, to be looked up by four bits.
#define TABLE(...) _mm256_setr_epi8(__VA_ARGS__, __VA_ARGS__)

/// The lowest four bits of each byte.
WIDE WEIR_INLINE __m256i low_half(__m256i bytes) { return _mm256_and_si256(bytes, _mm256_set1_epi8(15)); }
WIDE WEIR_INLINE __m256i high_half(__m256i bytes) { return low_half(_mm256_srli_epi16(bytes, 4)); }

/// Non-zero bytes where one of 32 isn't what the three before it ask for; `before` are the 32 before these.
///
/// Each way in which two bytes can't follow one another is a bit, and set in three tables: by the upper and the lower
/// half of the first byte and by the upper half of the second. Two bytes that continue a sequence may follow one another
/// where a longer one has begun. (Keiser and Lemire, Validating UTF-8 in less than one instruction per byte, 2021.)
WIDE WEIR_INLINE __m256i faults_wide(__m256i before, __m256i bytes) {
    enum {
        SHORT = 1,          // a lead, and nothing that continues it
        LONG = 2,           // ASCII, and something that would continue it
        OVERLONG_3 = 4,     // E0 80...9F
        OVER_100000 = 8,    // F4 90...BF, F5...FF 90...BF
        SURROGATE = 16,     // ED A0...BF
        OVERLONG_2 = 32,    // C0, C1
        OVERLONG_4 = 64,    // F0 80...8F, F5...FF 80...8F
        TWO = -128,         // two that continue
        ANY = SHORT | LONG | TWO,
        OVER = OVER_100000 | OVERLONG_4,
    };
    const __m256i by_first_high = TABLE(
        LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG, TWO, TWO, TWO, TWO, SHORT | OVERLONG_2, SHORT,
        SHORT | OVERLONG_3 | SURROGATE, SHORT | OVER);
    const __m256i by_first_low = TABLE(
        ANY | OVERLONG_2 | OVERLONG_3 | OVERLONG_4, ANY | OVERLONG_2, ANY, ANY, ANY | OVER_100000, ANY | OVER, ANY | OVER,
        ANY | OVER, ANY | OVER, ANY | OVER, ANY | OVER, ANY | OVER, ANY | OVER, ANY | OVER | SURROGATE, ANY | OVER,
        ANY | OVER);
    const __m256i by_second_high = TABLE(
        SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, LONG | TWO | OVERLONG_2 | OVERLONG_3 | OVERLONG_4,
        LONG | TWO | OVERLONG_2 | OVERLONG_3 | OVER_100000, LONG | TWO | OVERLONG_2 | SURROGATE | OVER_100000,
        LONG | TWO | OVERLONG_2 | SURROGATE | OVER_100000, SHORT, SHORT, SHORT, SHORT);
    __m256i over = _mm256_permute2x128_si256(before, bytes, 0x21);
    __m256i one = _mm256_alignr_epi8(bytes, over, 15);
    __m256i two = _mm256_alignr_epi8(bytes, over, 14);
    __m256i three = _mm256_alignr_epi8(bytes, over, 13);
    __m256i wrong = _mm256_and_si256(
        _mm256_and_si256(_mm256_shuffle_epi8(by_first_high, high_half(one)),
                         _mm256_shuffle_epi8(by_first_low, low_half(one))),
        _mm256_shuffle_epi8(by_second_high, high_half(bytes)));
    // The highest bit where two or three bytes before there is a lead that asks for so many.
    __m256i awaited = _mm256_or_si256(_mm256_subs_epu8(two, _mm256_set1_epi8(0xE0 - 0x80)),
                                      _mm256_subs_epu8(three, _mm256_set1_epi8(0xF0 - 0x80)));
    return _mm256_xor_si256(wrong, _mm256_and_si256(awaited, _mm256_set1_epi8(TWO)));
}

WIDE void mark_wide(mark_state *state, const uint8_t *bytes, size_t blocks, uint8_t delimiter, weir_marks *marks) {
    mark_state local = *state;
    __m256i quote = _mm256_set1_epi8('"'), wanted = _mm256_set1_epi8((char)delimiter);
    // Line ends by their lower halves; no byte has the lower half 0 and is 1.
    __m256i line_end = TABLE(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, '\n', 0, 0, '\r', 0, 0);
    __m256i faults = _mm256_setzero_si256();
    for (size_t i = 0; i < blocks; i++) {
        __m256i low = _mm256_loadu_si256((const __m256i *)(bytes + i * WEIR_BLOCK));
        __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + i * WEIR_BLOCK + 32));
        mark_bits found;
        found.quotes = bits(_mm256_cmpeq_epi8(low, quote), _mm256_cmpeq_epi8(high, quote));
        found.parity = parity(found.quotes);
        __m256i low_ends = _mm256_cmpeq_epi8(low, _mm256_shuffle_epi8(line_end, low));
        __m256i high_ends = _mm256_cmpeq_epi8(high, _mm256_shuffle_epi8(line_end, high));
        found.line_ends = bits(low_ends, high_ends);
        found.openers = bits(_mm256_or_si256(low_ends, _mm256_cmpeq_epi8(low, wanted)),
                             _mm256_or_si256(high_ends, _mm256_cmpeq_epi8(high, wanted)));
        marks[i] = mark_block(&local, found, WEIR_BLOCK, ~0ull);
        uint32_t beyond_ascii = (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(low, high));
        if ((beyond_ascii | local.awaits) != 0) {
            __m256i before = _mm256_setzero_si256();
            if (i > 0) before = _mm256_loadu_si256((const __m256i *)(bytes + i * WEIR_BLOCK - 32));
            faults = _mm256_or_si256(faults, _mm256_or_si256(faults_wide(before, low), faults_wide(low, high)));
            local.awaits = bytes[i * WEIR_BLOCK + WEIR_BLOCK - 1] & 0x80;
        }
    }
    local.is_doubtful = !_mm256_testz_si256(faults, faults);
    *state = local;
}

#else

bool weir_is_wide(void) { return false; }

#endif
