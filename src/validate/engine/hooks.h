/* SPDX-License-Identifier: MIT
 * hooks: functions that rows of several vocabularies name. */
#ifndef FEEDMILL_VALIDATE_ENGINE_HOOKS_H
#define FEEDMILL_VALIDATE_ENGINE_HOOKS_H

#include "validate/engine/check.h"

/* vocab_atom.c: reports metadata of a feed that come after its entries. */
void hook_metadata_opened(struct check *c, struct frame *f);
/* dates.c: keeps a date that ends, and judges those of an entry or of a feed
 * that does. */
void hook_date_closed(struct check *c, struct frame *f);
void hook_check_dates(struct check *c, const struct frame *f);
void hook_check_feed_date(struct check *c);
/* semantics.c: reports two elements that say the same, in a channel, an item
 * or a feed that ends. */
void hook_check_semantics(struct check *c, const struct frame *f);
/* vocab_itunes.c: reports what directories of podcasts ask for. */
void hook_check_podcast(struct check *c, const struct frame *f);
/* Whether a value of that kind is there for the first time in the document. */
bool hook_is_new(struct check *c, const char *kind, str value);

#endif
