/* SPDX-License-Identifier: MIT
 * yaml_plain: the YAML that front matter is made of nearly always, without
 * libyaml, which costs more than all else that reading a post takes. */
#ifndef FEEDMILL_BASE_DATA_YAML_PLAIN_H
#define FEEDMILL_BASE_DATA_YAML_PLAIN_H

#include "base/data/value.h"

/* Parses a text that is a map of plain keys, whose values each end in their
 * line: a scalar, bare or in quotes, a list of scalars in brackets, or, in the
 * lines below, a list of scalars with '-' or another such map. The tree is the
 * one that libyaml would give, with the places, in the arena. NULL: there is
 * something else in it, a mistake maybe, and nothing is known of it. */
struct value *yaml_plain(struct arena *a, str text, int lines_before);

#endif
