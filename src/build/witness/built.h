/* SPDX-License-Identifier: MIT
 * built: looks up addresses among the pages that the site's generator made. */
#ifndef FEEDMILL_BUILD_WITNESS_BUILT_H
#define FEEDMILL_BUILD_WITNESS_BUILT_H

#include "base/core/file.h"
#include "config/config.h"

struct built {
	const struct config *config;
	str folder;         /* relative to the config's folder; "": the same */
	str root;           /* the path to open it by */
	str site;           /* the URL that the folder is served as */
	struct stamp stamp; /* of the home page; zero: it has none */
	bool is_strict;     /* posts.slash is only being tried: it must not
	                     * decide whether a page fits */
	struct arena arena;
	struct buf sitemap; /* read when it is first needed */
	bool has_sitemap;
	struct arena scratch;
	int error;          /* of the last page that the system could not tell
	                     * of; 0: none */
};

/* The page at an address. */
enum built_page {
	BUILT_NONE,   /* no page */
	BUILT_MOVED,  /* a page that only redirects to another */
	BUILT_SLASH,  /* a page, but its address has a slash at its end */
	BUILT_PAGE
};

/* Opens a folder, relative to that of the config `c`, which must outlive `b`.
 * False: there is no such folder. Must be closed either way. */
bool built_open(struct built *b, const struct config *c, str folder);
void built_close(struct built *b);
/* Whether the folder has a page, at any depth; and whether one of its folders
 * has. Of `b` only the root is used. */
bool built_has_pages(const struct built *b);
bool built_has_folders(const struct built *b);
/* The names of the folders in it, sorted, without hidden ones and
 * node_modules. */
struct strs built_folders(const struct built *b, struct arena *a);

/* Whether an address is below the one that the folder is served as: others are
 * not looked up. */
bool built_covers(struct built *b, str url);
/* Looks up the page at an address. *path becomes its path below the folder, in
 * `a`; empty: there is none. */
enum built_page built_find(struct built *b, str url, str *path,
    struct arena *a);
/* Whether the page at this path only redirects to another (meta refresh). */
bool built_is_moved(const struct built *b, str path);
/* Whether sitemap.xml has an address. */
bool built_has_listed(struct built *b, str url);
/* The address that a page names as its own (rel=canonical), resolved, in `a`;
 * or empty. */
str built_canonical(const struct built *b, str path, str url,
    struct arena *a);

#endif
