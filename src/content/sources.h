/* SPDX-License-Identifier: MIT
 * sources: what an entry is made of besides its post's own file. While none of
 * it changes, neither does the entry. */
#ifndef FEEDMILL_CONTENT_SOURCES_H
#define FEEDMILL_CONTENT_SOURCES_H

#include "../base/file.h"

struct sources {
	bool posts;         /* other posts: where they are, what they are
	                     * called, or that they are not there */
	bool nowhere;       /* a file that is not there, or cannot be read */
	str page;           /* the page of the site; or empty. Relative to
	                     * the config's folder */
	struct stamp stamp; /* of the page, from before it was read */
};

#endif
