/* SPDX-License-Identifier: MIT
 * hugo_keys: the keys of a Hugo config, from all its files.
 *
 * A config is one file, or a folder of files with one key each, or both; each
 * environment can have such a folder. Each file is a layer; the first layer
 * with a key is used. Keys ignore case. */
#ifndef FEEDMILL_GENERATORS_IMPORT_HUGO_KEYS_H
#define FEEDMILL_GENERATORS_IMPORT_HUGO_KEYS_H

#include "generators/import/import_site.h"

enum { MOST_LAYERS = 64 };

struct layer {
	const char *name;   /* "config/_default/params.toml" */
	const char *prefix; /* the key of the file: "params"; "": all */
	const struct value *root;
};

struct hugo {
	struct import_site *site;
	struct layer layers[MOST_LAYERS];
	size_t n_layers;
	str language; /* of the config: "en" */
	str base;     /* the language's path on the site: "", "en/" */
	str rss;      /* file name of feeds: "index.xml" */
};

/* Adds the file FOLDER + STEM + any ending as a layer of the key `prefix`. */
void hugo_add_layer(struct hugo *h, const char *folder, const char *stem,
    const char *prefix);
/* Adds all files of the config. */
void hugo_add_layers(struct hugo *h);

/* The value at a path and its source; NULL if no layer has it. */
const struct value *hugo_find(struct hugo *h, const char *path, str *from);
/* The same; a value of the default language has priority. */
const struct value *hugo_find_local(struct hugo *h, const char *path,
    str *from);
/* Sets a key from the first of the paths (separated by blanks) that has a text.
 * False: none has. */
bool hugo_take(struct hugo *h, const char *key, const char *paths);
bool hugo_flag(struct hugo *h, const char *path, str *from);

#endif
