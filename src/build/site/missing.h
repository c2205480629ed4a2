/* SPDX-License-Identifier: MIT
 * missing: libraries that a run needed and did not find. */
#ifndef FEEDMILL_BUILD_SITE_MISSING_H
#define FEEDMILL_BUILD_SITE_MISSING_H

#include "base/core/diag.h"

/* Reports each library that this process needed so far and could not load.
 * True: there is one. Addresses that were made without ICU lack characters, and
 * documents that libxml2 did not judge may be broken: then the run must not
 * publish. The feeds of the last run stay, which readers notice least. */
bool missing_report(struct diags *diags);

#endif
