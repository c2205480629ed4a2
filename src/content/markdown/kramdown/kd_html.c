/* SPDX-License-Identifier: MIT
 * kd_html: the elements that kramdown knows, and tags. */
#include "content/markdown/kramdown/kd_html.h"

static const char span_elements[] =
    "a abbr acronym b big bdo br button cite code del dfn em i img input ins "
    "kbd label mark option q rb rbc rp rt rtc ruby samp select small span "
    "strong sub sup tt u var";
static const char block_elements[] =
    "address article aside applet body blockquote caption col colgroup dd div "
    "dl dt fieldset figcaption footer form h1 h2 h3 h4 h5 h6 header hgroup hr "
    "html head iframe legend menu li main map nav ol optgroup p pre section "
    "summary table tbody td th thead tfoot tr ul";
static const char void_elements[] =
    "area base br col command embed hr img input keygen link meta param source "
    "track wbr";
static const char holds_blocks[] =
    "address applet article aside blockquote body dd details div dl fieldset "
    "figure figcaption footer form header hgroup iframe li main map menu nav "
    "noscript object section summary td";
static const char holds_spans[] =
    "a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 "
    "h6 i ins label legend optgroup p q rb rbc rp rt rtc ruby select small "
    "span strong sub sup th tt";

bool
kd_html_goes_on(str word)
{
	return word.len && (str_has_word(str_of(span_elements), word, str_eq) ||
	    str_eq(word, S("script")));
}

bool
kd_html_is_span(str name)
{
	return str_has_word(str_of(span_elements), name, str_ieq);
}

bool
kd_html_is_block(str name)
{
	return str_has_word(str_of(block_elements), name, str_ieq);
}

bool
kd_html_is_void(str name)
{
	return str_has_word(str_of(void_elements), name, str_ieq);
}

enum kd_model
kd_html_model(str name)
{
	if (str_has_word(str_of(holds_blocks), name, str_ieq))
		return MODEL_BLOCK;
	return str_has_word(str_of(holds_spans), name, str_ieq) ? MODEL_SPAN
	    : MODEL_RAW;
}

bool
kd_html_is_same(str a, str b)
{
	return str_eq(a, b) || (str_ieq(a, b) && (kd_html_is_span(a) ||
	    kd_html_is_block(a) || kd_html_is_void(a) ||
	    kd_html_model(a) != MODEL_RAW ||
	    str_has_word(S("script style math textarea"), a, str_ieq)));
}

/* ---- tags ---- */

static bool
is_name_start(char c)
{
	return char_is_alpha(c) || c == '_' || (unsigned char)c >= 0x80;
}

static const char *
name_part(const char *p, const char *end)
{
	if (p == end || !is_name_start(*p))
		return NULL;
	while (p < end && (is_name_start(*p) || char_is_digit(*p) ||
	    *p == '-' || *p == '.'))
		p++;
	return p;
}

const char *
kd_html_name(const char *p, const char *end)
{
	const char *q = name_part(p, end), *r;

	if (q == NULL || q == end || *q != ':')
		return q;
	r = name_part(q + 1, end);
	return r ? r : q;
}

static const char *
attribute_value(const char *p, const char *end)
{
	const char *q;

	if (p == end)
		return NULL;
	if (*p == '"' || *p == '\'') {
		q = memchr(p + 1, *p, (size_t)(end - p - 1));
		return q ? q + 1 : NULL;
	}
	for (q = p; q < end && (char_is_alnum(*q) || *q == '_' ||
	    (unsigned char)*q >= 0x80);)
		q++;
	return q > p ? q : NULL;
}

/* An attribute behind white space; *value is set to where its value begins,
 * or to NULL. */
static const char *
attribute(const char *p, const char *end, str *name, str *value)
{
	const char *start = kd_skip_blanks(p, end), *q, *v;

	*value = (str){0};
	if (start == p || (q = kd_html_name(start, end)) == NULL)
		return NULL;
	*name = (str){start, (size_t)(q - start)};
	v = kd_skip_blanks(q, end);
	if (v == end || *v != '=')
		return q;
	v = kd_skip_blanks(v + 1, end);
	p = attribute_value(v, end);
	if (p == NULL)
		return q;
	*value = (str){v, (size_t)(p - v)};
	return p;
}

const char *
kd_html_tag(const char *p, const char *end, struct kd_tag *tag)
{
	const char *start, *q;
	str name, value;

	if (p == end || *p != '<' || !(q = kd_html_name(p + 1, end)))
		return NULL;
	tag->name = (str){p + 1, (size_t)(q - p - 1)};
	start = q;
	while ((p = attribute(q, end, &name, &value)) != NULL)
		q = p;
	tag->attrs = (str){start, (size_t)(q - start)};
	q = kd_skip_blanks(q, end);
	tag->is_closed = q < end && *q == '/';
	q += tag->is_closed;
	return q < end && *q == '>' ? q + 1 : NULL;
}

const char *
kd_html_close(const char *p, const char *end, str *name)
{
	const char *q;

	if (end - p < 3 || p[0] != '<' || p[1] != '/' ||
	    !(q = kd_html_name(p + 2, end)))
		return NULL;
	*name = (str){p + 2, (size_t)(q - p - 2)};
	q = kd_skip_blanks(q, end);
	return q < end && *q == '>' ? q + 1 : NULL;
}

const char *
kd_html_find_close(const char *p, const char *end, str name)
{
	str found;

	while ((p = kd_find(p, end, S("</"))) != NULL) {
		if (kd_html_close(p, end, &found) &&
		    kd_html_is_same(found, name))
			return p;
		p += 2;
	}
	return NULL;
}

bool
kd_html_markdown(const struct kd_tag *tag, enum kd_model *model)
{
	const char *p = tag->attrs.ptr, *end = p + tag->attrs.len;
	str name, value, is = {0};

	while (p && (p = attribute(p, end, &name, &value)) != NULL)
		if (str_ieq(name, S("markdown")))
			is = value;
	if (is.len > 2 && (is.ptr[0] == '"' || is.ptr[0] == '\''))
		is = str_sub(is, 1, is.len - 2);
	if (str_eq(is, S("0")))
		*model = MODEL_RAW;
	else if (str_eq(is, S("1")))
		*model = kd_html_model(tag->name);
	else if (str_eq(is, S("span")))
		*model = MODEL_SPAN;
	else if (str_eq(is, S("block")))
		*model = MODEL_BLOCK;
	else
		return false;
	return true;
}
