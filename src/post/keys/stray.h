/* SPDX-License-Identifier: MIT
 * stray: keys of the front matter that seem to be meant as others: a
 * misspelt one (titel), or a date under a key that is not known. */
#ifndef FEEDMILL_POST_KEYS_STRAY_H
#define FEEDMILL_POST_KEYS_STRAY_H

#include "base/data/pack.h"
#include "config/config.h"

/* One such key of a post. */
struct stray {
	str key;
	const char *near; /* the key that it may be meant as; NULL: it has a
	                   * date, and no name is near */
	struct mark at;   /* of the key in the file */
	struct stray *next;
};

/* Known keys that a thread has compared, by their spelling: most posts of a
 * site have the same ones. The zero value is empty. */
struct stray_names {
	struct table known;
	struct arena arena;
};
void stray_names_free(struct stray_names *n);

/* The keys of a front matter that are nearly those of posts and whose values
 * fit them, in the order of the file; in the arena. Sets *uses to the known
 * keys that it has, a bit for each kind. */
struct stray *stray_find(const struct value *front, const struct config *c,
    struct stray_names *names, uint16_t *uses, struct arena *a);
/* For front matter without a date: the key that may be meant as its date,
 * first one whose name is near; or NULL. */
struct stray *stray_find_date(const struct value *front,
    const struct config *c, struct arena *a);
/* The bit that stray_find sets for a key of that name. */
uint16_t stray_bit(const char *near);

void stray_pack(struct buf *out, const struct stray *list);
/* The texts are slices of the bytes. */
struct stray *stray_unpack(struct unpack *u, struct arena *a);

#endif
