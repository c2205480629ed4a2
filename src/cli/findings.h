/* SPDX-License-Identifier: MIT
 * findings: what validate found, for people and for other programs. */
#ifndef FEEDMILL_CLI_FINDINGS_H
#define FEEDMILL_CLI_FINDINGS_H

#include "validate/engine/validate.h"

/* One document and what was found in it. */
struct judged {
	str name;             /* as it was named */
	struct validate_result result;
	struct diags diags;
	bool is_failed;       /* it could not be read: no judgement */
	bool is_other;        /* found in a folder, and no feed */
};

struct options;

/* A way to print. The rows are in findings.c. */
struct findings_format {
	const char *name;
	/* Appends everything; NULL: the caller prints diags as always. */
	void (*write)(struct buf *out, const struct judged *list, size_t n,
	    const struct options *o);
};

/* The format of that name, or NULL. */
const struct findings_format *findings_format(str name);

/* "feed.xml: Atom 1.0, 20 entries: valid", a line each. */
void findings_write_summary(struct buf *out, const struct judged *j,
    const struct options *o);

/* Whether a document is valid; under --strict warnings count. */
bool findings_is_valid(const struct judged *j, const struct options *o);

/* Appends the long text on a code. */
void findings_explain(struct buf *out, diag_code code);

#endif
