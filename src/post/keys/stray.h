/* SPDX-License-Identifier: MIT
 * stray: front matter keys that are probably mistakes: a misspelt key (titel),
 * or an unknown key with a date. */
#ifndef FEEDMILL_POST_KEYS_STRAY_H
#define FEEDMILL_POST_KEYS_STRAY_H

#include "base/data/pack.h"
#include "config/config.h"

/* One such key of a post. */
struct stray {
	str key;
	const char *near; /* the key that was probably meant; NULL: it has a
	                   * date, and no known key is similar */
	struct mark at;   /* of the key in the file */
	struct stray *next;
};

/* The keys that a thread has compared so far: a cache, as most posts of a site
 * have the same keys. The zero value is empty. */
struct stray_names {
	struct table known;
	struct arena arena;
};
void stray_names_free(struct stray_names *n);

/* Finds the keys that are similar to a known key that the front matter lacks,
 * and whose values fit it. In the order of the file; in the arena. *uses: the
 * known keys that the front matter has, a bit for each kind. */
struct stray *stray_find(const struct value *front, const struct config *c,
    struct stray_names *names, uint16_t *uses, struct arena *a);
/* For front matter without a date: the key that was probably meant as its date,
 * or NULL. Prefers a key that is similar to a known one. */
struct stray *stray_find_date(const struct value *front,
    const struct config *c, struct arena *a);
/* The bit that stray_find sets for a key of that name. */
uint16_t stray_bit(const char *near);

void stray_pack(struct buf *out, const struct stray *list);
/* The texts are slices of the bytes. */
struct stray *stray_unpack(struct unpack *u, struct arena *a);

#endif
