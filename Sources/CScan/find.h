// Where a record and its fields end, whichever instructions count and place the bits.
#pragma once
#include "CScan.h"

WEIR_INLINE weir_record find_end(const weir_marks *marks, size_t blocks, size_t start, const weir_ends *ends) {
    weir_record record = {.delimiters = 0, .line_end = -1, .inner_line_ends = 0};
    intptr_t *place = ends->places, *enough = place + ends->wanted;
    uint64_t live = ~0ull << start % WEIR_BLOCK;
    for (size_t i = start / WEIR_BLOCK; i < blocks; i++, live = ~0ull) {
        uint64_t line_ends = marks[i].line_ends & live;
        // What comes before the first line end; everything where there is none.
        uint64_t own = ((line_ends & -line_ends) - 1) & live;
        uint64_t delimiters = marks[i].delimiters & own;
        intptr_t count = weir_count(delimiters), offset = (intptr_t)(i * WEIR_BLOCK);
        if (place < enough) {
            weir_places(delimiters, count, ends->origin + offset, place);
            place += count;
        }
        record.delimiters += count;
        record.inner_line_ends |= marks[i].inner_line_ends & own;
        if (line_ends != 0) {
            record.line_end = offset + weir_first(line_ends);
            break;
        }
    }
    return record;
}

WEIR_INLINE void field_ends(const weir_marks *marks, size_t start, const weir_ends *ends) {
    uint64_t live = ~0ull << start % WEIR_BLOCK;
    intptr_t *place = ends->places, *enough = place + ends->wanted;
    for (size_t i = start / WEIR_BLOCK; place < enough; i++, live = ~0ull) {
        uint64_t delimiters = marks[i].delimiters & live;
        intptr_t count = weir_count(delimiters);
        weir_places(delimiters, count, ends->origin + (intptr_t)(i * WEIR_BLOCK), place);
        place += count;
    }
}

#if defined(__x86_64__)
weir_record find_end_wide(const weir_marks *marks, size_t blocks, size_t start, const weir_ends *ends);
void field_ends_wide(const weir_marks *marks, size_t start, const weir_ends *ends);
#endif
