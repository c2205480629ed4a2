/* SPDX-License-Identifier: MIT
 * http: documents and services of the web, by way of libcurl. Nothing but
 * http and https is asked, not by redirects either. */
#ifndef FEEDMILL_BASE_WEB_HTTP_H
#define FEEDMILL_BASE_WEB_HTTP_H

#include "base/core/buf.h"
#include "base/core/library.h"
#include "base/core/mem.h"
#include "base/core/str.h"

struct http_request {
	const char *url;
	/* Posted, as application/x-www-form-urlencoded, unless empty. Redirects
	 * get it too, but for 303, and from https none leads to http then. */
	str form;
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
	str retry_after;
	str error;            /* of HTTP_FAILED, in words */
	const struct library *missing; /* libcurl, if that is the error */
};

/* Asks; the body is appended to `body`. Threads may do so at once. */
enum http_end http_get(struct arena *a, const struct http_request *q,
    struct buf *body, struct http_reply *r);

/* For many requests to one server, whose connection stays open in between. By
 * one thread at a time. Where libcurl is missing, each reply says so. */
struct http;
struct http *http_open(void);
enum http_end http_ask(struct http *h, struct arena *a,
    const struct http_request *q, struct buf *body, struct http_reply *r);
void http_close(struct http *h);

#endif
