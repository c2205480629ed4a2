/* SPDX-License-Identifier: MIT
 * support: what unit tests of several modules share. */
#ifndef FEEDMILL_TESTS_UNIT_SUPPORT_H
#define FEEDMILL_TESTS_UNIT_SUPPORT_H

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/core/buf.h"
#include "base/time/datetime.h"
#include "base/core/diag.h"
#include "base/time/zone.h"
#include "config/config.h"
#include "post/post.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Fails with both texts if they differ; `what` names the row. */
static inline void
check_str(const char *what, str got, const char *want)
{
	if (!str_eq(got, str_of(want)))
		fail_msg("%s:\n got '%.*s'\nwant '%s'", what, STR_ARG(got),
		    want);
}

/* Compares the contents of a buffer, and empties it. */
static inline void
check_buf(const char *what, struct buf *b, const char *want)
{
	check_str(what, buf_str(b), want);
	buf_reset(b);
}

/* Compares diagnostics, one a line: "code line:column message". Frees them. */
static inline void
check_diags(const char *what, struct diags *d, const char *want)
{
	struct buf b = {0};

	for (const struct diag *g = d->first; g; g = g->next)
		buf_printf(&b, "%s%s %d:%d %.*s", b.len ? "\n" : "",
		    g->code->name, g->at.line, g->at.col,
		    STR_ARG(g->message));
	check_str(what, buf_str(&b), want);
	buf_free(&b);
	diags_free(d);
}

/* Compares the diagnostics of a post, and frees the post. */
static inline void
check_reports(const char *what, struct post *p, const char *want)
{
	check_diags(what, post_report(p), want);
	post_free(p);
}

/* The instant of a date such as "2008-07-01 12:00" in UTC. */
static inline instant
at(const char *text)
{
	struct arena a = {0};
	struct datetime d;
	str why;

	if (!datetime_parse(str_of(text), &d, &a, &why))
		fail_msg("'%s' is no date", text);
	arena_free(&a);
	return datetime_instant(&d, zone_utc);
}

/* Makes a config for https://example.org/ with posts in the current folder.
 * `settings` has one "KEY=VALUE" a line. */
static inline void
make_config(struct config *c, struct arena *a, const char *settings)
{
	struct source src = {S("feedmill.yaml"),
		S("site: {url: https://example.org/, title: Example}\n"
		"posts: {folders: .}\n")};
	struct diags d = {0};
	const char *list[16];
	size_t n = 0;
	str rest = str_of(settings), line;

	while (str_split(&rest, '\n', &line) && n < COUNT(list))
		if (line.len)
			list[n++] = arena_cstr(a, line);
	config_parse(c, a, &src, list, n, &d);
	check_diags("config", &d, "");
}

/* ---- a temporary folder, which tests change into ---- */

static inline int
folder_remove_one(const char *path, const struct stat *st, int type,
    struct FTW *ftw)
{
	(void)st, (void)type, (void)ftw;
	return remove(path);
}

/* For cmocka_unit_test_setup_teardown; *state is the path of the folder. */
static inline int
folder_setup(void **state)
{
	char *path = strdup("/tmp/feedmill-unit-XXXXXX");

	*state = path;
	return path && mkdtemp(path) && chdir(path) == 0 ? 0 : -1;
}

static inline int
folder_teardown(void **state)
{
	int failed = chdir("/") != 0 || nftw(*state, folder_remove_one, 16,
	    FTW_DEPTH | FTW_PHYS) != 0;

	free(*state);
	return failed ? -1 : 0;
}

/* Writes a file, and makes the folders that contain it. */
static inline void
put_bytes(const char *path, str bytes)
{
	char name[512];
	FILE *f;

	snprintf(name, sizeof name, "%s", path);
	for (char *s = name + 1; *s; s++)
		if (*s == '/') {
			*s = '\0';
			mkdir(name, 0777);
			*s = '/';
		}
	f = fopen(name, "wb");
	assert_non_null(f);
	assert_int_equal(fwrite(bytes.ptr ? bytes.ptr : "", 1, bytes.len, f),
	    bytes.len);
	assert_int_equal(fclose(f), 0);
}

static inline void
put_file(const char *path, const char *text)
{
	put_bytes(path, str_of(text));
}

/* Compares the contents of a file; NULL: the file must not exist. */
static inline void
check_file(const char *path, const char *want)
{
	struct buf b = {0};
	FILE *f = fopen(path, "rb");
	size_t n;

	if (f == NULL) {
		if (want)
			fail_msg("%s is not there", path);
		return;
	}
	while ((n = fread(buf_reserve(&b, 4096), 1, 4096, f)) > 0)
		b.len += n;
	fclose(f);
	if (want)
		check_str(path, buf_str(&b), want);
	else
		fail_msg("%s is there", path);
	buf_free(&b);
}

#endif
