/* SPDX-License-Identifier: MIT
 * paths_config: what the config says of the names of feeds, checked. */
#include "feed/plan/paths_config.h"

#include <stdarg.h>

#include "base/core/file.h"
#include "base/data/compress.h"
#include "base/text/pattern.h"
#include "base/text/scan.h"
#include "base/web/url.h"
#include "config/config_codes.h"
#include "feed/beside/companion.h"
#include "feed/formats/format.h"
#include "feed/plan/taken.h"

struct reader {
	struct paths_config *out;
	struct plan *plan;
	const struct config *config;
	struct arena *arena;
	struct diags *diags;
	struct pathset *set; /* of the feed that is being read */
	const char *key;     /* of the value that is being read */
	bool is_term;        /* the feed is that of a term */
};

/* Reports a mistake. Returns false. */
static bool
fail(struct reader *r, diag_code code, struct mark at, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

static bool
fail(struct reader *r, diag_code code, struct mark at, const char *fmt, ...)
{
	va_list ap;
	str message;

	va_start(ap, fmt);
	message = arena_vprintf(r->arena, fmt, ap);
	va_end(ap);
	diag_add(r->diags, code, &r->config->source, at, "%.*s",
	    STR_ARG(message));
	return false;
}

static bool
fail_clash(struct reader *r, const struct value *v, const char *with)
{
	return fail(r, DIAG_PATH_CLASH, v->at, "%s '%.*s' %s", r->key,
	    STR_ARG(v->text), with);
}

/* ---- formats ---- */

static str
format_names(struct arena *a)
{
	str all = {0};

	for (size_t i = 0; formats[i]; i++)
		all = arena_printf(a, "%.*s%s%s", STR_ARG(all), i ? ", " : "",
		    formats[i]->name);
	return all;
}

/* Adds a format to the feed, and to the plan if no other feed has it. */
static bool
add_format(struct reader *r, const struct value *v)
{
	const struct format *f =
	    v->kind == VALUE_SCALAR ? format_find(v->text) : NULL;
	size_t i = 0;

	if (f == NULL)
		return fail(r, DIAG_CONFIG_VALUE, v->at,
		    "%s has '%.*s', expected some of %.*s", r->key,
		    STR_ARG(v->text), STR_ARG(format_names(r->arena)));
	while (i < r->plan->n_formats && r->plan->formats[i] != f)
		i++;
	if (i == r->plan->n_formats)
		r->plan->formats[r->plan->n_formats++] = f;
	r->set->has[i] = true;
	return true;
}

static bool
read_formats(struct reader *r, const struct value *v, const char *key)
{
	bool ok = true;

	r->set->key = r->key = key;
	if (v->kind == VALUE_SCALAR)
		return add_format(r, v);
	if (v->kind != VALUE_LIST || v->first == NULL)
		return fail(r, DIAG_CONFIG_TYPE, v->at,
		    "%s is %s, expected a list of formats", key,
		    v->kind == VALUE_LIST ? "an empty list"
		                          : value_kind_name(v));
	for (const struct value *i = v->first; i; i = i->next)
		ok &= add_format(r, i);
	return ok;
}

/* ---- paths ---- */

/* Checks one pattern: that it stays in its folder, and its placeholders. */
static bool
check_path(struct reader *r, const struct value *v)
{
	const struct pattern_var vars[] = {
		{"slug", S("x")}, {"name", S("x")}, {"taxonomy", S("x")}};
	struct buf b = {0};
	str bad;
	bool expands, is_below;

	if (v->kind != VALUE_SCALAR)
		return fail(r, DIAG_CONFIG_TYPE, v->at,
		    "%s is %s, expected a path", r->key, value_kind_name(v));
	expands = pattern_expand(&b, v->text, vars, r->is_term ? 3 : 0, &bad);
	is_below = path_is_below(buf_str(&b));
	buf_free(&b);
	if (!expands)
		return fail(r, DIAG_CONFIG_VALUE, v->at,
		    "%s has '{%.*s}', expected %s", r->key, STR_ARG(bad),
		    r->is_term ? "{slug}, {name} or {taxonomy}" : "no braces");
	if (!is_below)
		return fail(r, DIAG_CONFIG_VALUE, v->at,
		    "%s '%.*s' is not a path below feeds.folder", r->key,
		    STR_ARG(v->text));
	if (r->is_term && !pattern_has(v->text, "slug") &&
	    !pattern_has(v->text, "name"))
		return fail_clash(r, v, "is the same for every term, expected "
		    "{slug} or {name} in it");
	return true;
}

static bool
check_title(struct reader *r, str title, struct mark at, const char *key)
{
	const struct pattern_var vars[] = {{"site", S("")}, {"term", S("")},
		{"Term", S("")}, {"taxonomy", S("")}};
	struct buf b = {0};
	str bad;
	bool ok = pattern_expand(&b, title, vars, r->is_term ? 4 : 1, &bad);

	buf_free(&b);
	return ok || fail(r, DIAG_CONFIG_VALUE, at,
	    "%s has '{%.*s}', expected {site}%s", key, STR_ARG(bad),
	    r->is_term ? ", {term}, {Term} or {taxonomy}" : "");
}

str
pathset_at(const struct pathset *set, size_t format, size_t i)
{
	if (i == 0)
		return set->pattern[format];
	return i <= set->also[format].count ? set->also[format].at[i - 1]
	                                    : (str){0};
}

/* The path of a sample term whose name equals its slug: two patterns that
 * expand to the same path for it collide. */
static str
sample_path(struct reader *r, str pattern)
{
	const struct pattern_var vars[] = {{"slug", S("x")},
		{"name", S("x")}, {"taxonomy", r->set->taxonomy}};
	struct buf b = {0};
	str bad;

	pattern_expand(&b, pattern, vars, 3, &bad);
	return buf_move(&b, r->arena);
}

static bool
is_compressed(str path, str document, str ending)
{
	return path.len == document.len + ending.len &&
	    str_istarts(path, document) && str_iends(path, ending);
}

/* Whether two paths are equal, or one is the compressed file beside the
 * other. */
static bool
paths_meet(struct reader *r, str a, str b)
{
	bool same = str_ieq(a, b);

	for (int i = 0; i < CODEC_COUNT && !same; i++)
		if (r->config->feeds.compress & 1 << i)
			same = is_compressed(a, b, compress_endings[i]) ||
			    is_compressed(b, a, compress_endings[i]);
	return same;
}

/* Whether neither this format nor another one has the path already. */
static bool
check_new(struct reader *r, size_t format, str pattern, const struct value *v)
{
	str old, path = sample_path(r, pattern);

	for (size_t i = 0; (old = pathset_at(r->set, format, i)).len; i++)
		if (paths_meet(r, old, pattern))
			return fail_clash(r, v, "is listed twice");
	for (size_t k = 0; k < r->plan->n_formats; k++)
		for (size_t i = 0; k != format &&
		    (old = pathset_at(r->set, k, i)).len; i++)
			if (paths_meet(r, sample_path(r, old), path))
				return fail_clash(r, v,
				    "is the path of two formats");
	return true;
}

static bool
add_pattern(struct reader *r, size_t format, str pattern,
    const struct value *v)
{
	struct strs *also = &r->set->also[format];
	size_t size = also->count * sizeof *also->at;

	if (!check_new(r, format, pattern, v))
		return false;
	if (r->set->pattern[format].len == 0) {
		r->set->pattern[format] = pattern;
		return true;
	}
	also->at = also->count
	    ? arena_more(r->arena, also->at, size, size + sizeof *also->at)
	    : arena_alloc(r->arena, sizeof *also->at);
	also->at[also->count++] = pattern;
	return true;
}

/* Reads a path that each format completes with its extension. */
static bool
read_name(struct reader *r, const struct value *v)
{
	bool ok = check_path(r, v);

	if (r->set->name.len == 0)
		r->set->name = v->text;
	for (size_t i = 0; ok && i < r->plan->n_formats; i++)
		if (r->set->has[i])
			ok = add_pattern(r, i, arena_printf(r->arena,
			    "%.*s%s", STR_ARG(v->text),
			    r->plan->formats[i]->extension), v);
	return ok;
}

enum { EVERY_FORMAT = MOST_FORMATS };

/* Reads one path or a list of them: the whole paths of a format, or the paths
 * without their extension for EVERY_FORMAT. */
static bool
read_paths(struct reader *r, size_t format, const struct value *in)
{
	bool is_list = in->kind == VALUE_LIST, ok = true;

	if (is_list && in->first == NULL)
		return fail(r, DIAG_CONFIG_TYPE, in->at,
		    "%s is an empty list, expected a path", r->key);
	for (const struct value *v = is_list ? in->first : in; v;
	     v = is_list ? v->next : NULL)
		ok &= format == EVERY_FORMAT ? read_name(r, v)
		    : check_path(r, v) && add_pattern(r, format, v->text, v);
	return ok;
}

/* Whether all keys of a map are formats. */
static bool
check_path_map(struct reader *r, const struct value *map)
{
	bool ok = true;

	for (const struct value *v = map->first; v; v = v->next)
		if (format_find(v->key) == NULL)
			ok = fail(r, DIAG_CONFIG_KEY, v->key_at,
			    "%s has '%.*s', which is not a format", r->key,
			    STR_ARG(v->key));
	return ok;
}

/* Reads a map from formats to whole paths, or to lists of paths. */
static bool
read_path_map(struct reader *r, const struct value *map)
{
	bool ok = check_path_map(r, map);
	const struct value *first = map->first;

	for (size_t i = 0; i < r->plan->n_formats; i++) {
		const char *name = r->plan->formats[i]->name;
		const struct value *v = value_find(map, str_of(name));

		if (!r->set->has[i])
			continue;
		if (v)
			ok &= read_paths(r, i, v);
		else
			ok = fail(r, DIAG_CONFIG_REQUIRED, map->at,
			    "%s has no path for '%s', which is in %s", r->key,
			    name, r->set->key);
	}
	if (first && first->kind == VALUE_LIST)
		first = first->first;
	if (first)
		r->set->name = first->text;
	return ok;
}

static bool
read_path(struct reader *r, const struct value *v, const char *key)
{
	r->key = key;
	return v->kind == VALUE_MAP ? read_path_map(r, v)
	                            : read_paths(r, EVERY_FORMAT, v);
}

/* ---- taxonomies ---- */

static bool
check_term_page(struct reader *r, const struct taxonomy *t, const char *key)
{
	struct value url = {.kind = VALUE_SCALAR, .at = t->at,
		.text = path_bare(path_relative(t->url))};

	r->key = key;
	return t->url.len == 0 || check_path(r, &url);
}

static bool
read_taxonomy(struct reader *r, const struct taxonomy *t)
{
	struct value by_default = {.kind = VALUE_SCALAR, .at = t->at,
		.text = arena_printf(r->arena, "%.*s/{slug}",
		    STR_ARG(t->name))};
	str key = arena_printf(
	    r->arena, "feeds.taxonomies.%.*s", STR_ARG(t->name));
	const char *title = arena_printf(r->arena, "%s.title", key.ptr).ptr;
	bool ok;

	*r->set = (struct pathset){
		.key = r->out->main.key, .taxonomy = t->name};
	memcpy(r->set->has, r->out->main.has, sizeof r->set->has);
	ok = read_path(r, t->path ? t->path : &by_default,
	    arena_printf(r->arena, "%s.path", key.ptr).ptr);
	ok &= check_term_page(
	    r, t, arena_printf(r->arena, "%s.url", key.ptr).ptr);
	return check_title(r, t->title, config_find(r->config, title)
	    ? config_mark(r->config, title) : t->at, title) && ok;
}

static bool
read_taxonomies(struct reader *r)
{
	const struct taxonomy *t = r->config->feeds.taxonomies;
	size_t n = 0;
	bool ok = true;

	for (; t; t = t->next)
		n++;
	r->set = r->out->taxonomies =
	    arena_array(r->arena, n, sizeof *r->out->taxonomies);
	r->is_term = true;
	for (t = r->config->feeds.taxonomies; t; t = t->next, r->set++)
		ok &= read_taxonomy(r, t);
	r->is_term = false;
	return ok;
}

/* ---- feeds of queries ---- */

static struct mark
mark_in(const struct extra *x, str key)
{
	const struct value *v = value_find(x->node, key);

	return v ? v->at : x->node->at;
}

/* Checks a page: a path of the site, or a whole URL. */
static bool
check_page(struct reader *r, const struct extra *x)
{
	struct url u = url_split(x->url);

	if (url_is_web(x->url) || (!u.has_scheme && !u.has_authority))
		return true;
	return fail(r, DIAG_CONFIG_VALUE, mark_in(x, S("url")),
	    "feeds.extra.*.url is '%.*s', expected a path below site.url, or "
	    "an absolute URL", STR_ARG(x->url));
}

static bool
read_extra(struct reader *r, const struct extra *x)
{
	bool ok = x->formats
	    ? read_formats(r, x->formats, "feeds.extra.*.formats")
	    : read_formats(r, r->config->feeds.formats, "feeds.formats");

	ok = ok && read_path(r, x->path, "feeds.extra.*.path");
	ok &= check_title(r, x->title, mark_in(x, S("title")),
	    "feeds.extra.*.title");
	return check_page(r, x) && ok;
}

static bool
read_extras(struct reader *r)
{
	const struct extra *x = r->config->feeds.extra;
	size_t n = 0;
	bool ok = true;

	for (; x; x = x->next)
		n++;
	r->set = r->out->extras =
	    arena_array(r->arena, n, sizeof *r->out->extras);
	for (x = r->config->feeds.extra; x; x = x->next, r->set++)
		ok &= read_extra(r, x);
	return ok;
}

/* ---- clashes ---- */

/* Reserves all paths of a feed. Returns the first one in use, or an empty
 * str. */
static str
take_paths(struct reader *r, struct taken *taken, const struct pathset *set,
    str prefix)
{
	str clash = {0}, pattern;

	for (size_t i = 0; i < r->plan->n_formats; i++)
		for (size_t k = 0; (pattern = pathset_at(set, i, k)).len; k++)
			if (!taken_add(taken, taken_key(taken, arena_printf(
			    r->arena, "%.*s%.*s", STR_ARG(prefix),
			    STR_ARG(pattern)))) && clash.len == 0)
				clash = pattern;
	return clash;
}

/* Finds the config value of a pattern, to which an extension may have been
 * added since; else the first value. */
static const struct value *
find_pattern(const struct value *v, str pattern)
{
	const struct value *found = NULL;

	if (v->kind == VALUE_SCALAR)
		return v;
	for (const struct value *i = v->first; i; i = i->next) {
		const struct value *in = find_pattern(i, pattern);

		if (found == NULL || (str_starts(pattern, in->text) &&
		    !str_starts(pattern, found->text)))
			found = in;
		if (str_eq(in->text, pattern))
			return in;
	}
	return found;
}

/* Whether no two companion files share a path. */
static bool
check_companions(struct reader *r, struct taken *taken)
{
	const struct companion *k;
	bool ok = true;

	for (size_t i = 0; (k = companion_at(i)) != NULL; i++) {
		str path = companion_path(k, r->config);

		if (path.len && !taken_add(taken, taken_key(taken, path)))
			ok = fail(r, DIAG_PATH_CLASH,
			    config_mark(r->config, k->key),
			    "%s '%.*s' is the path of another file", k->key,
			    STR_ARG(path));
	}
	return ok;
}

/* Whether no two feeds share a path. Feeds of terms are not checked: paths.c
 * adds a number to a slug whose path is in use. */
static bool
check_clashes(struct reader *r)
{
	const struct config *c = r->config;
	struct taken paths = {
		.arena = r->arena, .codecs = c->feeds.compress};
	struct taken names = {.arena = r->arena};
	const struct pathset *set = r->out->extras;
	bool ok = true;

	r->key = "feeds.extra.*.path";
	take_paths(r, &paths, &r->out->main, S(""));
	for (const struct language *g = c->languages; g; g = g->next)
		take_paths(r, &paths, &r->out->main, g->prefix);
	for (const struct extra *x = c->feeds.extra; x; x = x->next, set++) {
		str clash = take_paths(r, &paths, set, S(""));

		if (!taken_add(&names, taken_key(&names, set->name)) &&
		    clash.len == 0)
			clash = set->name;
		if (clash.len)
			ok = fail_clash(r, find_pattern(x->path, clash),
			    "is the path of another feed");
	}
	ok &= check_companions(r, &paths);
	taken_free(&paths);
	taken_free(&names);
	return ok;
}

/* ---- all of it ---- */

bool
paths_config_read(struct paths_config *out, struct plan *plan,
    const struct config *c, struct arena *a, struct diags *diags)
{
	struct reader r = {.out = out, .plan = plan, .config = c, .arena = a,
		.diags = diags, .set = &out->main};
	bool ok;

	*out = (struct paths_config){0};
	if (!read_formats(&r, c->feeds.formats, "feeds.formats"))
		return false;
	ok = read_path(&r, c->feeds.main.path, "feeds.main.path");
	ok &= check_title(&r, c->feeds.main.title,
	    config_mark(c, "feeds.main.title"), "feeds.main.title");
	ok &= read_taxonomies(&r);
	ok &= read_extras(&r);
	return ok && check_clashes(&r);
}
