/* SPDX-License-Identifier: MIT
 * alike: keys that are the same for entries that seem to be the same post. */
#include "build/guard/alike.h"

#include "base/core/file.h"
#include "base/web/url.h"
#include "feed/formats/old_xml.h"

str
alike_title(struct arena *a, str title)
{
	struct buf out = {0};
	/* Titles of RSS may hold HTML, which may be escaped. */
	str text = old_xml_text(a, old_xml_text(a, title));

	for (size_t i = 0; i < text.len; i++) {
		bool is_general = str_starts(str_from(text, i),
		    S("\xE2\x80"));

		if (is_general)
			i += 2; /* U+2000 to U+203F: blanks, quotes, dashes */
		else if (str_starts(str_from(text, i), S("\xC2\xA0")))
			i++;
		else if (char_is_alnum(text.ptr[i]) ||
		    (unsigned char)text.ptr[i] >= 0x80)
			buf_addc(&out, char_lower(text.ptr[i]));
	}
	return buf_move(&out, a);
}

str
alike_link(struct arena *a, str base, str link)
{
	struct buf out = {0};
	size_t scheme;
	str key;

	url_resolve(&out, base, link);
	key = buf_move(&out, a);
	scheme = str_find(key, S("://"));
	key = str_from(key, scheme == STR_NONE ? 0 : scheme + 3);
	return path_bare(key);
}

str
alike_name(struct arena *a, str link)
{
	str name = path_base(path_bare(url_split(link).path));
	struct buf out = {0};

	if (str_ends(name, S(".html")))
		name.len -= 5;
	url_decode(&out, name);
	return alike_title(a, buf_move(&out, a));
}
