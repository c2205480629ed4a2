/* SPDX-License-Identifier: MIT
 * import_plain: a site of a generator that feedmill has no rules for, or of
 * none. */
#ifndef FEEDMILL_GENERATORS_IMPORT_IMPORT_PLAIN_H
#define FEEDMILL_GENERATORS_IMPORT_IMPORT_PLAIN_H

#include "generators/import/import_site.h"

/* Sets what can be told of a site by its files: the folder that has most dated
 * posts, address, title and author by the configs that such generators have.
 * Returns the name of the generator for people: "Gatsby", "no known
 * generator". */
const char *import_plain_read(struct import_site *s);

/* For any site that has none of these so far: the address by CNAME,
 * package.json or the git remote, the title by README, index or the host. */
void import_plain_fill(struct import_site *s);

#endif
