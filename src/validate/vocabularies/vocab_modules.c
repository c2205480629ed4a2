/* SPDX-License-Identifier: MIT
 * vocab_modules: small modules that RSS has had since 1.0, each a few
 * elements. http://web.resource.org/rss/1.0/modules/ and their own pages. */
#include "validate/tables/feed_rules.h"
#include "validate/vocabularies/vocabulary.h"

#include "validate/vocabularies/frame.h"

#define RESOURCE(name_, in_, often_) \
	LEAF(name_, in_, often_, type_anything, \
	    .attributes = resource_attributes)

/* ---- content: the full text ---- */

static void
encoded_opened(struct check *c, struct frame *f)
{
	const struct frame *up = frame_up(c, f);

	if (up->vocabulary == &vocabulary_rss &&
	    !frame_count(up, S("description")))
		frame_report(c, f, RULE_CONTENT_BEFORE_DESCRIPTION,
		    "comes before <description>, or there is none");
}

ATTRIBUTES(content_item, {"rdf:about", &type_iri, OPTIONAL});
static const struct element content_elements[] = {
	LEAF("encoded", IN(ITEM), ONCE, type_html, .opened = encoded_opened),
	RESOURCE("encoding", IN(CONTENT_ITEM), ONCE),
	RESOURCE("format", IN(CONTENT_ITEM), ONCE),
	PARTS("item", IN(CONTENT_LI), MANY, CONTENT_ITEM,
	    .attributes = content_item_attributes),
	PARTS("items", IN(ITEM), ONCE, CONTENT_ITEMS),
};
MODULE(content, "content", "http://purl.org/rss/1.0/modules/content/",
    "content module");

/* ---- sy: how often the feed changes ---- */

WORDS(period, "hourly, daily, weekly, monthly or yearly",
    "|hourly|daily|weekly|monthly|yearly|");

static const struct element sy_elements[] = {
	LEAF("updateBase", IN_FEEDS, ONCE, type_w3c_date),
	LEAF("updateFrequency", IN_FEEDS, ONCE, type_positive),
	LEAF("updatePeriod", IN_FEEDS, ONCE, type_period),
};
MODULE(sy, "sy", "http://purl.org/rss/1.0/modules/syndication/",
    "syndication module");

/* ---- slash, wfw, trackback: comments ---- */

TYPE(parade, type_check_list, "numbers with commas between them",
    RULE_INVALID_INTEGER);

static const struct element slash_elements[] = {
	LEAF("comments", IN_ENTRIES, ONCE, type_natural),
	LEAF("department", IN_ENTRIES, MANY, type_anything),
	LEAF("hit_parade", IN_ENTRIES, ONCE, type_parade),
	LEAF("section", IN_ENTRIES, MANY, type_anything),
};
MODULE(slash, "slash", "http://purl.org/rss/1.0/modules/slash/",
    "slash module");

static void
comment_rss_opened(struct check *c, struct frame *f)
{
	frame_report(c, f, RULE_COMMENT_RSS, "is spelled with capitals, "
	    "expected wfw:commentRss");
}

static const struct element wfw_elements[] = {
	LEAF("comment", IN_ENTRIES, ONCE, type_uri),
	LEAF("commentRSS", IN_ENTRIES, ONCE, type_uri,
	    .opened = comment_rss_opened),
	LEAF("commentRss", IN_ENTRIES, ONCE, type_uri),
};
MODULE(wfw, "wfw", "http://wellformedweb.org/CommentAPI/", "CommentAPI");

static const struct element trackback_elements[] = {
	LEAF("about", IN_ENTRIES, MANY, type_uri),
	LEAF("ping", IN_ENTRIES, ONCE, type_uri),
};
MODULE(trackback, "trackback",
    "http://madskills.com/public/xml/rss/module/trackback/", "TrackBack");

/* ---- authors and programs ---- */

static const struct element admin_elements[] = {
	RESOURCE("errorReportsTo", IN_FEEDS, ONCE),
	RESOURCE("generatorAgent", IN_FEEDS, ONCE),
};
MODULE(admin, "admin", "http://webns.net/mvcb/", "admin module");

static const struct element ag_elements[] = {
	LEAF("source", IN_ENTRIES, ONCE, type_anything),
	LEAF("sourceURL", IN_ENTRIES, ONCE, type_uri),
	LEAF("timestamp", IN_ENTRIES, ONCE, type_iso8601),
};
MODULE(ag, "ag", "http://purl.org/rss/1.0/modules/aggregation/",
    "aggregation module");

static const struct element annotate_elements[] = {
	RESOURCE("reference", IN_ENTRIES, ONCE),
};
MODULE(annotate, "annotate", "http://purl.org/rss/1.0/modules/annotate/",
    "annotation module");

static const struct element foaf_elements[] = {
	LEAF("firstName", IN(PERSON), MANY, type_anything),
	RESOURCE("homepage", IN(PERSON), MANY),
	OPAQUE("maker", IN_FEEDS | IN_ENTRIES),
	LEAF("plan", IN(PERSON), MANY, type_anything),
	OPAQUE("primaryTopic", IN_ENTRIES),
	RESOURCE("weblog", IN(PERSON), MANY),
	RESOURCE("workplaceHomepage", IN(PERSON), MANY),
};
MODULE(foaf, "foaf", "http://xmlns.com/foaf/0.1/", "FOAF");

/* ---- licences ---- */

static const struct element cc_elements[] = {
	OPAQUE("License", IN(RDF)),
	OPAQUE("license", IN_FEEDS | IN_ENTRIES | IN(IMAGE)),
};
MODULE(cc, "cc", "http://web.resource.org/cc/", "Creative Commons");

static const struct element creativeCommons_elements[] = {
	LEAF("license", IN_FEEDS | IN_ENTRIES, MANY, type_uri),
};
MODULE(creativeCommons, "creativeCommons",
    "http://backend.userland.com/creativeCommonsRssModule",
    "creativeCommons module");

/* ---- events, wikis, topics, links ---- */

static const struct element ev_elements[] = {
	LEAF("enddate", IN_ENTRIES, ONCE, type_event_date),
	OPAQUE("location", IN_ENTRIES),
	OPAQUE("organizer", IN_ENTRIES),
	LEAF("startdate", IN_ENTRIES, ONCE, type_event_date),
	LEAF("type", IN_ENTRIES, ONCE, type_anything),
};
MODULE(ev, "ev", "http://purl.org/rss/1.0/modules/event/", "event module");

static const struct element wiki_elements[] = {
	LEAF("diff", IN_ENTRIES, MANY, type_anything),
	LEAF("history", IN_ENTRIES, MANY, type_anything),
	LEAF("importance", IN_ENTRIES, MANY, type_anything),
	LEAF("interwiki", IN_FEEDS, MANY, type_anything),
	LEAF("status", IN_ENTRIES, MANY, type_anything),
	LEAF("version", IN_ENTRIES, MANY, type_anything),
};
MODULE(wiki, "wiki", "http://purl.org/rss/1.0/modules/wiki/", "wiki module",
    .other = "http://www.usemod.com/cgi-bin/mb.pl?ModWiki");

static const struct element taxo_elements[] = {
	OPAQUE("topic", IN(RDF)),
	OPAQUE("topics", IN_FEEDS | IN_ENTRIES),
};
MODULE(taxo, "taxo", "http://purl.org/rss/1.0/modules/taxonomy/",
    "taxonomy module");

ATTRIBUTES(l,
	{"dc:title", &type_anything, OPTIONAL},
	{"l:lang", &type_language, OPTIONAL},
	{"l:rel", &type_uri, REQUIRED},
	{"l:title", &type_plain, OPTIONAL},
	{"l:type", &type_anything, OPTIONAL},
	{"rdf:resource", &type_iri, OPTIONAL});
static const struct element l_elements[] = {
	LEAF("link", IN_FEEDS | IN_ENTRIES, MANY, type_anything,
	    .attributes = l_attributes),
	LEAF("permalink", IN(ITEM), MANY, type_anything,
	    .attributes = l_attributes),
};
MODULE(l, "l", "http://purl.org/rss/1.0/modules/link/", "link module");

static const struct element cp_elements[] = {
	RESOURCE("server", IN_FEEDS, MANY),
};
MODULE(cp, "cp", "http://my.theinfo.org/changed/1.0/rss/",
    "changed pages module");

static const struct element rdfs_elements[] = {
	LEAF("comment", IN_FEEDS | IN_ENTRIES, MANY, type_anything),
	LEAF("label", IN_FEEDS | IN_ENTRIES, MANY, type_anything),
	RESOURCE("seeAlso", IN_ANY, MANY),
};
MODULE(rdfs, "rdfs", "http://www.w3.org/2000/01/rdf-schema#", "RDF Schema");

static const struct element blogChannel_elements[] = {
	LEAF("blink", IN_FEEDS, ONCE, type_uri),
	LEAF("blogRoll", IN_FEEDS, ONCE, type_uri),
	LEAF("changes", IN_FEEDS, ONCE, type_uri),
	LEAF("mySubscriptions", IN_FEEDS, ONCE, type_uri),
};
MODULE(blogChannel, "blogChannel",
    "http://backend.userland.com/blogChannelModule", "blogChannel module");

/* Elements of OPML in feeds. */
static const struct element opml_in_feeds_elements[] = {
	LEAF("dateCreated", IN_ANY, ONCE, type_rfc822),
	LEAF("dateModified", IN_ANY, ONCE, type_rfc822),
	LEAF("ownerEmail", IN_ANY, ONCE, type_mailbox),
	LEAF("ownerId", IN_ANY, ONCE, type_web_url),
	LEAF("ownerName", IN_ANY, ONCE, type_plain),
};
MODULE(opml_in_feeds, "opml", "http://www.opml.org/spec2", "OPML 2.0");
