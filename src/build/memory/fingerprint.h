/* SPDX-License-Identifier: MIT
 * fingerprint: all that what is known of an earlier run depends on, besides
 * posts and time: the program and its libraries, the config, the files that
 * tell about posts without being posts. */
#ifndef FEEDMILL_BUILD_MEMORY_FINGERPRINT_H
#define FEEDMILL_BUILD_MEMORY_FINGERPRINT_H

#include "build/site/site.h"

/* Of a site whose config was read and whose files were found. *settled is
 * false where one of these files may still change without a trace. */
struct digest fingerprint_of(const struct site *s,
    const struct site_options *o, str folder, bool *settled);

#endif
