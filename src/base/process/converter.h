/* SPDX-License-Identifier: MIT
 * converter: runs a program that reads a text from standard input and writes
 * another one to standard output. It may read files, but neither write files
 * nor connect, and has limits of time, memory and output. */
#ifndef FEEDMILL_BASE_PROCESS_CONVERTER_H
#define FEEDMILL_BASE_PROCESS_CONVERTER_H

#include "base/core/buf.h"
#include "base/core/mem.h"

struct converter_limits {
	unsigned seconds;  /* of CPU time; by the clock ten times as many */
	size_t memory;     /* bytes */
	size_t output;     /* bytes */
	bool is_free;      /* not confined, for debuggers */
};

/* Runs argv[0], a path, and appends its output. False: it failed, and *why says
 * how, in the arena: "exits with 1: no such option". May be called from any
 * thread. */
bool converter_run(char *const argv[], str input,
    const struct converter_limits *l, struct buf *out, str *why,
    struct arena *a);

/* Splits a command into words, as an array that ends with NULL; quotes keep
 * blanks in a word. Looks up the first word in PATH; *program becomes that word
 * as written. NULL: there is no such program, or no word. */
char *const *converter_words(str command, str *program, struct arena *a);

#endif
