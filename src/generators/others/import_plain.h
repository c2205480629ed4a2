/* SPDX-License-Identifier: MIT
 * import_plain: imports a site whose generator has no dialect, or that has no
 * generator. */
#ifndef FEEDMILL_GENERATORS_OTHERS_IMPORT_PLAIN_H
#define FEEDMILL_GENERATORS_OTHERS_IMPORT_PLAIN_H

#include "generators/import/import_site.h"

/* Guesses settings from the files of a site: the folder with most of the dated
 * posts, and address, title and author from the generator's config. Returns the
 * name of the generator for messages: "Gatsby", "no known generator". */
const char *import_plain_read(struct import_site *s);

/* Fills in, for any site, what is not set yet: the address from CNAME,
 * package.json or the git remote, the title from a README, an index.md or the
 * host. */
void import_plain_fill(struct import_site *s);

#endif
