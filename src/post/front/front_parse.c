/* SPDX-License-Identifier: MIT
 * front_parse: front matter to values, by a process of the crew if it is more
 * than plain keys. */
#include "post/front/front_parse.h"

#include <stdint.h>

#include "base/data/pack.h"
#include "base/data/yaml_plain.h"
#include "base/process/crew.h"
#include "post/post.h"
#include "post/post_lost.h"

/* A request is the front matter, and the text of the file up to its end, which
 * messages quote. */
static void
pack_request(struct buf *out, const struct front_matter *fm,
    const struct source *src)
{
	size_t offset = (size_t)(fm->text.ptr - src->text.ptr);

	pack_uint(out, fm->syntax);
	pack_int(out, fm->lines_before);
	pack_uint(out, offset);
	pack_str(out, src->name);
	pack_str(out, str_sub(src->text, 0, offset + fm->text.len));
}

static void
parse_work(void *ctx, str request, struct buf *answer)
{
	struct unpack u = {.rest = request};
	struct front_matter fm = {0};
	struct source src = {0};
	struct arena arena = {0};
	struct diags diags = {.most = POST_REPORTS};
	size_t offset;

	(void)ctx;
	fm.syntax = (enum front_syntax)unpack_uint(&u);
	fm.lines_before = (int)unpack_int(&u);
	offset = unpack_size(&u, SIZE_MAX);
	src.name = unpack_str(&u);
	src.text = unpack_str(&u);
	fm.text = str_from(src.text, offset);
	pack_value(answer, front_matter_parse(&fm, &src, &arena, &diags));
	diags_sum(&diags, &src);
	pack_diags(answer, diags.first, diags.last);
	diags_free(&diags);
	arena_free(&arena);
}

struct asking {
	const struct front_parser *parser;
	const struct source *src;
	struct arena *arena;
	bool *may_pass;
	struct diags *diags;
	struct value *front;
};

static void
take_front(void *ctx, size_t i, const struct crew_result *result)
{
	struct asking *a = ctx;
	struct unpack u = {.rest = result->answer,
		.find_code = a->parser->find_code};

	(void)i;
	if (result->end == CREW_ANSWERED) {
		a->front = unpack_value(&u, a->arena);
		unpack_diags(&u, a->diags);
	}
	if (result->end != CREW_ANSWERED || u.bad) {
		a->front = NULL;
		*a->may_pass |= result->may_pass;
		post_lost_report(result, a->parser->limits,
		    "parsing the front matter", a->src, a->diags);
	}
}

struct value *
front_parse(const struct front_parser *p, const struct front_matter *fm,
    const struct source *src, struct arena *a, bool *may_pass,
    struct diags *diags)
{
	struct crew_task task = {parse_work, NULL};
	struct asking asking = {p, src, a, may_pass, diags, NULL};
	struct buf request = {0};
	str bytes;

	if (fm->syntax == FRONT_YAML)
		asking.front = yaml_plain(a, fm->text, fm->lines_before);
	if (asking.front)
		return asking.front;
	if (p->crew == NULL || fm->syntax == FRONT_NONE ||
	    fm->syntax == FRONT_HEADER || (fm->syntax >= FRONT_OWN &&
	    fm->syntax != FRONT_NOTEBOOK))
		return front_matter_parse(fm, src, a, diags);
	pack_request(&request, fm, src);
	bytes = buf_str(&request);
	crew_run(p->crew, p->thread, &task, &bytes, 1, take_front, &asking);
	buf_free(&request);
	return asking.front;
}
