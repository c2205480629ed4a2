/* SPDX-License-Identifier: MIT
 * value_pack: a tree of values as bytes. */
#ifndef FEEDMILL_BASE_DATA_VALUE_PACK_H
#define FEEDMILL_BASE_DATA_VALUE_PACK_H

#include "base/data/pack.h"
#include "base/data/value.h"

/* Packs a tree whose parts all stand in one file. Parts that are shared are
 * packed as often as they are reached. NULL can be packed too. */
void value_pack(struct buf *out, const struct value *v);
/* Unpacks a tree into the arena; its texts are copies. NULL was packed, or the
 * bytes are bad: too deep counts as bad. */
struct value *value_unpack(struct unpack *u, struct arena *a);

#endif
