/* SPDX-License-Identifier: MIT
 * regex: regular expressions in the syntax of Python.
 *
 * Without references to groups, looking ahead or behind, and flags. Each place
 * of a text is visited at most once for each instruction, so that no pattern
 * takes long. */
#ifndef FEEDMILL_BASE_TEXT_REGEX_H
#define FEEDMILL_BASE_TEXT_REGEX_H

#include "base/core/mem.h"
#include "base/core/str.h"

enum { REGEX_GROUPS = 16 };

struct regex {
	const struct regex_step *steps;
	size_t count;
	str names[REGEX_GROUPS]; /* of (?P<name>), empty where it has none */
	size_t groups;
};

/* Compiles a pattern. False: *why says what is wrong with it, in words that
 * follow it. Both live in the arena. */
bool regex_compile(struct regex *re, str pattern, struct arena *a, str *why);

/* Whether a text begins with the pattern, as Python's re.match has it. A group
 * that takes no part has a NULL slice. A text of more than 1024 bytes does not
 * match. */
bool regex_match(const struct regex *re, str text, str groups[REGEX_GROUPS]);

#endif
