#include "utf8.h"

/// The length of the sequence that starts with a byte, 1...4; 0 where it isn't valid.
///
/// The table is that of the Unicode standard (3-7, well-formed UTF-8 byte sequences): the range of the second byte
/// depends on the first, the others are always 80...BF.
static size_t sequence_length(const uint8_t *bytes, size_t count) {
    uint8_t lead = bytes[0], low = 0x80, high = 0xBF;
    size_t length;
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4) return 0;
    if (lead < 0xE0) {
        length = 2;
    } else if (lead < 0xF0) {
        length = 3;
        if (lead == 0xE0) low = 0xA0;
        if (lead == 0xED) high = 0x9F;
    } else {
        length = 4;
        if (lead == 0xF0) low = 0x90;
        if (lead == 0xF4) high = 0x8F;
    }
    if (count < length || bytes[1] < low || bytes[1] > high) return 0;
    for (size_t i = 2; i < length; i++)
        if ((bytes[i] & 0xC0) != 0x80) return 0;
    return length;
}

/// One sequence after the other, from the start of one on until one ends at `end` or behind it, or isn't valid.
static size_t valid_from(size_t position, const uint8_t *bytes, size_t count, size_t end) {
    while (position < end) {
        size_t length = sequence_length(bytes + position, count - position);
        if (length == 0) break;
        position += length;
    }
    return position;
}

#if defined(WITHOUT_VECTORS)

size_t weir_utf8_valid(const uint8_t *bytes, size_t count) {
    size_t position = 0;
    while (position < count) {
        while (position + WEIR_BLOCK <= count && weir_is_ascii(weir_load(bytes + position))) position += WEIR_BLOCK;
        size_t end = position + WEIR_BLOCK < count ? position + WEIR_BLOCK : count;
        position = valid_from(position, bytes, count, end);
        if (position < end) return position;
    }
    return count;
}

#else

size_t weir_utf8_valid(const uint8_t *bytes, size_t count) {
    size_t position = 0;
    for (; position + WEIR_BLOCK <= count; position += WEIR_BLOCK) {
        bool is_plain = position == 0 || bytes[position - 1] < 0x80;
        if (weir_is_ascii(weir_load(bytes + position)) & is_plain) continue;
        if (position == 0 ? !is_edge_sound(bytes, 0, WEIR_BLOCK) : !is_sound(bytes + position)) break;
    }
    // Also where there is no byte left: the last one may await others.
    if (position + WEIR_BLOCK > count && is_edge_sound(bytes, position, count)) return count;
    // From the start of the sequence that reaches into the block.
    for (size_t back = 1; back <= BEFORE && back <= position; back++) {
        uint8_t byte = bytes[position - back];
        if (byte < 0x80) break;
        if (byte >= 0xC0) {
            position -= back;
            break;
        }
    }
    return valid_from(position, bytes, count, count);
}

#endif
