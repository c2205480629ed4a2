/* SPDX-License-Identifier: MIT
 * episode: a post as an episode of a podcast. */
#ifndef FEEDMILL_POST_READ_EPISODE_H
#define FEEDMILL_POST_READ_EPISODE_H

#include "base/data/pack.h"

/* A file of an episode; references are as written in the post. */
struct episode_file {
	str ref;        /* empty: none */
	struct mark at; /* {0}: not in the post's own file */
	str type;       /* media type, or empty */
	str language;   /* BCP 47, or empty */
};

/* A host, guest or contributor. */
struct episode_person {
	str name;
	str role, group; /* or empty */
	str url;         /* absolute, or empty */
	struct episode_file image;
};

struct episode {
	str title;         /* or empty: the post's title */
	str type;          /* "full", "trailer", "bonus", or empty */
	uint64_t seconds;  /* duration; 0: unknown */
	uint64_t season, number; /* 0: none */
	bool says_explicit, is_explicit;
	struct episode_file image, chapters;
	struct episode_file *transcripts;
	size_t n_transcripts;
	struct episode_person *people;
	size_t n_people;
};

/* Reads a duration: "1:02:03", "62:03", "3723", "3723.5", "PT1H2M3S",
 * "1h 2m 3s". False: it is not a duration. */
bool episode_duration(str text, uint64_t *seconds);

void episode_pack(struct buf *out, const struct episode *e);
const struct episode *episode_unpack(struct unpack *u, struct arena *a);

#endif
