/* SPDX-License-Identifier: MIT
 * document: what is judged, and where in it the findings are. */
#ifndef FEEDMILL_VALIDATE_READING_DOCUMENT_H
#define FEEDMILL_VALIDATE_READING_DOCUMENT_H

#include "validate/reading/validate_options.h"

/* How many findings of a code there were, those left out included. */
struct tally {
	diag_code code;
	unsigned count;
	struct tally *next;
};

struct document {
	str name;                /* of the file, for findings */
	str text;                /* all of it, UTF-8, no byte order mark */
	bool is_json;            /* how its strings are escaped */
	bool has_mark;           /* it began with a byte order mark */
	bool is_unread;          /* XML, and libxml2 is missing */
	bool is_converted;       /* it was not UTF-8 */
	const struct validate_options *options;
	struct validate_result *result;
	struct diags *diags;
	struct arena arena;      /* what lives as long as the judging */
	struct arena scratch;    /* what lives until the next report */
	size_t at;               /* the place that was counted last, */
	struct mark mark;        /* its line and column; line 0: none yet, */
	size_t line_start;       /* and where its line begins */
	struct tally *tallies;   /* in the order of the first findings */
	struct diag *before;     /* the last report of something else */
};

/* Reports a finding at a byte of the text. `reference` is what says so, where
 * the code itself does not, or NULL. Of one code, only the first hundred are
 * reported. */
void document_report(struct document *d, diag_code code, size_t offset,
    const char *reference, const char *fmt, ...)
    __attribute__((format(printf, 5, 6)));
/* Whether one more finding of the code would be reported; where not, it is
 * counted. For callers to whom the place is much work. */
bool document_wants(struct document *d, diag_code code);
/* Counts a finding that the caller then adds to `diags`, if this is true. */
bool document_count(struct document *d, diag_code code);
/* The same as document_report without a place. */
void document_report_whole(struct document *d, diag_code code,
    const char *fmt, ...) __attribute__((format(printf, 3, 4)));
/* Puts the findings in the order of their places, says how many were left out,
 * and gives back all memory. */
void document_end(struct document *d);

/* A value as messages quote it: on one line, and not too long. Alive until
 * the next report. */
str document_quote(struct document *d, str value);

/* Where in the text a byte of a value is written: `from` is where the value
 * begins, `n` the bytes before it once references and escapes are decoded. */
size_t document_raw_offset(const struct document *d, size_t from, size_t n);

#endif
