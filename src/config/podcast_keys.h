/* SPDX-License-Identifier: MIT
 * podcast_keys: what directories ask of podcasts, of what the config says. */
#ifndef FEEDMILL_CONFIG_PODCAST_KEYS_H
#define FEEDMILL_CONFIG_PODCAST_KEYS_H

#include "config/config.h"

/* The pixels that Apple wants the sides of a cover to have. */
enum { PODCAST_LEAST_SIDE = 1400, PODCAST_MOST_SIDE = 3000 };

/* Decides which feeds are podcasts, where the config leaves it open. */
void podcast_keys_finish_feeds(struct config *c, struct diags *diags);
/* Checks the keys below `podcast`, and fills in what they leave out; all
 * addresses of the config must be absolute by then. */
void podcast_keys_finish(struct config *c, struct arena *a,
    struct diags *diags);

/* What is wrong with the file of a cover, or NULL. Where it can be read at all,
 * what it is is appended to `found`, for messages: "1000x1000". */
const char *podcast_keys_check_image(const char *path, struct buf *found);

#endif
