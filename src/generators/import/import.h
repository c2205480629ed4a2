/* SPDX-License-Identifier: MIT
 * import: the config of another generator as one of feedmill. */
#ifndef FEEDMILL_GENERATORS_IMPORT_IMPORT_H
#define FEEDMILL_GENERATORS_IMPORT_IMPORT_H

#include "base/core/diag.h"
#include "base/data/value.h"

/* A key of feedmill.yaml, its value, and where that comes from. */
struct import_setting {
	str key;                   /* with dots, as keys.h has it */
	const struct value *value; /* texts are quoted, numbers are not */
	str from;                  /* "hugo.toml: baseURL" */
	struct import_setting *next;
};

/* What could not be known, a sentence without its full stop. */
struct import_gap {
	str text;
	struct import_gap *next;
};

/* What was found out about a site. */
struct import {
	const char *generator; /* "Hugo" */
	struct import_setting *settings;
	struct import_gap *gaps;
};

/* Whether a key of feedmill.yaml takes a single value; *plain is set where that
 * needs no quotes. Appends what the key expects. */
typedef bool import_takes(const char *key, const struct value *v,
    struct arena *a, struct buf *expected, bool *plain);

/* Finds which generator made the site in `dir`, and reads its config as far
 * as that goes without running code. Texts live in the arena. False: no
 * generator is known by what is there, or its config does not parse; that is
 * reported. */
bool import_read(struct import *im, struct arena *a, str dir,
    import_takes *takes, struct diags *diags);

#endif
