/* SPDX-License-Identifier: MIT
 * post: what is known of a post without its body. */
#ifndef FEEDMILL_POST_POST_H
#define FEEDMILL_POST_POST_H

#include "../base/hash.h"
#include "../config/config.h"
#include "episode.h"
#include "media.h"

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
 * that its entries use (feed/namespaces.h has their names). A post, and a feed
 * with it, has them as a set of bits. */
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

/* One source file. Texts live in the arena that post_read was given. */
struct post {
	/* What a plan is made from, side by side: the posts may be a million,
	 * and to look at them is to wait for the memory. */
	instant published;
	instant updated;    /* not before published */
	instant stamp;      /* updated, as feeds say it: made distinct among
	                     * all posts by plan_make */
	struct label **labels; /* by taxonomy as the config has them, then in
	                     * the order of the front matter, none twice */
	uint32_t n_labels;
	enum skip skip;
	str id;             /* own_id, unless the ledger has another one */
	uint64_t id_hash;   /* by which posts with one id are found */
	const struct language *in; /* whose feeds it is in; NULL: the site has
	                     * but one language */

	str path;           /* relative to the config's folder */
	str title;          /* as its front matter has it, on one line: it
	                     * may hold HTML */
	instant from, until; /* what is known of it holds for a run whose time
	                     * is not before `from` and is before `until` */
	struct digest digest; /* of its file */
	bool draft;         /* by its front matter, published or not */
	enum skip skip_read; /* as reading it left `skip` */
	unsigned namespaces; /* enum namespaces: those of its entry */
	str url;            /* absolute */
	str own_id;         /* as its front matter and address make it */
	struct ledger_line *line; /* of the ledger; NULL: it has none */
	struct mark id_at;  /* where its front matter gives id or address */
	const struct person *authors; /* in the order of the front matter */
	size_t n_authors;
	const unsigned char *matches; /* a bit for each query of the config;
	                     * NULL: the post was not read so far */
	str sections;       /* folders from the content root to it: "a/b" */
	str language;       /* as BCP 47 has it */
	str summary;        /* Markdown, or empty */
	const struct media *media; /* what its front matter names besides its
	                     * text; NULL: nothing */
	const struct episode *episode; /* NULL: it is none */
	const struct relations *relations; /* NULL: there are none */
	str text;           /* the whole file as post_file_read gives it, where
	                     * it is kept (post_drop_text); or empty */
	struct diags diags; /* of reading it, then of what came after */
	const struct diag *last_read; /* the last one of reading; or NULL */
};

void post_set_id(struct post *p, str id);
/* Frees p->text, if there is one. */
void post_drop_text(struct post *p);

#endif
