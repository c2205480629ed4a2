/* SPDX-License-Identifier: MIT
 * test_publish: all or nothing. */
#include "publish/publish.h"
#include "publish/publish_codes.h"

#include "base/core/file.h"

#include <dirent.h>

#include "support.h"

static const char *const marks[] = {"brand", "mark", NULL};
static const char *const ours[] = {"by us", NULL};

/* Names in a folder, hidden ones too, each with a blank behind. */
static void
check_folder(const char *path, const char *want)
{
	struct dirent **list;
	struct buf b = {0};
	int n = scandir(path, &list, NULL, alphasort);

	for (int i = 0; i < n; i++) {
		if (strcmp(list[i]->d_name, ".") != 0 &&
		    strcmp(list[i]->d_name, "..") != 0)
			buf_printf(&b, "%s ", list[i]->d_name);
		free(list[i]);
	}
	if (n >= 0)
		free(list);
	check_buf(path, &b, n < 0 ? "" : want);
	buf_free(&b);
}

static void
check_counts(const struct publisher *p, size_t written, size_t unchanged,
    size_t removed, size_t stale)
{
	struct publish_counts c = publish_counts(p);

	assert_int_equal(c.written, written);
	assert_int_equal(c.unchanged, unchanged);
	assert_int_equal(c.removed, removed);
	assert_int_equal(c.stale, stale);
}

/* In two parts, to see that they are one. */
static bool
add(struct publisher *p, struct diags *d, str path, str bytes)
{
	str parts[] = {str_sub(bytes, 0, 1), str_from(bytes, 1)};
	struct published result;

	return publish_add(p, &(struct publish_item){
	    path, parts, 2, NULL}, &result, d);
}

static const str atom[] = {S_INIT(".atom")};
static const struct own_files atom_files[] = {
	{atom, 1, marks, 100, false, "gone", NULL, NULL}, {0}};

/* The list of a config that wrote all files of a folder. */
static struct buf listed;

static int
list_file(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	struct buf bytes = {0};
	char digest[DIGEST_TEXT + 1];

	(void)st, (void)ftw;
	if (type == FTW_F && file_read(&bytes, path, 9999)) {
		digest_write(digest, digest_of(buf_str(&bytes)));
		buf_printf(&listed, "%s %s\n", digest, path + strlen("out/"));
	}
	buf_free(&bytes);
	return 0;
}

static struct written *
open_list(bool dry, struct diags *d)
{
	return written_open(&(struct writer){"list", S("feedmill.yaml"),
	    S("out"), dry}, d);
}

/* Prunes as a config that wrote all files that are in the folder. */
static bool
prune(struct publisher *p, const struct own_files *kinds, bool remove,
    struct diags *d)
{
	struct written *w;
	bool ok;

	buf_add(&listed, S("feedmill-files 1\nconfig feedmill.yaml\n"
	    "folder out\n"));
	nftw("out", list_file, 16, FTW_PHYS);
	put_bytes("list", buf_str(&listed));
	buf_free(&listed);
	w = open_list(publish_is_dry(p), d);
	ok = publish_prune(p, kinds, remove, w);
	written_close(w);
	unlink("list");
	return ok;
}

/* New, changed and unchanged; nothing is seen before the commit. */
static void
test_commit(void **state)
{
	struct diags d = {0};
	struct publisher *p;
	struct stat before, after;

	(void)state;
	put_file("out/feeds/old.atom", "old");
	put_file("out/feeds/same.atom", "same");
	assert_int_equal(chmod("out/feeds/old.atom", 0640), 0);
	assert_int_equal(stat("out/feeds/same.atom", &before), 0);
	p = publish_open(S("out/feeds"), &d);
	assert_non_null(p);
	assert_true(add(p, &d, S("old.atom"), S("new")));
	assert_true(add(p, &d, S("same.atom"), S("same")));
	assert_true(add(p, &d, S("a/b/c.atom"), S("c")));
	assert_true(add(p, &d, S("empty"), S("")));
	check_file("out/feeds/old.atom", "old");
	check_file("out/feeds/a/b/c.atom", NULL);
	assert_true(publish_commit(p));
	check_counts(p, 3, 1, 0, 0);
	publish_close(p);
	check_diags("commit", &d, "");
	check_file("out/feeds/old.atom", "new");
	check_file("out/feeds/a/b/c.atom", "c");
	check_file("out/feeds/empty", "");
	check_folder("out/feeds", "a empty old.atom same.atom ");
	check_folder("out/feeds/a/b", "c.atom ");
	assert_int_equal(stat("out/feeds/same.atom", &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
	assert_int_equal(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec);
	assert_int_equal(stat("out/feeds/old.atom", &after), 0);
	assert_int_equal(after.st_mode & 07777, 0640);
}

/* What becomes of a document is told, with the stamp of its file. */
static void
test_result(void **state)
{
	struct diags d = {0};
	struct publisher *p;
	struct published result;
	struct stat st;
	str text = S("text");

	(void)state;
	for (int round = 0; round < 2; round++) {
		p = publish_open(S("out"), &d);
		assert_true(publish_add(p, &(struct publish_item){
		    S("a"), &text, 1, NULL}, &result, &d));
		assert_int_equal(result.changed, round == 0);
		publish_keep(p, S("b"));
		assert_true(publish_commit(p));
		check_counts(p, round == 0, round == 0 ? 1 : 2, 0, 0);
		assert_int_equal(publish_counts(p).bytes, round == 0 ? 4 : 0);
		publish_close(p);
		assert_int_equal(stat("out/a", &st), 0);
		assert_int_equal(result.stamp.size, 4);
		assert_int_equal(result.stamp.inode, st.st_ino);
		assert_int_equal(result.stamp.changed,
		    file_stamp(&st).changed);
	}
	check_diags("result", &d, "");
}

/* More parts than one system call takes, and empty ones among them. */
static void
test_many_parts(void **state)
{
	enum { PARTS = 3000 };
	str *parts = mem_alloc(PARTS * sizeof *parts);
	struct diags d = {0};
	struct buf want = {0};
	struct published result;
	struct publisher *p = publish_open(S("out"), &d);

	(void)state;
	for (int i = 0; i < PARTS; i++) {
		parts[i] = i % 7 ? S("0123456789") : S("");
		buf_add(&want, parts[i]);
	}
	assert_true(publish_add(p, &(struct publish_item){
	    S("a"), parts, PARTS, NULL}, &result, &d));
	assert_true(publish_commit(p));
	publish_close(p);
	check_file("out/a", buf_cstr(&want));
	check_diags("many", &d, "");
	buf_free(&want);
	mem_free(parts);
}

/* A document that comes in parts, whose head is set in the end. */
static void
test_draft(void **state)
{
	static const char *const heads[] = {"<1>", "<2>", "<2>"};
	str parts[] = {S("one "), S("two "), S("three")};

	(void)state;
	for (size_t i = 0; i < COUNT(heads); i++) {
		struct diags d = {0};
		struct published result;
		struct publisher *p = publish_open(S("out"), &d);
		struct draft *draft = publish_begin(p, S("x/a"), &d);

		assert_non_null(draft);
		assert_true(publish_append(draft, &S("<?>"), 1, &d));
		assert_true(publish_append(draft, parts, 2, &d));
		assert_true(publish_append(draft, parts + 2, 1, &d));
		check_file("out/x/a", i == 0 ? NULL : i == 1
		    ? "<1>one two three" : "<2>one two three");
		assert_true(publish_end(draft, 3, str_of(heads[i]), NULL,
		    &result, &d));
		assert_int_equal(result.changed, i < 2);
		assert_int_equal(result.stamp.size, 16);
		assert_true(publish_commit(p));
		check_counts(p, i < 2, i == 2, 0, 0);
		publish_close(p);
		check_diags("draft", &d, "");
		check_file("out/x/a", i == 0 ? "<1>one two three"
		    : "<2>one two three");
		check_folder("out/x", "a ");
	}
}

/* The head may become shorter; what follows is larger than what is moved at
 * once. */
static void
test_draft_shorter(void **state)
{
	static const size_t sizes[] = {0, 1, 65536, 200000};

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		struct diags d = {0};
		struct buf rest = {0}, want = {0};
		struct published result;
		struct publisher *p = publish_open(S("out"), &d);
		struct draft *draft = publish_begin(p, S("a"), &d);

		for (size_t k = 0; k < sizes[i]; k++)
			buf_addc(&rest, (char)('a' + k % 23));
		assert_true(publish_append(draft, &S("<head>"), 1, &d));
		assert_true(publish_append(draft, &(str){rest.ptr, rest.len},
		    1, &d));
		assert_true(publish_end(
		    draft, 6, S("<>"), NULL, &result, &d));
		assert_int_equal(result.stamp.size, sizes[i] + 2);
		assert_true(publish_commit(p));
		assert_int_equal(publish_counts(p).bytes, sizes[i] + 2);
		publish_close(p);
		buf_printf(&want, "<>%.*s", STR_ARG(buf_str(&rest)));
		check_file("out/a", buf_cstr(&want));
		check_diags("draft", &d, "");
		buf_free(&rest);
		buf_free(&want);
	}
}

static bool
pass(void *ctx, const struct publish_item *item, struct diags *d)
{
	struct buf whole = {0};
	bool passes;

	(void)d;
	for (size_t i = 0; i < item->n; i++)
		buf_add(&whole, item->parts[i]);
	passes = !str_eq(buf_str(&whole), *(const str *)ctx);
	buf_free(&whole);
	return passes;
}

/* What the gate refuses stays as it was; it is not asked about what is the
 * same. */
static void
test_gate(void **state)
{
	str bad = S("bad"), good = S("good"), old = S("old");
	struct publish_gate gate = {pass, &bad}, shut = {pass, &old};

	(void)state;
	put_file("out/a", "old");
	put_file("out/b", "old");
	put_file("out/c", "old");
	for (int dry = 0; dry < 2; dry++) {
		struct diags d = {0};
		struct published a, b, c;
		struct publisher *p = dry ? publish_open_dry(S("out"), &d)
		                          : publish_open(S("out"), &d);

		assert_true(publish_add(p, &(struct publish_item){
		    S("a"), &bad, 1, &gate}, &a, &d));
		assert_true(publish_add(p, &(struct publish_item){
		    S("b"), &good, 1, &gate}, &b, &d));
		assert_true(publish_add(p, &(struct publish_item){
		    S("c"), &old, 1, &shut}, &c, &d));
		assert_true(a.refused && !a.changed && stamp_is_unknown(a.stamp));
		assert_true(!b.refused && b.changed == !dry);
		assert_true(!c.refused && !c.changed);
		if (!dry)
			assert_true(publish_commit(p));
		publish_close(p);
		check_diags("gate", &d, "");
		check_file("out/a", "old");
		check_file("out/b", "good");
		check_folder("out", "a b c ");
	}
}

/* The same for what came in parts. */
static void
test_draft_gate(void **state)
{
	static const char *const heads[] = {"<1>", "<2>"};
	str bad = S("<1>one");
	struct publish_gate gate = {pass, &bad};

	(void)state;
	put_file("out/a", "old");
	for (size_t i = 0; i < COUNT(heads); i++) {
		struct diags d = {0};
		struct published result;
		struct publisher *p = publish_open(S("out"), &d);
		struct draft *draft = publish_begin(p, S("a"), &d);

		assert_true(publish_append(draft, &S("<?>"), 1, &d));
		assert_true(publish_append(draft, &S("one"), 1, &d));
		assert_true(publish_end(
		    draft, 3, str_of(heads[i]), &gate, &result, &d));
		assert_int_equal(result.refused, i == 0);
		assert_int_equal(result.changed, i == 1);
		assert_true(publish_commit(p));
		publish_close(p);
		check_diags("gate", &d, "");
		check_file("out/a", i == 0 ? "old" : "<2>one");
		check_folder("out", "a ");
	}
}

/* One that is never ended leaves nothing behind; a folder in the way is
 * refused. */
/* A head that is longer than what it takes the place of moves all the rest,
 * however much that is. */
static void
test_draft_head(void **state)
{
	struct buf text = {0}, want = {0};
	struct diags d = {0};
	struct published result;
	struct publisher *p = publish_open(S("out"), &d);
	struct draft *draft = publish_begin(p, S("a"), &d);
	str part;

	(void)state;
	for (int i = 0; i < 40000; i++)
		buf_printf(&text, "%d ", i);
	part = buf_str(&text);
	buf_printf(&want, "<1 longer>%.*s", STR_ARG(part));
	assert_true(publish_append(draft, &S("<?>"), 1, &d));
	assert_true(publish_append(draft, &part, 1, &d));
	assert_true(publish_end(
	    draft, 3, S("<1 longer>"), NULL, &result, &d));
	assert_true(result.changed);
	assert_int_equal(result.stamp.size, want.len);
	assert_true(publish_commit(p));
	publish_close(p);
	check_diags("head", &d, "");
	check_file("out/a", buf_cstr(&want));
	buf_free(&text);
	buf_free(&want);
}

static void
test_draft_abort(void **state)
{
	struct diags d = {0};
	struct publisher *p = publish_open(S("out"), &d);
	struct draft *draft = publish_begin(p, S("x/a"), &d);

	(void)state;
	assert_true(publish_append(draft, &S("half"), 1, &d));
	put_file("out/b/c", "");
	assert_null(publish_begin(p, S("b"), &d));
	check_diags("in the way", &d, "write-failed 0:0 "
	    "exists and is not a regular file");
	publish_close(p);
	check_folder("out", "b ");
}

/* What is not committed is gone; what a killed run left is written over. */
static void
test_abort(void **state)
{
	struct diags d = {0};
	struct publisher *p;

	(void)state;
	put_file("out/a.atom", "old");
	p = publish_open(S("out"), &d);
	assert_true(add(p, &d, S("a.atom"), S("new")));
	assert_true(add(p, &d, S("b.atom"), S("new")));
	publish_close(p);
	check_file("out/a.atom", "old");
	check_folder("out", "a.atom ");

	put_file("out/.a.atom.feedmill-new", "half");
	put_file("out/.gone.atom.feedmill-new", "half");
	p = publish_open(S("out"), &d);
	assert_true(add(p, &d, S("a.atom"), S("new")));
	assert_true(publish_commit(p));
	assert_true(prune(p, atom_files, false, &d));
	publish_close(p);
	check_file("out/a.atom", "new");
	check_folder("out", "a.atom ");
	publish_close(NULL);
	check_diags("abort", &d, "");
}

/* A file that cannot be renamed stays, and all others are published. */
static void
test_commit_in_part(void **state)
{
	struct diags d = {0};
	struct publisher *p = publish_open(S("out"), &d);

	(void)state;
	assert_true(add(p, &d, S("a"), S("new")));
	assert_true(add(p, &d, S("b"), S("new")));
	assert_true(add(p, &d, S("c"), S("new")));
	put_file("out/b/x", "in the way");
	assert_false(publish_commit(p));
	assert_true(publish_has_begun(p));
	check_counts(p, 2, 0, 0, 0);
	publish_close(p);
	check_folder("out", "a b c ");
	check_folder("out/b", "x ");
	check_diags("in part", &d,
	    "write-incomplete 0:0 cannot rename: Is a directory");

	/* None could be: the run has published nothing. */
	p = publish_open(S("none"), &d);
	assert_true(add(p, &d, S("b"), S("new")));
	put_file("none/b/x", "in the way");
	assert_false(publish_commit(p));
	assert_false(publish_has_begun(p));
	publish_close(p);
	check_folder("none", "b ");
	check_diags("none", &d,
	    "write-failed 0:0 cannot rename: Is a directory");
}

/* What is no staged file of ours stays, though its name is like one. */
static void
test_strays(void **state)
{
	struct diags d = {0};
	struct publisher *p;

	(void)state;
	put_file("out/x.FEEDMILL-NEW", "mine");
	put_file("out/.x.Feedmill-New", "mine");
	put_file("out/x.feedmill-new", "mine");
	put_file("out/.folder.feedmill-new/x", "mine");
	assert_false(publish_was_killed(S("out")));
	put_file("out/..feedmill-new", "");
	put_file("out/a/.b.feedmill-new", "half");
	assert_true(publish_was_killed(S("out")));
	p = publish_open(S("out"), &d);
	assert_true(add(p, &d, S("a.atom"), S("new")));
	publish_close(p);
	assert_true(publish_was_killed(S("out")));
	p = publish_open(S("out"), &d);
	assert_true(prune(p, &(struct own_files){0}, false, &d));
	publish_close(p);
	assert_false(publish_was_killed(S("out")));
	check_folder("out", ".folder.feedmill-new .x.Feedmill-New a "
	    "x.FEEDMILL-NEW x.feedmill-new ");
	check_folder("out/a", "");
	check_diags("strays", &d, "");
}

/* The group of a file stays, if the system lets us. */
static void
test_group(void **state)
{
	struct diags d = {0};
	struct publisher *p;
	struct stat st;

	(void)state;
	put_file("out/a.atom", "old");
	if (chown("out/a.atom", (uid_t)-1, 65534) != 0)
		skip();
	assert_int_equal(chmod("out/a.atom", 0640), 0);
	p = publish_open(S("out"), &d);
	assert_true(add(p, &d, S("a.atom"), S("new")));
	assert_true(publish_commit(p));
	publish_close(p);
	check_file("out/a.atom", "new");
	assert_int_equal(stat("out/a.atom", &st), 0);
	assert_int_equal(st.st_gid, 65534);
	assert_int_equal(st.st_mode & 07777, 0640);
	check_diags("group", &d, "");
}

/* Links, folders and files in the way are refused, and left. */
static void
test_refused(void **state)
{
	static const char *const paths[] = {
		"link.atom", "dir/x.atom", "folder", "file/x", "gone.atom"};

	(void)state;
	put_file("outside/x.atom", "safe");
	put_file("out/file", "f");
	put_file("out/folder/y", "y");
	assert_int_equal(symlink("../outside/x.atom", "out/link.atom"), 0);
	assert_int_equal(symlink("../outside", "out/dir"), 0);
	assert_int_equal(symlink("nowhere", "out/gone.atom"), 0);
	for (size_t i = 0; i < COUNT(paths); i++) {
		struct diags d = {0};
		struct publisher *p = publish_open(S("out"), &d);

		assert_true(add(p, &d, S("good"), S("x")));
		if (add(p, &d, str_of(paths[i]), S("bad")))
			fail_msg("%s passes", paths[i]);
		publish_close(p);
		assert_int_equal(d.first->code, DIAG_WRITE_FAILED);
		assert_null(d.first->next);
		check_str("file", str_from(d.first->file, 4), paths[i]);
		diags_free(&d);
		check_file("outside/x.atom", "safe");
		check_folder("outside", "x.atom ");
		check_folder("out",
		    "dir file folder gone.atom link.atom ");
	}
}

static void
test_open(void **state)
{
	struct diags d = {0};
	struct publisher *p, *dry;

	(void)state;
	p = publish_open(S("new/folder"), &d);
	assert_non_null(p);
	assert_null(publish_open(S("new/folder"), &d));
	check_diags("lock", &d, "locked 0:0 another feedmill is writing here");
	dry = publish_open_dry(S("new/folder"), &d);
	assert_non_null(dry);
	publish_close(dry);
	publish_close(p);
	p = publish_open(S("new/folder"), &d);
	assert_non_null(p);
	publish_close(p);
	put_file("file", "x");
	assert_null(publish_open(S("file"), &d));
	assert_null(publish_open(S("file/below"), &d));
	assert_int_equal(d.counts[DIAG_ERROR], 2);
	diags_free(&d);
	check_file("file", "x");
}

static void
test_dry(void **state)
{
	struct diags d = {0};
	struct publisher *p = publish_open_dry(S("none"), &d);

	(void)state;
	assert_true(add(p, &d, S("a/b.atom"), S("x")));
	assert_true(prune(p, atom_files, true, &d));
	check_counts(p, 1, 0, 0, 0);
	publish_close(p);
	check_folder(".", "");

	put_file("out/a.atom", "a");
	put_file("out/b.atom", "b");
	put_file("out/c.atom", "mark");
	p = publish_open_dry(S("out"), &d);
	assert_true(add(p, &d, S("a.atom"), S("a")));
	assert_true(add(p, &d, S("b.atom"), S("x")));
	assert_true(add(p, &d, S("new/d.atom"), S("x")));
	assert_true(prune(p, atom_files, true, &d));
	check_counts(p, 2, 1, 1, 0);
	publish_close(p);
	check_folder("out", "a.atom b.atom c.atom ");
	check_file("out/b.atom", "b");
	diags_free(&d);
}

static void
test_prune(void **state)
{
	static const str extensions[] = {S_INIT(".atom"), S_INIT(".xml")};
	static const struct own_files kinds[] = {
		{extensions, 2, marks, 100, false, "gone", NULL, NULL}, {0}};

	(void)state;
	for (int remove = 0; remove < 2; remove++) {
		struct diags d = {0};
		struct publisher *p;

		put_file("out/kept.atom", "mark");
		put_file("out/old.atom", "<a>mark</a>");
		put_file("out/tags/old.XML", "a\nmark");
		put_file("out/tags/other.xml", "by hand");
		put_file("out/mark.txt", "mark");
		put_file("out/.hidden.atom", "mark");
		put_file("outside.atom", "mark");
		if (remove == 0)
			assert_int_equal(
			    symlink("../outside.atom", "out/z.atom"), 0);
		p = publish_open(S("out"), &d);
		assert_true(add(p, &d, S("kept.atom"), S("mark")));
		assert_true(publish_commit(p));
		assert_true(prune(p, kinds, remove, &d));
		check_counts(p, 0, 1, remove ? 2 : 0, remove ? 0 : 2);
		publish_close(p);
		check_str("first", d.first->file, "out/old.atom");
		check_str("second", d.last->file, "out/tags/old.XML");
		assert_int_equal(d.first->code,
		    remove ? DIAG_FEED_PRUNED : DIAG_FEED_STALE);
		diags_free(&d);
		check_folder("out", remove
		    ? ".hidden.atom kept.atom mark.txt tags z.atom "
		    : ".hidden.atom kept.atom mark.txt old.atom tags z.atom ");
		check_file("outside.atom", "mark");
	}
	check_folder("out/tags", "other.xml ");
}

/* Whether a compressed file has the time and the permissions of its
 * document. */
static void
check_sibling(const char *path, const char *of)
{
	struct stat a, b;

	assert_int_equal(stat(path, &a), 0);
	assert_int_equal(stat(of, &b), 0);
	assert_int_equal(a.st_mode, b.st_mode);
	assert_int_equal(a.st_mtim.tv_sec, b.st_mtim.tv_sec);
	assert_int_equal(a.st_mtim.tv_nsec, b.st_mtim.tv_nsec);
}

static const str texts[] = {S_INIT("text"), S_INIT("more")};

/* Hands in two documents, one as a draft. */
static void
add_both(struct publisher *p, const struct publish_gate *gate,
    struct published *a, struct published *b)
{
	struct diags d = {0};
	struct draft *draft;

	assert_true(publish_add(p, &(struct publish_item){
	    S("a"), texts, 2, gate}, a, &d));
	draft = publish_begin(p, S("b"), &d);
	assert_true(publish_append(draft, texts, 1, &d));
	assert_true(publish_append(draft, texts + 1, 1, &d));
	assert_true(publish_end(
	    draft, texts[0].len, texts[0], gate, b, &d));
	check_diags("siblings", &d, "");
}

static void
test_siblings(void **state)
{
	struct diags d = {0};
	struct publisher *p = publish_open(S("out"), &d);
	struct published a, b;
	struct buf x = {0}, y = {0};

	(void)state;
	publish_compress(p, 1 << CODEC_GZIP);
	add_both(p, NULL, &a, &b);
	assert_true(a.siblings[CODEC_GZIP].changed);
	assert_true(b.siblings[CODEC_GZIP].changed);
	assert_false(a.siblings[CODEC_BROTLI].changed);
	check_folder("out", "..feedmill-new .a.feedmill-new "
	    ".a.gz.feedmill-new .b.feedmill-new .b.gz.feedmill-new ");
	assert_true(publish_commit(p));
	check_counts(p, 4, 0, 0, 0);
	publish_close(p);
	check_folder("out", "a a.gz b b.gz ");
	check_sibling("out/a.gz", "out/a");
	check_sibling("out/b.gz", "out/b");
	/* However the bytes came. */
	assert_true(file_read(&x, "out/a.gz", 999));
	assert_true(file_read(&y, "out/b.gz", 999));
	assert_true(str_eq(buf_str(&x), buf_str(&y)));
	buf_free(&x);
	buf_free(&y);
	/* What is there stays; what is not is made, for both. */
	p = publish_open(S("out"), &d);
	publish_compress(p, 1 << CODEC_GZIP | 1 << CODEC_BROTLI);
	add_both(p, NULL, &a, &b);
	assert_false(a.changed || a.siblings[CODEC_GZIP].changed);
	assert_false(b.changed || b.siblings[CODEC_GZIP].changed);
	assert_true(a.siblings[CODEC_BROTLI].changed);
	assert_true(b.siblings[CODEC_BROTLI].changed);
	assert_true(publish_commit(p));
	publish_close(p);
	check_folder("out", "a a.br a.gz b b.br b.gz ");
	check_sibling("out/a.br", "out/a");
	check_sibling("out/b.br", "out/b");
}

/* Of a document that is refused nothing is made, and what is beside its old
 * file is not stale. */
static void
test_siblings_refused(void **state)
{
	static const str any[] = {S_INIT("")};
	static const struct own_files kinds[] = {
		{any, 1, marks, 100, false, "gone", NULL, NULL}, {0}};
	str bad = S("textmore");
	struct publish_gate gate = {pass, &bad};
	struct diags d = {0};
	struct publisher *p;
	struct published a, b;

	(void)state;
	put_file("out/a", "brand");
	put_file("out/b", "brand");
	put_file("out/a.gz", "\x1F\x8B feedmill");
	put_file("out/b.gz", "\x1F\x8B feedmill");
	put_file("out/c.gz", "\x1F\x8B feedmill");
	p = publish_open(S("out"), &d);
	publish_compress(p, 1 << CODEC_GZIP);
	add_both(p, &gate, &a, &b);
	assert_true(a.refused && b.refused);
	assert_false(a.siblings[CODEC_GZIP].changed);
	assert_true(publish_commit(p));
	assert_true(prune(p, kinds, true, &d));
	publish_close(p);
	check_folder("out", "a a.gz b b.gz ");
	diags_free(&d);
}

/* A file that is withdrawn counts as refused, and its old file stays. */
static void
test_withdraw(void **state)
{
	struct diags d = {0};
	struct publisher *p;
	struct published a, b;

	(void)state;
	put_file("out/a", "old");
	put_file("out/a.gz", "\x1F\x8B feedmill");
	for (int dry = 1; dry >= 0; dry--) {
		str text = S("new");

		p = dry ? publish_open_dry(S("out"), &d)
		    : publish_open(S("out"), &d);
		publish_compress(p, 1 << CODEC_GZIP);
		assert_true(publish_add(p, &(struct publish_item){
		    S("a"), &text, 1, NULL}, &a, &d));
		assert_true(publish_add(p, &(struct publish_item){
		    S("b"), &text, 1, NULL}, &b, &d));
		assert_true(a.changed && a.siblings[CODEC_GZIP].changed);
		publish_withdraw(p, S("a"), &a);
		assert_true(a.refused);
		assert_false(a.changed || a.siblings[CODEC_GZIP].changed);
		assert_true(stamp_is_unknown(a.stamp));
		check_counts(p, 2, 2, 0, 0);
		assert_true(publish_counts(p).bytes < 60);
		if (!dry)
			assert_true(publish_commit(p));
		publish_close(p);
	}
	check_folder("out", "a a.gz b b.gz ");
	check_file("out/a", "old");
	check_file("out/a.gz", "\x1F\x8B feedmill");
	check_file("out/b", "new");
	check_diags("withdraw", &d, "");
}

/* Files beside the feeds are looked for where feeds are, and nowhere else: the
 * folder may be that of a whole site. */
static void
test_prune_beside(void **state)
{
	static const str html[] = {S_INIT(".html")};
	static const struct own_files kinds[] = {
		{atom, 1, marks, 100, false, "gone", NULL, NULL},
		{html, 1, ours, 10, true, "unasked", NULL, NULL}, {0}};
	struct diags d = {0};
	struct publisher *p;

	(void)state;
	put_file("out/a.html", "<!by us>");
	put_file("out/late.html", "0123456789 by us");
	put_file("out/mark.html", "mark");
	put_file("out/tags/a.html", "<!by us>");
	put_file("out/pages/a.html", "<!by us>");
	put_file("out/pages/old.atom", "mark");
	p = publish_open(S("out"), &d);
	assert_true(add(p, &d, S("tags/kept.atom"), S("mark")));
	assert_true(publish_commit(p));
	assert_true(prune(p, kinds, true, &d));
	check_counts(p, 1, 0, 3, 0);
	publish_close(p);
	check_folder("out", "late.html mark.html pages tags ");
	check_folder("out/tags", "kept.atom ");
	check_folder("out/pages", "a.html ");
	diags_free(&d);

	put_file("out/b.html", "<!by us>");
	p = publish_open(S("out"), &d);
	assert_true(prune(p, kinds, false, &d));
	check_str("stale", str_of(publish_stale(p, 0)), "b.html");
	check_str("words", d.first->message, "unasked");
	check_str("feed", str_of(publish_stale(p, 1)), "tags/kept.atom");
	assert_null(publish_stale(p, 2));
	publish_close(p);
	diags_free(&d);
}

static void
test_may_replace(void **state)
{
	struct diags d = {0};
	struct publisher *p;

	(void)state;
	put_file("out/own.html", "<!mark>");
	put_file("out/below/other.html", "by hand");
	put_file("out/empty.html", "");
	p = publish_open(S("out"), &d);
	assert_true(publish_may_replace(p, S("own.html"), "mark", &d));
	assert_true(publish_may_replace(p, S("new.html"), "mark", &d));
	assert_true(publish_may_replace(p, S("new/a.html"), "mark", &d));
	check_diags("own", &d, "");
	assert_false(publish_may_replace(
	    p, S("below/other.html"), "mark", &d));
	check_str("file", d.first->file, "out/below/other.html");
	assert_false(publish_may_replace(p, S("empty.html"), "mark", &d));
	publish_close(p);
	diags_free(&d);

	p = publish_open_dry(S("none"), &d);
	assert_true(publish_may_replace(p, S("a.html"), "mark", &d));
	publish_close(p);
	diags_free(&d);
}

static size_t
count_open(void)
{
	struct dirent **list;
	int n = scandir("/proc/self/fd", &list, NULL, NULL);

	assert_true(n > 0);
	for (int i = 0; i < n; i++)
		free(list[i]);
	free(list);
	return (size_t)n;
}

/* More folders than stay open, each used twice. */
static void
test_many_folders(void **state)
{
	size_t before = count_open();
	struct diags d = {0};
	struct publisher *p = publish_open(S("many"), &d);

	(void)state;
	for (int i = 0; i < 80; i++) {
		char path[40];

		snprintf(path, sizeof path, "d%d/e/%d.atom", i % 40, i);
		assert_true(add(p, &d, str_of(path), S("new")));
	}
	assert_true(publish_commit(p));
	check_counts(p, 80, 0, 0, 0);
	publish_close(p);
	check_folder("many/d0/e", "0.atom 40.atom ");
	check_folder("many/d39/e", "39.atom 79.atom ");
	assert_int_equal(count_open(), before);
	diags_free(&d);
}

int
main(void)
{
#define TEST(f)                                                                \
	cmocka_unit_test_setup_teardown(f, folder_setup, folder_teardown)
	const struct CMUnitTest tests[] = {
		TEST(test_commit), TEST(test_abort), TEST(test_refused),
		TEST(test_open), TEST(test_result),
		TEST(test_many_parts), TEST(test_draft),
		TEST(test_draft_head), TEST(test_draft_shorter),
		TEST(test_draft_abort), TEST(test_gate), TEST(test_draft_gate),
		TEST(test_siblings), TEST(test_siblings_refused),
		TEST(test_withdraw), TEST(test_dry), TEST(test_prune),
		TEST(test_prune_beside), TEST(test_may_replace),
		TEST(test_many_folders), TEST(test_commit_in_part),
		TEST(test_strays), TEST(test_group),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
