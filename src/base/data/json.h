/* SPDX-License-Identifier: MIT
 * json: JSON to a tree of values, and back. */
#ifndef FEEDMILL_BASE_DATA_JSON_H
#define FEEDMILL_BASE_DATA_JSON_H

#include "base/data/value.h"

/* Parses `text`, which begins `lines_before` lines into the file `src`, and
 * returns its root, in the arena. Numbers and booleans become plain scalars, as
 * they are written. NULL where it does not parse: that is reported. A
 * duplicate key is a warning, and the last one counts. RFC 8259. */
struct value *json_parse(struct arena *a, str text, const struct source *src,
    int lines_before, struct diags *diags);

/* Appends a tree as JSON, indented. Scalars in quotes are strings, others
 * must be numbers, `true` or `false`. */
void json_write(struct buf *out, const struct value *v);

/* Nodes for json_write: each is added to `parent`, under `key` where that is
 * a map, and returned. */
struct value *json_add(struct arena *a, struct value *parent, str key,
    enum value_kind kind);
/* A string, or null where it is empty. */
void json_add_text(struct arena *a, struct value *parent, str key, str text);
/* A number or boolean, as it is written. */
void json_add_plain(struct arena *a, struct value *parent, str key, str text);

#endif
