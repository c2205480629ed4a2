/* SPDX-License-Identifier: MIT
 * people: the authors of a post. */
#ifndef FEEDMILL_POST_READ_PEOPLE_H
#define FEEDMILL_POST_READ_PEOPLE_H

#include "post/read/reading.h"

/* The table of authors in posts.authors or in the file that it names; in the
 * arena. NULL: there is none. *ok is false if it is wrong, which is
 * reported. */
const struct value *people_table(const struct config *c, struct arena *a,
    struct diags *diags, bool *ok);

/* Fills the post's authors from a value of the front matter: a name, a key of
 * the table, a map with a name, or a list of these. `split` tells that one
 * text holds several, with ';' or ',' between them. Reports and leaves
 * out other values. Of `j` post, src, shared, scratch and diags are used. */
void people_read(const struct reading *j, const struct value *v,
    const struct value *table, bool split);

#endif
