/* SPDX-License-Identifier: MIT
 * replies: what a post replies to. RFC 4685. */
#ifndef FEEDMILL_CONTENT_ENTRY_REPLIES_H
#define FEEDMILL_CONTENT_ENTRY_REPLIES_H

#include "content/tags/body.h"

/* Something that a post is a reply to. */
struct reply {
	str id;  /* absolute IRI */
	str url; /* absolute */
};

/* Sets *list to the replies that a post with relations is; how many. Those to
 * posts of the site have their ids, which is noted in env->sources. In the
 * arena. */
size_t replies_find(const struct reply **list, const struct post *p,
    const struct body_env *env, struct arena *a);

#endif
