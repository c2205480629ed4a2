/* SPDX-License-Identifier: MIT
 * front_kinds: the readers of front_own.h, one file each. Private to them. */
#ifndef FEEDMILL_POST_FRONT_FRONT_KINDS_H
#define FEEDMILL_POST_FRONT_FRONT_KINDS_H

#include "base/data/value.h"

/* As in front_own.h. */
typedef bool front_cut(str text, str *front, str *body);
/* Adds the values to a map. */
typedef void front_read(struct value *map, str front, int lines_before,
    struct arena *a);

front_cut front_html_cut, front_rst_cut, front_adoc_cut, front_org_cut,
    front_notebook_cut, front_typst_cut, front_lektor_cut;
front_read front_html_read, front_rst_read, front_adoc_read, front_org_read,
    front_org_bare_read, front_notebook_read, front_typst_read,
    front_lektor_read;

/* Adds a text that is on a line of the file. If the map has the key, in any
 * case of ASCII letters, changes nothing and returns the earlier value. A map
 * takes at most 1000 keys: each is compared with all others. */
struct value *front_add(struct value *map, str key, str text, int line,
    struct arena *a);

#endif
