/* SPDX-License-Identifier: MIT
 * http: documents and services of the web, by way of libcurl. */
#include "base/web/http.h"

#include <curl/curl.h>
#include <pthread.h>
#include <string.h>

#include "base/core/version.h"

enum { MOST_REDIRECTS = 5, CONNECT_SECONDS = 10 };

struct transfer {
	struct arena *arena;
	struct buf *body;
	size_t most;
	bool is_too_large;
	struct http_reply *reply;
};

/* ---- libcurl ---- */

#define FUNCTIONS(ROW) \
	ROW(curl_global_init, global_init) \
	ROW(curl_easy_init, init) \
	ROW(curl_easy_setopt, setopt) \
	ROW(curl_easy_perform, perform) \
	ROW(curl_easy_getinfo, getinfo) \
	ROW(curl_easy_reset, reset) \
	ROW(curl_easy_cleanup, cleanup) \
	ROW(curl_easy_strerror, strerror) \
	ROW(curl_slist_append, append) \
	ROW(curl_slist_free_all, free_all)

struct http {
	FUNCTIONS(LIBRARY_POINTER)
	CURL *handle; /* NULL: there is no libcurl */
};

/* The file names in Debian, one for each TLS library. */
static const char *const files[] = {
	"libcurl.so.4", "libcurl-gnutls.so.4", "libcurl-nss.so.4", NULL,
};

static const char *const functions[] = {FUNCTIONS(LIBRARY_NAME) NULL};

static const struct library library = {
	.name = "libcurl",
	.package = "libcurl4",
	.files = files,
	.functions = functions,
};

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void
init_curl(void)
{
	struct http c;

	if (library_find(&library, &c))
		c.global_init(CURL_GLOBAL_DEFAULT);
}

/* ---- replies ---- */

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

/* Each reply of a chain of redirects has headers; the last ones count. */
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
		r->etag = r->last_modified = r->retry_after = (str){0};
		t->body->len = 0;
	}
	if (!read_header(t, line, S("Content-Type"), &r->content_type) &&
	    !read_header(t, line, S("Content-Encoding"),
	    &r->content_encoding) &&
	    !read_header(t, line, S("ETag"), &r->etag) &&
	    !read_header(t, line, S("Retry-After"), &r->retry_after))
		read_header(
		    t, line, S("Last-Modified"), &r->last_modified);
	return line.len;
}

/* ---- requests ---- */

/* False: the library that is loaded is older than the header and does not know
 * these options; then no request is sent. */
static bool
allow_web_only(const struct http *c, const struct http_request *q)
{
	bool secure = q->form.len && str_istarts(str_of(q->url), S("https:"));
#if LIBCURL_VERSION_NUM >= 0x075500
	const char *web = "http,https";

	return c->setopt(c->handle, CURLOPT_PROTOCOLS_STR, web) == CURLE_OK &&
	    c->setopt(c->handle, CURLOPT_REDIR_PROTOCOLS_STR,
	    secure ? "https" : web) == CURLE_OK;
#else
	long web = CURLPROTO_HTTP | CURLPROTO_HTTPS;

	return c->setopt(c->handle, CURLOPT_PROTOCOLS, web) == CURLE_OK &&
	    c->setopt(c->handle, CURLOPT_REDIR_PROTOCOLS,
	    secure ? (long)CURLPROTO_HTTPS : web) == CURLE_OK;
#endif
}

static void
set_options(const struct http *c, const struct http_request *q)
{
	c->setopt(c->handle, CURLOPT_URL, q->url);
	c->setopt(c->handle, CURLOPT_FOLLOWLOCATION, 1L);
	c->setopt(c->handle, CURLOPT_MAXREDIRS, (long)MOST_REDIRECTS);
	c->setopt(c->handle, CURLOPT_TIMEOUT, q->seconds);
	c->setopt(c->handle, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
	c->setopt(c->handle, CURLOPT_NOSIGNAL, 1L);
	c->setopt(c->handle, CURLOPT_ACCEPT_ENCODING, "");
	c->setopt(c->handle, CURLOPT_USERAGENT, "feedmill/" FEEDMILL_VERSION);
}

static void
set_form(const struct http *c, str form)
{
	if (form.len == 0)
		return;
	c->setopt(c->handle, CURLOPT_POSTFIELDSIZE, (long)form.len);
	c->setopt(c->handle, CURLOPT_POSTFIELDS, form.ptr);
	c->setopt(c->handle, CURLOPT_POSTREDIR,
	    (long)(CURL_REDIR_POST_301 | CURL_REDIR_POST_302));
}

static void
set_handlers(const struct http *c, struct transfer *t)
{
	c->setopt(c->handle, CURLOPT_WRITEFUNCTION, on_body);
	c->setopt(c->handle, CURLOPT_WRITEDATA, (void *)t);
	c->setopt(c->handle, CURLOPT_HEADERFUNCTION, on_header);
	c->setopt(c->handle, CURLOPT_HEADERDATA, (void *)t);
}

static struct curl_slist *
add_condition(const struct http *c, struct curl_slist *list, struct arena *a,
    const char *name, str value)
{
	if (value.len == 0)
		return list;
	return c->append(list, arena_printf(a, "%s: %.*s", name,
	    STR_ARG(value)).ptr);
}

static struct curl_slist *
make_headers(const struct http *c, const struct http_request *q,
    struct arena *a)
{
	struct curl_slist *list = NULL;

	list = add_condition(c, list, a, "If-None-Match", q->etag);
	list = add_condition(
	    c, list, a, "If-Modified-Since", q->last_modified);
	/* libcurl would wait a second for servers that do not know it. */
	return q->form.len ? c->append(list, "Expect:") : list;
}

static void
read_result(const struct http *c, struct transfer *t)
{
	struct http_reply *r = t->reply;
	char *url = NULL;

	c->getinfo(c->handle, CURLINFO_RESPONSE_CODE, &r->status);
	c->getinfo(c->handle, CURLINFO_REDIRECT_COUNT, &r->redirects);
	c->getinfo(c->handle, CURLINFO_EFFECTIVE_URL, &url);
	r->url = arena_str(t->arena, str_of(url));
	r->is_moved &= r->redirects > 0;
}

/* "couldn't connect to server": messages begin in lower case. */
static str
words_of(const struct http *c, struct arena *a, CURLcode code)
{
	const char *words = c->strerror(code);

	return arena_printf(a, "%c%s", char_lower(words[0]), words + 1);
}

static enum http_end
run_transfer(const struct http *c, const struct http_request *q,
    struct transfer *t)
{
	struct curl_slist *headers = make_headers(c, q, t->arena);
	CURLcode code;

	c->setopt(c->handle, CURLOPT_HTTPHEADER, headers);
	set_options(c, q);
	set_form(c, q->form);
	set_handlers(c, t);
	code = c->perform(c->handle);
	read_result(c, t);
	c->free_all(headers);
	if (t->is_too_large)
		return HTTP_TOO_LARGE;
	if (code == CURLE_OK)
		return HTTP_DONE;
	/* Not CURLOPT_ERRORBUFFER: its text holds milliseconds. */
	t->reply->error = words_of(c, t->arena, code);
	return HTTP_FAILED;
}

struct http *
http_open(void)
{
	struct http *h = mem_alloc(sizeof *h);

	pthread_once(&once, init_curl);
	h->handle = NULL;
	if (library_find(&library, h))
		h->handle = h->init();
	return h;
}

enum http_end
http_ask(struct http *h, struct arena *a, const struct http_request *q,
    struct buf *body, struct http_reply *r)
{
	struct transfer t = {a, body, q->most, false, r};

	*r = (struct http_reply){.is_moved = true};
	if (h->handle == NULL) {
		r->missing = &library;
		r->error = library_words(&library, a);
		return HTTP_FAILED;
	}
	h->reset(h->handle);
	if (allow_web_only(h, q))
		return run_transfer(h, q, &t);
	r->error = S("libcurl is too old");
	return HTTP_FAILED;
}

void
http_close(struct http *h)
{
	if (h->handle)
		h->cleanup(h->handle);
	mem_free(h);
}

enum http_end
http_get(struct arena *a, const struct http_request *q, struct buf *body,
    struct http_reply *r)
{
	struct http *h = http_open();
	enum http_end end = http_ask(h, a, q, body, r);

	http_close(h);
	return end;
}
