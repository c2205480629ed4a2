/* SPDX-License-Identifier: MIT
 * paths: the names and addresses that the config gives to feeds. */
#include "paths.h"

#include "../base/pattern.h"
#include "../base/table.h"
#include "../base/url.h"
#include "../post/dialect.h"
#include "format.h"
#include "site.h"

/* The patterns of a feed's paths, by format. */
struct pathset {
	str pattern[MOST_FORMATS];
};

struct paths {
	struct plan *plan;
	const struct config *config;
	struct arena *arena;
	struct diags *diags;
	struct table taken; /* folded paths to the feed that has them */
	struct pathset main;
	struct pathset *taxonomies; /* in the config's order */
};

/* ---- the config ---- */

static bool
fail(struct paths *p, const struct value *v, enum diag_code code,
    const char *key, const char *words)
{
	diag_add(p->diags, code, &p->config->source, v->at, "%s%s '%.*s' %s",
	    key, v->key.len ? "" : " has", STR_ARG(v->text), words);
	return false;
}

static bool
add_format(struct paths *p, const struct value *v)
{
	const struct format *f =
	    v->kind == VALUE_SCALAR ? format_find(v->text) : NULL;
	const char *names[MOST_FORMATS];
	size_t n = 0;
	struct buf all = {0};

	for (size_t i = 0; f && i < p->plan->n_formats; i++)
		if (p->plan->formats[i] == f)
			return true;
	if (f) {
		p->plan->formats[p->plan->n_formats++] = f;
		return true;
	}
	for (; format_at(n); n++) {
		names[n] = format_at(n)->name;
		buf_printf(&all, "%s%s", n ? ", " : "", names[n]);
	}
	diag_add(p->diags, DIAG_CONFIG_VALUE, &p->config->source, v->at,
	    "feeds.formats has '%.*s', expected some of %s",
	    STR_ARG(v->text), buf_cstr(&all));
	buf_free(&all);
	return false;
}

static bool
read_formats(struct paths *p)
{
	const struct value *v = p->config->feeds.formats;
	bool ok = true;

	if (v->kind == VALUE_SCALAR)
		return add_format(p, v);
	for (const struct value *i = v->first; i; i = i->next)
		ok &= v->kind == VALUE_LIST && add_format(p, i);
	if (ok && p->plan->n_formats)
		return true;
	if (ok || v->kind == VALUE_MAP)
		diag_add(p->diags, DIAG_CONFIG_TYPE, &p->config->source,
		    v->at, "feeds.formats is %s, expected a list of formats",
		    v->kind == VALUE_LIST ? "an empty list"
		                          : value_kind_name(v));
	return false;
}

/* A path below a folder, that needs no look at the disk to be known as
 * such. */
static bool
is_inside(str path)
{
	str rest = path, part;

	if (path.len == 0)
		return false;
	while (str_split(&rest, '/', &part))
		if (part.len == 0 || str_starts(part, S(".")) ||
		    str_ends(part, S(".")))
			return false;
	return str_chr(path, '\\') == STR_NONE && str_chr(path, '\0') ==
	    STR_NONE;
}

/* Checks one pattern: where it leads, and what is in its braces. */
static bool
check_path(struct paths *p, const struct value *v, const char *key, bool term)
{
	const struct pattern_var vars[] = {
		{"slug", S("x")}, {"taxonomy", S("x")}};
	struct buf b = {0};
	str bad;
	bool ok = false;

	if (v->kind != VALUE_SCALAR)
		diag_add(p->diags, DIAG_CONFIG_TYPE, &p->config->source,
		    v->at, "%s is %s, expected a path", key,
		    value_kind_name(v));
	else if (!pattern_expand(&b, v->text, vars, term ? 2 : 0, &bad))
		diag_add(p->diags, DIAG_CONFIG_VALUE, &p->config->source,
		    v->at, "%s has '{%.*s}', expected %s", key, STR_ARG(bad),
		    term ? "{slug} or {taxonomy}" : "no braces");
	else if (!is_inside(buf_str(&b)))
		fail(p, v, DIAG_CONFIG_VALUE, key,
		    "is no path below feeds.folder");
	else if (term && !pattern_has(v->text, "slug"))
		fail(p, v, DIAG_PATH_CLASH, key,
		    "is the same for every term, expected {slug} in it");
	else
		ok = true;
	buf_free(&b);
	return ok;
}

static bool
check_title(struct paths *p, str title, struct mark at, const char *key,
    bool term)
{
	const struct pattern_var vars[] = {
		{"site", S("")}, {"term", S("")}, {"taxonomy", S("")}};
	struct buf b = {0};
	str bad;
	bool ok = pattern_expand(&b, title, vars, term ? 3 : 1, &bad);

	if (!ok)
		diag_add(p->diags, DIAG_CONFIG_VALUE, &p->config->source, at,
		    "%s has '{%.*s}', expected {site}%s", key, STR_ARG(bad),
		    term ? ", {term} or {taxonomy}" : "");
	buf_free(&b);
	return ok;
}

/* One path with the formats' extensions. */
static bool
read_one_path(struct paths *p, struct pathset *set, const struct value *v,
    const char *key, bool term)
{
	if (!check_path(p, v, key, term))
		return false;
	for (size_t i = 0; i < p->plan->n_formats; i++)
		set->pattern[i] = arena_printf(p->arena, "%.*s%s",
		    STR_ARG(v->text), p->plan->formats[i]->extension);
	return true;
}

/* A map of formats to whole paths. */
static bool
read_path_map(struct paths *p, struct pathset *set, const struct value *map,
    const char *key, bool term)
{
	bool ok = true;

	for (const struct value *v = map->first; v; v = v->next)
		if (format_find(v->key) == NULL) {
			diag_add(p->diags, DIAG_CONFIG_KEY,
			    &p->config->source, v->key_at,
			    "%s has '%.*s', which is no format", key,
			    STR_ARG(v->key));
			ok = false;
		}
	for (size_t i = 0; i < p->plan->n_formats; i++) {
		const char *name = p->plan->formats[i]->name;
		const struct value *v = value_find(map, str_of(name));

		if (v == NULL) {
			diag_add(p->diags, DIAG_CONFIG_REQUIRED,
			    &p->config->source, map->at,
			    "%s has no path for '%s', which is in "
			    "feeds.formats", key, name);
			ok = false;
		} else if (check_path(p, v, key, term))
			set->pattern[i] = v->text;
		else
			ok = false;
		for (size_t k = 0; ok && k < i; k++)
			if (str_ieq(set->pattern[i], set->pattern[k]))
				ok = fail(p, v, DIAG_PATH_CLASH, key,
				    "is the path of two formats");
	}
	return ok;
}

static bool
read_path(struct paths *p, struct pathset *set, const struct value *v,
    const char *key, bool term)
{
	return v->kind == VALUE_MAP ? read_path_map(p, set, v, key, term)
	                            : read_one_path(p, set, v, key, term);
}

static bool
read_taxonomy(struct paths *p, struct pathset *set, const struct taxonomy *t)
{
	struct value by_default = {.kind = VALUE_SCALAR, .at = t->at};
	str key = arena_printf(
	    p->arena, "feeds.taxonomies.%.*s", STR_ARG(t->name));
	str path_key = arena_printf(p->arena, "%s.path", key.ptr);
	str title_key = arena_printf(p->arena, "%s.title", key.ptr);
	str url_key = arena_printf(p->arena, "%s.url", key.ptr);
	bool ok;

	by_default.text =
	    arena_printf(p->arena, "%.*s/{slug}", STR_ARG(t->name));
	ok = read_path(p, set, t->path ? t->path : &by_default, path_key.ptr,
	    true);
	if (t->url.len) {
		struct value url = {
			.kind = VALUE_SCALAR, .at = t->at, .text = t->url};

		while (str_starts(url.text, S("/")))
			url.text = str_from(url.text, 1);
		if (str_ends(url.text, S("/")))
			url.text.len--;
		ok &= check_path(p, &url, url_key.ptr, true);
	}
	return check_title(p, t->title,
	    config_find(p->config, title_key.ptr)
	    ? config_mark(p->config, title_key.ptr) : t->at,
	    title_key.ptr, true) && ok;
}

struct paths *
paths_new(struct plan *plan, const struct config *c, struct arena *a,
    struct diags *diags)
{
	struct paths *p = arena_alloc(a, sizeof *p);
	size_t n = 0;
	bool ok;

	*p = (struct paths){
		.plan = plan, .config = c, .arena = a, .diags = diags};
	if (!read_formats(p))
		return NULL;
	ok = read_path(p, &p->main, c->feeds.main.path, "feeds.main.path",
	    false);
	ok &= check_title(p, c->feeds.main.title,
	    config_mark(c, "feeds.main.title"), "feeds.main.title", false);
	for (const struct taxonomy *t = c->feeds.taxonomies; t; t = t->next)
		n++;
	p->taxonomies = arena_array(a, n, sizeof *p->taxonomies);
	n = 0;
	for (const struct taxonomy *t = c->feeds.taxonomies; t; t = t->next)
		ok &= read_taxonomy(p, &p->taxonomies[n++], t);
	return ok ? p : NULL;
}

void
paths_free(struct paths *p)
{
	table_free(&p->taken);
}

/* ---- the feeds ---- */

static str
expand(struct paths *p, str pattern, const struct pattern_var *vars,
    size_t n)
{
	struct buf b = {0};
	str bad, out;

	pattern_expand(&b, pattern, vars, n, &bad); /* checked before */
	out = arena_str(p->arena, buf_str(&b));
	buf_free(&b);
	return out;
}

static str
below(struct paths *p, str base, str path)
{
	struct buf b = {0};
	str out;

	while (str_starts(path, S("/")))
		path = str_from(path, 1);
	buf_add(&b, base);
	url_encode_path(&b, path);
	out = arena_str(p->arena, buf_str(&b));
	buf_free(&b);
	return out;
}

/* The feeds of a language stand below a folder of their own, but for the
 * site's. */
static str
language_prefix(const struct feed *f)
{
	return f->language ? f->language->prefix : S("");
}

/* Takes the paths for a feed if all are free. They are compared in one case:
 * some file systems know no other. */
static bool
take_paths(struct paths *p, struct feed *f, const struct pathset *set,
    str slug)
{
	const struct pattern_var vars[] = {{"slug", slug},
		{"taxonomy", f->taxonomy ? f->taxonomy->name : S("")}};
	str folded[MOST_FORMATS];

	for (size_t i = 0; i < p->plan->n_formats; i++) {
		struct buf b = {0};

		f->path[i] = arena_printf(p->arena, "%.*s%.*s",
		    STR_ARG(language_prefix(f)),
		    STR_ARG(expand(p, set->pattern[i], vars, 2)));
		fold_key(&b, f->path[i]);
		folded[i] = arena_str(p->arena, buf_str(&b));
		buf_free(&b);
		if (table_find(&p->taken, folded[i]))
			return false;
	}
	for (size_t i = 0; i < p->plan->n_formats; i++) {
		*table_at(&p->taken, folded[i]) = f;
		f->url[i] = below(p, p->config->feeds.url, f->path[i]);
	}
	return true;
}

void
paths_main(struct paths *p, struct feed *f)
{
	const struct config *c = p->config;
	const struct pattern_var vars[] = {
		{"site", site_title(c, f->language)}};
	struct buf home = {0};

	site_home(&home, c, f->language);
	f->title = expand(p, c->feeds.main.title, vars, 1);
	f->id = f->page = arena_str(p->arena, buf_str(&home));
	buf_free(&home);
	take_paths(p, f, &p->main, S(""));
}

/* The slug as the dialect has it, as one name that is safe on any disk. */
static str
term_slug(struct paths *p, str term)
{
	struct buf slug = {0}, safe = {0};
	str out;

	slug_make(&slug, term, dialect_style(dialect_get(p->config)->term,
	    p->config->feeds.slugs));
	slug_file_safe(&safe, slug.len ? buf_str(&slug) : term);
	out = arena_str(p->arena, buf_str(&safe));
	buf_free(&slug);
	buf_free(&safe);
	return out;
}

static size_t
taxonomy_index(const struct config *c, const struct taxonomy *wanted)
{
	size_t i = 0;

	for (const struct taxonomy *t = c->feeds.taxonomies; t != wanted;
	     t = t->next)
		i++;
	return i;
}

/* Where the site lists the term, or the site itself. */
static str
term_page(struct paths *p, const struct feed *f, str slug)
{
	const struct pattern_var vars[] = {
		{"slug", slug}, {"taxonomy", f->taxonomy->name}};
	str pattern = f->taxonomy->url, page;
	struct buf home = {0};

	if (pattern.len == 0)
		pattern = str_of(dialect_get(p->config)->term_page);
	site_home(&home, p->config, f->language);
	page = below(p, buf_str(&home), expand(p, pattern, vars, 2));
	buf_free(&home);
	return page;
}

void
paths_term(struct paths *p, struct feed *f)
{
	const struct config *c = p->config;
	const struct pathset *set =
	    &p->taxonomies[taxonomy_index(c, f->taxonomy)];
	const struct pattern_var vars[] = {
		{"site", site_title(c, f->language)}, {"term", f->term},
		{"taxonomy", f->taxonomy->name}};
	str plain = term_slug(p, f->term), slug = plain;
	struct buf id = {0};

	for (int n = 2; !take_paths(p, f, set, slug); n++)
		slug = arena_printf(p->arena, "%.*s-%d", STR_ARG(plain), n);
	if (!str_eq(slug, plain))
		diag_add(p->diags, DIAG_TERM_SLUG, NULL, (struct mark){0},
		    "%.*s '%.*s' has the address of another feed, '%.*s'; "
		    "it gets '%.*s'", STR_ARG(f->taxonomy->name),
		    STR_ARG(f->term), STR_ARG(plain), STR_ARG(slug));
	f->slug = slug;
	f->title = expand(p, f->taxonomy->title, vars, 3);
	f->page = term_page(p, f, slug);
	site_taxonomy_url(&id, c, f->language, f->taxonomy);
	url_encode_path(&id, slug);
	f->id = arena_str(p->arena, buf_str(&id));
	buf_free(&id);
}
