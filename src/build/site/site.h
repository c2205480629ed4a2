/* SPDX-License-Identifier: MIT
 * site: the config, its posts, and the plan of its feeds. */
#ifndef FEEDMILL_BUILD_SITE_SITE_H
#define FEEDMILL_BUILD_SITE_SITE_H

#include "build/site/outcome.h"
#include "build/site/site_options.h"
#include "build/site/timing.h"
#include "feed/plan/plan.h"
#include "post/post_walk.h"
#include "post/read/read.h"

struct crew;
struct ids;
struct query_set;

/* All that a run reads and plans before it renders. */
struct site {
	struct arena arena;     /* of config and plan */
	struct post_worker *workers; /* for reading posts, one a thread */
	size_t threads;
	struct crew *crew;      /* renders and judges; NULL: not yet */
	struct config config;
	const struct query_set *queries;
	struct post_walk scan;  /* the files, in the order of their paths */
	struct found *left_out; /* by posts.include and posts.exclude */
	size_t n_left_out;
	int64_t looked_at;      /* when the scan began: nanoseconds since 1970,
	                         * by the clock that stamps files */
	struct post *posts;     /* of those files */
	size_t n_posts;
	struct post_reader reader; /* what reading them shares */
	instant from, until;    /* a run at any time from `from` to before
	                         * `until` would find the same posts due */
	size_t *read;           /* indexes of the posts that this run read */
	size_t n_read;
	struct ids *ids;        /* the ledger; NULL: the config wants none */
	struct plan plan;
	struct diags diags;     /* of everything but single posts */
	struct timing timing;
};

/* Reads the config and finds the files, maybe none. Anything but OUTCOME_OK ends
 * the run: OUTCOME_WRITE if a folder of posts or media cannot be read, so that
 * posts or what they show are unknown. The site must be closed either way. */
enum outcome site_find(struct site *s, const struct site_options *o);
/* Allocates the posts and the workers that read them, unless that was done. */
void site_make_room(struct site *s);
/* Reads the posts that `known` does not mark as filled in; NULL reads all. */
enum outcome site_read(struct site *s, const struct site_options *o,
    const bool *known);
/* Makes the plan. OUTCOME_POSTS: the plan is made, but posts have errors. */
enum outcome site_plan(struct site *s);
/* Whether this process needed a library that it could not load; reports each.
 * Then the run must not publish: addresses made without ICU lack characters,
 * and documents that libxml2 did not judge may be broken. */
bool site_lacks_library(struct diags *diags);
/* Reads the files of `scan` with the settings of `o`, to try other settings.
 * Opens no ledger and makes no plan. False: a setting is wrong. The site must
 * be closed either way. */
bool site_try(struct site *s, const struct site_options *o,
    const struct post_walk *scan);
/* Reads the config, finds and reads the posts, and makes the plan.
 * OUTCOME_POSTS also if no file is a post. */
enum outcome site_open(struct site *s, const struct site_options *o);
void site_close(struct site *s);

/* Whether another write would change the stamp of the file. Within one tick of
 * the clock it may not. */
bool site_is_settled(const struct site *s, struct stamp stamp);

/* Moves the site's diagnostics to `to`, then copies those of the posts in the
 * order of their paths, whichever thread found them. */
void site_take_diags(struct site *s, struct diags *to);
/* Counts the posts by the reason to skip them, and sets s->from and
 * s->until. */
void site_survey(struct site *s, size_t skipped[SKIP_COUNT]);

#endif
