/* SPDX-License-Identifier: MIT
 * help: what --help and the command help print, from the tables. */
#ifndef FEEDMILL_CLI_HELP_H
#define FEEDMILL_CLI_HELP_H

#include "base/core/buf.h"
#include "cli/command.h"

/* Appends the help of a command; NULL: of all commands, in short. */
void help_text(struct buf *out, const struct command *c);

/* Prints the same on standard output. */
void help_print(const struct command *c);

/* Appends the words of a text in lines of at most `width` columns. The first
 * line is at column `at`, the others begin with `indent` blanks. */
void help_fill(struct buf *out, str text, size_t at, size_t indent,
    size_t width);

#endif
