#include "CSystem.h"

#include <stdlib.h>
#include <sys/random.h>

uint64_t weir_seed_of_run;

// Before main, so that whoever reads it need not ask whether it is there.
__attribute__((constructor)) static void draw_seed(void) {
    if (getrandom(&weir_seed_of_run, sizeof weir_seed_of_run, GRND_NONBLOCK) != sizeof weir_seed_of_run) abort();
}
