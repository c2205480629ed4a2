/* SPDX-License-Identifier: MIT
 * formats: the table of formats, and nothing else, so that a program may link
 * another one. */
#include "feed/formats/formats.h"

#include <assert.h>

const struct format *const formats[] = {
	&format_atom,
	&format_rss,
	&format_json,
	NULL,
};

static_assert(sizeof formats / sizeof formats[0] <= MOST_FORMATS + 1,
    "raise MOST_FORMATS in plan.h");
