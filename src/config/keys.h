/* SPDX-License-Identifier: MIT
 * keys: every key of feedmill.yaml. The parser, the manual page and the test
 * of config.example are made from this table. Included by config.c and
 * the manual page.
 *
 * KEY(path, type, struct, field, default, range, help): the default is what
 * would be written in the file, "" for none; `range` depends on the type. */

KEY("site.url", KEY_URL, config, site.url, "",
	" without query or fragment, such as https://example.org/",
	"The address of the site; every link is made from it. Required.")
KEY("site.title", KEY_TEXT, config, site.title, "", "",
	"The title of the site and of its main feed. Required.")
KEY("site.description", KEY_TEXT, config, site.description, "", "",
	"What the site is about, in a sentence: the subtitle of the feeds.")
KEY("site.language", KEY_LANGUAGE, config, site.language, "en", "",
	"The language of the posts, as a BCP 47 tag.")
KEY("site.author.name", KEY_TEXT, config, site.author.name, "", "",
	"The author of posts that name none. Default: the title of the "
	"site.")
KEY("site.author.email", KEY_EMAIL, config, site.author.email, "", "",
	"The author's e-mail address. It is public: every feed has it.")
KEY("site.author.url", KEY_URL, config, site.author.url, "", "",
	"A page about the author.")
KEY("site.rights", KEY_TEXT, config, site.rights, "", "",
	"The copyright line.")
KEY("site.icon", KEY_REFERENCE, config, site.icon, "", "",
	"A large square image of the site that feed readers show: a path "
	"below site.url, or an absolute URL.")
KEY("site.favicon", KEY_REFERENCE, config, site.favicon, "", "",
	"A small square image of the site, of 64 pixels or more.")
KEY("site.timezone", KEY_ZONE, config, site.zone, "UTC", "",
	"The IANA time zone of dates without a zone.")

KEY("site.values", KEY_RAW, config, site.values, "",
	"a map of names to texts",
	"Values of the site that posts output: {{ site.repository }} is the "
	"value of repository.")

KEY("posts.folders", KEY_LIST, config, posts.folders, "", "",
	"The folders of the posts, relative to the config. All *.md and "
	"*.markdown files in and below them are read, and those with the "
	"other endings that the dialect has, such as *.html with front "
	"matter: DIALECTS.md lists them. Required.")
KEY("posts.root", KEY_TEXT, config, posts.root, "", "",
	"The folder where sections begin, relative to the config; it "
	"contains posts.folders. Default: with hugo and zola the last "
	"folder named content in their paths, with eleventy and vitepress "
	"the folder of the config, otherwise the one of posts.folders.")
KEY("posts.dialect", KEY_GENERATOR, config, posts.generator, "hugo", "",
	"The generator whose rules apply where generators differ: how "
	"terms are split, what a slug is, the default permalink.")
KEY("posts.permalink", KEY_RAW, config, posts.permalink, "",
	"a path with tokens, or a map of sections to such paths",
	"The address of a post below site.url, unless its front matter has "
	"one; or a map of sections (the top folders) to such addresses, "
	"where * stands for all others. Default: the one of the dialect.")
KEY("posts.lang_permalink", KEY_TEXT, config, posts.lang_permalink, "",
	"",
	"The address of posts whose front matter has another lang than "
	"site.language. Default: /:slug-:lang.html with pelican, otherwise "
	"posts.permalink.")
KEY("posts.collections", KEY_COLLECTIONS, config, posts.collections, "", "",
	"Posts with a folder of their own. Queries and ':collection' use "
	"the name. All other posts are in the collection posts.")
KEY("posts.collections.*.folder", KEY_TEXT, collection, folder, "", "",
	"The folder of the collection, relative to the config; in one of "
	"posts.folders, or one of them. Required.")
KEY("posts.collections.*.permalink", KEY_RAW, collection, permalink, "",
	"a path with tokens",
	"The address of its posts, unless their front matter has one. "
	"Default: /:collection/:path:output_ext with jekyll and octopress, "
	"otherwise posts.permalink.")
KEY("posts.slugs", KEY_CHOICE, config, posts.slugs, "on",
	"on|safe|off|hyphens",
	"How names and titles become parts of addresses. on: as in the "
	"dialect; safe: only without the characters that file systems "
	"forbid; off: unchanged; hyphens: each blank becomes a hyphen, and "
	"all else stays. This is Zola's slugify.paths.")
KEY("posts.slug_case", KEY_CHOICE, config, posts.slug_case, "usual",
	"usual|lower|keep|upper",
	"The case of letters in addresses of posts and of terms, with hugo "
	"and pelican. usual: names and titles in lower case; lower: with "
	"hugo the rest of posts.permalink too; keep: unchanged. This is "
	"Hugo's disablePathToLower and Pelican's SLUGIFY_PRESERVE_CASE. With "
	"hexo the case of terms alone: usual and keep: unchanged; lower and "
	"upper: as in Hexo's filename_case.")
KEY("posts.slug_letters", KEY_CHOICE, config, posts.slug_letters, "usual",
	"usual|bare|any",
	"The letters in these addresses. usual: as in the dialect; bare: with "
	"hugo, without accents (removePathAccents); any: with pelican, "
	"letters of any script in place of ASCII (SLUGIFY_USE_UNICODE).")
KEY("posts.slash", KEY_CHOICE, config, posts.slash, "keep",
	"keep|always|never",
	"Whether addresses of posts end with a slash, also those in front "
	"matter. keep: as the permalink or the front matter has it; always: "
	"all but files such as a.html do; never: none does.")
KEY("posts.built", KEY_TEXT, config, posts.built, "", "",
	"The folder with the pages that the site's generator made, relative "
	"to the config. The address of each post is looked up in it; an "
	"address that has no page is reported, with the setting that fits. "
	"Default: addresses are not looked up.")
KEY("posts.keep_dates", KEY_FLAG, config, posts.keep_dates, "", "",
	"Keep the date at the beginning of a file's name in addresses. "
	"Default: true with astro, eleventy, hexo, hugo and vitepress, "
	"otherwise false.")
KEY("posts.id", KEY_TEXT, config, posts.id, "{permalink}", "",
	"The id of a post, made from front matter keys in braces and from "
	"{permalink}, {:folder}, {:name}, {:slug}, {:url}, {:id}, {:host}, "
	"{:path} and {:date}. A "
	"post without one of the keys has its permalink as id.")
KEY("posts.links", KEY_CHOICE, config, posts.links, "page", "page|external",
	"What the title of an entry links to. page: the page of the post; "
	"external: the other page that the post is about, as in a link "
	"blog, if it names one.")
KEY("posts.comments", KEY_TEXT, config, posts.comments, "", "",
	"The address of the comments on a post, made as posts.id is, "
	"unless its front matter has one. A post without one of the keys "
	"has no comments.")
KEY("posts.updated", KEY_CHOICE, config, posts.updated, "front",
	"front|git",
	"When a post was changed. front: as its front matter says; git: by the "
	"last commit that changed its file, merges left out, else as the front "
	"matter says. Needs libgit2.")
KEY("posts.time", KEY_TIME, config, posts.time, "00:00", "",
	"The time of day for dates without one.")
KEY("posts.include", KEY_LIST, config, posts.include, "", "",
	"Only these files are posts: patterns of paths below "
	"posts.folders. * matches within a folder, ** across folders.")
KEY("posts.exclude", KEY_LIST, config, posts.exclude, "", "",
	"These files are not posts.")
KEY("posts.where", KEY_RAW, config, posts.where, "",
	"a map of front matter keys to values",
	"Only files that have one of these values for each of these keys "
	"are posts.")
KEY("posts.hide", KEY_RAW, config, posts.hide, "",
	"a map of front matter keys to values",
	"Files that have one of these values for one of these keys are left "
	"out; \"*\" is any value but false. Keys that generators and themes "
	"have for this are known without it.")
KEY("posts.keys", KEY_RAW, config, posts.keys, "",
	"a map of fields to front matter keys",
	"The front matter keys of this site for title, date, updated, "
	"expiry, author, summary, url, slug, link, reply and comments, and for "
	"taxonomies: a key, or a list by priority. They come before those "
	"that are known. The date may also come from :filename (the beginning "
	"of the name; the rest becomes the slug), from :fileModTime (when the "
	"file was changed), and with posts.updated: git from :git (the last "
	"commit).")
KEY("posts.names", KEY_TEXT, config, posts.names, "", "",
	"A regular expression in Python's syntax for the beginning of a file's "
	"name without its ending. Its named groups are front matter of posts "
	"that have no such keys: (?P<slug>.*). A date in the name then counts "
	"only as a group.")
KEY("posts.paths", KEY_TEXT, config, posts.paths, "", "",
	"The same for the path of a file below posts.folders, with its "
	"ending.")
KEY("posts.defaults", KEY_RAW, config, posts.defaults, "",
	"a list of maps with path and values",
	"Default front matter for the files below a path. The post's own "
	"values override it, and later entries override earlier ones.")
KEY("posts.authors", KEY_RAW, config, posts.authors, "",
	"a map of authors, or the path of a YAML, TOML or JSON file with one",
	"Names, e-mail addresses and URLs of authors that posts name by a "
	"short key.")
KEY("posts.terms", KEY_RAW, config, posts.terms, "",
	"a map of terms to their names",
	"Names of terms that posts give by a short key, such as the labels of "
	"Docusaurus's tags.yml. Feeds and addresses of terms have the name.")
KEY("posts.term_slugs", KEY_RAW, config, posts.term_slugs, "",
	"a map of taxonomies to maps of terms to texts",
	"Texts that addresses of terms, and addresses of posts with their "
	"categories, are made from in place of the terms, such as Hexo's "
	"tag_map and category_map. Feeds have the terms.")
KEY("posts.no_category", KEY_TEXT, config, posts.no_category,
	"uncategorized", "",
	"What :category is for posts that have none. This is Hexo's "
	"default_category.")
KEY("posts.drafts", KEY_BOOL, config, posts.drafts, "false", "",
	"Publish drafts.")
KEY("posts.future", KEY_BOOL, config, posts.future, "false", "",
	"Publish posts with a date in the future.")
KEY("posts.untitled", KEY_BOOL, config, posts.untitled, "false", "",
	"Posts without a title have none in feeds either, as notes of a "
	"microblog. Otherwise their title is the first heading, or made from "
	"the name of the file.")

KEY("posts.state", KEY_TEXT, config, posts.state, ".feedmill/state.db", "",
	"The file with the results of earlier runs, relative to the "
	"config, so that a run only does what is new. You can delete it at "
	"any time. none: nothing is stored.")

KEY("ids.ledger", KEY_TEXT, config, ids.ledger, "none", "",
	"A file, relative to the config, that keeps the id of each post as "
	"first published, even if the post or the config changes. Keep it "
	"under version control. none: no such file. Without the key, "
	"feedmill.ids if that exists.")
KEY("ids.flood", KEY_COUNT, config, ids.flood, "3", "0-1000000",
	"How many posts may appear in a published feed at once although "
	"they are older than its newest one. With more, nothing is "
	"published.")

KEY("guard.loss", KEY_COUNT, config, guard.loss, "", "0-1000000",
	"How many entries may leave a published feed at once, not counting "
	"those that newer ones push out. With more, or if no entry would be "
	"left, nothing is published. Default: 2, or a tenth of the feed's "
	"entries.")

KEY("languages", KEY_LANGUAGES, config, languages, "", "",
	"The languages of the site by their tags, if there are several: "
	"each has its own feeds. The language of a post is given by lang "
	"in its front matter, by the ending of its name (post.fr.md) or by "
	"its folder; otherwise it is site.language.")
KEY("languages.*.title", KEY_TEXT, language, title, "", "",
	"The site's title in that language.")
KEY("languages.*.description", KEY_TEXT, language, description, "", "",
	"The site's description in that language.")
KEY("languages.*.folder", KEY_TEXT, language, folder, "", "",
	"The folder that holds the posts in that language, relative to the "
	"config.")
KEY("languages.*.url", KEY_TEXT, language, url, "", "",
	"The path below site.url where the language begins. Default: its "
	"tag, and nothing for site.language.")

KEY("content.full", KEY_BOOL, config, content.full, "true", "",
	"The full text of the posts, or only a summary.")
KEY("content.smart", KEY_BOOL, config, content.smart, "true", "",
	"Curly quotes, dashes and ellipses instead of plain ones.")
KEY("content.smart_titles", KEY_BOOL, config, content.smart_titles, "false",
	"",
	"The same in titles of posts and feeds.")
KEY("content.markdown", KEY_BOOL, config, content.markdown, "false", "",
	"Add the full text as Markdown, in source:markdown. Some feed "
	"readers show it instead of the HTML.")
KEY("content.summary", KEY_COUNT, config, content.summary, "70", "1-1000",
	"How many words a summary has at most that is taken from the text.")
KEY("content.summary_mark", KEY_TEXT, config, content.summary_mark, "", "",
	"A text that ends the summary of a post, besides <!--more-->. A post "
	"may have another one, excerpt_separator.")
KEY("content.fragments", KEY_CHOICE, config, content.fragments, "page",
	"page|keep",
	"Where '#name' links go. page: to the post's page; keep: within "
	"the entry, which then keeps its ids.")
KEY("content.iframes", KEY_LIST, config, content.iframes, "", "",
	"Hosts whose iframes stay. Other iframes become a link: the W3C "
	"validator warns of every iframe, and many feed readers remove "
	"them.")
KEY("content.source", KEY_CHOICE, config, content.source, "posts",
	"posts|pages",
	"Where the text of an entry comes from: the post, or the page that "
	"the site's generator made of it.")
KEY("content.pages", KEY_TEXT, config, content.pages, "public", "",
	"The folder of these pages, relative to the config. The web server "
	"serves it as site.url. Without this key, posts that need their page "
	"are looked for in posts.built or feeds.folder too.")
KEY("content.convert", KEY_RAW, config, content.convert, "",
	"a map of formats to commands",
	"The programs that make HTML of posts in rst, adoc, org, ipynb, typ "
	"and textile: they read the post from standard input. They may read "
	"any file that their user can, but neither write nor connect. A post "
	"in rst or adoc can include files: rst2html5 --no-file-insertion and "
	"asciidoctor -S secure turn that off. Without a program the text is "
	"taken from the page in content.pages.")
KEY("content.select", KEY_TEXT, config, content.select, "", "",
	"The part of a page that is the text of the post, as a CSS "
	"selector. Default: the usual elements.")
KEY("content.check_links", KEY_BOOL, config, content.check_links, "false", "",
	"Report links to the site, and its pictures in entries, that lead to "
	"no file in posts.built.")
KEY("content.link_mark", KEY_TEXT, config, content.link_mark, "∞", "",
	"The text of the link to the post's own page, at the end of a post "
	"that links to another page: see posts.links. none: no link.")

KEY("content.math", KEY_CHOICE, config, content.math, "mathml",
	"mathml|tex|text",
	"How formulas that pages have as MathML are written. mathml: as they are, "
	"with their TeX beside them; tex: between \\( and \\), if their TeX is "
	"known; text: as one line of text, such as 1/2.")
KEY("content.flavour.parser", KEY_CHOICE, config, content.flavour.parser,
	"usual", "usual|commonmark|kramdown",
	"Whose rules for paragraphs, lists and the like the Markdown follows: "
	"those of CommonMark or of kramdown. usual: kramdown with jekyll and "
	"octopress, otherwise commonmark.")
KEY("content.flavour.breaks", KEY_CHOICE, config, content.flavour.breaks,
	"usual", "usual|on|off",
	"Whether the end of a line in a paragraph is a line break. usual: as "
	"in the dialect, which is on with hexo.")
KEY("content.flavour.links", KEY_CHOICE, config, content.flavour.links,
	"usual", "usual|on|off",
	"Whether an address in the text becomes a link. usual: on with hugo, "
	"hexo, astro, docusaurus, vitepress and plain.")
KEY("content.flavour.strike", KEY_CHOICE, config, content.flavour.strike,
	"usual", "usual|any|two|off",
	"What strikes out text. two: ~~text~~; any: ~text~ too. usual: any "
	"with hexo, zola, astro, docusaurus and plain, off with pelican, "
	"otherwise two.")
KEY("content.flavour.definitions", KEY_CHOICE, config,
	content.flavour.definitions, "usual", "usual|on|off",
	"Whether a line that begins with a colon and a blank is the definition "
	"of the line above. usual: on with hugo.")
KEY("content.flavour.indented", KEY_CHOICE, config, content.flavour.indented,
	"usual", "usual|on|off",
	"Whether lines indented by four blanks are code. usual: off with "
	"eleventy, otherwise on.")

KEY("media.folder", KEY_TEXT, config, media.folder, "", "",
	"The folder of the files that the site serves below site.url, "
	"relative to the config: the size of pictures and enclosures is "
	"read there. none: they are not on this machine. Default: the one "
	"of the dialect, such as static, source or public.")
KEY("media.url", KEY_REFERENCE, config, media.url, "", "",
	"The address of enclosures for which posts give only a name: a "
	"path below site.url, or an absolute URL. Default: site.url.")

KEY("shortcodes", KEY_RAW, config, shortcodes, "",
	"a map of names to templates",
	"Templates for the site's own shortcodes and template tags. {src} "
	"and {0} are arguments by name and by position, {inner} is the "
	"content of the tag, {permalink:0} and {title:0} are those of the "
	"post that an argument names; {src?} may be missing.")

KEY("limits.seconds", KEY_COUNT, config, limits.seconds, "1", "1-3600",
	"The CPU time in seconds that rendering one post may take. A post "
	"that takes more is not published; all others are.")
KEY("limits.memory", KEY_COUNT, config, limits.memory, "192", "16-65536",
	"The memory in MB that rendering one post may take.")
KEY("limits.convert", KEY_COUNT, config, limits.convert, "10", "1-3600",
	"The CPU time in seconds that a program of content.convert may take "
	"for a post, and a tenth of what it may take by the clock. Its memory "
	"is limits.memory.")
KEY("limits.post", KEY_COUNT, config, limits.post, "16", "1-1024",
	"The size in MB, of 1024 * 1024 bytes, of a file of posts. A larger "
	"one is not read.")
KEY("limits.entry", KEY_COUNT, config, limits.entry, "4", "1-1024",
	"The size in MB of the HTML of an entry. A post that makes more is "
	"not published.")
KEY("limits.feed", KEY_COUNT, config, limits.feed, "64", "1-65536",
	"The size in MB of a document. Where it would be larger, the old "
	"file of the feed stays.")
KEY("limits.terms", KEY_COUNT, config, limits.terms, "200", "1-100000",
	"The terms of one post, over all taxonomies. The rest is dropped: "
	"each term is a feed that holds the whole post.")

KEY("feeds.folder", KEY_TEXT, config, feeds.folder, "feeds", "",
	"The folder of the feeds, relative to the config. Nothing outside "
	"of it is written.")
KEY("feeds.url", KEY_REFERENCE, config, feeds.url, "/feeds/", "",
	"The address of that folder on the web: a path below site.url, or "
	"an absolute URL.")
KEY("feeds.formats", KEY_RAW, config, feeds.formats, "[atom, rss]",
	"a list of formats",
	"The formats of each feed.")
KEY("feeds.limit", KEY_COUNT, config, feeds.limit, "20", "0-1000000",
	"How many entries a feed has at most; 0: all.")
KEY("feeds.order", KEY_CHOICE, config, feeds.order, "published",
	"published|updated",
	"What feeds are sorted by before the limit applies: the date of "
	"publication, or that of the last change. The newest comes first.")
KEY("feeds.slugs", KEY_CHOICE, config, feeds.slugs, "on",
	"on|safe|off|hyphens",
	"How terms become {slug}: as posts.slugs, but that the result is "
	"always a safe file name. Zola's slugify.taxonomies.")
KEY("feeds.images", KEY_CHOICE, config, feeds.images, "true",
	"true|false|all",
	"The picture of an entry, as media:thumbnail and media:content: "
	"the one in its front matter, or the first in its text. true: "
	"unless the text in the feed shows it, because many feed readers "
	"show both; all: always; false: never.")
KEY("feeds.main.path", KEY_RAW, config, feeds.main.path, "index",
	"a path, or a map of formats to paths; or lists of paths",
	"The path of the main feed below feeds.folder, without an ending; or "
	"a map of formats to whole paths. With a list in place of a path the "
	"same bytes go to all of them; the first is the feed's address.")
KEY("feeds.main.title", KEY_TEXT, config, feeds.main.title, "{site}", "",
	"The title of the main feed.")
KEY("feeds.main.where", KEY_QUERY, config, feeds.main.extent.where, "", "",
	"A query: the main feed has only the posts that it matches.")
KEY("feeds.main.limit", KEY_COUNT, config, feeds.main.extent.limit, "",
	"0-1000000",
	"How many entries the main feed has at most. Default: feeds.limit.")
KEY("feeds.main.full", KEY_FLAG, config, feeds.main.extent.full, "", "",
	"The full text in the main feed, or only a summary. Default: "
	"content.full.")
KEY("feeds.main.podcast", KEY_FLAG, config, feeds.main.extent.podcast, "", "",
	"Whether the main feed is the podcast. Default: if there are keys below "
	"podcast, and no feed of feeds.extra is one.")
KEY("feeds.taxonomies", KEY_TAXONOMIES, config, feeds.taxonomies,
	"{tags: {}, categories: {}}", "",
	"The taxonomies whose terms have a feed each, by the front matter "
	"key with the terms. For sections (the first folder of a post), "
	"authors, years and languages feedmill finds the terms itself.")
KEY("feeds.taxonomies.*.where", KEY_QUERY, taxonomy, extent.where, "", "",
	"A query: only posts that it matches are in the feeds of the terms.")
KEY("feeds.taxonomies.*.limit", KEY_COUNT, taxonomy, extent.limit, "",
	"0-1000000",
	"How many entries a term's feed has at most. Default: feeds.limit.")
KEY("feeds.taxonomies.*.full", KEY_FLAG, taxonomy, extent.full, "", "",
	"The full text in a term's feed, or only a summary. Default: "
	"content.full.")
KEY("feeds.taxonomies.*.path", KEY_RAW, taxonomy, path, "",
	"a path, or a map of formats to paths; or lists of paths",
	"The path of a term's feed, with {slug} in it, or {name}, the term as "
	"it is spelled. Default: the key, '/' and {slug}.")
KEY("feeds.taxonomies.*.title", KEY_TEXT, taxonomy, title, "{site}: {term}",
	"", "The title of a term's feed, with {site}, {taxonomy}, {term}, or "
	"{Term} for the term with a capital letter.")
KEY("feeds.taxonomies.*.url", KEY_TEXT, taxonomy, url, "", "",
	"The page of a term on the site, which its feed links to, with "
	"{slug} in it. Default: the one of the dialect, or the site; for "
	"years and languages the site.")
KEY("feeds.extra", KEY_EXTRA, config, feeds.extra, "", "",
	"Feeds of the posts that a query matches, in all languages.")
KEY("feeds.extra.*.path", KEY_RAW, extra, path, "",
	"a path, or a map of formats to paths; or lists of paths",
	"The path of the feed, as feeds.main.path has it. Required.")
KEY("feeds.extra.*.title", KEY_TEXT, extra, title, "{site}", "",
	"The title of the feed.")
KEY("feeds.extra.*.where", KEY_QUERY, extra, extent.where, "", "",
	"The query. Required.")
KEY("feeds.extra.*.formats", KEY_RAW, extra, formats, "",
	"a list of formats",
	"The formats that the feed is written in. Default: feeds.formats.")
KEY("feeds.extra.*.limit", KEY_COUNT, extra, extent.limit, "", "0-1000000",
	"How many entries the feed has at most. Default: feeds.limit.")
KEY("feeds.extra.*.full", KEY_FLAG, extra, extent.full, "", "",
	"The full text in the feed, or only a summary. Default: content.full.")
KEY("feeds.extra.*.url", KEY_TEXT, extra, url, "", "",
	"The page that the feed links to: a path below site.url, or an "
	"absolute URL. Default: the site.")
KEY("feeds.extra.*.description", KEY_TEXT, extra, description, "", "",
	"What the feed is about. Default: site.description.")
KEY("feeds.extra.*.podcast", KEY_FLAG, extra, extent.podcast, "", "",
	"Whether the feed is a podcast, as the keys below podcast describe it. "
	"Default: false.")
KEY("feeds.hub", KEY_LIST, config, feeds.hubs, "", "",
	"The WebSub hub of the feeds, or a list of hubs. Every feed links "
	"to it, and feedmill ping tells it which feeds have changed.")
KEY("feeds.ping.topics", KEY_COUNT, config, feeds.ping.topics, "1", "1-100",
	"How many feeds one request may name. Only Google's hub accepts "
	"several; other hubs see only the last one.")
KEY("feeds.ping.seconds", KEY_COUNT, config, feeds.ping.seconds, "60",
	"1-3600",
	"The time for each hub, in seconds, for all of its requests "
	"together.")
KEY("feeds.ping.retries", KEY_COUNT, config, feeds.ping.retries, "3", "0-10",
	"How often a request is repeated if the hub cannot be reached or "
	"answers with an error.")
KEY("feeds.ping.wait", KEY_COUNT, config, feeds.ping.wait, "1", "0-60",
	"The seconds before the first repetition; they double each time.")
KEY("feeds.archive", KEY_BOOL, config, feeds.archive, "false", "",
	"Keep all posts of the main feed in archives that it links to (RFC "
	"5005). Needs ids.ledger.")
KEY("feeds.archive_size", KEY_COUNT, config, feeds.archive_size, "100",
	"1-100000",
	"How many entries an archive has.")
KEY("feeds.paging", KEY_BOOL, config, feeds.paging, "false", "",
	"Link to the archives with next and previous too, for feed readers "
	"that know pages but no archives. Needs feeds.archive.")
KEY("feeds.compress", KEY_CHOICES, config, feeds.compress, "", "gz|br",
	"Compressed files beside each feed, for web servers that can send "
	"them: gz makes index.atom.gz, br makes index.atom.br.")
KEY("feeds.tombstones", KEY_SPAN, config, feeds.tombstones, "off", "",
	"How long the main Atom feed says that a post is gone (RFC 6721). "
	"Needs ids.ledger.")
KEY("feeds.prune", KEY_BOOL, config, feeds.prune, "false", "",
	"Remove feeds whose term has no posts, if this config wrote them. "
	"Otherwise they are only reported. Needs posts.state.")
KEY("feeds.validate", KEY_BOOL, config, feeds.validate, "true", "",
	"Judge each new or changed feed as feedmill validate does before "
	"it is published. If it has an error, the old file stays.")
KEY("feeds.empty_date", KEY_DATE, config, feeds.empty_date, "2000-01-01", "",
	"The date of a feed without entries, because feeds never have the "
	"current time.")
KEY("feeds.style", KEY_FILE, config, feeds.style, "false", "feed.css",
	"A stylesheet below feeds.folder that feedmill writes, so that "
	"Atom and RSS feeds are readable in a browser. true: feed.css.")
KEY("feeds.index", KEY_FILE, config, feeds.index, "false", "index.html",
	"A page for people below feeds.folder that lists all feeds. true: "
	"index.html.")
KEY("feeds.links", KEY_FILE, config, feeds.links, "false", "links.html",
	"A file below feeds.folder with the <link> elements of the main feeds "
	"and of feeds.extra, for the head of the site's pages. true: "
	"links.html.")
KEY("feeds.links_posts", KEY_FILE, config, feeds.links_posts, "false",
	"links.json",
	"A file below feeds.folder with those of the terms of each post, by "
	"the path of its address, for templates. true: links.json.")
KEY("feeds.opml", KEY_FILE, config, feeds.opml, "false", "feeds.opml",
	"A list of all feeds below feeds.folder in OPML 2.0, which readers "
	"import. true: feeds.opml.")

KEY("podcast.author", KEY_TEXT, config, podcast.author, "", "",
	"Who makes the podcast. Default: site.author.name, or the site's "
	"title.")
KEY("podcast.image", KEY_REFERENCE, config, podcast.image, "", "",
	"The cover: a path below site.url, or an absolute URL. Apple wants a "
	"square JPEG or PNG of 1400 to 3000 pixels, which is checked where "
	"the file is here. Required.")
KEY("podcast.categories", KEY_LIST, config, podcast.categories, "", "",
	"What it is about, by Apple's list, the main thing first: History, or, "
	"with a subcategory, \"Arts > Books\". Required.")
KEY("podcast.explicit", KEY_FLAG, config, podcast.explicit, "", "",
	"Whether there are explicit words or themes. Required.")
KEY("podcast.owner.name", KEY_TEXT, config, podcast.owner.name, "", "",
	"Whom directories write to. Default: podcast.author.")
KEY("podcast.owner.email", KEY_EMAIL, config, podcast.owner.email, "", "",
	"Their e-mail address, which appears in the feed. Required, unless "
	"there is site.author.email.")
KEY("podcast.type", KEY_CHOICE, config, podcast.type, "episodic",
	"episodic|serial",
	"Whether each episode stands alone, or they are heard from the first "
	"on.")
KEY("podcast.block", KEY_BOOL, config, podcast.block, "false", "",
	"Asks directories not to list the podcast.")
KEY("podcast.complete", KEY_BOOL, config, podcast.complete, "false", "",
	"There will be no more episodes.")
KEY("podcast.new_feed_url", KEY_URL, config, podcast.new_feed_url, "", "",
	"Where the feed has moved to.")
KEY("podcast.guid", KEY_TEXT, config, podcast.guid, "", "",
	"The UUID of the podcast, which stays wherever it moves. Default: made "
	"from the address of the feed, as podcast:guid wants it.")
KEY("podcast.locked", KEY_BOOL, config, podcast.locked, "false", "",
	"Whether other hosts are to refuse to import the podcast.")
KEY("podcast.medium", KEY_CHOICE, config, podcast.medium, "podcast",
	"podcast|music|video|film|audiobook|newsletter|blog|course",
	"What the files are.")
