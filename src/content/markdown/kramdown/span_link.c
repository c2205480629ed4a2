/* SPDX-License-Identifier: MIT
 * span_link: links, images, footnotes, and addresses between angle brackets. */
#include "content/markdown/kramdown/kd_extension.h"
#include "content/markdown/kramdown/kd_scan.h"
#include "content/markdown/kramdown/kd_spans.h"

/* ---- where a link leads ---- */

struct target {
	str url, title;
	const char *behind;
};

/* "title") */
static const char *
read_title(struct spans *s, const char *p, str *title)
{
	const char *q = kd_skip_blanks(p, s->end), *close;

	if (q == s->end || (*q != '"' && *q != '\''))
		return NULL;
	for (close = q + 1; close < s->end && (close = memchr(close, *q,
	    (size_t)(s->end - close))) != NULL; close++) {
		const char *r = kd_skip_blanks(close + 1, s->end);

		if (!spans_spend(s, (long)(r - q)))
			return NULL;
		if (close > q + 1 && r < s->end && *r == ')') {
			*title = spans_slice(q + 1, close);
			return r + 1;
		}
	}
	return NULL;
}

/* An address up to its ')', or to a blank with a quote behind it. */
static const char *
end_of_address(struct spans *s, const char *p, bool *is_whole)
{
	const char *start = p;
	int depth = 0;

	for (; p < s->end; p++) {
		if (*p == '(')
			depth++;
		else if (*p == ')' && --depth == 0) {
			*is_whole = true;
			return p;
		} else if (char_is_space(*p) && p + 1 < s->end &&
		    (p[1] == '"' || p[1] == '\'')) {
			*is_whole = false;
			return p;
		}
	}
	spans_spend(s, (long)(p - start));
	return NULL;
}

static bool
read_target(struct spans *s, const char *p, struct target *t)
{
	const char *close;
	bool is_whole;

	*t = (struct target){0};
	if (p + 1 < s->end && p[1] == '<' && (close = memchr(p, '>',
	    (size_t)(kd_line(p, s->end) - p))) != NULL) {
		t->url = spans_slice(p + 2, close);
		t->behind = close + 1;
		if (t->behind < s->end && *t->behind == ')') {
			t->behind++;
			return true;
		}
		t->behind = read_title(s, t->behind, &t->title);
		return t->behind != NULL;
	}
	close = end_of_address(s, p, &is_whole);
	if (close == NULL)
		return false;
	t->url = str_trim(spans_slice(p + 1, close));
	t->behind = close + 1;
	if (!is_whole)
		t->behind = read_title(s, t->behind, &t->title);
	return t->behind != NULL;
}

/* ---- links and images ---- */

static bool
is_escapable(char c)
{
	return char_is_one_of(c, "\\.*_+`<>()[]{}#!:|\"'$=-");
}

/* Without the backslashes of escapes. */
static str
unescaped(struct arena *a, str text)
{
	char *copy;
	size_t n = 0;

	if (str_chr(text, '\\') == STR_NONE)
		return text;
	copy = arena_text(a, text.len);
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '\\' && i + 1 < text.len &&
		    is_escapable(text.ptr[i + 1]))
			i++;
		copy[n++] = text.ptr[i];
	}
	copy[n] = '\0';
	return (str){copy, n};
}

/* [id] behind the text of a link; or nothing, and the text is the id. */
static const char *
read_id(const struct spans *s, const char *p, str *id)
{
	const char *q = kd_skip_blanks(p, s->end), *close;

	if (q == s->end || *q != '[')
		return NULL;
	close = memchr(q, ']', (size_t)(s->end - q));
	if (close == NULL)
		return NULL;
	if (close > q + 1)
		*id = spans_slice(q + 1, close);
	return close + 1;
}

/* What stands behind the ']' of a link, whose text is `text`. */
static bool
find_target(struct spans *s, const char *p, str text, struct target *t)
{
	enum { MOST_ID = 1000 };
	const struct kd_link *link;
	str id = text;
	const char *behind = read_id(s, p, &id);

	if (behind == NULL && p < s->end && *p == '(')
		return read_target(s, p, t);
	if (id.len > MOST_ID)
		return false;
	link = table_find(&s->kd->links, kd_link_id(s->kd->arena, id));
	if (link == NULL)
		return false;
	*t = (struct target){link->url, link->title, behind ? behind : p};
	return true;
}

/* A link or an image, whose text begins at `text`. */
static enum span_done
read_link(struct spans *s, struct node *el, enum node_kind kind,
    const char *text)
{
	struct stop stop = {.kind = STOP_BRACKET, .count = 1};
	const char *p = s->at, *run = s->run;
	struct node *n = node_add(s->kd->tree, el, kind);
	struct target t;
	str alt;
	bool ok;

	s->at = text;
	s->link++;
	ok = spans_read(s, n, &stop, false);
	s->link--;
	if (ok) {
		alt = unescaped(s->kd->arena, spans_slice(text, s->at));
		ok = find_target(s, s->at + 1, alt, &t);
	}
	if (!ok) {
		spans_undo(s, n, p);
		s->run = run;
		spans_text(s, el, p, text);
		s->at = text;
		return SPAN_DONE;
	}
	n->url = kd_decoded(s->kd->arena, t.url);
	n->info = kd_decoded(s->kd->arena, t.title);
	n->count = 0;
	if (kind == NODE_IMAGE) {
		n->first = n->last = NULL;
		n->text = kd_decoded(s->kd->arena, alt);
		el->count++;
	}
	s->at = t.behind;
	return SPAN_DONE;
}

/* [^name] */
static bool
read_note(struct spans *s, struct node *el)
{
	const char *p = s->at + 2, *behind;
	struct kd_note *note;

	if (s->end - p < 2 || p[-1] != '^')
		return false;
	behind = kd_id(p, s->end);
	if (behind == NULL || behind == s->end || *behind != ']')
		return false;
	note = table_find(&s->kd->notes, spans_slice(p, behind));
	if (note)
		node_add(s->kd->tree, el, NODE_NOTE_REF)->info = note->name;
	else
		spans_text(s, el, s->at, behind + 1);
	s->at = behind + 1;
	return true;
}

enum span_done
span_bracket(struct spans *s, struct node *el)
{
	if (read_note(s, el))
		return SPAN_DONE;
	if (s->at + 1 >= s->end || s->at[1] == '^' || s->link > 0)
		return SPAN_PLAIN;
	return read_link(s, el, NODE_LINK, s->at + 1);
}

enum span_done
span_image(struct spans *s, struct node *el)
{
	if (s->end - s->at < 3 || s->at[1] != '[')
		return SPAN_TEXT;
	if (s->at[2] == '^')
		return SPAN_PLAIN;
	return read_link(s, el, NODE_IMAGE, s->at + 2);
}

/* ---- <address> ---- */

static const char *
scheme(const char *p, const char *end)
{
	static const str schemes[] = {S_INIT("mailto:"), S_INIT("http:"),
		S_INIT("https:"), S_INIT("ftp:"), S_INIT("ftps:")};
	str s = {p, (size_t)(end - p)};

	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (str_starts(s, schemes[i]))
			return p + schemes[i].len;
	return NULL;
}

static const char *
mail_part(const char *p, const char *end)
{
	while (p < end && (char_is_alnum(*p) || char_is_one_of(*p, "-_.") ||
	    (unsigned char)*p >= 0x80))
		p++;
	return p;
}

static const char *
mail_address(const char *p, const char *end)
{
	const char *at = mail_part(p, end), *q;

	if (at == p || at == end || *at != '@')
		return NULL;
	q = mail_part(at + 1, end);
	return q > at + 1 && q < end && *q == '>' ? q : NULL;
}

static bool
read_address(struct spans *s, struct node *el)
{
	const char *p = s->at + 1, *rest = scheme(p, s->end), *close;
	struct node *n;
	str text;

	if (rest) {
		const char *line = kd_line(p, s->end);

		if (rest >= line || (s->no_angle && p < s->no_angle))
			return false;
		close = memchr(rest + 1, '>', (size_t)(line - rest - 1));
		if (close == NULL)
			s->no_angle = line;
	} else
		close = mail_address(p, s->end);
	if (close == NULL)
		return false;
	text = kd_decoded(s->kd->arena, spans_slice(p, close));
	n = node_add(s->kd->tree, el, NODE_LINK);
	n->url = rest ? text
	    : arena_printf(s->kd->arena, "mailto:%.*s", STR_ARG(text));
	node_add_text(s->kd->tree, n, str_starts(text, S("mailto:"))
	    ? str_from(text, 7) : text);
	s->at = close + 1;
	return true;
}

static bool
is_double(const struct spans *s, char c)
{
	return s->at + 1 < s->end && s->at[0] == c && s->at[1] == c;
}

/* An address, HTML, or a mark of quotation. */
enum span_done
span_angle(struct spans *s, struct node *el)
{
	bool is_open;

	if (read_address(s, el))
		return SPAN_DONE;
	if (!is_double(s, '<'))
		return span_html(s, el);
	if (!(s->kd->flavour & FLAVOUR_SMART)) {
		spans_text(s, el, s->at, s->at + 2);
		s->at += 2;
		return SPAN_DONE;
	}
	is_open = s->at + 2 < s->end && s->at[2] == ' ';
	node_add_text(s->kd->tree, el, is_open ? S("\u00AB\u00A0")
	    : S("\u00AB"));
	s->at += is_open ? 3 : 2;
	return SPAN_DONE;
}
