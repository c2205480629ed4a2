/* SPDX-License-Identifier: MIT
 * inject: runs a program and disturbs one of its system calls.
 *
 *     inject list OUT PROGRAM ARG...         one line a call: number and name
 *     inject fail N ERRNO PROGRAM ARG...     call N fails with that error
 *     inject short N 0 PROGRAM ARG...        call N reads or writes half
 *     inject kill N 0 PROGRAM ARG...         the whole run is killed before N
 *
 * Counts the calls that can meet a fault of the system, of all processes and
 * threads together: with one thread they come in the same order each time.
 * Calls before the program is started, and those of the dynamic loader until it
 * has mapped the libraries, are not counted. */
#include <elf.h>
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef __x86_64__
int
main(void)
{
	fputs("inject: only for x86-64\n", stderr);
	return 77;
}
#else

static const struct call {
	long number;
	const char *name;
	int size; /* the argument that a short call halves; 0: none */
} calls[] = {
	{SYS_openat, "openat", 0}, {SYS_read, "read", 2},
	{SYS_pread64, "pread64", 2}, {SYS_write, "write", 2},
	{SYS_pwrite64, "pwrite64", 2}, {SYS_writev, "writev", 0},
	{SYS_fstat, "fstat", 0}, {SYS_newfstatat, "newfstatat", 0},
	{SYS_statx, "statx", 0}, {SYS_stat, "stat", 0}, {SYS_lstat, "lstat", 0},
	{SYS_getdents64, "getdents64", 0}, {SYS_close, "close", 0},
	{SYS_rename, "rename", 0}, {SYS_renameat, "renameat", 0},
	{SYS_renameat2, "renameat2", 0}, {SYS_unlink, "unlink", 0},
	{SYS_unlinkat, "unlinkat", 0}, {SYS_mkdir, "mkdir", 0},
	{SYS_mkdirat, "mkdirat", 0}, {SYS_fsync, "fsync", 0},
	{SYS_fdatasync, "fdatasync", 0}, {SYS_ftruncate, "ftruncate", 0},
	{SYS_fallocate, "fallocate", 0}, {SYS_flock, "flock", 0},
	{SYS_fchmod, "fchmod", 0}, {SYS_fchown, "fchown", 0},
	{SYS_fcntl, "fcntl", 0}, {SYS_linkat, "linkat", 0},
	{SYS_readlink, "readlink", 0}, {SYS_access, "access", 0},
	{SYS_socketpair, "socketpair", 0}, {SYS_pipe2, "pipe2", 0},
	{SYS_clone, "clone", 0}, {SYS_clone3, "clone3", 0},
};

enum mode { LIST, FAIL, SHORT, KILL };

/* One process or thread. */
struct task {
	pid_t pid;
	bool inside;    /* between the entry and the exit of a call */
	bool disturbed; /* the call at hand is the one */
};

enum { MOST_TASKS = 64 };

struct run {
	enum mode mode;
	long target, error;
	FILE *out;
	long count;
	bool started;   /* the program itself runs, not its loader */
	struct task tasks[MOST_TASKS];
	size_t n;
	pid_t first;
	int status;
};

static struct task *
task_of(struct run *r, pid_t pid)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->tasks[i].pid == pid)
			return &r->tasks[i];
	if (r->n == MOST_TASKS) {
		fputs("inject: too many tasks\n", stderr);
		exit(2);
	}
	r->tasks[r->n] = (struct task){.pid = pid};
	return &r->tasks[r->n++];
}

static void
forget_task(struct run *r, pid_t pid)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->tasks[i].pid == pid)
			r->tasks[i] = r->tasks[--r->n];
}

static const struct call *
find_call(long number)
{
	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
		if (calls[i].number == number)
			return &calls[i];
	return NULL;
}

/* The third argument of the calls with a size. */
static bool
halve(struct user_regs_struct *regs)
{
	if (regs->rdx < 2)
		return false;
	regs->rdx /= 2;
	return true;
}

static void
kill_all(struct run *r)
{
	for (size_t i = 0; i < r->n; i++)
		kill(r->tasks[i].pid, SIGKILL);
}

/* Before a call: disturbs the one that is asked for. */
static void
enter_call(struct run *r, struct task *t)
{
	struct user_regs_struct regs;
	const struct call *c;

	if (ptrace(PTRACE_GETREGS, t->pid, NULL, &regs) != 0)
		return;
	/* The loader is done when the program asks for its first memory: glibc
	 * sets the limits of the heap with brk after the libraries are there. */
	if (!r->started && regs.orig_rax == SYS_prlimit64)
		r->started = true;
	c = find_call((long)regs.orig_rax);
	if (!r->started || c == NULL)
		return;
	r->count++;
	if (r->out)
		fprintf(r->out, "%ld %s%s\n", r->count, c->name,
		    c->size ? " short" : "");
	if (r->count != r->target)
		return;
	switch (r->mode) {
	case KILL:
		kill_all(r);
		break;
	case SHORT:
		if (c->size && halve(&regs))
			ptrace(PTRACE_SETREGS, t->pid, NULL, &regs);
		break;
	case FAIL:
		t->disturbed = true;
		/* No call at all; but close() closes, whatever it returns. */
		if (c->number != SYS_close)
			regs.orig_rax = (unsigned long long)-1;
		ptrace(PTRACE_SETREGS, t->pid, NULL, &regs);
		break;
	case LIST:
		break;
	}
}

static void
leave_call(struct run *r, struct task *t)
{
	struct user_regs_struct regs;

	if (!t->disturbed || ptrace(PTRACE_GETREGS, t->pid, NULL, &regs) != 0)
		return;
	t->disturbed = false;
	regs.rax = (unsigned long long)-r->error;
	ptrace(PTRACE_SETREGS, t->pid, NULL, &regs);
}

/* Handles one stop. Returns the signal to go on with. */
static int
handle_stop(struct run *r, pid_t pid, int status)
{
	struct task *t = task_of(r, pid);
	int number = WSTOPSIG(status);

	if (number == (SIGTRAP | 0x80)) {
		t->inside = !t->inside;
		if (t->inside)
			enter_call(r, t);
		else
			leave_call(r, t);
		return 0;
	}
	/* Stops of ptrace itself: a new task, a program that starts. */
	if (status >> 16 || number == SIGSTOP || number == SIGTRAP)
		return 0;
	return number;
}

static void
follow(struct run *r)
{
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, __WALL)) > 0) {
		if (WIFSTOPPED(status)) {
			int number = handle_stop(r, pid, status);

			ptrace(PTRACE_SYSCALL, pid, NULL, (long)number);
			continue;
		}
		forget_task(r, pid);
		if (pid == r->first)
			r->status = status;
	}
}

static pid_t
start(char **argv)
{
	pid_t pid = fork();

	if (pid == 0) {
		ptrace(PTRACE_TRACEME, 0, NULL, NULL);
		raise(SIGSTOP);
		execvp(argv[0], argv);
		_exit(127);
	}
	return pid;
}

int
main(int argc, char **argv)
{
	static const char *const modes[] = {"list", "fail", "short", "kill"};
	struct run r = {.target = -1};
	int first = 4, status;

	if (argc < 5)
		return 2;
	while (strcmp(argv[1], modes[r.mode]) != 0)
		if (++r.mode > KILL)
			return 2;
	if (r.mode == LIST) {
		first = 3;
		r.out = fopen(argv[2], "w");
	} else {
		r.target = atol(argv[2]);
		r.error = atol(argv[3]);
	}
	r.first = start(argv + first);
	waitpid(r.first, &status, 0);
	ptrace(PTRACE_SETOPTIONS, r.first, NULL, PTRACE_O_TRACESYSGOOD |
	    PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK |
	    PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL);
	task_of(&r, r.first);
	ptrace(PTRACE_SYSCALL, r.first, NULL, NULL);
	follow(&r);
	if (r.out)
		fclose(r.out);
	if (WIFSIGNALED(r.status)) {
		signal(WTERMSIG(r.status), SIG_DFL);
		return 128 + WTERMSIG(r.status);
	}
	return WEXITSTATUS(r.status);
}
#endif
