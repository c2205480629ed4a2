/* SPDX-License-Identifier: MIT
 * selector: CSS selectors, as far as they name a part of a page. */
#ifndef FEEDMILL_CONTENT_HTML_SELECTOR_H
#define FEEDMILL_CONTENT_HTML_SELECTOR_H

#include "base/core/mem.h"
#include "base/core/str.h"

struct html_node;
struct selector;

/* Parses a list of selectors with commas between: elements by type, class, id
 * and attribute, alone or below others (a blank, or '>' for right below). The
 * selector lives in `arena`. NULL: it does not parse; *bad is the offset of
 * the mistake, in bytes, and *why says what is wrong there. */
const struct selector *selector_parse(struct arena *arena, str text,
    size_t *bad, const char **why);

/* The first element, `root` and those below it in the order of their start
 * tags, that the selector matches; or NULL. Elements that browsers do not show,
 * such as scripts and the page's head, are skipped. It takes one walk. */
const struct html_node *selector_find(const struct selector *s,
    const struct html_node *root, struct arena *scratch);

#endif
