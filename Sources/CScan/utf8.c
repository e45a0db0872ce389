#include "CScan.h"

/// The length of the sequence that starts with a byte of 0x80 or more, 2...4; 0 where it isn't valid.
///
/// The table is that of the Unicode standard (3-7, well-formed UTF-8 byte sequences): the range of the second byte
/// depends on the first, the others are always 80...BF.
static size_t sequence_length(const uint8_t *bytes, size_t count) {
    uint8_t lead = bytes[0], low = 0x80, high = 0xBF;
    size_t length;
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

size_t weir_utf8_valid(const uint8_t *bytes, size_t count) {
    size_t position = 0;
    while (position < count) {
        while (position + WEIR_BLOCK <= count && weir_is_ascii(weir_load(bytes + position))) position += WEIR_BLOCK;
        // On to what isn't ASCII, eight bytes at a time.
        while (position + 8 <= count) {
            uint64_t word;
            __builtin_memcpy(&word, bytes + position, 8);
            if ((word & 0x8080808080808080ull) != 0) break;
            position += 8;
        }
        while (position < count && bytes[position] < 0x80) position++;
        // Names in Chinese are run after run of sequences of three bytes.
        while (position < count && bytes[position] >= 0x80) {
            size_t length = sequence_length(bytes + position, count - position);
            if (length == 0) return position;
            position += length;
        }
    }
    return count;
}
