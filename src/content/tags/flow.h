/* SPDX-License-Identifier: MIT
 * flow: template tags that decide which of their text is shown. */
#ifndef FEEDMILL_CONTENT_TAGS_FLOW_H
#define FEEDMILL_CONTENT_TAGS_FLOW_H

#include "content/tags/body.h"
#include "content/tags/tag.h"

/* Which branch of a condition is shown: the text between two tags, such as
 * `if` and `else`, or `else` and `endif`. */
struct flow {
	size_t begin, end; /* indexes; the same where nothing is shown */
	bool is_known;     /* the generator would decide the same; if not, the
	                    * caller reports it */
};

/* Whether a tag of that name decides: if, unless, case, for and the like. */
bool flow_is(str name);
/* Decides for the tag at an index, which has a partner. A condition that
 * cannot be evaluated here shows its first branch; a loop shows its text once,
 * or nothing where the text outputs values. */
struct flow flow_decide(struct body *b, const struct tags *tags, size_t i);

#endif
