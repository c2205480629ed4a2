/* SPDX-License-Identifier: MIT
 * own_links: references that only a generator understands. */
#include "content/links/own_links.h"

#include "base/core/file.h"
#include "base/text/slug.h"
#include "base/web/url.h"

/* Resolves what follows the prefix of a row. */
typedef enum own_link resolver(const struct links *l,
    const struct own_ref *row, str path,
    struct buf *out);

/* A file that is published unchanged, at its path below the content. */
static enum own_link
resolve_static(const struct links *l, const struct own_ref *row, str path,
    struct buf *out)
{
	struct arena a = {0};
	str dir = str_starts(path, S("/")) ? (str){0}
	    : l->post->matter->sections;

	(void)row;
	buf_addc(out, '/');
	path = path_clean(&a, arena_printf(&a, "/%.*s/%.*s", STR_ARG(dir),
	    STR_ARG(path)));
	buf_add(out, str_from(path, 1));
	arena_free(&a);
	return OWN_LINK_FOUND;
}

static enum own_link
resolve_post(const struct links *l, str path, struct buf *out)
{
	size_t hash = str_chr(path, '#');
	const struct post *p = l->index ? post_index_find(
	    l->index, l->post, path, POST_MATCH_PATH) : NULL;
	struct arena a = {0};

	if (l->index)
		l->sources->posts = true;
	if (p == NULL)
		return OWN_LINK_NOWHERE;
	buf_add(out, post_index_url(l->index, p, &a));
	buf_add(out, str_from(path, hash));
	arena_free(&a);
	return OWN_LINK_FOUND;
}

/* A post's file, or, as it once was, any other. */
static enum own_link
resolve_file(const struct links *l, const struct own_ref *row, str path,
    struct buf *out)
{
	enum own_link found = resolve_post(l, path, out);
	str name = path_base(path);

	if (found != OWN_LINK_NOWHERE || str_chr(name, '.') == STR_NONE ||
	    str_find(name, S(".md")) != STR_NONE ||
	    str_find(name, S(".rst")) != STR_NONE)
		return found;
	return resolve_static(l, row, path, out);
}

/* A path from the root of the content. */
static enum own_link
resolve_rooted(const struct links *l, const struct own_ref *row, str path,
    struct buf *out)
{
	struct arena a = {0};
	enum own_link found;

	(void)row;
	found = resolve_post(l,
	    arena_printf(&a, "/%.*s", STR_ARG(path)), out);
	arena_free(&a);
	return found;
}

/* A link to a post's file; else the reference means what it says. */
static enum own_link
resolve_source(const struct links *l, const struct own_ref *row, str path,
    struct buf *out)
{
	str file = str_sub(path, 0, str_chr(path, '#'));
	struct buf plain = {0};
	enum own_link found;

	(void)row;
	file = str_sub(file, 0, str_chr(file, '?'));
	if (!str_iends_any(file, ".md .mdx .markdown") ||
	    url_split(path).has_scheme || str_starts(path, S("//")))
		return OWN_LINK_NONE;
	url_decode(&plain, file);
	buf_add(&plain, str_from(path, str_chr(path, '#')));
	found = resolve_post(l, buf_str(&plain), out);
	buf_free(&plain);
	return found == OWN_LINK_FOUND ? found : OWN_LINK_NONE;
}

/* A file that goes to the folder of the post's page. */
static enum own_link
resolve_attached(const struct links *l, const struct own_ref *row,
    str path, struct buf *out)
{
	(void)row;
	return url_resolve(out, l->page, path_base(path))
	    ? OWN_LINK_FOUND : OWN_LINK_NONE;
}

/* The page of a name, by the pattern of the row. */
static enum own_link
resolve_page(const struct links *l, const struct own_ref *row, str name,
    struct buf *out)
{
	str pattern = str_of(row->page);
	size_t at = str_find(pattern, S("{slug}"));

	buf_add(out, str_sub(pattern, 0, at));
	if (at != STR_NONE) {
		slug_make(out, name, l->config->posts.generator->address.term);
		buf_add(out, str_from(pattern, at + 6));
	}
	return OWN_LINK_FOUND;
}

static resolver *const resolvers[] = {
	[OWN_REF_POST] = resolve_rooted,
	[OWN_REF_FILE] = resolve_file,
	[OWN_REF_STATIC] = resolve_static,
	[OWN_REF_ATTACHED] = resolve_attached,
	[OWN_REF_SOURCE] = resolve_source,
	[OWN_REF_PAGE] = resolve_page,
};
_Static_assert(sizeof resolvers / sizeof *resolvers == OWN_REF_KINDS,
    "each kind of link has a resolver");

enum own_link
own_link_resolve(const struct links *l, str ref, struct buf *out)
{
	const struct own_ref *r = l->config->posts.generator->text.links;

	for (; r && r->prefix; r++) {
		str prefix = str_of(r->prefix);

		if (str_istarts(ref, prefix))
			return resolvers[r->kind](
			    l, r, str_from(ref, prefix.len), out);
	}
	/* Editors and GitHub follow links to source files with any
	 * generator. */
	return resolve_source(l, NULL, ref, out);
}
