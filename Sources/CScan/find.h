// Where a record and its fields end, whichever instructions count and place the bits.
#pragma once
#include "CScan.h"

WEIR_INLINE weir_record find_end(const weir_marks *marks, size_t blocks, size_t start) {
    weir_record record = {.delimiters = 0, .line_end = -1, .inner_line_ends = 0};
    uint64_t live = ~0ull << start % WEIR_BLOCK;
    for (size_t i = start / WEIR_BLOCK; i < blocks; i++, live = ~0ull) {
        uint64_t line_ends = marks[i].line_ends & live;
        // What comes before the first line end; everything where there is none.
        uint64_t own = ((line_ends & -line_ends) - 1) & live;
        record.delimiters += weir_count(marks[i].delimiters & own);
        record.inner_line_ends |= marks[i].inner_line_ends & own;
        if (line_ends != 0) {
            record.line_end = (intptr_t)(i * WEIR_BLOCK) + weir_first(line_ends);
            break;
        }
    }
    return record;
}

WEIR_INLINE void field_ends(const weir_marks *marks, size_t start, intptr_t count, intptr_t origin, intptr_t *ends) {
    uint64_t live = ~0ull << start % WEIR_BLOCK;
    for (size_t i = start / WEIR_BLOCK; count > 0; i++, live = ~0ull) {
        intptr_t placed = weir_places(marks[i].delimiters & live, origin + (intptr_t)(i * WEIR_BLOCK), ends);
        ends += placed;
        count -= placed;
    }
}

#if defined(__x86_64__)
weir_record find_end_wide(const weir_marks *marks, size_t blocks, size_t start);
void field_ends_wide(const weir_marks *marks, size_t start, intptr_t count, intptr_t origin, intptr_t *ends);
#endif
