/* SPDX-License-Identifier: MIT
 * survey_find: finds a feed of the built site. */
#include "base/core/file.h"
#include "base/data/json.h"
#include "base/text/html_scan.h"
#include "base/web/url.h"
#include "build/witness/survey_compare.h"
#include "feed/formats/format.h"
#include "feed/formats/old_xml.h"
#include "generators/import/import_change.h"

enum { LOOKED_FOR_MARK = 16384 };

/* ---- finding a feed ---- */

static const char *
format_of(str bytes)
{
	str head = str_sub(bytes, 0, 4096);

	if (str_find(head, S("<feed")) != STR_NONE)
		return "atom";
	return str_find(head, S("<rss")) != STR_NONE ||
	    str_find(head, S("<rdf:RDF")) != STR_NONE ? "rss" : "json";
}

/* Whether feedmill wrote the feed: it tells nothing about the generator. */
static bool
is_own(str bytes)
{
	str head = str_sub(bytes, 0, LOOKED_FOR_MARK);

	for (size_t i = 0; formats[i]; i++)
		if (str_find(head, str_of(formats[i]->mark)) != STR_NONE)
			return true;
	return false;
}

static bool
try_path(struct comparing *c, str path, struct built_feed *f)
{
	path = path_clean(c->arena, path_relative(path));
	if (f->path.len || !path_is_below(path))
		return false;
	buf_reset(&f->bytes);
	if (!survey_read(c->survey, path, &f->bytes) ||
	    is_own(buf_str(&f->bytes)))
		return false;
	f->format = format_of(buf_str(&f->bytes));
	old_feed_read(&f->old, format_find(str_of(f->format)), c->arena,
	    buf_str(&f->bytes));
	if (f->old.kind == OLD_FEED && f->old.count)
		f->path = path;
	return f->path.len > 0;
}

/* Tries the paths of the main feed in the config. */
static void
try_config(struct comparing *c, struct built_feed *f)
{
	const struct import_setting *i = import_setting_find(c->survey->im,
	    S("feeds.main.path"));
	const struct value *v = i && i->value->kind == VALUE_MAP
	    ? i->value->first : NULL;

	if (!str_eq(path_clean(c->arena, survey_text(c->survey,
	    "feeds.folder")), c->survey->built))
		return;
	for (; v; v = v->next)
		try_path(c, v->text, f);
}

/* Tries the feeds that the home page links to. */
static void
try_links(struct comparing *c, struct built_feed *f)
{
	struct buf home = {0};
	struct html_scan s;
	struct html_tag tag;

	survey_read(c->survey, S("index.html"), &home);
	s = html_scan_begin(buf_str(&home));
	while (f->path.len == 0 && html_scan_tag(&s, &tag)) {
		struct html_attribute a;
		str href = {0}, type = {0}, base;

		while (html_scan_attribute(&tag, &a)) {
			href = str_ieq(a.name, S("href")) ? a.value : href;
			type = str_ieq(a.name, S("type")) ? a.value : type;
		}
		html_scan_past(&s, &tag);
		if (!str_ieq(tag.name, S("link")) ||
		    !str_has_word(S("application/atom+xml application/rss+xml "
		    "application/feed+json"), type, str_ieq))
			continue;
		base = config_base(&c->site->config);
		href = url_split(href).path;
		if (base.len && str_starts(href, base) &&
		    try_path(c, str_from(href, base.len), f))
			break;
		try_path(c, href, f);
	}
	buf_free(&home);
}

static void
try_names(struct comparing *c, struct built_feed *f)
{
	static const char *const names[] = {
		"feed.xml", "atom.xml", "rss.xml", "index.xml",
		"feed/feed.xml", "feeds/all.atom.xml", "feed/atom.xml",
		"feed/index.xml", "rss/index.xml", "rss2.xml", "feed.atom",
		"blog/rss.xml", "blog/feed.xml", "blog/atom.xml",
		"blog/index.xml", "posts/index.xml", "feed.json",
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		try_path(c, str_of(names[i]), f);
}

/* ---- its title ---- */

static str
json_title(struct comparing *c, str bytes)
{
	struct source src = {S("feed"), bytes};
	struct diags none = {0};
	const struct value *root = json_parse(c->arena, bytes, &src, 0, &none);
	const struct value *v = root && root->kind == VALUE_MAP
	    ? value_find(root, S("title")) : NULL;

	diags_free(&none);
	return v && v->kind == VALUE_SCALAR ? v->text : (str){0};
}

/* The title of a feed in XML: the first <title>, if it comes before the first
 * entry. */
static str
xml_title(struct comparing *c, str bytes)
{
	size_t at = str_find(bytes, S("<title")), gt, end;
	size_t item = str_find(bytes, S("<item")), entry =
	    str_find(bytes, S("<entry"));
	str title;

	if (at == STR_NONE || at > item || at > entry)
		return (str){0};
	bytes = str_from(bytes, at);
	gt = str_chr(bytes, '>');
	end = str_find(bytes, S("</title>"));
	if (gt == STR_NONE || end == STR_NONE || gt > end)
		return (str){0};
	title = old_xml_text(c->arena, str_sub(bytes, gt + 1, end - gt - 1));
	/* RFC 4287, section 3.1.1.2: the text is HTML. */
	return str_find(str_sub(bytes, 0, gt), S("\"html\"")) == STR_NONE
	    ? title : old_xml_text(c->arena, title);
}

void
survey_find_feed(struct comparing *c)
{
	struct built_feed *f = &c->feed;

	try_config(c, f);
	try_links(c, f);
	try_names(c, f);
	if (f->path.len)
		f->title = str_trim(str_eq(str_of(f->format), S("json"))
		    ? json_title(c, buf_str(&f->bytes))
		    : xml_title(c, buf_str(&f->bytes)));
}
