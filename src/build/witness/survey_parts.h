/* SPDX-License-Identifier: MIT
 * survey_parts: what the files of the survey share. */
#ifndef FEEDMILL_BUILD_WITNESS_SURVEY_PARTS_H
#define FEEDMILL_BUILD_WITNESS_SURVEY_PARTS_H

#include "build/site/site.h"
#include "build/witness/survey.h"

/* Whether a setting has a value that the generator's config gives: other values
 * are defaults or guesses, and the built site knows better. */
bool survey_is_known(const struct survey *v, const char *key);
/* The text of a setting, or empty. */
str survey_text(const struct survey *v, const char *key);
/* Appends a file of the built site. False: there is none, or it is larger than
 * 16 MB. */
bool survey_read(const struct survey *v, str path, struct buf *out);
/* Opens the site by the settings so far. False: that fails, which becomes a gap
 * of the import. Must be closed either way. `text` must outlive it. */
bool survey_open(struct survey *v, struct site *s, struct buf *text);
/* Sets "KEY=VALUE" as --set would. */
void survey_set(struct survey *v, str setting, str from);

/* Compares the feeds of the built site with the config. The site is open, and
 * has its plan. */
void survey_feeds(struct survey *v, struct site *s);

#endif
