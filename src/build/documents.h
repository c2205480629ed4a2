/* SPDX-License-Identifier: MIT
 * documents: the bytes of feeds, put together from finished entries.
 *
 * Feeds take their entries as these are rendered, and are written as soon as
 * they have the last one. Where so many wait for old entries that memory
 * grows, what they have so far is written ahead. */
#ifndef FEEDMILL_BUILD_DOCUMENTS_H
#define FEEDMILL_BUILD_DOCUMENTS_H

#include "entries.h"

struct documents;

/* The documents of those feeds of the plan that `needed` names. What they
 * report is kept until documents_close. */
struct documents *documents_open(struct site *s, struct entries *e,
    struct publisher *p, const bool *needed);
/* Gives the feeds what entries there are, on all cores. False: one could not
 * be handed to the publisher. */
bool documents_take(struct documents *d);
/* Reports, in the order of the plan: what went wrong, feeds that are too
 * large, and by `changed` (or NULL) the paths that differ. Frees it. */
void documents_close(struct documents *d,
    void (*changed)(void *ctx, str path), void *ctx, struct diags *diags);

#endif
