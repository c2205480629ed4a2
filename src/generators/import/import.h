/* SPDX-License-Identifier: MIT
 * import: converts the config of a generator to feedmill's. */
#ifndef FEEDMILL_GENERATORS_IMPORT_IMPORT_H
#define FEEDMILL_GENERATORS_IMPORT_IMPORT_H

#include "base/core/diag.h"
#include "base/data/value.h"

/* A key of feedmill.yaml with its value. */
struct import_setting {
	str key;                   /* as in keys.h */
	const struct value *value; /* texts are quoted, numbers are not */
	str from;                  /* its source: "hugo.toml: baseURL" */
	struct import_setting *next;
};

/* Something that could not be converted, or the result of a check: a sentence
 * without its full stop. */
struct import_gap {
	str text;
	struct import_gap *next;
};

/* The result. */
struct import {
	const char *generator; /* "Hugo" */
	struct import_setting *settings;
	struct import_gap *gaps;
	struct import_gap *checks; /* results of a look at the built site */
	bool is_plain;         /* the generator has no dialect */
};

/* Whether a key of feedmill.yaml accepts a single value (config_key_takes). */
typedef bool import_takes(const char *key, const struct value *v,
    struct arena *a, struct buf *expected, bool *plain);

/* Values that the user gave on the command line; NULL: none. */
struct import_hints {
	const char *url, *title;
};

/* Recognises the generator of the site in `dir` and reads its config, without
 * running code. If no generator with a dialect is recognised, guesses settings
 * from the files of the site. Texts live in the arena. False: the config does
 * not parse, which is reported. */
bool import_read(struct import *im, struct arena *a, str dir,
    const struct import_hints *hints, import_takes *takes,
    struct diags *diags);

#endif
