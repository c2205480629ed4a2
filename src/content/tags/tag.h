/* SPDX-License-Identifier: MIT
 * tag: a shortcode or template tag of a generator, as it stands in a text. */
#ifndef FEEDMILL_CONTENT_TAGS_TAG_H
#define FEEDMILL_CONTENT_TAGS_TAG_H

#include "base/core/mem.h"
#include "base/core/str.h"

struct code_map;

enum tag_kind {
	TAG_OPEN,   /* may have a partner that closes it */
	TAG_CLOSE,
	TAG_OUTPUT, /* Liquid's {{ expression }}: in args */
	TAG_TEXT,   /* stands for name, text and args: escaped, raw, a
	             * comment */
	TAG_BROKEN, /* never ends; `text` is the delimiter that began it */
	TAG_ELEMENT, /* an element of HTML with arguments, which is written
	             * anew; `text` of an end tag is "/" */
};

#define TAG_NO_PARTNER ((size_t)-1)

struct tag {
	enum tag_kind kind;
	str name;           /* of TAG_CLOSE the tag that it closes; empty: the
	                     * innermost open one */
	str args;           /* as written */
	str text;
	size_t start, end;  /* offsets in the text */
	bool is_single;     /* has no partner */
	bool is_comment;    /* of TAG_TEXT: in code it is not dropped */
	bool trim_before, trim_after; /* white space around it goes */
	size_t partner;     /* index of the tag that closes or opens it */
	bool is_kept;       /* it is in code and not expanded; its partner is
	                     * not, either */
};

/* A search through a text. */
struct tag_scan {
	str text;
	size_t at;    /* where it goes on */
	bool lost[4]; /* kinds of ends of which none follows: not searched for
	               * again */
	const struct code_map *code; /* or NULL */
	size_t n_broken; /* of MDX: tags that never end */
};

/* Finds the next tag, all but its partner. Each syntax has such a function. */
typedef bool tag_next(struct tag_scan *s, struct tag *t);
tag_next tag_next_shortcode;
tag_next tag_next_call;
tag_next tag_next_liquid;
tag_next tag_next_nunjucks; /* as Liquid, and {# comments #} */
tag_next tag_next_mdx; /* needs to know where code is */
tag_next tag_next_vue; /* as well */

struct tags {
	struct tag *list; /* in the order of the text */
	size_t count;
};

/* All tags of a text; openers and closers that belong together are partners.
 * `code` is where the text has code, for tag_next_mdx; or NULL. */
struct tags tags_find(str text, tag_next *next, const struct code_map *code,
    struct arena *a);

/* ---- arguments ---- */

struct tag_arg {
	str name; /* empty: by its position */
	str value;
};
struct tag_args {
	struct tag_arg *list;
	size_t count;
};

enum tag_arg_style {
	TAG_ARGS_SHORTCODE, /* blanks between them; " and ` quote */
	TAG_ARGS_CALL,   /* commas between them; " ' and ` quote */
	TAG_ARGS_LIQUID, /* blanks or commas; " and ' quote; also `name: x` */
	TAG_ARGS_JSX,    /* blanks; " and ' quote; an expression in braces,
	                  * unless it is a text in quotes, has no value: a
	                  * NULL slice */
};

struct tag_args tag_args_parse(str text, enum tag_arg_style style,
    struct arena *a);
/* The n-th argument without a name, from 0; or NULL. */
const str *tag_arg_at(const struct tag_args *args, size_t n);
const str *tag_arg_named(const struct tag_args *args, str name);
/* The named one, or else the n-th; empty where there is neither. */
str tag_arg(const struct tag_args *args, const char *name, size_t n);

#endif
