/* SPDX-License-Identifier: MIT
 * type: what a value must be: a number, a date, an address.
 *
 * A type is a row with a function that judges the value, and its arguments.
 * The same types serve the text of elements, attributes and JSON. */
#ifndef FEEDMILL_VALIDATE_TYPES_TYPE_H
#define FEEDMILL_VALIDATE_TYPES_TYPE_H

#include "validate/reading/document.h"

/* A value and where it is. */
struct subject {
	struct document *document;
	const struct type *type;
	str element;           /* as written: "atom:link"; or the path of a
	                        * JSON value: "items[2].url" */
	str attribute;         /* empty: the text of the element */
	str value;             /* without white space around it */
	size_t from;           /* byte of the document where it begins, */
	size_t skipped;        /* and the white space in front of it */
	const char *reference; /* the specification, for codes without one */
	bool is_rss2;          /* it is in RSS 2.0 */
	bool has_base;         /* xml:base resolves relative references */
};

enum {
	TYPE_FILLED = 1 << 0,   /* an empty value is reported as blank */
	TYPE_TIGHT = 1 << 1,    /* white space around it is reported */
	TYPE_LOOSE = 1 << 2,    /* white space around it is part of it */
	TYPE_OPTIONAL = 1 << 3, /* it may be empty */
	/* Of URIs: */
	TYPE_ABSOLUTE = 1 << 4, /* with a scheme */
	TYPE_IRI = 1 << 5,      /* characters beyond ASCII are allowed */
	TYPE_WEB = 1 << 6,      /* http or https */
	TYPE_STABLE = 1 << 7,   /* readers compare it byte by byte */
	/* Of words: */
	TYPE_ANY_CASE = 1 << 8,
	/* Of text: */
	TYPE_PLAIN = 1 << 9,    /* it should not look like HTML */
	/* Of dates: */
	TYPE_ANY_DATE = 1 << 10, /* before 1970 and in the future, too */
};

struct type {
	void (*check)(const struct subject *s); /* NULL: none */
	const char *expects;  /* "a number above 0", for messages */
	diag_code code;  /* of type_misfit */
	const char *values;   /* "|yes|no|" */
	long least, most;     /* of numbers and lengths */
	unsigned flags;
};

/* Judges a value, white space around it included; sets s->value. */
void type_check(struct subject *s, str written);

/* Reports a fault at byte `at` of the value: "<updated> '2024-13-01'" and the
 * formatted words. */
void type_fault(const struct subject *s, diag_code code, size_t at,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));
/* The same without the value: "<summary>" and the words. */
void type_remark(const struct subject *s, diag_code code, size_t at,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));
/* Reports that the value is not what the type expects. */
void type_misfit(const struct subject *s);

/* Whether a text has only ASCII letters, digits and the characters `also`. */
bool type_has_only(str s, const char *also);
/* Whether a text is an addr-spec of RFC 822, section 6, without quotes and
 * literal addresses, which are not in use. */
bool type_is_email(str s);
/* Whether `word` is one of the words of "|a|b|". */
bool type_has_word(const char *values, str word, bool any_case);

#endif
