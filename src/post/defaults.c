/* SPDX-License-Identifier: MIT
 * defaults: front matter that posts have without saying so. */
#include "defaults.h"

#include <unistd.h>

#include "../base/file.h"
#include "../base/glob.h"
#include "../base/json.h"
#include "field.h"
#include "front_matter.h"
#include "post_file.h"

struct gatherer {
	const struct config *config;
	struct arena *arena;
	struct diags *diags;
	struct default_set *sets; /* the one that counts most first */
};

static void
add_set(struct gatherer *g, str dir, str pattern, const struct value *values)
{
	struct default_set *s = arena_alloc(g->arena, sizeof *s);
	struct default_set **at = &g->sets;

	/* The deeper folder counts first; those of the config, which are
	 * added last and have none, before all. */
	while (dir.len && *at && (*at)->dir.len > dir.len)
		at = &(*at)->next;
	*s = (struct default_set){dir, pattern, values, *at};
	*at = s;
}

/* ---- posts.defaults ---- */

static void
add_configured(struct gatherer *g, const struct value *v)
{
	const struct value *path = value_find(v, S("path"));
	const struct value *values = value_find(v, S("values"));

	if (values && values->kind == VALUE_MAP &&
	    (value_is_null(path) || path->kind == VALUE_SCALAR)) {
		add_set(g, S(""), path ? path->text : S(""), values);
		return;
	}
	diag_add(g->diags, DIAG_CONFIG_TYPE, &g->config->source, v->at,
	    "posts.defaults has %s, expected maps with path and values",
	    value_kind_name(v));
}

/* ---- beside the posts ---- */

/* The files live as long as their values: both are in the arena. */
static const struct value *
read_front(struct gatherer *g, str path)
{
	struct buf text = {0};
	struct source src = {path, {0}};
	struct front_matter fm;
	const struct value *front = NULL;
	struct diags seen = {0}; /* reading it as a post reports them too */

	if (post_file_read(&text, path_join(g->arena, g->config->dir,
	    path).ptr, &src, &seen) && front_matter_cut(&fm, &src,
	    g->config->posts.dialect, &seen))
		front = front_matter_parse(&fm, &src, g->arena, &seen);
	diags_free(&seen);
	buf_free(&text);
	return front;
}

/* A cascade is a map of values, or a list of such maps, each with a target
 * that names paths. */
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
		return; /* for pages that are no posts */
	add_set(g, dir, path && path->kind == VALUE_SCALAR
	    ? arena_printf(g->arena, "**%.*s", STR_ARG(path->text)) : S(""),
	    v);
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

static void
read_data(struct gatherer *g, str dir, str path)
{
	str full = path_join(g->arena, g->config->dir, path);
	struct source src = {path, {0}};
	struct buf text = {0};
	const struct value *v;

	if (access(full.ptr, F_OK) != 0 ||
	    !post_file_read(&text, full.ptr, &src, g->diags)) {
		buf_free(&text);
		return;
	}
	v = json_parse(g->arena, src.text, &src, 0, g->diags);
	if (v && v->kind == VALUE_MAP)
		add_set(g, dir, S(""), v);
	buf_free(&text);
}

/* posts/posts.json and posts/posts.11tydata.json hold for posts/: calls
 * `each` for those of every folder on the way to a post, each once, since
 * paths come sorted. */
static void
each_data(const struct scan *scan, struct arena *a,
    void (*each)(void *ctx, str dir, str path), void *ctx)
{
	static const char *const endings[] = {".json", ".11tydata.json"};
	str before = {0};

	for (size_t i = 0; i < scan->count; i++) {
		str path = scan->files[i].path;

		for (size_t n = 1; n < path.len; n++) {
			str dir = str_sub(path, 0, n + 1);
			str name = path_base(str_sub(path, 0, n));

			if (path.ptr[n] != '/' || str_starts(before, dir))
				continue;
			for (size_t k = 0; k < 2; k++)
				each(ctx, dir, arena_printf(a, "%.*s%.*s%s",
				    STR_ARG(dir), STR_ARG(name), endings[k]));
		}
		before = path;
	}
}

static void
add_data(void *ctx, str dir, str path)
{
	read_data(ctx, dir, path);
}

struct watching {
	void (*each)(void *ctx, str path);
	void *ctx;
};

static void
watch_data(void *ctx, str dir, str path)
{
	struct watching *w = ctx;

	(void)dir;
	w->each(w->ctx, path);
}

void
defaults_watch(const struct config *c, const struct scan *scan,
    void (*each)(void *ctx, str path), void *ctx)
{
	struct watching w = {each, ctx};
	struct arena a = {0};

	if (c->posts.dialect == DIALECT_ELEVENTY)
		each_data(scan, &a, watch_data, &w);
	arena_free(&a);
}

struct default_set *
defaults_gather(const struct config *c, const struct scan *scan,
    struct arena *a, struct diags *diags)
{
	struct gatherer g = {c, a, diags, NULL};
	const struct value *d = c->posts.defaults;

	for (size_t i = 0; i < scan->count; i++)
		if (c->posts.dialect == DIALECT_HUGO)
			add_index(&g, scan->files[i].path);
	if (c->posts.dialect == DIALECT_ELEVENTY)
		each_data(scan, a, add_data, &g);
	if (d && d->kind != VALUE_LIST)
		diag_add(diags, DIAG_CONFIG_TYPE, &c->source, d->at,
		    "posts.defaults is %s, expected a list of maps",
		    value_kind_name(d));
	for (d = d ? d->first : NULL; d; d = d->next)
		add_configured(&g, d);
	return g.sets;
}

/* ---- applying ---- */

static bool
holds_for(const struct default_set *s, str path)
{
	return str_starts(path, s->dir) &&
	    (s->pattern.len == 0 || str_eq(s->pattern, path) ||
	    glob_match(s->pattern, path) ||
	    /* A folder without the '/' that makes it a pattern. */
	    (str_starts(path, s->pattern) &&
	    str_starts(str_from(path, s->pattern.len), S("/"))));
}

void
defaults_apply(struct value *front, const struct default_set *sets, str path,
    struct arena *a)
{
	for (const struct default_set *s = sets; s; s = s->next) {
		if (!holds_for(s, path))
			continue;
		for (const struct value *v = s->values->first; v; v = v->next) {
			struct value *copy;

			if (field_is_given(front, v->key))
				continue;
			copy = arena_alloc(a, sizeof *copy);
			*copy = *v;
			/* Its place is not one of the post's. */
			copy->at = copy->key_at = (struct mark){0};
			value_add(front, copy);
		}
	}
}
