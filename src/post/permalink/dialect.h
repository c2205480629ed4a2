/* SPDX-License-Identifier: MIT
 * dialect: where generators disagree about what front matter means. */
#ifndef FEEDMILL_POST_PERMALINK_DIALECT_H
#define FEEDMILL_POST_PERMALINK_DIALECT_H

#include "base/text/slug.h"
#include "config/config.h"

/* How one text under a plural key ("tags: a b") becomes terms. */
enum split {
	SPLIT_NONE,
	SPLIT_SPACE,
	SPLIT_COMMA,
	SPLIT_SEMICOLON, /* or comma, where there is none */
};

/* Where a page has its footnotes: patterns of {name}, {lower}, which is that in
 * lower case, and {number}; for the n-th reference to one also of {n} and
 * {before}, which is one less. "": nowhere. */
struct footnote_anchors {
	const char *note;
	const char *ref;   /* the first reference */
	const char *again; /* further ones */
};

struct dialect_rules {
	const char *permalink;   /* the default pattern */
	const char *collection_permalink; /* in posts.collections; or NULL: as
	                          * of any post */
	const char *content;     /* the folder that addresses begin below; ""
	                          * for the config's own, NULL for the one in
	                          * posts.folders */
	const char *url_key;     /* one more key for the address, or NULL */
	const char *term_page;   /* where the site lists a term; "": nowhere */
	struct footnote_anchors footnotes;
	const char *not_terms;   /* tags that only sort pages, by blanks */
	enum split split;
	enum slug_style title;   /* of :title made from a title */
	enum slug_style name;    /* of a file name in an address */
	enum slug_style slug;    /* of a `slug` that front matter gives */
	enum slug_style section; /* of a folder in an address */
	enum slug_style term;    /* of a term */
	bool singular_wins;      /* `tag` hides `tags` */
	bool folders_are_categories; /* those above _posts */
	bool folder_is_category; /* the one that the post is in, where it
	                          * names none */
	bool site_time;          /* permalinks show the date in the site's zone,
	                          * not as it was written */
	bool title_words;        /* a title made of a file name begins each
	                          * word with a capital */
	bool title_has_folders;  /* :title is a path below posts.folders */
	bool title_is_name;      /* :title means the file name, not the title */
	bool slug_is_title;      /* :slug falls back to the title, not the file
	                          * name */
	bool plain_names;        /* :name is the whole file name, and index.md
	                          * no name of its folder */
	bool names_folder;       /* a/a.md is the page of a/, as a/index.md
	                          * is */
	bool keeps_date;         /* the file name's date is part of its name */
};

const struct dialect_rules *dialect_get(const struct config *c);
/* The style of the dialect, or the one that posts.slugs or feeds.slugs, which
 * is an enum slugs, has in its place. */
enum slug_style dialect_style(enum slug_style style, long slugs);

#endif
