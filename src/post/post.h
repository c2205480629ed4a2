/* SPDX-License-Identifier: MIT
 * post: what is known of a post without its body. */
#ifndef FEEDMILL_POST_POST_H
#define FEEDMILL_POST_POST_H

#include "base/core/hash.h"
#include "config/config.h"
#include "post/read/episode.h"
#include "post/post_media.h"

struct ledger_line;

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

/* Namespaces of elements that few entries have: a document declares those
 * that its entries use; feed/formats/namespaces.h has their names. A post has
 * them as a set of bits, and so has a feed. */
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

/* Other pages that a post has to do with; all addresses are absolute. */
struct relations {
	str external;          /* what it is about, in a link blog; or empty */
	str comments;          /* where they are, or empty */
	const str *replies_to; /* what it answers to */
	size_t n_replies_to;
};

/* A term as posts spell it, the same for all that do (shared.h). */
struct label {
	const struct taxonomy *taxonomy;
	const struct language *in; /* as of a post */
	str text;
	str key;            /* the same for all spellings of a term */
	void *term;         /* what plan_make has for it; NULL before */
	uint32_t number;    /* in what is packed, from 1; 0: none yet */
};

/* What is asked of few posts: those that are read, those of feeds that are
 * made, and those that others link to. */
struct matter {
	str title;          /* as its front matter has it, on one line: it
	                     * may hold HTML */
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
	const struct media *media; /* what its front matter names besides its
	                     * text; NULL: nothing */
	const struct episode *episode; /* NULL: it is none */
	const struct relations *relations; /* NULL: there are none */
	str text;           /* the whole file as post_file_read gives it, where
	                     * it is kept (post_drop_text); or empty */
};

/* What was found wrong with a post. */
struct reports {
	struct diags all;   /* by reading it, then by what came after */
	const struct diag *last_read; /* the last one of reading; or NULL */
};

/* One source file. Texts live in the arena that post_read was given.
 *
 * Each run that finds something new looks at all posts, which may be a
 * million, and what that takes is the time that memory takes: so a post is no
 * more than what plans and the state are made from. */
struct post {
	instant published;
	enum skip skip;
	uint32_t n_labels;
	struct label **labels; /* by taxonomy as the config has them, then in
	                     * the order of the front matter, none twice */
	uint64_t id_hash;   /* by which posts with one id are found */
	str id;             /* own_id, unless the ledger has another one */
	instant updated;    /* not before published */
	instant stamp;      /* updated, as feeds say it: made distinct among
	                     * all posts by plan_make */
	const struct language *in; /* whose feeds it is in; NULL: the site has
	                     * but one language */
	enum skip skip_read; /* as reading it left `skip` */
	uint16_t namespaces; /* enum namespaces: those of its entry */
	bool is_renamed;    /* id is not own_id */
	const unsigned char *matches; /* a bit for each query of the config;
	                     * NULL: the post was not read so far */
	str path;           /* relative to the config's folder */
	struct digest digest; /* of its file */
	instant from, until; /* what is known of it holds for a run whose time
	                     * is not before `from` and is before `until` */
	str packed;         /* where it is known from an earlier run: its
	                     * matter, until somebody asks (post_load) */
	struct matter *matter; /* NULL: nobody did */
	struct reports *reports; /* owned; NULL: there are none */
};

/* Gives it an id. It has its matter. */
void post_set_id(struct post *p, str id);
/* What was found wrong with it; maybe nothing. */
const struct diags *post_diags(const struct post *p);
/* Where more of that goes. */
struct diags *post_report(struct post *p);
/* Moves what is in `diags` there, if there is any. */
void post_take_diags(struct post *p, struct diags *diags);
/* Frees the text of the file, if it was kept. */
void post_drop_text(struct post *p);
/* Frees what it owns, but for that. */
void post_free(struct post *p);

#endif
