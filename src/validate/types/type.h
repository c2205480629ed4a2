/* SPDX-License-Identifier: MIT
 * type: what a value must be, whatever it is the value of.
 *
 * A type is a row: what looks at the value, with what it needs to know. The
 * same types serve the text of elements, attributes and JSON. */
#ifndef FEEDMILL_VALIDATE_TYPES_TYPE_H
#define FEEDMILL_VALIDATE_TYPES_TYPE_H

#include "validate/reading/document.h"

/* A value and whose it is. */
struct subject {
	struct document *document;
	const struct type *type;
	str element;           /* as it is written: "atom:link"; or the path
	                        * of a JSON value: "items[2].url" */
	str attribute;         /* of it; or empty: its text is meant */
	str value;             /* without the white space around it */
	size_t from;           /* the byte where its writing begins */
	size_t skipped;        /* white space that was taken off its front */
	const char *reference; /* what says so, where the code does not */
	bool is_rss2;          /* it is in RSS 2.0 */
	bool has_base;         /* xml:base says what it is relative to */
};

enum {
	TYPE_FILLED = 1 << 0,   /* an empty value is a fault of its own */
	TYPE_TIGHT = 1 << 1,    /* no white space around it */
	TYPE_LOOSE = 1 << 2,    /* white space around it counts */
	TYPE_OPTIONAL = 1 << 3, /* an empty value is all right */
	/* Of URIs: */
	TYPE_ABSOLUTE = 1 << 4, /* with a scheme */
	TYPE_IRI = 1 << 5,      /* characters beyond ASCII are all right */
	TYPE_WEB = 1 << 6,      /* http or https */
	TYPE_STABLE = 1 << 7,   /* it is compared byte by byte */
	/* Of words: */
	TYPE_ANY_CASE = 1 << 8,
	/* Of dates: */
	TYPE_ANY_DATE = 1 << 10, /* past and future are all right */
	/* Of text: */
	TYPE_PLAIN = 1 << 9,    /* it should not look like HTML */
};

struct type {
	void (*check)(const struct subject *s); /* NULL: it is not judged */
	const char *expects;  /* "a number above 0" */
	diag_code code;  /* the fault of a value that does not fit */
	const char *values;   /* words, with '|' between them and around */
	long least, most;     /* of numbers and lengths */
	unsigned flags;
};

/* Judges a value as it was written, white space included. */
void type_check(struct subject *s, str written);

/* Reports a fault of the value, at byte `at` of it: "<updated> '2024-13-01'"
 * and then the words. */
void type_fault(const struct subject *s, diag_code code, size_t at,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));
/* The same without the value: "<summary>" and then the words. */
void type_remark(const struct subject *s, diag_code code, size_t at,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));
/* "is not" and what the type expects. */
void type_misfit(const struct subject *s);

/* Whether `word` is one of the words of "|a|b|". */
bool type_has_word(const char *values, str word, bool any_case);

#endif
