/* SPDX-License-Identifier: MIT
 * unread: while the system fails to read a post, no feed loses an entry that
 * may be its. */
#include "build/guard/unread.h"

#include <errno.h>
#include <string.h>

#include "base/core/file.h"
#include "build/codes/build_codes.h"
#include "build/site/site.h"
#include "feed/formats/old_feed.h"

enum { MOST_READ = 64 * 1024 * 1024 };

bool
unread_any(const struct site *s)
{
	for (size_t i = 0; i < s->n_posts; i++)
		if (s->posts[i].is_unread)
			return true;
	return false;
}

static bool
is_in_feed(const struct feed *f, str id)
{
	for (size_t i = 0; i < f->count; i++)
		if (str_eq(str_trim(f->posts[i]->id), id))
			return true;
	return false;
}

static bool
is_of_read_post(const struct site *s, str id)
{
	for (size_t i = 0; i < s->n_posts; i++)
		if (!s->posts[i].is_unread &&
		    str_eq(str_trim(s->posts[i].id), id))
			return true;
	return false;
}

/* The id of such an entry in the bytes of a published file; or empty. */
static str
find_lost(const struct site *s, const struct feed *f,
    const struct format *format, str bytes, struct arena *a)
{
	struct old_feed old = {0};

	old_feed_read(&old, format, a, bytes);
	for (size_t i = 0; i < old.count; i++)
		if (!is_in_feed(f, old.entries[i].id) &&
		    !is_of_read_post(s, old.entries[i].id))
			return old.entries[i].id;
	return (str){0};
}

bool
unread_would_go(const struct site *s, const struct feed *f,
    const struct format *format, str file, struct diags *diags)
{
	struct arena a = {0};
	struct buf bytes = {0};
	struct source src = {file, {0}};
	str lost = {0};
	bool fails = !file_read(&bytes, arena_cstr(&a, file), MOST_READ);

	if (fails && file_is_absent(errno))
		fails = false;
	else if (fails)
		diag_add(diags, DIAG_FEED_KEPT, &src, (struct mark){0},
		    "stays as it is, since it cannot be read: %s",
		    strerror(errno));
	else
		lost = find_lost(s, f, format, buf_str(&bytes), &a);
	if (lost.len)
		diag_add(diags, DIAG_FEED_KEPT, &src, (struct mark){0},
		    "stays as it is, since its entry '%.*s' may be of a post "
		    "that could not be read", STR_ARG(lost));
	buf_free(&bytes);
	arena_free(&a);
	return fails || lost.len;
}
