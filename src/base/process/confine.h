/* SPDX-License-Identifier: MIT
 * confine: takes rights away from this process, for good. */
#ifndef FEEDMILL_BASE_PROCESS_CONFINE_H
#define FEEDMILL_BASE_PROCESS_CONFINE_H

#include <stdbool.h>
#include <stddef.h>

/* The walls of a process, as bits. */
enum confine_wall {
	CONFINE_LANDLOCK = 1 << 0, /* no file can be written or executed */
	CONFINE_SECCOMP = 1 << 1,  /* no system call that reading needs not */
};

/* Leaves this process the right to read files, to write to descriptor `out`
 * and below it, and to end. Call it from a process with one thread. Returns
 * the walls that this kernel has. */
unsigned confine_to_reading(int out);
/* Takes away the right to write files, to connect, and to reach into other
 * processes, as far as the kernel can. This also holds for a program that this
 * process executes. Safe to call after a fork. */
void confine_to_converting(void);
/* Leaves this thread, and those that it starts, the right to write below these
 * folders and to /dev/null. Takes away the right to execute, unless `may_run`.
 * If a folder does not exist, the first folder above it that exists counts
 * instead. False: the kernel has no Landlock or refuses it, and nothing has
 * changed. */
bool confine_to_folders(const char *const *folders, size_t n, bool may_run);
/* Limits what it may allocate beyond what it has, and forbids core dumps.
 * `memory` is in bytes; 0: no limit. */
void confine_memory(size_t memory);

#endif
