/* SPDX-License-Identifier: MIT
 * fingerprint: a digest of what the state of an earlier run depends on: the
 * program and its libraries, the config, and files that posts take values
 * from. */
#ifndef FEEDMILL_BUILD_MEMORY_FINGERPRINT_H
#define FEEDMILL_BUILD_MEMORY_FINGERPRINT_H

#include "build/site/site.h"

/* The fingerprint of a site whose config was read and whose files were found.
 * Sets *settled to false if one of these files may still change without a new
 * stamp. */
struct digest fingerprint_of(const struct site *s,
    const struct site_options *o, str folder, bool *settled);

#endif
