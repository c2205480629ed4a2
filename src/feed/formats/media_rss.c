/* SPDX-License-Identifier: MIT
 * media_rss: the pictures and files of entries, in feeds that are XML. */
#include "feed/formats/media_rss.h"

#include "base/web/media_type.h"

/* Many readers show the picture beside the text. So an entry whose text shows
 * the picture does not name it again. */
bool
media_rss_has_image(const struct entry *e, const struct config *c)
{
	return e->image.url.len && (c->feeds.images == IMAGES_ALL ||
	    !e->image.is_shown || e->content.html.len == 0);
}

/* Some readers know only one of the two elements. Readers that know both show
 * one picture, because the addresses are the same. */
void
media_rss_image(struct xml *x, const struct entry *e, const struct config *c)
{
	const struct picture *image = &e->image;

	if (!media_rss_has_image(e, c))
		return;
	xml_open(x, "media:content");
	xml_attr(x, "url", image->url);
	xml_attr(x, "type", image->type);
	xml_attr(x, "medium", S("image"));
	xml_attr_number(x, "width", image->width);
	xml_attr_number(x, "height", image->height);
	xml_close(x);
	xml_open(x, "media:thumbnail");
	xml_attr(x, "url", image->url);
	xml_attr_number(x, "width", image->width);
	xml_attr_number(x, "height", image->height);
	xml_close(x);
}

void
media_rss_files(struct xml *x, const struct entry *e)
{
	for (size_t i = 1; i < e->n_attachments; i++) {
		const struct attachment *a = &e->attachments[i];

		xml_open(x, "media:content");
		xml_attr(x, "url", a->url);
		xml_attr_number(x, "fileSize", a->bytes);
		xml_attr(x, "type", a->type);
		xml_attr(x, "medium", str_of(media_type_medium(a->type)));
		xml_close(x);
	}
}
