/* SPDX-License-Identifier: MIT
 * test_import: the config of another generator as one of feedmill. */
#include "generators/import/import.h"

#include "config/config_write.h"
#include "config/key_types.h"
#include "generators/generator_codes.h"
#include "base/data/yaml.h"
#include "support.h"

/* ---- who made it ---- */

#define HEXO "new_post_name: :title.md\n"

static const struct {
	const char *file, *text, *more; /* `more`: another file, empty */
	const char *want;               /* NULL: nobody */
} sites[] = {
	{"hugo.toml", "", "", "Hugo"},
	{"hugo.json", "{}", "", "Hugo"},
	{"config.toml", "baseurl = 'x'\n", "", "Hugo"},
	{"config.toml", "x = 1\n", "content/a.md", "Hugo"},
	{"config.toml", "x = 1\n", "", NULL},
	{"config/_default/params.toml", "", "", "Hugo"},
	{"config.toml", "base_url = 'x'\n", "content/a.md", "Zola"},
	{"zola.toml", "", "", "Zola"},
	{"_config.yml", "title: x\n", "", "Jekyll"},
	{"_posts/2020-01-01-a.md", "", "", "Jekyll"},
	{"_config.yml", HEXO, "source/_posts/a.md", "Hexo"},
	{"_config.yml", "source: source\ntitlecase: true\n",
		"source/_posts/a.md", "Octopress"},
	{"_config.yml", "source: source\n", "source/_posts/a.md", "Jekyll"},
	{"pelicanconf.py", "", "", "Pelican"},
	{".eleventy.js", "", "", "Eleventy"},
	{"eleventy.config.mjs", "", "", "Eleventy"},
	{"astro.config.ts", "", "", "Astro"},
	{"docusaurus.config.ts", "", "", "Docusaurus"},
	{".vitepress/config.mts", "", "", "VitePress"},
	{"docs/.vitepress/config.js", "", "", "VitePress"},
	{"feedmill.toml", "", "", NULL},
};

static const struct import_hints no_hints;

static void
test_generators(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(sites); i++) {
		struct arena a = {0};
		struct diags d = {0};
		struct import im;
		str dir = arena_printf(&a, "site%zu", i);

		put_file(arena_printf(&a, "%s/%s", dir.ptr,
		    sites[i].file).ptr, sites[i].text);
		if (*sites[i].more)
			put_file(arena_printf(&a, "%s/%s", dir.ptr,
			    sites[i].more).ptr, "");
		if (import_read(&im, &a, dir, &no_hints,
		    config_key_takes, &d))
			check_str(sites[i].file, str_of(im.generator),
			    sites[i].want ? sites[i].want
			                  : "no known generator");
		else
			fail_msg("%s: no config", sites[i].file);
		assert_int_equal(d.first != NULL, im.is_plain);
		diags_free(&d);
		arena_free(&a);
	}
}

/* ---- what it says ---- */

static const struct {
	const char *file, *text, *key, *want; /* "": the key is not set */
	const char *from;
} settings[] = {
	{"hugo.toml", "BASEURL = 'https://e.org/'", "site.url",
		"https://e.org/", "hugo.toml: baseURL"},
	{"hugo.toml", "baseURL = '/'", "site.url", "", ""},
	{"hugo.toml", "languageCode = 'en_u$'", "site.language", "", ""},
	{"hugo.toml", "", "site.language", "en", "Hugo's default"},
	{"hugo.yaml", "rssLimit: -1", "feeds.limit", "0",
		"hugo.yaml: rssLimit"},
	{"hugo.yaml", "services: {rss: {limit: 7}}", "feeds.limit", "7",
		"hugo.yaml: services.rss.limit"},
	{"hugo.yaml", "uglyURLs: true", "posts.permalink",
		"/:sections/:slugorfilename.html", "hugo.yaml: uglyURLs"},
	{"hugo.yaml", "outputFormats: {RSS: {baseName: feed}}",
		"feeds.main.path", "{rss: feed.xml}", "Hugo's default"},
	{"hugo.yaml", "", "posts.folders", "[content]", "Hugo's default"},
	{"hugo.yaml", "", "posts.root", "", ""},
	{"hugo.yaml", "contentDir: ./content/", "posts.root", "", ""},
	{"hugo.yaml", "contentDir: web/content/x/", "posts.folders",
		"[web/content/x]", "hugo.yaml: contentDir"},
	{"hugo.yaml", "contentDir: web/content/x/", "posts.root",
		"web/content/x", "hugo.yaml: contentDir"},
	{"hugo.yaml", "languages: {en: {contentDir: content/en}}",
		"posts.root", "content/en", "hugo.yaml: languages"},
	{"hugo.yaml", "languages: {en: {contentDir: content/en}, fr: "
		"{contentDir: content/fr}}", "posts.folders",
		"[content/en, content/fr]", "hugo.yaml: languages"},
	{"hugo.yaml", "languages: {en: {contentDir: content/en}, fr: "
		"{contentDir: content/fr}}", "posts.root", "", ""},
	{"hugo.yaml", "languages: {en: {contentDir: content/en}, fr: "
		"{contentDir: content/fr}}", "languages.en",
		"{folder: content/en}", "hugo.yaml: languages"},
	{"hugo.yaml", "languages: {en: {weight: 1}, fr: {contentDir: french}, "
		"de: {contentDir: german, disabled: true}}", "posts.folders",
		"[content, french]", "hugo.yaml: languages"},
	{"hugo.yaml", "permalinks: {tags: '/t/:slug/'}",
		"feeds.taxonomies.tags.path", "{rss: \"t/{slug}/index.xml\"}",
		"Hugo's default"},
	{"hugo.yaml", "permalinks: {term: {tags: '/x'}}",
		"feeds.taxonomies.tags.path",
		"{rss: \"tags/{slug}/index.xml\"}", "Hugo's default"},
	{"hugo.yaml", "taxonomies: {author: authors}",
		"feeds.taxonomies.tags.path", "", ""},
	{"hugo.yaml", "markup: {goldmark: {extensions: {typographer: "
		"{disable: true}}}}", "content.smart", "false",
		"hugo.yaml: markup.goldmark.extensions.typographer"},
	{"_config.yml", "url: https://e.org/\nbaseurl: /b", "site.url",
		"https://e.org/b", "_config.yml: url, baseurl"},
	{"_config.yml", "url: ''", "site.url", "", ""},
	{"_config.yml", "permalink: date", "posts.permalink", "", ""},
	{"_config.yml", "permalink: pretty", "posts.permalink", "pretty",
		"_config.yml: permalink"},
	{"_config.yml", "collections: {posts: {permalink: /x/:title}}",
		"posts.permalink", "/x/:title",
		"_config.yml: collections.posts.permalink"},
	{"_config.yml", "defaults: [{scope: {path: ''}, values: {permalink: "
		"/d/:title}}]", "posts.permalink", "/d/:title",
		"_config.yml: defaults"},
	/* The later of equal ones counts, one with a type before all. */
	{"_config.yml", "defaults: [{scope: {type: posts}, values: {permalink: "
		"/p/:title}}, {values: {permalink: /d/:title}}, {scope: {type: "
		"pages}, values: {permalink: /x}}]", "posts.permalink",
		"/p/:title", "_config.yml: defaults"},
	{"_config.yml", "defaults: [{scope: {path: ''}, values: {permalink: "
		"/a}}, {values: {permalink: /b}}]", "posts.permalink", "/b",
		"_config.yml: defaults"},
	{"_config.yml", "permalink: /:w_day/:collection/:path",
		"posts.permalink", "/:w_day/:collection/:path",
		"_config.yml: permalink"},
	/* A collection that has no folder is none. */
	{"_config.yml", "collections: {x: {output: true}}",
		"posts.collections", "", ""},
	{"_config.yml", "feed: {categories: [A B]}", "feeds.extra",
		"[{path: {atom: feed/A B.xml}, title: \"{site} | A b\", "
		"where: \"category:\\\"A B\\\"\"}]",
		"_config.yml: feed.collections"},
	{"_config.yml", "feed: {categories: [ab]}", "feeds.extra", "", ""},
	{"_config.yml", "feed: {path: a.xml, collections: {posts: {path: "
		"b.xml}}}", "feeds.main.path", "{atom: b.xml}",
		"_config.yml: feed.collections.posts.path"},
	{"_config.yml", "feed: {tags: true}", "feeds.taxonomies.tags.title",
		"\"{site}\"", "as Jekyll has it"},
	{"_config.yml", "", "feeds.taxonomies.tags.title", "", ""},
	{"_config.yml", "", "feeds.main.where", "", ""},
	{"_config.yml", "", "content.smart_titles", "true",
		"as jekyll-feed has them"},
	{"_config.yml", "feed: {posts_limit: '5; x: [}'}", "feeds.limit", "",
		""},
	{"_config.yml", "feed: {excerpt_only: true}", "content.full", "false",
		"_config.yml: feed.excerpt_only"},
	/* Takes only the patterns that can match a post. */
	{"_config.yml", "exclude: [README.md, _posts/old, '*.markdown', "
		"'./_posts/a*b', /_posts/x/, '_posts/[ab]']", "posts.exclude",
		"[\"old**\", \"**.markdown\", \"a**b\", \"x/**\"]",
		"_config.yml: exclude"},
	{"_config.yml", "exclude: [README.md, vendor]", "posts.exclude", "",
		""},
	{"_config.yml", "exclude: _posts/old", "posts.exclude",
		"[\"old**\"]", "_config.yml: exclude"},
	{"_config.yml", "", "posts.slugs", "", ""},
	{"_config.yml", "excerpt_separator: '<!-- cut -->'",
		"content.summary_mark", "\"<!-- cut -->\"",
		"_config.yml: excerpt_separator"},
	{"_config.yml", "excerpt_separator: \"\\n\\n\"",
		"content.summary_mark", "", ""},
	{"_config.yml", "excerpt_separator: '<!--more-->'",
		"content.summary_mark", "", ""},
	{"_config.yml", "future: true", "posts.future", "true",
		"_config.yml: future"},
	{"_config.yml", HEXO "language: [zh-CN, en]", "site.language",
		"zh-CN", "_config.yml: language"},
	{"_config.yml", HEXO "feed: {type: [atom, rss2], path: [a.xml]}",
		"feeds.main.path", "{atom: a.xml, rss: rss2.xml}",
		"_config.yml: feed.path"},
	{"_config.yml", HEXO "permalink: :id/", "posts.permalink", "", ""},
	{"_config.yml", HEXO "permalink: :category/:title.html\n"
		"pretty_urls: {trailing_html: false}", "posts.permalink",
		"/:category/:title", "_config.yml: permalink"},
	{"_config.yml", HEXO "future: false", "posts.future", "", ""},
	{"zola.toml", "author = 'a@e.org (Ann B.)'", "site.author.name",
		"Ann B.", "zola.toml: author"},
	{"zola.toml", "feed_filenames = ['rss.xml', 'atom.xml']",
		"feeds.main.path", "{atom: atom.xml, rss: rss.xml}",
		"zola.toml: feed_filenames"},
	{"zola.toml", "", "feeds.taxonomies", "{}", "the site has none"},
	{"zola.toml", "", "content.smart", "false", "Zola's default"},
	{"pelicanconf.py", "A = 1\nSITENAME = 'a'\nSITENAME = 'b' # c\n",
		"site.title", "b", "pelicanconf.py: SITENAME"},
	{"pelicanconf.py", "TYPOGRIFY = True\n", "content.smart_titles",
		"true", "pelicanconf.py: TYPOGRIFY"},
	{"pelicanconf.py", "TYPOGRIFY = False\n", "content.smart_titles", "",
		""},
	{"pelicanconf.py", "SITENAME = 'a' + x\n", "site.title", "", ""},
	{"pelicanconf.py", "SITENAME == 'a'\n SITENAME = 'b'\n",
		"site.title", "", ""},
	{"pelicanconf.py", "ARTICLE_URL = '{path}/{slug}'", "posts.permalink",
		"", ""},
	{"pelicanconf.py", "ARTICLE_URL = '{lang}/{author}'",
		"posts.permalink", "/:lang/:author",
		"pelicanconf.py: ARTICLE_URL"},
	{"pelicanconf.py", "ARTICLE_URL = '{slug}x'", "posts.permalink", "",
		""},
	{"pelicanconf.py", "ARTICLE_URL = '{slug}_x'", "posts.permalink",
		"/:slug_x", "pelicanconf.py: ARTICLE_URL"},
	{"pelicanconf.py", "ARTICLE_URL = '{slug'", "posts.permalink", "",
		""},
	{"pelicanconf.py", "SLUGIFY_SOURCE = 'basename'", "posts.permalink",
		"/:slugorfilename.html", "pelicanconf.py: SLUGIFY_SOURCE"},
	{"pelicanconf.py", "DEFAULT_CATEGORY = 'a: b'", "posts.defaults",
		"[{path: \"content/*\", values: {category: \"a: b\"}}]",
		"pelicanconf.py: DEFAULT_CATEGORY"},
	{"pelicanconf.py", "TYPOGRIFY = True", "content.smart", "", ""},
	{"pelicanconf.py", "SITENAME = u'a'", "site.title", "a",
		"pelicanconf.py: SITENAME"},
	{"pelicanconf.py", "SITENAME = ('a '\n  'b')", "site.title", "a b",
		"pelicanconf.py: SITENAME"},
	{"pelicanconf.py", "A = u'nn'\nSITENAME = A # x", "site.title", "nn",
		"pelicanconf.py: SITENAME"},
	{"pelicanconf.py", "a = 'n'\nSITENAME = a\n", "site.title", "", ""},
	{"pelicanconf.py", "SITENAME = B\nB = 'n'\n", "site.title", "", ""},
	{"pelicanconf.py", "FILENAME_METADATA = r'(?P<date>\\d{4})_(?P<slug>"
		".*)'", "posts.names", "\"(?P<date>\\\\d{4})_(?P<slug>.*)\"",
		"pelicanconf.py: FILENAME_METADATA"},
	{"pelicanconf.py", "FILENAME_METADATA = '(?P<date>\\d{4}-\\d{2}-"
		"\\d{2}).*'", "posts.names", "", ""},
	{"pelicanconf.py", "FILENAME_METADATA = '(?=a)'", "posts.names", "",
		""},
	{"pelicanconf.py", "PATH_METADATA = '(?P<category>[^/]*)/.*'",
		"posts.paths", "\"(?P<category>[^/]*)/.*\"",
		"pelicanconf.py: PATH_METADATA"},
	{"pelicanconf.py", "ARTICLE_PATHS = ['blog', u'news/']",
		"posts.include", "[\"blog/**\", \"news/**\"]",
		"pelicanconf.py: ARTICLE_PATHS"},
	{"pelicanconf.py", "ARTICLE_PATHS = ['']", "posts.include", "", ""},
	{"pelicanconf.py", "ARTICLE_PATHS = ['a', '']", "posts.include", "",
		""},
	{"pelicanconf.py", "ARTICLE_DIR = 'notes'", "posts.include",
		"[\"notes/**\"]", "pelicanconf.py: ARTICLE_DIR"},
	{"pelicanconf.py", "ARTICLE_EXCLUDES = ['old']", "posts.exclude",
		"[\"pages/**\", \"old/**\"]", "Pelican's default"},
	{"pelicanconf.py", "DEFAULT_CATEGORY = ''\nEXTRA_PATH_METADATA = {\n"
		" 'extra/robots.txt': {'path': 'robots.txt'},\n 'b/c.md': "
		"{'slug': 's', 'category': 'x'}, # c\n u'a': {'author': "
		"'Ann', 'save_as': 'y'},\n 'top.md': {'category': 'z'}}\n",
		"posts.defaults", "[{path: content/a, values: {author: Ann}}, "
		"{path: content/b/c.md, values: {slug: s}}, {path: "
		"content/top.md, values: {category: z}}]",
		"pelicanconf.py: DEFAULT_CATEGORY"},
	{"pelicanconf.py", "DEFAULT_CATEGORY = ''\nDEFAULT_METADATA = "
		"{'status': 'draft'}", "posts.defaults", "[{path: "
		"\"content/**\", values: {status: draft}}]",
		"pelicanconf.py: DEFAULT_METADATA"},
	{"pelicanconf.py", "DEFAULT_CATEGORY = ''\nDEFAULT_DATE = (2012, 3, "
		"4)", "posts.defaults", "[{path: \"content/**\", values: "
		"{date: \"2012-3-4\"}}]", "pelicanconf.py: DEFAULT_CATEGORY"},
	{"pelicanconf.py", "DEFAULT_CATEGORY = ''\nDEFAULT_DATE = 'fs'",
		"posts.defaults", "[{path: \"content/**\", values: "
		"{date: Last Modified}}]",
		"pelicanconf.py: DEFAULT_CATEGORY"},
	{"pelicanconf.py", "PATH = '.'", "posts.defaults",
		"[{path: \"*\", values: {category: misc}}]",
		"Pelican's default"},
	{"pelicanconf.py", "ARTICLE_URL = '{date:%Y/%m}/{date:%-d}-{slug}/'",
		"posts.permalink", "/:year/:month/:i_day-:slug/",
		"pelicanconf.py: ARTICLE_URL"},
	{"pelicanconf.py", "ARTICLE_URL = '{date:%Yx}/{slug}/'",
		"posts.permalink", "", ""},
	{"pelicanconf.py", "FEED_RSS = 'rss.xml'", "feeds.main.path",
		"{atom: feeds/all.atom.xml, rss: rss.xml}",
		"Pelican's default"},
	{"pelicanconf.py", "FEED_ATOM = 'a.xml'", "feeds.main.path",
		"{atom: [feeds/all.atom.xml, a.xml], rss: feeds/all.rss.xml}",
		"Pelican's default"},
	{"pelicanconf.py", "FEED_ALL_ATOM = None\nFEED = 'a.xml'\n"
		"AUTHOR_FEED_RSS = None", "feeds.main.path", "{atom: a.xml}",
		"pelicanconf.py: FEED"},
	{"pelicanconf.py", "TAG_FEED = 't/%s.xml'",
		"feeds.taxonomies.tags.path",
		"{atom: \"t/{slug}.xml\", rss: \"t/{slug}.rss.xml\"}",
		"pelicanconf.py: TAG_FEED"},
	{"docusaurus.config.js", "url: 'https://e.org', baseUrl: '/b/'",
		"site.url", "https://e.org/b/",
		"docusaurus.config.js: url, baseUrl"},
	{"docusaurus.config.js", "blog: {}", "feeds.main.path",
		"{atom: blog/atom.xml, rss: blog/rss.xml}",
		"Docusaurus's default"},
	{"docusaurus.config.js", "blog: {routeBasePath: '/', feedOptions: "
		"{type: 'json', limit: 5}}", "feeds.main.path",
		"{json: feed.json}",
		"docusaurus.config.js: blog.feedOptions.type"},
	{"docusaurus.config.js", "blog: {routeBasePath: '/'}",
		"posts.permalink", "/:slugorpath",
		"docusaurus.config.js: blog.routeBasePath"},
	{"docusaurus.config.js", "docs: {path: 'd'}", "posts.folders",
		"[blog]", "Docusaurus's default"},
	{"docusaurus.config.js", "blog: {a: '}', feedOptions: {limit: null}}",
		"feeds.limit", "0",
		"docusaurus.config.js: blog.feedOptions.limit"},
	{"docusaurus.config.js", "['@docusaurus/plugin-content-blog', {path: "
		"'./news/'}]", "posts.folders", "[news]",
		"docusaurus.config.js: blog.path"},
	{".vitepress/config.ts", "sitemap: {hostname: 'https://e.org/b/'}, "
		"base: '/b/'", "site.url", "https://e.org/b/",
		".vitepress/config.ts: sitemap.hostname, base"},
	{".vitepress/config.ts", "cleanUrls: true", "posts.permalink",
		"/:sections/:filename", ".vitepress/config.ts: cleanUrls"},
	{".vitepress/config.ts", "", "posts.permalink", "", ""},
	{".vitepress/config.ts", "", "feeds.main.path", "", ""},
	{".vitepress/config.ts", "srcDir: './src'", "posts.root", "src",
		".vitepress/config.ts: srcDir"},
	{"docs/.vitepress/config.ts", "", "feeds.folder",
		"docs/.vitepress/dist", "VitePress's default"},
	{"astro.config.mjs", "site: 'https://e.org', base: 'x'", "site.url",
		"https://e.org/x", "astro.config.mjs: site, base"},
};

static const struct import_setting *
find(const struct import *im, const char *key)
{
	const struct import_setting *i = im->settings;

	while (i && !str_eq(i->key, str_of(key)))
		i = i->next;
	return i;
}

static void
test_settings(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(settings); i++) {
		struct arena a = {0};
		struct diags d = {0};
		struct buf b = {0};
		struct import im;
		const struct import_setting *found;
		str dir = arena_printf(&a, "set%zu", i);

		put_file(arena_printf(&a, "%s/%s", dir.ptr,
		    settings[i].file).ptr, settings[i].text);
		assert_true(import_read(&im, &a, dir, &no_hints,
		    config_key_takes, &d));
		check_diags(settings[i].text, &d, "");
		found = find(&im, settings[i].key);
		if (found)
			config_write_value(&b, found->value);
		check_str(settings[i].text, found ? found->from : S(""),
		    settings[i].from);
		check_buf(settings[i].text, &b, settings[i].want);
		buf_free(&b);
		arena_free(&a);
	}
}

/* A template of a feed on a Jekyll site: its format, name and limit. */
static void
test_template(void **state)
{
	struct arena a = {0};
	struct diags d = {0};
	struct buf b = {0};
	struct import im;

	(void)state;
	put_file("j/_posts/2020-01-01-a.md", "");
	put_file("j/rss.xml", "---\n---\n<rss>{% for p in site.posts limit: "
	    "12 %}");
	assert_true(import_read(&im, &a, S("j"), &no_hints,
	    config_key_takes, &d));
	config_write_value(&b, find(&im, "feeds.main.path")->value);
	check_buf("path", &b, "{rss: rss.xml}");
	config_write_value(&b, find(&im, "feeds.limit")->value);
	check_buf("limit", &b, "12");
	buf_free(&b);
	diags_free(&d);
	arena_free(&a);
}

/* Reads the site in a folder, and checks the value of a key. */
static void
check_site(const char *dir, const char *key, const char *want)
{
	struct arena a = {0};
	struct diags d = {0};
	struct buf b = {0};
	struct import im;
	const struct import_setting *found;

	assert_true(import_read(&im, &a, str_of(dir), &no_hints,
		    config_key_takes, &d));
	check_diags(dir, &d, "");
	found = find(&im, key);
	if (found)
		config_write_value(&b, found->value);
	check_buf(dir, &b, want);
	buf_free(&b);
	arena_free(&a);
}

#define TO_ENTRY "---\n---\n<feed><id>x</id>{% for post in site.posts %}<entry>"
#define TO_ITEM "---\n---\n<rss>{%- for p in site.posts -%}<item>"

/* The ids that templates write. */
static const struct {
	const char *config, *template, *want;
} ids[] = {
	{"url: https://e.org", TO_ENTRY "<id>{{ site.url }}{{ post.url }}</id>",
		"\"{permalink}\""},
	{"url: https://e.org/", TO_ENTRY "<id>{{ site.url }}{{ post.url }}</id>",
		"\"https://e.org/{:url}\""},
	{"url: https://e.org", TO_ENTRY "<id>{{site.url}}{{post.id}}</id>",
		"\"{:folder}{:slug}\""},
	{"url: https://e.org", TO_ENTRY "<id>https://e.org{{ post.id }}</id>",
		"\"{:folder}{:slug}\""},
	{"url: https://e.org", TO_ENTRY "<id>http://e.org{{ post.id }}</id>",
		"\"http://e.org{:id}\""},
	{"url: https://e.org", TO_ENTRY
		"<id>{{ post.id | absolute_url | xml_escape }}</id>",
		"\"{:folder}{:name}\""},
	{"url: https://e.org\nbaseurl: /b", TO_ENTRY
		"<id>{{ post.url | absolute_url }}</id>", "\"{permalink}\""},
	{"url: https://e.org\nbaseurl: /b", TO_ENTRY
		"<id>{{ post.url | relative_url }}</id>", "\"/b{:url}\""},
	{"url: https://e.org\nbaseurl: /b", TO_ENTRY
		"<id>{{ site.url }}{{ site.baseurl }}{{ post.url }}</id>",
		"\"{permalink}\""},
	/* The template forgets the folder of the site, as many do. */
	{"url: https://e.org\nbaseurl: /b", TO_ENTRY
		"<id>{{ site.url }}{{ post.url }}</id>",
		"\"https://e.org{:url}\""},
	{"url: https://e.org\nbaseurl: /b", TO_ITEM "<guid isPermaLink='true'>"
		"{{ p.url | prepend: site.baseurl | prepend: site.url }}"
		"</guid>", "\"{permalink}\""},
	{"url: https://e.org", TO_ITEM "<link>{{ p.url }}</link></item>",
		"\"{permalink}\""},
	{"url: https://e.org", TO_ITEM "<guid>{{ p.guid }}</guid>",
		"\"{guid}\""},
	{"url: https://e.org", TO_ITEM "<guid><![CDATA[{{ site.url }}{{ p.url "
		"}}]]></guid>", "\"{permalink}\""},
	{"url: https://e.org\nhost: e.org", TO_ENTRY "<id>tag:{{ site.host }},"
		"{{ post.date | date: '%Y-%m-%d' }}:{{ post.url }}</id>",
		"\"tag:e.org,{:date}:{:url}\""},
	{"url: https://e.org\nold: {url: 'http://o.org'}", TO_ENTRY
		"<id>{{ site.old.url | append: post.url }}?a=1&amp;b</id>",
		"\"http://o.org{:url}?a=1&b\""},
	/* Ids that no posts.id can make. */
	{"url: https://e.org", TO_ENTRY "<id>{{ post.date | date: '%s' }}</id>",
		"\"{:folder}{:name}\""},
	{"url: https://e.org", TO_ENTRY "<id>{{ post.url | md5 }}</id>",
		"\"{:folder}{:name}\""},
	{"url: https://e.org", TO_ENTRY "<id>{% if post.guid %}{{ post.guid }}"
		"{% endif %}</id>", "\"{:folder}{:name}\""},
	{"url: https://e.org", TO_ENTRY "<id>{{ other.url }}</id>",
		"\"{:folder}{:name}\""},
	{"url: https://e.org", TO_ENTRY "<id>{{ post.url </id>",
		"\"{:folder}{:name}\""},
	{"url: https://e.org", TO_ENTRY "<id>https://e.org</id>",
		"\"{:folder}{:name}\""},
	/* Not a template of a feed. */
	{"url: https://e.org", "---\n---\n<urlset>{% for post in site.posts %}"
		"<id>{{ post.url }}</id>", "\"{:folder}{:name}\""},
};

static void
test_template_ids(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(ids); i++) {
		struct arena a = {0};
		const char *dir = arena_printf(&a, "id%zu", i).ptr;

		put_file(arena_printf(&a, "%s/_config.yml", dir).ptr,
		    ids[i].config);
		put_file(arena_printf(&a, "%s/atom.xml", dir).ptr,
		    ids[i].template);
		check_site(dir, "posts.id", ids[i].want);
		arena_free(&a);
	}
}

/* Templates of feeds, and the settings that they give. */
static const struct {
	const char *file, *text, *more, *more_text, *key, *want;
} templates[] = {
	{"feed/index.xml", TO_ENTRY, "x", "", "feeds.main.path",
		"{atom: feed/index.xml}"},
	{"f.xml", "---\npermalink: /news.atom\n---\n<feed>{% for p in "
		"site.posts %}", "x", "", "feeds.main.path",
		"{atom: news.atom}"},
	{"f.xml", "---\npermalink: '/news/'\n---\n<feed>{% for p in "
		"site.posts %}", "x", "", "feeds.main.path",
		"{atom: news/index.xml}"},
	{"atom.xml", TO_ENTRY, "rss.xml", TO_ITEM, "feeds.main.path",
		"{atom: atom.xml, rss: rss.xml}"},
	{"atom.xml", TO_ENTRY, "feed.xml", TO_ENTRY, "feeds.main.path",
		"{atom: atom.xml}"},
	{"atom.xml", TO_ENTRY, "sitemap.xml", "---\n---\n<urlset>{% for p in "
		"site.posts %}", "feeds.main.path", "{atom: atom.xml}"},
	{"atom.xml", "---\nlayout: feed\n---\n", "_layouts/feed.html",
		TO_ENTRY, "feeds.main.path", "{atom: atom.xml}"},
	{"atom.xml", "---\nlayout: nil\n---\n", "x", "", "feeds.main.path",
		"{atom: feed.xml}"},
	{"atom.xml", TO_ENTRY, "news.xml", "---\n---\n<rss>{% for p in "
		"site.categories.news %}", "feeds.extra", "[{path: {rss: "
		"news.xml}, title: \"{site} | news\", where: "
		"\"category:news\", formats: [rss]}]"},
	{"atom.xml", TO_ENTRY, "c.xml", "---\n---\n<feed>{% for p in "
		"site.tags['c-d'] %}", "feeds.extra", "[{path: {atom: "
		"c.xml}, title: \"{site} | c-d\", where: \"tag:c-d\"}]"},
	{"atom.xml", "<feed>{% for a in site.authors limit: 3 %}{% endfor %}{% "
		"for p in site.posts limit:9 %}", "x", "", "feeds.limit", "9"},
	{"atom.xml", "<feed>{% assign l = site.posts | sort: 'date' %}{% for p "
		"in l limit: site.n %}", "_config.yml", "n: 8\n",
		"feeds.limit", "8"},
	{"atom.xml", "<feed>{% for p in site.posts %}", "x", "",
		"feeds.limit", "0"},
};

static void
test_templates(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(templates); i++) {
		struct arena a = {0};
		const char *dir = arena_printf(&a, "tp%zu", i).ptr;

		put_file(arena_printf(&a, "%s/_posts/2020-01-01-a.md",
		    dir).ptr, "");
		put_file(arena_printf(&a, "%s/%s", dir,
		    templates[i].file).ptr, templates[i].text);
		put_file(arena_printf(&a, "%s/%s", dir,
		    templates[i].more).ptr, templates[i].more_text);
		check_site(dir, templates[i].key, templates[i].want);
		arena_free(&a);
	}
}

/* Octopress in a folder of its host, with several versions of Jekyll. */
static const struct {
	const char *config, *lock, *key, *want;
} octopress[] = {
	{"url: http://e.org/blog\nroot: /blog", "", "site.url",
		"http://e.org/blog"},
	{"url: http://e.org/blog/\nroot: /blog", "", "site.url",
		"http://e.org/blog/"},
	{"url: http://e.org/blog\nroot: blog/", "", "site.url",
		"http://e.org/blog"},
	{"url: http://e.org\nroot: /blog", "", "site.url",
		"http://e.org/blog"},
	{"url: http://e.org/weblog\nroot: /log", "", "site.url",
		"http://e.org/weblog/log"},
	{"url: http://blog\nroot: /blog", "", "site.url", "http://blog/blog"},
	{"url: http://e.org/a/b\nroot: /a/b", "", "site.url",
		"http://e.org/a/b"},
	{"url: http://e.org\nroot: /", "", "site.url", "http://e.org/"},
	{"url: http://e.org", "", "posts.slugs", "off"},
	{"url: http://e.org", "    jekyll (0.12.0)\n", "posts.slugs", "off"},
	{"url: http://e.org", "    jekyll (2.5.3)\n", "posts.slugs", "off"},
	{"url: http://e.org", "    jekyll (3.0.0)\n", "posts.slugs", ""},
	{"url: http://e.org", "    jekyll-feed (0.9.0)\n    jekyll (10.0)\n",
		"posts.slugs", ""},
	{"url: http://e.org", "", "feeds.taxonomies.tags.path",
		"{atom: \"blog/tags/{slug}/atom.xml\"}"},
	{"tag_dir: t", "", "feeds.taxonomies.tags.path",
		"{atom: \"t/{slug}/atom.xml\"}"},
};

static void
test_octopress(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(octopress); i++) {
		struct arena a = {0};
		const char *dir = arena_printf(&a, "oc%zu", i).ptr;

		put_file(arena_printf(&a, "%s/source/_posts/a.md", dir).ptr,
		    "");
		put_file(arena_printf(&a, "%s/_config.yml", dir).ptr,
		    arena_printf(&a, "source: source\ntitlecase: true\n%s\n",
		    octopress[i].config).ptr);
		if (*octopress[i].lock)
			put_file(arena_printf(&a, "%s/Gemfile.lock",
			    dir).ptr, octopress[i].lock);
		check_site(dir, octopress[i].key, octopress[i].want);
		arena_free(&a);
	}
}

/* ---- the text of it ---- */

/* What is written is read back as it was, whatever it is. */
static void
test_round_trip(void **state)
{
	static const char *const texts[] = {"a", "a b", "a  b", " a", "a ",
		"", "~", "null", "Yes", "off", "12", "1e3", "0x1f", "-", "- a",
		"? a", ": a", "a: b", "a:b", "a:", "a #b", "#a", "a#b", "[a]",
		"{a}", "{a", "a, b", "&a", "*a", "!a", "|", ">", "%a", "@a",
		"`a`", "'a'", "\"a\"", "a\"b\\c", "\\", "a\nb", "\n", "\t",
		"a\rb", "\x01", "\x1b[31m", "\x7f", "\xc2\x80", "\xc2\x85",
		"\xc2\xa0", "é", "日本", "\xe2\x80\xa8", "\xef\xbb\xbf",
		"\xef\xbf\xbe", "🎉", "---", "...", "<<", "=", "/:a/:b/",
		"https://e.org/?a=b&c#d", "2020-01-01", "12:30:00", ".5",
		"_a", "true", "a\\u0041"};
	struct arena a = {0};
	struct buf b = {0};
	struct diags d = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct value v = {.kind = VALUE_SCALAR, .quoted = true,
			.text = str_of(texts[i]), .size = 1};
		struct value key = v, in = v;
		struct value map = {.kind = VALUE_MAP, .first = &key,
			.last = &key};
		struct value list = {.kind = VALUE_LIST, .first = &in,
			.last = &in};
		struct import_setting lists = {
			S("posts.folders"), &list, str_of(texts[i]), NULL};
		struct import_setting maps = {
			S("posts.permalink"), &map, str_of(texts[i]), &lists};
		struct import_setting one = {
			S("site.title"), &v, str_of(texts[i]), &maps};
		struct import_gap gap = {str_of(texts[i]), NULL};
		struct import im = {
			"X", &one, &gap, NULL, false};
		struct source src = {S("x"), {0}};
		const struct value *root, *posts;

		key.key = str_of(texts[i]);
		buf_reset(&b);
		config_write(&b, &im);
		src.text = buf_str(&b);
		root = yaml_parse(&a, src.text, &src, 0, &d);
		check_diags(texts[i], &d, "");
		check_str(texts[i], value_find(value_find(root, S("site")),
		    S("title"))->text, texts[i]);
		posts = value_find(root, S("posts"));
		check_str(texts[i], value_find(posts,
		    S("folders"))->first->text, texts[i]);
		check_str(texts[i], value_find(posts,
		    S("permalink"))->first->key, texts[i]);
	}
	buf_reset(&b);
	config_write_value(&b, &(struct value){.kind = VALUE_SCALAR,
		.quoted = true, .text = S("a\0b")});
	check_buf("NUL", &b, "\"a\\x00b\"");
	config_write_value(&b, &(struct value){.kind = VALUE_SCALAR,
		.quoted = true, .text = S("\0b")});
	check_buf("NUL", &b, "\"\\x00b\"");
	buf_free(&b);
	arena_free(&a);
}

/* Nothing that a config can hold brings it down. */
static void
test_hostile(void **state)
{
	static const char *const files[] = {"hugo.toml", "hugo.yaml",
		"zola.toml", "_config.yml", "pelicanconf.py",
		".eleventy.js", "astro.config.mjs"};
	static const char *const texts[] = {"[", "a", "- a\n", "a: [[[[\n",
		"title: [x]\nurl: {a: b}\nauthor: [1]\nfeed: x\ndefaults: x\n"
		"collections: [x]\nlanguages: [a]\npermalinks: [a]\n"
		"taxonomies: x\npermalink: {a: b}\n" HEXO,
		"languages: {a: b, c: [d], '': {}}\ntaxonomies: {a: [b], "
		"'': ''}\npermalinks: {a: [b], page: c, term: d}\n",
		"= 1\n'a' = 2\n[x.y]\n[[z]]\n", "\xff", "\xef\xbb\xbf",
		"SITENAME = ['a'\n", "PATH = None\nPAGE_PATHS = 1\n",
		"site: 'a", "\n\n\n", "defaults: [x, {scope: y}, {values: "
		"{a: {b: c}}}]\nfeed: {collections: {a: b}, tags: x}\n"};

	(void)state;
	for (size_t i = 0; i < COUNT(files); i++)
		for (size_t k = 0; k < COUNT(texts); k++) {
			struct arena a = {0};
			struct diags d = {0};
			struct buf b = {0};
			struct import im;
			str dir = arena_printf(&a, "h%zu-%zu", i, k);

			put_file(arena_printf(&a, "%s/%s", dir.ptr,
			    files[i]).ptr, texts[k]);
			if (import_read(&im, &a, dir, &no_hints,
		    config_key_takes, &d)) {
				config_write(&b, &im);
				assert_int_equal(d.counts[DIAG_ERROR], 0);
			} else
				assert_true(d.counts[DIAG_ERROR] > 0);
			buf_free(&b);
			diags_free(&d);
			arena_free(&a);
		}
}

int
main(void)
{
#define IN_FOLDER(test)                                                        \
	cmocka_unit_test_setup_teardown(test, folder_setup, folder_teardown)
	const struct CMUnitTest tests[] = {
		IN_FOLDER(test_generators),
		IN_FOLDER(test_settings),
		IN_FOLDER(test_template),
		IN_FOLDER(test_template_ids),
		IN_FOLDER(test_templates),
		IN_FOLDER(test_octopress),
		IN_FOLDER(test_hostile),
		cmocka_unit_test(test_round_trip),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
