/* SPDX-License-Identifier: MIT
 * escape: text, with some of its characters written in another way. */
#ifndef FEEDMILL_BASE_TEXT_ESCAPE_H
#define FEEDMILL_BASE_TEXT_ESCAPE_H

#include "base/core/buf.h"
#include "base/core/span.h"

/* What a character of ASCII is written as. */
struct escape {
	char as[7];
	unsigned char len; /* 0: as it is */
};

#define ESCAPE(lit) {lit, sizeof(lit) - 1}

struct escapes {
	span_copier *copy; /* up to the first character that may have one */
	struct escape of[128];
};

/* Appends text, and checks on the way whether feeds can hold all of it: most
 * output goes through here. False: they cannot (feed rule 2), and nothing is
 * appended. */
bool escape_add(struct buf *out, str text, const struct escapes *e);
/* The same for any text: text_clean replaces what feeds cannot hold. */
void escape_add_any(struct buf *out, str text, const struct escapes *e);

#endif
