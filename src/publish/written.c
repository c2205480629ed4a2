/* SPDX-License-Identifier: MIT
 * written: which config wrote which file of a published folder.
 *
 *     feedmill-files 1
 *     config ../feedmill.yaml
 *     folder ../feeds
 *     99aa06d3014798d86001c324468d497f index.atom
 *
 * Paths of configs and folders are relative to the folder of the list, so that
 * a site can be moved. A file has the digest of its bytes: a config whose list
 * is elsewhere may have replaced it since. */
#include "publish/written.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/core/file.h"
#include "base/core/table.h"
#include "base/web/url.h"
#include "publish/publish_codes.h"
#include "publish/replace.h"

#define FIRST "feedmill-files 1"
#define CONFIG "config "
#define FOLDER "folder "

enum { MOST_BYTES = 256 * 1024 * 1024 };

struct row {
	str path;          /* below the folder */
	struct digest digest;
};

/* The files of one config in one folder. */
struct section {
	str config, folder; /* relative to the folder of the list */
	bool is_here;       /* the folder is that of this run */
	bool is_gone;       /* the config does not exist any more */
	bool is_adrift;     /* the folder does not exist any more */
	struct table rows;  /* struct row, by path */
	struct section *next;
};

struct written {
	struct arena arena;
	struct diags *diags;
	struct writer by;
	struct buf text;    /* the list as it was read */
	str base, home;     /* the folders of the list and of the config,
	                     * without links */
	str config, folder; /* of this run, relative to it */
	int lock;           /* the list; -1: not locked */
	bool is_usable;     /* the list can be read, and written unless dry */
	bool has_failed;    /* the system failed to read or write it */
	struct section *sections, **last;
	struct section *own; /* NULL: there is none yet */
	struct table added; /* struct row, by path */
};

/* ---- paths ---- */

/* A path without links; empty, with errno: there is no such folder. */
static str
resolve(struct arena *a, str path)
{
	char *real = realpath(path.len ? arena_cstr(a, path) : ".", NULL);
	str out = real ? arena_str(a, str_of(real)) : (str){0};

	free(real);
	return out;
}

/* The way from one absolute path to another, without links. */
static str
relate(struct arena *a, str from, str to)
{
	struct buf out = {0};
	str part, other;

	from = path_relative(from);
	to = path_relative(to);
	for (;;) {
		str f = from, t = to;

		if (!str_split(&f, '/', &part) || !str_split(&t, '/', &other) ||
		    part.len == 0 || !str_eq(part, other))
			break;
		from = f;
		to = t;
	}
	while (from.len && str_split(&from, '/', &part))
		buf_add(&out, S("../"));
	buf_add(&out, to);
	if (out.len && out.ptr[out.len - 1] == '/')
		out.len--;
	if (out.len == 0)
		buf_addc(&out, '.');
	return buf_move(&out, a);
}

/* ---- reports ---- */

static void
report(struct written *w, int line, const char *words)
{
	struct source src = {str_of(w->by.list), {0}};

	diag_add(w->diags, DIAG_FILES_UNUSABLE, &src,
	    (struct mark){line, line > 0}, "%s", words);
}

/* Reports the error in errno, and stops using the list. */
static void
fail(struct written *w, const char *what)
{
	int error = errno;

	w->is_usable = false;
	w->has_failed |= !replace_is_foreign(error);
	report(w, 0, arena_printf(&w->arena, "%s: %s", what,
	    error == EINVAL ? "not a regular file" : strerror(error)).ptr);
}

/* ---- sections ---- */

static struct section *
add_section(struct written *w, str config, str folder)
{
	struct section *s;

	for (s = w->sections; s; s = s->next)
		if (str_eq(s->config, config) && str_eq(s->folder, folder))
			return s;
	s = arena_alloc(&w->arena, sizeof *s);
	*s = (struct section){.config = config, .folder = folder,
		.is_here = str_eq(folder, w->folder),
		.is_gone = file_is_missing(
		    path_join(&w->arena, w->base, config).ptr),
		.is_adrift = file_is_missing(
		    path_join(&w->arena, w->base, folder).ptr)};
	*w->last = s;
	w->last = &s->next;
	return s;
}

static void
set_row(struct written *w, struct table *rows, str path,
    struct digest digest)
{
	struct row *r = arena_alloc(&w->arena, sizeof *r);

	*r = (struct row){arena_str(&w->arena, path), digest};
	*table_at(rows, r->path) = r;
}

static void
find_own(struct written *w)
{
	for (struct section *s = w->sections; s; s = s->next)
		if (s->is_here && str_eq(s->config, w->config))
			w->own = s;
}

/* ---- reading ---- */

static str
decode(struct written *w, str text)
{
	struct buf b = {0};

	if (str_chr(text, '%') == STR_NONE)
		return text;
	url_decode(&b, text);
	return buf_move(&b, &w->arena);
}

/* Reads one line; *s is the section that it is in. */
static bool
parse_line(struct written *w, str line, str *config, struct section **s)
{
	struct digest digest;
	str name = str_from(line, DIGEST_TEXT + 1);

	if (str_starts(line, S(CONFIG))) {
		*config = decode(w, str_from(line, sizeof CONFIG - 1));
		*s = NULL;
	} else if (str_starts(line, S(FOLDER)) && config->len)
		*s = add_section(w, *config,
		    decode(w, str_from(line, sizeof FOLDER - 1)));
	else if (*s && name.len && line.ptr[DIGEST_TEXT] == ' ' &&
	    digest_parse(str_sub(line, 0, DIGEST_TEXT), &digest))
		set_row(w, &(*s)->rows, decode(w, name), digest);
	else
		return false;
	return true;
}

/* An empty file is right: replace_lock creates one. */
static void
parse_list(struct written *w)
{
	str text = buf_str(&w->text), line = {0}, config = {0};
	struct section *s = NULL;
	int number = 1;

	if (text.len == 0)
		return;
	str_split(&text, '\n', &line);
	if (!str_eq(line, S(FIRST))) {
		report(w, 1, "expected '" FIRST "': another program, or "
		    "another version, wrote this file");
		w->is_usable = false;
		return;
	}
	while (str_split(&text, '\n', &line)) {
		number++;
		if (line.len && !parse_line(w, line, &config, &s))
			report(w, number, "expected a config, a folder, or a "
			    "digest and a path; the line is ignored");
	}
}

static void
read_list(struct written *w)
{
	if (!w->by.dry) {
		file_make_folder(w->by.list);
		w->lock = replace_lock(w->by.list);
		if (w->lock < 0) {
			fail(w, "cannot open it");
			return;
		}
	}
	if (!file_read(&w->text, w->by.list, MOST_BYTES)) {
		if (!file_is_absent(errno))
			fail(w, "cannot read it");
		return;
	}
	parse_list(w);
}

/* Finds the paths of this run. False, with errno: one cannot be found, as in a
 * dry run that is the first. */
static bool
find_paths(struct written *w)
{
	struct arena *a = &w->arena;
	str folder = {0};

	if (!w->by.dry)
		file_make_folder(w->by.list);
	w->base = resolve(a, path_dir(str_of(w->by.list)));
	if (w->base.len)
		w->home = resolve(a, path_dir(w->by.config));
	if (w->home.len)
		folder = resolve(a, w->by.folder);
	if (folder.len == 0)
		return false;
	w->config = relate(a, w->base,
	    path_join(a, w->home, path_base(w->by.config)));
	w->folder = relate(a, w->base, folder);
	return true;
}

struct written *
written_open(const struct writer *by, struct diags *diags)
{
	struct written *w = mem_alloc(sizeof *w);

	*w = (struct written){.by = *by, .diags = diags, .lock = -1};
	w->last = &w->sections;
	w->is_usable = by->list != NULL;
	if (w->is_usable && !find_paths(w)) {
		w->is_usable = false;
		if (!file_is_absent(errno))
			fail(w, "cannot find its folder");
	} else if (w->is_usable)
		read_list(w);
	find_own(w);
	return w;
}

void
written_close(struct written *w)
{
	if (w == NULL)
		return;
	for (struct section *s = w->sections; s; s = s->next)
		table_free(&s->rows);
	if (w->lock >= 0)
		close(w->lock);
	table_free(&w->added);
	buf_free(&w->text);
	arena_free(&w->arena);
	mem_free(w);
}

/* ---- this run ---- */

bool
written_is_usable(const struct written *w)
{
	return w->is_usable;
}

bool
written_digest(const struct written *w, str path, struct digest *out)
{
	const struct row *r = w->is_usable && w->own
	    ? table_find(&w->own->rows, path) : NULL;

	if (r)
		*out = r->digest;
	return r != NULL;
}

void
written_add(struct written *w, str path, struct digest digest)
{
	if (w->is_usable)
		set_row(w, &w->added, path, digest);
}

static size_t
count_shared(const struct written *w, const struct section *s, str *first)
{
	size_t n = 0, at = 0;
	const struct row *r;

	while ((r = table_next(&w->added, &at, NULL)) != NULL)
		if (table_find(&s->rows, r->path)) {
			if (n == 0 || str_cmp(r->path, *first) < 0)
				*first = r->path;
			n++;
		}
	return n;
}

/* Whether the files may be those of this run under another name. */
static bool
may_be_former(const struct written *w, const struct section *s)
{
	return (s->is_gone || str_eq(s->config, w->config)) &&
	    (s->is_here || s->is_adrift) && s->rows.count;
}

/* The files of this config before it, or the folder, was renamed: at least half
 * of them are those of this run, and there is only one such section. */
static struct section *
find_former(struct written *w)
{
	struct section *found = NULL;
	str first;

	for (struct section *s = w->sections; s; s = s->next) {
		if (!may_be_former(w, s) ||
		    2 * count_shared(w, s, &first) < s->rows.count)
			continue;
		if (found)
			return NULL;
		found = s;
	}
	return found;
}

static void
settle_own(struct written *w)
{
	struct section *s = w->own;

	if (s == NULL)
		s = find_former(w);
	if (s == NULL)
		s = add_section(w, w->config, w->folder);
	s->config = w->config;
	s->folder = w->folder;
	s->is_here = true;
	s->is_gone = s->is_adrift = false;
	w->own = s;
}

/* The path of a config, from the folder of that of this run. */
static str
name_config(struct written *w, str config)
{
	struct arena *a = &w->arena;

	return relate(a, w->home, path_clean(a,
	    path_join(a, w->base, config)));
}

static void
report_shared(struct written *w, const struct section *s, str first,
    size_t n)
{
	struct source src = {
		path_join(&w->arena, w->by.folder, first), {0}};
	struct buf others = {0};

	if (n > 1)
		buf_printf(&others, " and %zu other%s", n - 1,
		    n == 2 ? "" : "s");
	diag_add(w->diags, DIAG_FEED_SHARED, &src, (struct mark){0},
	    "the config '%.*s' writes this file%s too: each run replaces what "
	    "the other config wrote", STR_ARG(name_config(w, s->config)),
	    n > 1 ? buf_cstr(&others) : "");
	buf_free(&others);
}

void
written_settle(struct written *w)
{
	if (!w->is_usable)
		return;
	settle_own(w);
	for (struct section *s = w->sections; s; s = s->next) {
		str first = {0};
		size_t n = s == w->own || !s->is_here || s->is_gone ? 0
		    : count_shared(w, s, &first);

		if (n)
			report_shared(w, s, first, n);
	}
}

enum wrote
written_find(struct written *w, str path, str *other)
{
	enum wrote wrote = WROTE_NOBODY;

	if (!w->is_usable)
		return wrote;
	for (const struct section *s = w->sections; s; s = s->next) {
		enum wrote by = s == w->own ? WROTE_SELF
		    : s->is_gone ? WROTE_GONE : WROTE_OTHER;

		if (!s->is_here || by < wrote ||
		    table_find(&s->rows, path) == NULL)
			continue;
		wrote = by;
		*other = name_config(w, s->config);
	}
	return wrote;
}

/* ---- writing ---- */

static int
by_path(const void *a, const void *b)
{
	const struct row *x = *(const struct row *const *)a;
	const struct row *y = *(const struct row *const *)b;

	return str_cmp(x->path, y->path);
}

/* A file that this run did not add stays in the list as long as it exists; in
 * that of this config, as long as no other one writes it. */
static bool
stays_listed(struct written *w, const struct section *s,
    const struct row *r)
{
	str other;

	if (!s->is_here || (s != w->own && !s->is_gone))
		return true;
	return table_find(&w->added, r->path) == NULL &&
	    (s != w->own || written_find(w, r->path, &other) == WROTE_SELF) &&
	    !file_is_missing(
	    path_join(&w->arena, w->by.folder, r->path).ptr);
}

static bool
is_special(char c)
{
	return (unsigned char)c < ' ' || c == '%' || c == 0x7F;
}

static void
put_line(struct buf *out, const char *name, str value)
{
	buf_add(out, str_of(name));
	url_escape(out, value, is_special);
	buf_addc(out, '\n');
}

static void
put_rows(struct buf *out, const struct row **rows, size_t n)
{
	if (n)
		qsort(rows, n, sizeof *rows, by_path);
	for (size_t i = 0; i < n; i++) {
		char digest[DIGEST_TEXT + 2];

		digest_write(digest, rows[i]->digest);
		digest[DIGEST_TEXT] = ' ';
		digest[DIGEST_TEXT + 1] = '\0';
		put_line(out, digest, rows[i]->path);
	}
}

/* Leaves out a section without files, or whose folder does not exist. */
static void
put_section(struct written *w, struct buf *out, const struct section *s)
{
	size_t most = s->rows.count + w->added.count, n = 0, at = 0;
	const struct row **rows = mem_alloc(most * sizeof(struct row *)), *r;

	while (!s->is_adrift && (r = table_next(&s->rows, &at, NULL)) != NULL)
		if (stays_listed(w, s, r))
			rows[n++] = r;
	at = 0;
	while (s == w->own && (r = table_next(&w->added, &at, NULL)) != NULL)
		rows[n++] = r;
	if (n) {
		put_line(out, CONFIG, s->config);
		put_line(out, FOLDER, s->folder);
		put_rows(out, rows, n);
	}
	mem_free(rows);
}

static void
replace_list(struct written *w, str text)
{
	struct replacement r;

	if (!replace_stage(&r, w->by.list, text, &w->arena) ||
	    !replace_commit(&r))
		fail(w, "cannot write it");
	replace_drop(&r);
}

bool
written_save(struct written *w)
{
	struct buf out = {0};

	if (w->is_usable && !w->by.dry) {
		put_line(&out, FIRST, (str){0});
		for (const struct section *s = w->sections; s; s = s->next)
			put_section(w, &out, s);
		if (!str_eq(buf_str(&out), buf_str(&w->text)))
			replace_list(w, buf_str(&out));
		else
			replace_clean(w->by.list);
	}
	buf_free(&out);
	return !w->has_failed;
}
