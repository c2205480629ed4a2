/* SPDX-License-Identifier: MIT
 * episode: what a post says of itself as one of a podcast. */
#ifndef FEEDMILL_POST_READ_EPISODE_H
#define FEEDMILL_POST_READ_EPISODE_H

#include "base/data/pack.h"

/* A file that goes with an episode; references as the post has them. */
struct episode_file {
	str ref;        /* empty: there is none */
	struct mark at; /* {0}: not in the post's own file */
	str type;       /* a media type that is given; or empty */
	str language;   /* BCP 47, or empty */
};

/* Somebody who is heard, or worked on it. */
struct episode_person {
	str name;
	str role, group; /* or empty */
	str url;         /* absolute, or empty */
	struct episode_file image;
};

struct episode {
	str title;         /* or empty: that of the post */
	str type;          /* "full", "trailer", "bonus", or empty */
	uint64_t seconds;  /* 0: not known */
	uint64_t season, number; /* 0: none */
	bool says_explicit, is_explicit;
	struct episode_file image, chapters;
	struct episode_file *transcripts;
	size_t n_transcripts;
	struct episode_person *people;
	size_t n_people;
};

/* Reads a duration: "1:02:03", "62:03", "3723", "3723.5", "PT1H2M3S",
 * "1h 2m 3s". False: it is none. */
bool episode_duration(str text, uint64_t *seconds);

void episode_pack(struct buf *out, const struct episode *e);
const struct episode *episode_unpack(struct unpack *u, struct arena *a);

#endif
