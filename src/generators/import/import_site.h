/* SPDX-License-Identifier: MIT
 * import_site: the files of an imported site, and the keys read from them. */
#ifndef FEEDMILL_GENERATORS_IMPORT_IMPORT_SITE_H
#define FEEDMILL_GENERATORS_IMPORT_IMPORT_SITE_H

#include "generators/import/import.h"

/* The formats of feeds that generators write. */
enum { IMPORT_ATOM, IMPORT_RSS, IMPORT_JSON, IMPORT_FORMATS };

struct import_site {
	struct arena *arena;
	struct diags *diags;
	str dir;                 /* its folder; "" for the current one */
	struct import *import;   /* the result so far */
	import_takes *takes;     /* checks values */
	struct import_doc *docs; /* parsed files */
	struct import_feed *feeds;
	struct import_extra *extras;
	bool uses[IMPORT_FORMATS]; /* one of the feeds has that format */
};

/* The main feed of the site, or the feeds of a taxonomy. */
struct import_feed {
	str taxonomy;             /* the front matter key; empty: main feed */
	str path[IMPORT_FORMATS]; /* below the output folder; or empty */
	str also[IMPORT_FORMATS]; /* a second path of the same feed, or empty */
	const char *title;        /* pattern, or NULL */
	const char *where;        /* query, or NULL: all posts */
	const char *limit;        /* or NULL: feeds.limit */
	str url;                  /* of a term's page, or empty */
	str from;
	struct import_feed *next;
};

/* A feed of the posts that match a query. */
struct import_extra {
	int format;
	str path;                 /* below the output folder */
	str title;                /* pattern */
	str where;
	str from;
	struct import_extra *next;
};

/* ---- files ---- */

/* Whether there is a file, or a folder, of that name. */
bool import_has_file(const struct import_site *s, const char *name);
bool import_has_folder(const struct import_site *s, const char *name);
/* The first of the names (separated by blanks) that is a file in `parent`; or
 * NULL. */
const char *import_first_file(struct import_site *s, str parent,
    const char *names);
/* The same for folders; or empty. */
str import_first_folder(struct import_site *s, str parent, const char *names);
/* The paths of what is in a folder, in order; without node_modules and names
 * that begin with '.'. */
struct strs import_entries(struct import_site *s, str folder);
/* The folder of that name one or two levels below the folders of `parent`; or
 * empty. Skips folders that begin with '.' or '_'. */
str import_nested_folder(struct import_site *s, str parent, const char *name);
/* The text of a file. False: it does not exist, or it is unreadable, which is
 * reported. */
bool import_text(struct import_site *s, const char *name, struct source *src);
/* The map in a TOML, YAML or JSON file, parsed once. NULL: it does not exist,
 * or does not parse as a map, which is reported. */
const struct value *import_doc(struct import_site *s, const char *name);

/* ---- values ---- */

/* The value at a path with dots, ignoring case; or NULL. */
const struct value *import_find(const struct value *root, const char *path);
/* The text of a single value, trimmed; empty for other values. */
str import_str(const struct value *v);
/* The texts of a list, or that of a single value. */
struct strs import_strs(struct import_site *s, const struct value *v);
/* Whether one of them is the text, ignoring case. */
bool import_has_text(const struct value *v, str text);

/* Sets a key of feedmill.yaml, unless it is set or the text is empty. A value
 * that the key does not accept becomes a gap. */
void import_set(struct import_site *s, const char *key, str text, str from);
/* The same for constants and for trees, which are not checked. */
void import_set_plain(struct import_site *s, const char *key,
    const char *text, str from);
void import_set_value(struct import_site *s, const char *key,
    const struct value *v, str from);
/* Sets posts.folders to one folder. */
void import_set_folder(struct import_site *s, str folder, str from);
/* Sets site.url to the address of a host and the site's folder there. */
void import_set_url(struct import_site *s, str url, str folder, str from);
/* Sets media.folder, if the folder exists and is not the usual one. */
void import_set_media(struct import_site *s, str folder, const char *usual,
    str from);
/* Adds a language of a site with several; `map` has its keys. */
void import_set_language(struct import_site *s, str tag,
    const struct value *map, str from);
bool import_is_set(const struct import_site *s, const char *key);
/* The value that a key is set to, or NULL. */
const struct value *import_setting_of(const struct import_site *s,
    const char *key);
/* Nodes for import_set_value. */
struct value *import_list(struct import_site *s);
struct value *import_map(struct import_site *s);
void import_add_node(struct value *parent, str key, struct value *child);
/* Adds a text, unless it is empty. */
void import_add(struct import_site *s, struct value *parent, str key,
    str text);
/* Adds a copy of a tree from a config, with its texts quoted. */
void import_add_copy(struct import_site *s, struct value *parent,
    const struct value *v);

/* Adds feeds; the caller sets the path of each format that they have. */
struct import_feed *import_add_feed(struct import_site *s, str taxonomy,
    str from);

/* Adds a feed of a query; the caller sets title and query. */
struct import_extra *import_add_extra(struct import_site *s, int format,
    str path, str from);

/* Records something that could not be converted. */
void import_gap(struct import_site *s, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

#endif
