/* SPDX-License-Identifier: MIT
 * frame: an element that is open while a document is read, and what the hooks
 * of its row may ask and report. */
#ifndef FEEDMILL_VALIDATE_VOCABULARIES_FRAME_H
#define FEEDMILL_VALIDATE_VOCABULARIES_FRAME_H

#include "base/core/table.h"
#include "validate/vocabularies/vocabulary.h"

enum format {
	FORMAT_NONE,
	FORMAT_ATOM,
	FORMAT_ATOM_ENTRY,
	FORMAT_RSS,  /* 0.9x and 2.0 */
	FORMAT_RDF,  /* RSS 1.0 */
	FORMAT_OPML,
};

/* Marks of a frame. Those of FRAME_OWN and above are free for the hooks of
 * its row. */
enum {
	FRAME_REMOTE = 1 << 0, /* atom:content with src */
	FRAME_BINARY = 1 << 1, /* atom:content in base64 */
	FRAME_OWN = 1 << 2,
};

struct seen {
	const struct vocabulary *vocabulary;
	const struct element *row;
	unsigned count;
};

struct frame_attribute {
	str name;  /* "href", "xml:lang", "thr:count": with the customary
	            * prefix of its vocabulary; empty: of an unknown one */
	str value;
};

/* Its strings are in its arena, and end with it. */
struct frame {
	const struct vocabulary *vocabulary; /* NULL: unknown */
	const struct element *row; /* NULL: unknown */
	enum holds holds;
	const struct type *type;   /* of its text, where it holds some */
	enum place place;          /* that it is for its children */
	str name;                  /* as written: "atom:link" */
	size_t at, end;            /* byte of its start tag, and past it */
	struct frame_attribute *attributes;
	size_t n_attributes;
	struct seen *seen;         /* children with a row */
	size_t n_seen, cap_seen;
	size_t n_children;         /* elements, with or without a row */
	struct buf text;           /* its own, without that of children */
	bool has_text;             /* other than white space */
	bool has_base;             /* xml:base, its own or inherited */
	str language;              /* xml:lang, its own or inherited */
	struct link *links;        /* children atom:link, the last one first */
	unsigned marks;
	void *data;                /* of the hooks of its row */
	str *prefixes;             /* that its xmlns attributes declare */
	size_t n_prefixes;
	struct arena arena;
};

/* One XML document that is being judged. */
struct check {
	struct document *document;
	enum format format;
	bool is_rss2;              /* RSS of version 2.0 */
	const struct vocabulary *plain;   /* of names without a namespace */
	struct frame *frames;      /* cap of them; depth are open */
	size_t depth, cap;
	bool is_stopped;
	bool has_doctype_091;
	bool is_podcast;           /* an element of iTunes was seen */
	struct order {
		instant published, updated; /* of the entry before, */
		bool has_last;              /* if there was one */
		/* Not sorted by that date. */
		bool out_of_publication, out_of_change;
	} order;
	instant newest;            /* date of any entry */
	instant feed_date;         /* that the feed gives itself, */
	size_t feed_date_at;       /* and the byte where it does; 0: none */
	struct table values;       /* that must be unique: hook_is_new */
	struct name_cache *names;  /* namespaces that were looked up */
};

/* The parent; NULL for the root. */
struct frame *frame_up(const struct check *c, const struct frame *f);
/* Whether it has an attribute, named as in struct frame_attribute. Sets
 * *value, to an empty string where it has none. */
bool frame_attribute(const struct frame *f, str name, str *value);
/* Whether a prefix is declared on it or around it. */
bool frame_has_prefix(const struct check *c, const struct frame *f,
    str prefix);
/* How many children of a name it has had so far. "thr:total" has the
 * customary prefix; a name without one is of the element's vocabulary. */
unsigned frame_count(const struct frame *f, str name);
void frame_add_child(struct frame *f, const struct vocabulary *v,
    const struct element *row);
/* The text, without white space around it. */
str frame_text(const struct frame *f);

/* The specification of the element, or NULL. */
const char *frame_reference(const struct frame *f);
/* Reports a finding at the start tag: "<link>" and the formatted words. */
void frame_report(struct check *c, const struct frame *f, diag_code code,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));
/* What type_fault and type_remark take, for the value of an attribute; or for
 * the text, where the name is empty. */
struct subject frame_subject(struct check *c, const struct frame *f,
    str attribute, str value, const struct type *type);
/* Judges an attribute, if it is there; or the text, where the name is
 * empty. */
void frame_check(struct check *c, const struct frame *f, str attribute,
    const struct type *type);

#endif
