/* SPDX-License-Identifier: MIT
 * post_media: pictures and files that the front matter of a post names. */
#ifndef FEEDMILL_POST_POST_MEDIA_H
#define FEEDMILL_POST_POST_MEDIA_H

#include "base/data/pack.h"

/* A file that goes with the post: an enclosure. */
struct media_file {
	str ref;        /* its address, as the post has it */
	struct mark at; /* {0}: not in the post's own file */
	str type;       /* a media type that is given; or empty */
	uint64_t bytes; /* its length as given; 0: it is not */
};

/* References as the post has them. */
struct media {
	str image;            /* or empty */
	struct mark image_at; /* {0}: not in the post's own file */
	struct media_file *files; /* none twice */
	size_t n_files;
};

void media_pack(struct buf *out, const struct media *m);
const struct media *media_unpack(struct unpack *u, struct arena *a);

#endif
