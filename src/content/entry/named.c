/* SPDX-License-Identifier: MIT
 * named: files that front matter names. */
#include "content/entry/named.h"

#include "base/web/url.h"
#include "content/codes/content_codes.h"

/* A bare path such as "img/a.png" is one of the site, as in themes, unless the
 * file lies beside the post. */
static str
rooted_ref(struct body *b, str ref, str base)
{
	struct url u = url_split(ref);

	if (u.has_scheme || str_starts(ref, S("/")) ||
	    str_starts(ref, S("./")) || str_starts(ref, S("../")) ||
	    str_starts(ref, S("{")) || local_is_beside(b, ref))
		return ref;
	if (base.len)
		return arena_printf(
		    b->arena, "%.*s%.*s", STR_ARG(base), STR_ARG(ref));
	return arena_printf(b->arena, "/%.*s", STR_ARG(ref));
}

/* Some generators give the pictures of their sources new names, which cannot be
 * known. */
static bool
is_renamed(const struct body *b, str ref)
{
	str begins = str_of(b->env->config->posts.generator->text.renamed);

	return ref.len && str_chr(begins, ref.ptr[0]) != STR_NONE;
}

str
named_url(struct body *b, const struct links *links, const char *what,
    str ref, struct mark at, str base)
{
	struct diags said = {0};
	struct links mine = *links;
	struct buf url = {0};
	str found = {0};

	if (is_renamed(b, ref))
		return found;
	mine.diags = &said;
	if (str_find(ref, S("{{")) == STR_NONE &&
	    links_resolve(&mine, rooted_ref(b, ref, base), LINK_MEDIA, &url) &&
	    url_is_web(buf_str(&url)))
		found = arena_str(b->arena, buf_str(&url));
	else
		diag_add(b->diags, DIAG_MEDIA_INVALID, b->src, at,
		    "%s '%.*s' is no path on the site, and no http or https "
		    "URL", what, STR_ARG(ref));
	diags_free(&said);
	buf_free(&url);
	return found;
}
