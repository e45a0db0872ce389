#include "CBench.h"

static const uint8_t words[] = {
#embed "../Words/words.csv"
};

bench_data bench_words(void) { return (bench_data){words, sizeof words}; }
