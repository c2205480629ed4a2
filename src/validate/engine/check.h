/* SPDX-License-Identifier: MIT
 * check: the engine that holds XML against the vocabularies.
 *
 * The document is read once, as tags and text. A frame is an element that is
 * open: what the table says of it, which of its children were seen, its text
 * and attributes. Memory goes with the depth and the longest text. */
#ifndef FEEDMILL_VALIDATE_ENGINE_CHECK_H
#define FEEDMILL_VALIDATE_ENGINE_CHECK_H

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

struct seen {
	const struct vocabulary *vocabulary;
	const struct element *row;
	unsigned count;
};

struct frame_attribute {
	str name;  /* "href", "xml:lang", "thr:count": the prefix is that of
	            * the vocabulary */
	str value;
};

/* An element that is open. Its texts live until it ends. */
struct frame {
	const struct vocabulary *vocabulary; /* NULL: not one of ours */
	const struct element *row; /* NULL: the same */
	enum holds holds;
	const struct type *type;   /* of its text, where it holds some */
	enum place place;
	str name;                  /* as it is written: "atom:link" */
	size_t at, end;            /* its start tag, and past it */
	struct frame_attribute *attributes;
	size_t n_attributes;
	struct seen *seen;         /* children that have a row */
	size_t n_seen, cap_seen;
	size_t n_children;         /* elements, all of them */
	struct buf text;           /* what it holds, children left out */
	bool has_text;             /* other than white space */
	bool is_text_reported;
	bool has_base;             /* xml:base holds here */
	str language;              /* xml:lang that holds here */
	struct link *links;        /* atom:link in it, the last one first */
	unsigned marks;            /* what the functions of rows remember */
	void *data;
	str *prefixes;             /* that its xmlns attributes declare */
	size_t n_prefixes;
	struct arena arena;
};

struct check {
	struct document *document;
	enum format format;
	bool is_rss2;              /* RSS of version 2.0 */
	const struct vocabulary *plain;   /* of names without a namespace */
	struct frame *frames;      /* cap of them; depth are open */
	size_t depth, cap;
	bool is_stopped;
	bool has_doctype_091;
	bool is_podcast;           /* it has elements of iTunes */
	instant last;              /* the date of the last entry, */
	bool has_last;             /* if there is one */
	bool is_unsorted;          /* which was reported */
	instant newest;            /* of the dates of all entries */
	instant feed_date;         /* when the feed was updated, as it says */
	size_t feed_date_at;       /* where it does, or 0 */
	struct table values;       /* that must not be there twice */
	struct name_cache *names;  /* namespaces that were looked up */
};

/* Judges an XML document. */
void check_xml(struct document *d);

/* ---- for the functions of rows ---- */

/* The element around; NULL for the root. */
struct frame *frame_up(const struct check *c, const struct frame *f);
/* Whether it has an attribute, by its name as frame_attribute has it, and
 * which value; empty where it has none. */
bool frame_attribute(const struct frame *f, str name, str *value);
/* Whether a prefix is declared there. */
bool frame_has_prefix(const struct check *c, const struct frame *f,
    str prefix);
/* How many children it has had, by name with the customary prefix. */
unsigned frame_count(const struct frame *f, str name);
/* Counts a child. */
void frame_see(struct frame *f, const struct vocabulary *v,
    const struct element *row);
/* The text, without white space around it. */
str frame_text(const struct frame *f);

/* What says how the element has to be, or NULL. */
const char *frame_reference(const struct frame *f);
/* Reports a finding about an element; at its start tag. */
void frame_report(struct check *c, const struct frame *f, enum diag_code code,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));
/* The same about its text or, if it has one of that name, an attribute:
 * what type_fault and type_remark take. */
struct subject frame_subject(struct check *c, const struct frame *f,
    str attribute, const struct type *type);
/* Judges an attribute it may have; or its text, where the name is empty. */
void frame_check(struct check *c, const struct frame *f, str attribute,
    const struct type *type);

#endif
