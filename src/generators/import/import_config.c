/* SPDX-License-Identifier: MIT
 * import_config: the values of a generator's config. */
#include "generators/import/import_config.h"

#include <string.h>

#include "generators/import/import_literal.h"

/* ---- files ---- */

void
import_add_layer(struct import_config *c, struct import_layer layer)
{
	struct import_layer *l = arena_alloc(c->site->arena, sizeof *l);

	*l = layer;
	l->next = NULL;
	if (c->last)
		c->last->next = l;
	else
		c->layers = l;
	c->last = l;
}

struct import_config
import_open(struct import_site *s, const char *names)
{
	struct import_config c = {.site = s};
	struct import_layer layer = {
		.name = import_first_file(s, S(""), names)};
	str rest = str_of(names), word;
	struct source src;

	if (layer.name == NULL && str_word(&rest, &word))
		layer.name = arena_cstr(s->arena, word);
	else if (str_iends_any(str_of(layer.name), ".toml .json .yaml .yml"))
		layer.root = import_doc(s, layer.name);
	else if (import_text(s, layer.name, &src))
		layer.program = src.text;
	import_add_layer(&c, layer);
	return c;
}

/* ---- values ---- */

static str
from_layer(const struct import_config *c, const struct import_layer *l,
    const char *path)
{
	return arena_printf(c->site->arena, "%s: %s", l->name, path);
}

str
import_from(const struct import_config *c, const char *path)
{
	return from_layer(c, c->layers, path);
}

/* The rest of a path below the key of the whole file, "" if it is that key.
 * NULL: the file has another key. */
static const char *
below_prefix(const struct import_layer *l, const char *path)
{
	size_t n = l->prefix ? strlen(l->prefix) : 0;

	if (n == 0)
		return path;
	if (!str_istarts(str_of(path), str_of(l->prefix)))
		return NULL;
	return path[n] == '.' ? path + n + 1 : path[n] ? NULL : "";
}

static const struct value *
find_in_layer(const struct import_config *c, const struct import_layer *l,
    const char *path)
{
	const char *dot = strrchr(path, '.');
	const struct value *v;

	if (l->program.len)
		return (l->defaults ? literal_find_default : literal_find)(
		    c->site->arena, l->program, dot ? dot + 1 : path);
	v = *path ? import_find(l->root, path) : l->root;
	return v && v->kind != VALUE_NULL ? v : NULL;
}

static struct import_value
find_path(const struct import_config *c, const char *path)
{
	for (struct import_layer *l = c->layers; l; l = l->next) {
		const char *below = below_prefix(l, path);
		const struct value *v = below ? find_in_layer(c, l, below)
		    : NULL;

		if (v)
			return (struct import_value){v, import_str(v),
			    from_layer(c, l, *below ? below : path)};
	}
	return (struct import_value){0};
}

/* The source of a value that the config does not have. */
static str
from_default(const struct import_config *c)
{
	return arena_printf(c->site->arena, "%s's default",
	    c->site->import->generator);
}

struct import_value
import_get(const struct import_config *c, const char *paths)
{
	struct import_value v = {0};
	str rest = str_of(paths), word;

	while (v.tree == NULL && str_word(&rest, &word))
		v = find_path(c, arena_cstr(c->site->arena, word));
	if (v.tree == NULL)
		v.from = from_default(c);
	return v;
}

struct import_value
import_get_or(const struct import_config *c, const char *path,
    const char *usual)
{
	struct import_value v = import_get(c, path);

	if (v.text.len == 0) {
		v.text = str_of(usual);
		v.from = from_default(c);
	}
	return v;
}

bool
import_flag(const struct import_config *c, const char *path, bool usual)
{
	value_bool(import_get(c, path).tree, &usual);
	return usual;
}

/* ---- keys ---- */

bool
import_take(const struct import_config *c, const char *key, const char *paths)
{
	str rest = str_of(paths), word;
	bool found = false;

	while (str_word(&rest, &word)) {
		struct import_value v = find_path(c,
		    arena_cstr(c->site->arena, word));

		import_set(c->site, key, v.text, v.from);
		found |= v.text.len > 0;
	}
	return found;
}

void
import_take_or(const struct import_config *c, const char *key,
    const char *path, const char *usual)
{
	struct import_value v = import_get_or(c, path, usual);

	import_set(c->site, key, v.text, v.from);
}

void
import_take_flag(const struct import_config *c, const char *key, bool value,
    const char *path, bool usual)
{
	if (import_flag(c, path, usual) == value)
		import_set_plain(c->site, key, value ? "true" : "false",
		    import_get(c, path).from);
}

void
import_take_switch(const struct import_config *c, const char *key,
    const char *paths, bool usual)
{
	struct import_value v = import_get(c, paths);
	bool on = usual;

	value_bool(v.tree, &on);
	if (on != usual)
		import_set_plain(c->site, key, on ? "on" : "off", v.from);
}

void
import_take_mention(const struct import_config *c, const char *key,
    const char *word, bool on)
{
	for (const struct import_layer *l = c->layers; l; l = l->next)
		if (str_find(l->program, str_of(word)) != STR_NONE) {
			import_set_plain(c->site, key, on ? "on" : "off",
			    arena_printf(c->site->arena, "%s: %s", l->name,
			    word));
			return;
		}
}

void
import_take_timezone(const struct import_config *c)
{
	if (!import_take(c, "site.timezone", "timezone"))
		import_gap(c->site, "site.timezone: %s has no timezone, and "
		    "the generator uses the machine's; UTC is used",
		    c->layers->name);
}
