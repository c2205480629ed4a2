/* SPDX-License-Identifier: MIT
 * site: the config, its posts, and the plan of its feeds. */
#ifndef FEEDMILL_BUILD_RUN_SITE_H
#define FEEDMILL_BUILD_RUN_SITE_H

#include "feed/plan/plan.h"
#include "post/read/read.h"
#include "build/run/timing.h"

struct query_set;
struct ids;

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
	struct post_walk scan;       /* the files, in the order of their paths */
	int64_t looked_at;      /* when that began, in nanoseconds since 1970,
	                         * by the clock that files have */
	struct post *posts;     /* of those files */
	size_t n_posts;
	instant from, until;    /* what is known of them holds for a run whose
	                         * time is not before `from` and is before
	                         * `until` */
	size_t *read;           /* those read in this run, by number */
	size_t n_read;
	struct ids *ids;        /* the ledger; NULL: there is none */
	struct plan plan;
	struct diags diags;     /* of everything but single posts */
	struct timing timing;
};

/* Reads the config and finds the files. Anything but OUTCOME_OK means that
 * there is nothing more to do. The site is to be closed either way. */
enum outcome site_find(struct site *s, const struct site_options *o);
/* Makes room for the posts and for those who read them; site_read does too. */
void site_make_room(struct site *s);
/* Reads the posts: all, or those that `known` does not say it has filled in;
 * it may be NULL. */
enum outcome site_read(struct site *s, const struct site_options *o,
    const bool *known);
/* Makes the plan. Anything but OUTCOME_OK or OUTCOME_POSTS means that there is
 * none. */
enum outcome site_plan(struct site *s);
/* All three. */
enum outcome site_open(struct site *s, const struct site_options *o);
void site_close(struct site *s);

/* Whether a file with that stamp can change no more without changing it: what
 * is written twice within a tick of the clock has one time. */
bool site_is_settled(const struct site *s, struct stamp stamp);

/* Adds all diagnostics to `to`: the site's, which are moved there, then copies
 * of the posts' in the order of their paths, whatever thread found them. */
void site_take_diags(struct site *s, struct diags *to);
/* Looks all posts over: how many are left out, by the reason for it, and sets
 * s->from and until. */
void site_survey(struct site *s, size_t skipped[SKIP_COUNT]);

#endif
