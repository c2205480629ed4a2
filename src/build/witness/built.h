/* SPDX-License-Identifier: MIT
 * built: the pages that the site's generator made, as a witness of what its
 * addresses are. */
#ifndef FEEDMILL_BUILD_WITNESS_BUILT_H
#define FEEDMILL_BUILD_WITNESS_BUILT_H

#include "base/core/file.h"
#include "config/config.h"

struct built {
	const struct config *config;
	str folder;         /* relative to the config's folder; "" for that */
	str root;           /* the same, to open */
	str site;           /* the URL that the folder is served as */
	struct stamp stamp; /* of the home page; zero: it has none */
	bool is_strict;     /* posts.slash is a guess, and no witness of where
	                     * pages are */
	struct arena arena;
	struct buf sitemap; /* read when it is needed */
	bool has_sitemap;
	struct arena scratch;
};

/* What is at an address. */
enum built_page {
	BUILT_NONE,   /* nothing */
	BUILT_MOVED,  /* a page that only leads to another */
	BUILT_SLASH,  /* a page, but at the address with a slash at its end */
	BUILT_PAGE
};

/* Opens the folder, relative to that of the config, which must outlive it.
 * False: there is no such folder. Must be closed either way. */
bool built_open(struct built *b, const struct config *c, str folder);
void built_close(struct built *b);
/* Whether there is any page in the folder, and whether there is one in a folder
 * below it. Of b only the root is used. */
bool built_has_pages(const struct built *b);
bool built_has_folders(const struct built *b);
/* The names of the folders in it that are not hidden, in order. */
struct strs built_folders(const struct built *b, struct arena *a);

/* Whether an address is below that of the site: others are not looked up. */
bool built_covers(struct built *b, str url);
/* Looks up an address. *path: the file below the folder, in `a`; empty: there
 * is none. */
enum built_page built_find(struct built *b, str url, str *path,
    struct arena *a);
/* Whether a page below the folder only leads to another (meta refresh). */
bool built_is_moved(const struct built *b, str path);
/* Whether sitemap.xml has an address. */
bool built_has_listed(struct built *b, str url);
/* The address that the page itself names as its own (rel=canonical), resolved;
 * or empty. In `a`. */
str built_canonical(const struct built *b, str path, str url,
    struct arena *a);

#endif
