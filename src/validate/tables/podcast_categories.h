/* SPDX-License-Identifier: MIT
 * podcast_categories: Apple's podcast categories. */
#ifndef FEEDMILL_VALIDATE_TABLES_PODCAST_CATEGORIES_H
#define FEEDMILL_VALIDATE_TABLES_PODCAST_CATEGORIES_H

#include "base/core/str.h"

enum { MOST_SUBCATEGORIES = 16, PODCAST_MOST_NAMES = 24 };

struct podcast_category {
	const char *name;
	const char *subs[MOST_SUBCATEGORIES]; /* NULL past the last */
};

extern const struct podcast_category podcast_categories[];
extern const size_t podcast_category_count;

/* A category by its name in any case, or NULL. */
const struct podcast_category *podcast_category_find(str name);
/* The spelling of a subcategory in the list, or NULL. */
const char *podcast_subcategory_find(const struct podcast_category *c,
    str name);

/* Their names, for messages. Returns how many. */
size_t podcast_category_names(const char *names[PODCAST_MOST_NAMES]);
size_t podcast_subcategory_names(const struct podcast_category *c,
    const char *names[PODCAST_MOST_NAMES]);

#endif
