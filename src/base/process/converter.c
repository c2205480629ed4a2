/* SPDX-License-Identifier: MIT
 * converter: runs a program that reads a text and writes another one. */
#include "base/process/converter.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/core/file.h"
#include "base/process/confine.h"

/* Seconds by the clock that a program may take for each second of CPU time: the
 * machine may be busy. */
enum { PATIENCE = 10 };
enum { MOST_WORDS = 60, MOST_LAST = 4096 };

/* ---- the command ---- */

/* Reads the next word, without its quotes. False: there is none. */
static bool
take_word(str *rest, struct buf *word)
{
	char quote = '\0';

	*rest = str_trim(*rest);
	buf_reset(word);
	if (rest->len == 0)
		return false;
	while (rest->len && (quote || !char_is_space(rest->ptr[0]))) {
		char c = rest->ptr[0];

		if (quote ? c == quote : char_is_one_of(c, "\"'"))
			quote = quote ? '\0' : c;
		else
			buf_addc(word, c);
		*rest = str_from(*rest, 1);
	}
	return true;
}

/* The path of a program in PATH, or NULL. */
static char *
find_program(str name, struct arena *a)
{
	str path = str_of(getenv("PATH")), folder;
	str full;

	if (str_chr(name, '/') != STR_NONE) {
		full = arena_str(a, name);
		return access(arena_cstr(a, full), X_OK) == 0
		    ? arena_cstr(a, full) : NULL;
	}
	while (str_split(&path, ':', &folder)) {
		char *file = arena_cstr(a, path_join(a, folder, name));

		if (folder.len && access(file, X_OK) == 0)
			return file;
	}
	return NULL;
}

char *const *
converter_words(str command, str *program, struct arena *a)
{
	char **argv = arena_array(a, MOST_WORDS + 1, sizeof *argv);
	struct buf word = {0};
	size_t n = 0;

	*program = (str){0};
	while (n < MOST_WORDS && take_word(&command, &word))
		argv[n++] = arena_cstr(a, buf_str(&word));
	buf_free(&word);
	argv[n] = NULL;
	if (n == 0)
		return NULL;
	*program = str_of(argv[0]);
	argv[0] = find_program(*program, a);
	return argv[0] ? argv : NULL;
}

/* ---- in the child process ---- */

/* The variables that programs need: for their libraries and their encoding. A
 * program gets no others, since the environment may hold secrets. */
static bool
is_kept(const char *entry)
{
	static const char *const kept[] = {
		"PATH=", "HOME=", "GEM_", "RUBY", "PYTHON", "VIRTUAL_ENV=",
		"NODE_PATH=", "LD_LIBRARY_PATH=", "XDG_DATA_",
	};

	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		if (strncmp(entry, kept[i], strlen(kept[i])) == 0)
			return true;
	return false;
}

extern char **environ;

/* The output must not depend on language, time zone or the user's settings. */
static char **
make_environment(struct arena *a)
{
	static const char *const fixed[] = {"LANG=C.UTF-8", "LC_ALL=C.UTF-8",
		"TZ=UTC", "PYTHONDONTWRITEBYTECODE=1", "PYTHONHASHSEED=0",
		"SOURCE_DATE_EPOCH=0"};
	size_t n = 0, count = sizeof fixed / sizeof *fixed;
	char **all;

	while (environ[n])
		n++;
	all = arena_array(a, n + count + 1, sizeof *all);
	n = 0;
	for (char **e = environ; *e; e++)
		if (is_kept(*e))
			all[n++] = *e;
	for (size_t i = 0; i < count; i++)
		all[n++] = arena_cstr(a, str_of(fixed[i]));
	all[n] = NULL;
	return all;
}

static _Noreturn void
become(char *const argv[], char *const envp[],
    const struct converter_limits *l, const int fds[3])
{
	sigset_t none;

	for (int i = 1; i < NSIG; i++)
		signal(i, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	setpgid(0, 0);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	for (int i = 0; i < 3; i++)
		if (dup2(fds[i], i) < 0)
			_exit(127);
	close_range(3, ~0u, 0);
	setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
	setrlimit(RLIMIT_CPU, &(struct rlimit){l->seconds, l->seconds + 1});
	setrlimit(RLIMIT_DATA, &(struct rlimit){l->memory, l->memory});
	setrlimit(RLIMIT_FSIZE, &(struct rlimit){0, 0});
	if (!l->is_free)
		confine_to_converting();
	execve(argv[0], argv, envp);
	_exit(127);
}

/* ---- in the parent process ---- */

/* Puts the input into a file in memory, and rewinds it. Returns -1 on
 * failure. */
static int
make_input(str input)
{
	int fd = memfd_create("input", MFD_CLOEXEC);
	size_t at = 0;

	while (fd >= 0 && at < input.len) {
		ssize_t n = write(fd, input.ptr + at, input.len - at);

		if (n > 0)
			at += (size_t)n;
		else if (n == 0 || errno != EINTR) {
			close(fd);
			return -1;
		}
	}
	if (fd >= 0)
		lseek(fd, 0, SEEK_SET);
	return fd;
}

static int64_t
milliseconds_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* The output of a program, and why it was stopped. */
struct listening {
	int out, err;
	struct buf *to;
	size_t room;
	char last[MOST_LAST]; /* end of its standard error */
	size_t n_last;
	const char *stopped;  /* or NULL */
};

static bool
take_output(struct listening *l)
{
	char bytes[16384];
	ssize_t n = read(l->out, bytes, sizeof bytes);

	if (n <= 0)
		return n < 0 && errno == EINTR;
	if ((size_t)n > l->room) {
		l->stopped = "writes too much";
		return false;
	}
	l->room -= (size_t)n;
	buf_add(l->to, (str){bytes, (size_t)n});
	return true;
}

/* Reads from standard error and keeps the last MOST_LAST bytes. */
static bool
take_words(struct listening *l)
{
	char bytes[MOST_LAST / 2];
	ssize_t n = read(l->err, bytes, sizeof bytes);

	if (n <= 0)
		return n < 0 && errno == EINTR;
	if (l->n_last + (size_t)n > MOST_LAST) {
		size_t drop = l->n_last + (size_t)n - MOST_LAST;

		memmove(l->last, l->last + drop, l->n_last - drop);
		l->n_last -= drop;
	}
	memcpy(l->last + l->n_last, bytes, (size_t)n);
	l->n_last += (size_t)n;
	return true;
}

/* Reads until the program has closed both pipes, the time is over, or the
 * output is too large. */
static void
listen_to(struct listening *l, int64_t deadline)
{
	bool out = true, err = true;

	while ((out || err) && l->stopped == NULL) {
		struct pollfd p[] = {
			{out ? l->out : -1, POLLIN, 0},
			{err ? l->err : -1, POLLIN, 0},
		};
		int64_t left = deadline - milliseconds_now();

		if (left <= 0) {
			l->stopped = "takes too long";
			return;
		}
		if (poll(p, 2, left > 1000 ? 1000 : (int)left) <= 0)
			continue;
		if (p[0].revents)
			out = take_output(l);
		if (p[1].revents)
			err = take_words(l);
	}
}

/* Waits for the end of the program, which may go on after it closed its output;
 * kills it if it takes too long. Leaves the status to the caller, since no
 * other process can get the number before the status is read. */
static void
wait_for_end(struct listening *l, pid_t pid, int64_t deadline)
{
	const struct timespec pause = {0, 2000000};
	siginfo_t info = {0};

	while (l->stopped == NULL) {
		if (waitid(P_PID, (id_t)pid, &info, WEXITED | WNOWAIT |
		    WNOHANG) == 0 && info.si_pid == pid)
			return;
		if (milliseconds_now() > deadline)
			l->stopped = "takes too long";
		nanosleep(&pause, NULL);
	}
	kill(pid, SIGKILL);
}

/* The last line of standard error that is not blank. */
static str
last_line(const struct listening *l)
{
	str rest = {l->last, l->n_last}, line, last = {0};

	while (str_split(&rest, '\n', &line))
		if (str_trim(line).len)
			last = str_trim(line);
	return str_sub(last, 0, 300);
}

static str
say_end(const struct listening *l, int status, struct arena *a)
{
	str last = last_line(l);
	const char *colon = last.len ? ": " : "";

	if (l->stopped)
		return str_of(l->stopped);
	if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU ||
	    WTERMSIG(status) == SIGKILL))
		return S("takes too long");
	if (WIFSIGNALED(status))
		return arena_printf(a, "is ended by SIG%s%s%.*s",
		    sigabbrev_np(WTERMSIG(status)), colon, STR_ARG(last));
	return arena_printf(a, "exits with %d%s%.*s", WEXITSTATUS(status),
	    colon, STR_ARG(last));
}

static bool
open_pipes(int out[2], int err[2])
{
	if (pipe2(out, O_CLOEXEC) != 0)
		return false;
	if (pipe2(err, O_CLOEXEC) == 0)
		return true;
	close(out[0]);
	close(out[1]);
	return false;
}

bool
converter_run(char *const argv[], str input,
    const struct converter_limits *l, struct buf *out, str *why,
    struct arena *a)
{
	struct listening listening = {.to = out, .room = l->output};
	char **envp = make_environment(a);
	int in = make_input(input), to[2], err[2], status = 0;
	pid_t pid;

	if (in < 0 || !open_pipes(to, err)) {
		*why = arena_printf(a, "cannot be run: %s", strerror(errno));
		if (in >= 0)
			close(in);
		return false;
	}
	pid = fork();
	if (pid == 0)
		become(argv, envp, l, (const int[]){in, to[1], err[1]});
	close(in);
	close(to[1]);
	close(err[1]);
	listening.out = to[0];
	listening.err = err[0];
	if (pid > 0) {
		int64_t deadline = milliseconds_now() +
		    (int64_t)l->seconds * PATIENCE * 1000;

		listen_to(&listening, deadline);
		wait_for_end(&listening, pid, deadline);
		kill(-pid, SIGKILL); /* also the processes it started */
		while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
			;
	}
	close(to[0]);
	close(err[0]);
	if (pid > 0 && listening.stopped == NULL && WIFEXITED(status) &&
	    WEXITSTATUS(status) == 0)
		return true;
	*why = pid < 0 ? arena_printf(a, "cannot be run: %s", strerror(errno))
	    : say_end(&listening, status, a);
	return false;
}
