/* SPDX-License-Identifier: MIT
 * survey_parts: functions that the parts of the survey share. */
#ifndef FEEDMILL_BUILD_WITNESS_SURVEY_PARTS_H
#define FEEDMILL_BUILD_WITNESS_SURVEY_PARTS_H

#include "build/site/site.h"
#include "build/witness/survey.h"

/* Whether a setting comes from the generator's config. Others are defaults or
 * guesses, which the built site may correct. */
bool survey_is_known(const struct survey *v, const char *key);
/* The text of a setting, or empty. */
str survey_text(const struct survey *v, const char *key);
/* Appends a file of the built site. False: there is none, or it is larger than
 * 16 MB. */
bool survey_read(const struct survey *v, str path, struct buf *out);
/* Opens the site with the current settings. `text` must outlive it. False: that
 * fails, and a gap of the import says why. Must be closed either way. */
bool survey_open(struct survey *v, struct site *s, struct buf *text);
/* Sets "KEY=VALUE" as --set would. */
void survey_set(struct survey *v, str setting, str from);

/* Sets content.convert for posts that need a program, if there is one, or says
 * that they do. */
void survey_convert(struct survey *v, const struct site *s);
/* Compares a feed of the built site with the config. The site must be open and
 * have its plan. */
void survey_feeds(struct survey *v, struct site *s);

#endif
