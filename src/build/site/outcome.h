/* SPDX-License-Identifier: MIT
 * outcome: how a run ends. */
#ifndef FEEDMILL_BUILD_SITE_OUTCOME_H
#define FEEDMILL_BUILD_SITE_OUTCOME_H

/* The exit status of the program. */
enum outcome {
	OUTCOME_OK = 0,
	OUTCOME_POSTS = 1,   /* published, but not all: some posts had errors,
	                      * or files could not be replaced */
	OUTCOME_CONFIG = 2,  /* usage or config error: nothing written */
	OUTCOME_WRITE = 3,   /* the system failed: nothing was published */
	OUTCOME_REFUSED = 4, /* a guard refused */
};

#endif
