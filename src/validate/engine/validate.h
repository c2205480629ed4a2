/* SPDX-License-Identifier: MIT
 * validate: judges a feed, given as bytes or by its URL.
 *
 * A finding is a struct diag with a code of feed_rules.h: an error breaks the
 * specification, a warning breaks readers, a note could be better. */
#ifndef FEEDMILL_VALIDATE_ENGINE_VALIDATE_H
#define FEEDMILL_VALIDATE_ENGINE_VALIDATE_H

#include "validate/reading/validate_options.h"

enum {
	VALIDATE_MOST = 64 << 20, /* bytes of a document */
	VALIDATE_SECONDS = 30,
};

/* Judges a document. `name` is the file that findings name. Threads may call
 * it at the same time, each with its own diags. False: it could not be judged,
 * because libxml2 is missing, which is reported. */
bool validate_document(str bytes, str name, const struct validate_options *o,
    struct validate_result *result, struct diags *diags);

/* Reports a finding about a document as a whole, unless its code is ignored. */
void validate_report(const struct validate_options *o, str name,
    struct diags *diags, diag_code code, const char *fmt, ...)
    __attribute__((format(printf, 5, 6)));

/* remote.c: fetches a document by http or https, judges it and how the server
 * sends it. False: it could not be fetched or judged, which is reported. */
bool validate_url(const char *url, const struct validate_options *o,
    struct validate_result *result, struct diags *diags);

#endif
