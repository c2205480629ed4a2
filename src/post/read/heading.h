/* SPDX-License-Identifier: MIT
 * heading: the heading that a text begins with. */
#ifndef FEEDMILL_POST_READ_HEADING_H
#define FEEDMILL_POST_READ_HEADING_H

#include "base/core/mem.h"
#include "base/core/str.h"

/* Finds a line "# Title" at the start of a text; only blank lines, imports of
 * MDX and scripts of Vue may precede it. *title: its text, in the arena, without
 * attributes and marks of emphasis and code. *rest: the text after it. False:
 * there is no such line. */
bool heading_find(str body, str *title, str *rest, struct arena *a);

#endif
