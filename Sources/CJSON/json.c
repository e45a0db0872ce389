#include "CJSON.h"
#include <jansson.h>
#include <string.h>

static const json_t *value_of(const weir_json *value) { return (const json_t *)value; }

const weir_json *weir_json_open(const uint8_t *bytes, int64_t count, weir_json_failure *failure) {
    json_error_t error = {.line = 1};
    json_t *root = json_loadb((const char *)bytes, (size_t)count, JSON_ALLOW_NUL | JSON_DECODE_ANY, &error);
    if (root) return (const weir_json *)root;
    failure->is_cut =
        json_error_code(&error) == json_error_premature_end_of_input || error.position >= count;
    failure->line = error.line < 1 ? 1 : error.line;
    strncpy(failure->reason, error.text, sizeof failure->reason - 1);
    failure->reason[sizeof failure->reason - 1] = 0;
    return NULL;
}

void weir_json_close(const weir_json *root) { json_decref((json_t *)root); }

int32_t weir_json_kind(const weir_json *value) {
    switch (json_typeof(value_of(value))) {
    case JSON_OBJECT: return WEIR_JSON_OBJECT;
    case JSON_ARRAY: return WEIR_JSON_ARRAY;
    case JSON_STRING: return WEIR_JSON_TEXT;
    case JSON_INTEGER: return WEIR_JSON_INTEGER;
    case JSON_NULL: return WEIR_JSON_NULL;
    default: return WEIR_JSON_OTHER;
    }
}

bool weir_json_is_false(const weir_json *value) { return json_is_false(value_of(value)); }

const uint8_t *weir_json_text(const weir_json *value, int64_t *count) {
    *count = (int64_t)json_string_length(value_of(value));
    return (const uint8_t *)json_string_value(value_of(value));
}

int64_t weir_json_integer(const weir_json *value) { return json_integer_value(value_of(value)); }

int64_t weir_json_count(const weir_json *value) { return (int64_t)json_array_size(value_of(value)); }

const weir_json *weir_json_element(const weir_json *value, int64_t place) {
    return (const weir_json *)json_array_get(value_of(value), (size_t)place);
}

const weir_json *weir_json_member(const weir_json *value, const uint8_t *name, int64_t count) {
    return (const weir_json *)json_object_getn(value_of(value), (const char *)name, (size_t)count);
}
