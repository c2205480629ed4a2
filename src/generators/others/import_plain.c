/* SPDX-License-Identifier: MIT
 * import_plain: imports a site whose generator has no dialect, or that has no
 * generator. */
#include "generators/others/import_plain.h"

#include "base/core/file.h"
#include "base/text/scan.h"
#include "base/web/url.h"
#include "generators/others/import_posts.h"
#include "generators/others/known_site.h"

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
		import_gap(s, "site.url: guessed from the name of the "
		    "repository; check it");
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
	const struct value *root = known_site_package(s);
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
	bool is_front = true, is_code = false;

	for (int n = 0; str_split(&text, '\n', &line); n++) {
		line = str_trim(line);
		if (n == 0 || str_starts(line, S("---")) ||
		    str_starts(line, S("+++")))
			is_front = n == 0 && (str_starts(line, S("---")) ||
			    str_starts(line, S("+++")));
		is_code ^= str_starts(line, S("```"));
		if (is_code)
			continue;
		if (is_front && (str_starts(line, S("title:")) ||
		    str_starts(line, S("title ="))))
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
	const struct known *k = known_site_find(s);

	if (k == NULL) {
		import_posts_find(s, S(""));
		return "no known generator";
	}
	known_site_read(s, k);
	return k->label;
}
