/* SPDX-License-Identifier: MIT
 * owed: the pings that are still to be sent, each for a hub and a feed.
 *
 *     feedmill-pings 17
 *     16 https://hub.example.org/ https://blog.example.org/feeds/index.atom
 *     17 https://hub.example.org/ https://blog.example.org/feeds/index.rss
 *
 * The first line has the largest serial so far. Each other line has a serial,
 * a hub and a topic. */
#include "publish/owed.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "base/core/file.h"
#include "base/core/table.h"
#include "base/web/url.h"
#include "publish/publish_codes.h"
#include "publish/replace.h"

#define FIRST "feedmill-pings "

enum { MOST_BYTES = 64 * 1024 * 1024 };

void
owed_free(struct owed *o)
{
	arena_free(&o->arena);
	*o = (struct owed){0};
}

/* ---- the list ---- */

static void
add_row(struct owed *o, str hub, str topic, uint64_t serial)
{
	o->rows = arena_grow(
	    &o->arena, o->rows, o->count, &o->cap, sizeof *o->rows);
	o->rows[o->count++] = (struct owed_row){arena_str(&o->arena, hub),
		arena_str(&o->arena, topic), serial, false};
}

/* The key of a row in tables. URLs have no blanks. */
static str
key_of(struct arena *a, str hub, str topic)
{
	return arena_printf(
	    a, "%.*s %.*s", STR_ARG(hub), STR_ARG(topic));
}

/* Removes rows of hubs and feeds that no longer exist. */
static bool
remove_others(struct owed *o, const struct strs *hubs,
    const struct owed_feed *feeds, size_t n)
{
	struct table wanted = {0};
	struct arena a = {0};
	size_t kept = 0, before = o->count;

	for (size_t i = 0; before && i < n; i++)
		for (size_t h = 0; h < hubs->count; h++)
			*table_at(&wanted, key_of(&a, hubs->at[h],
			    feeds[i].topic)) = o;
	for (size_t i = 0; i < before; i++) {
		const struct owed_row *r = &o->rows[i];

		if (table_find(&wanted, key_of(&a, r->hub, r->topic)))
			o->rows[kept++] = *r;
	}
	o->count = kept;
	table_free(&wanted);
	arena_free(&a);
	return kept < before;
}

/* Rows by their keys, as numbers from 1: the array moves when it grows. */
struct index {
	struct arena arena;
	struct table rows;
};

static void
owe_topic(struct owed *o, struct index *x, str hub, str topic)
{
	str key = key_of(&x->arena, hub, topic);
	void **at = table_at(&x->rows, key);

	if (*at == NULL) {
		add_row(o, hub, topic, 0);
		*at = (void *)(uintptr_t)o->count;
	}
	o->rows[(uintptr_t)*at - 1].serial = ++o->last;
}

bool
owed_merge(struct owed *o, const struct strs *hubs,
    const struct owed_feed *feeds, size_t n)
{
	bool differs = remove_others(o, hubs, feeds, n);
	struct index x = {0};

	for (size_t i = 0; i < o->count; i++)
		*table_at(&x.rows, key_of(&x.arena, o->rows[i].hub,
		    o->rows[i].topic)) = (void *)(uintptr_t)(i + 1);
	for (size_t i = 0; i < n; i++)
		for (size_t h = 0; feeds[i].changed && h < hubs->count; h++) {
			owe_topic(o, &x, hubs->at[h], feeds[i].topic);
			differs = true;
		}
	table_free(&x.rows);
	arena_free(&x.arena);
	return differs;
}

/* ---- the file ---- */

/* Reports the error in errno; one of the system with the code. */
static enum owed_result
fail(struct diags *diags, diag_code code, const char *path, const char *what)
{
	struct source src = {str_of(path), {0}};
	bool foreign = replace_is_foreign(errno);

	diag_add(diags, foreign ? DIAG_PINGS_UNUSABLE : code, &src,
	    (struct mark){0}, "%s: %s", what,
	    errno == EINVAL ? "not a regular file" : strerror(errno));
	return foreign ? OWED_FOREIGN : OWED_FAILED;
}

static bool
parse_number(str text, uint64_t *out)
{
	*out = 0;
	for (size_t i = 0; i < text.len; i++) {
		if (!char_is_digit(text.ptr[i]))
			return false;
		*out = 10 * *out + (uint64_t)(text.ptr[i] - '0');
	}
	return text.len > 0 && text.len < 19;
}

static bool
parse_row(struct owed *o, str line)
{
	str serial = {0}, hub = {0}, topic = {0};
	uint64_t n;

	str_split(&line, ' ', &serial);
	str_split(&line, ' ', &hub);
	str_split(&line, ' ', &topic);
	if (line.ptr || !parse_number(serial, &n) || !url_is_web(hub) ||
	    !url_is_web(topic))
		return false;
	add_row(o, hub, topic, n);
	if (n > o->last)
		o->last = n;
	return true;
}

/* An empty file is right: replace_lock creates one. */
static bool
parse_rows(struct owed *o, const char *path, str text, struct diags *diags)
{
	struct source src = {str_of(path), text};
	str line = {0};
	int number = 1;

	if (text.len == 0)
		return true;
	str_split(&text, '\n', &line);
	if (!str_starts(line, S(FIRST)) ||
	    !parse_number(str_from(line, sizeof FIRST - 1), &o->last)) {
		diag_add(diags, DIAG_PINGS_UNUSABLE, &src,
		    (struct mark){1, 1}, "expected '" FIRST
		    "' and a number: another program wrote this file");
		return false;
	}
	while (str_split(&text, '\n', &line)) {
		number++;
		if (line.len == 0 || parse_row(o, line))
			continue;
		o->is_damaged = true;
		diag_add(diags, DIAG_PINGS_UNUSABLE, &src,
		    (struct mark){number, 1}, "expected a number, a hub and "
		    "a feed; the line is ignored");
	}
	return true;
}

static enum owed_result
read_file(struct owed *o, const char *path, diag_code code,
    struct diags *diags)
{
	struct buf text = {0};
	enum owed_result result = OWED_DONE;

	if (!file_read(&text, path, MOST_BYTES)) {
		if (errno != ENOENT)
			result = fail(diags, code, path, "cannot read it");
	} else if (!parse_rows(o, path, buf_str(&text), diags))
		result = OWED_FOREIGN;
	buf_free(&text);
	return result;
}

bool
owed_read(struct owed *o, const char *path, struct diags *diags)
{
	return read_file(o, path, DIAG_PINGS_UNUSABLE, diags) == OWED_DONE;
}

static void
write_rows(struct buf *out, const struct owed *o)
{
	buf_printf(out, FIRST "%" PRIu64 "\n", o->last);
	for (size_t i = 0; i < o->count; i++)
		buf_printf(out, "%" PRIu64 " %.*s %.*s\n", o->rows[i].serial,
		    STR_ARG(o->rows[i].hub), STR_ARG(o->rows[i].topic));
}

static enum owed_result
write_file(const char *path, const struct owed *o, diag_code code,
    struct diags *diags)
{
	struct arena a = {0};
	struct buf text = {0};
	struct replacement r;
	enum owed_result result = OWED_DONE;

	write_rows(&text, o);
	if (!replace_stage(&r, path, buf_str(&text), &a) ||
	    !replace_commit(&r))
		result = fail(diags, code, path, "cannot write it");
	replace_drop(&r);
	buf_free(&text);
	arena_free(&a);
	return result;
}

/* ---- one run at a time ---- */

enum owed_result
owed_add(const char *path, const struct strs *hubs,
    const struct owed_feed *feeds, size_t n, struct diags *diags)
{
	struct owed o = {0};
	enum owed_result result;
	int fd;

	file_make_folder(path);
	fd = replace_lock(path);
	if (fd < 0)
		return fail(diags, DIAG_WRITE_FAILED, path, "cannot open it");
	result = read_file(&o, path, DIAG_WRITE_FAILED, diags);
	if (result == OWED_DONE &&
	    (owed_merge(&o, hubs, feeds, n) || o.is_damaged))
		result = write_file(path, &o, DIAG_WRITE_FAILED, diags);
	else if (result == OWED_DONE)
		replace_clean(path);
	close(fd);
	owed_free(&o);
	return result;
}

/* Removes the rows that were told. */
static bool
remove_told(struct owed *o, const struct owed *told)
{
	struct table done = {0};
	struct arena a = {0};
	size_t kept = 0, before = o->count;

	for (size_t i = 0; i < told->count; i++)
		if (told->rows[i].is_told)
			*table_at(&done, arena_printf(&a, "%" PRIu64,
			    told->rows[i].serial)) = &told->rows[i];
	for (size_t i = 0; i < before; i++)
		if (!table_find(&done, arena_printf(&a, "%" PRIu64,
		    o->rows[i].serial)))
			o->rows[kept++] = o->rows[i];
	o->count = kept;
	table_free(&done);
	arena_free(&a);
	return kept < before;
}

bool
owed_settle(const char *path, const struct owed *o, struct diags *diags)
{
	struct owed now = {0};
	struct diags again = {0};
	int fd = replace_lock(path);
	bool ok;

	if (fd < 0) {
		fail(diags, DIAG_PINGS_UNUSABLE, path, "cannot open it");
		return false;
	}
	/* owed_read has reported its wrong lines when `o` was read. */
	ok = owed_read(&now, path, &again);
	if (!ok)
		diags_copy(diags, &again);
	else if (remove_told(&now, o) || now.is_damaged)
		ok = write_file(path, &now, DIAG_PINGS_UNUSABLE, diags) ==
		    OWED_DONE;
	diags_free(&again);
	close(fd);
	owed_free(&now);
	return ok;
}
