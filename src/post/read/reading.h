/* SPDX-License-Identifier: MIT
 * reading: a post while it is read; private to the steps of read.c. */
#ifndef FEEDMILL_POST_READ_READING_H
#define FEEDMILL_POST_READ_READING_H

#include "post/front/text_format.h"
#include "post/permalink/permalink.h"
#include "post/read/field.h"
#include "post/read/read.h"

/* Terms of a taxonomy without feeds, cached for queries. */
struct asked_terms {
	str name;
	struct strs terms;
	struct asked_terms *next;
};

struct reading {
	struct post *post;
	struct matter *matter;     /* of the post */
	const struct post_reader *reader;
	const struct config *config;
	const struct found *file;
	const struct source *src;
	const struct value *front; /* a map, maybe an empty one */
	str body;                  /* after the front matter */
	enum text_kind kind;       /* of the body */
	struct arena *arena;       /* lives as long as the post */
	struct arena *scratch;
	struct shared *shared;
	const struct front_parser *parser;
	struct diags *diags;       /* of this post */
	struct permalink_parts parts;
	const struct language *in; /* NULL: the site has only one */
	str folder;                /* sections and categories begin below it:
	                            * the innermost folder of posts.folders,
	                            * the language or the collection */
	const struct collection *collection; /* NULL: `posts` */
	bool is_page;              /* a page: not Markdown, and without front
	                            * matter */
	bool bundle;               /* folder/index.md */
	bool named_date;           /* the file's name begins with a date */
	bool is_dated_by_name;     /* posts.keys took the date from the name,
	                            * which is the slug without it */
	bool lacks_title;          /* and the generator leaves the post out */
	bool is_misnamed;          /* it begins with an impossible date */
	const char *no_post;       /* why the file is no post by its path, or
	                            * NULL */
	struct datetime name_date;
	struct asked_terms *asked;
	bool is_locked;            /* the site locks the post: HIDE_LOCKED */
	const struct value *because[SKIP_COUNT]; /* the value that gives the
	                            * reason to skip the post; or NULL */
};

/* Reports a value of the wrong kind. False. */
bool reading_fail_type(struct reading *j, const struct value *v,
    const char *expected);

/* The value of a field, as field_keys_get finds it. */
const struct value *reading_field(const struct reading *j, enum field f);
/* Warns that a value has the wrong type and is left out. */
void reading_drop(struct reading *j, const struct value *v,
    const char *expected);

/* The address in the front matter, or NULL. */
const struct value *reading_url(struct reading *j);
/* Reads a value as a date; false if it is not one, which is reported. */
bool reading_parse_date(struct reading *j, const struct value *v,
    struct datetime *d);
/* Its instant; a missing time of day or zone is taken from the config. */
instant reading_instant(struct reading *j, struct datetime d);

/* Whether the file is a page that lists others, not a post. */
bool reading_is_list(struct reading *j);

/* Whether an instant is not after the time of the run. Narrows the times for
 * which the post is valid (post.from, post.until) to those with the same
 * answer. */
bool reading_has_come(struct reading *j, instant t);

/* Whether a key is a name, ignoring case, '-', '_' and blanks; `name` is in
 * lower case and has none of these signs. */
bool reading_is_key_of(str key, str name);
static inline bool
reading_is_key(str key, str name)
{
	char c = key.len ? char_lower(key.ptr[0]) : '\0';

	/* Most keys differ in the first letter: no call for them. */
	return key.len >= name.len &&
	    (c == name.ptr[0] || c == '-' || c == '_' || c == ' ') &&
	    reading_is_key_of(key, name);
}
/* Whether the keys of themes are below a key. */
bool reading_is_extra(str key);

/* The steps. Each reads one property from the file name or the front matter.
 * False: its value is wrong, which is reported, and the post is skipped. */
void read_name(struct reading *j);
void read_sections(struct reading *j);
bool read_date(struct reading *j);
bool read_updated(struct reading *j);
bool read_skip(struct reading *j);
bool read_media(struct reading *j);
/* Adds the enclosures named in a map to `m`. Reports and drops invalid types
 * and lengths. */
void read_media_files(struct reading *j, const struct value *map,
    struct media *m);
/* After read_media. Errors do not skip the post. */
bool read_episode(struct reading *j);
/* Errors do not skip the post. */
bool read_relations(struct reading *j);
/* Reports why the post is skipped to reader->leaving. */
void read_left(struct reading *j);
/* The last step: queries use the results of all others. */
bool read_matches(struct reading *j);

#endif
