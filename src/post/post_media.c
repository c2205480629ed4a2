/* SPDX-License-Identifier: MIT
 * post_media: pictures and enclosures named in the front matter. */
#include "post/post_media.h"

void
post_media_pack(struct buf *out, const struct media *m)
{
	pack_str(out, m->image);
	pack_mark(out, m->image_at);
	pack_uint(out, m->n_files);
	for (size_t i = 0; i < m->n_files; i++) {
		pack_str(out, m->files[i].ref);
		pack_mark(out, m->files[i].at);
		pack_str(out, m->files[i].type);
		pack_uint(out, m->files[i].bytes);
	}
}

const struct media *
post_media_unpack(struct unpack *u, struct arena *a)
{
	struct media *m = arena_alloc(a, sizeof *m);

	m->image = unpack_str(u);
	m->image_at = unpack_mark(u);
	m->n_files = unpack_size(u, u->rest.len);
	m->files = arena_array(a, m->n_files, sizeof *m->files);
	for (size_t i = 0; i < m->n_files; i++) {
		m->files[i].ref = unpack_str(u);
		m->files[i].at = unpack_mark(u);
		m->files[i].type = unpack_str(u);
		m->files[i].bytes = unpack_uint(u);
	}
	return m;
}
