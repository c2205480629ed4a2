/* SPDX-License-Identifier: MIT
 * converter: runs a program that makes text of text, from its standard input to
 * its standard output, and can do little else: it may read files, but neither
 * write nor connect, and has limits of time, memory and output. */
#ifndef FEEDMILL_BASE_PROCESS_CONVERTER_H
#define FEEDMILL_BASE_PROCESS_CONVERTER_H

#include "base/core/buf.h"
#include "base/core/mem.h"

struct converter_limits {
	unsigned seconds;  /* of CPU time; of the clock ten times as many */
	size_t memory;     /* bytes */
	size_t output;     /* bytes */
	bool is_free;      /* no confinement, for debuggers */
};

/* Runs argv[0], a path, and appends its output. False: it failed; *why says how,
 * in the arena: "exits with 1: no such option". From any thread. */
bool converter_run(char *const argv[], str input,
    const struct converter_limits *l, struct buf *out, str *why,
    struct arena *a);

/* The words of a command as an array that NULL ends; quotes keep blanks in a
 * word. The first one is looked up in PATH. NULL: there is no such program, or
 * no word; *program is its name. */
char *const *converter_words(str command, str *program, struct arena *a);

#endif
