/* SPDX-License-Identifier: MIT
 * untaken: what lies in posts.folders and is in no feed, though it may be
 * meant to be. */
#ifndef FEEDMILL_BUILD_SITE_UNTAKEN_H
#define FEEDMILL_BUILD_SITE_UNTAKEN_H

struct site;

/* Warns, once for each kind with its number and an example: of texts in formats
 * that are not read, of folders without a post, of dates under unknown keys and
 * of misspelt keys. The posts must have been read. */
void untaken_report(struct site *s);

/* What posts.folders hold. */
enum holding {
	HOLDS_POSTS,   /* of which all may be drafts */
	HOLDS_OTHERS,  /* files of which none is a post */
	HOLDS_NOTHING, /* no file: the site is new */
};
enum holding untaken_holding(const struct site *s);
/* Says that no file is a post, and how many are not for which reason. */
void untaken_refuse(struct site *s);
/* Says that there is no file yet. */
void untaken_welcome(struct site *s);

#endif
