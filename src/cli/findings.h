/* SPDX-License-Identifier: MIT
 * findings: the findings of validate, in the formats that it prints. */
#ifndef FEEDMILL_CLI_FINDINGS_H
#define FEEDMILL_CLI_FINDINGS_H

#include "validate/engine/validate.h"

/* One document and its findings. */
struct judged {
	str name;             /* as it was typed */
	struct validate_result result;
	struct diags diags;
	bool is_failed;       /* it could not be read */
	bool is_other;        /* it was found in a folder and is no feed */
};

struct options;

/* A format of --format. The rows are in findings.c. */
struct findings_format {
	const char *name;
	/* Appends all findings; NULL: the caller prints them as messages. */
	void (*write)(struct buf *out, const struct judged *list, size_t n,
	    const struct options *o);
};

/* The format of that name, or NULL. */
const struct findings_format *findings_format(str name);

/* Appends a line such as "feed.xml: Atom 1.0, 20 entries: valid". */
void findings_write_summary(struct buf *out, const struct judged *j,
    const struct options *o);

/* Whether a document is valid; warnings count with --strict. */
bool findings_is_valid(const struct judged *j, const struct options *o);

/* Appends what --explain prints. */
void findings_explain(struct buf *out, diag_code code);

#endif
