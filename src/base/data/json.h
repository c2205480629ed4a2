/* SPDX-License-Identifier: MIT
 * json: JSON to a tree of values. */
#ifndef FEEDMILL_BASE_DATA_JSON_H
#define FEEDMILL_BASE_DATA_JSON_H

#include "base/data/value.h"

/* Parses `text`, which begins `lines_before` lines into the file `src`, and
 * returns its root, in the arena. Numbers and booleans become plain scalars, as
 * they are written. NULL where it does not parse: that is reported. A
 * duplicate key is a warning, and the last one counts. RFC 8259. */
struct value *json_parse(struct arena *a, str text, const struct source *src,
    int lines_before, struct diags *diags);

#endif
