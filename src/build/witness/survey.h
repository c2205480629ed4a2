/* SPDX-License-Identifier: MIT
 * survey: compares a new config with the site that the generator built. */
#ifndef FEEDMILL_BUILD_WITNESS_SURVEY_H
#define FEEDMILL_BUILD_WITNESS_SURVEY_H

#include "build/site/site_options.h"
#include "generators/import/import.h"

/* A config that is not written yet. */
struct survey {
	struct import *im;    /* the config; the survey corrects it */
	struct arena *arena;
	str dir;              /* folder of the site; "" for the current one */
	str path;             /* of feedmill.yaml */
	const struct site_options *options;
	str built;            /* the folder with the pages, relative to dir;
	                       * empty: none was found */
};

/* Finds the folder of the built site. Takes the address and the title from it
 * if the generator's config does not have them. */
void survey_find(struct survey *v);
/* Reads the posts by the config, looks up their addresses among the pages, and
 * corrects the settings for addresses. Then compares a feed that the generator
 * wrote: its path, ids, limit, title and posts. Adds the results to the checks
 * of the import, and differences to its gaps. Needs site.url. */
void survey_check(struct survey *v);

#endif
