/* SPDX-License-Identifier: MIT
 * hugo_keys: the keys of a Hugo config, from all its files. */
#include "generators/import/hugo_keys.h"

#include <string.h>

/* ---- files ---- */

static const char *const endings[] = {"toml", "yaml", "yml", "json"};
enum { ENDINGS = sizeof endings / sizeof endings[0] };

void
hugo_add_layer(struct hugo *h, const char *folder, const char *stem,
    const char *prefix)
{
	for (size_t i = 0; i < ENDINGS; i++) {
		const char *name = arena_printf(h->site->arena, "%s%s.%s",
		    folder, stem, endings[i]).ptr;
		const struct value *root = import_doc(h->site, name);

		if (root && h->n_layers < MOST_LAYERS)
			h->layers[h->n_layers++] =
			    (struct layer){name, prefix, root};
	}
}

static void
add_folder(struct hugo *h, const char *folder)
{
	static const char *const keys[] = {"params", "permalinks", "taxonomies",
		"languages", "services", "outputs", "outputFormats", "markup"};

	hugo_add_layer(h, folder, "hugo", "");
	hugo_add_layer(h, folder, "config", "");
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		hugo_add_layer(h, folder, keys[i], keys[i]);
}

void
hugo_add_layers(struct hugo *h)
{
	add_folder(h, "config/production/");
	add_folder(h, "config/_default/");
	hugo_add_layer(h, "", "hugo", "");
	if (h->n_layers == 0 || strchr(h->layers[0].name, '/'))
		hugo_add_layer(h, "", "config", "");
}

/* ---- keys ---- */

const struct value *
hugo_find(struct hugo *h, const char *path, str *from)
{
	for (size_t i = 0; i < h->n_layers; i++) {
		const struct layer *l = &h->layers[i];
		size_t n = strlen(l->prefix);
		const struct value *v = NULL;

		if (n == 0)
			v = import_find(l->root, path);
		else if (str_istarts(str_of(path), str_of(l->prefix)) &&
		    path[n] == '.')
			v = import_find(l->root, path + n + 1);
		else if (str_ieq(str_of(path), str_of(l->prefix)))
			v = l->root;
		if (v == NULL || v->kind == VALUE_NULL)
			continue;
		*from = import_from(h->site, l->name, n && path[n] == '.'
		    ? path + n + 1 : path);
		return v;
	}
	return NULL;
}

const struct value *
hugo_find_local(struct hugo *h, const char *path, str *from)
{
	const char *local = arena_printf(h->site->arena, "languages.%.*s.%s",
	    STR_ARG(h->language), path).ptr;
	const struct value *v = hugo_find(h, local, from);

	return v ? v : hugo_find(h, path, from);
}

bool
hugo_take(struct hugo *h, const char *key, const char *paths)
{
	str rest = str_of(paths), path, from;

	while (str_word(&rest, &path)) {
		const struct value *v = hugo_find_local(
		    h, arena_cstr(h->site->arena, path), &from);
		str text = import_str(v);

		if (text.len == 0)
			continue;
		import_set(h->site, key, text, from);
		return true;
	}
	return false;
}

bool
hugo_flag(struct hugo *h, const char *path, str *from)
{
	bool on = false;

	value_bool(hugo_find_local(h, path, from), &on);
	return on;
}
