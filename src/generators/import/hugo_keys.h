/* SPDX-License-Identifier: MIT
 * hugo_keys: the keys of a Hugo config, wherever they stand.
 *
 * A config is one file, or a folder of files that each hold a key of it, or
 * both; and there can be one such folder an environment. Each is a layer here,
 * and the first layer that has a key wins. Keys fold. */
#ifndef FEEDMILL_GENERATORS_IMPORT_HUGO_KEYS_H
#define FEEDMILL_GENERATORS_IMPORT_HUGO_KEYS_H

#include "generators/import/import_site.h"

enum { MOST_LAYERS = 64 };

struct layer {
	const char *name;   /* "config/_default/params.toml" */
	const char *prefix; /* the key that it holds: "params"; "" for all */
	const struct value *root;
};

struct hugo {
	struct import_site *site;
	struct layer layers[MOST_LAYERS];
	size_t n_layers;
	str language; /* of the config: "en" */
	str base;     /* where the language is below the site: "", "en/" */
	str rss;      /* the name of feeds: "index.xml" */
};

/* Takes FOLDER + STEM + any ending as a layer below the key `prefix`. */
void hugo_add_layer(struct hugo *h, const char *folder, const char *stem,
    const char *prefix);
/* Takes all files of the config. */
void hugo_add_layers(struct hugo *h);

/* The value at a path and where it is; NULL where no layer has it. */
const struct value *hugo_find(struct hugo *h, const char *path, str *from);
/* The same, where the language may have a value of its own. */
const struct value *hugo_find_local(struct hugo *h, const char *path,
    str *from);
/* Sets a key from the first of the paths, separated by blanks, that has a
 * text. False: none has. */
bool hugo_take(struct hugo *h, const char *key, const char *paths);
bool hugo_flag(struct hugo *h, const char *path, str *from);

#endif
