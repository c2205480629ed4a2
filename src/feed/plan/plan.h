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

/* A post that is gone. */
struct tombstone {
	str id;
	instant when;
};

/* Where a document stands among the archives. See archive.h. */
struct history {
	uint32_t page;           /* from 1; 0: it is the feed that has them */
	bool is_full, was_full;  /* now, and when this run began */
	str current[MOST_FORMATS]; /* addresses; empty: there is none */
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
	str path[MOST_FORMATS];  /* below feeds.folder, by format; empty: it
	                          * is not written in that one */
	struct strs also[MOST_FORMATS]; /* more paths of the same bytes */
	str url[MOST_FORMATS];   /* absolute; that of `path` */
	struct cut entries;
	size_t cut;              /* its place among those of the plan */
	struct post **posts;     /* newest first, ties by id; they have their
	                          * matter */
	size_t count;
	size_t total;            /* posts that it would have without a limit */
	bool is_complete;        /* it has no limit, and no post is missing
	                          * because of a mistake */
	unsigned namespaces;     /* enum namespaces: what its posts are known
	                          * to use; its entries may use more */
	const struct tombstone *tombstones; /* newest first */
	size_t n_tombstones;
	const struct history *history; /* NULL: it has no archives */
	instant updated;         /* the latest of its entries */
};

struct plan {
	struct arena *arena;     /* of everything here, and of the matter of
	                          * posts that are loaded */
	const struct format *formats[MOST_FORMATS];
	size_t n_formats;
	struct cut cuts[MOST_CUTS]; /* that some feed wants */
	size_t n_cuts;
	struct post **posts;     /* all that may be published, newest first */
	size_t n_posts;
	size_t n_errors;         /* of all posts, when the plan was made */
	struct feed *feeds;      /* the main ones first, then those of
	                          * feeds.extra, then those of terms by
	                          * language, taxonomy and slug, and the
	                          * archives in the end */
	size_t n_feeds;
	size_t n_archives;       /* of those, documents of archives */
};

/* The posts of a site, and how many threads look at them. */
struct plan_posts {
	struct post *all;
	size_t count, threads;
};

/* Makes the plan. Posts with an id that is taken become errors, and updated
 * is made distinct; both change the posts. What is wrong with the config's
 * paths and formats is reported with its place, and false is returned.
 * Everything is in the arena. Posts of feeds are loaded. */
bool plan_make(struct plan *plan, const struct config *c,
    struct plan_posts posts, struct arena *a, struct diags *diags);

/* Gives the main feeds these tombstones. */
void plan_bury(struct plan *plan, const struct tombstone *tombstones,
    size_t n);

/* The paths of a feed in a format, its own one first; empty past the last. */
str feed_path(const struct feed *f, size_t format, size_t i);

/* Notes that some posts of a feed are not in it. */
void feed_lacks(struct feed *f);

/* Cuts a feed to the first `kept` of its posts: the others could not be
 * rendered. Without any post its date stays. */
void feed_keep(struct feed *f, size_t kept);

#endif
