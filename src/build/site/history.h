/* SPDX-License-Identifier: MIT
 * history: when the files of posts were last committed, for posts.updated. */
#ifndef FEEDMILL_BUILD_SITE_HISTORY_H
#define FEEDMILL_BUILD_SITE_HISTORY_H

#include <stdbool.h>

struct site;

/* Sets `committed` of the files of the site, where the config asks for it. False:
 * there is no history, which is reported. */
bool history_read(struct site *s);

#endif
