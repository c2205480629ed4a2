/* SPDX-License-Identifier: MIT
 * picture: the one that stands for an entry. */
#include "picture.h"

#include "../base/image.h"
#include "../base/media_type.h"
#include "../base/url.h"
#include "html.h"
#include "links.h"
#include "local.h"

/* What the HTML says to be smaller is an ornament: an icon, a smiley, a
 * picture that counts readers. */
enum { LEAST_SIZE = 64 };

/* ---- what the front matter names ---- */

/* Whether a reference is one to a file beside the post. */
static bool
is_beside(struct body *b, str ref)
{
	str dir = path_dir(b->post->path), name;
	struct stamp stamp;

	if (!str_starts(path_base(b->post->path), S("index.")))
		return false;
	name = path_clean(b->arena, path_join(b->arena, dir, ref));
	stamp = file_look(path_join(
	    b->arena, b->env->config->dir, name).ptr);
	sources_add(b->env->sources, name, stamp, b->arena);
	return !stamp_eq(stamp, (struct stamp){0});
}

/* Themes take what does not say where it begins for a path of the site, unless
 * it lies beside the post. */
static str
rooted(struct body *b, str ref)
{
	struct url u = url_split(ref);

	if (u.has_scheme || str_starts(ref, S("/")) ||
	    str_starts(ref, S("./")) || str_starts(ref, S("../")) ||
	    str_starts(ref, S("{")) || is_beside(b, ref))
		return ref;
	return arena_printf(b->arena, "/%.*s", STR_ARG(ref));
}

/* Astro gives the pictures of its sources names that nobody else knows. */
static bool
is_processed(const struct body *b, str ref)
{
	return b->env->config->posts.dialect == DIALECT_ASTRO &&
	    (str_starts(ref, S(".")) || str_starts(ref, S("~")) ||
	    str_starts(ref, S("@")));
}

static bool
resolve_named(struct picture *out, struct body *b, const struct links *links,
    const struct media *m)
{
	struct diags said = {0};
	struct links mine = *links;
	struct buf url = {0};
	bool ok;

	if (is_processed(b, m->image))
		return false;
	mine.diags = &said;
	ok = str_find(m->image, S("{{")) == STR_NONE &&
	    links_resolve(&mine, rooted(b, m->image), LINK_MEDIA, &url) &&
	    url_is_web(buf_str(&url));
	if (ok)
		out->url = arena_str(b->arena, buf_str(&url));
	else
		diag_add(b->diags, DIAG_MEDIA_INVALID, b->src, m->image_at,
		    "picture '%.*s' is no path on the site, and no http or "
		    "https URL", STR_ARG(m->image));
	diags_free(&said);
	buf_free(&url);
	return ok;
}

/* Whether the text has the picture. */
static bool
is_shown(str url, str html)
{
	struct buf written = {0};
	bool shown;

	html_escape(&written, url);
	shown = str_find(html, buf_str(&written)) != STR_NONE;
	buf_free(&written);
	return shown;
}

/* ---- what the text has ---- */

/* An attribute of a tag as html_sanitize writes it, or empty. */
static str
attr_of(str tag, str before)
{
	size_t at = str_find(tag, before);

	if (at == STR_NONE)
		return (str){0};
	tag = str_from(tag, at + before.len);
	return str_sub(tag, 0, str_chr(tag, '"'));
}

static bool
is_ornament(str tag)
{
	const str attrs[] = {S(" width=\""), S(" height=\"")};

	for (size_t i = 0; i < 2; i++) {
		str digits = attr_of(tag, attrs[i]);
		long n = 0;

		for (size_t k = 0; k < digits.len && n < LEAST_SIZE; k++) {
			/* "50%", "20em" */
			if (!char_is_digit(digits.ptr[k]))
				n = LEAST_SIZE;
			else
				n = n * 10 + digits.ptr[k] - '0';
		}
		if (digits.len && n < LEAST_SIZE)
			return true;
	}
	return false;
}

static str
unescape(str s, struct arena *a)
{
	struct buf b = {0};

	html_text_clean(&b, s);
	s = arena_str(a, buf_str(&b));
	buf_free(&b);
	return s;
}

static bool
find_in_text(struct picture *out, str html, struct arena *a)
{
	size_t at;

	while ((at = str_find(html, S("<img "))) != STR_NONE) {
		str tag = str_from(html, at);
		str src;

		tag = str_sub(tag, 0, str_chr(tag, '>'));
		html = str_from(html, at + tag.len);
		src = attr_of(tag, S(" src=\""));
		if (!is_ornament(tag) && url_is_web(src)) {
			out->url = unescape(src, a);
			out->is_shown = true;
			return true;
		}
	}
	return false;
}

/* ---- its file ---- */

/* Where the file's name stands in the post, for what the text has. */
static struct mark
place(const struct body *b, str name)
{
	size_t at = str_find(b->src->text, path_base(name));

	return at == STR_NONE ? (struct mark){0}
	                      : mark_of(b->src->text, at);
}

/* Whether a picture of the text is there is not asked: neither is it of any
 * other link. */
static void
read_file(struct picture *out, struct body *b, const struct mark *at)
{
	struct image image;
	const char *why;
	str path, name;
	int64_t size;
	enum local found = local_find(b, out->url, &path, &name, &size);

	if (found == LOCAL_MISSING && at)
		diag_add(b->diags, DIAG_MEDIA_MISSING, b->src, *at,
		    "picture '%.*s' is not there", STR_ARG(name));
	if (found != LOCAL_FOUND)
		return;
	if (image_read(path.ptr, &image, &why)) {
		out->type = str_of(image.type);
		out->width = image.width;
		out->height = image.height;
	} else
		diag_add(b->diags, DIAG_MEDIA_UNREADABLE, b->src,
		    at ? *at : place(b, name), "picture '%.*s': %s",
		    STR_ARG(name), why);
}

void
picture_find(struct picture *out, struct body *b, const struct links *links,
    str html)
{
	const struct media *m = b->post->media;
	bool named = m && m->image.len && resolve_named(out, b, links, m);

	if (named)
		out->is_shown = is_shown(out->url, html);
	else if (!b->env->pictures || !find_in_text(out, html, b->arena))
		return;
	if (out->is_shown && !b->env->pictures) {
		*out = (struct picture){0};
		return;
	}
	out->type = media_type_of(out->url);
	if (!str_starts(out->type, S("image/")))
		out->type = (str){0};
	read_file(out, b, named ? &m->image_at : NULL);
}
