/* SPDX-License-Identifier: MIT
 * html_guard: HTML that a parser could not cope with. */
#ifndef FEEDMILL_CONTENT_HTML_HTML_GUARD_H
#define FEEDMILL_CONTENT_HTML_HTML_GUARD_H

#include "base/core/mem.h"
#include "base/core/str.h"

/* False: *html would keep gumbo busy for minutes, which looks through all open
 * elements at each tag, and through all attributes at each attribute. What it
 * aborts on is mended: CDATA sections, which mean nothing outside of SVG and
 * MathML, become comments. *html is then a copy in `arena`. */
bool html_guard(str *html, struct arena *arena);

#endif
