/* SPDX-License-Identifier: MIT
 * image_svg: the size of an SVG, from its root element.
 *
 * No XML parser is needed: the root stands in the first kilobytes, behind a
 * declaration, comments and a document type. SVG 1.1, 7.10. */
#include "base/image/image_formats.h"
#include "base/text/scan.h"

/* ---- finding the root ---- */

/* All that is in the window from the beginning. */
static str
head_of(struct image_file *f)
{
	if (image_at(f, 0, 1) == NULL)
		return (str){0};
	return (str){(const char *)f->window, f->len};
}

/* Takes a document type, which may hold declarations in brackets. */
static bool
take_doctype(str *text)
{
	size_t bracket = str_chr(*text, '['), close = str_chr(*text, '>');

	return (bracket > close || scan_past(text, S("]"), NULL)) &&
	    scan_past(text, S(">"), NULL);
}

/* Takes what may stand before the root. False: it does not end. */
static bool
take_prolog(str *text)
{
	for (;;) {
		bool ends;

		scan_blanks(text);
		if (str_starts(*text, S("<?")))
			ends = scan_past(text, S("?>"), NULL);
		else if (str_starts(*text, S("<!--")))
			ends = scan_past(text, S("-->"), NULL);
		else if (str_starts(*text, S("<!")))
			ends = take_doctype(text);
		else
			return true;
		if (!ends)
			return false;
	}
}

/* The attributes of the root, up to its '>' or the end of what was read;
 * empty where it is no svg. */
static str
find_root(str text)
{
	scan_text(&text, S("\xEF\xBB\xBF"));
	if (!take_prolog(&text) ||
	    !(scan_text(&text, S("<svg:svg")) || scan_text(&text, S("<svg"))))
		return (str){0};
	if (text.len && !char_is_space(text.ptr[0]) && text.ptr[0] != '>')
		return (str){0};
	return scan_until(&text, ">");
}

/* ---- attributes ---- */

static bool
is_name_char(char c)
{
	return !char_is_space(c) && c != '=';
}

/* The value of an attribute, or empty. */
static str
find_value(str attrs, str name)
{
	while (scan_blanks(&attrs), attrs.len) {
		str key = scan_while(&attrs, is_name_char), value;

		scan_blanks(&attrs);
		if (!scan_char(&attrs, '='))
			continue;
		scan_blanks(&attrs);
		if ((scan_peek(attrs) != '"' && scan_peek(attrs) != '\'') ||
		    !scan_quoted(&attrs, '\0', &value))
			break;
		if (str_eq(key, name))
			return str_trim(value);
	}
	return (str){0};
}

/* Takes a number with a '.', in any locale. Zero where there is none, or where
 * it is beyond all pictures. */
static double
take_number(str *text)
{
	double n = 0, unit = 1;
	str whole = scan_while(text, char_is_digit), part = {0};

	if (scan_char(text, '.'))
		part = scan_while(text, char_is_digit);
	for (size_t i = 0; i < whole.len; i++)
		n = n * 10 + (whole.ptr[i] - '0');
	for (size_t i = 0; i < part.len; i++)
		n += (part.ptr[i] - '0') * (unit /= 10);
	return n < 1e6 ? n : 0;
}

/* A length in pixels; zero where it depends on the page ("100%"). */
static double
length_of(str text)
{
	static const struct unit {
		const char *name;
		double pixels;
	} units[] = {
		{"", 1}, {"px", 1}, {"in", 96}, {"cm", 96 / 2.54},
		{"mm", 96 / 25.4}, {"pt", 96 / 72.0}, {"pc", 16},
	};
	double n = take_number(&text);
	const struct unit *u = STR_ROW(units, text, str_ieq);

	return u ? n * u->pixels : 0;
}

static bool
separates_numbers(char c)
{
	return char_is_space(c) || c == ',' || c == '-';
}

/* "0 0 24 24": the last two. */
static void
read_view_box(str text, double *width, double *height)
{
	double n[4] = {0};

	for (int i = 0; i < 4; i++) {
		scan_while(&text, separates_numbers);
		n[i] = take_number(&text);
	}
	*width = n[2];
	*height = n[3];
}

static uint32_t
whole_pixels(double n)
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
	/* The shape of the box gives a missing width or height. */
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
		out->width = whole_pixels(width);
		out->height = whole_pixels(height);
	}
	return true;
}
