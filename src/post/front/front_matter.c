/* SPDX-License-Identifier: MIT
 * front_matter: cuts a post file into front matter and body. */
#include "post/front/front_matter.h"

#include "base/core/table.h"
#include "base/core/utf8.h"
#include "base/data/json.h"
#include "base/data/toml.h"
#include "base/data/yaml.h"
#include "post/front/front_own.h"
#include "post/post_codes.h"

/* ---- where it ends ---- */

/* Whether a line is the delimiter; blanks may follow it. */
static bool
is_delimiter(str line, str delimiter)
{
	return str_starts(line, delimiter) &&
	    str_trim(str_from(line, delimiter.len)).len == 0;
}

/* Whether a line opens front matter in Hugo: "--- # note", "------". */
static bool
is_loose_open(str line, str delimiter)
{
	str rest = str_from(line, delimiter.len), tail = str_trim(rest);

	if (!str_starts(line, delimiter))
		return false;
	if (tail.ptr != rest.ptr && str_starts(tail, S("#")))
		return true;
	for (size_t i = 0; i < tail.len; i++)
		if (tail.ptr[i] != delimiter.ptr[0])
			return false;
	return true;
}

/* Cuts the text before the closing delimiter off the front of *rest. With
 * is_loose other text may follow it on its line, as in Hugo. */
static bool
take_until(str *rest, str close, str also, bool is_loose, str *text)
{
	str start = *rest, line;

	while (str_split(rest, '\n', &line))
		if (is_delimiter(line, close) ||
		    (is_loose && str_starts(line, close)) ||
		    (also.len && is_delimiter(line, also))) {
			*text = str_sub(
			    start, 0, (size_t)(line.ptr - start.ptr));
			return true;
		}
	return false;
}

static const struct delimiters {
	str open, close, also; /* `also` closes too */
	enum front_syntax syntax;
} delimiters[] = {
	{S_INIT("---"), S_INIT("---"), S_INIT("..."), FRONT_YAML},
	{S_INIT("---yaml"), S_INIT("---"), {0}, FRONT_YAML},
	{S_INIT("+++"), S_INIT("+++"), {0}, FRONT_TOML},
	{S_INIT("---toml"), S_INIT("---"), {0}, FRONT_TOML},
	{S_INIT(";;;"), S_INIT(";;;"), {0}, FRONT_JSON},
	{S_INIT("---json"), S_INIT("---"), {0}, FRONT_JSON},
};

static const struct delimiters *
find_delimiters(str first, bool is_loose)
{
	for (size_t i = 0; i < sizeof delimiters / sizeof *delimiters; i++)
		if (is_delimiter(first, delimiters[i].open) ||
		    (is_loose && delimiters[i].open.len == 3 &&
		    is_loose_open(first, delimiters[i].open)))
			return &delimiters[i];
	return NULL;
}

/* Hugo allows blanks before the first delimiter. */
static void
skip_indent(str *line, str *from)
{
	while (line->len && char_is_space(line->ptr[0])) {
		*line = str_from(*line, 1);
		*from = str_from(*from, 1);
	}
}

/* A JSON object, not a brace of a template or of kramdown. */
static bool
is_object(str text)
{
	str rest = str_trim(str_from(text, 1));

	return str_starts(text, S("{")) &&
	    (str_starts(rest, S("\"")) || str_starts(rest, S("}")));
}

/* Length of the JSON object at the front, or 0 if it is never closed. */
static size_t
object_length(str text)
{
	size_t depth = 0;
	bool quoted = false;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (quoted && c == '\\')
			i++;
		else if (c == '"')
			quoted = !quoted;
		else if (!quoted && c == '{')
			depth++;
		else if (!quoted && c == '}' && --depth == 0)
			return i + 1;
	}
	return 0;
}

/* "Key: value", as in Pelican and MultiMarkdown. */
static bool
is_header_line(str line)
{
	size_t colon = str_chr(line, ':');

	if (colon == STR_NONE || colon == 0)
		return false;
	for (size_t i = 0; i < colon; i++)
		if (!char_is_alnum(line.ptr[i]) && line.ptr[i] != '_' &&
		    line.ptr[i] != '-')
			return false;
	return true;
}

/* Whether a line continues the value of the line above. */
static bool
is_continuation(str line)
{
	return str_starts(line, S("    ")) && str_trim(line).len > 0;
}

static bool
is_header(str text)
{
	str line;

	while (str_split(&text, '\n', &line))
		if (str_trim(line).len && !is_header_line(line) &&
		    !is_continuation(line))
			return false;
	return true;
}

/* Whether a text begins with header lines, of which one is "Date: ". */
static bool
has_date_header(str text)
{
	str line;

	while (str_split(&text, '\n', &line) && (is_header_line(line) ||
	    is_continuation(line)))
		if (str_istarts(line, S("date:")))
			return true;
	return false;
}

/* ---- cutting ---- */

static bool
fail_open(const struct source *src, int line, struct diags *diags)
{
	diag_add(diags, DIAG_FRONT_MATTER_OPEN, src, (struct mark){line, 1},
	    "front matter is never closed");
	return false;
}

static void
set_cut(struct front_matter *fm, enum front_syntax syntax, str text,
    int lines_before, str body)
{
	fm->syntax = syntax;
	fm->text = text;
	fm->lines_before = lines_before;
	fm->body = body;
}

/* A JSON object, without delimiters. `from` begins with its brace. */
static bool
cut_object(struct front_matter *fm, str from, int lines,
    const struct source *src, struct diags *diags)
{
	size_t n = object_length(from);

	if (n == 0)
		return fail_open(src, lines + 1, diags);
	set_cut(fm, FRONT_JSON, str_sub(from, 0, n), lines, str_from(from, n));
	return true;
}

/* "Key: value" lines and their continuations, up to a blank line or text. */
static void
cut_header(struct front_matter *fm, str from, int lines)
{
	str rest = from, body = from, line = {0};
	size_t n;

	while (str_split(&rest, '\n', &line) &&
	    (is_header_line(line) || is_continuation(line)))
		body = rest;
	n = body.ptr ? (size_t)(body.ptr - from.ptr) : from.len;
	if (is_delimiter(line, S("---")))
		body = rest;
	set_cut(fm, FRONT_HEADER, str_sub(from, 0, n), lines, body);
}

/* Cuts the format's own front matter (front_own.h), if the generator reads
 * it. */
static void
cut_own(struct front_matter *fm, str text, const struct front_rules *r)
{
	const struct text_format *f = fm->format;
	str front, body;

	if (f->own != FRONT_NONE &&
	    str_has_word(str_of(r->own), str_of(f->name), str_eq) &&
	    front_own_cut(f->own, text, &front, &body))
		set_cut(fm, f->own == FRONT_ORG && r->own_is_bare
		    ? FRONT_ORG_BARE : f->own, front,
		    mark_of(text, (size_t)(front.ptr - text.ptr)).line - 1,
		    body);
}

/* Whether a text begins with a comment of HTML whose lines are ".. key:
 * value". */
static bool
is_comment(str from)
{
	return str_starts(from, S("<!--")) &&
	    str_starts(str_trim(str_from(from, 4)), S(".. "));
}

static bool
cut_comment(struct front_matter *fm, str from, int lines,
    const struct source *src, struct diags *diags)
{
	str inner = str_from(from, 4);
	size_t end = str_find(inner, S("-->"));

	if (end == STR_NONE)
		return fail_open(src, lines + 1, diags);
	set_cut(fm, FRONT_RST, str_sub(inner, 0, end), lines,
	    str_from(inner, end + 3));
	return true;
}

bool
front_matter_cut(struct front_matter *fm, const struct source *src,
    const struct generator *generator, struct diags *diags)
{
	const struct front_rules *r = &generator->front;
	str rest = src->text, line = {0}, from, text;
	const struct delimiters *d;
	int lines = 0; /* above `from` */

	fm->format = text_format_of(src->name);
	set_cut(fm, FRONT_NONE, (str){0}, 0, src->text);
	/* Hugo and Pelican allow blank lines above front matter. */
	for (from = rest; str_split(&rest, '\n', &line); from = rest, lines++)
		if (str_trim(line).len)
			break;
	if (r->loose_fences)
		skip_indent(&line, &from);
	if (is_object(from) && fm->format->own != FRONT_NOTEBOOK)
		return cut_object(fm, from, lines, src, diags);
	d = find_delimiters(line, r->loose_fences);
	if (d && rest.ptr) {
		if (!take_until(&rest, d->close, d->also, r->loose_fences,
		    &text))
			return fail_open(src, lines + 1, diags);
		/* Pelican reads "Key: value" lines between --- too. */
		set_cut(fm, r->has_headers && is_header(text)
		    ? FRONT_HEADER : d->syntax, text, lines + 1,
		    rest.ptr ? rest : (str){0});
	} else if (r->has_comments && is_comment(from))
		return cut_comment(fm, from, lines, src, diags);
	else if (fm->format->own != FRONT_NONE)
		cut_own(fm, src->text, r);
	else if ((r->has_headers && is_header_line(line)) ||
	    (r->has_dated_headers && has_date_header(from)))
		cut_header(fm, from, lines);
	else if (r->opens_bare && is_header_line(line) &&
	    take_until(&rest, S("---"), (str){0}, false, &text))
		/* Hexo's first delimiter is optional. */
		set_cut(fm, FRONT_YAML, str_sub(from, 0,
		    (size_t)(text.ptr + text.len - from.ptr)), lines,
		    rest.ptr ? rest : (str){0});
	else if (r->opens_bare && str_starts(line, S("\"")) &&
	    take_until(&rest, S(";;;"), (str){0}, false, &text))
		set_cut(fm, FRONT_JSON, str_sub(from, 0,
		    (size_t)(text.ptr + text.len - from.ptr)), lines,
		    rest.ptr ? rest : (str){0});
	return true;
}

/* ---- parsing ---- */

static struct value *
parse_none(struct arena *a, str text, const struct source *src,
    int lines_before, struct diags *diags)
{
	struct value *v = arena_alloc(a, sizeof *v);

	(void)text, (void)src, (void)lines_before, (void)diags;
	v->kind = VALUE_MAP;
	v->size = 1;
	return v;
}

/* A value for the line "Key: value". */
static struct value *
read_header_line(struct arena *a, str line, int number)
{
	struct value *v = arena_alloc(a, sizeof *v);
	size_t colon = str_chr(line, ':');

	v->size = 1;
	v->key = arena_str(a, str_sub(line, 0, colon));
	v->key_at = v->at = (struct mark){number, 1};
	v->text = arena_str(a, str_trim(str_from(line, colon + 1)));
	v->kind = v->text.len ? VALUE_SCALAR : VALUE_NULL;
	if (v->text.len)
		v->at.col += (int)utf8_len(
		    str_sub(line, 0, str_find(line, v->text)));
	return v;
}

/* Adds the lines that continue a value: those up to the next key, without
 * blank ones. Cuts them off the front of *rest and returns how many they are. */
static int
take_continuations(struct arena *a, struct value *v, str *rest)
{
	struct buf text = {0};
	str after = *rest, line;
	int n = 0;

	buf_add(&text, v->text);
	for (; str_split(&after, '\n', &line) && !is_header_line(line); n++) {
		*rest = after;
		if (!is_continuation(line))
			continue;
		if (text.len)
			buf_addc(&text, ' ');
		buf_add(&text, str_trim(line));
	}
	if (text.len > v->text.len) {
		v->text = arena_str(a, buf_str(&text));
		v->kind = VALUE_SCALAR;
	}
	buf_free(&text);
	return n;
}

static struct value *
parse_header(struct arena *a, str text, const struct source *src,
    int lines_before, struct diags *diags)
{
	struct value *root =
	    parse_none(a, text, src, lines_before, diags);
	struct table keys = {0};
	str line;

	for (int n = lines_before + 1; str_split(&text, '\n', &line); n++) {
		struct value *v;
		void **same;

		if (!is_header_line(line))
			continue;
		v = read_header_line(a, line, n);
		n += take_continuations(a, v, &text);
		same = table_at(&keys, arena_lower(a, v->key));
		/* Pelican uses the first of repeated lines. */
		if (*same)
			diag_add(diags, DIAG_HEADER_TWICE, src, v->key_at,
			    "'%.*s' is given twice; the first one is used",
			    STR_ARG(v->key));
		else {
			value_add(root, v);
			*same = v;
		}
	}
	table_free(&keys);
	return root;
}

/* An object. Hexo's has no braces: add them on lines of their own, so that
 * columns in messages stay right. */
static struct value *
parse_json(struct arena *a, str text, const struct source *src,
    int lines_before, struct diags *diags)
{
	if (!str_starts(str_trim(text), S("\"")))
		return json_parse(a, text, src, lines_before, diags);
	return json_parse(a, arena_printf(a, "{\n%.*s}", STR_ARG(text)), src,
	    lines_before - 1, diags);
}

struct value *
front_matter_parse(const struct front_matter *fm, const struct source *src,
    struct arena *a, struct diags *diags)
{
	static struct value *(*const parsers[])(struct arena *, str,
	    const struct source *, int, struct diags *) = {
		[FRONT_NONE] = parse_none,
		[FRONT_YAML] = yaml_parse,
		[FRONT_TOML] = toml_parse,
		[FRONT_JSON] = parse_json,
		[FRONT_HEADER] = parse_header,
	};

	if (fm->syntax >= FRONT_OWN)
		return front_own_parse(fm->syntax, fm->text, fm->lines_before,
		    a);
	return parsers[fm->syntax](a, fm->text, src, fm->lines_before, diags);
}
