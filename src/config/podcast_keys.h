/* SPDX-License-Identifier: MIT
 * podcast_keys: checks the podcast keys as directories require. */
#ifndef FEEDMILL_CONFIG_PODCAST_KEYS_H
#define FEEDMILL_CONFIG_PODCAST_KEYS_H

#include "config/config.h"

/* The width and height of a cover in pixels, by Apple. */
enum { PODCAST_LEAST_SIDE = 1400, PODCAST_MOST_SIDE = 3000 };

/* Decides which feeds are podcasts if the config does not say. */
void podcast_keys_finish_feeds(struct config *c, struct diags *diags);
/* Checks the keys below `podcast` and fills in defaults. All addresses of the
 * config must be absolute. */
void podcast_keys_finish(struct config *c, struct arena *a,
    struct diags *diags);

/* The error in the image file of a cover, or NULL. Appends the type or size of
 * the image to `found` for messages, if it can be read. */
const char *podcast_keys_check_image(const char *path, struct buf *found);

#endif
