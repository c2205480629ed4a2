/* SPDX-License-Identifier: MIT
 * flavour: the Markdown of a site. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_FLAVOUR_H
#define FEEDMILL_CONTENT_MARKDOWN_FLAVOUR_H

struct config;

/* The FLAVOUR_ bits of the dialect, with what content.smart and content.flavour
 * change. */
unsigned flavour_of(const struct config *c);

#endif
