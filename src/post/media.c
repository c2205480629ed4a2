/* SPDX-License-Identifier: MIT
 * media: pictures that the front matter of a post names. */
#include "media.h"

void
media_pack(struct buf *out, const struct media *m)
{
	pack_str(out, m->image);
	pack_mark(out, m->image_at);
}

const struct media *
media_unpack(struct unpack *u, struct arena *a)
{
	struct media *m = arena_alloc(a, sizeof *m);

	m->image = unpack_str(u);
	m->image_at = unpack_mark(u);
	return m;
}
