#include "find.h"

weir_record weir_find_end(const weir_marks *marks, size_t blocks, size_t start, [[maybe_unused]] bool is_wide) {
#if defined(__x86_64__)
    if (is_wide) return find_end_wide(marks, blocks, start);
#endif
    return find_end(marks, blocks, start);
}

void weir_field_ends(const weir_marks *marks, size_t start, intptr_t count, intptr_t origin, intptr_t *ends,
                     [[maybe_unused]] bool is_wide) {
#if defined(__x86_64__)
    if (is_wide) return field_ends_wide(marks, start, count, origin, ends);
#endif
    field_ends(marks, start, count, origin, ends);
}
