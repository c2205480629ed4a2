/* SPDX-License-Identifier: MIT
 * remote: fetches a feed, judges it and how its server sends it. */
#include "validate/engine/validate.h"

#include "base/web/http.h"
#include "base/web/url.h"
#include "validate/tables/feed_rules.h"
#include "validate/types/type.h"

/* The media type of each format, and others that readers accept. RFC 4287,
 * section 7; JSON Feed 1.1; RFC 7303. */
static const struct {
	const char *format; /* the start of its name */
	const char *own;
	const char *also;
} media_types[] = {
	{"Atom", "application/atom+xml", "|application/xml|text/xml|"},
	{"RSS 1", "application/rdf+xml",
		"|application/rss+xml|application/xml|text/xml|"},
	{"RSS", "application/rss+xml", "|application/xml|text/xml|"},
	{"JSON", "application/feed+json", "|application/json|"},
	{"OPML", "text/x-opml",
		"|text/x-opml+xml|application/xml|text/xml|"},
};

struct remote {
	const char *url;
	const struct validate_options *options;
	const struct validate_result *result;
	struct arena *arena;
	struct diags *diags;
	struct http_reply reply;
};

#define REPORT(m, ...) \
	validate_report((m)->options, str_of((m)->url), (m)->diags, __VA_ARGS__)

/* ---- the header ---- */

/* The value of the parameter charset, without quotes. */
static str
charset_of(str content_type)
{
	str rest = content_type, part;

	while (str_split(&rest, ';', &part)) {
		part = str_trim(part);
		if (!str_istarts(part, S("charset=")))
			continue;
		part = str_from(part, 8);
		if (part.len > 1 && part.ptr[0] == '"')
			part = str_sub(part, 1, part.len - 2);
		return part;
	}
	return (str){0};
}

static void
check_media_type(struct remote *m)
{
	str header = m->reply.content_type;
	str type = str_trim(str_sub(header, 0, str_chr(header, ';')));
	str format = str_of(m->result->format);

	if (type.len == 0) {
		REPORT(m, RULE_HTTP_MEDIA_TYPE,
		    "the server sends no Content-Type");
		return;
	}
	for (size_t i = 0; i < sizeof media_types / sizeof media_types[0];
	    i++) {
		if (!str_starts(format, str_of(media_types[i].format)))
			continue;
		if (str_ieq(type, str_of(media_types[i].own)))
			return;
		REPORT(m, type_has_word(media_types[i].also, type, true)
		    ? RULE_HTTP_GENERAL_TYPE : RULE_HTTP_MEDIA_TYPE,
		    "the media type is '%.*s', expected %s", STR_ARG(type),
		    media_types[i].own);
		return;
	}
}

static void
check_redirects(struct remote *m)
{
	if (m->reply.redirects)
		REPORT(m, RULE_HTTP_REDIRECT, "the address redirects to "
		    "'%.*s', %ld time%s, %s", STR_ARG(m->reply.url),
		    m->reply.redirects, m->reply.redirects == 1 ? "" : "s",
		    m->reply.is_moved ? "permanently" : "temporarily");
}

/* ---- a second request ---- */

static void
check_conditional(struct remote *m, const struct http_request *first)
{
	struct http_request again = *first;
	struct http_reply reply;
	struct buf body = {0};
	enum http_end end;

	again.url = arena_cstr(m->arena, m->reply.url);
	again.etag = m->reply.etag;
	again.last_modified = m->reply.last_modified;
	if (again.etag.len == 0 && again.last_modified.len == 0) {
		REPORT(m, RULE_HTTP_NO_VALIDATOR, "the server sends neither "
		    "ETag nor Last-Modified");
		return;
	}
	end = http_get(m->arena, &again, &body, &reply);
	if (end == HTTP_TOO_LARGE || (end == HTTP_DONE &&
	    reply.status != 304))
		REPORT(m, RULE_HTTP_NO_304, "a second request with the %s of "
		    "the first got everything again, expected status 304",
		    again.etag.len ? "ETag" : "Last-Modified");
	buf_free(&body);
}

static void
check_compression(struct remote *m, size_t size)
{
	enum { WORTH_IT = 4096 };

	if (m->reply.content_encoding.len == 0 && size > WORTH_IT)
		REPORT(m, RULE_HTTP_UNCOMPRESSED,
		    "the server sends %zu bytes uncompressed", size);
}

/* ---- the whole ---- */

static bool
fetch(struct remote *m, const struct http_request *q, struct buf *body)
{
	enum http_end end = http_get(m->arena, q, body, &m->reply);
	struct source src = {str_of(m->url), {0}};

	if (m->reply.missing)
		library_report(m->reply.missing, &src, m->diags);
	else if (end == HTTP_FAILED)
		REPORT(m, RULE_FETCH_FAILED, "cannot fetch it: %.*s",
		    STR_ARG(m->reply.error));
	else if (end == HTTP_TOO_LARGE)
		REPORT(m, RULE_TOO_LARGE, "the document has more than %d "
		    "bytes", (int)VALIDATE_MOST);
	else if (m->reply.status != 200)
		REPORT(m, RULE_FETCH_FAILED, "cannot fetch it: the server "
		    "answers with status %ld, expected 200",
		    m->reply.status);
	else
		return true;
	return false;
}

bool
validate_url(const char *url, const struct validate_options *o,
    struct validate_result *result, struct diags *diags)
{
	struct arena a = {0};
	struct buf body = {0};
	struct remote m = {.url = url, .options = o, .result = result,
		.arena = &a, .diags = diags};
	struct http_request q = {.url = url, .most = VALIDATE_MOST,
		.seconds = o->seconds ? o->seconds : VALIDATE_SECONDS};
	struct validate_options with = *o;
	bool is_judged;

	*result = (struct validate_result){0};
	if (fetch(&m, &q, &body)) {
		check_redirects(&m);
		with.location = str_of(url);
		with.final_location = m.reply.url;
		with.charset = charset_of(m.reply.content_type);
		is_judged = validate_document(
		    buf_str(&body), str_of(url), &with, result, diags);
		if (result->format)
			check_media_type(&m);
		check_conditional(&m, &q);
		check_compression(&m, body.len);
	} else
		is_judged = m.reply.status == 200 && !m.reply.error.len;
	buf_free(&body);
	arena_free(&a);
	return is_judged;
}
