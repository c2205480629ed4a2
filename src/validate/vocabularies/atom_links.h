/* SPDX-License-Identifier: MIT
 * atom_links: atom:link in feeds, entries, channels and items. RFC 4287,
 * section 4.2.7, with RFC 5005 and RFC 4685. */
#ifndef FEEDMILL_VALIDATE_VOCABULARIES_ATOM_LINKS_H
#define FEEDMILL_VALIDATE_VOCABULARIES_ATOM_LINKS_H

#include "validate/vocabularies/frame.h"

/* A link of a feed or an entry; valid while that is open. */
struct link {
	str rel;      /* "alternate" by default */
	str type, hreflang, href;
	size_t at;
	struct link *next;
};

extern const struct attribute link_attributes[];

/* closed: judges a link and adds it to its parent. */
void atom_links_closed(struct check *c, struct frame *f);

/* A link with a relation, or NULL. */
const struct link *atom_links_find(const struct frame *f, str rel);
/* Reports alternate links of the same type and language. */
void atom_links_check_alternates(struct check *c, const struct frame *f);
/* Judges the links of a paged or archived feed. RFC 5005. */
void atom_links_check_history(struct check *c, const struct frame *f);
/* Reports a feed without rel="self". Feed rule 20. */
void atom_links_check_self(struct check *c, const struct frame *f);

#endif
