/* SPDX-License-Identifier: MIT
 * post: what is known of a post without its body. */
#ifndef FEEDMILL_POST_POST_H
#define FEEDMILL_POST_POST_H

#include "../config/config.h"

/* Why a post is in no feed, in the words of `feedmill list --json`. The first
 * that holds counts. */
enum skip {
	SKIP_NONE,
	SKIP_ERROR,
	SKIP_UNDATED,
	SKIP_DRAFT,
	SKIP_HIDDEN,
	SKIP_EXPIRED,
	SKIP_FUTURE,
	SKIP_COUNT
};
extern const char *const skip_names[SKIP_COUNT]; /* NULL for SKIP_NONE */

/* The terms that a post has of one taxonomy. */
struct post_terms {
	const struct taxonomy *taxonomy;
	struct strs terms; /* as the post spells them, no two the same */
};

/* One source file. Texts live in the arena that post_read was given. */
struct post {
	str path;           /* relative to the config's folder */
	str title;          /* as its front matter has it, on one line: it
	                     * may hold HTML */
	instant published;
	instant updated;    /* not before published */
	instant stamp;      /* updated, as feeds say it: made distinct among
	                     * all posts by plan_make */
	bool draft;         /* by its front matter, published or not */
	enum skip skip;
	str url;            /* absolute */
	str id;
	struct mark id_at;  /* where its front matter gives id or address */
	struct person *authors; /* in the order of the front matter */
	size_t n_authors;
	struct post_terms *terms; /* one for each taxonomy of the config */
	size_t n_terms;
	const struct collection *collection; /* NULL: of all other posts */
	const unsigned char *matches; /* a bit for each query of the config;
	                     * NULL: the post was not read so far */
	str sections;       /* folders from the content root to it: "a/b" */
	str language;       /* as BCP 47 has it */
	const struct language *in; /* whose feeds it is in; NULL: the site has
	                     * but one language */
	str summary;        /* Markdown, or empty */
	struct diags diags; /* what reading it reported */
};

#endif
