/* SPDX-License-Identifier: MIT
 * root: what kind of document it is, by its outermost element. */
#ifndef FEEDMILL_VALIDATE_ENGINE_ROOT_H
#define FEEDMILL_VALIDATE_ENGINE_ROOT_H

#include "validate/vocabularies/frame.h"
#include "validate/reading/xml_reader.h"

/* The format that an outermost element is of, or FORMAT_NONE. */
enum format root_format(const struct xml_tag *tag);
/* Sets the vocabulary and the row of the root; without a row, the document is
 * not judged any further, and the reason was reported. */
void root_open(struct check *c, struct frame *f, const struct xml_tag *tag);
/* The DOCTYPE, before the root. */
void root_doctype(struct check *c, str name, str public_id, str system_id);

/* Reports that a document is an HTML page, and which feed it links to. */
void root_report_page(struct document *d, size_t at);

#endif
