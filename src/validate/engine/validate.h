/* SPDX-License-Identifier: MIT
 * validate: the judge of feeds.
 *
 * A document is bytes from anywhere. What is wrong with it is reported as
 * struct diag with a code of feed_rules.h: an error breaks the specification,
 * a warning breaks readers, a note could be better. */
#ifndef FEEDMILL_VALIDATE_ENGINE_VALIDATE_H
#define FEEDMILL_VALIDATE_ENGINE_VALIDATE_H

#include "base/time/datetime.h"
#include "base/core/diag.h"

struct validate_options {
	instant now;           /* for dates to come; 0: there are none */
	const bool *ignored;   /* by code, DIAG_COUNT of them; or NULL */
	str location;          /* where it was fetched from, */
	str final_location;    /* and where redirects led to; or empty */
	str charset;           /* that HTTP gave it; or empty */
	long seconds;          /* for fetching; 0: VALIDATE_SECONDS */
	bool may_be_other;     /* it was found in a folder: what is no feed
	                        * is a note, and not an error */
};

struct validate_result {
	const char *format; /* "Atom 1.0"; NULL: it is no feed */
	size_t entries;     /* entries, items or outlines */
};

enum {
	VALIDATE_MOST = 64 << 20, /* bytes of a document */
	VALIDATE_SECONDS = 30,
};

/* Judges a document. `name` is what findings call its file. Any number of
 * threads may do so at once, each with diags of its own. */
void validate_document(str bytes, str name, const struct validate_options *o,
    struct validate_result *result, struct diags *diags);

/* Fetches a document by http or https and judges it, and how it was sent; in
 * remote.c. False: it could not be fetched, which is reported. */
bool validate_url(const char *url, const struct validate_options *o,
    struct validate_result *result, struct diags *diags);

#endif
