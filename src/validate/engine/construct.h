/* SPDX-License-Identifier: MIT
 * construct: text constructs and content of Atom, which hold what their `type`
 * says. RFC 4287, sections 3.1 and 4.1.3. */
#ifndef FEEDMILL_VALIDATE_ENGINE_CONSTRUCT_H
#define FEEDMILL_VALIDATE_ENGINE_CONSTRUCT_H

#include "validate/vocabularies/frame.h"
#include "validate/reading/xml_reader.h"

/* The start of a construct, of a child, and of an element of its XHTML. */
void construct_open(struct check *c, struct frame *f);
void construct_open_child(struct check *c, struct frame *up, struct frame *f,
    const struct xml_tag *tag);
void construct_open_xhtml(struct check *c, struct frame *up, struct frame *f,
    const struct xml_tag *tag);
/* Judges the attributes of an element of XHTML. */
void construct_check_attributes(struct check *c, struct frame *f,
    const struct xml_tag *tag);
/* The end of a construct, and of an element of its XHTML. */
void construct_close(struct check *c, struct frame *f);
void construct_close_xhtml(struct check *c, struct frame *f);

#endif
