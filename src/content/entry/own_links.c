/* SPDX-License-Identifier: MIT
 * own_links: references that only a generator understands. */
#include "content/entry/own_links.h"

#include "base/core/file.h"
#include "base/text/slug.h"
#include "base/web/url.h"

/* What follows the prefix, and what it is for. */
typedef enum own_link resolver(const struct links *l, str path,
    struct buf *out);

/* A file that goes to the site as it is, at the path that it has below the
 * content. */
static enum own_link
resolve_static(const struct links *l, str path, struct buf *out)
{
	struct arena a = {0};
	str dir = str_starts(path, S("/")) ? (str){0}
	    : l->post->matter->sections;

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

/* Pelican's {filename} once was for any file. */
static enum own_link
resolve_filename(const struct links *l, str path, struct buf *out)
{
	enum own_link found = resolve_post(l, path, out);
	str name = path_base(path);

	if (found != OWN_LINK_NOWHERE || str_chr(name, '.') == STR_NONE ||
	    str_find(name, S(".md")) != STR_NONE ||
	    str_find(name, S(".rst")) != STR_NONE)
		return found;
	return resolve_static(l, path, out);
}

/* Zola's paths are from the root of the content. */
static enum own_link
resolve_zola(const struct links *l, str path, struct buf *out)
{
	struct arena a = {0};
	enum own_link found;

	found = resolve_post(l,
	    arena_printf(&a, "/%.*s", STR_ARG(path)), out);
	arena_free(&a);
	return found;
}

/* A file that goes to the folder of the post's page. */
static enum own_link
resolve_attach(const struct links *l, str path, struct buf *out)
{
	return url_resolve(out, l->page, path_base(path))
	    ? OWN_LINK_FOUND : OWN_LINK_NONE;
}

static enum own_link
add_page(const char *kind, str name, struct buf *out)
{
	buf_printf(out, "/%s/", kind);
	slug_make(out, name, SLUG_PELICAN);
	buf_add(out, S(".html"));
	return OWN_LINK_FOUND;
}

static enum own_link
resolve_author(const struct links *l, str name, struct buf *out)
{
	(void)l;
	return add_page("author", name, out);
}

static enum own_link
resolve_category(const struct links *l, str name, struct buf *out)
{
	(void)l;
	return add_page("category", name, out);
}

static enum own_link
resolve_tag(const struct links *l, str name, struct buf *out)
{
	(void)l;
	return add_page("tag", name, out);
}

static enum own_link
resolve_index(const struct links *l, str rest, struct buf *out)
{
	(void)l, (void)rest;
	buf_addc(out, '/');
	return OWN_LINK_FOUND;
}

static const struct {
	enum dialect dialect;
	str prefix;
	resolver *resolve;
} prefixes[] = {
	{DIALECT_ZOLA, S_INIT("@/"), resolve_zola},
	{DIALECT_PELICAN, S_INIT("{filename}"), resolve_filename},
	{DIALECT_PELICAN, S_INIT("|filename|"), resolve_filename},
	{DIALECT_PELICAN, S_INIT("{static}"), resolve_static},
	{DIALECT_PELICAN, S_INIT("|static|"), resolve_static},
	{DIALECT_PELICAN, S_INIT("{attach}"), resolve_attach},
	{DIALECT_PELICAN, S_INIT("|attach|"), resolve_attach},
	{DIALECT_PELICAN, S_INIT("{author}"), resolve_author},
	{DIALECT_PELICAN, S_INIT("{category}"), resolve_category},
	{DIALECT_PELICAN, S_INIT("{tag}"), resolve_tag},
	{DIALECT_PELICAN, S_INIT("{index}"), resolve_index},
};

enum own_link
own_link_resolve(const struct links *l, str ref, struct buf *out)
{
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
		if ((long)prefixes[i].dialect == l->config->posts.dialect &&
		    str_istarts(ref, prefixes[i].prefix))
			return prefixes[i].resolve(l,
			    str_from(ref, prefixes[i].prefix.len), out);
	return OWN_LINK_NONE;
}
