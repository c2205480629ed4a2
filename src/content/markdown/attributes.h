/* SPDX-License-Identifier: MIT
 * attributes: removes lists of attributes from Markdown, such as {: .class}. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_ATTRIBUTES_H
#define FEEDMILL_CONTENT_MARKDOWN_ATTRIBUTES_H

#include "base/core/buf.h"
#include "base/core/mem.h"
#include "base/core/str.h"
#include "generators/generator.h"

/* Appends the text without lists of the kinds `which`. Code is not changed. */
void attributes_strip(struct buf *out, str text, unsigned which,
    struct arena *a);

#endif
