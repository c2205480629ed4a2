/* SPDX-License-Identifier: MIT
 * fuzz_import: any bytes as the config of another generator. What `feedmill init`
 * writes parses, has the values that were found, and no mistakes but those of
 * keys that it could not find. */
#include <stdio.h>
#include <string.h>

#include "base/core/file.h"
#include "base/data/yaml.h"
#include "config/config_codes.h"
#include "config/config_write.h"
#include "config/key_types.h"
#include "target.h"

/* A site by its files. The input holds the texts of the first two, with a line
 * "%%" between; the others are fixed. */
static const struct site {
	const char *file;
	const char *begins; /* the first file, so that the site is known */
	const char *second; /* or NULL */
	const char *more[2]; /* or NULL */
} sites[] = {
	{"hugo.toml", "", "config/_default/params.toml",
	    {"content/post/a.md", "archetypes/default.md"}},
	{"hugo.yaml", "", NULL, {"content/a.md", NULL}},
	{"hugo.json", "", NULL, {"content/a.md", NULL}},
	{"config.toml", "base_url = 'https://e.org'\n", NULL,
	    {"content/blog/a.md", NULL}},
	{"_config.yml", "", "Gemfile", {"_posts/2020-01-01-a.md", "_x/a.md"}},
	{"_config.yml", "", "feed.xml", {"_posts/2020-01-01-a.md", NULL}},
	{"_config.yml", "new_post_name: :title.md\n", NULL,
	    {"source/_posts/a.md", NULL}},
	{"_config.yml", "source: source\ntitlecase: true\n",
	    "source/atom.xml", {"source/_posts/2020-01-01-a.md", NULL}},
	{"pelicanconf.py", "", "publishconf.py", {"content/a.md", NULL}},
	{".eleventy.js", "", "_data/metadata.json", {"posts/a.md", NULL}},
	{"astro.config.mjs", "", "src/consts.ts",
	    {"src/content/blog/a.md", "src/pages/rss.xml.js"}},
	{"docusaurus.config.ts", "", NULL, {"blog/2020-01-01-a.md",
	    "blog/authors.yml"}},
	{".vitepress/config.ts", "", ".vitepress/genFeed.ts",
	    {"posts/a.md", NULL}},
};
enum { SITES = sizeof sites / sizeof sites[0] };

/* The folder of a site. Its fixed files are written once. */
static void
put_site(const struct site *s, str input, char dir[16])
{
	static bool is_there[SITES];
	struct buf first = {0};
	size_t at = str_find(input, S("\n%%\n"));
	char path[64];

	snprintf(dir, 16, "site%d", (int)(s - sites));
	for (int i = 0; i < 2 && s->more[i] && !is_there[s - sites]; i++) {
		snprintf(path, sizeof path, "%s/%s", dir, s->more[i]);
		target_put(path, S("---\ntitle: A\ntags: [x]\n---\nText\n"));
	}
	is_there[s - sites] = true;
	snprintf(path, sizeof path, "%s/%s", dir, s->file);
	buf_add(&first, str_of(s->begins));
	buf_add(&first, str_sub(input, 0, at));
	target_put(path, buf_str(&first));
	buf_free(&first);
	snprintf(path, sizeof path, "%s/%s", dir, s->second ? s->second : "");
	if (s->second)
		target_put(path, at == STR_NONE ? (str){0}
		    : str_from(input, at + 4));
}

/* ---- what is written ---- */

/* The value at a path with dots. */
static const struct value *
find_setting(const struct value *root, str path)
{
	str part;

	while (str_split(&path, '.', &part))
		root = value_find(root, part);
	return root;
}

/* What is written is read as the same values. */
static void
check_values(const struct import *im, str text, struct arena *a)
{
	struct source src = {S("feedmill.yaml"), text};
	struct diags diags = {0};
	const struct value *root = yaml_parse(a, text, &src, 0, &diags);

	target_say(&diags);
	MUST(root && diags.first == NULL);
	for (const struct import_setting *s = im->settings; s; s = s->next) {
		const struct value *v = find_setting(root, s->key);

		if (v == NULL || !target_same(v, s->value, false))
			fprintf(stderr, "%.*s\n%.*s\n", STR_ARG(s->key),
			    STR_ARG(text));
		MUST(v && target_same(v, s->value, false));
	}
}

/* Mistakes are of keys that are missing, and of folders. */
static void
check_config(str dir, str text, struct arena *a)
{
	struct source src = {path_join(a, dir, S("feedmill.yaml")), text};
	struct diags diags = {0};
	struct config c;

	config_parse(&c, a, &src, NULL, 0, &diags);
	for (const struct diag *d = diags.first; d; d = d->next) {
		bool is_allowed = d->code == DIAG_CONFIG_REQUIRED ||
		    d->code == DIAG_CONFIG_FOLDER ||
		    d->code->level < DIAG_ERROR;

		if (!is_allowed) {
			target_say(&diags);
			fprintf(stderr, "%.*s\n", STR_ARG(text));
		}
		MUST(is_allowed);
	}
	diags_free(&diags);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	str input = {(const char *)data, size};
	/* From 'a' on, so that inputs can be typed. */
	const struct site *s = &sites[(target_choice(&input) - 'a') % SITES];
	struct arena a = {0};
	struct buf text = {0};
	struct diags diags = {0};
	struct import im;
	char dir[16];

	target_folder();
	put_site(s, input, dir);
	if (import_read(&im, &a, str_of(dir), &(struct import_hints){0},
	    config_key_takes, &diags)) {
		config_write(&text, &im);
		check_values(&im, buf_str(&text), &a);
		check_config(str_of(dir), buf_str(&text), &a);
	} else
		MUST(diags.first);
	diags_free(&diags);
	buf_free(&text);
	arena_free(&a);
	return 0;
}
