/* SPDX-License-Identifier: MIT
 * document: the text that is judged, and the findings in it. */
#ifndef FEEDMILL_VALIDATE_READING_DOCUMENT_H
#define FEEDMILL_VALIDATE_READING_DOCUMENT_H

#include "validate/reading/validate_options.h"

struct document {
	str name;                /* of the file, for findings */
	str text;                /* all of it, UTF-8, no byte order mark */
	bool is_json;            /* strings are escaped with backslashes */
	bool has_mark;           /* the bytes began with a byte order mark */
	bool is_unread;          /* XML, and libxml2 is missing */
	bool is_converted;       /* the bytes were not UTF-8 */
	const struct validate_options *options;
	struct validate_result *result;
	struct diags *diags;
	struct arena arena;      /* freed by document_end */
	struct arena scratch;    /* reset by every report */
	size_t at;               /* byte of the last report, */
	struct mark mark;        /* its line and column; line 0: none yet, */
	size_t line_start;       /* and the byte where its line begins */
	struct diag_tally *tallies; /* those not reported included */
	struct diag *before;     /* the last in diags that is not ours */
};

/* Reports a finding at a byte of the text; STR_NONE: it has no place.
 * `reference` is the specification,
 * for codes that have none of their own; or NULL. Of one code, only the first
 * hundred are reported. */
void document_report(struct document *d, diag_code code, size_t offset,
    const char *reference, const char *fmt, ...)
    __attribute__((format(printf, 5, 6)));
/* Whether another finding of the code would be reported. If not, it is
 * counted. Ask first where finding the place is expensive. */
bool document_wants(struct document *d, diag_code code);
/* Counts a finding that the caller then adds to `diags`, if this is true. */
bool document_count(struct document *d, diag_code code);

struct finding {
	diag_code code;
	size_t at;             /* byte of the text */
	const char *reference; /* as for document_report */
};
/* Reports a finding about a part of the document, which the message begins
 * with: "<link> has no href". */
void document_report_part(struct document *d, const struct finding *g,
    str part, const char *fmt, va_list ap);

/* Sorts the findings by place, reports how many were left out, and frees the
 * memory. */
void document_end(struct document *d);

/* A value as messages quote it: on one line, at most 80 bytes. Valid until
 * the next report. */
str document_quote(struct document *d, str value);
/* The message's hint at the name that is meant, such as ", did you mean
 * 'rel'?" with quotes "''"; empty, if none of `names` is near. Valid until the
 * next report. */
str document_hint(struct document *d, str name, const char *const *names,
    size_t n, const char *quotes);

/* The byte of the text where byte `n` of a decoded value is written; the value
 * begins at byte `from`. */
size_t document_raw_offset(const struct document *d, size_t from, size_t n);

#endif
