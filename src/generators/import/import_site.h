/* SPDX-License-Identifier: MIT
 * import_site: a site that is being imported: its files, and what they say. */
#ifndef FEEDMILL_GENERATORS_IMPORT_IMPORT_SITE_H
#define FEEDMILL_GENERATORS_IMPORT_IMPORT_SITE_H

#include "generators/import/import.h"

struct import_site {
	struct arena *arena;
	struct diags *diags;
	str dir;                 /* its folder; "" for the current one */
	struct import *import;   /* what is known already */
	import_takes *takes;     /* checks values */
	struct import_doc *docs; /* files that were parsed */
	struct import_feed *feeds;
	struct import_extra *extras;
};

/* The formats of feeds that generators write. */
enum { IMPORT_ATOM, IMPORT_RSS, IMPORT_JSON, IMPORT_FORMATS };

/* The feeds that a site has today: the main one, or those of a taxonomy. */
struct import_feed {
	str taxonomy;             /* the front matter key; empty: the main */
	str path[IMPORT_FORMATS]; /* below the output folder; or empty */
	const char *title;        /* pattern, or NULL */
	const char *where;        /* query, or NULL: all posts */
	const char *limit;        /* or NULL: that of all feeds */
	str url;                  /* of a term's page, or empty */
	str from;
	struct import_feed *next;
};

/* A feed that it has of what a query chooses. */
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
/* The first of the names, separated by blanks, that is a file; or NULL. */
const char *import_first_file(struct import_site *s, const char *names);
/* The first of the folders below `parent` that is there; or empty. */
str import_first_folder(struct import_site *s, str parent, const char *names);
/* A folder of that name which is not in `parent`, but in a folder of that, or
 * in one of those; or empty. Folders that are hidden or begin with '_' are not
 * looked into. */
str import_nested_folder(struct import_site *s, str parent, const char *name);
/* The text of a file. False where there is none, which is no mistake, and
 * where it cannot be read, which is reported. */
bool import_text(struct import_site *s, const char *name, struct source *src);
/* A file in TOML, YAML or JSON, by its ending, parsed once; NULL as above, or
 * where it does not parse, which is reported, or is no map. */
const struct value *import_doc(struct import_site *s, const char *name);

/* ---- what they say ---- */

/* A value below keys, which a path with dots names; case folds. */
const struct value *import_find(const struct value *root, const char *path);
/* The text of a single value, trimmed; empty where it is none. */
str import_str(const struct value *v);

/* Sets a key of feedmill.yaml. A value that it would not take is a gap
 * instead, and an empty text is nothing. The first value of a key stays. */
void import_set(struct import_site *s, const char *key, str text, str from);
/* The same for constants, and for trees, which are not checked. */
void import_set_plain(struct import_site *s, const char *key,
    const char *text, str from);
void import_set_value(struct import_site *s, const char *key,
    const struct value *v, str from);
/* Sets media.folder, if that folder is there and not the one that is usual. */
void import_set_media(struct import_site *s, str folder, const char *usual,
    str from);
/* Adds a language of several, with what its map of keys is to hold. */
void import_set_language(struct import_site *s, str tag,
    const struct value *map, str from);
/* From a config file: the single value at a path, if there. True if it is. */
bool import_take(struct import_site *s, const char *key,
    const struct value *doc, const char *name, const char *path);
bool import_is_set(const struct import_site *s, const char *key);
/* "FILE: KEY", in the arena. */
str import_from(struct import_site *s, const char *name, const char *path);

/* Nodes for import_set_value. */
struct value *import_list(struct import_site *s);
struct value *import_map(struct import_site *s);
void import_add(struct import_site *s, struct value *parent, str key,
    str text);
/* A copy of a tree that came from a config, whose texts need quotes here. */
void import_add_copy(struct import_site *s, struct value *parent,
    const struct value *v);

/* Adds feeds; empty paths are formats that it has not. */
struct import_feed *import_add_feed(struct import_site *s, str taxonomy,
    str from);

/* Adds a feed of a query, whose title and query are to be filled in. */
struct import_extra *import_add_extra(struct import_site *s, int format,
    str path, str from);

/* Says what is not known. */
void import_gap(struct import_site *s, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

#endif
