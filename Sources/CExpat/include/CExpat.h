// A thin door to libexpat. Only fixed-width integers and function pointers cross it.
#pragma once
#include <stdint.h>

/// Attributes of an element: names and values in turn, each ended by a zero, and a null pointer behind the last.
typedef const char *const *weir_xml_attributes;

/// What is told of a document, in its order. Texts are UTF-8 and valid until the call returns.
typedef struct {
    /// An element begins in a line, from 1.
    void (*start)(void *context, const char *name, weir_xml_attributes attributes, int64_t line);
    /// A piece of text; what stands between two elements may come in several.
    void (*text)(void *context, const uint8_t *bytes, int64_t count);
    void (*end)(void *context);
} weir_xml_handlers;

/// Where and why reading stopped. `reason` is a text of the library, never null.
typedef struct {
    int64_t line;
    const char *reason;
} weir_xml_failure;

/// Reads a document that is valid UTF-8, whatever encoding it declares. Entities that a document declares are
/// refused, since a few lines of them can stand for gigabytes; nothing outside the document is read. Returns 0, or -1
/// with the failure told.
int32_t weir_xml_read(const uint8_t *bytes, int64_t count, const weir_xml_handlers *handlers, void *context,
                      weir_xml_failure *failure);
