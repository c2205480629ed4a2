/* SPDX-License-Identifier: MIT
 * style: makes a feed readable in a browser. */
#include "feed/beside/style.h"

#include "base/core/version.h"
#include "base/web/url.h"
#include "feed/plan/feed_site.h"
#include "feed/plan/words.h"

#define XHTML "http://www.w3.org/1999/xhtml"

static const char stylesheet[] =
    "/* " FEEDMILL_NOTICE " */\n"
    "@namespace h \"" XHTML "\";\n"
    "\n"
    ":root {\n"
    "  color-scheme: light dark;\n"
    "  --back: #fbfbfa; --text: #1c1f23; --soft: #59616b;\n"
    "  --line: #d5d9de; --box: #f0f3f7; --link: #0b57a4;\n"
    "  display: block; box-sizing: border-box; max-width: 42rem;\n"
    "  margin: 0 auto; padding: 2rem 1rem 4rem;\n"
    "  font: 100%/1.55 system-ui, sans-serif; overflow-wrap: anywhere;\n"
    "  background: var(--back); color: var(--text);\n"
    "}\n"
    "@media (prefers-color-scheme: dark) {\n"
    "  :root {\n"
    "    --back: #16191d; --text: #e4e7ea; --soft: #a3acb7;\n"
    "    --line: #3a414a; --box: #20252b; --link: #8cc0ff;\n"
    "  }\n"
    "}\n"
    "\n"
    "/* What is for feed readers stays out of sight. */\n"
    "feed > *, channel > * { display: none; }\n"
    "channel, feed > h|div, channel > h|div { display: block; }\n"
    "\n"
    "h|h1, h|h2, h|p, h|ul { margin: 0; unicode-bidi: plaintext; }\n"
    "h|h1 { font-size: 1.75rem; line-height: 1.2; }\n"
    "h|h1 + h|p { margin-top: .4rem; color: var(--soft); }\n"
    "h|h2 { font-size: 1.125rem; line-height: 1.35; }\n"
    "h|a { color: var(--link); text-underline-offset: .15em;\n"
    "  text-decoration-thickness: 1px; }\n"
    "h|a:hover { text-decoration-thickness: 2px; }\n"
    "h|a:focus-visible { outline: 2px solid; outline-offset: 2px; }\n"
    "h|h1 h|a { color: inherit; text-decoration: none; }\n"
    "h|h1 h|a:hover { text-decoration: underline; }\n"
    "\n"
    "h|section { margin: 1.5rem 0 1rem; padding: 1rem 1.25rem;\n"
    "  border: 1px solid var(--line); border-radius: .5rem;\n"
    "  background: var(--box); }\n"
    "h|section h|p { margin-top: .5rem; }\n"
    "h|code { display: block; margin: .75rem 0 0; padding: .5rem .75rem;\n"
    "  border: 1px solid var(--line); border-radius: .25rem;\n"
    "  background: var(--back); font: .875rem/1.5 ui-monospace, monospace;\n"
    "  -webkit-user-select: all; user-select: all; }\n"
    "\n"
    "h|ul { padding: 0; list-style: none; }\n"
    "h|li { display: flex; flex-wrap: wrap; align-items: baseline;\n"
    "  justify-content: space-between; gap: 0 1.5rem; padding: .6rem 0;\n"
    "  border-bottom: 1px solid var(--line); }\n"
    "h|li h|a { flex: 1 1 16rem; unicode-bidi: plaintext; }\n"
    "h|div:lang(ar) h|ul, h|div:lang(fa) h|ul, h|div:lang(he) h|ul,\n"
    "h|div:lang(ur) h|ul, h|div:lang(yi) h|ul { direction: rtl; }\n"
    "h|time { flex: none; font-size: .875rem; color: var(--soft);\n"
    "  font-variant-numeric: tabular-nums; }\n"
    "\n"
    "@media print {\n"
    "  h|section { display: none; }\n"
    "}\n";

void
style_write(struct buf *out, const struct plan *plan, const struct config *c)
{
	(void)plan, (void)c;
	buf_add(out, (str){stylesheet, sizeof stylesheet - 1});
}

/* ---- elements in feeds ---- */

/* Writes the URL without scheme and host, so that the stylesheet also loads
 * from localhost and over both http and https. */
void
style_name(struct xml *x, const struct config *c)
{
	struct buf href = {0};

	if (c->feeds.style.len == 0)
		return;
	buf_add(&href, url_split(c->feeds.url).path);
	url_encode_path(&href, c->feeds.style);
	xml_stylesheet(x, "text/css", buf_str(&href));
	buf_free(&href);
}

static void
put_link(struct xml *x, const char *around, str href, str text)
{
	xml_open(x, around);
	xml_open(x, "a");
	xml_attr(x, "href", href);
	xml_put_text(x, text);
	xml_close(x);
	xml_close(x);
}

static void
put_index_link(struct xml *x, const struct words *w, const struct config *c)
{
	struct buf href = {0};

	if (c->feeds.index.len) {
		buf_add(&href, c->feeds.url);
		url_encode_path(&href, c->feeds.index);
		put_link(x, "p", buf_str(&href), w->of[WORD_ALL_FEEDS]);
	}
	buf_free(&href);
}

/* The day of a post, in the time zone of the site. */
static void
put_day(struct xml *x, instant t, const struct config *c)
{
	char exact[DATETIME_TEXT], day[DATETIME_TEXT];

	xml_open(x, "time");
	xml_attr(x, "datetime", datetime_rfc3339(t, exact));
	xml_put_text(x, datetime_day(t, c->site.zone, day));
	xml_close(x);
}

static void
put_posts(struct xml *x, const struct feed *f, str language,
    const struct config *c)
{
	struct arena a = {0};

	xml_open(x, "ul");
	for (size_t i = 0; i < f->count; i++) {
		const struct post *p = f->posts[i];
		str title = entry_title(p, c, &a);

		xml_open(x, "li");
		xml_open(x, "a");
		xml_attr(x, "href", p->matter->url);
		if (!str_ieq(p->matter->language, language))
			xml_attr(x, "lang", p->matter->language);
		xml_put_text(x, title.len ? title : p->matter->url);
		xml_close(x);
		put_day(x, p->published, c);
		xml_close(x);
		arena_reset(&a);
	}
	xml_close(x);
	arena_free(&a);
}

void
style_head(struct xml *x, const struct feed *f, str self,
    const struct config *c)
{
	str language = feed_site_language(c, f->language);
	const struct words *w = words_of(language);

	if (c->feeds.style.len == 0)
		return;
	/* A default namespace: the W3C validator warns about a prefix. */
	xml_open(x, "div");
	xml_attr(x, "xmlns", S(XHTML));
	xml_attr(x, "lang", language);
	/* Without a viewport, phones lay out XML as for a wide screen. */
	xml_open(x, "meta");
	xml_attr(x, "name", S("viewport"));
	xml_attr(x, "content", S("width=device-width, initial-scale=1"));
	xml_close(x);
	put_link(x, "h1", f->page, f->title);
	xml_text(x, "p", feed_site_describe(c, f));
	xml_open(x, "section");
	if (!str_eq(words_language(w, language), language))
		xml_attr(x, "lang", w->language);
	xml_text(x, "h2", w->of[WORD_IS_FEED]);
	xml_text(x, "p", w->of[WORD_SUBSCRIBE]);
	xml_value(x, "code", self);
	put_index_link(x, w, c);
	xml_close(x);
	if (f->count)
		put_posts(x, f, language, c);
	xml_close(x);
}
