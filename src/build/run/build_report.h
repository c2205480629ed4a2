/* SPDX-License-Identifier: MIT
 * build_report: what a run counted, and how a later run that finds nothing new
 * gets it. */
#ifndef FEEDMILL_BUILD_RUN_BUILD_REPORT_H
#define FEEDMILL_BUILD_RUN_BUILD_REPORT_H

#include "build/site/outcome.h"
#include "build/site/timing.h"
#include "post/post.h"
#include "publish/ping.h"
#include "publish/publish.h"

struct build_report {
	size_t posts;      /* files found */
	size_t read;       /* posts that this run read */
	size_t rendered;   /* entries */
	size_t serialized; /* entries, counted once per format and cut */
	size_t skipped[SKIP_COUNT]; /* posts, by the reason to skip them */
	size_t feeds;
	struct publish_counts files;
	struct ping_counts pings;
	struct timing timing;
};

/* Appends the counts, the outcome and the diagnostics of a run. A later run
 * that finds nothing new repeats them. Omits events of that run only, such as a
 * file that it removed. */
void build_report_pack(struct buf *out, const struct build_report *r,
    enum outcome outcome, const struct diags *diags);
/* Reads them back. False: the bytes are damaged. */
bool build_report_unpack(str packed, struct build_report *r,
    enum outcome *outcome, struct diags *diags);

#endif
