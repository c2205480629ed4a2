/* SPDX-License-Identifier: MIT
 * permalink: where a post is on the site. */
#ifndef FEEDMILL_POST_PERMALINK_PERMALINK_H
#define FEEDMILL_POST_PERMALINK_PERMALINK_H

#include "post/post.h"

/* What addresses are made of. */
struct permalink_parts {
	struct datetime date; /* in the zone that addresses show */
	str title;            /* text */
	str slug;             /* of the front matter, or empty */
	str stem;             /* the file name without date and ending; for
	                       * folder/index.md the folder's */
	str name;             /* the file name without its ending */
	str path;             /* of the file below the folder of its posts,
	                       * without its ending */
	str rooted;           /* the same below the content root */
	str collection;
	str sections;         /* folders between the content root and the file:
	                       * "post/2024", or empty */
	struct strs categories;
	str prefix;           /* of the language: "fr/", or empty */
};

/* Reports what is wrong with posts.permalink; true if nothing is. */
bool permalink_check(const struct config *c, struct diags *diags);

/* The address of a post by a pattern: Jekyll's and Hugo's tokens, or one of
 * Jekyll's styles by name. Absolute; in the arena. */
str permalink_make(struct arena *a, const struct config *c, str pattern,
    const struct permalink_parts *parts);
/* The pattern of the config for a post in a collection, or NULL, and in these
 * sections; or the generator's. */
str permalink_pattern(const struct config *c,
    const struct collection *collection, str sections);

/* An address that front matter gives: a path on the site, which may have
 * tokens, or a URL. Empty where it is neither. */
str permalink_given(struct arena *a, const struct config *c, str given,
    const struct permalink_parts *parts);
/* The same for a path with Eleventy's {{ expressions }}, which may name what
 * the front matter says. Empty: *unknown is what only Eleventy can fill in, or
 * empty where it is no path. */
str permalink_templated(struct arena *a, const struct config *c, str given,
    const struct permalink_parts *parts, const struct value *front,
    str *unknown);

#endif
