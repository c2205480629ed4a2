/* SPDX-License-Identifier: MIT
 * ping: tells hubs which feeds have changed.
 *
 * WebSub does not define the request. All known hubs accept the one of
 * PubSubHubbub 0.3, section 7.1: a form with hub.mode=publish and hub.url, the
 * address of the feed. */
#ifndef FEEDMILL_PUBLISH_PING_H
#define FEEDMILL_PUBLISH_PING_H

#include "config/config.h"
#include "publish/owed.h"

/* Numbers of pairs of a hub and a feed. */
struct ping_counts {
	size_t told;
	size_t owed; /* not told yet */
};

/* Sends each hub of the config its pings, to all hubs at the same time and for
 * as long as feeds.ping allows, and sets is_told in the rows. Reports a hub
 * that did not accept all pings, with its place in the config. */
void ping_hubs(struct owed *o, const struct config *c,
    struct ping_counts *counts, struct diags *diags);

#endif
