/* SPDX-License-Identifier: MIT
 * http: documents of the web, by way of libcurl. */
#include "http.h"

#include <curl/curl.h>
#include <pthread.h>

#include "version.h"

enum { MOST_REDIRECTS = 5, CONNECT_SECONDS = 10 };

struct transfer {
	struct arena *arena;
	struct buf *body;
	size_t most;
	bool is_too_large;
	struct http_reply *reply;
};

/* ---- what libcurl tells ---- */

static size_t
on_body(char *bytes, size_t size, size_t count, void *ctx)
{
	struct transfer *t = ctx;
	size_t n = size * count;

	if (t->body->len + n > t->most) {
		t->is_too_large = true;
		return 0;
	}
	buf_add(t->body, (str){bytes, n});
	return n;
}

static bool
read_header(struct transfer *t, str line, str name, str *value)
{
	if (!str_istarts(line, name) || line.len <= name.len ||
	    line.ptr[name.len] != ':')
		return false;
	*value = arena_str(
	    t->arena, str_trim(str_from(line, name.len + 1)));
	return true;
}

/* Each reply of a chain of redirects has headers; those of the last count. */
static size_t
on_header(char *bytes, size_t size, size_t count, void *ctx)
{
	struct transfer *t = ctx;
	struct http_reply *r = t->reply;
	str line = {bytes, size * count};

	if (str_istarts(line, S("HTTP/"))) {
		size_t blank = str_chr(line, ' ');
		str status = str_sub(line, blank + 1, 3);

		if (str_starts(status, S("3")))
			r->is_moved &= str_eq(status, S("301")) ||
			    str_eq(status, S("308"));
		r->content_type = r->content_encoding = (str){0};
		r->etag = r->last_modified = (str){0};
		t->body->len = 0;
	}
	if (!read_header(t, line, S("Content-Type"), &r->content_type) &&
	    !read_header(t, line, S("Content-Encoding"),
	    &r->content_encoding) &&
	    !read_header(t, line, S("ETag"), &r->etag))
		read_header(
		    t, line, S("Last-Modified"), &r->last_modified);
	return line.len;
}

/* ---- what libcurl is told ---- */

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void
init(void)
{
	curl_global_init(CURL_GLOBAL_DEFAULT);
}

static void
allow_web_only(CURL *curl)
{
#if LIBCURL_VERSION_NUM >= 0x075500
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
#else
	long web = CURLPROTO_HTTP | CURLPROTO_HTTPS;

	curl_easy_setopt(curl, CURLOPT_PROTOCOLS, web);
	curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS, web);
#endif
}

static struct curl_slist *
add_condition(struct curl_slist *list, struct arena *a, const char *name,
    str value)
{
	if (value.len == 0)
		return list;
	return curl_slist_append(list, arena_printf(a, "%s: %.*s", name,
	    STR_ARG(value)).ptr);
}

static void
set_options(CURL *curl, struct transfer *t, const struct http_request *q,
    struct curl_slist *headers)
{
	curl_easy_setopt(curl, CURLOPT_URL, q->url);
	allow_web_only(curl);
	curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
	curl_easy_setopt(curl, CURLOPT_MAXREDIRS, (long)MOST_REDIRECTS);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, q->seconds);
	curl_easy_setopt(
	    curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
	curl_easy_setopt(
	    curl, CURLOPT_USERAGENT, "feedmill/" FEEDMILL_VERSION);
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_body);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, t);
	curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_header);
	curl_easy_setopt(curl, CURLOPT_HEADERDATA, t);
}

static void
read_result(CURL *curl, struct transfer *t)
{
	struct http_reply *r = t->reply;
	char *url = NULL;

	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &r->status);
	curl_easy_getinfo(curl, CURLINFO_REDIRECT_COUNT, &r->redirects);
	curl_easy_getinfo(curl, CURLINFO_EFFECTIVE_URL, &url);
	r->url = arena_str(t->arena, str_of(url));
	r->is_moved &= r->redirects > 0;
}

/* "Couldn't connect to server", as messages are written. */
static str
words_of(struct arena *a, CURLcode code)
{
	const char *words = curl_easy_strerror(code);

	return arena_printf(a, "%c%s", char_lower(words[0]), words + 1);
}

enum http_end
http_get(struct arena *a, const struct http_request *q, struct buf *body,
    struct http_reply *r)
{
	struct transfer t = {a, body, q->most, false, r};
	struct curl_slist *headers = NULL;
	CURLcode code;
	CURL *curl;

	pthread_once(&once, init);
	*r = (struct http_reply){.is_moved = true};
	curl = curl_easy_init();
	headers = add_condition(headers, a, "If-None-Match", q->etag);
	headers = add_condition(
	    headers, a, "If-Modified-Since", q->last_modified);
	set_options(curl, &t, q, headers);
	code = curl_easy_perform(curl);
	read_result(curl, &t);
	curl_slist_free_all(headers);
	curl_easy_cleanup(curl);
	if (t.is_too_large)
		return HTTP_TOO_LARGE;
	if (code == CURLE_OK)
		return HTTP_DONE;
	/* Not CURLOPT_ERRORBUFFER, which has milliseconds in it. */
	r->error = words_of(a, code);
	return HTTP_FAILED;
}
