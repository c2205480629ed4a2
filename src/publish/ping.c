/* SPDX-License-Identifier: MIT
 * ping: tells hubs which feeds have changed. */
#include "publish/ping.h"

#include <errno.h>
#include <time.h>

#include "base/web/http.h"
#include "base/web/url.h"
#include "base/core/pool.h"
#include "publish/publish_codes.h"

enum {
	MOST_ANSWER = 64 * 1024, /* bytes; no hub sends a longer answer */
	MOST_AT_ONCE = 8,        /* hubs */
	MOST_SECONDS = 30,       /* for one request */
	MOST_DOWN = 3,   /* failed requests in a row: then the hub is down. A
	                  * single one may be the fault of its feed */
	MOST_WORDS = 100,        /* bytes of the hub's own message */
};

enum answer {
	ANSWER_TOLD,
	ANSWER_REFUSED, /* the hub does not accept these feeds */
	ANSWER_DOWN,    /* try again later */
};

/* One hub. */
struct job {
	const struct config *config;
	str hub;
	struct owed *owed;
	struct http *http;
	struct arena arena;
	struct buf body;
	int64_t end;      /* of its time, in milliseconds */
	long after;       /* seconds to wait, as it asked with Retry-After */
	int down;         /* failed requests in a row */
	str why;          /* the last request failed */
	size_t told, failed; /* feeds */
	str first, reason; /* the first feed that failed, and why */
};

/* ---- time ---- */

static int64_t
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* The time for a request, at least 1. Callers check that time is left. */
static long
seconds_left(const struct job *j)
{
	int64_t left = (j->end - now_ms() + 999) / 1000;

	return left < 1 ? 1 : left > MOST_SECONDS ? MOST_SECONDS : (long)left;
}

/* False: the hub's time would be over. */
static bool
wait_seconds(const struct job *j, long seconds)
{
	struct timespec t = {seconds, 0};

	if (now_ms() + (int64_t)seconds * 1000 >= j->end)
		return false;
	while (nanosleep(&t, &t) != 0 && errno == EINTR)
		continue;
	return true;
}

/* ---- one request ---- */

static bool
is_reserved(char c)
{
	return !char_is_alnum(c) && !char_is_one_of(c, "-._~");
}

static void
add_topic(struct buf *form, str topic)
{
	buf_add(form, S("&hub.url="));
	url_escape(form, topic, is_reserved);
}

/* The first line of an answer in plain text, for the message. */
static str
first_line(struct job *j, const struct http_reply *r)
{
	str rest = str_trim(buf_str(&j->body)), line = {0};

	if (str_istarts(r->content_type, S("text/plain")))
		str_split(&rest, '\n', &line);
	line = str_trim(str_sub(line, 0, MOST_WORDS));
	return line.len == 0 ? S("") : arena_printf(
	    &j->arena, " (%.*s)", STR_ARG(line));
}

/* Errors of the server, a timeout and too many requests are temporary
 * (RFC 9110, section 15; RFC 6585, section 4). */
static bool
is_temporary(long status)
{
	return status >= 500 || status == 408 || status == 429;
}

static enum answer
read_answer(struct job *j, enum http_end end, const struct http_reply *r)
{
	struct value after = {.kind = VALUE_SCALAR, .text = r->retry_after};

	j->after = 0;
	if (end == HTTP_FAILED) {
		j->why = r->error;
		return ANSWER_DOWN;
	}
	if (r->status / 100 == 2 && end == HTTP_DONE)
		return ANSWER_TOLD;
	if (r->status / 100 == 2) {
		j->why = arena_printf(&j->arena, "its answer is larger than "
		    "%d KiB", MOST_ANSWER / 1024);
		return ANSWER_REFUSED;
	}
	j->why = arena_printf(&j->arena, "status %ld, expected 2xx%.*s",
	    r->status, STR_ARG(first_line(j, r)));
	if (!is_temporary(r->status))
		return ANSWER_REFUSED;
	if (!value_int(&after, &j->after) || j->after < 0 ||
	    j->after > 86400)
		j->after = 0;
	return ANSWER_DOWN;
}

static enum answer
send_form(struct job *j, str form)
{
	struct http_request q = {.url = arena_cstr(&j->arena, j->hub),
		.form = form, .most = MOST_ANSWER, .seconds = seconds_left(j)};
	struct http_reply r;

	buf_reset(&j->body);
	return read_answer(
	    j, http_ask(j->http, &j->arena, &q, &j->body, &r), &r);
}

/* Retries while the hub is down, unless the request before this one failed
 * after all its retries. */
static enum answer
send_with_retries(struct job *j, str form)
{
	long retries = j->down ? 0 : j->config->feeds.ping.retries;
	long wait = j->config->feeds.ping.wait;
	enum answer answer = send_form(j, form);

	for (long i = 0; answer == ANSWER_DOWN && i < retries; i++) {
		if (!wait_seconds(j, j->after > wait ? j->after : wait))
			break;
		answer = send_form(j, form);
		wait *= 2;
	}
	return answer;
}

/* ---- one hub ---- */

/* Puts the next rows of the hub into `batch`, and moves *at behind them. */
static size_t
fill_batch(const struct job *j, size_t *at, struct owed_row **batch,
    size_t most)
{
	size_t n = 0;

	for (; n < most && *at < j->owed->count; ++*at)
		if (str_eq(j->owed->rows[*at].hub, j->hub))
			batch[n++] = &j->owed->rows[*at];
	return n;
}

static enum answer
tell_batch(struct job *j, struct owed_row **batch, size_t n)
{
	struct buf form = {0};
	enum answer answer;

	buf_add(&form, S("hub.mode=publish"));
	for (size_t i = 0; i < n; i++)
		add_topic(&form, batch[i]->topic);
	answer = send_with_retries(j, buf_str(&form));
	for (size_t i = 0; answer == ANSWER_TOLD && i < n; i++)
		batch[i]->is_told = true;
	buf_free(&form);
	return answer;
}

/* The same, unless the hub is down or its time is over. */
static enum answer
try_batch(struct job *j, struct owed_row **batch, size_t n)
{
	enum answer answer;

	if (j->down < MOST_DOWN && j->told + j->failed > 0 &&
	    now_ms() >= j->end) {
		j->why = S("no time was left: see feeds.ping.seconds");
		j->down = MOST_DOWN;
	}
	if (j->down >= MOST_DOWN)
		return ANSWER_DOWN;
	answer = tell_batch(j, batch, n);
	j->down = answer == ANSWER_DOWN ? j->down + 1 : 0;
	return answer;
}

static void
tell_hub(void *ctx, size_t worker, size_t i)
{
	struct job *j = (struct job *)ctx + i;
	size_t most = (size_t)j->config->feeds.ping.topics, at = 0, n;
	struct owed_row **batch = mem_alloc(most * sizeof(struct owed_row *));

	(void)worker;
	j->http = http_open();
	j->end = now_ms() + (int64_t)j->config->feeds.ping.seconds * 1000;
	while ((n = fill_batch(j, &at, batch, most)) > 0) {
		if (try_batch(j, batch, n) == ANSWER_TOLD) {
			j->told += n;
			continue;
		}
		if (j->failed == 0) {
			j->first = batch[0]->topic;
			j->reason = j->why;
		}
		j->failed += n;
	}
	http_close(j->http);
	mem_free(batch);
}

/* ---- all hubs ---- */

static void
report_hub(const struct job *j, const struct value *place, struct diags *diags)
{
	const struct config *c = j->config;
	const struct source *src = place ? config_source(c, place) : NULL;
	struct mark at = place ? place->at : (struct mark){0};

	if (j->failed == 1)
		diag_add(diags, DIAG_PING_FAILED, src, at,
		    "hub '%.*s' was not told of '%.*s': %.*s", STR_ARG(j->hub),
		    STR_ARG(j->first), STR_ARG(j->reason));
	else if (j->failed)
		diag_add(diags, DIAG_PING_FAILED, src, at,
		    "hub '%.*s' was not told of %zu feeds: %.*s",
		    STR_ARG(j->hub), j->failed, STR_ARG(j->reason));
}

void
ping_hubs(struct owed *o, const struct config *c, struct ping_counts *counts,
    struct diags *diags)
{
	const struct value *v = config_find(c, "feeds.hub");
	const struct value *place = v && v->kind == VALUE_LIST ? v->first : v;
	size_t n = c->feeds.hubs.count;
	struct job *jobs = mem_alloc((n + 1) * sizeof *jobs);

	*counts = (struct ping_counts){0};
	for (size_t i = 0; i < n; i++)
		jobs[i] = (struct job){
			.config = c, .hub = c->feeds.hubs.at[i], .owed = o};
	if (o->count)
		pool_run(n < MOST_AT_ONCE ? n : MOST_AT_ONCE, n, tell_hub,
		    jobs);
	for (size_t i = 0; i < n; i++) {
		counts->told += jobs[i].told;
		counts->owed += jobs[i].failed;
		report_hub(&jobs[i], place, diags);
		place = place ? place->next : NULL;
		buf_free(&jobs[i].body);
		arena_free(&jobs[i].arena);
	}
	mem_free(jobs);
}
