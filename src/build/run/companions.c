/* SPDX-License-Identifier: MIT
 * companions: the files beside the feeds. */
#include "build/run/companions.h"

#include "base/core/version.h"
#include "build/guard/unread.h"
#include "build/memory/memos.h"
#include "build/run/documents.h"
#include "build/site/site.h"

static bool
make_companion(struct companions *k, const struct companion *c,
    const struct site *s, struct publisher *p, struct diags *diags)
{
	str path = companion_path(c, &s->config), whole;
	struct buf b = {0};
	bool ok;

	if (path.len == 0)
		return true;
	/* feeds.folder may be the whole site, and a config may name one of its
	 * pages by mistake. */
	if (!publish_may_replace(p, path, FEEDMILL_NOTICE, diags))
		return false;
	c->write(&b, &s->plan, &s->config);
	whole = buf_str(&b);
	k->path[k->count] = path;
	ok = publish_add(p, &(struct publish_item){path, &whole, 1, NULL},
	    &k->result[k->count], diags);
	k->count++;
	buf_free(&b);
	return ok;
}

/* Keeps the published file. False: there is none. */
static bool
keep_companion(const struct companion *c, const struct site *s,
    struct publisher *p, str folder)
{
	str path = companion_path(c, &s->config);
	struct arena a = {0};
	bool exists = path.len && !stamp_eq((struct stamp){0},
	    file_look(path_join(&a, folder, path).ptr));

	arena_free(&a);
	if (exists)
		publish_keep(p, path);
	return exists;
}

bool
companions_make(struct companions *k, const struct site *s,
    struct publisher *p, str folder, struct diags *diags)
{
	bool ok = true, unread = unread_any(s);

	for (size_t i = 0; companion_at(i); i++)
		if (!unread || !keep_companion(companion_at(i), s, p, folder))
			ok &= make_companion(k, companion_at(i), s, p, diags);
	return ok;
}

void
companions_report(const struct companions *k,
    void (*changed)(void *ctx, str path), void *ctx)
{
	for (size_t i = 0; i < k->count && changed; i++)
		documents_tell(k->path[i], &k->result[i], changed, ctx);
}

void
companions_remember(const struct companions *k, const struct config *c,
    struct memos *next)
{
	for (size_t i = 0; i < k->count; i++)
		memos_add_published(next, k->path[i], (struct digest){0},
		    c->feeds.compress, &k->result[i]);
}
