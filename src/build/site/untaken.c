/* SPDX-License-Identifier: MIT
 * untaken: reports files in posts.folders that are in no feed. */
#include "build/site/untaken.h"

#include "base/core/file.h"
#include "build/codes/build_codes.h"
#include "build/site/site.h"
#include "build/site/stray_report.h"
#include "generators/generators.h"
#include "post/front/text_format.h"
#include "post/post_others.h"

/* Whether a file is a post. Files that posts.where or posts.hide leaves out
 * have no id. */
static bool
is_post(const struct post *p)
{
	return p->skip != SKIP_UNDATED &&
	    !(p->skip == SKIP_HIDDEN && p->id.len == 0);
}

/* ---- formats that are not read ---- */

/* Whether a generator reads the front matter of a file, which other formats
 * than Markdown and HTML mostly have in a syntax of their own. */
static bool
reads_own(const struct generator *g, str path)
{
	const struct text_format *f = text_format_of(path);

	return f->kind != TEXT_OTHER || f->own == FRONT_NONE ||
	    str_has_word(str_of(g->front.own), str_of(f->name), str_eq);
}

/* The dialects that read files with this ending and their dates, as
 * "a, b or c". */
static str
dialects_with(struct arena *a, str end)
{
	const struct generator *g;
	str list = {0}, last = {0};

	for (size_t i = 0; (g = generator_at(i)) != NULL; i++) {
		if (g->post_ends == NULL ||
		    !str_iends_any(end, g->post_ends) || !reads_own(g, end))
			continue;
		if (last.len)
			list = arena_printf(a, "%.*s%s%.*s", STR_ARG(list),
			    list.len ? ", " : "", STR_ARG(last));
		last = str_of(g->name);
	}
	return list.len ? arena_printf(a, "%.*s or %.*s", STR_ARG(list),
	    STR_ARG(last)) : last;
}

/* The number of files with one ending that seem to be posts. */
struct format_count {
	str end;
	size_t count;
	str first; /* path of the first one */
	struct format_count *next;
};

static struct format_count *
get_format(struct site *s, struct format_count **list, str end)
{
	while (*list && !str_eq((*list)->end, end))
		list = &(*list)->next;
	if (*list == NULL) {
		*list = arena_alloc(&s->arena, sizeof **list);
		(*list)->end = end;
	}
	return *list;
}

static void
report_format(struct site *s, const struct format_count *f)
{
	struct source src = {f->first, {0}};
	str dialects = dialects_with(&s->arena, f->end);
	const char *them = f->count == 1 ? "it" : "them";
	bool is_other = text_format_of(f->first)->kind == TEXT_OTHER;
	str cure = dialects.len ? arena_printf(&s->arena,
	    "posts.dialect %.*s reads %s%s", STR_ARG(dialects), them,
	    is_other ? ", with a program of content.convert" : "")
	    : str_ieq(f->end, S(".txt")) ? arena_printf(&s->arena,
	    "rename %s to .md, or to .rst with posts.dialect plain", them)
	    : arena_printf(&s->arena, "convert %s to .md", them);

	diag_add(&s->diags, DIAG_FORMAT_UNREAD, &src, (struct mark){0},
	    "%zu file%s in %.*s with a date %s not read: %.*s, or "
	    "posts.exclude: [\"**/*%.*s\"] leaves %s out", f->count,
	    f->count == 1 ? "" : "s", STR_ARG(f->end),
	    f->count == 1 ? "is" : "are", STR_ARG(cure), STR_ARG(f->end),
	    them);
}

static void
count_file(struct site *s, struct format_count **list, str path)
{
	str full = path_join(&s->arena, s->config.dir, path);
	struct format_count *f;

	if (!post_others_is_dated(full.ptr))
		return;
	f = get_format(s, list, post_others_ending(path));
	if (f->count++ == 0)
		f->first = path;
}

/* Whether a post has no date because its front matter is not read. */
static bool
has_unread_front(const struct site *s, const struct post *p)
{
	return p->skip == SKIP_UNDATED &&
	    !reads_own(s->config.posts.generator, p->path);
}

static void
report_formats(struct site *s)
{
	struct format_count *list = NULL;

	for (size_t i = 0; i < s->scan.n_others; i++)
		count_file(s, &list, s->scan.others[i].path);
	for (size_t i = 0; i < s->n_posts; i++)
		if (has_unread_front(s, &s->posts[i]))
			count_file(s, &list, s->posts[i].path);
	for (; list; list = list->next)
		report_format(s, list);
}

/* ---- folders without a post ---- */

static str
list_folders(struct site *s)
{
	str list = {0};

	for (size_t i = 0; i < s->config.posts.folders.count; i++)
		list = arena_printf(&s->arena, "%.*s%s'%.*s'", STR_ARG(list),
		    list.len ? ", " : "",
		    STR_ARG(s->config.posts.folders.at[i]));
	return list;
}

/* The line of the config that names the i-th folder. */
static struct mark
mark_of_folder(const struct config *c, size_t i)
{
	const struct value *v = config_find(c, "posts.folders");
	struct mark at = v ? v->at : (struct mark){0};

	for (v = v ? v->first : NULL; v && i; i--)
		v = v->next;
	return v ? v->at : at;
}

/* Reports a folder without a post. Folders may lie in each other: a file counts
 * for each of them. */
static void
report_folder(struct site *s, size_t i)
{
	str name = s->config.posts.folders.at[i];
	str folder = path_clean(&s->arena, name);
	size_t n = 0;

	for (size_t k = 0; k < s->n_posts; k++) {
		const struct post *p = &s->posts[k];

		if (folder.len && !path_is_in(p->path, folder))
			continue;
		/* A page with an address may be there for links of posts. */
		if (is_post(p) || p->id.len)
			return;
		n++;
	}
	if (n)
		diag_add(&s->diags, DIAG_FOLDER_EMPTY, &s->config.source,
		    mark_of_folder(&s->config, i), "no post is in '%.*s', "
		    "which has %zu file%s without a date", STR_ARG(name), n,
		    n == 1 ? "" : "s");
	else
		diag_add(&s->diags, DIAG_FOLDER_EMPTY, &s->config.source,
		    mark_of_folder(&s->config, i), "no post is in '%.*s'",
		    STR_ARG(name));
}

void
untaken_report(struct site *s)
{
	report_formats(s);
	stray_report(s);
	if (untaken_holding(s) != HOLDS_POSTS)
		return;
	for (size_t i = 0; s->config.posts.folders.count > 1 &&
	     i < s->config.posts.folders.count; i++)
		report_folder(s, i);
}

/* ---- no post at all ---- */

enum holding
untaken_holding(const struct site *s)
{
	for (size_t i = 0; i < s->n_posts; i++)
		if (is_post(&s->posts[i]))
			return HOLDS_POSTS;
	return s->n_posts || s->n_left_out || s->scan.n_others ||
	    s->scan.skipped.len
	    ? HOLDS_OTHERS : HOLDS_NOTHING;
}

/* Appends one reason: "2 have no date, such as a.md". */
static void
add_reason(struct buf *out, size_t n, const char *one, const char *many,
    str example)
{
	if (n == 0)
		return;
	buf_printf(out, "%s%zu %s, such as %.*s", out->len ? "; " : ": ", n,
	    n == 1 ? one : many, STR_ARG(example));
}

static void
refuse_files(struct site *s)
{
	size_t undated = 0, hidden = 0;
	str first_undated = {0}, first_hidden = {0};
	struct buf why = {0};

	for (size_t i = s->n_posts; i-- > 0;)
		if (s->posts[i].skip == SKIP_UNDATED) {
			undated++;
			first_undated = s->posts[i].path;
		} else {
			hidden++;
			first_hidden = s->posts[i].path;
		}
	add_reason(&why, undated, "has no date in its front "
	    "matter or name", "have no date in their front matter or name",
	    first_undated);
	add_reason(&why, hidden, "is left out by posts.where or posts.hide",
	    "are left out by posts.where or posts.hide", first_hidden);
	if (s->n_left_out)
		add_reason(&why, s->n_left_out,
		    "is left out by posts.include or posts.exclude",
		    "are left out by posts.include or posts.exclude",
		    s->left_out[0].path);
	if (s->scan.n_others)
		add_reason(&why, s->scan.n_others,
		    "is in a format that is not read",
		    "are in formats that are not read",
		    s->scan.others[0].path);
	if (s->scan.skipped.len)
		buf_printf(&why, "%s names that begin with '_' are left out, "
		    "such as %.*s", why.len ? ";" : ":",
		    STR_ARG(s->scan.skipped));
	diag_add(&s->diags, DIAG_NO_POSTS, &s->config.source,
	    config_mark(&s->config, "posts.folders"),
	    "no file in %.*s is a post%s", STR_ARG(list_folders(s)),
	    buf_cstr(&why));
	buf_free(&why);
}

static void
welcome_site(struct site *s)
{
	diag_add(&s->diags, DIAG_NO_FILES, &s->config.source,
	    config_mark(&s->config, "posts.folders"),
	    "no file is in %.*s yet: the feeds have no entries",
	    STR_ARG(list_folders(s)));
}

enum outcome
untaken_judge(struct site *s)
{
	switch (untaken_holding(s)) {
	case HOLDS_NOTHING:
		welcome_site(s);
		return OUTCOME_OK;
	case HOLDS_OTHERS:
		refuse_files(s);
		return OUTCOME_POSTS;
	case HOLDS_POSTS:
		break;
	}
	return OUTCOME_OK;
}
