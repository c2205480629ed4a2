/* SPDX-License-Identifier: MIT
 * witness: checks whether posts have the addresses of their built pages.
 *
 * Posts without a page usually share a mistake, such as a missing slash. Each
 * kind of mistake is reported once, with the settings that correct it. */
#ifndef FEEDMILL_BUILD_WITNESS_WITNESS_H
#define FEEDMILL_BUILD_WITNESS_WITNESS_H

#include "build/site/site.h"

/* Posts without a page, for one reason. */
struct lost_kind {
	size_t count;         /* number of posts */
	size_t tried, cured;  /* in the sample: all, and with a page then */
	struct strs settings; /* "KEY=VALUE"; none: no form helps */
	const struct post *example;
	bool is_moved;        /* their pages only redirect to others */
};
enum { LOST_KINDS = 4 };

struct witness {
	str folder;           /* relative to the config */
	bool is_there;        /* the folder exists */
	int error;            /* an errno: the system cannot tell of a page; then
	                       * the fields below are not set */
	bool is_empty;        /* it has no pages */
	size_t posts;         /* posts that were looked up or have a page */
	size_t n_lost;        /* posts without a page */
	size_t n_newer;       /* posts without a page that are newer than the
	                       * home page; not in n_lost */
	struct lost_kind kinds[LOST_KINDS];
	size_t n_kinds;
};

/* Looks up the published posts that have no page so far, and sets has_page.
 * Tries forms of addresses on a sample of at most `most` posts without a page.
 * `any_age`: posts that are newer than the site count as lost too. Texts are in
 * the site's arena. */
void witness_look(struct witness *w, struct site *s,
    const struct site_options *o, str folder, size_t most, bool any_age);

/* Looks up addresses in posts.built, if the config has it, and reports posts
 * without a page. False: some have none, or no page was found at all: the next
 * run must look again. */
bool witness_report(struct site *s, const struct site_options *o,
    struct diags *diags);

/* Appends a sentence about a kind: how many posts have no page, with an
 * example. */
void witness_add_lost(struct buf *out, const struct witness *w,
    const struct lost_kind *k);
/* Appends settings as lines of feedmill.yaml: "posts.slash: always". */
void witness_add_settings(struct buf *out, const struct strs *settings);

#endif
