/* SPDX-License-Identifier: MIT
 * plan: which posts are in which feed, and where each feed goes. */
#ifndef FEEDMILL_FEED_PLAN_PLAN_H
#define FEEDMILL_FEED_PLAN_PLAN_H

#include "post/post.h"

struct format;

enum { MOST_FORMATS = 8 };

/* How a feed shows its entries. A post is rendered once, and written once per
 * cut and format. */
struct cut {
	bool full;  /* the whole text; else a summary only */
	bool mixed; /* for a feed of all languages */
	bool podcast; /* posts with a file are episodes */
};
enum { MOST_CUTS = 8 };

/* A deleted post. */
struct tombstone {
	str id;
	instant when;
};

/* The position of a document among the archives; see archive.h. */
struct history {
	uint32_t page;           /* from 1; 0: the archived feed itself */
	bool is_full, was_full;  /* now, and when this run began */
	str current[MOST_FORMATS]; /* URLs; empty: no such document */
	str prev[MOST_FORMATS], next[MOST_FORMATS];
};

/* One feed. */
struct feed {
	str title;
	str id;                  /* absolute IRI, the same in all formats */
	str page;                /* the page it is the feed of; absolute */
	str description;         /* empty: the site's */
	const struct language *language; /* NULL: that of the site */
	const struct extra *extra; /* NULL: a main feed, or a term's */
	const struct taxonomy *taxonomy; /* NULL: a main feed, or an extra */
	str slug;                /* of the term, in its paths */
	str term;                /* as the oldest post spells it */
	str key;                 /* of the term, as labels have it */
	str path[MOST_FORMATS];  /* below feeds.folder, by format; empty:
	                          * not written in that format */
	struct strs also[MOST_FORMATS]; /* more paths of the same bytes */
	str url[MOST_FORMATS];   /* absolute; that of `path` */
	struct cut entries;
	size_t cut;              /* index into the cuts of the plan */
	struct post **posts;     /* newest first, ties by id; their
	                          * `matter` is loaded */
	size_t count;
	size_t total;            /* posts that it would have without a limit */
	bool is_complete;        /* it has no limit, and no post was left out
	                          * because of an error */
	unsigned namespaces;     /* enum namespaces: those that its posts
	                          * need; rendered entries may need more */
	const struct tombstone *tombstones; /* newest first */
	size_t n_tombstones;
	const struct history *history; /* NULL: no archives */
	instant updated;         /* the latest of its entries */
};

struct plan {
	struct arena *arena;     /* owns everything here, and the `matter` of
	                          * loaded posts */
	const struct format *formats[MOST_FORMATS];
	size_t n_formats;
	struct cut cuts[MOST_CUTS]; /* each is used by some feed */
	size_t n_cuts;
	struct post **posts;     /* all that may be published, newest first */
	size_t n_posts;
	size_t n_errors;         /* posts with errors when the plan was made */
	struct feed *feeds;      /* main feeds first, then feeds.extra, then
	                          * feeds of terms by language, taxonomy and
	                          * slug, then archives */
	size_t n_feeds;
	size_t n_archives;       /* how many of them are archive documents */
};

/* The posts of a site, and how many threads look at them. */
struct plan_posts {
	struct post *all;
	size_t count, threads;
};

/* Makes the plan, in its arena. Changes the posts: one whose id is in use
 * becomes an error, and each gets a distinct stamp. Loads the posts of feeds.
 * Reports mistakes in the config's paths and formats with their position, and
 * returns false. */
bool plan_make(struct plan *plan, const struct config *c,
    struct plan_posts posts, struct arena *a, struct diags *diags);

/* The posts that match a query, in a new array to be freed with mem_free;
 * `language` NULL: in any language. */
struct post **plan_select(const struct plan *plan, const struct where *where,
    const struct language *language, size_t *n);

/* Gives the main feeds these tombstones. */
void plan_bury(struct plan *plan, const struct tombstone *tombstones,
    size_t n);

/* The key of a term in tables, in the arena. */
str plan_term_key(struct arena *a, const struct language *in,
    const struct taxonomy *t, str key);

/* The i-th path of a feed in a format, the main one first; empty past the
 * last. */
str feed_path(const struct feed *f, size_t format, size_t i);

/* Gives a feed its posts, in an array of its own: each feed drops those that it
 * cannot render. Adds their namespaces, and sets the date of the feed. */
void feed_fill(struct feed *f, struct arena *a, struct post *const *posts,
    size_t n, instant empty_date);

/* Marks a feed as incomplete: some of its posts are missing. */
void feed_lacks(struct feed *f);

/* Truncates a feed to its first `kept` posts: the others could not be rendered.
 * Keeps the date of the feed if no post is left. */
void feed_keep(struct feed *f, size_t kept);

#endif
