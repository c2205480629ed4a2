/* SPDX-License-Identifier: MIT
 * import_plain: imports a site whose generator has no dialect, or that has no
 * generator. */
#include "generators/import/import_plain.h"

#include "base/core/file.h"
#include "base/text/scan.h"
#include "base/web/url.h"
#include "generators/import/import_config.h"
#include "generators/import/import_posts.h"

/* ---- generators without a dialect ---- */

/* A generator is recognised by one of `files` and one of `folders`, as far as
 * they are given. Its keys are read from its config; if that is a program, as
 * constants. */
static const struct known {
	const char *label;
	const char *files;     /* of its sites, separated by blanks */
	const char *folders;   /* the same; or NULL */
	const char *data;      /* more files with keys; or NULL */
	const char *permalink; /* its usual address; NULL: plain's */
	const char *url, *title, *description, *author, *email; /* keys */
	bool no_slash;         /* its addresses do not end in a slash */
	const char *root;      /* folder that addresses are relative to */
} all_known[] = {
	{"Gatsby", "gatsby-config.js gatsby-config.ts gatsby-config.mjs", NULL,
		NULL, "/:sections/:filename/", "siteUrl", "title",
		"description", "author author.name name", NULL, false, NULL},
	{"Next.js", "next.config.js next.config.mjs next.config.ts", NULL,
		"data/siteMetadata.js data/siteMetadata.ts "
		"src/config/site.ts config/site.ts lib/site.ts site.config.js "
		"site.config.ts blog.config.js src/app/layout.tsx "
		"app/layout.tsx src/app/layout.js app/layout.js",
		"/:sections/:filename", "siteUrl url baseUrl metadataBase",
		"title siteTitle name", "description", "author", "email",
		true, NULL},
	{"SvelteKit", "svelte.config.js svelte.config.ts", NULL,
		"src/lib/config.ts src/lib/config.js src/lib/site.ts "
		"src/lib/info.js src/lib/info.ts src/lib/constants.ts",
		"/:sections/:filename", "url siteUrl siteURL website",
		"title siteTitle name", "description siteDescription",
		"author siteAuthor", "email", true, NULL},
	{"Nuxt", "nuxt.config.ts nuxt.config.js nuxt.config.mjs", NULL,
		"app.config.ts app/app.config.ts content.config.ts",
		"/:sections/:filename", "url siteUrl hostname baseUrl",
		"title name titleTemplate", "description", "author", NULL,
		true, "content"},
	{"Bridgetown", "bridgetown.config.yml bridgetown.config.yaml", NULL,
		"src/_data/site_metadata.yml", "/:categories/:year/:month/:day/"
		":slug/", "url", "title", "description", "author.name author",
		"email", false, NULL},
	{"Nikola", "conf.py", NULL, NULL, "/posts/:slug/", "SITE_URL",
		"BLOG_TITLE", "BLOG_DESCRIPTION", "BLOG_AUTHOR", "BLOG_EMAIL",
		false, NULL},
	{"MkDocs", "mkdocs.yml mkdocs.yaml", NULL, NULL,
		"/:sections/:filename/", "site_url", "site_name",
		"site_description", "site_author", NULL, false, "docs"},
	{"Quarto", "_quarto.yml", NULL, NULL, "/:sections/:filename.html",
		"website.site-url", "website.title", "website.description",
		NULL, NULL, false, "."},
	{"Gridsome", "gridsome.config.js", NULL, NULL, "/:sections/:filename/",
		"siteUrl", "siteName", "siteDescription", NULL, NULL, false,
		NULL},
	{"Middleman", "config.rb", "source", "data/site.yml",
		"/:year/:month/:day/:slug.html", "url", "title name",
		"description", "author", NULL, false, NULL},
	{"Metalsmith", "metalsmith.json metalsmith.js", NULL, NULL,
		"/:sections/:filename/", "url siteurl", "title sitename",
		"description", NULL, NULL, false, NULL},
	{"Obsidian", "", ".obsidian", NULL, "/:sections/:filename", "url",
		"title", "description", NULL, NULL, true, "."},
};
enum { KNOWN = sizeof all_known / sizeof *all_known };

static bool
is_known(struct import_site *s, const struct known *k)
{
	bool has_files = k->files[0] == '\0' ||
	    import_first_file(s, S(""), k->files);

	return has_files && (k->folders == NULL ||
	    import_first_folder(s, S(""), k->folders).len);
}

/* Reads Lektor's project file, NAME.lektorproject. False: there is none. */
static bool
read_lektor(struct import_site *s)
{
	struct strs entries = import_entries(s, S(""));
	str project = {0}, rest, line;
	struct source src;

	for (size_t i = 0; i < entries.count; i++)
		if (str_ends(entries.at[i], S(".lektorproject")))
			project = entries.at[i];
	if (project.len == 0)
		return false;
	rest = import_text(s, project.ptr, &src) ? src.text : (str){0};
	while (str_split(&rest, '\n', &line)) {
		size_t eq = str_chr(line, '=');
		str key = str_trim(str_sub(line, 0, eq));
		str value = str_from(line, eq == STR_NONE ? line.len : eq + 1);

		if (str_eq(key, S("name")))
			import_set(s, "site.title", value, project);
		if (str_eq(key, S("url")))
			import_set(s, "site.url", value, project);
		if (str_eq(key, S("locale")))
			import_set(s, "site.language", value, project);
	}
	return true;
}

/* Sets a key from the config. Leaves out a value with '%' or '{': it is a
 * template. */
static void
take(const struct import_config *c, const char *key, const char *paths)
{
	struct import_value v = paths ? import_get(c, paths)
	    : (struct import_value){0};

	if (str_find(v.text, S("%")) == STR_NONE &&
	    str_find(v.text, S("{")) == STR_NONE)
		import_set(c->site, key, v.text, v.from);
}

static void
add_data(struct import_config *c, const char *names)
{
	str rest = str_of(names), word;
	struct source src;

	while (str_word(&rest, &word)) {
		const char *name = arena_cstr(c->site->arena, word);
		struct import_layer layer = {.name = name};

		if (!import_has_file(c->site, name))
			continue;
		if (str_iends_any(word, ".yml .yaml .json .toml"))
			layer.root = import_doc(c->site, name);
		else if (import_text(c->site, name, &src))
			layer.program = src.text;
		import_add_layer(c, layer);
	}
}

/* Collects diagnostics in a list of its own: if a config of these generators
 * does not parse, that is a gap, not an error. */
static void
read_keys(struct import_site *s, const struct known *k)
{
	struct import_config c = {.site = s};
	struct diags *diags = s->diags, own = {0};

	s->diags = &own;
	if (k->files[0])
		c = import_open(s, k->files);
	add_data(&c, k->data);
	if (c.layers) {
		take(&c, "site.url", k->url);
		take(&c, "site.title", k->title);
		take(&c, "site.description", k->description);
		take(&c, "site.author.name", k->author);
		take(&c, "site.author.email", k->email);
		take(&c, "site.timezone", "timezone TIMEZONE");
		take(&c, "site.language", "language lang DEFAULT_LANG");
		take(&c, "posts.permalink", "permalink");
	}
	s->diags = diags;
	if (own.first)
		import_gap(s, "%.*s: %.*s", STR_ARG(own.first->file),
		    STR_ARG(own.first->message));
	diags_free(&own);
}

/* Sets posts.root to the usual folder of the generator, if the posts that
 * import_posts_find found are in it. */
static void
set_root(struct import_site *s, const struct known *k)
{
	const struct import_setting *i = s->import->settings;
	str root = str_of(k->root);

	while (i && !str_eq(i->key, S("posts.folders")))
		i = i->next;
	if (root.len && i && (str_eq(root, S(".")) ||
	    path_is_in(i->value->first->text, root) ||
	    str_eq(i->value->first->text, root)))
		import_set(s, "posts.root", root, arena_printf(s->arena,
		    "usual with %s", k->label));
}

static const char *
read_known(struct import_site *s, const struct known *k)
{
	read_keys(s, k);
	import_set(s, "posts.permalink", str_of(k->permalink),
	    arena_printf(s->arena, "usual with %s", k->label));
	if (k->no_slash)
		import_set(s, "posts.slash", S("never"),
		    arena_printf(s->arena, "usual with %s", k->label));
	return k->label;
}

/* ---- the address ---- */

/* Splits "git@github.com:ann/log.git" or "https://github.com/ann/log" into user
 * and repository. *host: the domain of their pages. False: the remote is not on
 * GitHub or GitLab. */
static bool
split_remote(str url, str *host, str *user, str *name)
{
	size_t at = str_find(url, S("github.com")), gitlab;

	*host = S("github.io");
	if (at == STR_NONE && (gitlab = str_find(url, S("gitlab.com"))) !=
	    STR_NONE) {
		at = gitlab;
		*host = S("gitlab.io");
	}
	if (at == STR_NONE)
		return false;
	url = path_bare(str_from(url, at + sizeof "github.com" - 1));
	if (url.len)
		url = str_from(url, 1);
	if (str_ends(url, S(".git")))
		url.len -= 4;
	return str_split(&url, '/', user) && str_split(&url, '/', name) &&
	    user->len && name->len;
}

/* Guesses the address from the git remote: GitHub Pages and GitLab Pages build
 * it from user and repository. */
static void
take_remote(struct import_site *s)
{
	static const char from[] = ".git/config";
	struct source src;
	str rest, line, host, user, name, page;

	if (import_is_set(s, "site.url") || !import_text(s, from, &src))
		return;
	for (rest = src.text; str_split(&rest, '\n', &line);) {
		line = str_trim(line);
		if (!str_starts(line, S("url")) ||
		    !split_remote(line, &host, &user, &name))
			continue;
		page = arena_lower(s->arena, arena_printf(s->arena,
		    "%.*s.%.*s", STR_ARG(user), STR_ARG(host)));
		if (str_ieq(name, page))
			name = S("");
		import_set_url(s, arena_printf(s->arena, "https://%.*s/",
		    STR_ARG(page)), name, S(".git/config: a guess"));
		import_gap(s, "site.url: check it; it is a guess by the name "
		    "of the repository");
		return;
	}
}

static void
take_cname(struct import_site *s)
{
	static const char *const folders[] = {
		"", "static", "public", "src", "docs", "source"};
	const char *name = NULL;
	struct source src;
	str rest, host;

	for (size_t i = 0; name == NULL && i < sizeof folders /
	     sizeof *folders; i++)
		name = import_first_file(s, str_of(folders[i]), "CNAME");
	if (name && import_text(s, name, &src)) {
		rest = src.text;
		if (str_word(&rest, &host))
			import_set(s, "site.url", arena_printf(s->arena,
			    "https://%.*s/", STR_ARG(host)), str_of(name));
	}
}

/* Takes `homepage` of package.json, unless it is the page of the repository. */
static void
take_package(struct import_site *s)
{
	const struct value *root = import_has_file(s, "package.json")
	    ? import_doc(s, "package.json") : NULL;
	str url = import_str(import_find(root, "homepage"));
	str host = url_split(url).authority;

	if (url_is_web(url) && !str_ends(host, S("github.com")) &&
	    !str_ends(host, S("gitlab.com")))
		import_set(s, "site.url", str_sub(url, 0, str_chr(url, '#')),
		    S("package.json: homepage"));
}

/* ---- the title ---- */

/* The title of a page in Markdown: of its front matter, or its first
 * heading. */
static str
title_of(str text)
{
	str line;

	while (str_split(&text, '\n', &line)) {
		line = str_trim(line);
		if (str_starts(line, S("title:")) ||
		    str_starts(line, S("title =")))
			line = str_trim(str_from(line, sizeof "title:" - 1 +
			    (line.ptr[5] == ' ')));
		else if (!scan_text(&line, S("# ")))
			continue;
		while (line.len && char_is_one_of(line.ptr[0], "\"'#* "))
			line = str_from(line, 1);
		while (line.len && char_is_one_of(line.ptr[line.len - 1],
		    "\"'#* "))
			line.len--;
		/* A line with markup or a template is not a title. */
		return str_chr(line, '<') == STR_NONE &&
		    str_chr(line, '[') == STR_NONE &&
		    str_chr(line, '{') == STR_NONE ? line : (str){0};
	}
	return (str){0};
}

static void
take_title(struct import_site *s)
{
	static const char *const folders[] = {
		"", "content", "src", "docs", "pages"};
	struct source src;

	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
		const char *name = import_first_file(s, str_of(folders[i]),
		    "README.md Readme.md readme.md index.md _index.md");

		if (!import_is_set(s, "site.title") && name &&
		    import_text(s, name, &src))
			import_set(s, "site.title", title_of(src.text),
			    str_of(name));
	}
}

static str
text_of(const struct import_site *s, const char *key)
{
	const struct import_setting *i = s->import->settings;

	while (i && !str_eq(i->key, str_of(key)))
		i = i->next;
	return i ? i->value->text : (str){0};
}

void
import_plain_fill(struct import_site *s)
{
	str host;

	take_cname(s);
	take_package(s);
	take_remote(s);
	take_title(s);
	host = url_split(text_of(s, "site.url")).authority;
	if (host.len && !import_is_set(s, "site.title")) {
		import_set(s, "site.title", host, S("the host's name"));
		import_gap(s, "site.title: no title was found; '%.*s' is the "
		    "name of the host", STR_ARG(host));
	}
}

/* ---- all of it ---- */

const char *
import_plain_read(struct import_site *s)
{
	const char *label = "no known generator";
	size_t i = 0;

	while (i < KNOWN && !is_known(s, &all_known[i]))
		i++;
	if (i < KNOWN)
		label = read_known(s, &all_known[i]);
	else if (read_lektor(s)) {
		label = "Lektor";
		import_set(s, "posts.permalink", S("/:sections/:filename/"),
		    S("usual with Lektor"));
		import_gap(s, "posts: feedmill does not read contents.lr");
	}
	import_posts_find(s);
	if (i < KNOWN)
		set_root(s, &all_known[i]);
	return label;
}
