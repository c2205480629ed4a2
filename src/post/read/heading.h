/* SPDX-License-Identifier: MIT
 * heading: the heading that a text begins with. */
#ifndef FEEDMILL_POST_READ_HEADING_H
#define FEEDMILL_POST_READ_HEADING_H

#include "base/core/mem.h"
#include "base/core/str.h"

/* Finds a line "# Title" that nothing stands before but blank lines, imports of
 * MDX and scripts of Vue. *title is its text, in the arena, without attributes
 * and marks of emphasis and code, and *rest what follows. False: there is
 * none. */
bool heading_find(str body, str *title, str *rest, struct arena *a);

#endif
