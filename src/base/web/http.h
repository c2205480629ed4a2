/* SPDX-License-Identifier: MIT
 * http: documents and services of the web, by way of libcurl. Only http and
 * https are used, by redirects too. */
#ifndef FEEDMILL_BASE_WEB_HTTP_H
#define FEEDMILL_BASE_WEB_HTTP_H

#include "base/core/buf.h"
#include "base/core/library.h"
#include "base/core/mem.h"
#include "base/core/str.h"

struct http_request {
	const char *url;
	/* Posted as application/x-www-form-urlencoded, unless empty. It is sent
	 * on to where redirects lead, except by 303, but never from https to
	 * http. */
	str form;
	size_t most;               /* bytes of a body, unpacked */
	long seconds;              /* for all of it */
	/* From an earlier reply: only a newer document is sent; or empty. */
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
	bool is_moved;        /* all of them are permanent: 301 or 308 */
	str url;              /* after the last redirect */
	str content_type, content_encoding, etag, last_modified;
	str retry_after;
	str error;            /* of HTTP_FAILED, in words */
	const struct library *missing; /* libcurl, if that is the error */
};

/* Sends the request and appends the reply's body to `body`. From any
 * thread. */
enum http_end http_get(struct arena *a, const struct http_request *q,
    struct buf *body, struct http_reply *r);

/* For several requests to one server: the connection stays open between them.
 * One thread at a time. Without libcurl each reply is an error that says so. */
struct http;
struct http *http_open(void);
enum http_end http_ask(struct http *h, struct arena *a,
    const struct http_request *q, struct buf *body, struct http_reply *r);
void http_close(struct http *h);

#endif
