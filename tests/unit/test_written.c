/* SPDX-License-Identifier: MIT
 * test_written: the list of what each config wrote. */
#include "publish/written.h"

#include "base/core/file.h"
#include "support.h"

#define LIST ".feedmill/list"

/* A digest that is easy to read. */
static struct digest
digest(uint64_t n)
{
	return (struct digest){.low = n};
}

/* Opens the list for a config and a folder. */
static struct written *
open_for(const char *config, const char *folder, struct diags *d)
{
	return written_open(&(struct writer){
	    LIST, str_of(config), str_of(folder), false}, d);
}

/* The same for a run that adds no file. */
static struct written *
open_settled(const char *config, const char *folder, struct diags *d)
{
	struct written *w = open_for(config, folder, d);

	written_settle(w);
	return w;
}

/* A run that writes these files, each "NAME=DIGIT" before a blank. */
static void
write_as(const char *config, const char *folder, const char *files,
    const char *want)
{
	struct diags d = {0};
	struct written *w = NULL;

	/* The folder exists before the list is opened. */
	for (int pass = 0; pass < 2; pass++) {
		str rest = str_of(files), file;
		char path[99];

		while (str_split(&rest, ' ', &file)) {
			str name = str_sub(file, 0, file.len - 2);

			snprintf(path, sizeof path, "%s/%.*s", folder,
			    STR_ARG(name));
			if (pass == 0)
				put_file(path, "x");
			else
				written_add(w, name, digest(
				    (uint64_t)(file.ptr[file.len - 1] - '0')));
		}
		if (pass == 0)
			w = open_for(config, folder, &d);
	}
	written_settle(w);
	assert_true(written_save(w));
	written_close(w);
	check_diags(files, &d, want);
}

/* Compares the list: digests by their last digit. */
static void
check_list(const char *what, const char *want)
{
	struct buf text = {0}, b = {0};
	struct digest any;
	str rest, line;

	assert_true(file_read(&text, LIST, 99999));
	rest = buf_str(&text);
	while (str_split(&rest, '\n', &line)) {
		if (digest_parse(str_sub(line, 0, DIGEST_TEXT), &any))
			line = str_from(line, DIGEST_TEXT - 1);
		if (line.len)
			buf_printf(&b, "%s%.*s", b.len ? "\n" : "",
			    STR_ARG(line));
	}
	check_buf(what, &b, want);
	buf_free(&text);
	buf_free(&b);
}

static void
check_found(struct written *w, const char *path, enum wrote want,
    const char *by)
{
	str other = {0};

	assert_int_equal(written_find(w, str_of(path), &other), want);
	if (by)
		check_str(path, other, by);
}

/* Whose the file x.atom is for a run of a config. */
static void
check_owner(const char *config, enum wrote want, const char *by,
    struct diags *d)
{
	struct written *w = open_settled(config, "out", d);

	check_found(w, "x.atom", want, by);
	written_close(w);
}

/* Each config has its own files, and those that are removed leave the list. */
static void
test_two_configs(void **state)
{
	struct diags d = {0};
	struct written *w;
	struct digest was;

	(void)state;
	put_file("a.yaml", "");
	put_file("sub/b.yaml", "");
	write_as("a.yaml", "out", "x.atom=1 tags/y.atom=2", "");
	write_as("sub/b.yaml", "out", "z.atom=3", "");
	check_list("both", "feedmill-files 1\n"
	    "config ../a.yaml\nfolder ../out\n2 tags/y.atom\n1 x.atom\n"
	    "config ../sub/b.yaml\nfolder ../out\n3 z.atom");
	w = open_settled("a.yaml", "out", &d);
	check_found(w, "x.atom", WROTE_SELF, NULL);
	check_found(w, "z.atom", WROTE_OTHER, "sub/b.yaml");
	check_found(w, "none.atom", WROTE_NOBODY, NULL);
	assert_true(written_digest(w, S("x.atom"), &was));
	assert_int_equal(was.low, 1);
	assert_false(written_digest(w, S("z.atom"), &was));
	written_close(w);
	unlink("out/x.atom");
	write_as("a.yaml", "out", "w.atom=4", "");
	check_list("removed", "feedmill-files 1\n"
	    "config ../a.yaml\nfolder ../out\n2 tags/y.atom\n4 w.atom\n"
	    "config ../sub/b.yaml\nfolder ../out\n3 z.atom");
	check_diags("two", &d, "");
}

/* A file that two configs write is neither's to remove, until one of them no
 * longer does. */
static void
test_shared(void **state)
{
	struct diags d = {0};

	(void)state;
	put_file("a.yaml", "");
	put_file("b.yaml", "");
	write_as("a.yaml", "out", "x.atom=1 y.atom=1", "");
	write_as("b.yaml", "out", "x.atom=2", "feed-shared 0:0 the config "
	    "'a.yaml' writes this file too: each run replaces what the other "
	    "config wrote");
	write_as("b.yaml", "out", "x.atom=2 y.atom=2", "feed-shared 0:0 the "
	    "config 'a.yaml' writes this file and 1 other too: each run "
	    "replaces what the other config wrote");
	check_owner("a.yaml", WROTE_OTHER, "b.yaml", &d);
	check_owner("b.yaml", WROTE_OTHER, "a.yaml", &d);
	write_as("a.yaml", "out", "y.atom=1", "feed-shared 0:0 the config "
	    "'b.yaml' writes this file too: each run replaces what the other "
	    "config wrote");
	check_list("given up", "feedmill-files 1\n"
	    "config ../a.yaml\nfolder ../out\n1 y.atom\n"
	    "config ../b.yaml\nfolder ../out\n2 x.atom\n2 y.atom");
	/* In another folder it is another file. */
	write_as("a.yaml", "else", "x.atom=1", "");
	/* A config that does not exist gives its files up. */
	unlink("a.yaml");
	write_as("b.yaml", "out", "x.atom=3 y.atom=3", "");
	check_list("gone", "feedmill-files 1\n"
	    "config ../b.yaml\nfolder ../out\n3 x.atom\n3 y.atom\n"
	    "config ../a.yaml\nfolder ../else\n1 x.atom");
	check_diags("shared", &d, "");
}

static void
test_gone(void **state)
{
	struct diags d = {0};
	struct written *w;

	(void)state;
	put_file("a.yaml", "");
	put_file("b.yaml", "");
	write_as("a.yaml", "out", "x.atom=1 y.atom=1", "");
	unlink("a.yaml");
	unlink("out/y.atom");
	w = open_settled("b.yaml", "out", &d);
	check_found(w, "x.atom", WROTE_GONE, "a.yaml");
	assert_true(written_save(w));
	written_close(w);
	check_list("gone", "feedmill-files 1\n"
	    "config ../a.yaml\nfolder ../out\n1 x.atom");
	check_diags("gone", &d, "");
}

/* A config whose path is new takes over the files of a deleted config if it
 * writes at least half of them. */
static void
test_renamed(void **state)
{
	(void)state;
	put_file("a.yaml", "");
	write_as("a.yaml", "out", "1=1 2=1 3=1 4=1", "");
	assert_int_equal(rename("a.yaml", "b.yaml"), 0);
	write_as("b.yaml", "out", "1=2", "");
	check_list("a quarter", "feedmill-files 1\n"
	    "config ../a.yaml\nfolder ../out\n1 2\n1 3\n1 4\n"
	    "config ../b.yaml\nfolder ../out\n2 1");
	unlink(LIST);
	put_file("a.yaml", "");
	write_as("a.yaml", "out", "1=1 2=1 3=1 4=1", "");
	unlink("a.yaml");
	write_as("b.yaml", "out", "1=2 2=2", "");
	check_list("half", "feedmill-files 1\n"
	    "config ../b.yaml\nfolder ../out\n2 1\n2 2\n1 3\n1 4");
	/* A renamed folder is recognised in the same way. A copy of a config
	 * has no files yet. */
	assert_int_equal(rename("out", "new"), 0);
	write_as("b.yaml", "new", "1=3 2=3", "");
	put_file("c.yaml", "");
	write_as("c.yaml", "new", "5=5", "");
	check_list("folder", "feedmill-files 1\n"
	    "config ../b.yaml\nfolder ../new\n3 1\n3 2\n1 3\n1 4\n"
	    "config ../c.yaml\nfolder ../new\n5 5");
}

/* Two configs are deleted, and a third one writes the files of both: it takes
 * over neither. */
static void
test_renamed_two(void **state)
{
	(void)state;
	put_file("a.yaml", "");
	put_file("b.yaml", "");
	put_file("c.yaml", "");
	write_as("a.yaml", "out", "1=1", "");
	write_as("b.yaml", "out", "2=2", "");
	unlink("a.yaml");
	unlink("b.yaml");
	write_as("c.yaml", "out", "1=3 2=3", "");
	check_list("two", "feedmill-files 1\n"
	    "config ../c.yaml\nfolder ../out\n3 1\n3 2");
}

/* The folder of the site may move, and be reached by a link. A folder that does
 * not exist any more leaves the list. */
static void
test_paths(void **state)
{
	(void)state;
	put_file("site/a.yaml", "");
	put_file("site/feeds/.keep", "");
	assert_int_equal(symlink("site/feeds", "link"), 0);
	write_as("site/a.yaml", "link", "a%0Ab=1 \n\x7F=1", "");
	check_list("escaped", "feedmill-files 1\n"
	    "config ../site/a.yaml\nfolder ../site/feeds\n"
	    "1 %0A%7F\n1 a%250Ab");
	write_as("site/a.yaml", "site/feeds", "a%0Ab=2", "");
	check_list("link", "feedmill-files 1\n"
	    "config ../site/a.yaml\nfolder ../site/feeds\n"
	    "1 %0A%7F\n2 a%250Ab");
	write_as("site/a.yaml", "site/old", "x=1", "");
	assert_int_equal(unlink("site/old/x"), 0);
	assert_int_equal(rmdir("site/old"), 0);
	write_as("site/a.yaml", "site/feeds", "a%0Ab=3", "");
	check_list("folder", "feedmill-files 1\n"
	    "config ../site/a.yaml\nfolder ../site/feeds\n"
	    "1 %0A%7F\n3 a%250Ab");
}

/* A list that cannot be used stays, and nothing is this config's. */
static void
check_unusable(const char *what, const char *want)
{
	struct diags d = {0};
	struct written *w = open_for("a.yaml", "out", &d);
	struct digest was;

	assert_false(written_is_usable(w));
	written_add(w, S("x"), digest(1));
	written_settle(w);
	check_found(w, "x", WROTE_NOBODY, NULL);
	assert_false(written_digest(w, S("x"), &was));
	assert_true(written_save(w));
	written_close(w);
	check_diags(what, &d, want);
}

static void
test_unusable(void **state)
{
	struct diags d = {0};
	struct written *w;

	(void)state;
	put_file("a.yaml", "");
	put_file("out/x", "");
	put_file(LIST, "Notes\n");
	check_unusable("another's", "files-unusable 1:1 expected "
	    "'feedmill-files 1': another program, or another version, wrote "
	    "this file");
	check_file(LIST, "Notes\n");
	unlink(LIST);
	assert_int_equal(mkdir(LIST, 0777), 0);
	check_unusable("a folder",
	    "files-unusable 0:0 cannot open it: Is a directory");
	rmdir(LIST);
	assert_int_equal(mkfifo(LIST, 0666), 0);
	check_unusable("a fifo",
	    "files-unusable 0:0 cannot read it: not a regular file");
	unlink(LIST);
	assert_int_equal(symlink("elsewhere", LIST), 0);
	check_unusable("a link", "files-unusable 0:0 cannot open it: Too many "
	    "levels of symbolic links");
	check_file("elsewhere", NULL);
	/* None is wanted. */
	w = written_open(&(struct writer){NULL, S("a.yaml"), S("out"), false},
	    &d);
	check_found(w, "x", WROTE_NOBODY, NULL);
	assert_true(written_save(w));
	written_close(w);
	written_close(NULL);
	check_diags("none", &d, "");
}

/* A wrong line is ignored and reported; the others count. */
static void
test_damaged(void **state)
{
	static const char wrong[] = "files-unusable %d:1 expected a config, a "
	    "folder, or a digest and a path; the line is ignored";
	struct diags d = {0};
	struct written *w;
	struct buf want = {0};

	(void)state;
	put_file("a.yaml", "");
	put_file("out/x", "");
	put_file(LIST, "feedmill-files 1\nfolder ../out\n"
	    "99aa06d3014798d86001c324468d497f y\nconfig ../a.yaml\n"
	    "99aa06d3014798d86001c324468d497f y\nfolder ../out\n\n"
	    "99aa06d3014798d86001c324468d497f x\n"
	    "99aa06d3014798d86001c324468d497f \n"
	    "99aa06d3014798d86001c324468d497f-y\n"
	    "99aa06d3014798d86001c324468d49");
	w = open_for("a.yaml", "out", &d);
	check_found(w, "x", WROTE_SELF, NULL);
	check_found(w, "y", WROTE_NOBODY, NULL);
	written_settle(w);
	assert_true(written_save(w));
	written_close(w);
	for (size_t i = 0; i < 6; i++) {
		static const int lines[] = {2, 3, 5, 9, 10, 11};

		if (i)
			buf_addc(&want, '\n');
		buf_printf(&want, wrong, lines[i]);
	}
	check_diags("damaged", &d, buf_cstr(&want));
	buf_free(&want);
	check_list("damaged", "feedmill-files 1\n"
	    "config ../a.yaml\nfolder ../out\nf x");
}

/* A dry run reads and writes nothing, and waits for no other run. */
static void
test_dry(void **state)
{
	struct writer by = {LIST, S("a.yaml"), S("out"), true};
	struct diags d = {0};
	struct written *w, *dry;

	(void)state;
	put_file("a.yaml", "");
	w = written_open(&by, &d);
	written_add(w, S("x"), digest(1));
	written_settle(w);
	assert_true(written_save(w));
	written_close(w);
	assert_true(file_is_missing(".feedmill"));
	write_as("a.yaml", "out", "x=1", "");
	w = open_for("a.yaml", "out", &d);
	dry = written_open(&by, &d);
	written_add(dry, S("y"), digest(2));
	written_settle(dry);
	check_found(dry, "x", WROTE_SELF, NULL);
	assert_true(written_save(dry));
	written_close(dry);
	written_close(w);
	check_list("dry", "feedmill-files 1\n"
	    "config ../a.yaml\nfolder ../out\n1 x");
	check_diags("dry", &d, "");
}

/* The same list is not written again. */
static void
test_unchanged(void **state)
{
	struct stamp before;

	(void)state;
	put_file("a.yaml", "");
	write_as("a.yaml", "out", "x=1", "");
	before = file_look(LIST);
	write_as("a.yaml", "out", "x=1", "");
	assert_true(stamp_eq(before, file_look(LIST)));
	write_as("a.yaml", "out", "x=2", "");
	assert_false(stamp_eq(before, file_look(LIST)));
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, folder_setup, folder_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_two_configs), TEST(test_shared), TEST(test_gone),
		TEST(test_renamed), TEST(test_renamed_two), TEST(test_paths),
		TEST(test_unusable), TEST(test_damaged), TEST(test_dry),
		TEST(test_unchanged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
