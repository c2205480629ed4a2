/* SPDX-License-Identifier: MIT
 * image_svg: the size of an SVG, from its root element.
 *
 * This is no XML parser: it looks through the first kilobytes for the root,
 * past a declaration, comments and a document type. SVG 1.1, 7.10. */
#include "base/image/image_formats.h"
#include "base/core/str.h"

/* ---- finding the root ---- */

/* All that is in the window from the beginning. */
static str
head_of(struct image_file *f)
{
	if (image_at(f, 0, 1) == NULL)
		return (str){0};
	return (str){(const char *)f->window, f->len};
}

/* Passes over what ends with `end`; false: it does not end. */
static bool
pass(str *text, str end)
{
	size_t at = str_find(*text, end);

	*text = str_from(*text, at == STR_NONE ? text->len : at + end.len);
	return at != STR_NONE;
}

/* A document type may hold declarations in brackets. */
static bool
pass_doctype(str *text)
{
	size_t bracket = str_chr(*text, '['), close = str_chr(*text, '>');

	return (bracket > close || pass(text, S("]"))) && pass(text, S(">"));
}

/* The attributes of the root, up to its '>' or the end of what was read;
 * empty where it is no svg. */
static str
find_root(str text)
{
	if (str_starts(text, S("\xEF\xBB\xBF")))
		text = str_from(text, 3);
	for (;;) {
		text = str_trim(text);
		if (str_starts(text, S("<?"))) {
			if (!pass(&text, S("?>")))
				return (str){0};
		} else if (str_starts(text, S("<!--"))) {
			if (!pass(&text, S("-->")))
				return (str){0};
		} else if (str_starts(text, S("<!"))) {
			if (!pass_doctype(&text))
				return (str){0};
		} else
			break;
	}
	if (str_starts(text, S("<svg:svg")))
		text = str_from(text, 4);
	else if (!str_starts(text, S("<svg")))
		return (str){0};
	text = str_from(text, 4);
	if (text.len && !char_is_space(text.ptr[0]) && text.ptr[0] != '>')
		return (str){0};
	return str_sub(text, 0, str_chr(text, '>'));
}

/* ---- attributes ---- */

static bool
ends_name(char c)
{
	return char_is_space(c) || c == '=';
}

/* The value of an attribute, or empty. */
static str
find_value(str attrs, str name)
{
	while (attrs.len) {
		size_t n = 0;
		str key, value, quote;

		attrs = str_trim(attrs);
		while (n < attrs.len && !ends_name(attrs.ptr[n]))
			n++;
		key = str_sub(attrs, 0, n);
		attrs = str_trim(str_from(attrs, n));
		if (!str_starts(attrs, S("=")))
			continue;
		attrs = str_trim(str_from(attrs, 1));
		quote = str_sub(attrs, 0, 1);
		if (!str_eq(quote, S("\"")) && !str_eq(quote, S("'")))
			return (str){0};
		attrs = str_from(attrs, 1);
		n = str_chr(attrs, quote.ptr[0]);
		value = str_sub(attrs, 0, n);
		if (str_eq(key, name))
			return str_trim(value);
		attrs = str_from(attrs, n == STR_NONE ? attrs.len : n + 1);
	}
	return (str){0};
}

/* Takes a number off the front, in no locale. Zero where there is none, or
 * where it is beyond all pictures. */
static double
take_number(str *text)
{
	double n = 0, unit = 1;
	bool fraction = false;
	size_t i = 0;

	for (; i < text->len; i++) {
		char c = text->ptr[i];

		if (c == '.' && !fraction)
			fraction = true;
		else if (!char_is_digit(c))
			break;
		else if (fraction)
			n += (c - '0') * (unit /= 10);
		else
			n = n * 10 + (c - '0');
	}
	*text = str_from(*text, i);
	return n < 1e6 ? n : 0;
}

/* A length in pixels; zero where it depends on what is around. */
static double
length_of(str text)
{
	static const struct {
		const char *unit;
		double pixels;
	} units[] = {
		{"", 1}, {"px", 1}, {"in", 96}, {"cm", 96 / 2.54},
		{"mm", 96 / 25.4}, {"pt", 96 / 72.0}, {"pc", 16},
	};
	double n = take_number(&text);

	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (str_ieq(text, str_of(units[i].unit)))
			return n * units[i].pixels;
	return 0;
}

/* "0 0 24 24": the last two. */
static void
read_view_box(str text, double *width, double *height)
{
	double n[4] = {0};

	for (int i = 0; i < 4; i++) {
		while (text.len && (char_is_space(text.ptr[0]) ||
		    text.ptr[0] == ',' || text.ptr[0] == '-'))
			text = str_from(text, 1);
		n[i] = take_number(&text);
	}
	*width = n[2];
	*height = n[3];
}

static uint32_t
whole(double n)
{
	return n > 0 && n < 1 ? 1 : (uint32_t)(n + 0.5);
}

/* ---- all of it ---- */

bool
image_is_svg(struct image_file *f)
{
	return find_root(head_of(f)).ptr != NULL;
}

bool
image_svg(struct image_file *f, struct image *out)
{
	str root = find_root(head_of(f));
	double width = length_of(find_value(root, S("width")));
	double height = length_of(find_value(root, S("height")));
	double box_width, box_height;

	read_view_box(find_value(root, S("viewBox")), &box_width, &box_height);
	/* What is missing follows from the shape. */
	if (box_width > 0 && box_height > 0) {
		if (width <= 0 && height <= 0) {
			width = box_width;
			height = box_height;
		} else if (width <= 0)
			width = height * box_width / box_height;
		else if (height <= 0)
			height = width * box_height / box_width;
	}
	if (width > 0 && height > 0 && width < 1e6 && height < 1e6) {
		out->width = whole(width);
		out->height = whole(height);
	}
	return true;
}
