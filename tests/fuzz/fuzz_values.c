/* SPDX-License-Identifier: MIT
 * fuzz_values: any bytes as one of the small values that feedmill reads. The
 * first byte chooses which. */
#include <stdlib.h>
#include <string.h>

#include "base/core/unicode.h"
#include "base/core/utf8.h"
#include "base/image/image.h"
#include "base/text/glob.h"
#include "base/text/pattern.h"
#include "base/text/regex.h"
#include "base/text/slug.h"
#include "base/time/calendar.h"
#include "base/web/media_type.h"
#include "base/web/url.h"
#include "base/web/uuid.h"
#include "build/codes/known_codes.h"
#include "build/run/rendering.h"
#include "base/data/pack.h"
#include "base/data/yaml.h"
#include "content/html/html.h"
#include "content/html/html_tree.h"
#include "content/html/selector.h"
#include "content/tags/drops.h"
#include "generators/generators.h"
#include "post/ledger/ledger.h"
#include "post/permalink/permalink.h"
#include "post/query/query.h"
#include "post/read/read.h"
#include "target.h"

/* ---- dates ---- */

/* A date that is written is read as the same instant. */
static void
check_instant(instant t, struct arena *a)
{
	char text[DATETIME_TEXT];
	struct datetime d;
	str why;

	MUST(datetime_parse(datetime_rfc3339(t, text), &d, a, &why));
	MUST(datetime_instant(&d, zone_utc) == t);
	MUST(datetime_parse(datetime_rfc2822(t, text), &d, a, &why));
	MUST(datetime_instant(&d, zone_utc) == t);
	d = datetime_at(t, zone_utc);
	MUST(datetime_instant(&d, zone_utc) == t);
}

static void
check_fields(const struct datetime *d)
{
	int year, week = datetime_iso_week(d, &year);

	MUST(d->year >= 1 && d->year <= 9999);
	MUST(d->month >= 1 && d->month <= 12 && d->day >= 1 && d->day <= 31);
	MUST(d->hour >= 0 && d->hour <= 23 && d->minute >= 0 &&
	    d->minute <= 59 && d->second >= 0 && d->second <= 59);
	MUST(week >= 1 && week <= 53 && abs(year - d->year) <= 1);
	MUST(datetime_weekday(d) >= 0 && datetime_weekday(d) <= 6);
	MUST(datetime_yearday(d) >= 1 && datetime_yearday(d) <= 366);
}

static void
read_date(str text, struct arena *a)
{
	struct datetime d = {0};
	str why = {0};
	size_t len = 0;

	if (datetime_parse_name(text, &d, &len)) {
		MUST(len > 0 && len <= text.len);
		check_fields(&d);
	}
	d = (struct datetime){0};
	if (datetime_parse(text, &d, a, &why)) {
		instant t = datetime_instant(&d, zone_utc);
		struct datetime at = datetime_at(t, zone_utc);

		check_fields(&d);
		/* An offset can lead out of the years 1 to 9999. */
		if (datetime_instant(&at, zone_utc) == t)
			check_instant(t, a);
	} else
		MUST(why.len > 0);
}

/* A time that a zone has is found again by what its clocks show. */
static void
read_zone(str bytes, struct arena *a)
{
	static const int64_t times[] = {INT32_MIN, -1, 0, 1000000000,
		1700000000, INT32_MAX, 4102444800, 32503680000};
	const struct zone *z = zone_parse(a, bytes);

	for (size_t i = 0; z && i < sizeof times / sizeof times[0]; i++) {
		int offset = zone_offset_at(z, times[i]);
		int64_t local = times[i] + offset;
		int64_t utc = zone_to_utc(z, local);

		MUST(abs(offset) < 200000);
		MUST(llabs(utc - times[i]) < 400000);
		MUST(utc + zone_offset_at(z, utc) == local);
	}
}

/* ---- URLs ---- */

static void
check_parts(str ref)
{
	struct url u = url_split(ref);
	struct buf b = {0};
	str port;

	if (u.has_scheme)
		buf_printf(&b, "%.*s:", STR_ARG(u.scheme));
	if (u.has_authority) {
		buf_add(&b, S("//"));
		buf_add(&b, u.authority);
		url_host(u.authority, &port);
	}
	buf_add(&b, u.path);
	if (u.has_query)
		buf_addc(&b, '?');
	buf_add(&b, u.query);
	if (u.has_fragment)
		buf_addc(&b, '#');
	buf_add(&b, u.fragment);
	MUST(u.scheme.len == 0 || str_eq(buf_str(&b), ref) ||
	    memchr(ref.ptr, '\0', ref.len));
	buf_free(&b);
}

static bool
is_in_ascii(str s)
{
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];

		if (c <= ' ' || c >= 0x7F)
			return false;
	}
	return true;
}

/* An address that is resolved stays as it is, whatever it is resolved
 * against. */
static void
check_resolved(str base, str ref)
{
	struct buf once = {0}, again = {0};

	if (url_resolve(&once, base, ref)) {
		MUST(is_in_ascii(buf_str(&once)));
		MUST(url_resolve(&again, S("http://other.example/x/?y#z"),
		    buf_str(&once)));
		MUST(str_eq(buf_str(&once), buf_str(&again)));
		MUST(!url_is_resolved(ref) || str_eq(ref, buf_str(&once)));
	} else
		MUST(once.len == 0);
	buf_free(&once);
	buf_free(&again);
}

static void
check_path(str path)
{
	struct buf once = {0}, again = {0}, text = {0}, same = {0};

	url_encode_path(&once, path);
	url_encode_path(&again, buf_str(&once));
	MUST(is_in_ascii(buf_str(&once)));
	MUST(str_eq(buf_str(&once), buf_str(&again)));
	url_decode(&text, path);
	url_decode(&same, buf_str(&once));
	MUST(str_eq(buf_str(&text), buf_str(&same)));
	buf_free(&once);
	buf_free(&again);
	buf_free(&text);
	buf_free(&same);
}

static void
check_below(str base, str url)
{
	struct buf b = {0};
	str rest, part;

	if (url_below(&b, base, url)) {
		rest = buf_str(&b);
		MUST(!str_starts(rest, S("/")) && !str_ends(rest, S("/")));
		while (str_split(&rest, '/', &part))
			MUST(!str_eq(part, S("..")));
	}
	buf_free(&b);
}

static void
read_url(str input, struct arena *a)
{
	str base = target_line(&input);

	(void)a;
	check_parts(base);
	check_parts(input);
	check_resolved(S("https://example.org/a/b;c?d=e#f"), base);
	check_path(base);
	if (url_is_web(base)) {
		check_resolved(base, input);
		check_below(base, input);
	}
	check_below(S("https://example.org/a/"), base);
}

/* ---- addresses of posts ---- */

static const struct value *
front_values(str text, struct arena *a)
{
	struct source src = {S("fuzz.md"), text};
	struct diags diags = {0};
	const struct value *v = yaml_parse(a, text, &src, 0, &diags);

	diags_free(&diags);
	return v;
}

static void
check_address(const struct config *c, str url)
{
	struct buf b = {0};

	MUST(str_starts(url, c->site.url));
	MUST(url_resolve(&b, c->site.url, url));
	MUST(str_eq(buf_str(&b), url));
	buf_free(&b);
}

/* Lines of the pattern, the parts of a post, and its front matter. */
static void
read_permalink(str input, struct arena *a)
{
	struct permalink_parts parts = {.date = {.year = 2021, .month = 2,
		.day = 3, .hour = 4, .minute = 5, .second = 6}};
	unsigned choice = target_choice(&input);
	str pattern = target_line(&input), category, unknown, given;
	struct config c;

	parts.title = target_line(&input);
	parts.slug = target_line(&input);
	parts.stem = parts.name = target_line(&input);
	parts.path = parts.rooted = parts.sections = target_line(&input);
	category = target_line(&input);
	parts.categories = (struct strs){&category, category.len > 0};
	target_config(&c, a, arena_printf(a, "posts.dialect=%s",
	    target_generator(choice)->name).ptr);
	check_address(&c, permalink_make(a, &c, pattern, &parts));
	given = permalink_given(a, &c, pattern, &parts);
	MUST(given.len == 0 || url_is_web(given));
	permalink_templated(a, &c, pattern, &parts, front_values(input, a),
	    &unknown);
}

/* ---- queries ---- */

/* A config whose only query is that. */
static const struct query_set *
parse_query(struct config *c, struct arena *a, str query)
{
	struct value *text = arena_alloc(a, sizeof *text);
	struct where *w = arena_alloc(a, sizeof *w);
	struct diags diags = {0};
	const struct query_set *set;

	text->kind = VALUE_SCALAR;
	text->text = query;
	*w = (struct where){.key = "where", .text = text};
	c->queries = w;
	c->n_queries = 1;
	set = query_parse(c, a, &diags);
	MUST(set || diags.first);
	diags_free(&diags);
	return set;
}

/* -1: the query does not parse, or the post cannot be read. */
static int
query_result(str query, struct arena *a)
{
	struct config c;
	struct post_reader r = {.config = &c, .now = 1767225600};
	struct found file = {.path = S("posts/a/b.md"), .folder = S("posts")};
	struct post_worker w;
	struct post p;
	int holds;

	target_config(&c, a, "feeds.taxonomies={tags: , series: }");
	r.queries = parse_query(&c, a, query);
	if (r.queries == NULL)
		return -1;
	post_worker_init(&w, &c);
	post_read(&p, &r, &file, &w);
	holds = p.matches ? query_holds(c.queries, &p) : -1;
	post_free(&p);
	post_worker_free(&w);
	return holds;
}

/* The line of a query, and a post. A query and its negation do not both
 * hold. */
static void
read_query(str input, struct arena *a)
{
	str query = target_line(&input);
	int holds;

	target_put("posts/a/b.md", input);
	holds = query_result(query, a);
	if (holds < 0)
		return;
	MUST(query_result(arena_printf(a, "-(%.*s)", STR_ARG(query)), a) ==
	    !holds);
	MUST(query_result(arena_printf(a, "(%.*s) or not (%.*s)",
	    STR_ARG(query), STR_ARG(query)), a) == 1);
}

/* ---- texts ---- */

/* A slug is UTF-8, unless its style only leaves characters out, and the slug of a
 * slug is the same; what a file is named by can be a name. */
static void
read_slug(str text, struct arena *a)
{
	struct buf once = {0}, again = {0};

	(void)a;
	for (int style = SLUG_NONE; style <= SLUG_KEBAB; style++) {
		buf_reset(&once);
		buf_reset(&again);
		slug_make(&once, text, (enum slug_style)style);
		slug_make(&again, buf_str(&once), (enum slug_style)style);
		if (style == SLUG_NONE || style == SLUG_SAFE)
			continue;
		MUST(utf8_check(buf_str(&once)) == once.len);
		/* What ends as a letter may begin as a capital or a digit. */
		MUST(style == SLUG_KEBAB ||
		    str_eq(buf_str(&once), buf_str(&again)));
	}
	buf_reset(&once);
	buf_reset(&again);
	slug_fold(&once, text);
	slug_fold(&again, buf_str(&once));
	MUST(str_eq(buf_str(&once), buf_str(&again)));
	buf_reset(&once);
	slug_file_safe(&once, text);
	MUST(once.len > 0 && once.len <= 100);
	MUST(str_chr(buf_str(&once), '/') == STR_NONE);
	MUST(once.ptr[0] != '.' && once.ptr[once.len - 1] != '.');
	MUST(utf8_check(buf_str(&once)) == once.len);
	buf_free(&once);
	buf_free(&again);
}

static void
read_pattern(str input, struct arena *a)
{
	str pattern = target_line(&input), bad;
	const struct pattern_var vars[] = {{"a", input}, {"b", S("x")}};
	struct buf out = {0};
	bool holds = glob_match(pattern, input);

	MUST(glob_match(S("**"), input));
	/* A pattern has at most 512 characters. */
	if (input.len <= 512 && str_chr(input, '*') == STR_NONE &&
	    str_chr(input, '?') == STR_NONE && !str_ends(input, S("/")))
		MUST(glob_match(input, input));
	if (str_eq(pattern, S("*")) && input.len)
		MUST(holds == (str_chr(input, '/') == STR_NONE));
	if (pattern_expand(&out, pattern, vars, 2, &bad))
		MUST(pattern_has(pattern, "a") ||
		    str_eq(pattern, buf_str(&out)) ||
		    pattern_has(pattern, "b"));
	else
		MUST(bad.ptr >= pattern.ptr &&
		    bad.ptr <= pattern.ptr + pattern.len);
	buf_free(&out);
	(void)a;
}

static bool
is_tag_like(str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!char_is_alnum(s.ptr[i]) && s.ptr[i] != '-')
			return false;
	return s.len > 0;
}

/* A text as a regular expression that matches only it. */
static str
escape_regex(str text, struct arena *a)
{
	struct buf b = {0};

	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] && strchr("\\^$.|?*+()[]{}", text.ptr[i]))
			buf_addc(&b, '\\');
		buf_addc(&b, text.ptr[i]);
	}
	return buf_move(&b, a);
}

/* A regular expression in the first line, and a text. */
static void
read_regex(str input, struct arena *a)
{
	str pattern = target_line(&input), why = {0}, groups[REGEX_GROUPS];
	struct regex re;

	if (!regex_compile(&re, pattern, a, &why))
		MUST(why.len > 0);
	else if (regex_match(&re, input, groups))
		for (size_t i = 0; i < re.groups; i++)
			MUST(groups[i].ptr == NULL ||
			    (groups[i].ptr >= input.ptr &&
			    groups[i].ptr + groups[i].len <=
			    input.ptr + input.len));
	if (input.len <= 200 && regex_compile(&re, escape_regex(input, a), a,
	    &why))
		MUST(regex_match(&re, input, groups));
	else
		MUST(input.len > 200 || why.len > 0);
}

static void
read_words(str text, struct arena *a)
{
	(void)a;
	media_type_medium(media_type_of(text));
	MUST(!media_type_is(text) || str_chr(text, '/') != STR_NONE);
	MUST(!uuid_is(text) || text.len == UUID_TEXT - 1);
	MUST(!config_is_language(text) || is_tag_like(text));
	MUST(!config_is_email(text) || str_chr(text, '@') != STR_NONE);
	MUST(!url_is_iri(text) || url_split(text).has_scheme);
}

/* ---- parts of pages ---- */

struct page {
	str selector, html;
	struct arena *arena;
};

static void
find_part(void *ctx)
{
	struct page *p = ctx;
	const struct html_node *root = html_tree_parse_page(p->html, p->arena);
	const struct selector *s;
	const char *why = NULL;
	size_t bad = 0;

	s = selector_parse(p->arena, p->selector, &bad, &why);
	if (s == NULL)
		MUST(why && bad <= p->selector.len);
	else if (root)
		selector_find(s, root, p->arena);
}

/* The line of a selector, and a page. */
static void
read_selector(str input, struct arena *a)
{
	struct page p = {.selector = target_line(&input), .html = input,
		.arena = a};

	target_try(find_part, &p);
}

static bool
resolve(void *ctx, str ref, enum link_use use, struct buf *out)
{
	(void)ctx, (void)use;
	return url_resolve(out, S("https://example.org/"), ref);
}

/* The sources of a picture, sanitized twice. */
static void
read_srcset(str text, struct arena *a)
{
	struct html_policy policy = {.resolve = resolve};
	struct buf html = {0}, once = {0}, again = {0};

	buf_add(&html, S("<img src=\"a.png\" srcset=\""));
	html_escape(&html, text);
	buf_add(&html, S("\">"));
	MUST(html_sanitize(&once, buf_str(&html), &policy, a));
	MUST(html_sanitize(&again, buf_str(&once), &policy, a));
	MUST(str_eq(buf_str(&once), buf_str(&again)));
	buf_free(&html);
	buf_free(&once);
	buf_free(&again);
}

/* ---- files of feedmill, which may be damaged ---- */

/* A ledger that is written is read as the same. */
static void
read_ledger(str text, struct arena *a)
{
	struct buf out[2] = {{0}, {0}};
	struct source src = {S("feedmill.ids"), text};
	bool is_good = true;

	for (int i = 0; i < 2 && is_good; i++) {
		struct diags diags = {0};
		struct ledger l;

		is_good = ledger_parse(&l, &src, a, &diags);
		MUST(is_good || diags.counts[DIAG_ERROR]);
		MUST(is_good || i == 0);
		if (is_good)
			ledger_write(&out[i], &l);
		ledger_free(&l);
		diags_free(&diags);
		src.text = buf_str(&out[0]);
	}
	if (is_good)
		MUST(str_eq(buf_str(&out[0]), buf_str(&out[1])));
	buf_free(&out[0]);
	buf_free(&out[1]);
}

/* What a process of the crew answers. */
static void
read_answer(str bytes, struct arena *a)
{
	struct unpack u = {.rest = bytes, .find_code = known_code_find};
	struct rendered rendered = {0};
	struct diags diags = {0};
	struct drops drops = {0};

	unpack_value(&u, a);
	u.rest = bytes;
	unpack_diags(&u, &diags);
	drops_unpack(&u, &drops);
	if (rendered_unpack(&rendered, bytes, 6, a))
		for (size_t i = 0; i < 6; i++) {
			const struct form_span *f = &rendered.forms[i];

			MUST(f->from <= f->hole && f->hole <= f->to);
			MUST(f->to <= rendered.bytes.len);
			MUST(f->text_from <= f->text_to);
			MUST(f->text_to <= rendered.bytes.len);
		}
	drops_free(&drops);
	diags_free(&diags);
}

/* ---- pictures ---- */

static void
read_picture(str bytes, struct arena *a)
{
	struct image image = {0};
	const char *why = NULL;

	(void)a;
	target_put("picture", bytes);
	if (!image_read("picture", &image, &why))
		MUST(why && *why);
	else
		MUST(image.type && ((image.width && image.height) ||
		    strcmp(image.type, "image/svg+xml") == 0));
}

/* The order is that of the first bytes of all finds: add at the end. `is_text`:
 * what reads it has checked that. */
static const struct {
	void (*read)(str input, struct arena *a);
	bool is_text;
} readers[] = {
	{read_date, true}, {read_zone, false}, {read_url, true},
	{read_permalink, true}, {read_query, true}, {read_slug, false},
	{read_pattern, true}, {read_words, true}, {read_selector, true},
	{read_srcset, true}, {read_ledger, false}, {read_answer, false},
	{read_picture, false}, {read_regex, true},
};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	str input = {(const char *)data, size};
	unsigned choice = target_choice(&input);
	struct arena a = {0};

	/* From '0' on, so that inputs can be typed. */
	choice = (choice - '0') % (sizeof readers / sizeof readers[0]);
	target_folder();
	if (!readers[choice].is_text || target_is_text(input))
		readers[choice].read(input, &a);
	arena_free(&a);
	return 0;
}
