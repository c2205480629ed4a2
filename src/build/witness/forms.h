/* SPDX-License-Identifier: MIT
 * forms: the settings that give posts the addresses of their pages. */
#ifndef FEEDMILL_BUILD_WITNESS_FORMS_H
#define FEEDMILL_BUILD_WITNESS_FORMS_H

#include "build/site/site.h"

/* A sample of posts, some of which have no page at their address. */
struct sample {
	struct site *site;
	const struct site_options *options;
	str built;             /* the folder, relative to the config */
	const size_t *lost;    /* indexes of posts without a page, rising */
	size_t n_lost;
	const size_t *found;   /* of posts with one */
	size_t n_found;
};

/* A setting, and what it changes. */
struct form {
	struct strs settings;  /* "KEY=VALUE", added to the earlier ones */
	size_t n_cured;        /* posts of `lost` that have a page then */
	bool *is_cured;        /* which of them */
};

/* Tries the forms that addresses have, one after the other, on top of the
 * settings of earlier forms. False: none gives a page to enough of the posts
 * without taking one from the others. All in the arena. */
bool forms_find(struct form *out, const struct sample *s,
    const struct strs *settings, struct arena *a);

#endif
