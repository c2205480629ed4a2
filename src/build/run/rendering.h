/* SPDX-License-Identifier: MIT
 * rendering: a post's entry in all its forms, made by a process of the crew.
 *
 * A form of an entry is its bytes in one cut and one format of the plan. */
#ifndef FEEDMILL_BUILD_RUN_RENDERING_H
#define FEEDMILL_BUILD_RUN_RENDERING_H

#include <assert.h>
#include <stdint.h>

#include "base/data/pack.h"
#include "content/links/sources.h"
#include "feed/plan/plan.h"

struct rendering;
struct site;

enum { MOST_FORMS = MOST_CUTS * MOST_FORMATS };
static_assert(MOST_FORMS <= 64, "a bit for each form");

size_t rendering_form_at(const struct plan *plan, size_t cut, size_t format);
size_t rendering_forms(const struct plan *plan);

/* What a post is rendered for, by its index in site.posts. */
struct rendering_wish {
	uint64_t forms; /* a bit for each form that this run needs */
	uint64_t all;   /* the same for all feeds: the reports of rendering must
	                 * not depend on which feeds are needed this time */
};

struct rendering *rendering_open(struct site *s,
    const struct rendering_wish *wishes);
void rendering_close(struct rendering *r);

/* A request begins with these bytes, the index of a post. The output of a
 * converter for the post may follow. */
enum { RENDERING_REQUEST = sizeof(uint64_t) };
/* Appends the request for a post. Runs the program of content.convert on it, if
 * there is one; `is_free`: the program is not confined. */
void rendering_convert(const struct site *s, uint64_t i, bool is_free,
    struct buf *request);
/* The task of the crew; `ctx` is the struct rendering. */
void rendering_work(void *ctx, str request, struct buf *answer);

/* A form: byte ranges of rendered.bytes. */
struct form_span {
	size_t from, hole, to; /* the text of the entry stands in the hole */
	size_t text_from, text_to; /* which forms may share */
	unsigned namespaces;
};

/* An answer, unpacked. Texts are slices of its bytes. */
struct rendered {
	bool failed;         /* the post could not be rendered */
	struct sources from; /* files in the arena */
	str reports;         /* packed diagnostics, then drops; or empty */
	struct form_span forms[MOST_FORMS];
	str bytes;
};

/* False: the bytes are not what rendering_work wrote. */
bool rendered_unpack(struct rendered *r, str answer, size_t n_forms,
    struct arena *a);

#endif
