/* SPDX-License-Identifier: MIT
 * links: the references in a post's text, as readers need them. */
#include "links.h"

#include "../base/url.h"

/* Schemes that run something, or name a file of the author's machine. */
static const str unsafe_schemes[] = {
	S_INIT("javascript"), S_INIT("vbscript"), S_INIT("livescript"),
	S_INIT("file"), S_INIT("data"), S_INIT("blob"), S_INIT("about"),
	S_INIT("chrome"),
};

static bool
is_unsafe(str ref, const struct url *u, enum link_use use)
{
	if (use == LINK_MEDIA && str_istarts(ref, S("data:image/")))
		return false;
	for (size_t i = 0; i < sizeof unsafe_schemes / sizeof(str); i++)
		if (str_ieq(u->scheme, unsafe_schemes[i]))
			return true;
	return false;
}

/* The place of a reference in the source, if it stands there as it is. */
static struct mark
place(const struct links *l, str ref)
{
	size_t at = ref.len ? str_find(l->src->text, ref) : STR_NONE;

	return at == STR_NONE ? (struct mark){0} : mark_of(l->src->text, at);
}

/* The site may lie below the root of its host: "/x" then means the site's
 * x, as themes have it (feed rule 23), unless it says so itself. */
static bool
resolve_from_root(const struct links *l, str ref, struct buf *out)
{
	struct url site = url_split(l->config->site.url);

	if (site.path.len <= 1 || str_starts(ref, site.path))
		return url_resolve(out, l->page, ref);
	return url_resolve(out, l->config->site.url, str_from(ref, 1));
}

/* Browsers drop line ends and tabs in a reference, wherever they stand. */
static void
squeeze(struct buf *out, str ref)
{
	for (size_t i = 0; i < ref.len; i++)
		if (ref.ptr[i] != '\n' && ref.ptr[i] != '\t' &&
		    ref.ptr[i] != '\r')
			buf_addc(out, ref.ptr[i]);
}

static bool
resolve(const struct links *l, str ref, const struct url *u, struct buf *out)
{
	bool web = str_ieq(u->scheme, S("http")) ||
	    str_ieq(u->scheme, S("https"));

	if (str_starts(ref, S("#")) && l->id_prefix.len && ref.len > 1) {
		buf_addc(out, '#');
		buf_add(out, l->id_prefix);
		buf_add(out, str_from(ref, 1));
		return true;
	}
	if (web && u->authority.len == 0)
		return false;
	if (str_starts(ref, S("//")))
		return url_resolve(out, S("https://x/"), ref);
	if (str_starts(ref, S("/")))
		return resolve_from_root(l, ref, out);
	return url_resolve(out, l->page, ref);
}

bool
links_resolve(void *ctx, str ref, enum link_use use, struct buf *out)
{
	const struct links *l = ctx;
	struct buf clean = {0};
	struct url u;
	bool ok;

	squeeze(&clean, str_trim(ref));
	u = url_split(buf_str(&clean));
	ok = !is_unsafe(buf_str(&clean), &u, use);
	if (!ok)
		diag_add(l->diags, DIAG_LINK_UNSAFE, l->src, place(l, ref),
		    "'%.*s:' link dropped", STR_ARG(u.scheme));
	else if (!resolve(l, buf_str(&clean), &u, out)) {
		ok = false;
		diag_add(l->diags, DIAG_LINK_INVALID, l->src, place(l, ref),
		    "link '%.*s' has no host", STR_ARG(ref));
	}
	buf_free(&clean);
	return ok;
}
