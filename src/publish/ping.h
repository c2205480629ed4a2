/* SPDX-License-Identifier: MIT
 * ping: hubs are told of feeds that have changed.
 *
 * WebSub leaves it to hubs how they want to be told; all that are known take
 * what PubSubHubbub 0.3, section 7.1, has: a form with hub.mode=publish and
 * hub.url, which is the address of the feed. */
#ifndef FEEDMILL_PUBLISH_PING_H
#define FEEDMILL_PUBLISH_PING_H

#include "config/config.h"
#include "publish/owed.h"

/* Of pairs of a hub and a feed. */
struct ping_counts {
	size_t told;
	size_t owed; /* still */
};

/* Tells the hubs of the config what they are owed, all at once, each for as
 * long as feeds.ping allows. Rows that were told say so. A hub that could not
 * be told of all is reported, with its place in the config. */
void ping_hubs(struct owed *o, const struct config *c,
    struct ping_counts *counts, struct diags *diags);

#endif
