/* SPDX-License-Identifier: MIT
 * media: pictures that the front matter of a post names. */
#ifndef FEEDMILL_POST_MEDIA_H
#define FEEDMILL_POST_MEDIA_H

#include "../base/pack.h"

/* References as the post has them. */
struct media {
	str image;            /* or empty */
	struct mark image_at; /* {0}: not in the post's own file */
};

void media_pack(struct buf *out, const struct media *m);
const struct media *media_unpack(struct unpack *u, struct arena *a);

#endif
