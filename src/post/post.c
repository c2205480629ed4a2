/* SPDX-License-Identifier: MIT
 * post: a post without its body. */
#include "post/post.h"

const char *const skip_names[SKIP_COUNT] = {
	[SKIP_ERROR] = "error",
	[SKIP_UNDATED] = "undated",
	[SKIP_DRAFT] = "draft",
	[SKIP_HIDDEN] = "hidden",
	[SKIP_EXPIRED] = "expired",
	[SKIP_FUTURE] = "future",
};

const char *const skip_words[SKIP_COUNT] = {
	[SKIP_ERROR] = "with errors",
	[SKIP_UNDATED] = "undated",
	[SKIP_DRAFT] = "draft",
	[SKIP_HIDDEN] = "hidden",
	[SKIP_EXPIRED] = "expired",
	[SKIP_FUTURE] = "future",
};

void
post_set_id(struct post *p, str id)
{
	p->id = id;
	p->id_hash = hash64(id);
	p->is_renamed = !str_eq(id, p->matter->own_id);
}

const struct diags *
post_diags(const struct post *p)
{
	static const struct diags none;

	return p->reports ? &p->reports->all : &none;
}

struct diags *
post_report(struct post *p)
{
	if (p->reports == NULL) {
		p->reports = mem_alloc(sizeof *p->reports);
		*p->reports = (struct reports){0};
	}
	return &p->reports->all;
}

void
post_take_diags(struct post *p, struct diags *diags)
{
	if (diags->first)
		diags_move(post_report(p), diags);
}

void
post_set_stray(struct post *p, const struct stray *list)
{
	if (list == NULL)
		return;
	post_report(p);
	p->reports->stray = list;
}

void
post_free(struct post *p)
{
	/* Most have none, and their memory is not touched again. */
	if (p->reports == NULL)
		return;
	diags_free(&p->reports->all);
	mem_free(p->reports);
	p->reports = NULL;
}
