/* SPDX-License-Identifier: MIT
 * survey: a new config held against the site that its generator built. */
#ifndef FEEDMILL_BUILD_WITNESS_SURVEY_H
#define FEEDMILL_BUILD_WITNESS_SURVEY_H

#include "build/site/site_options.h"
#include "generators/import/import.h"

/* A config that is not written yet. */
struct survey {
	struct import *im;    /* is corrected */
	struct arena *arena;
	str dir;              /* folder of the site; "" for the current one */
	str path;             /* of feedmill.yaml */
	const struct site_options *options;
	str built;            /* the folder with the pages, relative to dir;
	                       * empty: none was found */
};

/* Finds the folder of the built site, and learns from it what the generator's
 * config does not say: address and title. */
void survey_find(struct survey *v);
/* Reads the posts by the config and looks up their addresses among the pages;
 * corrects the settings that addresses are made from. Then reads the feeds that
 * the generator wrote: their paths, ids, limit, title and posts. What was found
 * is added to the checks of the import, what does not agree to its gaps. Needs
 * site.url. */
void survey_check(struct survey *v);

#endif
