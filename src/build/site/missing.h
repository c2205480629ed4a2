/* SPDX-License-Identifier: MIT
 * missing: libraries that a run needed and did not find. */
#ifndef FEEDMILL_BUILD_SITE_MISSING_H
#define FEEDMILL_BUILD_SITE_MISSING_H

#include "base/core/diag.h"

/* Reports each library that this process needed and could not load. True: at
 * least one is missing, so the run must not publish: addresses made without ICU
 * lack characters, and documents that libxml2 did not judge may be broken.
 * Readers notice least if the feeds of the last run stay. */
bool missing_report(struct diags *diags);

#endif
