/* SPDX-License-Identifier: MIT
 * gate: whether a new or changed document may be published. */
#ifndef FEEDMILL_BUILD_RUN_GATE_H
#define FEEDMILL_BUILD_RUN_GATE_H

#include "base/core/str.h"

struct diags;
struct entries;
struct feed;
struct publish_item;
struct site;

/* The gate of one document. All its paths get the same bytes, so that it is
 * judged once. */
struct gate {
	struct site *site;
	struct entries *entries;
	str folder;              /* where the feeds are */
	bool is_unread;          /* a post could not be read */
	const struct feed *feed;
	size_t format;           /* index of the plan */
	size_t thread;           /* that calls gate_pass */
	size_t size;             /* bytes of the document */
	bool is_done, passes;    /* of gate_pass */
};

/* Whether a document has more bytes than the config allows. */
bool gate_is_too_large(const struct site *s, size_t size);
/* Whether the document can be refused at all. */
bool gate_is_needed(const struct gate *g);
/* For struct publish_gate: `ctx` is the gate. False: the document is too large,
 * would lose the entries of unread posts, or breaks a rule of its format, which
 * is reported.
 *
 * An entry is judged in the first document that has it, and no more in those
 * after it: an entry is the same bytes in each, the rules look at it and the
 * frame around it, and two entries of one id do not come so far
 * (id-duplicate). Only if that finds an error is the document judged as a
 * whole. */
bool gate_pass(void *ctx, const struct publish_item *item,
    struct diags *diags);

#endif
