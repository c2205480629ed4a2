/* SPDX-License-Identifier: MIT
 * hooks: checks that rows of several vocabularies share. */
#ifndef FEEDMILL_VALIDATE_VOCABULARIES_HOOKS_H
#define FEEDMILL_VALIDATE_VOCABULARIES_HOOKS_H

#include "validate/vocabularies/frame.h"

/* opened: reports metadata of a feed that come after its entries. */
void hook_metadata_opened(struct check *c, struct frame *f);
/* closed: notes the date for the two checks below. */
void hook_date_closed(struct check *c, struct frame *f);
/* Judges the dates of an entry that ends, and those of the whole feed. Feed
 * rules 14, 15 and 18. */
void hook_check_dates(struct check *c, const struct frame *f);
void hook_check_feed_date(struct check *c);
/* Reports two elements with the same meaning in a channel, item or feed that
 * ends. Feed rule 33. */
void hook_check_semantics(struct check *c, const struct frame *f);
/* vocab_itunes.c: reports what podcast directories require and a feed that
 * ends does not have. */
void hook_check_podcast(struct check *c, const struct frame *f);
/* Whether the document has no earlier value of that kind. */
bool hook_is_new(struct check *c, const char *kind, str value);
/* Reports an id that an earlier element of that name has, too. `parent` is
 * "item" or "entry". */
void hook_check_unique(struct check *c, const struct frame *f,
    diag_code code, const char *parent);

#endif
