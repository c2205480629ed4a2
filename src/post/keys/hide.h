/* SPDX-License-Identifier: MIT
 * hide: front matter that keeps a post out of feeds, by the keys that
 * generators, themes and plug-ins have for it. */
#ifndef FEEDMILL_POST_KEYS_HIDE_H
#define FEEDMILL_POST_KEYS_HIDE_H

#include "base/data/value.h"

struct config;

enum hide_kind {
	HIDE_NOT,
	HIDE_UNLISTED, /* the site shows it, but lists it nowhere */
	HIDE_LOCKED,   /* the site shows it to some only: a feed would give
	                * it to all */
};

/* Whether a post is to stay out of feeds. *by: the value that says so. Keys
 * match in any case, and without '-', '_' and blanks. */
enum hide_kind hide_find(const struct value *front, const struct value **by);
/* The value that posts.hide names, or NULL. */
const struct value *hide_by_config(const struct config *c,
    const struct value *front);

#endif
