/* SPDX-License-Identifier: MIT
 * kd_extension: {::name ...} and {:/name}. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_KRAMDOWN_KD_EXTENSION_H
#define FEEDMILL_CONTENT_MARKDOWN_KRAMDOWN_KD_EXTENSION_H

#include "content/markdown/kramdown/kd.h"

struct kd_extension {
	str name, options;
	bool is_closed; /* {::name ... /} */
};

/* Behind the start tag that stands at p, or NULL. */
const char *kd_extension(const char *p, const char *end,
    struct kd_extension *x);
/* Where the next end tag of that name, or without one, begins; or NULL. */
const char *kd_extension_stop(const char *p, const char *end, str name,
    const char **behind);
void kd_extension_options(struct kd *k, str options);

/* An id as kramdown compares them. */
str kd_link_id(struct arena *a, str id);

#endif
