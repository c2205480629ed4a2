/* SPDX-License-Identifier: MIT
 * guard_stale: feeds without posts that must not be removed.
 *
 * A feed loses all its posts if its term gets another name: they are published
 * elsewhere, and feeds.prune removes the file. It also does if the posts of a
 * language are drafts by mistake. */
#include "build/guard/guard_stale.h"

#include <errno.h>

#include "base/core/file.h"
#include "base/core/table.h"
#include "build/guard/guard_loss.h"
#include "build/site/site.h"
#include "feed/formats/format.h"

enum { MOST_READ = 64 * 1024 * 1024 };

static void
gather_published(struct table *ids, const struct site *s)
{
	for (size_t i = 0; i < s->n_posts; i++)
		if (s->posts[i].skip == SKIP_NONE)
			*table_at(ids, str_trim(s->posts[i].id)) =
			    &s->posts[i];
}

static bool
loses_too_many(const struct site *s, const struct old_feed *old)
{
	struct table published = {0}, lost = {0};
	bool loses;

	gather_published(&published, s);
	for (size_t i = 0; i < old->count; i++)
		if (!table_find(&published, old->entries[i].id))
			*table_at(&lost, old->entries[i].id) =
			    &old->entries[i];
	loses = lost.count > guard_loss_most(&s->config, old->count);
	table_free(&published);
	table_free(&lost);
	return loses;
}

const char *
guard_stale_keeps(struct guard *g, str file)
{
	struct arena a = {0};
	struct buf bytes = {0};
	struct old_feed old = {0};
	const char *why = NULL;

	if (g->rules.accept_loss)
		return NULL;
	if (!file_read(&bytes, arena_cstr(&a, file), MOST_READ)) {
		if (!file_is_absent(errno))
			why = "stays, since it cannot be read to see what it "
			    "would lose";
	} else {
		old_feed_read(&old, formats[0], &a, buf_str(&bytes));
		if (loses_too_many(g->site, &old))
			why = "stays, since its posts are no longer "
			    "published; --accept-loss removes it";
	}
	buf_free(&bytes);
	arena_free(&a);
	return why;
}
