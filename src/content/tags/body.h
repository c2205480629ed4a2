/* SPDX-License-Identifier: MIT
 * body: expands the tags and attribute lists of the generator in a post. */
#ifndef FEEDMILL_CONTENT_TAGS_BODY_H
#define FEEDMILL_CONTENT_TAGS_BODY_H

#include "post/front/front_matter.h"
#include "post/post_index.h"
#include "content/tags/drops.h"
#include "content/links/sources.h"

/* What the posts that one thread renders share. */
struct body_env {
	const struct config *config;
	struct post_index *index;
	struct drops *drops;     /* of this thread */
	struct sources *sources; /* of the post at hand */
	struct buf *html;        /* of this thread: room for the text of the
	                          * post at hand */
	bool pictures;           /* the first picture of a text is wanted */
	const struct converted *converted; /* output of a converter for the post
	                          * at hand; NULL: none was run */
};

/* A post at work. */
struct body {
	const struct body_env *env;
	const struct post *post;
	const struct source *src;
	const struct front_matter *front; /* parsed when it is asked for */
	struct arena *arena;
	struct diags *diags;
	bool is_costly;             /* a text of it was not rendered */

	/* Set by body_expand. */
	str text;                   /* that is being expanded */
	bool is_html;               /* `text` is HTML */
	size_t base;                /* its offset in the file; STR_NONE: it
	                             * is no part of the file */
	size_t spent;               /* bytes that values of tags took */
	const struct value *values; /* of the front matter, once parsed */
	const struct liquid_variable *variables; /* that tags have assigned */
	bool is_looping;            /* the text of a loop is being expanded */
};

/* Whether a text of the post is HTML: only the body of an HTML file is. */
bool body_is_html(const struct body *b, str text);

/* Replaces the shortcodes, template tags and attribute lists of the generator
 * that posts.dialect names by Markdown or HTML for readers. Returns the text
 * itself if there are none, else one in the arena. Reports mistakes with their
 * places in the file. */
str body_expand(struct body *b, str text);

#endif
