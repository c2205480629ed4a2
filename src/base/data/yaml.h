/* SPDX-License-Identifier: MIT
 * yaml: YAML 1.1 to a tree of values. */
#ifndef FEEDMILL_BASE_DATA_YAML_H
#define FEEDMILL_BASE_DATA_YAML_H

#include "base/data/value.h"

/* Parses the first document of `text`, which begins `lines_before` lines
 * into the file `src`, and returns its root, in the arena. An empty document
 * is an empty map. NULL where it does not parse, or has too many levels or
 * aliases: that is reported. A duplicate key is a warning, and the last one
 * counts. The root may be of any kind. */
struct value *yaml_parse(struct arena *a, str text, const struct source *src,
    int lines_before, struct diags *diags);

#endif
