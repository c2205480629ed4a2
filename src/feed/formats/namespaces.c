/* SPDX-License-Identifier: MIT
 * namespaces: the namespaces that a document uses and must declare. */
#include "feed/formats/namespaces.h"

#include "feed/formats/media_rss.h"

/* With their usual prefixes. */
static const struct {
	unsigned bit;
	const char *attribute;
	str uri;
} rows[] = {
	{NAMESPACE_THR, "xmlns:thr",
		S_INIT("http://purl.org/syndication/thread/1.0")},
	{NAMESPACE_MEDIA, "xmlns:media",
		S_INIT("http://search.yahoo.com/mrss/")},
	{NAMESPACE_AT, "xmlns:at",
		S_INIT("http://purl.org/atompub/tombstones/1.0")},
	{NAMESPACE_FH, "xmlns:fh",
		S_INIT("http://purl.org/syndication/history/1.0")},
	{NAMESPACE_SOURCE, "xmlns:source",
		S_INIT("http://source.scripting.com/")},
	{NAMESPACE_ITUNES, "xmlns:itunes",
		S_INIT("http://www.itunes.com/dtds/podcast-1.0.dtd")},
	{NAMESPACE_PODCAST, "xmlns:podcast",
		S_INIT("https://podcastindex.org/namespace/1.0")},
};

void
namespaces_declare(struct xml *x, unsigned set)
{
	for (size_t i = 0; set && i < sizeof rows / sizeof rows[0]; i++)
		if (set & rows[i].bit)
			xml_attr(x, rows[i].attribute, rows[i].uri);
}

unsigned
namespaces_of(const struct entry *e, const struct config *c)
{
	return (media_rss_has_image(e, c) ? NAMESPACE_MEDIA : 0u) |
	    (e->n_attachments > 1 ? NAMESPACE_FILES : 0u) |
	    (e->source.len ? NAMESPACE_SOURCE : 0u);
}
