/* SPDX-License-Identifier: MIT
 * root: the format of a document, by its outermost element. */
#ifndef FEEDMILL_VALIDATE_ENGINE_ROOT_H
#define FEEDMILL_VALIDATE_ENGINE_ROOT_H

#include "validate/vocabularies/frame.h"
#include "validate/reading/xml_reader.h"

/* The format of an outermost element, or FORMAT_NONE. */
enum format root_format(const struct xml_tag *tag);
/* Sets the vocabulary and the row of the root. Without a row, the document is
 * not judged any further; the reason is reported. */
void root_open(struct check *c, struct frame *f, const struct xml_tag *tag);
/* Judges the DOCTYPE. */
void root_doctype(struct check *c, str public_id, str system_id);

/* Reports that a document is an HTML page, and which feed it links to. */
void root_report_page(struct document *d, size_t at);

#endif
