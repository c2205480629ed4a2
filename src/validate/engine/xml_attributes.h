/* SPDX-License-Identifier: MIT
 * xml_attributes: the attributes of an element, against its row. */
#ifndef FEEDMILL_VALIDATE_ENGINE_XML_ATTRIBUTES_H
#define FEEDMILL_VALIDATE_ENGINE_XML_ATTRIBUTES_H

#include "validate/reading/xml_reader.h"
#include "validate/vocabularies/frame.h"

/* Copies the attributes of a tag to its frame, and judges xml:lang and
 * xml:base, which any element may have. */
void xml_attributes_open(struct check *c, struct frame *f,
    const struct xml_tag *tag);
/* Judges the attributes by the frame's row, and reports those it must have. */
void xml_attributes_check(struct check *c, struct frame *f,
    const struct xml_tag *tag);

#endif
