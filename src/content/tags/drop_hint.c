/* SPDX-License-Identifier: MIT
 * drop_hint: makes a line of `shortcodes` for an unknown tag, which the author
 * of the site can complete. */
#include "base/text/scan.h"
#include "base/web/media_type.h"
#include "content/tags/drops.h"

/* Words in the names of tags that show a picture. */
static const char *const picture_words[] = {
	"img", "image", "fig", "photo", "pic", "thumb"};
/* Names of arguments that are addresses. */
static const char ref_names[] =
    "src url href link file path image img image_path";

static bool
has_word(str s, const char *word)
{
	size_t n = str_of(word).len;

	for (size_t i = 0; i + n <= s.len; i++)
		if (str_ieq(str_sub(s, i, n), str_of(word)))
			return true;
	return false;
}

static bool
is_picture(str name, str value)
{
	for (size_t i = 0;
	     i < sizeof picture_words / sizeof *picture_words; i++)
		if (has_word(name, picture_words[i]))
			return true;
	return str_starts(media_type_of(value), S("image/"));
}

/* The slot of an argument in a template: its name, or its number among the
 * arguments without a name. Empty: the name cannot be a slot. */
static str
slot_of(const struct tag_args *args, size_t i, struct arena *a)
{
	size_t n = 0;
	str rest = args->list[i].name;

	if (rest.len)
		return scan_while(&rest, char_is_name).len && rest.len == 0
		    ? args->list[i].name : (str){0};
	for (size_t k = 0; k < i; k++)
		n += args->list[k].name.len == 0;
	return arena_printf(a, "%zu", n);
}

/* Finds the argument that is an address, by its name or else by its value.
 * Returns args->count if there is none. */
static size_t
find_ref(const struct tag_args *args)
{
	for (size_t i = 0; i < args->count; i++)
		if (str_has_word(str_of(ref_names), args->list[i].name,
		    str_ieq))
			return i;
	for (size_t i = 0; i < args->count; i++)
		if (str_chr(args->list[i].value, '/') != STR_NONE ||
		    media_type_of(args->list[i].value).len)
			return i;
	return args->count;
}

static str
template_for(str name, const struct tag_args *args, bool is_pair,
    struct arena *a)
{
	size_t at = find_ref(args);
	str slot = at < args->count ? slot_of(args, at, a) : (str){0};

	if (is_pair)
		return S("<blockquote>{inner}</blockquote>");
	if (slot.len && is_picture(name, args->list[at].value))
		return arena_printf(a, "<img src=\"{%.*s}\" alt=\"{alt?}\">",
		    STR_ARG(slot));
	if (slot.len)
		return arena_printf(a, "<a href=\"{%.*s}\">{%.*s}</a>",
		    STR_ARG(slot), STR_ARG(slot));
	slot = args->count ? slot_of(args, 0, a) : (str){0};
	return slot.len ? arena_printf(a, "{%.*s?}", STR_ARG(slot))
	    : (str){0};
}

/* Whether YAML reads a name as a plain key. Others are quoted. */
static bool
is_plain(str name)
{
	for (size_t i = 0; i < name.len; i++)
		if (!char_is_alnum(name.ptr[i]) &&
		    !char_is_one_of(name.ptr[i], "_-./"))
			return false;
	return name.len && char_is_alnum(name.ptr[0]);
}

str
drop_hint(str name, const struct tag_args *args, bool is_pair, struct arena *a)
{
	const char *quote = is_plain(name) ? "" : "\"";

	return arena_printf(a, "%s%.*s%s: '%.*s'", quote, STR_ARG(name),
	    quote, STR_ARG(template_for(name, args, is_pair, a)));
}
