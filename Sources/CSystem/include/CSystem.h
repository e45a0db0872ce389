// What Swift has no names for: instructions of the processor, and how memory is taken from the system.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "CPlainText.h"
#include "CSystemBytes.h"

/// Whether this processor has instructions for SHA-256; with them it is ten times as fast.
bool weir_has_sha256(void);

/// Takes blocks of 64 bytes into the state, by the 64 round constants; only where the processor has the instructions.
void weir_sha256(uint32_t state[8], const uint8_t *blocks, size_t count, const uint32_t constants[64]);

/// Has the process take memory in large pieces and pages, and keep what is given back, as long as tables are built.
void weir_begin_building(void);

/// From now on large blocks are pieces of their own again: those that are all zero cost nothing until they are touched.
void weir_end_building(void);

/// A checksum (XXH3, 64 bits) that tells damage from what was written, but no intent; many GB/s.
uint64_t weir_checksum(const void *bytes, size_t count);

/// Has the process end with a message when a file that it has mapped turns out to have been cut short since: there is no
/// other sign of it than a signal.
void weir_say_when_cut(const char *message, int exit_code);

/// A number drawn by chance when the process begins; `weir_hash_seed` reads it.
extern uint64_t weir_seed_of_run;

/// A secret of this run, for hashes: no more than a load, since they are made for every word.
static inline uint64_t weir_hash_seed(void) { return weir_seed_of_run; }

/// Has the processor fetch the cache line of an address, which need not be a valid one.
static inline void weir_prefetch(const void *address) { __builtin_prefetch(address); }

/// Finds the sets of bits that differ from one by `most` bits at most: `near` gets their places, and has room for all.
/// Returns how many there are.
size_t weir_near_sets(const uint32_t *sets, size_t count, uint32_t set, uint32_t most, uint32_t *near);

/// The same for every processor, of the sets from `first` on.
size_t weir_portable_near_sets(
    const uint32_t *sets, size_t first, size_t count, uint32_t set, uint32_t most, uint32_t *near);
