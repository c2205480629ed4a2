/* SPDX-License-Identifier: MIT
 * url: references and what they resolve to. RFC 3986. */
#ifndef FEEDMILL_BASE_WEB_URL_H
#define FEEDMILL_BASE_WEB_URL_H

#include "base/core/buf.h"
#include "base/core/mem.h"
#include "base/core/str.h"

/* The parts of a reference, as slices of it. RFC 3986, appendix B. */
struct url {
	str scheme;    /* without ':' */
	str authority; /* without '//' */
	str path;
	str query;     /* without '?' */
	str fragment;  /* without '#' */
	bool has_scheme, has_authority, has_query, has_fragment;
};

struct url url_split(str ref);
/* The host in an authority, which holds [ userinfo "@" ] host [ ":" port ];
 * *port, unless NULL, is set to the text behind its ':', if there is one.
 * Section 3.2. */
str url_host(str authority, str *port);
/* An absolute http or https URL with a host. */
bool url_is_web(str s);

/* Appends `ref` resolved against `base`, an absolute URL, in the form that
 * feeds need: what RFC 3986 does not allow is percent-encoded as UTF-8, what
 * is encoded already stays, the host is in lower case and in punycode, dot
 * segments are gone. An absolute `ref` keeps its bytes but for that. Section
 * 5.2. False: the host is not one; nothing was appended. */
bool url_resolve(struct buf *out, str base, str ref);
/* Whether `ref` is an http or https URL that url_resolve would not change. A
 * cheap test, which misses a few of them. */
bool url_is_resolved(str ref);

/* Appends a path in its canonical form: everything percent-encoded that no
 * path may hold, and nothing else; '/' and valid escapes stay. Sections 3.3
 * and 6.2.2. */
void url_encode_path(struct buf *out, str path);
/* Appends any text, with "%XX" for the bytes that are special. url_decode
 * reverses it if '%' is. */
void url_escape(struct buf *out, str s, bool (*is_special)(char c));

/* Appends a part of a URL with its escapes decoded; an incomplete escape
 * stays. Section 2.1. */
void url_decode(struct buf *out, str part);

/* Appends the path of `url` below that of `base`, decoded, with neither an
 * empty segment nor a '/' at its end: what a web server that shows a folder at
 * `base` would look for in it. False: it is not below, or would lead out. */
bool url_below(struct buf *out, str base, str url);

/* Whether s is an absolute IRI: a scheme, and no white space or control.
 * RFC 3987. */
bool url_is_iri(str s);

#endif
