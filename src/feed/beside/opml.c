/* SPDX-License-Identifier: MIT
 * opml: a list of all feeds, as readers import it. OPML 2.0. */
#include "feed/beside/opml.h"

#include "base/core/version.h"
#include "feed/formats/format.h"
#include "feed/formats/xml.h"
#include "feed/plan/feed_site.h"

/* The URL to subscribe to: the feed's first universal format, which every
 * reader accepts, else its first format. */
static str
feed_address(const struct plan *plan, const struct feed *f)
{
	str first = {0};

	for (size_t i = 0; i < plan->n_formats; i++) {
		if (f->path[i].len == 0)
			continue;
		if (plan->formats[i]->is_universal)
			return f->url[i];
		if (first.len == 0)
			first = f->url[i];
	}
	return first;
}

/* The type is "rss" for Atom too: OPML 2.0 defines no other type for a
 * subscription. */
static void
put_feed(struct xml *x, const struct plan *plan, const struct feed *f,
    const struct config *c)
{
	str address = feed_address(plan, f);
	str description = feed_site_describe(c, f);

	if (address.len == 0)
		return;
	xml_open(x, "outline");
	xml_attr(x, "type", S("rss"));
	xml_attr_text(x, "text", f->title);
	xml_attr_text(x, "title", f->title);
	xml_attr(x, "xmlUrl", address);
	xml_attr(x, "htmlUrl", f->page);
	if (description.len)
		xml_attr_text(x, "description", description);
	xml_attr(x, "language", feed_site_language(c, f->language));
	xml_close(x);
}

static bool
same_group(const struct feed *a, const struct feed *b)
{
	return a->taxonomy == b->taxonomy && a->language == b->language;
}

/* Writes the term feeds of one taxonomy in one language, which are adjacent in
 * the plan. Returns the index of the first feed after them. */
static size_t
put_group(struct xml *x, const struct plan *plan, size_t i,
    const struct config *c)
{
	const struct feed *first = &plan->feeds[i];
	struct buf text = {0};

	buf_add(&text, first->taxonomy->name);
	if (first->language)
		buf_printf(&text, " (%.*s)", STR_ARG(first->language->name));
	xml_open(x, "outline");
	xml_attr_text(x, "text", buf_str(&text));
	buf_free(&text);
	for (; i < plan->n_feeds && same_group(first, &plan->feeds[i]); i++)
		put_feed(x, plan, &plan->feeds[i], c);
	xml_close(x);
	return i;
}

/* The document has the latest date of the feeds, not that of the clock, so that
 * an unchanged site gives the same bytes. */
static void
put_head(struct xml *x, const struct plan *plan, const struct config *c)
{
	struct person owner = feed_site_author(c);
	char text[DATETIME_TEXT];
	instant updated = c->feeds.empty_date;

	for (size_t i = 0; i < plan->n_feeds; i++)
		if (i == 0 || plan->feeds[i].updated > updated)
			updated = plan->feeds[i].updated;
	xml_open(x, "head");
	xml_text(x, "title", feed_site_title(c, NULL));
	xml_value(x, "dateModified", datetime_rfc2822(updated, text));
	xml_text(x, "ownerName", owner.name);
	xml_value(x, "ownerEmail", owner.email);
	xml_value(x, "ownerId", owner.url);
	xml_value(x, "docs", S("http://opml.org/spec2.opml"));
	xml_close(x);
}

void
opml_write(struct buf *out, const struct plan *plan, const struct config *c)
{
	struct xml document = xml_document(out), *x = &document;

	buf_add(out, S("<!-- " FEEDMILL_NOTICE " -->\n"));
	xml_open(x, "opml");
	xml_attr(x, "version", S("2.0"));
	put_head(x, plan, c);
	xml_open(x, "body");
	for (size_t i = 0; i < plan->n_feeds;)
		if (plan->feeds[i].taxonomy)
			i = put_group(x, plan, i, c);
		else
			put_feed(x, plan, &plan->feeds[i++], c);
	xml_close(x);
	xml_close(x);
}
