/* SPDX-License-Identifier: MIT
 * regex: regular expressions in the syntax of Python.
 *
 * References to groups, lookahead, lookbehind and flags are not supported, and
 * \d is an ASCII digit. Each step visits each position of a text at most once,
 * so that no pattern takes long. */
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

/* Compiles a pattern of at most 1000 bytes. False: *why says what is wrong, in
 * words that follow the pattern ("has a '(' that is not closed"). Both live in
 * the arena. */
bool regex_compile(struct regex *re, str pattern, struct arena *a, str *why);

/* Whether the pattern matches at the beginning of a text, as in Python's
 * re.match. A group that took no part in the match is a NULL slice. A text of
 * more than 1024 bytes never matches, nor one that leaves 100,000 choices
 * open. */
bool regex_match(const struct regex *re, str text, str groups[REGEX_GROUPS]);

#endif
