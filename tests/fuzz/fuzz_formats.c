/* SPDX-License-Identifier: MIT
 * fuzz_formats: any bytes as a post in a format that has its own front matter.
 * The first byte chooses the format. */
#include "base/core/utf8.h"
#include "post/front/front_own.h"
#include "target.h"

/* Counts only the formats with their own front matter; Org has two syntaxes. */
static enum front_syntax
syntax_by(unsigned choice)
{
	unsigned n = FRONT_END - FRONT_OWN;

	return (enum front_syntax)(FRONT_OWN + choice % n);
}

static void
check_within(str part, str text)
{
	MUST(part.len == 0 || (part.ptr >= text.ptr &&
	    part.ptr + part.len <= text.ptr + text.len));
}

/* All texts are UTF-8, and no place is beyond the file. The escapes of JSON can
 * stand for control characters, which the reader of posts removes. */
static void
check_value(const struct value *v, int lines)
{
	MUST(utf8_check(v->key) == v->key.len);
	MUST(utf8_check(v->text) == v->text.len);
	MUST(v->at.line >= 0 && v->at.line <= lines);
	MUST(v->key_at.line >= 0 && v->key_at.line <= lines);
	for (const struct value *i = v->first; i; i = i->next)
		check_value(i, lines);
}

struct reading {
	enum front_syntax syntax;
	str text;
	struct arena *arena;
};

static void
read_front(void *ctx)
{
	struct reading *r = ctx;
	str front = {0}, body = {0};
	const struct value *map;
	int lines = 1;

	if (!front_own_cut(r->syntax, r->text, &front, &body))
		return;
	check_within(front, r->text);
	check_within(body, r->text);
	for (size_t i = 0; i < r->text.len; i++)
		lines += r->text.ptr[i] == '\n';
	map = front_own_parse(r->syntax, front, 0, r->arena);
	MUST(map && map->kind == VALUE_MAP);
	check_value(map, lines);
	target_check_pack(map, r->arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	str input = {(const char *)data, size};
	/* From '0' on, so that inputs can be typed. */
	unsigned choice = target_choice(&input) - '0';
	struct arena a = {0};
	struct reading r = {syntax_by(choice), input, &a};

	if (target_is_text(input))
		target_try(read_front, &r);
	arena_free(&a);
	return 0;
}
