/* SPDX-License-Identifier: MIT
 * attachments: the files that go with an entry. */
#include "content/entry/attachments.h"

#include "base/web/media_type.h"
#include "content/entry/named.h"
#include "post/post_codes.h"

/* Formats require a type: application/octet-stream where none is known. */
static str
type_of(struct body *b, const struct media_file *f, str url)
{
	str type = f->type.len ? f->type : media_type_of(url);

	if (type.len)
		return type;
	diag_add(b->diags, DIAG_MEDIA_VALUE, b->src, f->at,
	    "enclosure '%.*s' has no type, and its ending tells none",
	    STR_ARG(f->ref));
	return S("application/octet-stream");
}

size_t
attachments_find(const struct attachment **out, struct body *b,
    const struct links *links)
{
	const struct media *m = b->post->matter->media;
	struct attachment *list = arena_array(
	    b->arena, m->n_files, sizeof *list);
	size_t n = 0;

	for (size_t i = 0; i < m->n_files; i++) {
		const struct media_file *f = &m->files[i];
		struct attachment *a = &list[n];
		struct local_file file;

		a->url = named_url(b, links, "enclosure", f->ref, f->at,
		    b->env->config->media.url);
		if (a->url.len == 0)
			continue;
		a->type = type_of(b, f, a->url);
		a->bytes = local_find(b, a->url, "enclosure", &f->at, &file)
		    ? (uint64_t)file.size : f->bytes;
		n++;
	}
	*out = list;
	return n;
}
