/* SPDX-License-Identifier: MIT
 * forms: finds the settings that give posts the addresses of their pages. */
#ifndef FEEDMILL_BUILD_WITNESS_FORMS_H
#define FEEDMILL_BUILD_WITNESS_FORMS_H

#include "build/site/site.h"

/* A sample of posts, some of which have no page at their address. */
struct sample {
	struct site *site;
	const struct site_options *options;
	str built;             /* folder of the pages, relative to the config */
	const size_t *lost;    /* sorted indexes of posts without a page */
	size_t n_lost;
	const size_t *found;   /* the same of posts with a page */
	size_t n_found;
};

/* Settings, and the posts that have a page with them. */
struct form {
	struct strs settings;  /* "KEY=VALUE", added to the earlier ones */
	size_t n_cured;        /* number of posts of `lost` with a page then */
	bool *is_cured;        /* which of them */
};

/* Tries the forms that addresses can have, each together with the settings of
 * earlier forms. False: no form gives a page to enough of the lost posts while
 * the found posts keep theirs. All memory is in the arena. */
bool forms_find(struct form *out, const struct sample *s,
    const struct strs *settings, struct arena *a);

#endif
