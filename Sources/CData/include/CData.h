// The files of Data/ as bytes in the binary. #embed keeps them out of Swift array literals, which cost
// compile time and a heap copy at start-up; the bytes here are read-only pages of the executable.
#pragma once
#include <stdint.h>

typedef struct {
    const uint8_t *bytes;
    int64_t count;
} weir_data;

/// Data/entities.csv
weir_data weir_data_entities(void);
