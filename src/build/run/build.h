/* SPDX-License-Identifier: MIT
 * build: one run, from config to published files. */
#ifndef FEEDMILL_BUILD_RUN_BUILD_H
#define FEEDMILL_BUILD_RUN_BUILD_H

#include "publish/ping.h"
#include "publish/publish.h"
#include "build/run/site.h"

struct build_options {
	struct site_options site;
	const char *folder; /* instead of feeds.folder; or NULL. Relative to
	                     * the current folder */
	bool dry;           /* everything but writing */
	bool strict;        /* warnings count as errors */
	bool ping;          /* tell the hubs in the end */
	bool accept_new_ids; /* posts may come to readers again; see
	                      * guard.h */
	size_t hold;        /* bytes of entries that may wait for their feeds
	                     * to be complete; 0: the usual */
	/* Told how far the rendering is, from any thread; or NULL. */
	void (*progress)(void *ctx, size_t done, size_t all);
	/* Told each path that is written, or would be; or NULL. */
	void (*changed)(void *ctx, str path);
	void *ctx; /* the first argument of both */
};

struct build_report {
	size_t posts;              /* files found */
	size_t read;               /* of them, in this run */
	size_t rendered;           /* entries */
	size_t serialized;         /* entries, in each format and cut */
	size_t skipped[SKIP_COUNT];
	size_t feeds;
	struct publish_counts files;
	struct ping_counts pings;
	struct timing timing;
};

/* Builds all feeds of a site. What there is to say goes to `diags`. */
enum outcome build_run(const struct build_options *o,
    struct build_report *report, struct diags *diags);

#endif
