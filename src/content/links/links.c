/* SPDX-License-Identifier: MIT
 * links: the references in a post's text, as readers need them. */
#include "content/links/links.h"

#include "base/web/url.h"
#include "content/codes/content_codes.h"
#include "content/links/own_links.h"

/* Schemes that readers follow. Left out are those that run something
 * (javascript) or name a file of the author's machine, and those of one site
 * ("ruby-talk:1234"), which readers take for relative paths. */
static const str page_schemes = S_INIT("http https mailto tel magnet ftp sftp "
    "irc ircs xmpp sip sips sms geo news nntp gopher gemini git ssh urn doi "
    "bitcoin matrix webcal feed callto skype acct at ipfs");

static bool
is_known(str ref, const struct url *u, enum link_use use)
{
	if (!u->has_scheme)
		return true;
	if (use == LINK_MEDIA)
		return str_istarts(ref, S("data:image/")) ||
		    str_has_word(S("http https"), u->scheme, str_ieq);
	return str_has_word(page_schemes, u->scheme, str_ieq);
}

/* The place of a reference in the source, if the source has those characters.
 * Each search starts at the beginning: a text full of bad links would take
 * hours if all of them were reported. */
static struct mark
place_of(const struct links *l, diag_code code, str ref)
{
	size_t at = ref.len && !diags_is_full(l->diags, code)
	    ? str_find(l->src->text, ref) : STR_NONE;

	return at == STR_NONE ? (struct mark){0} : mark_of(l->src->text, at);
}

/* For a site below the root of its host "/x" means the site's x, as in themes
 * (feed rule 23), unless it begins with the site's path. In pages that a
 * generator made, the path begins at the host, as in browsers. */
static bool
resolve_from_root(const struct links *l, str ref, struct buf *out)
{
	struct url site = url_split(l->config->site.url);
	str path = url_split(ref).path;
	str base = str_sub(site.path, 0, site.path.len - 1); /* "/blog" */
	struct buf relative = {0};
	bool ok;

	if (base.len == 0 || str_eq(path, base) ||
	    str_starts(path, site.path) ||
	    l->config->content.source == CONTENT_PAGES)
		return url_resolve(out, l->page, ref);
	/* With "./", since "javascript:x" must not become a scheme. */
	buf_addc(&relative, '.');
	buf_add(&relative, ref);
	ok = url_resolve(out, l->config->site.url, buf_str(&relative));
	buf_free(&relative);
	return ok;
}

/* Browsers drop line ends and tabs in a reference, wherever they stand. */
static void
squeeze_ref(struct buf *out, str ref)
{
	size_t from = 0;

	for (size_t i = 0; i < ref.len; i++)
		if (ref.ptr[i] == '\n' || ref.ptr[i] == '\t' ||
		    ref.ptr[i] == '\r') {
			buf_add(out, str_sub(ref, from, i - from));
			from = i + 1;
		}
	buf_add(out, str_from(ref, from));
}

static bool
resolve_ref(const struct links *l, str ref, const struct url *u,
    struct buf *out)
{
	bool web = str_has_word(S("http https"), u->scheme, str_ieq);

	if (str_starts(ref, S("#")) && l->id_prefix.len && ref.len > 1) {
		str name = str_from(ref, 1);

		/* In HTML of Markdown it may have the prefix already. */
		buf_addc(out, '#');
		if (!str_starts(name, l->id_prefix))
			buf_add(out, l->id_prefix);
		buf_add(out, name);
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

/* Replaces a reference that only the generator understands. False: it leads to
 * no post. */
static bool
resolve_own(const struct links *l, struct buf *ref)
{
	struct buf found = {0};

	switch (own_link_resolve(l, buf_str(ref), &found)) {
	case OWN_LINK_NONE:
		break;
	case OWN_LINK_FOUND:
		buf_reset(ref);
		buf_add(ref, buf_str(&found));
		break;
	case OWN_LINK_NOWHERE:
		buf_free(&found);
		diag_add(l->diags, DIAG_TAG_TARGET, l->src,
		    place_of(l, DIAG_TAG_TARGET, buf_str(ref)),
		    "'%.*s' leads to no post", STR_ARG(buf_str(ref)));
		return false;
	}
	buf_free(&found);
	return true;
}

static bool
resolve_clean(const struct links *l, str clean, enum link_use use,
    struct buf *out)
{
	struct url u;

	if (url_is_resolved(clean)) {
		buf_add(out, clean);
		return true;
	}
	u = url_split(clean);
	if (!is_known(clean, &u, use)) {
		diag_add(l->diags, DIAG_LINK_SCHEME, l->src,
		    place_of(l, DIAG_LINK_SCHEME, clean),
		    "a link to '%.*s:' was dropped", STR_ARG(u.scheme));
		return false;
	}
	if (resolve_ref(l, clean, &u, out))
		return true;
	diag_add(l->diags, DIAG_LINK_INVALID, l->src,
	    place_of(l, DIAG_LINK_INVALID, clean),
	    "link '%.*s' has no host", STR_ARG(clean));
	return false;
}

bool
links_resolve(void *ctx, str ref, enum link_use use, struct buf *out)
{
	const struct links *l = ctx;
	struct buf clean = {0};
	bool ok;

	squeeze_ref(&clean, str_trim(ref));
	ok = str_find(buf_str(&clean), S(LINKS_NOWHERE)) == STR_NONE &&
	    resolve_own(l, &clean) &&
	    resolve_clean(l, buf_str(&clean), use, out);
	buf_free(&clean);
	return ok;
}
