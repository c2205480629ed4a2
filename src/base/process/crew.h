/* SPDX-License-Identifier: MIT
 * crew: work on what others wrote, in processes that can do nothing else.
 *
 * The libraries that read posts were not all written for hostile input: a text
 * of 42 bytes can fail an assertion in one of them. So each thread of the
 * caller has a process of its own, which may neither write, connect nor run
 * another program, and has limits of memory and CPU time. A process that dies
 * costs the request that killed it.
 *
 * A process is a fork: it sees the caller's memory as of crew_renew and needs
 * nothing sent but the request. Requests and answers are bytes in memory that
 * both share. The caller copies an answer before it looks at it. */
#ifndef FEEDMILL_BASE_PROCESS_CREW_H
#define FEEDMILL_BASE_PROCESS_CREW_H

#include "base/core/buf.h"

struct crew;

struct crew_limits {
	size_t threads;   /* that may call crew_run at once, at least one */
	bool in_process;  /* have no processes: work in the caller's, one
	                   * request after another, without limits. For
	                   * debuggers, sanitizers, and hosts with threads */
	unsigned milliseconds; /* of CPU time for a request; 0: no limit */
	size_t memory;    /* bytes that a process may allocate; 0: no limit */
};

/* How a request ended. */
enum crew_end {
	CREW_ANSWERED,
	CREW_CRASHED,     /* its process died */
	CREW_TIME,        /* it took more CPU time than the limit */
	CREW_MEMORY,      /* it took more memory, or its answer is too large */
	CREW_STOPPED,     /* not tried: too many others died before */
};

struct crew_result {
	enum crew_end end;
	str answer;       /* until the function that got it returns */
	bool may_pass;    /* it may end otherwise another time: the tries
	                   * differed, or the system ended the process */
	const char *how;  /* "SIGABRT": what ended the process; or NULL */
	str words;        /* its last line on standard error; may be empty */
};

/* What is done with each request, in the process. `ctx` and what it points to
 * must exist when crew_renew is called. */
struct crew_task {
	void (*work)(void *ctx, str request, struct buf *answer);
	void *ctx;
};

/* Starts no process yet. Never NULL. */
struct crew *crew_open(const struct crew_limits *l);
/* Ends the processes, so that those of the next requests see the memory as it
 * is now. Starts one for each of the first `count` threads: to start them later
 * is slower and less safe, since other threads may hold locks then. No other
 * thread may use the crew meanwhile. */
void crew_renew(struct crew *c, size_t count);
/* Does all requests and gives each result to `take`, in their order. `thread`
 * is below limits.threads; no two calls with the same one may run at once. */
void crew_run(struct crew *c, size_t thread, const struct crew_task *task,
    const str *requests, size_t n,
    void (*take)(void *ctx, size_t i, const struct crew_result *r), void *ctx);
/* What this system refused so far: "Landlock", "seccomp", "processes"; or
 * empty. In the arena. */
str crew_lacks(const struct crew *c, struct arena *a);
/* May be NULL. */
void crew_close(struct crew *c);

#endif
