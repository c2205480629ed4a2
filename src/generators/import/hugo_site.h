/* SPDX-License-Identifier: MIT
 * hugo_site: an imported Hugo site. */
#ifndef FEEDMILL_GENERATORS_IMPORT_HUGO_SITE_H
#define FEEDMILL_GENERATORS_IMPORT_HUGO_SITE_H

#include "generators/import/import_config.h"

struct hugo {
	struct import_site *site;
	struct import_config config;
	str language; /* of the config: "en" */
	str base;     /* the language's path on the site: "", "en/" */
	str rss;      /* file name of feeds: "index.xml" */
};

/* Puts before each path (they are separated by blanks) the same path below the
 * default language, which has priority. */
const char *hugo_paths(const struct hugo *h, const char *paths);
/* import_get, import_take and import_flag with these paths. */
struct import_value hugo_get(const struct hugo *h, const char *path);
bool hugo_take(const struct hugo *h, const char *key, const char *paths);
bool hugo_flag(const struct hugo *h, const char *path);
/* Whether a member of `languages` is turned off. */
bool hugo_is_disabled(const struct value *language);

/* The folder that holds the posts of a language: its contentDir, or the one
 * that module.mounts gives it. Empty: it has no folder of its own. */
str hugo_language_folder(const struct hugo *h, const struct value *language);
/* Sets the keys below `posts`. */
void hugo_read_posts(const struct hugo *h);

#endif
