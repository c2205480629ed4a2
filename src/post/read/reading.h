/* SPDX-License-Identifier: MIT
 * reading: a post in the making, which the steps of read.c share, and nobody
 * else sees. */
#ifndef FEEDMILL_POST_READ_READING_H
#define FEEDMILL_POST_READ_READING_H

#include "post/permalink/permalink.h"
#include "post/read/read.h"

/* What a query asked for of a taxonomy that has no feeds. */
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
	str body;                  /* what follows it */
	struct arena *arena;       /* for what stays */
	struct arena *scratch;
	struct shared *shared;
	struct diags *diags;       /* of this post */
	struct permalink_parts parts;
	const struct language *in; /* NULL: the site has but one */
	str folder;                /* what sections and categories are below:
	                            * the config's, or the language's or the
	                            * collection's in it */
	const struct collection *collection; /* NULL: of all other posts */
	bool bundle;               /* folder/index.md */
	bool named_date;           /* the file's name begins with a date */
	struct datetime name_date;
	struct asked_terms *asked;
};

/* Reports a value of the wrong kind. False. */
bool reading_fail_type(struct reading *j, const struct value *v,
    const char *expected);

/* What the front matter has for the address, or NULL. */
const struct value *reading_url(struct reading *j);
/* Reads a value as a date; false where it is none, which is reported. */
bool reading_parse_date(struct reading *j, const struct value *v,
    struct datetime *d);
/* Its instant, with the time of day and the zone of the config where it has
 * none. */
instant reading_instant(struct reading *j, struct datetime d);

/* Whether an instant is not after the time of the run. What is known of the
 * post holds as long as the answer stays the same. */
bool reading_has_come(struct reading *j, instant t);

/* The steps. Each takes one thing from the file's name or the front matter;
 * false where it is there and wrong, which costs the post and is reported. */
void read_name(struct reading *j);
void read_sections(struct reading *j);
bool read_date(struct reading *j);
bool read_updated(struct reading *j);
bool read_skip(struct reading *j);
bool read_media(struct reading *j);
/* After read_media. What is wrong does not cost the post. */
bool read_episode(struct reading *j);
/* What is wrong with relations does not cost the post. */
bool read_relations(struct reading *j);
/* The last one: it asks what the others found. */
bool read_matches(struct reading *j);

#endif
