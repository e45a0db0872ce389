// Finding where a record ends, whichever instructions count and place the bits.
#pragma once
#include "CScan.h"

WEIR_INLINE weir_record find_end(const weir_marks *marks, size_t blocks, size_t start, intptr_t origin, intptr_t *ends,
                                 intptr_t capacity) {
    weir_record record = {.delimiters = 0, .line_end = WEIR_NO_END, .inner_line_ends = 0};
    uint64_t live = ~0ull << start % WEIR_BLOCK;
    for (size_t i = start / WEIR_BLOCK; i < blocks; i++, live = ~0ull) {
        if (record.delimiters + WEIR_BLOCK + WEIR_PLACES_SPARE > capacity) {
            record.line_end = WEIR_NO_ROOM;
            return record;
        }
        uint64_t line_ends = marks[i].line_ends & live;
        // What comes before the first line end; everything where there is none.
        uint64_t own = ((line_ends & -line_ends) - 1) & live;
        intptr_t offset = origin + (intptr_t)(i * WEIR_BLOCK);
        record.delimiters += weir_places(marks[i].delimiters & own, offset, ends + record.delimiters);
        record.inner_line_ends |= marks[i].inner_line_ends & own;
        if (line_ends != 0) {
            record.line_end = offset + weir_first(line_ends);
            ends[record.delimiters] = record.line_end;
            break;
        }
    }
    return record;
}

#if defined(__x86_64__)
weir_record find_end_wide(const weir_marks *marks, size_t blocks, size_t start, intptr_t origin, intptr_t *ends,
                          intptr_t capacity);
#endif
