/* SPDX-License-Identifier: MIT
 * html_guard: HTML that would keep the parser busy for minutes. */
#ifndef FEEDMILL_CONTENT_HTML_HTML_GUARD_H
#define FEEDMILL_CONTENT_HTML_HTML_GUARD_H

#include "base/core/mem.h"
#include "base/core/str.h"

/* False: *html would keep gumbo busy for minutes: it searches all open elements
 * at each tag, and all attributes at each attribute. CDATA sections, on which
 * it aborts, become comments, since they mean nothing outside of SVG and
 * MathML; *html is then a copy in `arena`. */
bool html_guard(str *html, struct arena *arena);

#endif
