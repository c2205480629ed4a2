/* SPDX-License-Identifier: MIT
 * judging: documents of validate, each judged within a budget of time and
 * memory. */
#ifndef FEEDMILL_CLI_JUDGING_H
#define FEEDMILL_CLI_JUDGING_H

#include "validate/engine/validate.h"

struct options;

/* What a document may take. */
enum { JUDGING_SECONDS = 2, JUDGING_MEGABYTES = 256 };

struct judging;

/* `threads` may judge at once. For all calls of `o` holds one `now`, and one
 * list of ignored codes. Never NULL. */
struct judging *judging_open(const struct options *o, size_t threads);
/* For struct validate_judge. Reports a document that takes more than its
 * budget, or on which the judge crashes. */
bool judging_do(void *judging, size_t thread, str bytes, str name,
    const struct validate_options *o, struct validate_result *result,
    struct diags *diags);
void judging_close(struct judging *j);

#endif
