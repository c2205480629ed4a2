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

/* Appends text. Whether feeds can hold all of it is looked for on the way,
 * since most of what is written goes through here. False, and nothing is
 * written: they cannot (feed rule 2). */
bool escape_add(struct buf *out, str text, const struct escapes *e);
/* The same of any text: what feeds cannot hold is mended. */
void escape_add_any(struct buf *out, str text, const struct escapes *e);

#endif
