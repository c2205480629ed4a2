/* SPDX-License-Identifier: MIT
 * kd: what the parts of the kramdown parser share.
 *
 * It follows kramdown 2.4 with kramdown-parser-gfm, rule by rule: blocks are
 * read first, and leave the text of paragraphs, headings and cells as NODE_RAW.
 * Once all definitions of links, footnotes and abbreviations are known, the
 * spans in those are read, and marks that only the parser needs are taken out.
 */
#ifndef FEEDMILL_CONTENT_MARKDOWN_KRAMDOWN_KD_H
#define FEEDMILL_CONTENT_MARKDOWN_KRAMDOWN_KD_H

#include "base/core/table.h"
#include "content/markdown/node.h"
#include "generators/generator.h"

struct kd_link {
	str url, title;
};

struct kd_note {
	struct node *content; /* its blocks */
	struct node *note;    /* NODE_NOTE, once it is referred to */
	str name;
	struct kd_note *next; /* in the order of their references */
};

struct kd_abbr {
	str id, title;
	struct kd_abbr *next; /* that begins with the same byte */
};

struct kd {
	struct node_tree *tree;
	struct arena *arena;
	unsigned flavour;
	str text;
	struct table links, notes, abbrs; /* by id; freed behind the parser */
	struct kd_abbr *abbr_by_byte[256];
	size_t n_abbrs;
	bool parses_block_html, parses_span_html; /* {::options} */
	bool has_toc;  /* a list has become the table of contents */
	long budget;   /* steps that spans may still take */
};

/* What NODE_MARK stands for, in `level`. */
enum kd_mark { MARK_END, MARK_IAL, MARK_ALD, MARK_OPTIONS, MARK_DEFINITION };

/* Attribute lists, in `count` of a block. */
enum { IAL_ANY = 1 << 0, IAL_TOC = 1 << 1 };

/* A text whose blocks are read; it ends with a line feed. */
struct kd_text {
	const char *at, *end;
	bool no_comment, no_math, no_stop; /* none of their ends is ahead */
	size_t no_fence[2]; /* no fence of ` or ~ as long as this is ahead */
};

/* Blocks that are read into an element. */
struct kd_blocks {
	struct kd *kd;
	struct node *el;
	struct kd_text *t;
	unsigned ial;    /* of an attribute list before the next block */
	str language;    /* that it names */
};

enum kd_done { KD_NO, KD_YES, KD_STOP };

/* ---- blocks.c ---- */

/* Reads blocks until the text ends, or the end tag of an element with blocks;
 * then it is true. */
bool kd_blocks_read(struct kd *k, struct node *el, struct kd_text *t);
void kd_blocks_of(struct kd *k, struct node *el, str text);
/* A new block, with the attributes before it. */
struct node *kd_block(struct kd_blocks *b, enum node_kind kind);
void kd_mark(struct kd_blocks *b, enum kd_mark mark);
void kd_raw(struct kd *k, struct node *el, str text);
bool kd_is_after_boundary(const struct kd_blocks *b);
bool kd_is_before_boundary(const struct kd_text *t);

typedef enum kd_done kd_reader(struct kd_blocks *b);
kd_reader kd_read_code, kd_read_fence, kd_read_list, kd_read_definitions,
    kd_read_html, kd_read_math, kd_read_table, kd_read_note, kd_read_link,
    kd_read_abbr, kd_read_extension;

/* ---- spans.c ---- */

/* Reads the spans of all raw text below an element. */
void kd_spans_read(struct kd *k, struct node *el);

/* ---- final.c ---- */

/* Takes marks out, sets abbreviations, numbers footnotes and adds them. */
void kd_finish(struct kd *k, struct node *root);

#endif
