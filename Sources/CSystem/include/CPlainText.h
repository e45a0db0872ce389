// Plain text, sixteen bytes at a time: ASCII that folds to letters, digits and what stands between them.
#pragma once
#include "CSystemBytes.h"

/// The longest text that is folded, and how much room its folding takes: whole pieces are written.
enum { WEIR_PLAIN_LONGEST = 64, WEIR_PLAIN_ROOM = WEIR_PLAIN_LONGEST + 16 };

/// Without vectors, and as short as it can be said: what `weir_fold_plain` does. Always compiled, so that it is tested.
static inline bool weir_portable_fold_plain(const uint8_t *bytes, size_t count, uint8_t *folded, uint64_t *letters) {
    uint64_t bits = 0;
    for (size_t i = 0; i < count; i++) {
        uint8_t byte = bytes[i], low = byte | 0x20;
        if (byte < 0x10 || byte >= 0x80 || byte == '\'' || byte == '/' || byte == '`') return false;
        bool is_letter = (low >= 'a' && low <= 'z') || (byte >= '0' && byte <= '9');
        bits |= (uint64_t)is_letter << i;
        folded[i] = low;
    }
    *letters = bits;
    return true;
}

#if defined(__SSE2__) || (defined(__aarch64__) && defined(__ARM_NEON))

/// Up to fifteen bytes, with spaces behind them.
static inline void weir_load_short_plain(const uint8_t *bytes, size_t count, uint8_t filled[16]) {
    uint64_t low = 0, high = 0;
    if (count >= 8) {
        __builtin_memcpy(&low, bytes, 8);
        __builtin_memcpy(&high, bytes + count - 8, 8);
        high = count == 8 ? 0 : high >> (8 * (16 - count));
    } else if (count >= 4) {
        uint32_t first, last;
        __builtin_memcpy(&first, bytes, 4);
        __builtin_memcpy(&last, bytes + count - 4, 4);
        low = first | (uint64_t)last << (8 * (count - 4));
    } else if (count > 0) {
        // First, middle and last: of one byte or two they are the same ones.
        low = bytes[0] | (uint64_t)bytes[count / 2] << (8 * (count / 2))
            | (uint64_t)bytes[count - 1] << (8 * (count - 1));
    }
    const uint64_t spaces = 0x2020202020202020ull;
    if (count < 8) {
        low |= spaces << (8 * count);
        high = spaces;
    } else {
        high |= spaces << (8 * (count - 8));
    }
    __builtin_memcpy(filled, &low, 8);
    __builtin_memcpy(filled + 8, &high, 8);
}

#endif

#if defined(__SSE2__)

typedef __m128i weir_plain_piece;

static inline weir_plain_piece weir_fold_piece(const uint8_t *bytes, uint8_t *folded, uint64_t *letters) {
    __m128i piece = _mm_loadu_si128((const __m128i *)bytes);
    __m128i low = _mm_or_si128(piece, _mm_set1_epi8(0x20));
    _mm_storeu_si128((__m128i *)folded, low);
    __m128i letter = _mm_sub_epi8(low, _mm_set1_epi8('a')), digit = _mm_sub_epi8(piece, _mm_set1_epi8('0'));
    letter = _mm_cmpeq_epi8(_mm_min_epu8(letter, _mm_set1_epi8(25)), letter);
    digit = _mm_cmpeq_epi8(_mm_min_epu8(digit, _mm_set1_epi8(9)), digit);
    *letters = (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_or_si128(letter, digit));
    // Signed: bytes beyond ASCII are less than all others. The apostrophe and the slash differ in one bit.
    __m128i other = _mm_cmplt_epi8(piece, _mm_set1_epi8(0x10));
    other = _mm_or_si128(other, _mm_cmpeq_epi8(_mm_or_si128(piece, _mm_set1_epi8(8)), _mm_set1_epi8('/')));
    return _mm_or_si128(other, _mm_cmpeq_epi8(piece, _mm_set1_epi8('`')));
}

static inline weir_plain_piece weir_either_piece(weir_plain_piece a, weir_plain_piece b) { return _mm_or_si128(a, b); }
static inline bool weir_is_none(weir_plain_piece piece) { return _mm_movemask_epi8(piece) == 0; }

#elif defined(__aarch64__) && defined(__ARM_NEON)

typedef uint8x16_t weir_plain_piece;

static inline weir_plain_piece weir_fold_piece(const uint8_t *bytes, uint8_t *folded, uint64_t *letters) {
    const uint8x16_t own = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    uint8x16_t piece = vld1q_u8(bytes), low = vorrq_u8(piece, vdupq_n_u8(0x20));
    vst1q_u8(folded, low);
    uint8x16_t letter = vcleq_u8(vsubq_u8(low, vdupq_n_u8('a')), vdupq_n_u8(25));
    uint8x16_t digit = vcleq_u8(vsubq_u8(piece, vdupq_n_u8('0')), vdupq_n_u8(9));
    uint8x16_t bits = vandq_u8(vorrq_u8(letter, digit), own);
    *letters = (uint64_t)vaddv_u8(vget_low_u8(bits)) | (uint64_t)vaddv_u8(vget_high_u8(bits)) << 8;
    uint8x16_t other = vorrq_u8(vcltq_u8(piece, vdupq_n_u8(0x10)), vcgeq_u8(piece, vdupq_n_u8(0x80)));
    other = vorrq_u8(other, vceqq_u8(vorrq_u8(piece, vdupq_n_u8(8)), vdupq_n_u8('/')));
    return vorrq_u8(other, vceqq_u8(piece, vdupq_n_u8('`')));
}

static inline weir_plain_piece weir_either_piece(weir_plain_piece a, weir_plain_piece b) { return vorrq_u8(a, b); }
static inline bool weir_is_none(weir_plain_piece piece) { return vmaxvq_u8(piece) == 0; }

#endif

/// Folds a text of letters, digits and what stands between words: ASCII without line breaks, slashes and apostrophes.
///
/// `count` is `WEIR_PLAIN_LONGEST` at most, and `folded` has `WEIR_PLAIN_ROOM` bytes. Letters come out in lower case;
/// `letters` gets a bit for every byte that is a letter or a digit. Returns whether the text is such a one.
static inline bool weir_fold_plain(const uint8_t *bytes, size_t count, uint8_t *folded, uint64_t *letters) {
#if defined(__SSE2__) || (defined(__aarch64__) && defined(__ARM_NEON))
    if (count < 16) {
        uint8_t filled[16];
        weir_load_short_plain(bytes, count, filled);
        return weir_is_none(weir_fold_piece(filled, folded, letters));
    }
    uint64_t bits, all = 0;
    // The last piece may overlap the one before.
    size_t last = count - 16;
    weir_plain_piece others = weir_fold_piece(bytes + last, folded + last, &all);
    all <<= last;
    for (size_t place = 0; place < last; place += 16) {
        others = weir_either_piece(others, weir_fold_piece(bytes + place, folded + place, &bits));
        all |= bits << place;
    }
    *letters = all;
    return weir_is_none(others);
#else
    return weir_portable_fold_plain(bytes, count, folded, letters);
#endif
}

/// Copies sixteen bytes.
static inline void weir_copy_piece(const uint8_t *bytes, uint8_t *copy) { __builtin_memcpy(copy, bytes, 16); }

/// The first bytes of sixteen, `count` of them, with zeros behind them.
static inline void weir_first_bytes(const uint8_t *bytes, intptr_t count, void *first) {
    static const uint8_t masks[32] = {255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255};
    weir_pair piece = weir_load_pair(bytes) & weir_load_pair(masks + 16 - count);
    __builtin_memcpy(first, &piece, sizeof piece);
}
