/* SPDX-License-Identifier: MIT
 * chunk_head: the files that the posts of a chunk were read from. */
#include "build/store/chunk_head.h"

void
chunk_head_begin(struct buf *out, struct digest body, size_t count)
{
	pack_digest(out, body);
	pack_uint(out, count);
}

/* Sorted paths share prefixes: store only the rest of each path. */
void
chunk_head_add(struct buf *out, str before, str path, struct stamp stamp)
{
	size_t n = 0;

	while (n < before.len && n < path.len &&
	    before.ptr[n] == path.ptr[n])
		n++;
	pack_uint(out, n);
	pack_str(out, str_from(path, n));
	pack_stamp(out, stamp);
}

void
chunk_head_open(struct chunk_head *h, str head)
{
	*h = (struct chunk_head){.u = {.rest = head}};
	h->body = unpack_digest(&h->u);
	h->count = unpack_size(&h->u, UINT32_MAX);
}

bool
chunk_head_next(struct chunk_head *h, str *path, struct stamp *stamp)
{
	if (h->next++ == h->count || h->u.bad)
		return false;
	h->path.len = unpack_size(&h->u, h->path.len);
	buf_add(&h->path, unpack_str(&h->u));
	*stamp = unpack_stamp(&h->u);
	*path = buf_str(&h->path);
	return true;
}

bool
chunk_head_find(const struct post_walk *scan, size_t *next, str path)
{
	int order = 1;

	while (*next < scan->count &&
	    (order = str_cmp(scan->files[*next].path, path)) < 0)
		++*next;
	return *next < scan->count && order == 0;
}

void
chunk_head_close(struct chunk_head *h)
{
	buf_free(&h->path);
}
