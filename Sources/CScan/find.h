// Where a record and its fields end, whichever instructions count and place the bits.
#pragma once
#include "CScan.h"

WEIR_INLINE weir_record find_end(const weir_marks *marks, size_t blocks, size_t start, weir_ends ends) {
    weir_record record = {.delimiters = 0, .line_end = -1, .inner_line_ends = 0};
    uint64_t live = ~0ull << start % WEIR_BLOCK;
    for (size_t i = start / WEIR_BLOCK; i < blocks; i++, live = ~0ull) {
        uint64_t line_ends = marks[i].line_ends & live;
        // What comes before the first line end; everything where there is none.
        uint64_t own = ((line_ends & -line_ends) - 1) & live;
        uint64_t delimiters = marks[i].delimiters & own;
        intptr_t offset = (intptr_t)(i * WEIR_BLOCK);
        record.delimiters += record.delimiters < ends.wanted
                                 ? weir_places(delimiters, ends.origin + offset, ends.places + record.delimiters)
                                 : weir_count(delimiters);
        record.inner_line_ends |= marks[i].inner_line_ends & own;
        if (line_ends != 0) {
            record.line_end = offset + weir_first(line_ends);
            break;
        }
    }
    return record;
}

WEIR_INLINE void field_ends(const weir_marks *marks, size_t start, weir_ends ends) {
    uint64_t live = ~0ull << start % WEIR_BLOCK;
    intptr_t placed = 0;
    for (size_t i = start / WEIR_BLOCK; placed < ends.wanted; i++, live = ~0ull)
        placed += weir_places(
            marks[i].delimiters & live, ends.origin + (intptr_t)(i * WEIR_BLOCK), ends.places + placed);
}

#if defined(__x86_64__)
weir_record find_end_wide(const weir_marks *marks, size_t blocks, size_t start, weir_ends ends);
void field_ends_wide(const weir_marks *marks, size_t start, weir_ends ends);
#endif
