#include "CSystem.h"
// All of the library is in its header.
#define XXH_INLINE_ALL
#include <xxhash.h>

uint64_t weir_checksum(const void *bytes, size_t count) { return XXH3_64bits(bytes, count); }
