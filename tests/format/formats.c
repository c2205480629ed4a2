/* SPDX-License-Identifier: MIT
 * formats: the table of formats with one more. The linker takes it in place of
 * the one in libfeedmill.a. */
#include "feed/formats/formats.h"
#include "plain.h"

const struct format *const formats[] = {
	&format_atom,
	&format_rss,
	&format_json,
	&format_plain,
	NULL,
};
