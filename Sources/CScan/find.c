#include "find.h"

weir_record weir_find_end(const weir_marks *marks, size_t blocks, size_t start, weir_ends ends,
                          [[maybe_unused]] bool is_wide) {
#if defined(__x86_64__)
    if (is_wide) return find_end_wide(marks, blocks, start, ends);
#endif
    return find_end(marks, blocks, start, ends);
}

void weir_field_ends(const weir_marks *marks, size_t start, weir_ends ends, [[maybe_unused]] bool is_wide) {
#if defined(__x86_64__)
    if (is_wide) return field_ends_wide(marks, start, ends);
#endif
    field_ends(marks, start, ends);
}
