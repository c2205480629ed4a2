/* SPDX-License-Identifier: MIT
 * defaults: front matter that posts inherit. */
#include "post/read/defaults.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/core/file.h"
#include "base/text/glob.h"
#include "base/data/json.h"
#include "generators/import/import_literal.h"
#include "config/config_codes.h"
#include "post/post_codes.h"
#include "post/read/cascade.h"
#include "post/read/field.h"
#include "post/read/name_keys.h"
#include "post/front/front_parse.h"
#include "post/post_file.h"

/* One set of defaults. */
struct default_set {
	str dir;                    /* applies below this folder: "a/b/" */
	str pattern;                /* and to matching paths; empty: to all */
	const struct value *values; /* a map */
	bool is_data;               /* from a data file: merged with others */
	struct default_set *next;   /* of lower priority */
};

struct defaults {
	const struct config *config;
	struct default_set *sets;
	const struct name_keys *names; /* or NULL */
	struct strs indexed;           /* folders with an _index.md, sorted */
	bool has_data;                 /* data files are beside posts */
};

/* What data files are read with. */
struct data_reader {
	const struct config *config;
	const struct front_parser *parser;
	struct arena *arena;
	bool *may_pass;             /* as front_parse sets it */
	struct diags *diags;
};

struct gatherer {
	const struct config *config;
	const struct front_parser *parser;
	struct arena *arena;
	struct diags *diags;
	struct default_set *sets;
};

static void
add_set(struct gatherer *g, struct default_set set)
{
	struct default_set *s = arena_alloc(g->arena, sizeof *s);
	struct default_set **at = &g->sets;

	/* Deeper folders first. Sets of the config have no folder, are added
	 * last and come before all others. */
	while (set.dir.len && *at && (*at)->dir.len > set.dir.len)
		at = &(*at)->next;
	*s = set;
	s->next = *at;
	*at = s;
}

/* ---- posts.defaults ---- */

static void
add_configured(struct gatherer *g, const struct value *v)
{
	const struct source *src = config_source(g->config, v);
	const struct value *path = value_find(v, S("path"));
	const struct value *values = value_find(v, S("values"));

	if (values && values->kind == VALUE_MAP &&
	    (value_is_null(path) || path->kind == VALUE_SCALAR)) {
		add_set(g, (struct default_set){
			.pattern = path ? path->text : S(""),
			.values = value_copy(g->arena, values, src)});
		return;
	}
	diag_add(g->diags, DIAG_CONFIG_TYPE, src, v->at,
	    "posts.defaults has %s, expected maps with path and values",
	    value_kind_name(v));
}

/* ---- beside the posts ---- */

/* A copy of the source, which must live as long as the values do. */
static struct source *
keep_source(struct arena *a, const struct source *src)
{
	struct source *kept = arena_alloc(a, sizeof *kept);

	*kept = (struct source){arena_str(a, src->name),
		arena_str(a, src->text)};
	return kept;
}

static const struct value *
read_front(struct gatherer *g, str path)
{
	struct buf text = {0};
	struct source src = {path, {0}};
	struct front_matter fm;
	const struct value *front = NULL;
	struct diags seen = {0}; /* post_read reports them again */
	struct stamp stamp;
	bool may_pass = false;

	if (post_file_read(&text, path_join(g->arena, g->config->dir,
	    path).ptr, g->config->limits.post, &src, &stamp, &seen) &&
	    front_matter_cut(
	    &fm, &src, g->config->posts.generator, &seen))
		front = front_parse(
		    g->parser, &fm, &src, g->arena, &may_pass, &seen);
	/* Without its cascade, drafts could be published: end the run. */
	if (may_pass || stamp_is_unknown(stamp))
		diags_move(g->diags, &seen);
	if (front && field_find(front, S("cascade")))
		front = value_copy(g->arena, front,
		    keep_source(g->arena, &src));
	diags_free(&seen);
	buf_free(&text);
	return front;
}

/* A cascade is a map of values, or a list of such maps; `target` restricts one
 * to some paths. */
static void
add_cascade(struct gatherer *g, str dir, const struct value *v)
{
	const struct value *target = field_find(v, S("_target"));
	const struct value *path, *kind;

	if (v->kind == VALUE_LIST)
		for (const struct value *i = v->first; i; i = i->next)
			add_cascade(g, dir, i);
	if (v->kind != VALUE_MAP)
		return;
	if (target == NULL)
		target = field_find(v, S("target"));
	path = field_find(target, S("path"));
	kind = field_find(target, S("kind"));
	if (kind && (kind->kind != VALUE_SCALAR ||
	    !str_ieq(kind->text, S("page"))))
		return; /* not for posts */
	add_set(g, (struct default_set){.dir = dir, .values = v,
		.pattern = path && path->kind == VALUE_SCALAR
		? arena_printf(g->arena, "**%.*s", STR_ARG(path->text))
		: S("")});
}

static str
folder_of(struct gatherer *g, str path)
{
	str dir = path_dir(path);

	return dir.len ? arena_printf(g->arena, "%.*s/", STR_ARG(dir)) : dir;
}

static void
add_index(struct gatherer *g, str path)
{
	const struct value *front, *cascade;

	if (!str_starts(path_base(path), S("_index.")))
		return;
	front = read_front(g, path);
	cascade = field_find(front, S("cascade"));
	if (cascade)
		add_cascade(g, folder_of(g, path), cascade);
}

/* ---- data files ---- */

static bool
fail_unused(struct diags *diags, const struct source *src, const char *what)
{
	diag_add(diags, DIAG_DATA_UNUSED, src, (struct mark){0},
	    "%s, which is not read", what);
	return true;
}

/* Whether posts.defaults has a value for a key. */
static bool
is_configured(const struct config *c, str key)
{
	const struct value *d = c->posts.defaults;

	for (d = d ? d->first : NULL; d; d = d->next)
		if (value_find(value_find(d, S("values")), key))
			return true;
	return false;
}

/* Reports a member of a program that is no constant: a warning if posts could
 * get a wrong address, date or term without it. */
static void
report_member(const struct config *c, struct diags *diags,
    const struct source *src, str name)
{
	bool decides = literal_decides(name);

	if (!decides || !is_configured(c, name))
		diag_add(diags, decides ? DIAG_DATA_COMPUTED
		    : DIAG_DATA_UNUSED, src, (struct mark){0}, decides
		    ? "'%.*s' is computed by this program, which is not run"
		    : "'%.*s' is no constant, which is not read",
		    STR_ARG(name));
}

/* Reads the constants of a data file that is a program. Does not run it. */
static bool
read_module(const struct data_reader *r, const struct value **data,
    const struct source *src, struct buf *text)
{
	struct arena *a = r->arena;
	struct diags *diags = r->diags;
	str unread;
	struct value *v = literal_module(a, src->text, &unread);

	if (v == NULL)
		fail_unused(diags, src, "a program");
	else if (unread.len)
		report_member(r->config, diags, src, unread);
	if (v)
		*data = value_copy(a, v, keep_source(a, src));
	buf_free(text);
	return true;
}

/* Parses a data file in YAML as if it were front matter, or one in JSON. */
static struct value *
parse_data(const struct data_reader *r, const struct source *src)
{
	struct front_matter fm = {.syntax = FRONT_YAML, .text = src->text};

	return str_ends(src->name, S("l"))
	    ? front_parse(r->parser, &fm, src, r->arena, r->may_pass, r->diags)
	    : json_parse(r->arena, src->text, src, 0, r->diags);
}

/* The map in a data file, or NULL. False: the file is unreadable, which is
 * reported. */
static bool
read_data(const struct data_reader *r, str path, const struct value **data)
{
	const struct config *c = r->config;
	struct arena *a = r->arena;
	struct diags *diags = r->diags;
	struct source src = {path, {0}};
	struct buf text = {0};
	struct value *v = NULL;
	bool ok = true;
	str full = path_join(a, c->dir, path);

	*data = NULL;
	/* Where it may exist, reading it reports the error. */
	if (access(full.ptr, F_OK) != 0 && file_is_absent(errno))
		return true;
	ok = post_file_read(&text, full.ptr, c->limits.post, &src, NULL,
	    diags);
	if (ok && str_ends(path, S("js")))
		return read_module(r, data, &src, &text);
	ok = ok && (v = parse_data(r, &src)) != NULL;
	if (v && v->kind == VALUE_MAP)
		*data = value_copy(a, v, keep_source(a, &src));
	else if (v)
		fail_unused(diags, &src, value_kind_name(v));
	buf_free(&text);
	return ok;
}

/* The endings of data files; later ones have priority. */
struct ends {
	str at[12];
	size_t count;
};

static struct ends
ends_of(const struct config *c)
{
	str rest = str_of(c->posts.generator->front.data_ends);
	struct ends e = {0};

	while (e.count < 12 && str_word(&rest, &e.at[e.count]))
		e.count++;
	return e;
}

/* posts/posts.json applies to posts/. */
static str
folder_data(struct arena *a, str dir, str end)
{
	str name = path_base(str_sub(dir, 0, dir.len - 1));

	return arena_printf(a, "%.*s%.*s%.*s", STR_ARG(dir), STR_ARG(name),
	    STR_ARG(end));
}

/* Calls `each` once for every folder above a post, below the root of the site.
 * Relies on sorted paths. */
static void
each_folder(const struct config *c, const struct post_walk *scan,
    void (*each)(void *ctx, str dir), void *ctx)
{
	size_t root = c->posts.root.len;
	str before = {0};

	for (size_t i = 0; i < scan->count; i++) {
		str path = scan->files[i].path;

		for (size_t n = root ? root : 1; n < path.len; n++) {
			str dir = str_sub(path, 0, n + 1);

			if (path.ptr[n] == '/' && !str_starts(before, dir))
				each(ctx, dir);
		}
		before = path;
	}
}

static void
add_folder_data(void *ctx, str dir)
{
	struct gatherer *g = ctx;
	struct ends e = ends_of(g->config);
	bool may_pass = false;
	struct data_reader r = {g->config, g->parser, g->arena, &may_pass,
		g->diags};

	for (size_t i = 0; i < e.count; i++) {
		const struct value *data;

		read_data(&r, folder_data(g->arena, dir, e.at[i]), &data);
		if (data)
			add_set(g, (struct default_set){.dir = dir,
				.values = data, .is_data = true});
	}
}

/* posts/a.json applies to posts/a.md, but posts/a/a.json applies to the folder
 * posts/a/, and not to posts/a/a.md. */
static bool
merge_own_data(const struct data_reader *r, struct value *front, str path)
{
	str stem = str_sub(path, 0, str_rchr(path, '.'));
	struct ends e = ends_of(r->config);
	bool ok = true;

	if (str_eq(path_base(stem), path_base(path_dir(path))))
		return true;
	for (size_t i = e.count; i-- > 0;) {
		const struct value *data;

		ok &= read_data(r, arena_printf(r->arena, "%.*s%.*s",
		    STR_ARG(stem), STR_ARG(e.at[i])), &data);
		if (data)
			cascade_merge(front, data, r->arena);
	}
	return ok;
}

/* ---- watching ---- */

struct watching {
	const struct config *config;
	struct arena arena;
	void (*each)(void *ctx, str path);
	void *ctx;
};

static void
watch_folder(void *ctx, str dir)
{
	struct watching *w = ctx;
	struct ends e = ends_of(w->config);

	for (size_t i = 0; i < e.count; i++)
		w->each(w->ctx, folder_data(&w->arena, dir, e.at[i]));
}

void
defaults_watch(const struct config *c, const struct post_walk *scan,
    void (*each)(void *ctx, str path), void *ctx)
{
	struct watching w = {.config = c, .each = each, .ctx = ctx};

	if (c->posts.generator->front.data_ends)
		each_folder(c, scan, watch_folder, &w);
	for (size_t i = 0; i < scan->n_data; i++)
		each(ctx, scan->data[i].path);
	arena_free(&w.arena);
}

/* ---- gathering ---- */

static int
compare_texts(const void *a, const void *b)
{
	return str_cmp(*(const str *)a, *(const str *)b);
}

static bool
is_index(str path)
{
	return str_starts(path_base(path), S("_index."));
}

static struct strs
list_indexed(const struct post_walk *scan, struct arena *a)
{
	struct strs list = {0};
	size_t n = 0;

	for (size_t i = 0; i < scan->count; i++)
		n += is_index(scan->files[i].path);
	list.at = arena_array(a, n, sizeof *list.at);
	for (size_t i = 0; i < scan->count; i++)
		if (is_index(scan->files[i].path))
			list.at[list.count++] = path_dir(scan->files[i].path);
	if (n)
		qsort(list.at, n, sizeof *list.at, compare_texts);
	return list;
}

const struct defaults *
defaults_gather(const struct config *c, const struct post_walk *scan,
    const struct front_parser *parser, struct arena *a, struct diags *diags)
{
	struct gatherer g = {c, parser, a, diags, NULL};
	struct defaults *all = arena_alloc(a, sizeof *all);
	const struct value *d = c->posts.defaults;

	if (c->posts.generator->front.has_cascade)
		all->indexed = list_indexed(scan, a);
	for (size_t i = 0; i < scan->count; i++)
		if (c->posts.generator->front.has_cascade)
			add_index(&g, scan->files[i].path);
	if (c->posts.generator->front.data_ends)
		each_folder(c, scan, add_folder_data, &g);
	if (d && d->kind != VALUE_LIST)
		diag_add(diags, DIAG_CONFIG_TYPE, config_source(c, d), d->at,
		    "posts.defaults is %s, expected a list of maps",
		    value_kind_name(d));
	for (d = d ? d->first : NULL; d; d = d->next)
		add_configured(&g, d);
	all->config = c;
	all->sets = g.sets;
	all->names = name_keys_make(c, a, diags);
	all->has_data = scan->n_data > 0;
	return all;
}

bool
defaults_has_index(const struct defaults *d, str folder)
{
	return d && d->indexed.count && bsearch(&folder, d->indexed.at,
	    d->indexed.count, sizeof folder, compare_texts) != NULL;
}

/* ---- applying ---- */

static bool
holds_for(const struct default_set *s, str path)
{
	return str_starts(path, s->dir) &&
	    (s->pattern.len == 0 || str_eq(s->pattern, path) ||
	    glob_match(s->pattern, path) ||
	    path_is_in(path, s->pattern));
}

/* Adds the keys that the front matter lacks. */
static void
add_missing(struct value *front, const struct value *values, struct arena *a)
{
	for (const struct value *v = values->first; v; v = v->next) {
		struct value *copy;

		if (field_is_given(front, v->key))
			continue;
		copy = arena_alloc(a, sizeof *copy);
		*copy = *v;
		value_add(front, copy);
	}
}

bool
defaults_apply(const struct defaults *d, struct value *front, str path,
    const struct front_parser *parser, bool *may_pass, struct arena *a,
    struct diags *diags)
{
	struct data_reader r = {d->config, parser, a, may_pass, diags};
	bool ok = true;

	if (d->config->posts.generator->front.data_ends) {
		cascade_begin(front, a);
		ok = !d->has_data || merge_own_data(&r, front, path);
	}
	if (d->names)
		name_keys_apply(d->names, front, path, a);
	for (const struct default_set *s = d->sets; s; s = s->next)
		if (!holds_for(s, path))
			continue;
		else if (s->is_data)
			cascade_merge(front, s->values, a);
		else
			add_missing(front, s->values, a);
	return ok;
}
