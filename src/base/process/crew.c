/* SPDX-License-Identifier: MIT
 * crew: work on what others wrote, in processes that can do nothing else. */
#include "base/process/crew.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/process/confine.h"
#include "base/process/region.h"

/* A process stops to answer when so many bytes are ready. */
enum { ENOUGH = REGION_KEPT };
/* Processes that may die in one run before the crew gives up. */
enum { MOST_DEATHS = 200 };
/* Times that a request is tried whose process the system ends. */
enum { MOST_TRIES = 5 };
/* Seconds without any progress until a process is taken for dead. */
enum { MOST_STILL = 120 };
/* Bytes of its last words. */
enum { MOST_WORDS = 300 };
/* The descriptors of a process: standard error goes to the caller. */
enum { WORDS_FD = 2, SIGNAL_FD = 3 };
/* Where fork or shared memory is refused: a bit beside enum confine_wall. */
enum { NO_PROCESS = 1 << 8 };
/* Its exit status where an answer had no room. */
enum { EXIT_NO_ROOM = 3 };

/* What both see. The caller writes `task` and `n`, the process the rest. */
struct shared {
	struct crew_task task;
	size_t n;              /* requests */
	atomic_size_t done;    /* answers that are whole */
	unsigned walls;        /* enum confine_wall, of the process */
};

struct slot {
	struct shared *shared;
	struct region requests, answers;
	pid_t pid;             /* 0: no process */
	int signal, words;     /* ends of the socket and the pipe */
	struct buf copy;       /* of the answers */
	char last[MOST_WORDS];
};

struct crew {
	struct crew_limits limits;
	struct slot *slots;    /* by thread */
	atomic_size_t deaths;
	atomic_uint lacking;   /* enum confine_wall, and NO_PROCESS */
};

/* Without processes, two builds of one program could meet in a library that
 * is not made for threads. */
static pthread_mutex_t in_process = PTHREAD_MUTEX_INITIALIZER;

static bool
open_memory(struct slot *s)
{
	if (s->shared == NULL)
		s->shared = region_map(sizeof *s->shared);
	return s->shared && region_open(&s->requests) &&
	    region_open(&s->answers);
}

static void
close_memory(struct slot *s)
{
	if (s->shared)
		munmap(s->shared, sizeof *s->shared);
	region_close(&s->requests);
	region_close(&s->answers);
}

/* ---- in the process ---- */

/* Starts the clock of CPU time: SIGPROF ends the process when it runs out. */
static void
start_clock(unsigned milliseconds)
{
	struct itimerval t = {.it_value = {
		milliseconds / 1000, milliseconds % 1000 * 1000}};

	setitimer(ITIMER_PROF, &t, NULL);
}

static void
answer_all(struct slot *s, unsigned milliseconds, struct buf *answer)
{
	struct shared *shared = s->shared;
	str rest = region_bytes(&s->requests), request;

	s->answers.used = 0;
	for (size_t i = 0; i < shared->n && region_cut(&rest, &request); i++) {
		start_clock(milliseconds);
		buf_reset(answer);
		shared->task.work(shared->task.ctx, request, answer);
		if (!region_add(&s->answers, buf_str(answer)))
			_exit(EXIT_NO_ROOM);
		atomic_store(&shared->done, i + 1);
		if (s->answers.used >= ENOUGH)
			return;
	}
}

static void
reset_signals(void)
{
	sigset_t none;

	for (int i = 1; i < NSIG; i++)
		signal(i, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

/* Keeps the socket and the pipe, under numbers that are known. */
static void
keep_descriptors(int sock, int words)
{
	int null = open("/dev/null", O_RDWR), high = fcntl(words, F_DUPFD, 16);

	sock = fcntl(sock, F_DUPFD, 16);
	dup2(null, 0);
	dup2(null, 1);
	dup2(high, WORDS_FD);
	dup2(sock, SIGNAL_FD);
	close_range(SIGNAL_FD + 1, ~0u, 0);
}

/* Answers until the caller closes its end of the socket. */
static _Noreturn void
serve(struct slot *s, const struct crew_limits *l, int sock, int words)
{
	struct buf answer = {0};
	char c;

	reset_signals();
	keep_descriptors(sock, words);
	confine_memory(l->memory);
	s->shared->walls = confine_to_reading(SIGNAL_FD);
	while (read(SIGNAL_FD, &c, 1) == 1) {
		answer_all(s, l->milliseconds, &answer);
		if (write(SIGNAL_FD, &c, 1) != 1)
			break;
	}
	_exit(0);
}

/* ---- starting and ending processes ---- */

static bool
open_ends(int sock[2], int words[2])
{
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sock) != 0)
		return false;
	if (pipe2(words, O_CLOEXEC | O_NONBLOCK) == 0)
		return true;
	close(sock[0]);
	close(sock[1]);
	return false;
}

/* Signals are blocked meanwhile, so that no handler of the host runs in the
 * process before it has its own. */
static bool
start_process(struct crew *c, struct slot *s)
{
	sigset_t all, old;
	int sock[2], words[2];

	if (!open_memory(s) || !open_ends(sock, words))
		return false;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &old);
	s->pid = fork();
	if (s->pid == 0)
		serve(s, &c->limits, sock[1], words[1]);
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	close(sock[1]);
	close(words[1]);
	s->signal = sock[0];
	s->words = words[0];
	if (s->pid > 0)
		return true;
	s->pid = 0;
	close(sock[0]);
	close(words[0]);
	return false;
}

/* Waits for its end; the process is dead or finds its socket closed. */
static int
end_process(struct slot *s)
{
	int status = 0;

	if (s->pid == 0)
		return 0;
	close(s->signal);
	while (waitpid(s->pid, &status, 0) < 0 && errno == EINTR)
		;
	close(s->words);
	s->pid = 0;
	return status;
}

/* Keeps the last line that the process wrote to standard error. */
static str
read_words(struct slot *s)
{
	char bytes[4096];
	str words = {0}, line;
	ssize_t n = read(s->words, bytes, sizeof bytes), more;

	while (n == sizeof bytes &&
	    (more = read(s->words, bytes, sizeof bytes)) > 0)
		n = more;
	if (n <= 0)
		return words;
	for (str rest = {bytes, (size_t)n}; str_split(&rest, '\n', &line);)
		if (str_trim(line).len)
			words = str_trim(line);
	words = str_sub(words, 0, sizeof s->last);
	memcpy(s->last, words.ptr, words.len);
	return (str){s->last, words.len};
}

/* ---- asking ---- */

/* CPU time of a process in nanoseconds; 0 if it is dead. */
static int64_t
cpu_time(pid_t pid)
{
	clockid_t clock;
	struct timespec t;

	if (clock_getcpuclockid(pid, &clock) != 0 ||
	    clock_gettime(clock, &t) != 0)
		return 0;
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/* Waits for the sign that answers are ready. False: the process died. One that
 * stands still, in a lock or on a disk that does not answer, is killed. */
static bool
wait_for_sign(struct slot *s)
{
	struct pollfd p = {.fd = s->signal, .events = POLLIN};
	int64_t before = -1;
	int still = 0;
	char c;
	ssize_t n;

	while (still < MOST_STILL) {
		int ready = poll(&p, 1, 1000);
		int64_t now;

		if (ready > 0)
			break;
		if (ready < 0)
			continue;
		now = cpu_time(s->pid);
		still = now == before ? still + 1 : 0;
		before = now;
	}
	if (still == MOST_STILL)
		kill(s->pid, SIGKILL);
	do
		n = recv(s->signal, &c, 1, 0);
	while (n < 0 && errno == EINTR);
	return n == 1;
}

/* Sends as many requests as have room. Returns how many. */
static size_t
send_requests(struct slot *s, const struct crew_task *task,
    const str *requests, size_t n)
{
	size_t sent = 0;
	char c = 0;

	region_reset(&s->requests);
	region_reset(&s->answers);
	while (sent < n && region_add(&s->requests, requests[sent]))
		sent++;
	s->shared->task = *task;
	s->shared->n = sent;
	atomic_store(&s->shared->done, 0);
	if (sent)
		send(s->signal, &c, 1, MSG_NOSIGNAL);
	return sent;
}

/* Copies the answers that are whole into s->copy, and counts them. */
static size_t
copy_answers(struct slot *s, size_t sent)
{
	size_t done = atomic_load(&s->shared->done), n = 0;
	str rest = region_bytes(&s->answers), slice;

	while (n < done && n < sent && region_cut(&rest, &slice))
		n++;
	s->answers.used = REGION_ROOM - rest.len;
	buf_reset(&s->copy);
	buf_add(&s->copy, (str){s->answers.bytes, s->answers.used});
	return n;
}

/* Whether these are the last words of a process that got no memory. Some
 * libraries say so and crash afterwards. */
static bool
tell_of_memory(str words)
{
	static const char *const all[] = {
		"out of memory",             /* feedmill, gumbo */
		"bad_alloc",                 /* C++ */
		"Memory allocation failed",  /* libxml2 */
	};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (str_find(words, str_of(all[i])) != STR_NONE)
			return true;
	return false;
}

/* What ended a process, from its status. */
static struct crew_result
result_of_death(int status, str words)
{
	struct crew_result r = {.end = CREW_CRASHED, .words = words};

	if (WIFSIGNALED(status)) {
		r.how = sigabbrev_np(WTERMSIG(status));
		if (WTERMSIG(status) == SIGPROF)
			r.end = CREW_TIME;
		/* The system may have killed it to get memory. */
		r.may_pass = WTERMSIG(status) == SIGKILL;
	} else if (WEXITSTATUS(status) == EXIT_NO_ROOM)
		r.end = CREW_MEMORY;
	if (tell_of_memory(words))
		r.end = CREW_MEMORY;
	return r;
}

/* The state of one crew_run. */
struct batch {
	const struct crew_task *task;
	const str *requests;
	size_t n, next;        /* the first that has no result yet */
	int deaths;            /* of processes with `next` */
	struct crew_result first; /* how the first one died */
	void (*take)(void *ctx, size_t i, const struct crew_result *r);
	void *ctx;
};

static void
give_result(struct batch *b, const struct crew_result *r)
{
	b->take(b->ctx, b->next++, r);
	b->deaths = 0;
}

static void
give_answers(struct batch *b, const struct slot *s, size_t n)
{
	struct crew_result r = {.end = CREW_ANSWERED};
	str rest = buf_str(&s->copy);

	while (n-- && region_cut(&rest, &r.answer))
		give_result(b, &r);
}

/* After the death of a process. Its request is tried once more, alone, since
 * what it did for those before it may have been the cause, and a few times if
 * the system ended the process. A request that took too long is not: the clock
 * only counts its own time. */
static void
give_death(struct crew *c, struct batch *b, struct slot *s)
{
	str words = read_words(s);
	struct crew_result r = result_of_death(end_process(s), words);

	atomic_fetch_add(&c->deaths, 1);
	if (b->deaths++ == 0)
		b->first = r;
	if (r.end != CREW_TIME &&
	    b->deaths < (r.may_pass ? MOST_TRIES : 2))
		return;
	r.may_pass |= r.end != b->first.end || r.how != b->first.how;
	give_result(b, &r);
}

static void
work_in_process(struct batch *b, struct slot *s)
{
	struct crew_result r = {.end = CREW_ANSWERED};

	pthread_mutex_lock(&in_process);
	while (b->next < b->n) {
		buf_reset(&s->copy);
		b->task->work(b->task->ctx, b->requests[b->next], &s->copy);
		r.answer = buf_str(&s->copy);
		give_result(b, &r);
	}
	pthread_mutex_unlock(&in_process);
}

static void
ask_process(struct crew *c, struct batch *b, struct slot *s)
{
	size_t n = b->deaths ? 1 : b->n - b->next;
	size_t sent = send_requests(s, b->task, b->requests + b->next, n);
	struct crew_result too_large = {.end = CREW_MEMORY};
	bool alive;

	if (sent == 0) {
		give_result(b, &too_large);
		return;
	}
	alive = wait_for_sign(s);
	n = b->next;
	give_answers(b, s, copy_answers(s, sent));
	/* A process that signs without an answer is not ours any more. */
	if (alive && b->next == n)
		kill(s->pid, SIGKILL);
	if (!alive || b->next == n)
		give_death(c, b, s);
	else
		atomic_fetch_or(&c->lacking, ~s->shared->walls &
		    (CONFINE_LANDLOCK | CONFINE_SECCOMP));
}

void
crew_run(struct crew *c, size_t thread, const struct crew_task *task,
    const str *requests, size_t n,
    void (*take)(void *ctx, size_t i, const struct crew_result *r), void *ctx)
{
	struct batch b = {.task = task, .requests = requests, .n = n,
		.take = take, .ctx = ctx};
	struct slot *s = &c->slots[thread];

	while (b.next < n && !c->limits.in_process) {
		struct crew_result stopped = {
			.end = CREW_STOPPED, .may_pass = true};

		if (atomic_load(&c->deaths) > MOST_DEATHS)
			give_result(&b, &stopped);
		else if (s->pid || start_process(c, s))
			ask_process(c, &b, s);
		else
			break;
	}
	if (b.next == n)
		return;
	/* Where no process can be had, the work is done all the same. */
	if (!c->limits.in_process)
		atomic_fetch_or(&c->lacking, NO_PROCESS);
	work_in_process(&b, s);
}

/* ---- the crew ---- */

struct crew *
crew_open(const struct crew_limits *l)
{
	struct crew *c = mem_alloc(sizeof *c);

	*c = (struct crew){.limits = *l};
	c->slots = mem_alloc(c->limits.threads * sizeof *c->slots);
	memset(c->slots, 0, c->limits.threads * sizeof *c->slots);
	return c;
}

void
crew_renew(struct crew *c, size_t count)
{
	for (size_t i = 0; i < c->limits.threads; i++)
		end_process(&c->slots[i]);
	for (size_t i = 0; i < c->limits.threads && i < count &&
	     !c->limits.in_process; i++)
		start_process(c, &c->slots[i]);
}

str
crew_lacks(const struct crew *c, struct arena *a)
{
	static const struct {
		unsigned bit;
		const char *name;
	} all[] = {
		{CONFINE_LANDLOCK, "Landlock"},
		{CONFINE_SECCOMP, "seccomp"},
		{NO_PROCESS, "processes"},
	};
	unsigned lacking = atomic_load(&c->lacking);
	struct buf b = {0};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (lacking & all[i].bit)
			buf_printf(&b, "%s%s", b.len ? ", " : "", all[i].name);
	return buf_move(&b, a);
}

void
crew_close(struct crew *c)
{
	if (c == NULL)
		return;
	for (size_t i = 0; i < c->limits.threads; i++) {
		end_process(&c->slots[i]);
		close_memory(&c->slots[i]);
		buf_free(&c->slots[i].copy);
	}
	mem_free(c->slots);
	mem_free(c);
}
