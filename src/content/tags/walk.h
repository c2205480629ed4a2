/* SPDX-License-Identifier: MIT
 * walk: the state while the tags of one text are expanded: the output, and the
 * tags that are open. */
#ifndef FEEDMILL_CONTENT_TAGS_WALK_H
#define FEEDMILL_CONTENT_TAGS_WALK_H

#include "content/markdown/code_map.h"
#include "content/tags/tag_put.h"

enum { WALK_MOST_DEPTH = 50 };

/* A tag that is open, and what it holds on its way to the output. */
struct walk_frame {
	size_t tag;   /* index */
	size_t start; /* of what it holds, in the output */
	bool is_code;
	size_t branch; /* the tag that ends what stays of a condition or loop,
	                * whose text needs no handler; else TAG_NO_PARTNER */
};

struct walk {
	struct body *body;
	const struct tag_language *language;
	const struct tag_row *rows; /* the tags of the generator; or NULL */
	struct tags tags;
	struct code_map code;
	struct buf out;
	size_t at;            /* the text before it is written */
	size_t next;          /* index of the tag that comes next */
	struct walk_frame frames[WALK_MOST_DEPTH];
	size_t depth;
	size_t code_depth;    /* frames that hold code */
	bool is_too_deep;     /* reported */
	struct drop_counts drops;
};

/* ---- where a tag stands ---- */

/* Whether nothing else is on the lines from `start` to `end`. */
bool walk_is_alone(const struct walk *w, size_t start, size_t end);
/* The code of Markdown that it stands in, or NULL. */
const struct code_range *walk_code_at(const struct walk *w,
    const struct tag *t);
/* Whether it stands in such code, or in a tag that holds code. */
bool walk_is_in_code(const struct walk *w, const struct tag *t);

/* ---- in the text ---- */

/* Continues behind a tag. */
void walk_pass(struct walk *w, const struct tag *t);
/* Continues with the tag at an index, without the text before it. */
void walk_skip_to(struct walk *w, size_t tag);

/* ---- output ---- */

/* Writes the text before a tag, and continues behind it. */
void walk_put_before(struct walk *w, const struct tag *t);
/* Writes a tag as the post has it. */
void walk_put_source(struct walk *w, const struct tag *t);
/* Replaces a tag that gives nothing. If it had a line between others, a comment
 * keeps them apart: a blank line would end an HTML block. */
void walk_put_gap(struct walk *w, const struct tag *t);
/* Ends a block of HTML that a tag gave: only after a blank line is what follows
 * Markdown. */
void walk_put_block_end(struct walk *w, const struct tag *last);
/* Removes the indentation that made code of the line of a tag. */
void walk_outdent(struct walk *w, const struct tag *t, struct tag_call *call);
/* Counts a tag, or a part of one, that is unknown and gives nothing. */
void walk_drop(struct walk *w, const char *what, str name,
    const struct tag *t);

/* ---- open tags ---- */

/* Opens a frame for a tag whose partner follows. Where too many are open, the
 * tag is reported, and what it holds is written as if it were not there. */
void walk_open(struct walk *w, size_t i, bool is_code, size_t branch);
/* Closes the frame of the tag that this one closes, and takes back what that
 * holds from the output. False: it is not the innermost frame, or is that of a
 * condition or loop, whose text stays. */
bool walk_close(struct walk *w, const struct tag *closer, str *inner);
/* Where the branch that stays ends at a tag, continues behind the others. False
 * where none does. */
bool walk_skip_branches(struct walk *w, size_t i);

#endif
