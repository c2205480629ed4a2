/* SPDX-License-Identifier: MIT
 * history: finds when the files of posts were last committed
 * (posts.updated). */
#ifndef FEEDMILL_BUILD_SITE_HISTORY_H
#define FEEDMILL_BUILD_SITE_HISTORY_H

#include <stdbool.h>

struct site;

/* Sets `committed` of the files of the site if posts.updated is git. False:
 * there is no history, which is reported. */
bool history_read(struct site *s);
/* Sets `committed` and `added` of the files whose posts have needs_history.
 * False as above. */
bool history_read_wanted(struct site *s);

#endif
