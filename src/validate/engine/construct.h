/* SPDX-License-Identifier: MIT
 * construct: text constructs and content of Atom, whose `type` says what is
 * in them. RFC 4287, sections 3.1 and 4.1.3. */
#ifndef FEEDMILL_VALIDATE_ENGINE_CONSTRUCT_H
#define FEEDMILL_VALIDATE_ENGINE_CONSTRUCT_H

#include "validate/vocabularies/frame.h"
#include "validate/reading/xml_reader.h"

/* The start of one, of an element directly in it, and of one in its XHTML. */
void construct_open(struct check *c, struct frame *f);
void construct_open_child(struct check *c, struct frame *up, struct frame *f,
    const struct xml_tag *tag);
void construct_open_xhtml(struct check *c, struct frame *up, struct frame *f,
    const struct xml_tag *tag);
/* The attributes of an element of XHTML. */
void construct_check_attributes(struct check *c, struct frame *f,
    const struct xml_tag *tag);
/* The end of one, and of an element in its XHTML. */
void construct_close(struct check *c, struct frame *f);
void construct_close_xhtml(struct check *c, struct frame *f);

#endif
