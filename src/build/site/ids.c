/* SPDX-License-Identifier: MIT
 * ids: the ledger of a site, from its file to its posts and back. */
#include "build/site/ids.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/core/file.h"
#include "base/data/data_codes.h"
#include "base/web/url.h"
#include "build/codes/build_codes.h"
#include "build/site/site.h"
#include "build/store/gone.h"
#include "feed/plan/archive.h"
#include "post/ledger/ledger_match.h"
#include "post/post_pack.h"
#include "publish/publish_codes.h"
#include "publish/replace.h"

/* Largest file in bytes: a million posts need a fifth of it. */
enum { MOST = 512 * 1024 * 1024 };

struct ids {
	str path;            /* of the file, relative to the working
	                      * directory */
	struct buf bytes;    /* as it was read */
	struct digest digest; /* of the file; once it is staged, of the new
	                       * one */
	bool was_there;
	instant now;
	struct ledger ledger;
	bool is_parsed;
	instant from, until; /* time of the last tombstone that expired, and of
	                      * the next one */
	struct replacement file;
	bool is_uncertain;   /* the system did not say whether a file exists */
};

/* ---- reading ---- */

/* Appends the bytes of the file, if it exists. False with errno set. */
static bool
read_bytes(const struct ids *ids, struct buf *out, bool *there)
{
	*there = file_read(out, ids->path.ptr, MOST);
	return *there || (errno == ENOENT &&
	    file_is_missing(ids->path.ptr));
}

bool
ids_open(struct site *s, instant now)
{
	struct source src = {s->config.ids.ledger, {0}};
	struct ids *ids;

	if (str_eq(src.name, S("none")))
		return true;
	ids = s->ids = arena_alloc(&s->arena, sizeof *ids);
	ids->now = now;
	ids->from = INT64_MIN;
	ids->until = INT64_MAX;
	ids->path = path_join(&s->arena, s->config.dir, src.name);
	if (!read_bytes(ids, &ids->bytes, &ids->was_there)) {
		diag_add(&s->diags, DIAG_FILE_UNREADABLE, &src,
		    (struct mark){0}, "cannot be read: %s", errno == EINVAL
		    ? "it is no regular file" : strerror(errno));
		return false;
	}
	ids->digest = digest_of(buf_str(&ids->bytes));
	return true;
}

struct digest
ids_digest(const struct ids *ids)
{
	return ids ? ids->digest : (struct digest){0};
}

bool
ids_parse(struct site *s)
{
	struct ids *ids = s->ids;
	struct source src = {s->config.ids.ledger, {0}};

	if (ids == NULL)
		return true;
	src.text = buf_str(&ids->bytes);
	ids->is_parsed = true;
	return ledger_parse(&ids->ledger, &src, &s->arena, &s->diags);
}

/* ---- posts ---- */

/* Searches the files that an earlier run knew for the posts of lines without a
 * file. */
static void
match_gone(struct site *s)
{
	struct ids *ids = s->ids;
	str path = s->config.posts.state;
	struct ledger_gone *gone;
	size_t n;

	if (str_eq(path, S("none")) ||
	    !ledger_has_strays(&ids->ledger, s->posts, s->n_posts))
		return;
	gone = gone_find(path_join(&s->arena, s->config.dir, path).ptr,
	    &s->scan, &s->arena, &n);
	ledger_match_gone(&ids->ledger, s->posts, s->n_posts, gone, n);
}

void
ids_match(struct site *s)
{
	struct ids *ids = s->ids;

	if (ids == NULL)
		return;
	for (size_t i = 0; i < s->n_posts; i++)
		post_load(&s->posts[i], &s->config, &s->arena);
	ledger_match(&ids->ledger, &s->config, s->posts, s->n_posts);
	match_gone(s);
	/* A line without a post is marked as gone only if there was no error:
	 * the folder of the post may be unreadable. */
	ledger_settle(&ids->ledger, s->posts, s->n_posts, ids->now,
	    s->diags.counts[DIAG_ERROR] == 0, &s->diags);
}

bool
ids_archive(struct site *s)
{
	return !s->config.feeds.archive || archive_plan(&s->plan, &s->config,
	    &s->ids->ledger, &s->arena, &s->diags);
}

/* ---- tombstones ---- */

/* Sorts newest first, then by id. */
static int
by_time(const void *a, const void *b)
{
	const struct tombstone *x = a, *y = b;

	if (x->when != y->when)
		return x->when > y->when ? -1 : 1;
	return str_cmp(x->id, y->id);
}

/* Whether the file of a line exists, even if the config no longer makes it a
 * post; or the system cannot tell, which is reported. */
static bool
has_file(struct site *s, const struct ledger_line *line)
{
	struct source src = {line->path, {0}};
	struct arena a = {0};
	struct stat st;
	bool exists = line->post || (line->path.len && lstat(path_join(
	    &a, s->config.dir, line->path).ptr, &st) == 0);
	bool unknown = !exists && line->path.len && !file_is_absent(errno);

	if (unknown)
		diag_add(&s->diags, DIAG_FILE_UNREADABLE, &src,
		    (struct mark){0}, "%s", strerror(errno));
	s->ids->is_uncertain |= unknown;
	arena_free(&a);
	return exists || unknown;
}

/* Whether a tombstone has not expired yet; narrows the time in which this
 * holds. */
static bool
tombstone_stands(struct ids *ids, instant falls)
{
	bool yet = ids->now < falls;

	if (yet && falls < ids->until)
		ids->until = falls;
	if (!yet && falls > ids->from)
		ids->from = falls;
	return yet;
}

void
ids_bury(struct site *s)
{
	struct ids *ids = s->ids;
	long span = s->config.feeds.tombstones;
	struct tombstone *all;
	size_t n = 0;

	if (ids == NULL || span == 0)
		return;
	all = arena_array(&s->arena, ids->ledger.count, sizeof *all);
	for (const struct ledger_line *i = ids->ledger.lines; i; i = i->next)
		/* RFC 6721, section 3.1: a reference is an IRI. */
		if (i->is_gone && tombstone_stands(ids, i->gone + span) &&
		    url_is_iri(i->id) && !has_file(s, i))
			all[n++] = (struct tombstone){i->id, i->gone};
	if (n)
		qsort(all, n, sizeof *all, by_time);
	plan_bury(&s->plan, all, n);
}

bool
ids_must_retry(const struct ids *ids)
{
	return ids && ids->is_uncertain;
}

void
ids_narrow(const struct ids *ids, instant *from, instant *until)
{
	if (ids && ids->from > *from)
		*from = ids->from;
	if (ids && ids->until < *until)
		*until = ids->until;
}

/* ---- writing ---- */

/* Whether the file is unchanged since it was read: another run may have added
 * posts, or its owner may have saved it from an editor. */
static bool
is_same(const struct ids *ids)
{
	struct buf now = {0};
	bool there, same;

	same = read_bytes(ids, &now, &there) && there == ids->was_there &&
	    str_eq(buf_str(&now), buf_str(&ids->bytes));
	buf_free(&now);
	return same;
}

/* Reports the error in errno. */
static void
report_errno(const struct site *s, diag_code code, const char *what,
    struct diags *diags)
{
	struct source src = {s->config.ids.ledger, {0}};

	diag_add(diags, code, &src, (struct mark){0}, "%s: %s", what,
	    strerror(errno));
}

static enum outcome
stage(struct site *s, struct diags *diags)
{
	struct ids *ids = s->ids;
	struct source src = {s->config.ids.ledger, {0}};
	struct buf text = {0};
	enum outcome outcome = OUTCOME_OK;

	ledger_write(&text, &ids->ledger);
	if (!is_same(ids)) {
		diag_add(diags, DIAG_LEDGER_CHANGED, &src, (struct mark){0},
		    "changed while feedmill was running");
		outcome = OUTCOME_REFUSED;
	} else if (!str_eq(buf_str(&text), buf_str(&ids->bytes))) {
		ids->digest = digest_of(buf_str(&text));
		if (!replace_stage(&ids->file, ids->path.ptr, buf_str(&text),
		    &s->arena)) {
			report_errno(
			    s, DIAG_WRITE_FAILED, "cannot write", diags);
			outcome = OUTCOME_WRITE;
		}
	}
	if (outcome == OUTCOME_OK && ids->file.temp == NULL)
		replace_clean(ids->path.ptr);
	buf_free(&text);
	return outcome;
}

enum outcome
ids_stage(struct site *s, struct diags *diags)
{
	struct source src = {s->config.ids.ledger, {0}};
	enum outcome outcome = s->ids ? stage(s, diags) : OUTCOME_OK;

	if (s->ids && s->ids->file.temp && !s->ids->was_there)
		diag_add(diags, DIAG_LEDGER_NEW, &src, (struct mark){0},
		    "did not exist, and begins with the ids that posts have "
		    "now");
	return outcome;
}

enum ids_line
ids_adopt(struct site *s, struct post *p, str id, str *other)
{
	struct ledger *l = &s->ids->ledger;
	struct ledger_line *line = table_find(&l->by_id, id);

	if (line) {
		*other = line->path;
		return str_eq(line->path, p->path) ? IDS_KNOWN : IDS_TAKEN;
	}
	line = table_find(&l->by_path, p->path);
	if (line) {
		*other = line->id;
		return IDS_OTHER;
	}
	line = ledger_add(l, id, p->path);
	line->post = p;
	return IDS_ADDED;
}

enum outcome
ids_write(struct site *s, struct diags *diags)
{
	enum outcome outcome = stage(s, diags);

	return outcome == OUTCOME_OK ? ids_commit(s, diags) : outcome;
}

bool
ids_was_killed(const struct ids *ids)
{
	return ids && replace_was_killed(ids->path.ptr);
}

enum outcome
ids_commit(struct site *s, struct diags *diags)
{
	if (s->ids == NULL || replace_commit(&s->ids->file))
		return OUTCOME_OK;
	report_errno(s, DIAG_WRITE_INCOMPLETE, "cannot rename", diags);
	return OUTCOME_POSTS;
}

void
ids_close(struct site *s)
{
	if (s->ids == NULL)
		return;
	replace_drop(&s->ids->file);
	if (s->ids->is_parsed)
		ledger_free(&s->ids->ledger);
	buf_free(&s->ids->bytes);
}
