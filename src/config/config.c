/* SPDX-License-Identifier: MIT
 * config: reads feedmill.yaml into a struct.
 *
 * --set changes the parsed tree of values. Defaults and the tree are then
 * stored by the same code, as the table of keys (keys.h) tells. */
#include "config/config.h"

#include <errno.h>
#include <string.h>

#include "base/core/file.h"
#include "base/data/data_file.h"
#include "base/data/yaml.h"
#include "base/web/url.h"
#include "config/config_codes.h"
#include "config/config_finish.h"
#include "config/key_types.h"

const struct key config_keys[] = {
#define KEY(path, type, strct, field, fallback, range, help)                   \
	{path, type, offsetof(struct strct, field), fallback, range, help},
#include "config/keys.h"
#undef KEY
};
const size_t config_key_count = sizeof config_keys / sizeof config_keys[0];

enum { MOST_CONFIG = 4 * 1024 * 1024 };

struct loader {
	struct config *config;
	struct arena *arena;
	const struct source *src;
	struct diags *diags;
	size_t errors; /* reported before loading */
};

static void load_map(struct loader *l, const struct value *map,
    const char *prefix, void *target);
static void load_defaults(struct loader *l, const char *prefix, void *target);

/* -1: not given; config_finish fills in the values of all feeds. */
static const struct extent no_extent = {
	.limit = -1, .full = -1, .podcast = -1};

/* Values of --set have no place in the file. */
static const struct source set_source = {S_INIT("--set"), {0}};

static const struct source *
source_of(const struct loader *l, struct mark at)
{
	return at.line > 0 ? l->src : &set_source;
}

/* Loads one member of a table: a struct with keys of its own, or empty. */
static void
load_member(struct loader *l, const struct key *k, const struct value *m,
    void *target)
{
	str prefix = arena_printf(l->arena, "%s.*.", k->path);

	load_defaults(l, prefix.ptr, target);
	if (m->kind == VALUE_MAP)
		load_map(l, m, prefix.ptr, target);
	else if (m->kind != VALUE_NULL)
		diag_add(l->diags, DIAG_CONFIG_TYPE, l->src, m->at,
		    "%s%s%.*s is %s, expected a map of keys", k->path,
		    m->key.len ? "." : ".*", STR_ARG(m->key),
		    value_kind_name(m));
}

static void
load_taxonomies(struct loader *l, const struct key *k, const struct value *v,
    void *field)
{
	struct taxonomy **end = field;
	size_t number = 0;

	*end = NULL;
	for (const struct value *m = v->first; m; m = m->next) {
		struct taxonomy *t = arena_alloc(l->arena, sizeof *t);

		t->name = m->key;
		t->number = number++;
		t->at = m->key_at;
		t->extent = no_extent;
		load_member(l, k, m, t);
		*end = t;
		end = &t->next;
	}
}

static void
load_languages(struct loader *l, const struct key *k, const struct value *v,
    void *field)
{
	struct language **end = field;

	for (const struct value *m = v->first; m; m = m->next) {
		struct language *g = arena_alloc(l->arena, sizeof *g);

		if (!config_is_language(m->key))
			diag_add(l->diags, DIAG_CONFIG_VALUE,
			    source_of(l, m->key_at), m->key_at,
			    "%s has '%.*s', expected language tags such as "
			    "en or pt-BR", k->path, STR_ARG(m->key));
		g->name = m->key;
		g->at = m->key_at;
		load_member(l, k, m, g);
		*end = g;
		end = &g->next;
	}
}

static void
load_collections(struct loader *l, const struct key *k, const struct value *v,
    void *field)
{
	struct collection **end = field;

	for (const struct value *m = v->first; m; m = m->next) {
		struct collection *n = arena_alloc(l->arena, sizeof *n);

		n->name = m->key;
		n->at = m->key_at;
		load_member(l, k, m, n);
		*end = n;
		end = &n->next;
	}
}

static void
load_extra(struct loader *l, const struct key *k, const struct value *v,
    void *field)
{
	struct extra **end = field;

	for (const struct value *m = v->first; m; m = m->next) {
		struct extra *x = arena_alloc(l->arena, sizeof *x);

		x->node = m;
		x->extent = no_extent;
		load_member(l, k, m, x);
		*end = x;
		end = &x->next;
	}
}

static const struct {
	enum value_kind kind;
	void (*load)(struct loader *l, const struct key *k,
	    const struct value *v, void *field);
} tables[KEY_TYPES] = {
	[KEY_TAXONOMIES] = {VALUE_MAP, load_taxonomies},
	[KEY_LANGUAGES] = {VALUE_MAP, load_languages},
	[KEY_COLLECTIONS] = {VALUE_MAP, load_collections},
	[KEY_EXTRA] = {VALUE_LIST, load_extra},
};

static bool
load_field(struct loader *l, const struct key *k, const struct value *v,
    void *field)
{
	if (tables[k->type].load == NULL)
		return (!key_is_scalar(k) || v->kind == VALUE_SCALAR) &&
		    key_set(l->arena, k, v, field);
	if (v->kind != tables[k->type].kind && v->kind != VALUE_NULL)
		return false;
	tables[k->type].load(l, k, v, field);
	return true;
}

static void
load_one(struct loader *l, const struct key *k, const struct value *v,
    void *target)
{
	struct buf words = {0};
	void *field = (char *)target + k->offset;

	/* `key:` without a value means the default. */
	if (v->kind == VALUE_NULL && k->type != KEY_TAXONOMIES)
		return;
	if (load_field(l, k, v, field))
		return;
	config_key_expects(&words, k);
	if (v->kind == VALUE_SCALAR)
		diag_add(l->diags, DIAG_CONFIG_VALUE, source_of(l, v->at),
		    v->at, "%s is '%.*s', expected %s", k->path,
		    STR_ARG(v->text), buf_cstr(&words));
	else
		diag_add(l->diags, DIAG_CONFIG_TYPE, source_of(l, v->at),
		    v->at, "%s is %s, expected %s", k->path, value_kind_name(v),
		    buf_cstr(&words));
	buf_free(&words);
}

static void
load_value(struct loader *l, const struct key *k, const struct value *v,
    void *target)
{
	if (v->kind != VALUE_LIST || k->type != KEY_CHOICES) {
		load_one(l, k, v, target);
		return;
	}
	for (const struct value *i = v->first; i; i = i->next)
		load_one(l, k, i, target);
}

/* ---- the tree ---- */

/* The part of a key's path after the prefix, or empty. *deeper: the key has
 * more parts. */
static str
name_below(const struct key *k, const char *prefix, bool *deeper)
{
	str path = str_of(k->path), pre = str_of(prefix), rest, name;

	*deeper = false;
	if (!str_starts(path, pre))
		return (str){0};
	rest = str_from(path, pre.len);
	str_split(&rest, '.', &name);
	*deeper = rest.ptr != NULL;
	return name;
}

static void
report_unknown(struct loader *l, const struct value *m, const char *prefix)
{
	const char *names[64];
	size_t n = 0;
	const char *near;
	bool deeper;

	for (size_t i = 0; i < config_key_count; i++) {
		str name = name_below(&config_keys[i], prefix, &deeper);

		/* Keys of a section are adjacent: add its name once. */
		if (n && str_eq(name, str_of(names[n - 1])))
			continue;
		if (name.len && !str_eq(name, S("*")) && n < 64)
			names[n++] = arena_cstr(l->arena, name);
	}
	near = nearest_name(m->key, names, n);
	if (near)
		diag_add(l->diags, DIAG_CONFIG_KEY,
		    source_of(l, m->key_at), m->key_at,
		    "unknown key '%s%.*s', did you mean '%s%s'?", prefix,
		    STR_ARG(m->key), prefix, near);
	else
		diag_add(l->diags, DIAG_CONFIG_KEY,
		    source_of(l, m->key_at), m->key_at,
		    "unknown key '%s%.*s'", prefix, STR_ARG(m->key));
}

/* The key of a member; or NULL. *section: the table has keys below that
 * name. */
static const struct key *
find_key(const struct value *m, const char *prefix, bool *section)
{
	bool deeper;

	*section = false;
	for (size_t i = 0; i < config_key_count; i++) {
		str name = name_below(&config_keys[i], prefix, &deeper);

		if (!str_eq(name, m->key) || str_eq(name, S("*")))
			continue;
		if (!deeper)
			return &config_keys[i];
		*section = true;
	}
	return NULL;
}

static void
load_map(struct loader *l, const struct value *map, const char *prefix,
    void *target)
{
	for (const struct value *m = map->first; m; m = m->next) {
		bool section;
		const struct key *k = find_key(m, prefix, &section);
		str below = arena_printf(l->arena, "%s%.*s.", prefix,
		    STR_ARG(m->key));

		if (k)
			load_value(l, k, m, target);
		else if (!section)
			report_unknown(l, m, prefix);
		else if (m->kind == VALUE_MAP)
			load_map(l, m, below.ptr, target);
		else if (m->kind != VALUE_NULL)
			diag_add(l->diags, DIAG_CONFIG_TYPE, l->src, m->at,
			    "%s%.*s is %s, expected a map of keys", prefix,
			    STR_ARG(m->key), value_kind_name(m));
	}
}

static void
load_defaults(struct loader *l, const char *prefix, void *target)
{
	static const struct source none = {S_INIT("default"), {0}};
	bool wild = strchr(prefix, '*') != NULL;

	for (size_t i = 0; i < config_key_count; i++) {
		const struct key *k = &config_keys[i];
		struct value *v;

		if (!str_starts(str_of(k->path), str_of(prefix)) ||
		    wild != (strchr(k->path, '*') != NULL) ||
		    k->fallback[0] == '\0')
			continue;
		/* Patterns begin with a brace, so they are not parsed. */
		if (key_is_scalar(k)) {
			v = arena_alloc(l->arena, sizeof *v);
			v->kind = VALUE_SCALAR;
			v->text = str_of(k->fallback);
		} else
			v = yaml_parse(l->arena, str_of(k->fallback), &none, 0,
			    l->diags);
		load_value(l, k, v, target);
	}
}

/* ---- --set ---- */

/* Marks a value as one of --set, without a place in the file. */
static void
forget_places(struct value *v)
{
	v->at = v->key_at = (struct mark){0};
	for (struct value *m = v->first; m; m = m->next)
		forget_places(m);
}

/* Copies the members of a map: an alias may share them with another map. */
static void
own_members(struct loader *l, struct value *map)
{
	struct value *m = map->first;

	map->first = map->last = NULL;
	while (m) {
		struct value *copy = arena_alloc(l->arena, sizeof *copy);

		*copy = *m;
		m = m->next;
		value_add(map, copy);
	}
}

/* Sets KEY=VALUE in the tree; KEY is a path with dots, VALUE is YAML. */
static bool
apply_setting(struct loader *l, struct value *root, const char *text)
{
	str line = str_of(text), name = {0};
	size_t eq = str_chr(line, '=');
	const struct source src = {S_INIT("--set"), line};
	str path = str_sub(line, 0, eq);
	struct value *at = root, *v;

	if (eq == STR_NONE || eq == 0) {
		diag_add(l->diags, DIAG_USAGE, NULL, (struct mark){0},
		    "--set takes KEY=VALUE, got '%s'", text);
		return false;
	}
	v = yaml_parse(l->arena, str_from(line, eq + 1), &src, 0, l->diags);
	if (v == NULL)
		return false;
	if (str_trim(str_from(line, eq + 1)).len == 0)
		v->kind = VALUE_NULL;
	forget_places(v);
	while (str_split(&path, '.', &name)) {
		struct value *m;

		own_members(l, at);
		m = (struct value *)value_find(at, name);
		if (m == NULL) {
			m = arena_alloc(l->arena, sizeof *m);
			m->key = name;
			value_add(at, m);
		}
		if (path.ptr && m->kind != VALUE_MAP) {
			m->kind = VALUE_MAP;
			m->first = m->last = NULL;
		}
		at = m;
	}
	v->key = at->key;
	v->next = at->next;
	v->at = v->key_at = (struct mark){0};
	*at = *v;
	return true;
}

enum slug_style
config_slug_style(const struct config *c, enum slug_style style, long slugs)
{
	/* By slug_letters and slug_case. */
	static const enum slug_style letters[][2] = {
		[LETTERS_USUAL] = {SLUG_HUGO, SLUG_HUGO_CASED},
		[LETTERS_BARE] = {SLUG_HUGO_BARE, SLUG_HUGO_CASED_BARE},
		[LETTERS_ANY] = {SLUG_HUGO, SLUG_HUGO_CASED},
	}, ascii[][2] = {
		[LETTERS_USUAL] = {SLUG_PELICAN, SLUG_PELICAN_CASED},
		[LETTERS_BARE] = {SLUG_PELICAN, SLUG_PELICAN_CASED},
		[LETTERS_ANY] = {SLUG_PELICAN_ANY, SLUG_PELICAN_CASED_ANY},
	};
	static const enum slug_style others[] = {
		[SLUGS_SAFE] = SLUG_SAFE, [SLUGS_OFF] = SLUG_NONE,
		[SLUGS_HYPHENS] = SLUG_HYPHENS};
	/* By slug_case. */
	static const enum slug_style terms[] = {
		[CASE_USUAL] = SLUG_HEXO_TERM, [CASE_LOWER] = SLUG_HEXO_LOWER,
		[CASE_KEEP] = SLUG_HEXO_TERM, [CASE_UPPER] = SLUG_HEXO_UPPER};
	bool cased = c->posts.slug_case == CASE_KEEP;

	if (slugs != SLUGS_ON)
		return others[slugs];
	if (style == SLUG_HUGO)
		return letters[c->posts.slug_letters][cased];
	if (style == SLUG_PELICAN)
		return ascii[c->posts.slug_letters][cased];
	if (style == SLUG_HEXO_TERM)
		return terms[c->posts.slug_case];
	return style;
}

str
config_term_text(const struct config *c, str taxonomy, str term)
{
	const struct value *map = c->posts.term_slugs
	    ? value_find(c->posts.term_slugs, taxonomy) : NULL;
	const struct value *v = map ? value_find(map, term) : NULL;

	return v && v->kind == VALUE_SCALAR && v->text.len ? v->text : term;
}

str
config_base(const struct config *c)
{
	str path = url_split(c->site.url).path;

	while (str_ends(path, S("/")))
		path.len--;
	return path;
}

str
config_origin(const struct config *c)
{
	struct url u = url_split(c->site.url);

	return str_sub(c->site.url, 0, (size_t)(u.authority.ptr +
	    u.authority.len - c->site.url.ptr));
}

bool
config_parse(struct config *c, struct arena *a, const struct source *src,
    const char *const *settings, size_t n_settings, struct diags *diags)
{
	struct loader l = {c, a, src, diags, diags->counts[DIAG_ERROR]};
	struct value *root;

	*c = (struct config){
		.source = *src, .dir = arena_str(a, path_dir(src->name))};
	c->guard.loss = -1;
	c->feeds.main.extent = no_extent;
	c->podcast.explicit = -1;
	c->posts.keep_dates = -1;
	root = yaml_parse(a, src->text, src, 0, diags);
	if (root == NULL)
		return false;
	if (root->kind != VALUE_MAP) {
		diag_add(diags, DIAG_CONFIG_TYPE, src, root->at,
		    "the config is %s, expected a map of keys",
		    value_kind_name(root));
		return false;
	}
	for (size_t i = 0; i < n_settings; i++)
		apply_setting(&l, root, settings[i]);
	load_defaults(&l, "", c);
	load_map(&l, root, "", c);
	c->root = root;
	config_finish(c, a, diags);
	return diags->counts[DIAG_ERROR] == l.errors;
}

bool
config_read(struct config *c, struct arena *a, const char *path,
    const char *const *settings, size_t n_settings, struct diags *diags)
{
	struct buf text = {0};
	struct source src = {arena_str(a, str_of(path)), {0}};
	bool ok = false;

	if (!file_read(&text, path, MOST_CONFIG)) {
		diag_add(diags, DIAG_CONFIG_MISSING, NULL, (struct mark){0},
		    "cannot read config '%s': %s%s", path, strerror(errno),
		    errno == ENOENT ? "; feedmill init writes one" : "");
		goto out;
	}
	src.text = arena_str(a, buf_str(&text));
	ok = data_file_check(&src, diags) &&
	    config_parse(c, a, &src, settings, n_settings, diags);
out:
	buf_free(&text);
	return ok;
}
