/* SPDX-License-Identifier: MIT
 * words: the phrases of the pages that feedmill makes, in several languages. */
#ifndef FEEDMILL_FEED_PLAN_WORDS_H
#define FEEDMILL_FEED_PLAN_WORDS_H

#include "base/core/str.h"

enum word {
	WORD_IS_FEED,    /* "This is a web feed" */
	WORD_SUBSCRIBE,  /* how to subscribe */
	WORD_ALL_FEEDS,  /* a link to the list of feeds */
	WORD_FEEDS,      /* the title of that list */
	WORD_WHAT_FOR,   /* what feeds are for, and how to use the list */
	WORD_SEARCH,
	WORD_FOUND,      /* label before the number of feeds found */
	WORD_COPY, WORD_COPIED,
	WORD_FEED, WORD_POSTS, WORD_NEWEST, /* column headings */
	WORD_WHOLE_SITE, WORD_SELECTIONS,   /* kinds of feeds */
	WORD_TAGS, WORD_CATEGORIES,
	WORD_COUNT
};

struct words {
	str language; /* BCP 47 */
	str of[WORD_COUNT];
};

/* The words of a language, or the English ones. */
const struct words *words_of(str language);
/* The language tag of the words: `language` itself if the words are in it. */
str words_language(const struct words *w, str language);

#endif
