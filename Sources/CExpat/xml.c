#include "CExpat.h"
#include <expat.h>
#include <stdbool.h>

// expat counts the bytes of a piece in an int.
enum { PIECE = 1 << 30 };

typedef struct {
    const weir_xml_handlers *handlers;
    void *context;
    XML_Parser parser;
    bool declares_entities;
} reader;

static void XMLCALL start(void *data, const XML_Char *name, const XML_Char **attributes) {
    const reader *reader = data;
    reader->handlers->start(reader->context, name, (weir_xml_attributes)attributes,
                            (int64_t)XML_GetCurrentLineNumber(reader->parser));
}

static void XMLCALL end(void *data, const XML_Char *name) {
    (void)name;
    const reader *reader = data;
    reader->handlers->end(reader->context);
}

static void XMLCALL text(void *data, const XML_Char *bytes, int count) {
    const reader *reader = data;
    reader->handlers->text(reader->context, (const uint8_t *)bytes, count);
}

static void XMLCALL entity(void *data, const XML_Char *name, int is_parameter, const XML_Char *value, int length,
                           const XML_Char *base, const XML_Char *system, const XML_Char *public,
                           const XML_Char *notation) {
    (void)name, (void)is_parameter, (void)value, (void)length, (void)base, (void)system, (void)public, (void)notation;
    reader *reader = data;
    reader->declares_entities = true;
    XML_StopParser(reader->parser, XML_FALSE);
}

int32_t weir_xml_read(const uint8_t *bytes, int64_t count, const weir_xml_handlers *handlers, void *context,
                      weir_xml_failure *failure) {
    *failure = (weir_xml_failure){.line = 1, .reason = "out of memory"};
    XML_Parser parser = XML_ParserCreate("UTF-8");
    if (!parser) return -1;
    reader reader = {.handlers = handlers, .context = context, .parser = parser};
    XML_SetUserData(parser, &reader);
    XML_SetElementHandler(parser, start, end);
    XML_SetCharacterDataHandler(parser, text);
    XML_SetEntityDeclHandler(parser, entity);
    int32_t result = 0;
    for (bool is_last = false; !is_last;) {
        int piece = count > PIECE ? PIECE : (int)count;
        is_last = piece == count;
        if (XML_Parse(parser, (const char *)bytes, piece, is_last) != XML_STATUS_OK) {
            const char *reason = XML_ErrorString(XML_GetErrorCode(parser));
            failure->line = (int64_t)XML_GetCurrentLineNumber(parser);
            failure->reason = reader.declares_entities ? "an entity is declared" : reason ? reason : "not well-formed";
            result = -1;
            break;
        }
        bytes += piece;
        count -= piece;
    }
    XML_ParserFree(parser);
    return result;
}
