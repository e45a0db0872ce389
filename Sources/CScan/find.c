#include "find.h"

// Functions of their own, so that those below only choose.
static __attribute__((noinline)) weir_record find_end_plain(const weir_marks *marks, size_t blocks, size_t start,
                                                            const weir_ends *ends) {
    return find_end(marks, blocks, start, ends);
}

static __attribute__((noinline)) void field_ends_plain(const weir_marks *marks, size_t start, const weir_ends *ends) {
    field_ends(marks, start, ends);
}

weir_record weir_find_end(const weir_marks *marks, size_t blocks, size_t start, const weir_ends *ends,
                          [[maybe_unused]] bool is_wide) {
#if defined(__x86_64__)
    if (is_wide) return find_end_wide(marks, blocks, start, ends);
#endif
    return find_end_plain(marks, blocks, start, ends);
}

void weir_field_ends(const weir_marks *marks, size_t start, const weir_ends *ends, [[maybe_unused]] bool is_wide) {
#if defined(__x86_64__)
    if (is_wide) return field_ends_wide(marks, start, ends);
#endif
    field_ends_plain(marks, start, ends);
}
