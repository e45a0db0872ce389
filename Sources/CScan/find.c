#include "find.h"

weir_record weir_find_end(const weir_marks *marks, size_t blocks, size_t start, intptr_t origin, intptr_t *ends,
                          intptr_t capacity, [[maybe_unused]] bool is_wide) {
#if defined(__x86_64__)
    if (is_wide) return find_end_wide(marks, blocks, start, origin, ends, capacity);
#endif
    return find_end(marks, blocks, start, origin, ends, capacity);
}
