/* SPDX-License-Identifier: MIT
 * heading: the heading that a text begins with. */
#include "post/read/heading.h"

#include "base/core/buf.h"

/* Whether a line is an import or a script. *end: the tag that closes the script
 * on a later line; or empty. */
static bool
is_program(str line, str *end)
{
	*end = (str){0};
	if (str_starts(line, S("<script")) && str_find(line,
	    S("</script>")) == STR_NONE)
		*end = S("</script>");
	return str_starts(line, S("import ")) || str_starts(line, S("<script"));
}

static void
skip_to(str *rest, str end)
{
	str line;

	while (str_split(rest, '\n', &line))
		if (str_find(line, end) != STR_NONE)
			return;
}

/* "My title" of "# My *title* {#id} ##". */
static str
text_of(str line, struct arena *a)
{
	str s = str_trim(str_from(line, 1));
	struct buf b = {0};

	while (str_ends(s, S("#")))
		s.len--;
	s = str_sub(s, 0, str_find(s, S("{#")));
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] != '*' && s.ptr[i] != '`')
			buf_addc(&b, s.ptr[i]);
	s = arena_str(a, str_trim(buf_str(&b)));
	buf_free(&b);
	return s;
}

bool
heading_find(str body, str *title, str *rest, struct arena *a)
{
	str line, end;

	*rest = body;
	while (str_split(rest, '\n', &line)) {
		if (str_starts(line, S("# "))) {
			*title = text_of(line, a);
			return title->len > 0;
		}
		if (is_program(line, &end)) {
			if (end.len)
				skip_to(rest, end);
		} else if (str_trim(line).len)
			return false;
	}
	return false;
}
