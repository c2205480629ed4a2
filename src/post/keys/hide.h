/* SPDX-License-Identifier: MIT
 * hide: front matter that keeps a post out of feeds, under the keys that
 * generators, themes and plug-ins use. */
#ifndef FEEDMILL_POST_KEYS_HIDE_H
#define FEEDMILL_POST_KEYS_HIDE_H

#include "base/data/value.h"

struct config;

enum hide_kind {
	HIDE_NOT,
	HIDE_UNLISTED, /* the site shows it, but lists it nowhere */
	HIDE_LOCKED,   /* the site shows it only to some readers, but feeds
	                * are public */
};

/* Whether front matter keeps a post out of feeds. *by: the value that does so,
 * or NULL. Keys match in any case, and without '-', '_' and blanks. */
enum hide_kind hide_find(const struct value *front, const struct value **by);
/* The value in front matter that matches posts.hide, or NULL. */
const struct value *hide_by_config(const struct config *c,
    const struct value *front);

#endif
