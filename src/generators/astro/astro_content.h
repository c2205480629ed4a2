/* SPDX-License-Identifier: MIT
 * astro_content: the content collections of an Astro site. */
#ifndef FEEDMILL_GENERATORS_ASTRO_ASTRO_CONTENT_H
#define FEEDMILL_GENERATORS_ASTRO_ASTRO_CONTENT_H

#include "generators/import/import_site.h"

struct astro_collection {
	str name;    /* "blog", as programs ask for it */
	str folder;  /* of its files: "src/content/blog" */
	str pattern; /* of glob(), relative to the folder; or empty */
	str program; /* the call that defines it; or empty */
	bool has_own_ids; /* glob() has a function that makes ids */
	struct astro_collection *next;
};

/* The collections that the content config defines, in its order; without such
 * a file, one for each folder of src/content. Those whose folder does not
 * exist are left out. */
struct astro_collection *astro_collections(struct import_site *s);
/* The one with that name, or NULL. */
const struct astro_collection *astro_collection_find(
    const struct astro_collection *all, str name);
/* Whether its schema has the key. */
bool astro_has_key(const struct astro_collection *c, str key);
/* The key of its schema that is a date, if it is none of the usual ones and
 * there is no other; or empty. */
str astro_date_key(const struct astro_collection *c);
/* The list that a key has without a value: ["others"]; or NULL. */
const struct value *astro_default_list(struct import_site *s,
    const struct astro_collection *c, const char *key);

#endif
