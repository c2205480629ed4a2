/* SPDX-License-Identifier: MIT
 * webpage: HTML for people, and pieces of it, written into a buffer. */
#include "feed/beside/webpage.h"

#include <assert.h>

#include "base/core/utf8.h"
#include "base/core/version.h"
#include "content/html/html.h"

/* The void elements that feedmill writes; see
 * https://html.spec.whatwg.org/#void-elements */
static const char *const voids[] = {"meta", "link", "input"};

/* Removes characters that HTML cannot hold, as in feeds (feed rule 2). */
static void
escape(struct buf *out, str text)
{
	struct buf room = {0};

	html_escape(out, text_cleaned(&room, text));
	buf_free(&room);
}

struct webpage
webpage_document(struct buf *out)
{
	buf_add(out, S("<!DOCTYPE html>\n<!-- " FEEDMILL_NOTICE " -->\n"));
	return webpage_piece(out);
}

struct webpage
webpage_piece(struct buf *out)
{
	return (struct webpage){.out = out};
}

static void
end_tag(struct webpage *w)
{
	if (w->in_tag)
		buf_addc(w->out, '>');
	w->in_tag = false;
}

void
webpage_open(struct webpage *w, const char *name)
{
	assert(w->depth < WEBPAGE_DEPTH);
	end_tag(w);
	buf_addc(w->out, '<');
	buf_add(w->out, str_of(name));
	w->names[w->depth++] = name;
	w->in_tag = true;
}

void
webpage_attr(struct webpage *w, const char *name, str value)
{
	assert(w->in_tag);
	if (value.len == 0)
		return;
	buf_addc(w->out, ' ');
	buf_add(w->out, str_of(name));
	buf_add(w->out, S("=\""));
	escape(w->out, value);
	buf_addc(w->out, '"');
}

void
webpage_flag(struct webpage *w, const char *name)
{
	assert(w->in_tag);
	buf_addc(w->out, ' ');
	buf_add(w->out, str_of(name));
}

void
webpage_put(struct webpage *w, str text)
{
	end_tag(w);
	escape(w->out, text);
}

void
webpage_markup(struct webpage *w, struct markup m)
{
	end_tag(w);
	buf_add(w->out, m.html);
}

void
webpage_line(struct webpage *w)
{
	end_tag(w);
	buf_addc(w->out, '\n');
}

static bool
is_void(const char *name)
{
	for (size_t i = 0; i < sizeof voids / sizeof voids[0]; i++)
		if (strcmp(name, voids[i]) == 0)
			return true;
	return false;
}

void
webpage_close(struct webpage *w)
{
	const char *name = w->names[--w->depth];

	end_tag(w);
	if (is_void(name))
		return;
	buf_add(w->out, S("</"));
	buf_add(w->out, str_of(name));
	buf_addc(w->out, '>');
}

void
webpage_end(struct webpage *w)
{
	webpage_close(w);
	webpage_line(w);
}

void
webpage_text(struct webpage *w, const char *name, str text)
{
	webpage_open(w, name);
	webpage_put(w, text);
	webpage_close(w);
}
