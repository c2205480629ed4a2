/* SPDX-License-Identifier: MIT
 * import_literal: constants in programs that nobody runs. */
#ifndef FEEDMILL_GENERATORS_IMPORT_IMPORT_LITERAL_H
#define FEEDMILL_GENERATORS_IMPORT_IMPORT_LITERAL_H

#include "base/data/value.h"

/* Takes a literal off the front of *rest: a string in any quotes, a number,
 * true, false, None or null in any case, or a list or tuple of those. NULL
 * where something else stands there; *open is set where a string or a list
 * is not closed. */
struct value *literal_parse(struct arena *a, str *rest, bool *open);

/* In JavaScript or TypeScript: the literal that `name:` or `name =` gives,
 * outside of comments and strings, the least deeply nested one. NULL where
 * there is none, or what stands there has to be run. */
const struct value *literal_find(struct arena *a, str program,
    const char *name);

#endif
