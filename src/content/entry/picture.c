/* SPDX-License-Identifier: MIT
 * picture: the picture of an entry. */
#include "content/entry/picture.h"

#include "base/image/image.h"
#include "base/text/scan.h"
#include "base/web/media_type.h"
#include "base/web/url.h"
#include "content/codes/content_codes.h"
#include "content/html/html.h"
#include "content/entry/named.h"
#include "content/entry/site_files.h"

/* Pixels. A picture whose HTML gives it a smaller side is an ornament: an icon,
 * a smiley, a picture that counts readers. */
enum { LEAST_SIZE = 64 };

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
		str rest = attr_of(tag, attrs[i]);
		struct scan_number n = scan_number(&rest);

		/* Not "50%" or "20em". */
		if (n.digits && n.value < LEAST_SIZE && rest.len == 0)
			return true;
	}
	return false;
}

static str
unescape_url(str s, struct arena *a)
{
	struct buf b = {0};

	html_text_clean(&b, s);
	return buf_move(&b, a);
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
			out->url = unescape_url(src, a);
			out->is_shown = true;
			return true;
		}
	}
	return false;
}

/* ---- its file ---- */

/* Where the post has the name of the file. */
static struct mark
place_of_name(const struct body *b, str name)
{
	size_t at = str_find(b->src->text, path_base(name));

	return at == STR_NONE ? (struct mark){0}
	                      : mark_of(b->src->text, at);
}

/* Sets what the file of the picture says. A missing file is reported only for
 * the front matter, where `at` is its place: links in the text are not checked
 * either. */
static void
read_file(struct picture *out, struct body *b, const struct mark *at)
{
	struct image image;
	struct local_file file;
	const char *why;

	if (!local_find(b, out->url, "picture", at, &file))
		return;
	if (image_read(file.path.ptr, &image, &why)) {
		out->type = str_of(image.type);
		out->width = image.width;
		out->height = image.height;
	} else
		diag_add(b->diags, DIAG_MEDIA_UNREADABLE, b->src,
		    at ? *at : place_of_name(b, file.name),
		    "picture '%.*s': %s", STR_ARG(file.name), why);
}

void
picture_find(struct picture *out, struct body *b, const struct links *links,
    str html)
{
	const struct media *m = b->post->matter->media;
	bool named;

	if (m && m->image.len)
		out->url = named_url(b, links, "picture", m->image,
		    m->image_at, (str){0});
	if (m && m->image.len && out->url.len == 0)
		out->url = site_files_named(b, m->image);
	named = out->url.len > 0;
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
