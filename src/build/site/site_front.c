/* SPDX-License-Identifier: MIT
 * site_front: reads the front matter of a post again. */
#include "build/site/site_front.h"

#include "base/core/file.h"
#include "post/front/front_parse.h"
#include "post/post_file.h"

const struct value *
site_front_read(struct site *s, const struct post *p, struct buf *text,
    struct arena *a)
{
	const struct config *c = &s->config;
	struct source src = {p->path, {0}};
	struct front_matter fm;
	struct diags diags = {0};
	const struct value *front = NULL;
	bool may_pass = false;

	if (post_file_read(text, path_join(a, c->dir, p->path).ptr,
	    c->limits.post, &src, NULL, &diags) &&
	    front_matter_cut(&fm, &src, c->posts.generator, &diags))
		front = front_parse(&s->workers[0].parser, &fm, &src, a,
		    &may_pass, &diags);
	diags_free(&diags);
	return front;
}
