/* SPDX-License-Identifier: MIT
 * target: what fuzz targets share. */
#include "target.h"

#include <ftw.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/core/file.h"
#include "base/core/utf8.h"
#include "base/data/pack.h"
#include "base/text/html_scan.h"
#include "generators/generators.h"

void
target_must(bool holds, const char *what, const char *file, int line)
{
	if (holds)
		return;
	fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
	abort();
}

/* ---- assertions ---- */

static jmp_buf after;
static bool is_trying;

/* The places of libraries whose assertions failed so far. */
enum { MOST_PLACES = 100 };
static struct place {
	const char *file;
	unsigned line;
} failed[MOST_PLACES];
static size_t n_failed;

static bool
is_new_place(const char *file, unsigned line)
{
	for (size_t i = 0; i < n_failed; i++)
		if (failed[i].line == line && !strcmp(failed[i].file, file))
			return false;
	if (n_failed < MOST_PLACES)
		failed[n_failed++] = (struct place){file, line};
	return true;
}

/* Files of feedmill are two folders deep. */
static bool
is_library(const char *file)
{
	const char *inner = strncmp(file, "src/", 4) ? NULL : file + 4;

	return strncmp(file, "tests/", 6) && (!inner || !strchr(inner, '/'));
}

_Noreturn void __assert_fail(const char *what, const char *file, unsigned line,
    const char *function);

/* Replaces __assert_fail of the C library. */
_Noreturn void
__assert_fail(const char *what, const char *file, unsigned line,
    const char *function)
{
	bool is_known = is_trying && is_library(file);

	if (!is_known || is_new_place(file, line))
		fprintf(stderr, "%s: %s:%u: %s: assertion: %s\n",
		    is_known ? "library" : "feedmill", file, line, function,
		    what);
	if (!is_known)
		abort();
	longjmp(after, 1);
}

bool
target_try(void (*step)(void *ctx), void *ctx)
{
	bool is_whole = true;

	if (setjmp(after) == 0) {
		is_trying = true;
		step(ctx);
	} else
		is_whole = false;
	is_trying = false;
	return is_whole;
}

/* ---- inputs ---- */

unsigned
target_choice(str *input)
{
	unsigned first = input->len ? (unsigned char)input->ptr[0] : 0;

	*input = str_from(*input, 1);
	return first;
}

const struct generator *
target_generator(unsigned choice)
{
	unsigned n = 0;

	while (generator_at(n))
		n++;
	return generator_at(choice % n);
}

str
target_line(str *input)
{
	str line = {0};

	str_split(input, '\n', &line);
	return line;
}

bool
target_is_text(str s)
{
	return utf8_check(s) == s.len && text_is_clean(s);
}

static void
check_attribute(const struct html_attribute *at)
{
	static const char *const schemes[] = {
		"javascript:", "vbscript:", "data:text"};

	MUST(!str_istarts(at->name, S("on")));
	MUST(!str_ieq(at->name, S("style")) && !str_ieq(at->name, S("srcdoc")));
	for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++)
		MUST(!str_istarts(str_trim(at->value), str_of(schemes[i])) ||
		    !(str_ieq(at->name, S("href")) ||
		    str_ieq(at->name, S("src"))));
}

void
target_is_safe(str html)
{
	static const char *const banned[] = {"script", "style", "link", "meta",
		"base", "form", "input", "embed", "template", "noscript"};
	struct buf clean = {0};
	struct html_scan scan;
	struct html_attribute at;
	struct html_tag tag;

	/* The writers of documents call text_clean first. */
	text_clean(&clean, html);
	MUST(target_is_text(buf_str(&clean)));
	scan = html_scan_begin(buf_str(&clean));
	while (html_scan_tag(&scan, &tag)) {
		for (size_t i = 0; i < sizeof banned / sizeof banned[0]; i++)
			MUST(!str_ieq(tag.name, str_of(banned[i])));
		while (html_scan_attribute(&tag, &at))
			check_attribute(&at);
		html_scan_past(&scan, &tag);
	}
	buf_free(&clean);
}

/* ---- trees ---- */

static bool
same_node(const struct value *a, const struct value *b, bool places)
{
	if (places && (a->at.line != b->at.line || a->at.col != b->at.col ||
	    a->key_at.line != b->key_at.line ||
	    a->key_at.col != b->key_at.col || a->quoted != b->quoted))
		return false;
	if (value_is_null(a) || value_is_null(b))
		return value_is_null(a) && value_is_null(b);
	return a->kind == b->kind && (a->kind != VALUE_SCALAR ||
	    str_eq(a->text, b->text));
}

bool
target_same(const struct value *a, const struct value *b, bool places)
{
	const struct value *x = a->first, *y = b->first;

	if (!same_node(a, b, places))
		return false;
	for (; x && y; x = x->next, y = y->next)
		if (!str_eq(x->key, y->key) || !target_same(x, y, places))
			return false;
	return x == NULL && y == NULL;
}

void
target_check_pack(const struct value *v, struct arena *a)
{
	struct buf packed = {0};
	struct unpack u;
	const struct value *same;

	pack_value(&packed, v);
	u = (struct unpack){.rest = buf_str(&packed)};
	same = unpack_value(&u, a);
	MUST(!u.bad && u.rest.len == 0);
	MUST(v ? same && target_same(v, same, true) : same == NULL);
	buf_free(&packed);
}

/* ---- files ---- */

static char folder[80];

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st, (void)type, (void)ftw;
	return remove(path);
}

static void
remove_folder(void)
{
	if (chdir("/") == 0)
		nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

void
target_folder(void)
{
	const char *above = getenv("TMPDIR");

	if (folder[0])
		return;
	if (above == NULL)
		above = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
	snprintf(folder, sizeof folder, "%.40s/feedmill-fuzz-XXXXXX", above);
	MUST(mkdtemp(folder) && chdir(folder) == 0);
	MUST(mkdir("posts", 0700) == 0);
	atexit(remove_folder);
}

void
target_put(const char *path, str bytes)
{
	FILE *f = fopen(path, "wb");

	if (f == NULL) {
		file_make_folder(path);
		f = fopen(path, "wb");
	}
	MUST(f && fwrite(bytes.ptr ? bytes.ptr : "", 1, bytes.len, f) ==
	    bytes.len);
	MUST(fclose(f) == 0);
}

void
target_get(struct buf *out, const char *path)
{
	file_read(out, path, SIZE_MAX);
}

/* ---- a site ---- */

bool
target_make_site(const char *config)
{
	static bool is_there;

	if (is_there)
		return false;
	target_folder();
	target_put("feedmill.yaml", str_of(config));
	target_put("posts/sound.md",
	    S("---\ntitle: Sound\ndate: 2001-01-01\n---\nSound.\n"));
	return is_there = true;
}

void
target_check_finding(const struct feedmill_finding *f)
{
	bool is_invalid = strcmp(f->code, "feed-invalid") == 0 ||
	    strcmp(f->code, "feed-unjudged") == 0;

	if (is_invalid)
		fprintf(stderr, "%s: %s\n", f->file, f->message);
	MUST(!is_invalid);
	MUST(f->message[0] && f->line >= 0 && f->column >= 0);
}

struct old_feed
target_read_feed(const struct format *to, struct arena *a)
{
	struct buf path = {0}, bytes = {0};
	struct old_feed f;

	buf_printf(&path, "feeds/index%s", to->extension);
	target_get(&bytes, buf_cstr(&path));
	old_feed_read(&f, to, a, buf_move(&bytes, a));
	MUST(f.kind == OLD_FEED && !f.is_cut);
	buf_free(&path);
	return f;
}

void
target_say(const struct diags *diags)
{
	struct buf b = {0};

	for (const struct diag *d = diags->first; d; d = d->next)
		if (d->code->level == DIAG_ERROR)
			diag_format(&b, d);
	fputs(buf_cstr(&b), stderr);
	buf_free(&b);
}

void
target_config(struct config *c, struct arena *a, const char *setting)
{
	struct source src = {S("feedmill.yaml"),
		S("site: {url: 'https://example.org/blog/', title: T}\n"
		"posts: {folders: [posts]}\n")};
	struct diags diags = {0};

	MUST(config_parse(c, a, &src, &setting, setting != NULL, &diags));
	diags_free(&diags);
}
