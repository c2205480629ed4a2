/* SPDX-License-Identifier: MIT
 * test_crew: requests that are answered, and those that kill. */
#include "base/process/crew.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include "base/core/pool.h"
#include "support.h"

/* What was done with a request, as the caller sees it. */
struct seen {
	struct buf text; /* "answer|answer|" */
	size_t next;     /* the order of results */
};

static void
take_text(void *ctx, size_t i, const struct crew_result *r)
{
	static const char *const ends[] = {
		[CREW_CRASHED] = "crashed", [CREW_TIME] = "time",
		[CREW_MEMORY] = "memory", [CREW_STOPPED] = "stopped"};
	struct seen *s = ctx;

	assert_int_equal(i, s->next++);
	if (r->end == CREW_ANSWERED)
		buf_add(&s->text, r->answer);
	else
		buf_printf(&s->text, "%s%s%s%s%.*s", ends[r->end],
		    r->how ? " " : "", r->how ? r->how : "",
		    r->words.len ? " " : "", STR_ARG(r->words));
	if (r->may_pass)
		buf_addc(&s->text, '?');
	buf_addc(&s->text, '|');
}

/* Dies in the way that the request names, if it is in a process of its own:
 * `ctx` is the caller's. Otherwise answers with the request. */
static void
work(void *ctx, str request, struct buf *answer)
{
	struct buf big = {0};
	int fd;

	if (*(pid_t *)ctx == getpid() || request.len == 0)
		buf_add(answer, request);
	else if (str_eq(request, S("abort"))) {
		fputs("first\nlast words\n", stderr);
		abort();
	} else if (str_eq(request, S("loop")))
		for (;;)
			getpid();
	else if (str_eq(request, S("segv")))
		raise(SIGSEGV);
	else if (str_eq(request, S("memory")))
		for (;;)
			buf_add(&big, S("more and more of the same"));
	else if (str_eq(request, S("write"))) {
		fd = open("written", O_WRONLY | O_CREAT, 0600);
		buf_printf(answer, "%s", fd < 0 ? "refused" : "written");
	} else if (str_eq(request, S("read"))) {
		fd = open("/etc/passwd", O_RDONLY);
		buf_printf(answer, "%s", fd < 0 ? "refused" : "read");
		close(fd);
	} else if (str_eq(request, S("connect")))
		buf_printf(answer, "%d", socket(AF_INET, SOCK_STREAM, 0));
	else if (str_eq(request, S("execute")))
		buf_printf(answer, "%d", execl("/bin/true", "true", NULL));
	else if (str_eq(request, S("kill"))) {
		/* Signals to others are refused, and this one too. */
		buf_printf(answer, "%d", kill(getppid(), 0));
	} else
		buf_add(answer, request);
}

static struct crew *
open_crew(bool in_process)
{
	return crew_open(&(struct crew_limits){
		.threads = 2, .in_process = in_process,
		.milliseconds = 200, .memory = 32 << 20});
}

/* One where a debugger or a sanitizer wants no other process. */
static void
need_processes(void)
{
	const char *value = getenv("FEEDMILL_ISOLATION");

	if (value && strcmp(value, "off") == 0)
		skip();
}

/* Asks for requests that blanks separate, and compares what came. */
static void
check_requests(struct crew *c, const char *requests, const char *want)
{
	pid_t own = getpid();
	struct crew_task task = {work, &own};
	struct seen seen = {0};
	str list[16], rest = str_of(requests);
	size_t n = 0;

	crew_renew(c, 1); /* `own` must be there */
	while (str_split(&rest, ' ', &list[n]))
		n++;
	crew_run(c, 0, &task, list, n, take_text, &seen);
	assert_int_equal(seen.next, n);
	check_buf(requests, &seen.text, want);
	buf_free(&seen.text);
}

static void
test_rows(void **state)
{
	static const char *const rows[][2] = {
		{"one", "one|"},
		{"one two three", "one|two|three|"},
		{"a abort b", "a|crashed ABRT last words|b|"},
		{"abort", "crashed ABRT last words|"},
		{"segv a segv", "crashed SEGV|a|crashed SEGV|"},
		{"a loop b", "a|time PROF|b|"},
		{"read", "read|"},
		{"write a", "refused|a|"},
		{"connect a", "crashed SYS|a|"},
		{"execute a", "crashed SYS|a|"},
		{"kill a", "-1|a|"},
	};
	struct crew *c;

	(void)state;
	need_processes();
	c = open_crew(false);
	for (size_t i = 0; i < COUNT(rows); i++)
		check_requests(c, rows[i][0], rows[i][1]);
	assert_int_equal(access("written", F_OK), -1);
	crew_close(c);
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	assert_int_equal(errno, ECHILD);
}

/* Memory that runs out is told from a crash. */
static void
test_memory(void **state)
{
	struct crew *c;
	pid_t own = 0;
	struct crew_task task = {work, &own};
	str request = S("memory");
	struct seen seen = {0};

	(void)state;
	need_processes();
	c = open_crew(false);
	crew_run(c, 1, &task, &request, 1, take_text, &seen);
	assert_true(str_starts(buf_str(&seen.text),
	    S("memory ABRT feedmill: out of memory")));
	buf_free(&seen.text);
	crew_close(c);
}

/* Without processes nothing dies, and the same requests have answers. */
static void
test_in_process(void **state)
{
	struct crew *c = open_crew(true);

	(void)state;
	check_requests(c, "a abort loop b", "a|abort|loop|b|");
	crew_close(c);
}

/* A process dies in the first request that it sees, and only once. */
static void
die_once(void *ctx, str request, struct buf *answer)
{
	if (access("died", F_OK) != 0 && *(pid_t *)ctx != getpid())
		raise(SIGKILL);
	buf_add(answer, request);
}

static void
test_second_try(void **state)
{
	struct crew *c;
	pid_t own = getpid();
	struct crew_task task = {die_once, &own};
	str request = S("again");
	struct seen seen = {0};

	(void)state;
	need_processes();
	c = open_crew(false);
	crew_renew(c, 1);
	/* What the system killed may pass another time. */
	crew_run(c, 0, &task, &request, 1, take_text, &seen);
	check_buf("killed", &seen.text, "crashed KILL?|");
	fclose(fopen("died", "w"));
	seen.next = 0;
	crew_run(c, 0, &task, &request, 1, take_text, &seen);
	check_buf("let be", &seen.text, "again|");
	buf_free(&seen.text);
	crew_close(c);
}

enum { MANY = 5000, PART = 100 };

/* Each thread's answers are its own, large ones too. */
static void
repeat(void *ctx, str request, struct buf *answer)
{
	unsigned i;

	(void)ctx;
	memcpy(&i, request.ptr, sizeof i);
	for (unsigned k = 0; k <= i % 700; k++)
		buf_printf(answer, "%u,", i);
}

struct many {
	struct crew *crew;
	bool right[MANY];
};

struct part {
	struct many *many;
	size_t first;
};

static void
take_part(void *ctx, size_t i, const struct crew_result *r)
{
	const struct part *p = ctx;
	struct buf want = {0};
	unsigned number = (unsigned)(p->first + i);

	repeat(NULL, (str){(const char *)&number, sizeof number}, &want);
	p->many->right[number] = r->end == CREW_ANSWERED &&
	    str_eq(r->answer, buf_str(&want));
	buf_free(&want);
}

static void
run_part(void *ctx, size_t worker, size_t i)
{
	struct part p = {ctx, i * PART};
	struct crew_task task = {repeat, NULL};
	unsigned numbers[PART];
	str requests[PART];

	for (size_t k = 0; k < PART; k++) {
		numbers[k] = (unsigned)(p.first + k);
		requests[k] = (str){(char *)&numbers[k], sizeof numbers[k]};
	}
	crew_run(p.many->crew, worker, &task, requests, PART, take_part, &p);
}

static void
test_threads(void **state)
{
	struct many *m = calloc(1, sizeof *m);

	(void)state;
	assert_non_null(m);
	for (int mode = 0; mode < 2; mode++) {
		m->crew = open_crew(
		    mode || getenv("FEEDMILL_ISOLATION") != NULL);
		pool_run(2, MANY / PART, run_part, m);
		for (size_t i = 0; i < MANY; i++) {
			assert_true(m->right[i]);
			m->right[i] = false;
		}
		crew_close(m->crew);
	}
	free(m);
}

/* A crew that has lost too many processes tries no more. */
static void
test_most_deaths(void **state)
{
	struct crew *c;
	pid_t own = getpid();
	struct crew_task task = {work, &own};
	str requests[120];
	struct seen seen = {0};

	(void)state;
	need_processes();
	c = open_crew(false);
	crew_renew(c, 1);
	for (size_t i = 0; i < COUNT(requests); i++)
		requests[i] = S("abort");
	crew_run(c, 0, &task, requests, COUNT(requests), take_text, &seen);
	assert_int_equal(seen.next, COUNT(requests));
	assert_true(str_ends(buf_str(&seen.text), S("stopped?|stopped?|")));
	buf_free(&seen.text);
	crew_close(c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    test_rows, folder_setup, folder_teardown),
		cmocka_unit_test(test_memory),
		cmocka_unit_test(test_in_process),
		cmocka_unit_test_setup_teardown(
		    test_second_try, folder_setup, folder_teardown),
		cmocka_unit_test(test_threads),
		cmocka_unit_test(test_most_deaths),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
