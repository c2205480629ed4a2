/* SPDX-License-Identifier: MIT
 * kd_spans: what the readers of spans share. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_KRAMDOWN_KD_SPANS_H
#define FEEDMILL_CONTENT_MARKDOWN_KRAMDOWN_KD_SPANS_H

#include "content/markdown/kramdown/kd.h"

enum { CODE_LENGTHS = 8 };

/* A text whose spans are read. */
struct spans {
	struct kd *kd;
	const char *start, *at, *end;
	const char *run; /* behind what was read last: text from here on */
	int em, strong, link, element, raw; /* how many are open; raw: elements
	                                     * whose text is no Markdown */
	/* From where on none of these has an end: emphasis by sign, kind and
	 * what is open around it, code by its length. NULL: unknown. */
	const char *no_emphasis[2][2][8];
	const char *no_code[CODE_LENGTHS + 1];
	const char *no_math, *no_strike, *no_comment, *no_angle;
};

/* What ends the spans of an element. */
struct stop {
	enum { STOP_SIGNS, STOP_BRACKET, STOP_TAG } kind;
	char sign;
	int n;       /* of the signs */
	bool is_em;
	str name;    /* of the element */
	int count;   /* of brackets that are open */
};

enum span_done {
	SPAN_TEXT,    /* the character is part of a text */
	SPAN_PLAIN,   /* it is text of its own, which ends what came before */
	SPAN_DONE,    /* s->at is behind what was read */
};

/* Reads spans until the text ends, or `stop`, if any, accepts what it finds:
 * then it is true, and s->at is at what ends them. */
bool spans_read(struct spans *s, struct node *el, struct stop *stop,
    bool only_html);
/* Adds text; what is behind text that ends here becomes one with it. */
void spans_text(struct spans *s, struct node *el, const char *from,
    const char *to);
/* Reads a text as spans of their own. */
void spans_of(struct kd *k, struct node *el, const char *p, const char *end);
/* Takes an element back that has come to no end, and goes back to `at`. */
void spans_undo(struct spans *s, struct node *el, const char *at);
/* Counts steps; false: no more are left. */
bool spans_spend(struct spans *s, long steps);

typedef enum span_done span_reader(struct spans *s, struct node *el);
span_reader span_emphasis, span_code, span_angle, span_html, span_bracket,
    span_image, span_quote, span_math, span_brace, span_entity, span_dash,
    span_dots, span_space, span_greater, span_backslash, span_strike;

/* Behind the code span that begins at p, or p. */
const char *kd_code_span(const char *start, const char *p, const char *end,
    str *text);

/* Text with the characters that entities in it stand for; unknown ones stay. */
str kd_decoded(struct arena *a, str text);

static inline str
spans_slice(const char *from, const char *to)
{
	return (str){from, (size_t)(to - from)};
}

#endif
