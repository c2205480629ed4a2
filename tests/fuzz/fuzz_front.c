/* SPDX-License-Identifier: MIT
 * fuzz_front: any bytes as front matter. The first byte chooses its syntax, or
 * the generator that made the file which is cut. */
#include "base/data/json.h"
#include "base/data/yaml.h"
#include "base/data/yaml_plain.h"
#include "feed/formats/json_out.h"
#include "generators/generators.h"
#include "post/front/front_matter.h"
#include "target.h"

static void
write_text(struct buf *out, str text)
{
	buf_addc(out, '"');
	json_out_escape(out, (struct markup){text});
	buf_addc(out, '"');
}

/* All scalars are texts. */
static void
write_json(struct buf *out, const struct value *v)
{
	bool is_map = v->kind == VALUE_MAP;

	if (v->kind == VALUE_NULL)
		buf_add(out, S("null"));
	if (v->kind == VALUE_SCALAR)
		write_text(out, v->text);
	if (!is_map && v->kind != VALUE_LIST)
		return;
	buf_addc(out, is_map ? '{' : '[');
	for (const struct value *i = v->first; i; i = i->next) {
		if (i != v->first)
			buf_addc(out, ',');
		if (is_map) {
			write_text(out, i->key);
			buf_addc(out, ':');
		}
		write_json(out, i);
	}
	buf_addc(out, is_map ? '}' : ']');
}

/* What feeds may contain, and so their JSON. */
static bool
is_text(const struct value *v)
{
	bool is = target_is_text(v->key) && target_is_text(v->text);

	for (v = v->first; v && is; v = v->next)
		is = is_text(v);
	return is;
}

/* What is written as JSON is read as the same tree. */
static void
check_json(const struct value *v, struct arena *a)
{
	struct source src = {S("fuzz.json"), {0}};
	struct diags diags = {0};
	struct buf json = {0};
	const struct value *same;

	write_json(&json, v);
	src.text = buf_str(&json);
	same = json_parse(a, src.text, &src, 0, &diags);
	target_say(&diags);
	MUST(same && target_same(v, same, false));
	diags_free(&diags);
	buf_free(&json);
}

/* The short way and libyaml give the same tree. A line before the text takes it
 * the long way. */
static void
check_plain(const struct front_matter *fm, struct arena *a)
{
	const struct value *v = yaml_plain(a, fm->text, fm->lines_before);
	str text = arena_printf(a, "---\n%.*s", STR_ARG(fm->text));
	struct source src = {S("fuzz.md"), text};
	struct diags diags = {0};
	const struct value *same;

	if (v == NULL)
		return;
	MUST(yaml_plain(a, text, 0) == NULL);
	same = yaml_parse(a, text, &src, fm->lines_before - 1, &diags);
	target_say(&diags);
	MUST(same && diags.first == NULL && target_same(v, same, true));
	diags_free(&diags);
}

struct reading {
	struct front_matter fm;
	const struct generator *generator; /* NULL: nothing is cut */
	struct source src;
	struct arena *arena;
	struct diags diags;
};

static void
read_front(void *ctx)
{
	struct reading *r = ctx;
	const struct value *v;

	if (r->generator && !front_matter_cut(
	    &r->fm, &r->src, r->generator, &r->diags)) {
		MUST(r->diags.counts[DIAG_ERROR]);
		return;
	}
	v = front_matter_parse(&r->fm, &r->src, r->arena, &r->diags);
	MUST(v || r->diags.counts[DIAG_ERROR]);
	target_check_pack(v, r->arena);
	if (r->fm.syntax == FRONT_YAML)
		check_plain(&r->fm, r->arena);
	if (v && v->kind == VALUE_MAP && is_text(v))
		check_json(v, r->arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	str input = {(const char *)data, size};
	/* From '0' on, so that inputs can be typed. */
	unsigned choice = target_choice(&input) - '0';
	struct arena a = {0};
	struct reading r = {.src = {S("fuzz.md"), input}, .arena = &a};

	r.fm = (struct front_matter){.text = input,
		.syntax = (enum front_syntax)(choice % (FRONT_HEADER + 1))};
	if (choice > FRONT_HEADER)
		r.generator = target_generator(choice - FRONT_HEADER - 1);
	if (target_is_text(input))
		target_try(read_front, &r);
	diags_free(&r.diags);
	arena_free(&a);
	return 0;
}
