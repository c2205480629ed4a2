/* SPDX-License-Identifier: MIT
 * permalink: the address of a post. */
#ifndef FEEDMILL_POST_PERMALINK_PERMALINK_H
#define FEEDMILL_POST_PERMALINK_PERMALINK_H

#include "post/post.h"

/* The parts of a post that tokens of addresses refer to. */
struct permalink_parts {
	struct datetime date; /* in the zone used in addresses */
	instant published;    /* the same time */
	str title;            /* text */
	str slug;             /* of the front matter, or empty */
	str bare;             /* the file name without date and ending; for
	                       * folder/index.md the folder's */
	str stem;             /* the same; with its date if addresses keep
	                       * dates */
	str name;             /* the file name without its ending */
	str path;             /* of the file below the folder of its posts,
	                       * without its ending */
	str rooted;           /* the same below the content root */
	str end;              /* the ending for :output_ext; empty: ".html" */
	str collection;
	str sections;         /* folders between the content root and the file:
	                       * "post/2024", or empty */
	str branch;           /* those down to the last one that has an
	                       * _index.md: "post" */
	struct strs categories; /* texts for their slugs */
	str no_category;      /* for :category without any */
	str language;         /* BCP 47 */
	str author;           /* the first; or empty */
	str home;             /* the address of the site */
	bool is_odd_name;     /* the path does not fit Hexo's new_post_name
	                       * with a date */
	str prefix;           /* of the language: "fr/", or empty */
	str base;             /* the path of site.url: "", "/blog" */
};

/* Checks posts.permalink and those of collections; false if one is wrong, which
 * is reported. */
bool permalink_check(const struct config *c, struct diags *diags);

/* The address of a post by a pattern with Jekyll's and Hugo's tokens. Absolute;
 * in the arena. */
str permalink_make(struct arena *a, const struct config *c, str pattern,
    const struct permalink_parts *parts);
/* The first section of a post. posts.permalink may have it as a key. */
str permalink_section(str sections);
/* The pattern for a post in these sections, and in a collection or NULL: that
 * of the config, else the generator's. */
str permalink_pattern(const struct config *c,
    const struct collection *collection, str sections);

/* The address by the front matter: a path on the site, which may have tokens,
 * or a URL. Empty if it is neither. */
str permalink_given(struct arena *a, const struct config *c, str given,
    const struct permalink_parts *parts);
/* The same for a path with Eleventy's {{ expressions }}, which may name keys of
 * the front matter. Empty: *unknown is the expression that only Eleventy can
 * evaluate, or empty if it is not a path. */
str permalink_templated(struct arena *a, const struct config *c, str given,
    const struct permalink_parts *parts, const struct value *front,
    str *unknown);

#endif
