/* SPDX-License-Identifier: MIT
 * floor: the least work that a feed generator with libyaml and cmark-gfm does.
 *
 *     floor THREADS FOLDER FILES BYTES
 *
 * Reads every post of FOLDER (as blog writes it) and parses its front matter
 * with libyaml. Renders the posts that are in a feed with cmark-gfm. Then
 * writes FILES temporary files with BYTES bytes in all to FOLDER/floor, syncs,
 * and renames them. It does not interpret what it reads. */
#define _GNU_SOURCE
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml.h>

struct post {
	char *name;
	int used;
};

static struct post *posts;
static int count;
static long files, file_size;
static char *bytes;
static int dir, out;
static atomic_int next_post;
static atomic_long next_file;
static atomic_size_t rendered;

static void
die(const char *what)
{
	perror(what);
	exit(1);
}

/* ---- posts ---- */

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct post *)a)->name,
	    ((const struct post *)b)->name);
}

static void
list(const char *folder)
{
	char path[1024], *line = NULL;
	size_t cap = 0, n;
	int room = 0;
	struct dirent *e;
	DIR *d;
	FILE *f;

	snprintf(path, sizeof path, "%s/posts", folder);
	dir = open(path, O_RDONLY | O_DIRECTORY);
	d = opendir(path);
	if (d == NULL)
		die(path);
	while ((e = readdir(d)) != NULL) {
		if (e->d_name[0] == '.')
			continue;
		if (count == room)
			posts = realloc(posts, (size_t)(room =
			    2 * room + 1024) * sizeof *posts);
		posts[count++] = (struct post){strdup(e->d_name), 0};
	}
	closedir(d);
	qsort(posts, (size_t)count, sizeof *posts, by_name);
	snprintf(path, sizeof path, "%s/expected", folder);
	f = fopen(path, "r");
	if (f == NULL)
		die(path);
	while (getline(&line, &cap, f) > 0) {
		struct post key = {line + 11, 0}, *p;

		if (strncmp(line, "used posts/", 11) != 0)
			continue;
		n = strlen(line);
		line[n - 1] = '\0';
		p = bsearch(&key, posts, (size_t)count, sizeof *posts,
		    by_name);
		if (p)
			p->used = 1;
	}
	free(line);
	fclose(f);
}

static void
parse_yaml(const char *s, size_t len)
{
	yaml_parser_t p;
	yaml_event_t e;
	int done = 0;

	yaml_parser_initialize(&p);
	yaml_parser_set_input_string(&p, (const unsigned char *)s, len);
	while (!done && yaml_parser_parse(&p, &e)) {
		done = e.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&e);
	}
	yaml_parser_delete(&p);
}

static void
render(const char *s, size_t len)
{
	static const char *const names[] = {
		"table", "strikethrough", "autolink", "tasklist"};
	int options = CMARK_OPT_UNSAFE | CMARK_OPT_SMART | CMARK_OPT_FOOTNOTES;
	cmark_parser *p = cmark_parser_new(options);
	cmark_node *doc;
	char *html;

	for (size_t i = 0; i < 4; i++)
		cmark_parser_attach_syntax_extension(
		    p, cmark_find_syntax_extension(names[i]));
	cmark_parser_feed(p, s, len);
	doc = cmark_parser_finish(p);
	html = cmark_render_html(
	    doc, options, cmark_parser_get_syntax_extensions(p));
	atomic_fetch_add(&rendered, strlen(html));
	free(html);
	cmark_node_free(doc);
	cmark_parser_free(p);
}

static void
read_post(const struct post *p)
{
	int fd = openat(dir, p->name, O_RDONLY);
	struct stat st;
	char *text, *end, *body;
	ssize_t len;

	if (fd < 0 || fstat(fd, &st) != 0)
		die(p->name);
	text = malloc((size_t)st.st_size + 1);
	len = read(fd, text, (size_t)st.st_size);
	close(fd);
	if (len < 0)
		die(p->name);
	text[len] = '\0';
	end = strstr(text + 3, "\n---\n");
	body = end ? end + 5 : text;
	if (end)
		parse_yaml(text + 4, (size_t)(end - text) - 3);
	if (p->used)
		render(body, (size_t)(text + len - body));
	free(text);
}

static void *
read_posts(void *arg)
{
	int i;

	while ((i = atomic_fetch_add(&next_post, 1)) < count)
		read_post(&posts[i]);
	return arg;
}

/* ---- files ---- */

static void *
write_files(void *arg)
{
	long i;

	while ((i = atomic_fetch_add(&next_file, 1)) < files) {
		char name[32];
		int fd;

		snprintf(name, sizeof name, ".%ld", i);
		fd = openat(out, name, O_WRONLY | O_CREAT | O_EXCL, 0644);
		if (fd < 0 || write(fd, bytes, (size_t)file_size) !=
		    file_size || close(fd) != 0)
			die(name);
	}
	return arg;
}

static void
rename_files(void)
{
	if (syncfs(out) != 0)
		die("syncfs");
	for (long i = 0; i < files; i++) {
		char from[32], to[32];

		snprintf(from, sizeof from, ".%ld", i);
		snprintf(to, sizeof to, "%ld", i);
		if (renameat(out, from, out, to) != 0)
			die(from);
	}
	fsync(out);
}

static void
run(int threads, void *(*work)(void *))
{
	pthread_t t[64];

	for (int i = 1; i < threads; i++)
		pthread_create(&t[i], NULL, work, NULL);
	work(NULL);
	for (int i = 1; i < threads; i++)
		pthread_join(t[i], NULL);
}

int
main(int argc, char **argv)
{
	char path[1024];
	int threads;

	if (argc != 5) {
		fprintf(stderr, "usage: floor THREADS FOLDER FILES BYTES\n");
		return 2;
	}
	threads = atoi(argv[1]);
	threads = threads < 1 ? 1 : threads > 64 ? 64 : threads;
	list(argv[2]);
	cmark_gfm_core_extensions_ensure_registered();
	run(threads, read_posts);
	files = atol(argv[3]);
	file_size = files ? atol(argv[4]) / files : 0;
	bytes = calloc(1, (size_t)file_size + 1);
	snprintf(path, sizeof path, "%s/floor", argv[2]);
	if (mkdir(path, 0777) != 0 || (out = open(path, O_DIRECTORY)) < 0)
		die(path);
	run(threads, write_files);
	rename_files();
	return 0;
}
