/* SPDX-License-Identifier: MIT
 * build_options: the options of build_run. */
#ifndef FEEDMILL_BUILD_RUN_BUILD_OPTIONS_H
#define FEEDMILL_BUILD_RUN_BUILD_OPTIONS_H

#include "base/core/str.h"
#include "build/run/told.h"
#include "build/site/site_options.h"

struct build_options {
	struct site_options site;
	const char *folder;  /* replaces feeds.folder, relative to the current
	                      * folder; or NULL */
	bool dry;            /* do everything but write */
	enum telling telling; /* which warnings to report; all of them without
	                      * a state, or with `dry` or `strict` */
	bool strict;         /* warnings count as errors */
	bool ping;           /* ping the hubs at the end */
	bool accept_new_ids; /* publish posts under new ids; see guard.h */
	bool accept_loss;    /* publish although entries leave the feeds */
	bool confine;        /* take away the right of this process to write
	                      * elsewhere, for good */
	size_t hold;         /* bytes of finished entries that may wait for
	                      * their feeds to be complete; 0: the default */
	/* Called as entries are rendered, from any thread; or NULL. */
	void (*progress)(void *ctx, size_t done, size_t all);
	/* Called for each path that is written, or would be; or NULL. */
	void (*changed)(void *ctx, str path);
	void *ctx;           /* the first argument of both */
};

#endif
