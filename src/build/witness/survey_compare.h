/* SPDX-License-Identifier: MIT
 * survey_compare: compares the config with a feed of the built site, in three
 * steps: the feed is found, then its ids are compared, then all else. */
#ifndef FEEDMILL_BUILD_WITNESS_SURVEY_COMPARE_H
#define FEEDMILL_BUILD_WITNESS_SURVEY_COMPARE_H

#include "build/witness/survey_parts.h"
#include "feed/formats/old_feed.h"

/* A feed of the built site. */
struct built_feed {
	str path;              /* below the folder; empty: there is none */
	const char *format;    /* name of the format */
	struct buf bytes;
	struct old_feed old;
	str title;
};

/* An entry and its post. */
struct match {
	const struct old_entry *entry;
	struct post *post;
};

struct comparing {
	struct survey *survey;
	struct arena *arena;
	struct site *site;
	struct built_feed feed;
	struct match *matches;
	size_t n;
	size_t strangers;      /* number of entries that match no post */
	str stranger;          /* the link of the first one */
	bool by_update;        /* those that were changed last come first */
};

/* Finds a feed of the built site that feedmill did not write: the main one of
 * the config, the one that the home page links to, or one with a usual name.
 * c->feed.path stays empty if there is none. */
void survey_find_feed(struct comparing *c);
/* Sets posts.id to the pattern that makes the ids of most matched entries, and
 * says how many keep theirs. At least one entry must match. */
void survey_find_id(struct comparing *c);
/* A text with a part of it replaced by "{key}", in c->arena. Empty: it does not
 * contain the part, or the part is too short to tell. */
str survey_with_key(struct comparing *c, str whole, str text, const char *key);

#endif
