/* SPDX-License-Identifier: MIT
 * atom_links: atom:link, wherever it stands. RFC 4287, section 4.2.7, and what
 * RFC 5005 and RFC 4685 add to it. */
#ifndef FEEDMILL_VALIDATE_VOCABULARIES_ATOM_LINKS_H
#define FEEDMILL_VALIDATE_VOCABULARIES_ATOM_LINKS_H

#include "validate/vocabularies/frame.h"

/* One link of a feed or an entry; alive as long as that is open. */
struct link {
	str rel;      /* "alternate" where it has none */
	str type, hreflang, href;
	size_t at;
	struct link *next;
};

extern const struct attribute link_attributes[];

/* Judges a link that ends, and gives it to the element around. */
void link_closed(struct check *c, struct frame *f);

/* The link of a relation, or NULL. */
const struct link *link_find(const struct frame *f, str rel);
/* Reports alternate links of the same type and language. */
void links_check_alternates(struct check *c, const struct frame *f);
/* Judges the links by which a feed is one of several. RFC 5005. */
void links_check_history(struct check *c, const struct frame *f);
/* Reports a feed without an address of its own. Feed rule 20. */
void links_check_self(struct check *c, const struct frame *f);

#endif
