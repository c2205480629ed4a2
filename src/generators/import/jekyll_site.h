/* SPDX-License-Identifier: MIT
 * jekyll_site: a Jekyll site that is being imported, or an Octopress site, which
 * is one too. */
#ifndef FEEDMILL_GENERATORS_IMPORT_JEKYLL_SITE_H
#define FEEDMILL_GENERATORS_IMPORT_JEKYLL_SITE_H

#include "generators/import/import_site.h"

/* A collection whose documents are pages, and whose folder is there. */
struct jekyll_collection {
	str name;
	str folder;               /* relative to the site */
	struct jekyll_collection *next;
};

struct jekyll {
	struct import_site *site;
	const char *name;         /* "_config.yml" */
	const struct value *doc;  /* NULL: there is none */
	str source;               /* the folder of the site: "", "source" */
	str dir;                  /* what _posts and collections are in */
	struct jekyll_collection *collections; /* without that of posts */
};

/* The names of the config, by blanks. */
extern const char jekyll_config_names[];
/* Reads the config, if there is one. */
struct jekyll jekyll_open(struct import_site *s);

/* Each sets the keys of one kind. `base` is the config's key for the site's
 * folder on its host; `usual` is what the generator takes for granted, and
 * `owner` says so. */
void jekyll_read_site(struct jekyll *j, const char *base);
void jekyll_read_posts(struct jekyll *j);
void jekyll_read_permalink(struct jekyll *j, str usual);
void jekyll_read_id(struct jekyll *j);
void jekyll_read_folder(struct jekyll *j, str usual, str owner);

/* Sets a key from a path of the config. True if it is there. */
bool jekyll_take(struct jekyll *j, const char *key, const char *path);
/* "_config.yml: PATH". */
str jekyll_from(struct jekyll *j, const char *path);

/* Reads `collections`, and sets posts.collections. */
void jekyll_read_collections(struct jekyll *j);
/* The value that `defaults` have for all documents of a type, or NULL. */
const struct value *jekyll_default(struct jekyll *j, str type,
    const char *key);
/* Sets posts.defaults to those of posts and collections. */
void jekyll_read_defaults(struct jekyll *j);

/* Adds the feed that the site has a template of, with its limit. False: it
 * has none. */
bool jekyll_read_template(struct jekyll *j);
/* Keeps collections out of the feeds that were added: there are posts only in
 * the main one and in those of terms. */
void jekyll_keep_posts(struct jekyll *j);
/* Adds all feeds of a site, those of jekyll-feed included. */
void jekyll_read_feeds(struct jekyll *j);

#endif
