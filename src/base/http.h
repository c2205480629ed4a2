/* SPDX-License-Identifier: MIT
 * http: documents of the web, by way of libcurl. Nothing but http and https
 * is fetched, not by redirects either. */
#ifndef FEEDMILL_BASE_HTTP_H
#define FEEDMILL_BASE_HTTP_H

#include "buf.h"
#include "mem.h"
#include "str.h"

struct http_request {
	const char *url;
	size_t most;               /* bytes of a body, unpacked */
	long seconds;              /* for all of it */
	/* What it must have changed since, from an earlier reply; or empty. */
	str etag, last_modified;
};

enum http_end {
	HTTP_DONE,      /* there is a status, and perhaps a body */
	HTTP_TOO_LARGE, /* the body has more than `most` bytes */
	HTTP_FAILED,    /* there is no reply; why is in `error` */
};

/* All in the arena of the call. */
struct http_reply {
	long status;
	long redirects;       /* that were followed: at most 5 */
	bool is_moved;        /* all of them for good: 301 or 308 */
	str url;              /* where it was found in the end */
	str content_type, content_encoding, etag, last_modified;
	str error;            /* of HTTP_FAILED, in words */
};

/* Fetches; the body is appended to `body`. Threads may do so at once. */
enum http_end http_get(struct arena *a, const struct http_request *q,
    struct buf *body, struct http_reply *r);

#endif
