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

/* Finds which generator made the site in `dir`, and reads its config as far
 * as that goes without running code. Texts live in the arena. False: no
 * generator is known by what is there, or its config does not parse; that is
 * reported. */
bool import_read(struct import *im, struct arena *a, str dir,
    struct diags *diags);

/* Appends it as a feedmill.yaml, with comments that say where each value
 * comes from. What the site has no value for, and must have, is left to fill
 * in. */
void import_write(struct buf *out, const struct import *im);

/* Appends one value as it would stand there, on one line. */
void import_write_value(struct buf *out, const struct value *v);

#endif
