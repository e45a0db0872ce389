// A thin door to libicu. Only fixed-width integers and opaque types cross it: ICU's own headers rename
// every function by a macro, which Swift can't import, and clash with the ICU inside Foundation.
#pragma once
#include <stdint.h>

/// The version of the ICU library in use, such as "72.1".
const char *weir_icu_version(void);

// Each of these turns UTF-8 into UTF-8 and gives the number of bytes written, or -1 where the text is longer than
// 4,096 UTF-16 units, is not valid, or ICU can't serve it. All are safe to call from several threads.

/// NFKC case folding, then Latin letters without their diacritics (ICU's Latin-ASCII).
int32_t weir_fold(const uint8_t *bytes, int32_t count, uint8_t *out, int32_t capacity);
/// Any script to lower-case ASCII letters as far as ICU can; Cyrillic as BGN/PCGN writes Russian.
int32_t weir_latin(const uint8_t *bytes, int32_t count, uint8_t *out, int32_t capacity);
/// Han characters to pinyin without tones, ICU's Han-Latin.
int32_t weir_han_latin(const uint8_t *bytes, int32_t count, uint8_t *out, int32_t capacity);
/// Traditional to Simplified Han characters.
int32_t weir_simplified(const uint8_t *bytes, int32_t count, uint8_t *out, int32_t capacity);

enum { WEIR_SEPARATOR = 0, WEIR_LETTER = 1, WEIR_MARK = 2, WEIR_HAN = 3, WEIR_IGNORABLE = 4 };
/// What a code point is to a name: one of the values above, from its general category and script.
int32_t weir_scalar_kind(uint32_t scalar);

/// A converter of a text encoding to UTF-8 that takes its input in pieces. One thread at a time.
typedef struct weir_decoder weir_decoder;

/// Opens a converter, or returns null where ICU has none of that name.
/// `encoding` is a name that ICU knows, such as "gb18030".
weir_decoder * weir_decoder_open(const char *encoding);

void weir_decoder_close(weir_decoder *decoder);

/// Converts as much of the source as there is room for. Every byte sequence that isn't valid in the encoding
/// becomes one byte 0xFF, which UTF-8 never has. Returns 0, 1 if the target is full and more is to come (call
/// again with the rest of the source), or -1 if ICU fails. `is_last` says that no more source follows: a
/// sequence that is cut off there isn't valid.
int32_t weir_decoder_convert(weir_decoder *decoder, const uint8_t *source, int32_t source_count,
                             int32_t *source_used, uint8_t *target, int32_t target_count,
                             int32_t *target_used, int32_t is_last);
