/* SPDX-License-Identifier: MIT
 * check: judges XML against the vocabularies. */
#ifndef FEEDMILL_VALIDATE_ENGINE_CHECK_H
#define FEEDMILL_VALIDATE_ENGINE_CHECK_H

#include "validate/reading/document.h"

/* Judges an XML document. It is read once, as tags and text: memory grows
 * with the depth and the longest text, not with the document. */
void check_xml(struct document *d);

#endif
