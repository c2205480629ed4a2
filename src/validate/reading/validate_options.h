/* SPDX-License-Identifier: MIT
 * validate_options: how a document is judged, and what comes of it. */
#ifndef FEEDMILL_VALIDATE_READING_VALIDATE_OPTIONS_H
#define FEEDMILL_VALIDATE_READING_VALIDATE_OPTIONS_H

#include "base/core/diag.h"
#include "base/time/datetime.h"

struct validate_options;
struct validate_result;

/* Judges documents elsewhere: in a process of its own, say. `run` gets what
 * validate_document does, with `ctx` and `thread` before it. */
struct validate_judge {
	bool (*run)(void *ctx, size_t thread, str bytes, str name,
	    const struct validate_options *o, struct validate_result *result,
	    struct diags *diags);
	void *ctx;
	size_t thread;
};

struct validate_options {
	instant now;           /* later dates are reported; 0: none are */
	const diag_code *ignored; /* codes of findings that are left out */
	size_t n_ignored;
	str location;          /* the URL it was fetched from; or empty */
	str final_location;    /* the URL that redirects led to; or empty */
	str charset;           /* of its Content-Type; or empty */
	long seconds;          /* for fetching; 0: VALIDATE_SECONDS */
	bool may_be_other;     /* a document that is no feed is a note, not an
	                        * error: it was found in a folder */
	const struct validate_judge *judge; /* NULL: the calling thread */
};

struct validate_result {
	const char *format; /* "Atom 1.0"; NULL: it is no feed */
	size_t entries;     /* entries, items or outlines */
};

/* Whether findings of a code are left out. */
static inline bool
validate_ignores(const struct validate_options *o, diag_code code)
{
	for (size_t i = 0; i < o->n_ignored; i++)
		if (o->ignored[i] == code)
			return true;
	return false;
}

#endif
