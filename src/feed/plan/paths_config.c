/* SPDX-License-Identifier: MIT
 * paths_config: what the config says of the names of feeds, checked. */
#include "feed/plan/paths_config.h"

#include "base/core/file.h"
#include "base/core/table.h"
#include "base/data/compress.h"
#include "base/text/pattern.h"
#include "base/text/scan.h"
#include "base/text/slug.h"
#include "base/web/url.h"
#include "config/config_codes.h"
#include "feed/beside/companion.h"
#include "feed/formats/format.h"

struct reader {
	struct paths_config *out;
	struct plan *plan;
	const struct config *config;
	struct arena *arena;
	struct diags *diags;
};

static bool
fail(struct reader *r, const struct value *v, diag_code code,
    const char *key, const char *words)
{
	diag_add(r->diags, code, &r->config->source, v->at, "%s '%.*s' %s",
	    key, STR_ARG(v->text), words);
	return false;
}

/* ---- formats ---- */

static bool
fail_format(struct reader *r, const struct value *v, const char *key)
{
	struct buf all = {0};

	for (size_t i = 0; formats[i]; i++)
		buf_printf(&all, "%s%s", i ? ", " : "", formats[i]->name);
	diag_add(r->diags, DIAG_CONFIG_VALUE, &r->config->source, v->at,
	    "%s has '%.*s', expected some of %s", key, STR_ARG(v->text),
	    buf_cstr(&all));
	buf_free(&all);
	return false;
}

/* Adds a format to a feed, and to the plan if no other feed has it. */
static bool
add_format(struct reader *r, struct pathset *set, const struct value *v,
    const char *key)
{
	const struct format *f =
	    v->kind == VALUE_SCALAR ? format_find(v->text) : NULL;
	size_t i = 0;

	if (f == NULL)
		return fail_format(r, v, key);
	while (i < r->plan->n_formats && r->plan->formats[i] != f)
		i++;
	if (i == r->plan->n_formats)
		r->plan->formats[r->plan->n_formats++] = f;
	set->has[i] = true;
	return true;
}

static bool
read_formats(struct reader *r, struct pathset *set, const struct value *v,
    const char *key)
{
	bool ok = true;

	set->key = key;
	if (v->kind == VALUE_SCALAR)
		return add_format(r, set, v, key);
	for (const struct value *i = v->first; i; i = i->next)
		ok &= v->kind == VALUE_LIST && add_format(r, set, i, key);
	if (ok && v->first)
		return true;
	if (ok || v->kind == VALUE_MAP)
		diag_add(r->diags, DIAG_CONFIG_TYPE, &r->config->source,
		    v->at, "%s is %s, expected a list of formats", key,
		    v->kind == VALUE_LIST ? "an empty list"
		                          : value_kind_name(v));
	return false;
}

/* ---- paths ---- */

/* Checks one pattern: that it stays in its folder, and its placeholders. */
static bool
check_path(struct reader *r, const struct value *v, const char *key, bool term)
{
	const struct pattern_var vars[] = {
		{"slug", S("x")}, {"name", S("x")}, {"taxonomy", S("x")}};
	struct buf b = {0};
	str bad;
	bool ok = false;

	if (v->kind != VALUE_SCALAR)
		diag_add(r->diags, DIAG_CONFIG_TYPE, &r->config->source,
		    v->at, "%s is %s, expected a path", key,
		    value_kind_name(v));
	else if (!pattern_expand(&b, v->text, vars, term ? 3 : 0, &bad))
		diag_add(r->diags, DIAG_CONFIG_VALUE, &r->config->source,
		    v->at, "%s has '{%.*s}', expected %s", key, STR_ARG(bad),
		    term ? "{slug}, {name} or {taxonomy}" : "no braces");
	else if (!path_is_below(buf_str(&b)))
		fail(r, v, DIAG_CONFIG_VALUE, key,
		    "is no path below feeds.folder");
	else if (term && !pattern_has(v->text, "slug") &&
	    !pattern_has(v->text, "name"))
		fail(r, v, DIAG_PATH_CLASH, key,
		    "is the same for every term, expected {slug} or {name} "
		    "in it");
	else
		ok = true;
	buf_free(&b);
	return ok;
}

static bool
check_title(struct reader *r, str title, struct mark at, const char *key,
    bool term)
{
	const struct pattern_var vars[] = {{"site", S("")}, {"term", S("")},
		{"Term", S("")}, {"taxonomy", S("")}};
	struct buf b = {0};
	str bad;
	bool ok = pattern_expand(&b, title, vars, term ? 4 : 1, &bad);

	if (!ok)
		diag_add(r->diags, DIAG_CONFIG_VALUE, &r->config->source, at,
		    "%s has '{%.*s}', expected {site}%s", key, STR_ARG(bad),
		    term ? ", {term}, {Term} or {taxonomy}" : "");
	buf_free(&b);
	return ok;
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
sample_path(struct reader *r, const struct pathset *set, str pattern)
{
	const struct pattern_var vars[] = {{"slug", S("x")},
		{"name", S("x")}, {"taxonomy", set->taxonomy}};
	struct buf b = {0};
	str bad;

	pattern_expand(&b, pattern, vars, 3, &bad);
	return buf_move(&b, r->arena);
}

/* Whether two paths are equal, or one is the compressed file beside the
 * other. */
static bool
paths_meet(struct reader *r, str a, str b)
{
	bool same = str_ieq(a, b);

	for (int i = 0; i < CODEC_COUNT && !same; i++) {
		str end = compress_endings[i];

		if (r->config->feeds.compress & 1 << i)
			same = (a.len == b.len + end.len &&
			    str_istarts(a, b) && str_iends(a, end)) ||
			    (b.len == a.len + end.len &&
			    str_istarts(b, a) && str_iends(b, end));
	}
	return same;
}

/* Whether two formats share a path, or one format has a path twice. */
static bool
check_new(struct reader *r, const struct pathset *set, size_t format,
    str pattern, const struct value *v, const char *key)
{
	str old;

	for (size_t i = 0; (old = pathset_at(set, format, i)).len; i++)
		if (paths_meet(r, old, pattern))
			return fail(r, v, DIAG_PATH_CLASH, key,
			    "is there twice");
	for (size_t k = 0; k < r->plan->n_formats; k++)
		for (size_t i = 0; k != format &&
		    (old = pathset_at(set, k, i)).len; i++)
			if (paths_meet(r, sample_path(r, set, old),
			    sample_path(r, set, pattern)))
				return fail(r, v, DIAG_PATH_CLASH, key,
				    "is the path of two formats");
	return true;
}

static bool
add_pattern(struct reader *r, struct pathset *set, size_t format, str pattern,
    const struct value *v, const char *key)
{
	struct strs *also = &set->also[format];
	str *at;

	if (!check_new(r, set, format, pattern, v, key))
		return false;
	if (set->pattern[format].len == 0) {
		set->pattern[format] = pattern;
		return true;
	}
	at = arena_array(r->arena, also->count + 1, sizeof *at);
	for (size_t i = 0; i < also->count; i++)
		at[i] = also->at[i];
	at[also->count] = pattern;
	*also = (struct strs){at, also->count + 1};
	return true;
}

/* Reads a single path, which each format completes with its extension. */
static bool
read_name(struct reader *r, struct pathset *set, const struct value *v,
    const char *key, bool term)
{
	bool ok = check_path(r, v, key, term);

	if (set->name.len == 0)
		set->name = v->text;
	for (size_t i = 0; ok && i < r->plan->n_formats; i++)
		if (set->has[i])
			ok = add_pattern(r, set, i, arena_printf(r->arena,
			    "%.*s%s", STR_ARG(v->text),
			    r->plan->formats[i]->extension), v, key);
	return ok;
}

/* Reads a list that is not empty, or a single value in place of a list. */
static bool
check_list(struct reader *r, const struct value *v, const char *key)
{
	if (v->kind != VALUE_LIST || v->first)
		return true;
	diag_add(r->diags, DIAG_CONFIG_TYPE, &r->config->source, v->at,
	    "%s is an empty list, expected a path", key);
	return false;
}

static const struct value *
first_of(const struct value *v)
{
	return v->kind == VALUE_LIST ? v->first : v;
}

static const struct value *
next_of(const struct value *list, const struct value *v)
{
	return list->kind == VALUE_LIST ? v->next : NULL;
}

static bool
read_names(struct reader *r, struct pathset *set, const struct value *list,
    const char *key, bool term)
{
	bool ok = check_list(r, list, key);

	for (const struct value *v = first_of(list); v; v = next_of(list, v))
		ok &= read_name(r, set, v, key, term);
	return ok;
}

static bool
read_whole_paths(struct reader *r, struct pathset *set, size_t format,
    const struct value *list, const char *key, bool term)
{
	bool ok = check_list(r, list, key);

	for (const struct value *v = first_of(list); v; v = next_of(list, v))
		ok &= check_path(r, v, key, term) &&
		    add_pattern(r, set, format, v->text, v, key);
	return ok;
}

/* Whether all keys of a map are formats. */
static bool
check_path_map(struct reader *r, const struct value *map, const char *key)
{
	bool ok = true;

	for (const struct value *v = map->first; v; v = v->next)
		if (format_find(v->key) == NULL) {
			diag_add(r->diags, DIAG_CONFIG_KEY,
			    &r->config->source, v->key_at,
			    "%s has '%.*s', which is no format", key,
			    STR_ARG(v->key));
			ok = false;
		}
	return ok;
}

/* Reads a map from formats to whole paths, or to lists of paths. */
static bool
read_path_map(struct reader *r, struct pathset *set, const struct value *map,
    const char *key, bool term)
{
	bool ok = check_path_map(r, map, key);

	for (size_t i = 0; i < r->plan->n_formats; i++) {
		const char *name = r->plan->formats[i]->name;
		const struct value *v = value_find(map, str_of(name));

		if (!set->has[i])
			continue;
		if (v == NULL) {
			diag_add(r->diags, DIAG_CONFIG_REQUIRED,
			    &r->config->source, map->at,
			    "%s has no path for '%s', which is in %s", key,
			    name, set->key);
			ok = false;
		} else
			ok &= read_whole_paths(r, set, i, v, key, term);
	}
	if (map->first && first_of(map->first))
		set->name = first_of(map->first)->text;
	return ok;
}

static bool
read_path(struct reader *r, struct pathset *set, const struct value *v,
    const char *key, bool term)
{
	return v->kind == VALUE_MAP ? read_path_map(r, set, v, key, term)
	                            : read_names(r, set, v, key, term);
}

/* ---- taxonomies ---- */

static bool
check_term_page(struct reader *r, const struct taxonomy *t, const char *key)
{
	struct value url = {.kind = VALUE_SCALAR, .at = t->at, .text = t->url};

	if (url.text.len == 0)
		return true;
	while (scan_char(&url.text, '/'))
		;
	if (str_ends(url.text, S("/")))
		url.text.len--;
	return check_path(r, &url, key, true);
}

static bool
read_taxonomy(struct reader *r, struct pathset *set, const struct taxonomy *t)
{
	struct value by_default = {.kind = VALUE_SCALAR, .at = t->at};
	str key = arena_printf(
	    r->arena, "feeds.taxonomies.%.*s", STR_ARG(t->name));
	str path_key = arena_printf(r->arena, "%s.path", key.ptr);
	str title_key = arena_printf(r->arena, "%s.title", key.ptr);
	str url_key = arena_printf(r->arena, "%s.url", key.ptr);
	bool ok;

	by_default.text =
	    arena_printf(r->arena, "%.*s/{slug}", STR_ARG(t->name));
	*set = (struct pathset){
		.key = r->out->main.key, .taxonomy = t->name};
	for (size_t i = 0; i < r->plan->n_formats; i++)
		set->has[i] = r->out->main.has[i];
	ok = read_path(r, set, t->path ? t->path : &by_default, path_key.ptr,
	    true);
	ok &= check_term_page(r, t, url_key.ptr);
	return check_title(r, t->title,
	    config_find(r->config, title_key.ptr)
	    ? config_mark(r->config, title_key.ptr) : t->at,
	    title_key.ptr, true) && ok;
}

static bool
read_taxonomies(struct reader *r)
{
	const struct taxonomy *t = r->config->feeds.taxonomies;
	size_t n = 0;
	bool ok = true;

	for (; t; t = t->next)
		n++;
	r->out->taxonomies =
	    arena_array(r->arena, n, sizeof *r->out->taxonomies);
	n = 0;
	for (t = r->config->feeds.taxonomies; t; t = t->next)
		ok &= read_taxonomy(r, &r->out->taxonomies[n++], t);
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
	diag_add(r->diags, DIAG_CONFIG_VALUE, &r->config->source,
	    mark_in(x, S("url")), "feeds.extra.*.url is '%.*s', expected a "
	    "path below site.url, or an absolute URL", STR_ARG(x->url));
	return false;
}

static bool
read_extra(struct reader *r, struct pathset *set, const struct extra *x)
{
	bool ok = x->formats
	    ? read_formats(r, set, x->formats, "feeds.extra.*.formats")
	    : read_formats(r, set, r->config->feeds.formats, "feeds.formats");

	ok = ok && read_path(r, set, x->path, "feeds.extra.*.path", false);
	ok &= check_title(r, x->title, mark_in(x, S("title")),
	    "feeds.extra.*.title", false);
	return check_page(r, x) && ok;
}

/* Reserves a path, or a name with "\n" at its end, for a feed; false if it is
 * in use. Ignores case, as some file systems do. */
static bool
take_name(struct reader *r, struct table *taken, str path, str end)
{
	struct buf b = {0};
	void **owner;
	bool is_free;

	slug_fold(&b, path);
	buf_add(&b, end);
	owner = table_at(taken, buf_move(&b, r->arena));
	is_free = *owner == NULL;
	*owner = r;
	return is_free;
}

/* Reserves a path, and those of the compressed files beside it. */
static bool
take_path(struct reader *r, struct table *taken, str path)
{
	bool ok = take_name(r, taken, path, (str){0});

	for (int i = 0; i < CODEC_COUNT; i++)
		if (r->config->feeds.compress & 1 << i)
			ok &= take_name(r, taken, path, compress_endings[i]);
	return ok;
}

/* Reserves all paths of a feed. Returns the first one in use, or an empty
 * str. */
static str
take_paths(struct reader *r, struct table *taken, const struct pathset *set,
    str prefix)
{
	str clash = {0}, pattern;

	for (size_t i = 0; i < r->plan->n_formats; i++)
		for (size_t k = 0; (pattern = pathset_at(set, i, k)).len; k++)
			if (!take_path(r, taken, arena_printf(r->arena,
			    "%.*s%.*s", STR_ARG(prefix), STR_ARG(pattern))) &&
			    clash.len == 0)
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
check_companions(struct reader *r, struct table *taken)
{
	const struct companion *k;
	bool ok = true;

	for (size_t i = 0; (k = companion_at(i)) != NULL; i++) {
		str path = companion_path(k, r->config);

		if (path.len == 0 || take_path(r, taken, path))
			continue;
		diag_add(r->diags, DIAG_PATH_CLASH, &r->config->source,
		    config_mark(r->config, k->key),
		    "%s '%.*s' is the path of another file", k->key,
		    STR_ARG(path));
		ok = false;
	}
	return ok;
}

/* Whether no two feeds share a path. Feeds of terms are not checked: paths.c
 * adds a number to a slug whose path is in use. */
static bool
check_clashes(struct reader *r)
{
	const struct config *c = r->config;
	struct table taken = {0};
	size_t n = 0;
	bool ok = true;

	take_paths(r, &taken, &r->out->main, S(""));
	for (const struct language *g = c->languages; g; g = g->next)
		take_paths(r, &taken, &r->out->main, g->prefix);
	for (const struct extra *x = c->feeds.extra; x; x = x->next) {
		const struct pathset *set = &r->out->extras[n++];
		str clash = take_paths(r, &taken, set, S(""));

		if (!take_name(r, &taken, set->name, S("\n")) && clash.len == 0)
			clash = set->name;
		if (clash.len)
			ok = fail(r, find_pattern(x->path, clash),
			    DIAG_PATH_CLASH, "feeds.extra.*.path",
			    "is the path of another feed");
	}
	ok &= check_companions(r, &taken);
	table_free(&taken);
	return ok;
}

static bool
read_extras(struct reader *r)
{
	const struct extra *x = r->config->feeds.extra;
	size_t n = 0;
	bool ok = true;

	for (; x; x = x->next)
		n++;
	r->out->extras = arena_array(r->arena, n, sizeof *r->out->extras);
	n = 0;
	for (x = r->config->feeds.extra; x; x = x->next)
		ok &= read_extra(r, &r->out->extras[n++], x);
	return ok;
}

/* ---- all of it ---- */

bool
paths_config_read(struct paths_config *out, struct plan *plan,
    const struct config *c, struct arena *a, struct diags *diags)
{
	struct reader r = {out, plan, c, a, diags};
	bool ok;

	*out = (struct paths_config){0};
	if (!read_formats(&r, &out->main, c->feeds.formats, "feeds.formats"))
		return false;
	ok = read_path(&r, &out->main, c->feeds.main.path, "feeds.main.path",
	    false);
	ok &= check_title(&r, c->feeds.main.title,
	    config_mark(c, "feeds.main.title"), "feeds.main.title", false);
	ok &= read_taxonomies(&r);
	ok &= read_extras(&r);
	return ok && check_clashes(&r);
}
