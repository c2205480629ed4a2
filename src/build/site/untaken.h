/* SPDX-License-Identifier: MIT
 * untaken: reports files in posts.folders that are in no feed, although their
 * author may expect them there. */
#ifndef FEEDMILL_BUILD_SITE_UNTAKEN_H
#define FEEDMILL_BUILD_SITE_UNTAKEN_H

#include "build/site/outcome.h"

struct site;

/* Warns of texts in formats that are not read, of folders without a post, of
 * dates under unknown keys and of misspelt keys: once for each kind, with the
 * number and an example. The posts must have been read. */
void untaken_report(struct site *s);

/* The files in posts.folders. */
enum holding {
	HOLDS_POSTS,   /* at least one post, maybe only drafts */
	HOLDS_OTHERS,  /* files, but no post */
	HOLDS_NOTHING, /* no file: the site is new */
};
enum holding untaken_holding(const struct site *s);
/* OUTCOME_POSTS: there are files, but no post, which is reported with the number
 * of files for each reason. Warns of a site without any file. */
enum outcome untaken_judge(struct site *s);

#endif
