/* SPDX-License-Identifier: MIT
 * hugo_site: an imported Hugo site. */
#include "generators/import/hugo_site.h"

const char *
hugo_paths(const struct hugo *h, const char *paths)
{
	struct buf b = {0};
	str rest = str_of(paths), path;

	while (str_word(&rest, &path))
		buf_printf(&b, "languages.%.*s.%.*s %.*s ",
		    STR_ARG(h->language), STR_ARG(path), STR_ARG(path));
	return buf_move(&b, h->site->arena).ptr;
}

struct import_value
hugo_get(const struct hugo *h, const char *path)
{
	return import_get(&h->config, hugo_paths(h, path));
}

bool
hugo_take(const struct hugo *h, const char *key, const char *paths)
{
	return import_take(&h->config, key, hugo_paths(h, paths));
}

bool
hugo_flag(const struct hugo *h, const char *path)
{
	return import_flag(&h->config, hugo_paths(h, path), false);
}

bool
hugo_is_disabled(const struct value *language)
{
	bool off = false;

	return value_bool(import_find(language, "disabled"), &off) && off;
}
