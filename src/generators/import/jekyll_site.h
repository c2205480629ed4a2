/* SPDX-License-Identifier: MIT
 * jekyll_site: an imported Jekyll or Octopress site. */
#ifndef FEEDMILL_GENERATORS_IMPORT_JEKYLL_SITE_H
#define FEEDMILL_GENERATORS_IMPORT_JEKYLL_SITE_H

#include "generators/import/import_config.h"

/* A collection with pages and a folder. */
struct jekyll_collection {
	str name;
	str folder;               /* relative to the site */
	struct jekyll_collection *next;
};

struct jekyll {
	struct import_site *site;
	struct import_config config;
	str source;               /* the folder of the site: "", "source" */
	str dir;                  /* holds _posts and collections */
	struct jekyll_collection *collections; /* without `posts` */
};

/* The names of the config, separated by blanks. */
extern const char jekyll_config_names[];
/* Reads the config, if it exists. */
struct jekyll jekyll_open(struct import_site *s);

/* Each sets the keys of one section. `base`: the config's key for the site's
 * folder on its host; `usual`: the generator's default. */
void jekyll_read_site(struct jekyll *j, const char *base);
void jekyll_read_posts(struct jekyll *j);
void jekyll_read_permalink(struct jekyll *j, str usual);

/* Sets site.values: the keys of the config that posts output. */
void jekyll_read_values(struct jekyll *j);
/* Sets posts.slugs by the major version of Jekyll in Gemfile.lock; if it has
 * none, by `usual`. */
void jekyll_read_slugs(struct jekyll *j, int usual);

/* Reads `collections`, and sets posts.collections. */
void jekyll_read_collections(struct jekyll *j);
/* The default in `defaults` for all documents of a type, or NULL. */
const struct value *jekyll_default(struct jekyll *j, str type,
    const char *key);
/* Sets posts.exclude from `exclude`. Set the folders first. */
void jekyll_read_exclude(struct jekyll *j);
/* Sets posts.defaults from `defaults`. */
void jekyll_read_defaults(struct jekyll *j);

/* Adds the feeds of the site's own templates (jekyll_template.c). False: there
 * are none. */
bool jekyll_read_templates(struct jekyll *j);
/* Sets posts.id to the ids of the site's own template, else to those of
 * jekyll-feed. */
void jekyll_read_id(struct jekyll *j);
/* Limits the added feeds to posts: Jekyll has no other collections in the main
 * feed and in feeds of terms. */
void jekyll_keep_posts(struct jekyll *j);
/* Adds all feeds of a site. */
void jekyll_read_feeds(struct jekyll *j);

#endif
