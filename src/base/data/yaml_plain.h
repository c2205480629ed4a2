/* SPDX-License-Identifier: MIT
 * yaml_plain: the simple YAML that nearly all front matter consists of, without
 * libyaml, which takes longer than all the rest of reading a post. */
#ifndef FEEDMILL_BASE_DATA_YAML_PLAIN_H
#define FEEDMILL_BASE_DATA_YAML_PLAIN_H

#include "base/data/value.h"

/* Parses a text that is a map of plain keys, whose values each end in their
 * line: a scalar, bare or in quotes, a list of scalars in brackets, or, in the
 * lines below, a list of scalars with '-' or another such map. The tree is the
 * one that libyaml would give, places included, in the arena. NULL: the text
 * holds something else, or a mistake; libyaml has to parse it. */
struct value *yaml_plain(struct arena *a, str text, int lines_before);

#endif
