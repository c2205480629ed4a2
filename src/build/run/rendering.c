/* SPDX-License-Identifier: MIT
 * rendering: a post's entry in all its forms, made by a process of the crew. */
#include "build/run/rendering.h"

#include <string.h>

#include "base/text/translit.h"
#include "build/site/site.h"
#include "content/entry/convert.h"
#include "content/entry/entry.h"
#include "content/markdown/markdown.h"
#include "content/tags/drops.h"
#include "feed/formats/format.h"
#include "feed/plan/feed_site.h"
#include "post/post_codes.h"

struct rendering {
	struct site *site;
	const struct rendering_wish *wishes; /* by post */
	struct post_index *index;
	struct arena scratch; /* reset after each post */
	struct buf html;      /* the text of an entry */
	struct buf out;       /* its forms */
	struct form_span forms[MOST_FORMS];
};

size_t
rendering_forms(const struct plan *plan)
{
	return plan->n_cuts * plan->n_formats;
}

size_t
rendering_form_at(const struct plan *plan, size_t cut, size_t format)
{
	return cut * plan->n_formats + format;
}

struct rendering *
rendering_open(struct site *s, const struct rendering_wish *wishes)
{
	struct rendering *r = mem_alloc(sizeof *r);

	*r = (struct rendering){.site = s, .wishes = wishes,
		.index = post_index_open(
		    &s->config, s->posts, s->n_posts, &s->arena)};
	return r;
}

void
rendering_close(struct rendering *r)
{
	post_index_close(r->index);
	arena_free(&r->scratch);
	buf_free(&r->html);
	buf_free(&r->out);
	mem_free(r);
}

/* ---- forms ---- */

static const struct format *
format_of(const struct plan *plan, size_t form)
{
	return plan->formats[form % plan->n_formats];
}

/* Whether any of the forms has the whole text. */
static bool
needs_full(const struct plan *plan, uint64_t forms)
{
	for (size_t i = 0; i < rendering_forms(plan); i++)
		if (forms >> i & 1 && plan->cuts[i / plan->n_formats].full)
			return true;
	return false;
}

/* Whether any of the forms shows a picture of the text. A form without the text
 * always does. */
static bool
needs_pictures(const struct rendering *r, uint64_t forms)
{
	const struct plan *plan = &r->site->plan;
	long images = r->site->config.feeds.images;

	for (size_t i = 0; images != IMAGES_NONE && i < rendering_forms(plan); i++)
		if (forms >> i & 1 && (images == IMAGES_ALL ||
		    !plan->cuts[i / plan->n_formats].full ||
		    format_of(plan, i)->has_image))
			return true;
	return false;
}

/* The entry as it appears in feeds of one cut. */
static struct entry
cut_entry(const struct entry *e, struct cut cut, const struct config *c)
{
	struct entry part = *e;

	if (!cut.full) {
		part.content.html = part.source = S("");
		part.summary_is_all = false;
	}
	part.feed_language =
	    feed_site_language(c, cut.mixed ? NULL : e->post->in);
	part.is_episode = cut.podcast && e->n_attachments;
	return part;
}

/* Writes the text of an entry. If an earlier form has escaped it the same way,
 * shares those bytes. */
static void
write_text(struct rendering *r, size_t form, struct markup text)
{
	const struct plan *plan = &r->site->plan;
	const struct format *f = format_of(plan, form);
	struct form_span *to = &r->forms[form];

	for (size_t i = 0; i < form; i++)
		if (r->forms[i].text_to && format_of(plan, i)->write_text ==
		    f->write_text) {
			to->text_from = r->forms[i].text_from;
			to->text_to = r->forms[i].text_to;
			return;
		}
	to->text_from = r->out.len;
	f->write_text(&r->out, text);
	to->text_to = r->out.len;
}

/* Writes the forms into r->out. */
static void
write_forms(struct rendering *r, const struct entry *entry, uint64_t forms)
{
	const struct plan *plan = &r->site->plan;
	const struct config *c = &r->site->config;
	struct buf *out = &r->out;

	buf_reset(out);
	for (size_t i = 0; i < rendering_forms(plan); i++) {
		const struct format *format = format_of(plan, i);
		struct form_span *f = &r->forms[i];
		struct entry part = cut_entry(
		    entry, plan->cuts[i / plan->n_formats], c);

		*f = (struct form_span){0};
		if (!(forms >> i & 1))
			continue;
		f->from = out->len;
		f->hole = format->write_entry(out, &part, c);
		f->to = out->len;
		if (format->find_namespaces)
			f->namespaces = format->find_namespaces(&part, c);
		if (f->hole == FORMAT_NO_TEXT)
			f->hole = f->to;
		else
			write_text(r, i, part.content);
	}
}

/* ---- answers ---- */

static void
pack_sources(struct buf *out, const struct sources *from)
{
	pack_uint(out, from->posts);
	pack_uint(out, from->nowhere);
	pack_uint(out, from->unread);
	for (const struct source_file *f = from->files; f; f = f->next) {
		pack_str(out, f->path);
		pack_stamp(out, f->stamp);
	}
	pack_str(out, (str){0});
}

/* Reverses pack_sources, in the same order of files. */
static void
unpack_sources(struct unpack *u, struct sources *from, struct arena *a)
{
	struct source_file **end = &from->files;
	str path;

	from->posts = unpack_uint(u) != 0;
	from->nowhere = unpack_uint(u) != 0;
	from->unread = unpack_uint(u) != 0;
	while ((path = unpack_str(u)).len) {
		struct source_file *f = arena_alloc(a, sizeof *f);

		f->path = arena_str(a, path);
		f->stamp = unpack_stamp(u);
		*end = f;
		end = &f->next;
	}
}

static void
pack_forms(struct buf *out, const struct rendering *r)
{
	for (size_t i = 0; i < rendering_forms(&r->site->plan); i++) {
		const struct form_span *f = &r->forms[i];

		pack_uint(out, f->from);
		pack_uint(out, f->hole);
		pack_uint(out, f->to);
		pack_uint(out, f->text_from);
		pack_uint(out, f->text_to);
		pack_uint(out, f->namespaces);
	}
	pack_str(out, buf_str(&r->out));
}

static bool
is_inside(const struct form_span *f, size_t len)
{
	return f->from <= f->hole && f->hole <= f->to && f->to <= len &&
	    f->text_from <= f->text_to && f->text_to <= len;
}

static void
unpack_forms(struct unpack *u, struct rendered *r, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct form_span *f = &r->forms[i];

		f->from = unpack_size(u, SIZE_MAX);
		f->hole = unpack_size(u, SIZE_MAX);
		f->to = unpack_size(u, SIZE_MAX);
		f->text_from = unpack_size(u, SIZE_MAX);
		f->text_to = unpack_size(u, SIZE_MAX);
		f->namespaces = (unsigned)unpack_uint(u);
	}
	r->bytes = unpack_str(u);
	for (size_t i = 0; i < n; i++)
		u->bad |= !is_inside(&r->forms[i], r->bytes.len);
}

static void
pack_reports(struct buf *out, const struct diags *diags,
    const struct drops *drops)
{
	struct buf reports = {0};

	if (diags->first || drops->first) {
		pack_diags(&reports, diags->first, diags->last);
		drops_pack(&reports, drops);
	}
	pack_str(out, buf_str(&reports));
	buf_free(&reports);
}

/* Whether the HTML of an entry is small enough. A larger one is reported. */
static bool
check_size(const struct entry *e, const struct limits *l, struct diags *diags)
{
	struct source src = {.name = e->post->path};
	size_t size = e->content.html.len;

	if (size <= (size_t)l->entry << 20)
		return true;
	diag_add(diags, DIAG_POST_TOO_COSTLY, &src, (struct mark){0},
	    "its entry has %zu bytes, more than %ld MB (limits.entry)",
	    size, l->entry);
	return false;
}

void
rendering_convert(const struct site *s, uint64_t i, bool is_free,
    struct buf *request)
{
	const struct config *c = &s->config;
	str path = s->posts[i].path;
	struct arena a = {0};
	struct converted v;

	buf_add(request, (str){(const char *)&i, sizeof i});
	if (!convert_is_for(c, path) || convert_command(c, path) == NULL)
		return;
	v = convert_post(c, path, is_free, &a);
	pack_uint(request, v.failed);
	pack_str(request, v.text);
	arena_free(&a);
}

void
rendering_work(void *ctx, str request, struct buf *answer)
{
	struct rendering *r = ctx;
	struct drops drops = {0};
	struct sources from = {0};
	struct diags diags = {.most = POST_REPORTS};
	struct entry entry;
	const struct rendering_wish *wish;
	struct unpack u = {.rest = str_from(request, RENDERING_REQUEST)};
	struct converted converted;
	bool is_converted = u.rest.len > 0, ok;
	uint64_t i;

	memcpy(&i, request.ptr, sizeof i);
	if (is_converted) {
		converted.failed = unpack_uint(&u);
		converted.text = unpack_str(&u);
	}
	wish = &r->wishes[i];
	ok = entry_render(&entry, &r->site->posts[i],
	    needs_full(&r->site->plan, wish->all), &(struct body_env){
	    &r->site->config, r->index, &drops, &from, &r->html,
	    needs_pictures(r, wish->all),
	    is_converted ? &converted : NULL}, &r->scratch, &diags) &&
	    check_size(&entry, &r->site->config.limits, &diags);
	diags_sum(&diags, &(struct source){.name = r->site->posts[i].path});
	pack_uint(answer, !ok);
	pack_uint(answer, translit_missing() != NULL);
	pack_sources(answer, &from);
	pack_reports(answer, &diags, &drops);
	if (ok) {
		write_forms(r, &entry, wish->forms);
		pack_forms(answer, r);
	}
	diags_free(&diags);
	drops_free(&drops);
	arena_reset(&r->scratch);
}

bool
rendered_unpack(struct rendered *r, str answer, size_t n_forms,
    struct arena *a)
{
	struct unpack u = {.rest = answer};

	*r = (struct rendered){.failed = unpack_uint(&u) != 0};
	if (unpack_uint(&u))
		translit_set_missing();
	unpack_sources(&u, &r->from, a);
	r->reports = unpack_str(&u);
	if (!r->failed)
		unpack_forms(&u, r, n_forms);
	return !u.bad;
}
