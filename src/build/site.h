/* SPDX-License-Identifier: MIT
 * site: the config, its posts, and the plan of its feeds. */
#ifndef FEEDMILL_BUILD_SITE_H
#define FEEDMILL_BUILD_SITE_H

#include "../feed/plan.h"
#include "../post/read.h"

struct query_set;

/* How a run ends; the exit status of the program. */
enum outcome {
	OUTCOME_OK = 0,
	OUTCOME_POSTS = 1,   /* published, but some posts had errors */
	OUTCOME_CONFIG = 2,  /* usage or config error: nothing written */
	OUTCOME_WRITE = 3,   /* could not write: the folder is as it was */
	OUTCOME_REFUSED = 4, /* a guard refused */
};

struct site_options {
	const char *config;            /* path */
	const char *const *settings;   /* KEY=VALUE, laid over the config */
	size_t n_settings;
	instant now;                   /* what future and expired go by */
	size_t threads;
	size_t keep;                   /* bytes of texts that may stay in
	                                * memory until they are rendered */
};

/* Everything that is known before the first body is rendered. */
struct site {
	struct arena arena;     /* of config and plan */
	struct post_worker *workers; /* of posts, one a thread */
	size_t threads;
	struct config config;
	const struct query_set *queries;
	struct post *posts;     /* in the order of their paths */
	size_t n_posts;
	struct plan plan;
	struct diags diags;     /* of everything but single posts */
};

/* Reads config and posts and makes the plan. Anything but OUTCOME_OK or
 * OUTCOME_POSTS means that there is no plan. The site is to be closed either
 * way. */
enum outcome site_open(struct site *s, const struct site_options *o);
void site_close(struct site *s);

/* Moves all diagnostics to `to`: the site's, then the posts' in the order of
 * their paths, whatever thread found them. */
void site_take_diags(struct site *s, struct diags *to);
/* How many posts are left out for that reason. */
size_t site_count(const struct site *s, enum skip why);

#endif
