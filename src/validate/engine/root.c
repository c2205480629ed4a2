/* SPDX-License-Identifier: MIT
 * root: the format of a document, by its outermost element. */
#include "validate/engine/root.h"

#include "validate/types/html_check.h"
#include "validate/engine/names.h"
#include "validate/tables/feed_rules.h"

static const struct root {
	const char *name;
	enum format format;
	const struct vocabulary *vocabulary;
	const char *words; /* what validate_result calls it */
} roots[] = {
	{"feed", FORMAT_ATOM, &vocabulary_atom, "Atom 1.0"},
	{"entry", FORMAT_ATOM_ENTRY, &vocabulary_atom, "Atom 1.0 entry"},
	{"rss", FORMAT_RSS, &vocabulary_rss, "RSS 2.0"},
	{"RDF", FORMAT_RDF, &vocabulary_rdf, "RSS 1.0"},
	{"opml", FORMAT_OPML, &vocabulary_opml, "OPML"},
};

void
root_report_page(struct document *d, size_t at)
{
	struct buf feed = {0};

	if (html_check_find_feed(d->text, &feed))
		document_report(d, RULE_HTML_PAGE, at, NULL,
		    "this is an HTML page, not a feed; it links to the feed "
		    "'%.*s'", STR_ARG(document_quote(d, buf_str(&feed))));
	else
		document_report(d, RULE_HTML_PAGE, at, NULL,
		    "this is an HTML page, not a feed, and it links to none");
	buf_free(&feed);
}

/* Takes any namespace of the root for that of the format, so that faults inside
 * are found as well. False: it is that of Atom 0.3, whose
 * elements are others. */
static bool
check_namespace(struct check *c, struct frame *f, const struct xml_tag *tag,
    const struct root *r)
{
	const struct vocabulary *v = r->vocabulary;
	str uri = tag->name.uri;

	if (str_eq(uri, str_of(v->uri)))
		return true;
	if (v == &vocabulary_atom && names_vocabulary(c, uri) == v) {
		/* Atom 0.3 was reported where it is declared. */
		return uri.len && str_ieq(uri, str_of(v->uri));
	}
	if (uri.len == 0)
		document_report(c->document, RULE_MISSING_NAMESPACE, f->at,
		    v->reference, "<%.*s> is in no namespace, expected %s",
		    STR_ARG(f->name), v->uri);
	else
		document_report(c->document, RULE_INVALID_NAMESPACE, f->at,
		    v->reference, "<%.*s> is in the namespace '%.*s', "
		    "expected %s", STR_ARG(f->name),
		    STR_ARG(document_quote(c->document, uri)),
		    v->uri[0] ? v->uri : "none");
	if (uri.len)
		names_bind(c, uri, v);
	else
		c->plain = v;
	return true;
}

static void
report_other(struct check *c, const struct frame *f)
{
	diag_code code = c->document->options->may_be_other
	    ? RULE_OTHER_DOCUMENT : RULE_NOT_A_FEED;

	document_report(c->document, code, f->at, NULL, "the document is "
	    "<%.*s>, expected <feed>, <rss>, <rdf:RDF> or <opml>",
	    STR_ARG(document_quote(c->document, f->name)));
}

enum format
root_format(const struct xml_tag *tag)
{
	const struct root *r = STR_ROW(roots, tag->name.local, str_eq);

	return r ? r->format : FORMAT_NONE;
}

void
root_open(struct check *c, struct frame *f, const struct xml_tag *tag)
{
	const struct root *r = STR_ROW(roots, tag->name.local, str_eq);

	f->holds = HOLDS_ANYTHING;
	if (r == NULL) {
		c->is_stopped = true;
		if (str_ieq(tag->name.local, S("html")))
			root_report_page(c->document, f->at);
		else
			report_other(c, f);
		return;
	}
	c->document->result->format = r->words;
	if (r->vocabulary->uri[0] == '\0')
		c->plain = r->vocabulary;
	if (!check_namespace(c, f, tag, r))
		return;
	if (c->format == FORMAT_RDF)
		names_bind(c, S("http://purl.org/net/rss1.1#"),
		    &vocabulary_rss1);
	f->vocabulary = r->vocabulary;
	f->row = vocabulary_named(f->vocabulary, str_of(r->name));
}

static const char public_091[] = "-//Netscape Communications//DTD RSS 0.91//EN";
static const char system_091[] = "http://www.rssboard.org/rss-0.91.dtd";

void
root_doctype(struct check *c, str public_id, str system_id)
{
	struct document *d = c->document;
	size_t at = str_find(d->text, S("<!DOCTYPE"));

	at = at == STR_NONE ? 0 : at;
	if (str_eq(public_id, str_of(public_091))) {
		c->has_doctype_091 = true;
		if (!str_eq(system_id, str_of(system_091)))
			document_report(d, RULE_DEPRECATED_DTD, at, NULL,
			    "the DTD '%.*s' no longer exists",
			    STR_ARG(document_quote(d, system_id)));
	} else if (system_id.len || public_id.len)
		document_report(d, RULE_EXTERNAL_DTD, at, NULL,
		    "the DTD '%.*s' is not read",
		    STR_ARG(document_quote(d, system_id)));
}
