/* SPDX-License-Identifier: MIT
 * import_config: the values of a generator's config.
 *
 * A config is one file or several, of data or a program. A program is not run:
 * only constants in it are found. Paths have dots ("feed.limit") and ignore
 * case; in a program their last name is looked for. */
#ifndef FEEDMILL_GENERATORS_IMPORT_IMPORT_CONFIG_H
#define FEEDMILL_GENERATORS_IMPORT_IMPORT_CONFIG_H

#include "generators/import/import_site.h"

/* A file of the config. */
struct import_layer {
	const char *name;         /* "config/_default/params.toml" */
	const char *prefix;       /* the key of all of it: "params"; or NULL */
	const struct value *root; /* its data; or NULL */
	str program;              /* its text; or empty */
	bool defaults;            /* of environment variables count */
	struct import_layer *next;
};

/* All files; the first with a value is used. */
struct import_config {
	struct import_site *site;
	struct import_layer *layers, *last;
};

struct import_value {
	const struct value *tree; /* NULL: not found, or null in a data file */
	str text;                 /* of a single value, trimmed; else empty */
	str from;                 /* "hugo.toml: baseURL", "Hugo's default" */
};

/* The config in the first of the files (separated by blanks) that exists. If
 * none does, it is empty and has the name of the first. */
struct import_config import_open(struct import_site *s, const char *names);
/* Adds a file, which is used where the ones before have no value. */
void import_add_layer(struct import_config *c, struct import_layer layer);

/* The first value at one of the paths (separated by blanks). */
struct import_value import_get(const struct import_config *c,
    const char *paths);
/* The same; `usual`, the generator's default, if it has no text. */
struct import_value import_get_or(const struct import_config *c,
    const char *path, const char *usual);
/* The flag at a path, or `usual`. */
bool import_flag(const struct import_config *c, const char *path, bool usual);
/* "FILE: PATH" of the first file. */
str import_from(const struct import_config *c, const char *path);

/* Sets a key of feedmill.yaml from the first text at one of the paths
 * (separated by blanks). False: there is none. */
bool import_take(const struct import_config *c, const char *key,
    const char *paths);
/* The same from import_get_or. */
void import_take_or(const struct import_config *c, const char *key,
    const char *path, const char *usual);
/* Sets a flag, of which feedmill has another default, to `value`, if the flag
 * at the path, or `usual`, is that. */
void import_take_flag(const struct import_config *c, const char *key,
    bool value, const char *path, bool usual);
/* Sets a switch that the dialect has, as content.flavour has them, to on or off
 * if the flag at one of the paths differs from `usual`. */
void import_take_switch(const struct import_config *c, const char *key,
    const char *paths, bool usual);
/* The same for a word that the config, a program, contains. */
void import_take_mention(const struct import_config *c, const char *key,
    const char *word, bool on);
/* Sets site.timezone; without one, the machine's is used, which is a gap. */
void import_take_timezone(const struct import_config *c);

#endif
