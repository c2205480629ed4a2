/* SPDX-License-Identifier: MIT
 * kd_html: the elements that kramdown knows. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_KRAMDOWN_KD_HTML_H
#define FEEDMILL_CONTENT_MARKDOWN_KRAMDOWN_KD_HTML_H

#include "content/markdown/kramdown/kd_scan.h"

/* Whether a tag of that name does not end a paragraph; in lower case only. */
bool kd_html_goes_on(str word);

#endif
