/* SPDX-License-Identifier: MIT
 * astro_routes: which page of an Astro site shows the posts of a collection. */
#ifndef FEEDMILL_GENERATORS_ASTRO_ASTRO_ROUTES_H
#define FEEDMILL_GENERATORS_ASTRO_ASTRO_ROUTES_H

#include "generators/astro/astro_content.h"

struct astro_route {
	str file;     /* "src/pages/blog/[...slug].astro" */
	str pattern;  /* "/blog/:slugorpath", without a final slash */
	str folder;   /* whose name the route leaves out of addresses: "en" is
	               * a folder of the collection; or empty */
	str unknown;  /* what feedmill cannot evaluate; or empty */
	bool by_language; /* the first folder of a path comes first */
	bool drops_underscored; /* addresses lack folders such as _old */
	const struct astro_collection *collection; /* NULL: not known */
	struct astro_route *next;
};

/* The routes in src/pages that make a page of each post. */
struct astro_route *astro_routes(struct import_site *s,
    const struct astro_collection *all);
/* The likeliest route of a collection, with or without a `folder`; or NULL. */
const struct astro_route *astro_route_find(const struct astro_route *all,
    const struct astro_collection *c, bool has_folder);
/* The collections that a program reads, with those of the functions that it
 * imports: appends each name once, with a blank behind it. */
void astro_collections_of(struct import_site *s,
    const struct astro_collection *all, str file, str program,
    struct buf *names);

#endif
