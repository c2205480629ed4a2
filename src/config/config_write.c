/* SPDX-License-Identifier: MIT
 * config_write: writes imported settings as a feedmill.yaml.
 *
 * Values may hold any text of another config. A value is written plain only if
 * YAML cannot read it as anything else, otherwise in double quotes. */
#include "config/config_write.h"

#include <string.h>

#include "base/core/utf8.h"
#include "config/config.h"

/* ---- values ---- */

/* Whether YAML 1.1 reads a word as a flag or null. */
static bool
is_word_of_yaml(str s)
{
	static const char words[] =
	    " null true false yes no on off y n ~ ";
	struct buf b = {0};
	bool known;

	buf_addc(&b, ' ');
	for (size_t i = 0; i < s.len; i++)
		buf_addc(&b, char_lower(s.ptr[i]));
	buf_addc(&b, ' ');
	known = strstr(words, buf_cstr(&b)) != NULL;
	buf_free(&b);
	return known;
}

static bool
is_plain(str s)
{
	if (s.len == 0 || is_word_of_yaml(s) ||
	    !(char_is_alpha(s.ptr[0]) || char_is_one_of(s.ptr[0], "/_")))
		return false;
	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];
		bool last = i + 1 == s.len;

		if (c == ' ' && (last || s.ptr[i + 1] == ' '))
			return false;
		if (c == ':' && (last || s.ptr[i + 1] == ' '))
			return false;
		if (!char_is_alnum(c) && !char_is_one_of(c, " _./:@+-"))
			return false;
	}
	return true;
}

/* A double-quoted scalar. YAML 1.1, 5.7. */
static void
add_quoted(struct buf *out, str s)
{
	buf_addc(out, '"');
	while (s.len) {
		str rest = s;
		uint32_t rune = utf8_next(&rest);
		str bytes = str_sub(s, 0, s.len - rest.len);

		if (rune == '"' || rune == '\\')
			buf_printf(out, "\\%c", (char)rune);
		else if (rune == '\n')
			buf_add(out, S("\\n"));
		else if (rune < 0x20 || (rune >= 0x7F && rune < 0xA0))
			buf_printf(out, "\\x%02X", (unsigned)rune);
		else if (rune == 0x2028 || rune == 0x2029 || rune == 0xFEFF ||
		    rune == 0xFFFE || rune == 0xFFFF)
			buf_printf(out, "\\u%04X", (unsigned)rune);
		else
			buf_add(out, bytes);
		s = rest;
	}
	buf_addc(out, '"');
}

/* `flow`: inside brackets, where ':' can end a scalar. */
static void
add_text(struct buf *out, str s, bool flow)
{
	if (is_plain(s) && (!flow || str_chr(s, ':') == STR_NONE))
		buf_add(out, s);
	else
		add_quoted(out, s);
}

static void
add_value(struct buf *out, const struct value *v, bool flow)
{
	bool map = v->kind == VALUE_MAP;

	if (v->kind == VALUE_SCALAR && !v->quoted)
		buf_add(out, v->text);
	else if (v->kind == VALUE_SCALAR)
		add_text(out, v->text, flow);
	if (!map && v->kind != VALUE_LIST)
		return;
	buf_addc(out, map ? '{' : '[');
	for (const struct value *i = v->first; i; i = i->next) {
		if (i != v->first)
			buf_add(out, S(", "));
		if (map) {
			add_text(out, i->key, true);
			buf_add(out, S(": "));
		}
		add_value(out, i, true);
	}
	buf_addc(out, map ? '}' : ']');
}

void
config_write_value(struct buf *out, const struct value *v)
{
	add_value(out, v, false);
}

/* ---- keys ---- */

/* Appends a text on one line: control characters become blanks. */
static void
add_comment(struct buf *out, str text)
{
	while (text.len) {
		str rest = text;
		uint32_t rune = utf8_next(&rest);

		if (rune < 0x20 || (rune >= 0x7F && rune < 0xA0) ||
		    rune == 0x2028 || rune == 0x2029 || rune >= 0xFFFE)
			buf_addc(out, ' ');
		else
			buf_add(out, str_sub(text, 0, text.len - rest.len));
		text = rest;
	}
}

/* Appends a comment, wrapped at 79 columns. */
static void
add_filled(struct buf *out, const char *first, str text)
{
	size_t line = out->len;
	struct buf clean = {0};
	str rest, word;

	add_comment(&clean, text);
	rest = buf_str(&clean);
	buf_add(out, str_of(first));
	while (str_word(&rest, &word)) {
		if (out->len - line + 1 + word.len > 79) {
			buf_add(out, S("\n#  "));
			line = out->len - 3;
		}
		buf_addc(out, ' ');
		buf_add(out, word);
	}
	buf_addc(out, '\n');
	buf_free(&clean);
}

static void
add_indent(struct buf *out, int depth)
{
	for (int i = 0; i < 2 * depth; i++)
		buf_addc(out, ' ');
}

/* Opens the maps around a key that the key before it did not open. Returns the
 * depth; *name is the last part of the key. */
static int
open_maps(struct buf *out, str before, str key, str *name)
{
	int depth = 0;
	bool same = true;
	str old = {0};

	for (;; depth++) {
		str_split(&key, '.', name);
		if (key.ptr == NULL)
			return depth;
		same = same && str_split(&before, '.', &old) &&
		    str_eq(old, *name);
		if (same)
			continue;
		if (depth == 0)
			buf_addc(out, '\n');
		add_indent(out, depth);
		add_text(out, *name, false);
		buf_add(out, S(":\n"));
	}
}

/* Long maps and lists of maps are written below the key. */
static bool
is_block(const struct value *v)
{
	struct buf b = {0};
	bool block;

	add_value(&b, v, false);
	block = b.len > 50 && v->first && (v->kind == VALUE_MAP ||
	    (v->kind == VALUE_LIST && v->first->kind == VALUE_MAP));
	buf_free(&b);
	return block;
}

static void
add_setting(struct buf *out, str before, const struct import_setting *i)
{
	str name;
	int depth = open_maps(out, before, i->key, &name);
	bool block = is_block(i->value);

	add_indent(out, depth);
	add_text(out, name, false);
	buf_addc(out, ':');
	if (!block && i->value->kind != VALUE_NULL) {
		buf_addc(out, ' ');
		add_value(out, i->value, false);
	}
	if (i->from.len) {
		buf_add(out, S(" # "));
		add_comment(out, i->from);
	}
	buf_addc(out, '\n');
	if (!block)
		return;
	for (const struct value *m = i->value->first; m; m = m->next) {
		add_indent(out, depth + 1);
		if (i->value->kind == VALUE_LIST)
			buf_add(out, S("- "));
		else {
			add_text(out, m->key, false);
			buf_add(out, S(": "));
		}
		add_value(out, m, false);
		buf_addc(out, '\n');
	}
}

/* ---- the file ---- */

/* The position of a key: by keys.h, with all taxonomies at one. */
static size_t
key_rank(str key)
{
	size_t i = 0;

	if (str_starts(key, S("feeds.taxonomies")))
		key = S("feeds.taxonomies");
	while (i < config_key_count && !str_eq(key,
	    str_of(config_keys[i].path)))
		i++;
	return i;
}

static void
add_settings(struct buf *out, const struct import *im)
{
	static const struct value nothing = {.kind = VALUE_NULL};
	static const struct import_setting required[] = {
		{S_INIT("site.url"), &nothing,
			S_INIT("fill in: the address of the site"), NULL},
		{S_INIT("site.title"), &nothing,
			S_INIT("fill in: the title of the site"), NULL},
		{S_INIT("posts.folders"), &nothing,
			S_INIT("fill in: where the posts are"), NULL},
	};
	str before = {0};

	for (size_t at = 0; at <= config_key_count; at++) {
		bool found = false;

		for (const struct import_setting *i = im->settings; i;
		     i = i->next)
			if (key_rank(i->key) == at) {
				add_setting(out, before, i);
				before = i->key;
				found = true;
			}
		for (size_t k = 0; !found && k < 3; k++)
			if (key_rank(required[k].key) == at) {
				add_setting(out, before, &required[k]);
				before = required[k].key;
			}
	}
}

void
config_write(struct buf *out, const struct import *im)
{
	buf_printf(out, "# The feeds of a site made with %s, by feedmill init. "
	    "Comments say where\n# values come from; feedmill.yaml(5) has "
	    "every key.\n", im->generator);
	if (im->gaps)
		buf_add(out, S("#\n# What could not be found out:\n"));
	for (const struct import_gap *g = im->gaps; g; g = g->next)
		add_filled(out, "# -", g->text);
	add_settings(out, im);
	buf_add(out, S("\n# To keep the id of each post when its address "
	    "changes, record the ids in a file\n# and keep that under version "
	    "control:\n# ids: {ledger: " USUAL_LEDGER "}\n"));
}
