/* SPDX-License-Identifier: MIT
 * atom_links: atom:link in feeds, entries, channels and items. */
#include "validate/vocabularies/atom_links.h"

#include "base/web/url.h"
#include "validate/tables/feed_rules.h"

/* The registered link relations that occur in feeds, and a few that readers
 * know without registration. */
static const char relations[] = "|about|alternate|amphtml|archives|author|"
	"blocked-by|bookmark|canonical|chapter|cite-as|collection|contents|"
	"convertedfrom|copyright|create-form|current|describedby|describes|"
	"disclosure|duplicate|edit|edit-form|edit-media|enclosure|external|"
	"first|glossary|help|hosts|hub|icon|index|item|last|latest-version|"
	"license|manifest|me|memento|monitor|next|next-archive|nofollow|"
	"original|payment|pingback|predecessor-version|prefetch|prev|"
	"prev-archive|preview|previous|privacy-policy|profile|publication|"
	"related|replies|restconf|search|section|self|service|start|"
	"stylesheet|subsection|successor-version|tag|terms-of-service|"
	"timegate|timemap|type|up|version-history|via|webmention|"
	"working-copy|working-copy-of|";
static const char history[] = "|current|first|last|next|next-archive|"
	"prev-archive|previous|";
static const char feed_types[] = "|application/atom+xml|application/rss+xml|"
	"application/rdf+xml|application/feed+json|application/json|";

TYPE(title, NULL, NULL, RULE_BLANK_ATTRIBUTE,
    .flags = TYPE_FILLED | TYPE_PLAIN);
TYPE(rel, NULL, NULL, RULE_BLANK_ATTRIBUTE, .flags = TYPE_FILLED);

const struct attribute link_attributes[] = {
	{"href", &type_iri_reference, REQUIRED},
	{"hreflang", &type_language, OPTIONAL},
	{"length", &type_natural, OPTIONAL},
	{"rel", &type_rel, OPTIONAL},
	{"thr:count", &type_natural, OPTIONAL},
	{"thr:updated", &type_rfc3339, OPTIONAL},
	{"title", &type_title, OPTIONAL},
	{"type", &type_media_type, OPTIONAL},
	{"rdf:resource", &type_anything, OPTIONAL},
	{"rdf:type", &type_anything, OPTIONAL},
	LAST_ATTRIBUTE,
};

/* ---- one link ---- */

static bool
is_feed(const struct frame *f)
{
	return f && (f->place == PLACE_FEED || f->place == PLACE_CHANNEL);
}

static void
check_relation(struct check *c, const struct frame *f, const struct link *l)
{
	const struct frame *up = frame_up(c, f);
	struct subject s = frame_subject(
	    c, f, S("rel"), l->rel, &type_rel);

	if (!type_has_word(relations, l->rel, false) &&
	    !url_is_iri(l->rel) && l->rel.len)
		type_fault(&s, RULE_UNKNOWN_REL, 0,
		    "is not a registered relation");
	if (type_has_word(history, l->rel, false) &&
	    up && up->place == PLACE_ENTRY)
		type_fault(&s, RULE_FEED_REL_IN_ENTRY, 0,
		    "is a relation of feeds, not of entries");
}

/* Whether a reference resolves to a URL. */
static bool
is_same(str url, str href)
{
	struct buf a = {0}, b = {0};
	bool same = url_resolve(&a, url, href) &&
	    url_resolve(&b, url, url) && str_eq(buf_str(&a), buf_str(&b));

	buf_free(&a);
	buf_free(&b);
	return same;
}

/* Whether a URL is that of the document, before or after redirects. */
static bool
is_here(const struct check *c, str href)
{
	const struct validate_options *o = c->document->options;

	return is_same(o->location, href) || (o->final_location.len &&
	    is_same(o->final_location, href));
}

static void
check_self(struct check *c, const struct frame *f, const struct link *l)
{
	struct subject s = frame_subject(c, f, S("href"), l->href, NULL);
	str essence = str_trim(str_sub(l->type, 0, str_chr(l->type, ';')));

	if (essence.len && !type_has_word(feed_types, essence, true))
		frame_report(c, f, RULE_SELF_TYPE,
		    "is rel='self' and of the type '%.*s', which is not one "
		    "of a feed", STR_ARG(document_quote(c->document, l->type)));
	if (!is_feed(frame_up(c, f)))
		return;
	if (!url_split(l->href).has_authority && !f->has_base)
		type_fault(&s, RULE_RELATIVE_SELF, 0,
		    "is relative, expected the whole address of the feed");
	else if (c->document->options->location.len && !is_here(c, l->href))
		type_fault(&s, RULE_OTHER_SELF, 0, "is not where the feed "
		    "was found, '%.*s'", STR_ARG(document_quote(
		    c->document, c->document->options->location)));
}

/* RFC 4685, section 4: only rel="replies" has these attributes. */
static void
check_thread(struct check *c, const struct frame *f, const struct link *l)
{
	static const str names[] = {
		S_INIT("thr:count"), S_INIT("thr:updated")};
	str value;

	for (size_t i = 0; i < 2; i++)
		if (frame_attribute(f, names[i], &value) &&
		    !str_eq(l->rel, S("replies")))
			frame_report(c, f, RULE_UNDEFINED_ATTRIBUTE,
			    "has %.*s, which belongs to rel='replies'",
			    STR_ARG(names[i]));
}

void
atom_links_closed(struct check *c, struct frame *f)
{
	static const str registry =
	    S_INIT("http://www.iana.org/assignments/relation/");
	struct frame *up = frame_up(c, f);
	struct arena *a = up ? &up->arena : &f->arena;
	struct link *l = arena_alloc(a, sizeof *l);
	str rel;

	if (!frame_attribute(f, S("rel"), &rel))
		rel = S("alternate");
	else if (str_starts(rel, registry))
		rel = str_from(rel, registry.len);
	l->rel = arena_str(a, rel);
	if (frame_attribute(f, S("type"), &l->type))
		l->type = arena_str(a, l->type);
	if (frame_attribute(f, S("hreflang"), &l->hreflang))
		l->hreflang = arena_str(a, l->hreflang);
	if (frame_attribute(f, S("href"), &l->href))
		l->href = arena_str(a, l->href);
	l->at = f->at;
	if (up) {
		l->next = up->links;
		up->links = l;
	}
	check_relation(c, f, l);
	if (str_eq(l->rel, S("self")) && l->href.len)
		check_self(c, f, l);
	check_thread(c, f, l);
	if (f->has_text)
		frame_report(c, f, RULE_LINK_NOT_EMPTY,
		    "has text, which readers do not show");
}

/* ---- all links of a feed or an entry ---- */

const struct link *
atom_links_find(const struct frame *f, str rel)
{
	const struct link *l = f->links;

	while (l && !str_eq(l->rel, rel))
		l = l->next;
	return l;
}

/* The list has the last link first, so each is compared with those before it.
 * At most 200 are compared. */
void
atom_links_check_alternates(struct check *c, const struct frame *f)
{
	enum { MOST = 200 };
	int n = 0;

	for (const struct link *l = f->links; l && n < MOST; l = l->next) {
		if (!str_eq(l->rel, S("alternate")))
			continue;
		n++;
		for (const struct link *k = l->next; k; k = k->next) {
			if (!str_eq(k->rel, S("alternate")) ||
			    !str_eq(k->type, l->type) ||
			    !str_eq(k->hreflang, l->hreflang))
				continue;
			document_report(c->document, RULE_DUPLICATE_ALTERNATE,
			    l->at, NULL, "<%.*s> has more than one alternate "
			    "link of type '%.*s' and hreflang '%.*s'",
			    STR_ARG(f->name),
			    STR_ARG(document_quote(c->document, l->type)),
			    STR_ARG(document_quote(c->document,
			    l->hreflang)));
			break;
		}
	}
}

/* A complete feed has no other pages. RFC 5005, section 2. */
static void
check_complete(struct check *c)
{
	const struct frame *f = &c->frames[c->depth - 1];
	const struct link *self = atom_links_find(f, S("self"));

	for (const struct link *l = f->links; l; l = l->next) {
		if (!type_has_word(history, l->rel, false))
			continue;
		if (!str_eq(l->rel, S("current")))
			document_report(c->document, RULE_FEED_IS_COMPLETE,
			    l->at, NULL, "the feed is complete, but links to "
			    "rel='%.*s'", STR_ARG(l->rel));
		else if (self == NULL || !str_eq(self->href, l->href))
			document_report(c->document, RULE_FEED_IS_COMPLETE,
			    l->at, NULL, "the feed is complete, but its "
			    "link rel='current' is not its own, '%.*s'",
			    STR_ARG(document_quote(c->document, l->href)));
	}
}

void
atom_links_check_history(struct check *c, const struct frame *f)
{
	bool is_complete = frame_count(f, S("fh:complete"));

	if (is_complete)
		check_complete(c);
	if (!frame_count(f, S("fh:archive")) || is_complete)
		return;
	if (!atom_links_find(f, S("prev-archive")) &&
	    !atom_links_find(f, S("next-archive")))
		frame_report(c, f, RULE_INCOMPLETE_ARCHIVE, "is an archive, "
		    "but has no link to the one before or after it");
	if (!atom_links_find(f, S("current")))
		frame_report(c, f, RULE_INCOMPLETE_ARCHIVE,
		    "is an archive, but has no link rel='current'");
}

void
atom_links_check_self(struct check *c, const struct frame *f)
{
	if (!atom_links_find(f, S("self")))
		frame_report(c, f, RULE_MISSING_SELF, "has no <%slink> "
		    "rel='self'", c->format == FORMAT_RSS ? "atom:" : "");
}
