// A thin door to libjansson. Only fixed-width integers and opaque types cross it.
#pragma once
#include <stdbool.h>
#include <stdint.h>

/// A value of a document, valid until the document is closed.
typedef struct weir_json weir_json;

/// Where and why reading stopped.
typedef struct {
    /// The line, from 1.
    int64_t line;
    /// The library's words, ended by a zero.
    char reason[160];
    /// Whether the document ends too early.
    bool is_cut;
} weir_json_failure;

/// Reads a document that is one value, nested 2,048 deep at most. Returns its root, or null with the failure told.
/// A name that an object has twice has the last of the values. Close it with ``weir_json_close``.
const weir_json * weir_json_open(const uint8_t *bytes, int64_t count, weir_json_failure *failure);
void weir_json_close(const weir_json *root);

enum { WEIR_JSON_OBJECT, WEIR_JSON_ARRAY, WEIR_JSON_TEXT, WEIR_JSON_INTEGER, WEIR_JSON_NULL, WEIR_JSON_OTHER };
/// One of the values above; numbers with a fraction, true and false are OTHER.
int32_t weir_json_kind(const weir_json *value);
/// The bytes of a text, UTF-8, and how many they are.
const uint8_t *weir_json_text(const weir_json *value, int64_t *count);
/// Whether the value is false.
bool weir_json_is_false(const weir_json *value);
int64_t weir_json_integer(const weir_json *value);
/// How many elements an array has; 0 for other values.
int64_t weir_json_count(const weir_json *value);
/// An element of an array, from 0; null beyond its end and for other values.
const weir_json * weir_json_element(const weir_json *value, int64_t place);
/// A member of an object; null where it has none of that name, and for other values.
const weir_json * weir_json_member(const weir_json *value, const uint8_t *name, int64_t count);
