/* SPDX-License-Identifier: MIT
 * witness: whether the posts have the addresses of their built pages.
 *
 * A post whose address has no page is one of a kind of mistake, such as a slash
 * that is missing at all of them: a kind is reported once, with the settings
 * that cure it. */
#ifndef FEEDMILL_BUILD_WITNESS_WITNESS_H
#define FEEDMILL_BUILD_WITNESS_WITNESS_H

#include "build/site/site.h"

/* Posts without a page, for one reason. */
struct lost_kind {
	size_t count;         /* of posts */
	size_t tried, cured;  /* of a sample of them, with the settings */
	struct strs settings; /* "KEY=VALUE"; none: no form is known */
	const struct post *example;
	bool is_moved;        /* its page only leads to another one */
};
enum { LOST_KINDS = 4 };

struct witness {
	str folder;           /* relative to the config */
	bool is_there;        /* the folder exists */
	bool is_empty;        /* it has no home page, and none of a post */
	size_t posts;         /* that were looked up, or known to have a page */
	size_t n_lost;        /* of those without a page */
	size_t n_newer;       /* that have none and are newer than the site's
	                       * home page: not in n_lost */
	struct lost_kind kinds[LOST_KINDS];
	size_t n_kinds;
};

/* Looks up the published posts that have no page so far, and says which have
 * one (has_page). Tries forms for those that have none, with at most `most` of
 * them. `any_age`: posts that are newer than the site count too. Texts are in
 * the site's arena. */
void witness_look(struct witness *w, struct site *s,
    const struct site_options *o, str folder, size_t most, bool any_age);

/* Looks up the addresses of a run by posts.built, if the config has it, and
 * reports what has no page. False: some have none so far, so that the next run
 * must look again. */
bool witness_report(struct site *s, const struct site_options *o,
    struct diags *diags);

/* Appends settings as lines of feedmill.yaml: "posts.slash: always". */
void witness_add_settings(struct buf *out, const struct strs *settings);

#endif
