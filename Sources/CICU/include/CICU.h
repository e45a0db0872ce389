// A thin door to libicu. Only fixed-width integers and opaque types cross it: ICU's own headers rename
// every function by a macro, which Swift can't import, and clash with the ICU inside Foundation.
#pragma once
#include <stdint.h>

/// The version of the ICU library in use, such as "72.1".
const char *weir_icu_version(void);
