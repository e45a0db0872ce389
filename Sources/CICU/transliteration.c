#include "CICU.h"
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

enum { CAPACITY = 4096 };

// Opened once for the process: opening costs milliseconds, and ICU lets one transliterator serve all threads.
static pthread_once_t once = PTHREAD_ONCE_INIT;
static const UNormalizer2 *casefold, *nfkc;
static UTransliterator *latin_ascii, *russian_latin, *any_latin, *han_latin, *simplified;

static UTransliterator *open_transliterator(const char *name) {
    UChar id[128];
    UErrorCode error = U_ZERO_ERROR;
    u_uastrncpy(id, name, 127);
    id[127] = 0;
    UTransliterator *opened = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
    return U_SUCCESS(error) ? opened : NULL;
}

static void open_engine(void) {
    UErrorCode error = U_ZERO_ERROR;
    casefold = unorm2_getNFKCCasefoldInstance(&error);
    nfkc = unorm2_getNFKCInstance(&error);
    latin_ascii = open_transliterator("Latin-ASCII");
}

// These three are slow to open and seldom needed, so each waits for its first use.
static pthread_once_t once_any = PTHREAD_ONCE_INIT, once_han = PTHREAD_ONCE_INIT, once_simplified = PTHREAD_ONCE_INIT;
static void open_any(void) {
    russian_latin = open_transliterator("Russian-Latin/BGN");
    any_latin = open_transliterator("Any-Latin");
}
static void open_han(void) { han_latin = open_transliterator("Han-Latin; Latin-ASCII; Lower"); }
static void open_simplified(void) { simplified = open_transliterator("Traditional-Simplified"); }

static int32_t transliterate(UTransliterator *engine, UChar *text, int32_t length) {
    if (!engine) return -1;
    UErrorCode error = U_ZERO_ERROR;
    int32_t limit = length;
    utrans_transUChars(engine, text, &length, CAPACITY, 0, &limit, &error);
    return U_SUCCESS(error) ? length : -1;
}

static int32_t from_utf8(const uint8_t *bytes, int32_t count, UChar *text) {
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = 0;
    u_strFromUTF8(text, CAPACITY, &length, (const char *)bytes, count, &error);
    return U_SUCCESS(error) ? length : -1;
}

static int32_t to_utf8(const UChar *text, int32_t length, uint8_t *out, int32_t capacity) {
    UErrorCode error = U_ZERO_ERROR;
    int32_t count = 0;
    u_strToUTF8((char *)out, capacity, &count, text, length, &error);
    return U_SUCCESS(error) ? count : -1;
}

int32_t weir_fold(const uint8_t *bytes, int32_t count, uint8_t *out, int32_t capacity) {
    pthread_once(&once, open_engine);
    UChar text[CAPACITY], folded[CAPACITY];
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = from_utf8(bytes, count, text);
    if (length < 0 || !casefold) return -1;
    length = unorm2_normalize(casefold, text, length, folded, CAPACITY, &error);
    if (U_FAILURE(error)) return -1;
    length = transliterate(latin_ascii, folded, length);
    return length < 0 ? -1 : to_utf8(folded, length, out, capacity);
}

static int32_t latin_by(UTransliterator *engine, const uint8_t *bytes, int32_t count, uint8_t *out, int32_t capacity) {
    UChar text[CAPACITY];
    int32_t length = from_utf8(bytes, count, text);
    if (length >= 0) length = transliterate(engine, text, length);
    return length < 0 ? -1 : to_utf8(text, length, out, capacity);
}

static bool is_ascii(const UChar *text, int32_t length) {
    UChar all = 0;
    for (int32_t i = 0; i < length; i++) all |= text[i];
    return all < 0x80;
}

static bool has_cyrillic(const UChar *text, int32_t length) {
    for (int32_t i = 0; i < length;) {
        UChar32 c;
        U16_NEXT(text, i, length, c);
        if (uscript_hasScript(c, USCRIPT_CYRILLIC)) return true;
    }
    return false;
}

// What ICU's transliterator "NFKC; Russian-Latin/BGN; Any-Latin; NFKC; Latin-ASCII; Lower" does, with each step left out
// where it has nothing to do, and without what it takes to run normalisation as a transliterator: half of the time.
static int32_t latin(UChar *text, int32_t length, UChar *spare) {
    UErrorCode error = U_ZERO_ERROR;
    length = unorm2_normalize(nfkc, text, length, spare, CAPACITY, &error);
    if (U_FAILURE(error)) return -1;
    if (has_cyrillic(spare, length)) length = transliterate(russian_latin, spare, length);
    if (length >= 0) length = transliterate(any_latin, spare, length);
    if (length < 0) return -1;
    length = unorm2_normalize(nfkc, spare, length, text, CAPACITY, &error);
    if (U_FAILURE(error)) return -1;
    if (!is_ascii(text, length)) length = transliterate(latin_ascii, text, length);
    if (length < 0) return -1;
    length = u_strToLower(spare, CAPACITY, text, length, "", &error);
    return U_SUCCESS(error) ? length : -1;
}

int32_t weir_latin(const uint8_t *bytes, int32_t count, uint8_t *out, int32_t capacity) {
    pthread_once(&once, open_engine);
    pthread_once(&once_any, open_any);
    UChar text[CAPACITY], spare[CAPACITY];
    int32_t length = from_utf8(bytes, count, text);
    if (length >= 0 && nfkc) length = latin(text, length, spare);
    return length < 0 ? -1 : to_utf8(spare, length, out, capacity);
}

int32_t weir_han_latin(const uint8_t *bytes, int32_t count, uint8_t *out, int32_t capacity) {
    pthread_once(&once_han, open_han);
    return latin_by(han_latin, bytes, count, out, capacity);
}

int32_t weir_simplified(const uint8_t *bytes, int32_t count, uint8_t *out, int32_t capacity) {
    pthread_once(&once_simplified, open_simplified);
    return latin_by(simplified, bytes, count, out, capacity);
}

int32_t weir_scalar_kind(uint32_t scalar) {
    UErrorCode error = U_ZERO_ERROR;
    UChar32 c = (UChar32)scalar;
    if (uscript_getScript(c, &error) == USCRIPT_HAN && (u_isalpha(c) || u_charType(c) == U_LETTER_NUMBER)) return WEIR_HAN;
    if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return WEIR_IGNORABLE;
    int mask = U_GET_GC_MASK(c);
    if (mask & (U_GC_L_MASK | U_GC_N_MASK)) return WEIR_LETTER;
    if (mask & U_GC_M_MASK) return WEIR_MARK;
    return WEIR_SEPARATOR;
}
