/* SPDX-License-Identifier: MIT
 * xml_feed: what Atom and RSS have in common: links, archives, replies,
 * categories, pictures and files, namespaces. */
#ifndef FEEDMILL_FEED_FORMATS_XML_FEED_H
#define FEEDMILL_FEED_FORMATS_XML_FEED_H

#include "content/entry/entry.h"
#include "feed/formats/xml.h"

struct feed;

/* How a format writes the links of a feed. */
struct xml_feed_links {
	const char *element; /* "link", "atom:link" */
	const char *type;    /* the media type of its feeds */
};

/* Writes a link of Atom (RFC 4287 4.2.7). `type` is the media type of its
 * target; empty: not known. */
void xml_feed_link(struct xml *x, const char *element, const char *rel,
    const char *type, str href);
/* Writes the links to the document itself and to the hubs (WebSub, section
 * 4). */
void xml_feed_self(struct xml *x, const struct xml_feed_links *l, str self,
    const struct config *c);
/* Writes the links to archives, and the element for an archive, which never
 * changes, or for a complete feed, which has all its posts and no archives
 * (RFC 5005). With feeds.paging, adds the links of paged feeds. */
void xml_feed_history(struct xml *x, const struct xml_feed_links *l,
    const struct feed *f, str self, const struct config *c);

/* Writes a post that this one replies to (RFC 4685, section 3). */
void xml_feed_reply(struct xml *x, const struct reply *r);
/* Calls `write` for each label of a post, with the URL of its taxonomy. */
void xml_feed_labels(struct xml *x, const struct post *p,
    const struct config *c,
    void (*write)(struct xml *x, const struct label *l, str taxonomy));
/* Writes the summary as HTML in the open element. */
void xml_feed_summary(struct xml *x, const struct entry *e);

/* Writes the files from the second on: RSS has one enclosure an item. */
void xml_feed_files(struct xml *x, const struct entry *e);
/* Writes the picture of the entry, if it is shown beside the text. */
void xml_feed_image(struct xml *x, const struct entry *e,
    const struct config *c);

/* Declares the namespaces of a set (bits of enum namespaces) on the element
 * that was opened last (feed rule 6). The caller removes those that its format
 * never uses. A new one is a bit in post/post.h and a row in xml_feed.c. */
void xml_feed_declare(struct xml *x, unsigned set);
/* The namespaces that a rendered entry uses, besides those of its post. */
unsigned xml_feed_namespaces(const struct entry *e, const struct config *c);

#endif
