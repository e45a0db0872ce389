#include "CBench.h"
#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>

void bench_forget_peak(void) {
    malloc_trim(0);
    int descriptor = open("/proc/self/clear_refs", O_WRONLY);
    if (descriptor < 0) return;
    // Where the system refuses, a child's peak is at least this process's: too much, never too little.
    ssize_t written = write(descriptor, "5", 1);
    (void)written;
    close(descriptor);
}
