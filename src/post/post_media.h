/* SPDX-License-Identifier: MIT
 * post_media: pictures and enclosures named in the front matter. */
#ifndef FEEDMILL_POST_POST_MEDIA_H
#define FEEDMILL_POST_POST_MEDIA_H

#include "base/data/pack.h"

/* An enclosure. */
struct media_file {
	str ref;        /* its address, as written in the post */
	struct mark at; /* {0}: not in the post's own file */
	str type;       /* media type, or empty */
	uint64_t bytes; /* its length; 0: not given */
};

/* References as they are written in the post. */
struct media {
	str image;            /* or empty */
	struct mark image_at; /* {0}: not in the post's own file */
	struct media_file *files; /* without duplicates */
	size_t n_files;
};

void post_media_pack(struct buf *out, const struct media *m);
const struct media *post_media_unpack(struct unpack *u, struct arena *a);

#endif
