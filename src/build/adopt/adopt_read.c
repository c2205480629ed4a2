/* SPDX-License-Identifier: MIT
 * adopt_read: reads the entries that another program has published. */
#include "build/adopt/adopt_read.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>

#include "base/core/file.h"
#include "base/web/http.h"
#include "base/web/url.h"
#include "build/codes/build_codes.h"
#include "feed/formats/format.h"
#include "feed/formats/old_feed.h"

/* Limit for a document in bytes. The export of a blog of 20 years has about
 * 50 MB. */
enum { MOST_BYTES = 512 * 1024 * 1024 };
enum { MOST_PAGES = 10000 };

struct reader {
	struct adopt *adopt;
	struct arena *arena;
	struct http *http;
	long seconds;
	struct diags *diags;
	str *queue;        /* names of documents, each once */
	size_t n, cap;
	struct table seen; /* the names in `queue` */
};

__attribute__((format(printf, 3, 4)))
static bool
fail(struct reader *r, str name, const char *fmt, ...)
{
	struct source src = {name, {0}};
	va_list args;
	str why;

	va_start(args, fmt);
	why = arena_vprintf(r->arena, fmt, args);
	va_end(args);
	diag_add(r->diags, DIAG_IDS_UNREADABLE, &src, (struct mark){0},
	    "%.*s", STR_ARG(why));
	return false;
}

/* ---- documents ---- */

static bool
fetch(struct reader *r, str url, struct buf *body)
{
	const struct http_request q = {.url = arena_cstr(r->arena, url),
		.most = MOST_BYTES, .seconds = r->seconds};
	struct http_reply reply;
	enum http_end end = http_ask(r->http, r->arena, &q, body, &reply);
	struct source src = {url, {0}};

	if (reply.missing) {
		library_report(reply.missing, &src, r->diags);
		return false;
	}
	if (end == HTTP_FAILED)
		return fail(r, url, "cannot fetch it: %.*s",
		    STR_ARG(reply.error));
	if (end == HTTP_TOO_LARGE)
		return fail(r, url, "it has more than %d MB",
		    MOST_BYTES >> 20);
	if (reply.status != 200)
		return fail(r, url, "cannot fetch it: the server answers with "
		    "status %ld, expected 200", reply.status);
	return true;
}

static bool
load(struct reader *r, str name, struct buf *bytes)
{
	if (url_is_web(name))
		return fetch(r, name, bytes);
	return file_read(bytes, name.ptr, MOST_BYTES) || fail(r, name,
	    "cannot read it: %s", errno == EINVAL ? "it is no regular file"
	    : strerror(errno));
}

/* ---- pages ---- */

static void
add_document(struct reader *r, str name)
{
	void **at = table_at(&r->seen, name);

	if (*at)
		return;
	*at = r;
	r->queue = arena_grow(
	    r->arena, r->queue, r->n, &r->cap, sizeof *r->queue);
	r->queue[r->n++] = name;
}

/* Adds a page that a document links to. A relative link in a file is the path
 * of another file. */
static void
add_page(struct reader *r, const struct old_feed *f, str raw, str base)
{
	str link = raw.len ? old_feed_text(r->arena, f, raw) : raw;
	struct buf out = {0};

	if (link.len == 0)
		return;
	if (url_is_web(base) || url_is_web(link))
		url_resolve(&out, base, link);
	else {
		url_decode(&out, url_split(link).path);
		link = path_clean(r->arena, path_join(
		    r->arena, path_dir(base), buf_str(&out)));
		buf_reset(&out);
		buf_add(&out, link);
	}
	if (out.len)
		add_document(r, buf_move(&out, r->arena));
	buf_free(&out);
}

/* ---- entries ---- */

static void
add_entry(struct reader *r, const struct old_feed *f,
    const struct old_entry *old, str from)
{
	if (old->is_other) {
		r->adopt->n_others++;
		return;
	}
	adopt_add(r->adopt, &(struct adopt_entry){
		.id = old->id,
		.link = old_feed_text(r->arena, f, old->link),
		.title = old_feed_text(r->arena, f, old->title),
		.date = old->date,
		.has_date = old->has_date,
		.from = from,
	});
}

/* Reads a document. The texts of entries are slices of its bytes, which are
 * therefore moved to the arena. */
static bool
read_document(struct reader *r, str name)
{
	struct old_feed f;
	struct buf bytes = {0};

	if (!load(r, name, &bytes)) {
		buf_free(&bytes);
		return false;
	}
	old_feed_read(
	    &f, formats[0], r->arena, buf_move(&bytes, r->arena));
	if (f.kind != OLD_FEED)
		return fail(r, name, "it is neither a feed nor an export of "
		    "posts");
	if (f.is_cut)
		return fail(r, name, "it is cut off after %zu entries",
		    f.count);
	for (size_t i = 0; i < f.count; i++)
		add_entry(r, &f, &f.entries[i], name);
	add_page(r, &f, f.next, name);
	add_page(r, &f, f.archive, name);
	return true;
}

bool
adopt_read(struct adopt *ad, const char *name, long seconds,
    struct diags *diags)
{
	struct reader r = {.adopt = ad, .arena = ad->arena,
		.http = http_open(), .seconds = seconds, .diags = diags};
	bool ok = true;

	add_document(&r, str_of(name));
	for (size_t i = 0; ok && i < r.n && i < MOST_PAGES; i++)
		ok = read_document(&r, r.queue[i]);
	http_close(r.http);
	table_free(&r.seen);
	return ok;
}
