/* SPDX-License-Identifier: MIT
 * flow: template tags that decide which of their text is shown. */
#ifndef FEEDMILL_CONTENT_TAGS_FLOW_H
#define FEEDMILL_CONTENT_TAGS_FLOW_H

#include "content/tags/body.h"
#include "content/tags/tag.h"

/* What stays of what a tag and its partner hold: the text between two tags,
 * which are it, its partner, or ones such as `else` between them. */
struct flow {
	size_t begin, end; /* indexes; the same where nothing stays */
	bool is_known;     /* a generator would do the same; else it is to be
	                    * reported */
};

/* Whether tags of that name decide: if, unless, case, for and the like. */
bool flow_is(str name);
/* Decides for the tag at an index, which has a partner. Where what it depends
 * on is not known here, the first branch stays; of a loop its text, once,
 * unless that shows values. */
struct flow flow_decide(struct body *b, const struct tags *tags, size_t i);

#endif
