#include "CICU.h"
#include <stdlib.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

enum { PIVOT_COUNT = 4096 };

struct weir_decoder {
    UConverter *source;
    UConverter *target;
    UChar *pivot_source;
    UChar *pivot_target;
    UChar pivot[PIVOT_COUNT];
};

// An invalid sequence passes the UTF-16 in the middle as a lone surrogate: valid text has none, so nothing that
// the input can hold is taken for the mark.
static void mark_invalid(const void *context, UConverterToUnicodeArgs *args, const char *units, int32_t length,
                         UConverterCallbackReason reason, UErrorCode *error) {
    (void)context, (void)units, (void)length;
    if (reason > UCNV_IRREGULAR) return; // reset, close, clone: nothing to convert
    static const UChar mark = 0xDFFF;
    *error = U_ZERO_ERROR;
    ucnv_cbToUWriteUChars(args, &mark, 1, 0, error);
}

static void write_mark(const void *context, UConverterFromUnicodeArgs *args, const UChar *units, int32_t length,
                       UChar32 code_point, UConverterCallbackReason reason, UErrorCode *error) {
    (void)context, (void)units, (void)length, (void)code_point;
    if (reason > UCNV_IRREGULAR) return;
    static const char mark = (char)0xFF;
    *error = U_ZERO_ERROR;
    ucnv_cbFromUWriteBytes(args, &mark, 1, 0, error);
}

weir_decoder *weir_decoder_open(const char *encoding) {
    weir_decoder *decoder = calloc(1, sizeof *decoder);
    if (decoder == NULL) return NULL;
    UErrorCode error = U_ZERO_ERROR;
    decoder->source = ucnv_open(encoding, &error);
    decoder->target = ucnv_open("UTF-8", &error);
    decoder->pivot_source = decoder->pivot_target = decoder->pivot;
    if (U_SUCCESS(error)) ucnv_setToUCallBack(decoder->source, mark_invalid, NULL, NULL, NULL, &error);
    if (U_SUCCESS(error)) ucnv_setFromUCallBack(decoder->target, write_mark, NULL, NULL, NULL, &error);
    if (U_SUCCESS(error)) return decoder;
    weir_decoder_close(decoder);
    return NULL;
}

void weir_decoder_close(weir_decoder *decoder) {
    ucnv_close(decoder->source);
    ucnv_close(decoder->target);
    free(decoder);
}

int32_t weir_decoder_convert(weir_decoder *decoder, const uint8_t *source, int32_t source_count, int32_t *source_used,
                             uint8_t *target, int32_t target_count, int32_t *target_used, int32_t is_last) {
    const char *from = (const char *)source;
    char *to = (char *)target;
    UErrorCode error = U_ZERO_ERROR;
    ucnv_convertEx(decoder->target, decoder->source, &to, to + target_count, &from, from + source_count,
                   decoder->pivot, &decoder->pivot_source, &decoder->pivot_target, decoder->pivot + PIVOT_COUNT,
                   /* reset */ 0, is_last != 0, &error);
    *source_used = (int32_t)(from - (const char *)source);
    *target_used = (int32_t)(to - (char *)target);
    if (error == U_BUFFER_OVERFLOW_ERROR) return 1;
    return U_SUCCESS(error) ? 0 : -1;
}
