/* SPDX-License-Identifier: MIT
 * toml: TOML 1.0 to a tree of values. */
#ifndef FEEDMILL_BASE_DATA_TOML_H
#define FEEDMILL_BASE_DATA_TOML_H

#include "base/data/value.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Parses `text`, which begins `lines_before` lines into the file `src`, and
 * returns its root, a map, in the arena. Numbers, booleans and dates become
 * plain scalars with the text that TOML has for them. NULL where it does not
 * parse: that is reported. Members come in the order of their names. */
struct value *toml_parse(struct arena *a, str text, const struct source *src,
    int lines_before, struct diags *diags);

#ifdef __cplusplus
}
#endif

#endif
