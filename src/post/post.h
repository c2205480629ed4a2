/* SPDX-License-Identifier: MIT
 * post: a post without its body. */
#ifndef FEEDMILL_POST_POST_H
#define FEEDMILL_POST_POST_H

#include "base/core/hash.h"
#include "config/config.h"
#include "post/read/episode.h"

struct ledger_line;
struct stray;

/* Why a post is in no feed; `feedmill list --json` prints these names. The
 * first reason that applies is kept. */
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
/* Words behind a number, without a plural: "1 draft", "2 draft". */
extern const char *const skip_words[SKIP_COUNT]; /* NULL for SKIP_NONE */

/* Namespaces that few entries need, as bits: a document declares only those
 * that its entries use. feed/formats/xml_feed.c has their names. */
enum namespaces {
	NAMESPACE_THR = 1 << 0,   /* replies */
	NAMESPACE_MEDIA = 1 << 1, /* pictures; of an entry, not a post */
	NAMESPACE_AT = 1 << 2,    /* tombstones; of a feed alone */
	NAMESPACE_FILES = 1 << 3, /* in RSS media too, of several files */
	NAMESPACE_FH = 1 << 4,    /* archives; of a feed alone */
	NAMESPACE_SOURCE = 1 << 5, /* its Markdown; of an entry too */
	NAMESPACE_ITUNES = 1 << 6, /* of a podcast, which is a feed */
	NAMESPACE_PODCAST = 1 << 7,
};

/* An enclosure. */
struct media_file {
	str ref;        /* its address, as written in the post */
	struct mark at; /* {0}: not in the post's own file */
	str type;       /* media type, or empty */
	uint64_t bytes; /* its length; 0: not given */
};

/* Pictures and enclosures, as references that are written in the post. */
struct media {
	str image;            /* or empty */
	struct mark image_at; /* {0}: not in the post's own file */
	struct media_file *files; /* without duplicates */
	size_t n_files;
};

/* Pages that a post refers to; all addresses are absolute. */
struct relations {
	str external;          /* target of a link post, or empty */
	str comments;          /* page of its comments, or empty */
	const str *replies_to; /* pages it replies to */
	size_t n_replies_to;
};

/* A term in one spelling, shared by all posts that use it (shared.h). */
struct label {
	const struct taxonomy *taxonomy;
	const struct language *in; /* as in struct post */
	str text;
	str key;            /* the same for all spellings of a term */
	void *term;         /* set by plan_make; NULL before */
	uint32_t number;    /* in packed posts, from 1; 0: none yet */
};

/* The rarely needed part of a post: loaded when the post is read, rendered or
 * linked to. */
struct matter {
	str title;          /* as its front matter has it, on one line: it
	                     * may hold HTML; empty: it has none, and
	                     * posts.untitled allows that */
	bool heads_text;    /* the title is the heading of the text: the entry
	                     * must not repeat it */
	bool draft;         /* by its front matter, published or not */
	str url;            /* absolute */
	str own_id;         /* as its front matter and address make it */
	struct mark id_at;  /* where its front matter gives id or address */
	struct ledger_line *line; /* of the ledger; NULL: it has none */
	const struct person *authors; /* in the order of the front matter */
	size_t n_authors;
	str sections;       /* folders from the content root to it: "a/b" */
	str language;       /* as BCP 47 has it */
	str summary;        /* Markdown, or empty */
	const struct media *media; /* from the front matter; NULL: none */
	const struct episode *episode; /* NULL: not an episode */
	const struct relations *relations; /* NULL: none */
};

/* The diagnostics of a post. */
struct reports {
	struct diags all;   /* from reading it, then from later steps */
	const struct diag *last_read; /* the last one of reading; or NULL */
	const struct stray *stray; /* keys that are probably mistakes; in the
	                     * arena of post_read; or NULL */
};

/* One source file. Texts live in the arena that post_read was given.
 *
 * A run that finds a change visits all posts, maybe a million, and memory
 * access dominates its time. So this struct holds only the fields that plans
 * and the state need. */
struct post {
	instant published;
	enum skip skip;
	uint32_t n_labels;
	struct label **labels; /* by taxonomy as the config has them, then in
	                     * the order of the front matter, none twice */
	uint64_t id_hash;   /* finds posts that share an id */
	str id;             /* own_id, unless the ledger has another one */
	instant updated;    /* not before published */
	instant stamp;      /* `updated` as feeds print it: plan_make makes it
	                     * distinct among all posts */
	const struct language *in; /* its feeds' language; NULL: the site has
	                     * only one */
	enum skip skip_read : 8; /* `skip` as post_read set it */
	uint16_t namespaces; /* enum namespaces: those of its entry */
	uint16_t uses;      /* kinds of keys that its front matter has, as
	                     * bits: post/keys/stray.h */
	bool is_unread;     /* SKIP_ERROR by an error of the system: the next
	                     * run may read or render it */
	bool is_renamed : 1; /* id is not own_id */
	bool needs_history : 1; /* its date comes from git: not kept for the
	                     * next run */
	bool has_page : 1;  /* posts.built has a page at its address; false:
	                     * there is none, or it was not looked up */
	const unsigned char *matches; /* a bit for each query of the config;
	                     * NULL: the post was not read so far */
	str path;           /* relative to the config's folder */
	struct digest digest; /* of its file */
	instant from, until; /* this struct is valid for runs at a time in
	                     * [from, until) */
	str packed;         /* its matter from an earlier run, until
	                     * post_load unpacks it */
	struct matter *matter; /* NULL: not loaded yet */
	struct reports *reports; /* owned; NULL: none */
};

/* Sets the id; the matter must be loaded. */
void post_set_id(struct post *p, str id);
enum { POST_REPORTS = 20 /* of one kind that are shown; the rest is counted */ };

/* Its diagnostics, maybe none. */
const struct diags *post_diags(const struct post *p);
/* Where to add diagnostics. */
struct diags *post_report(struct post *p);
/* Moves `diags` there. */
void post_take_diags(struct post *p, struct diags *diags);
/* Sets its stray keys. */
void post_set_stray(struct post *p, const struct stray *list);
/* Frees what it owns. */
void post_free(struct post *p);

#endif
