/* SPDX-License-Identifier: MIT
 * pool: the same work on many things, on several threads. */
#include "base/core/pool.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>

#include "base/core/mem.h"

struct job {
	void (*work)(void *ctx, size_t worker, size_t i);
	void *ctx;
	size_t count;
	atomic_size_t next;
};

struct worker {
	struct job *job;
	size_t number;
	pthread_t thread;
	bool started;
};

size_t
pool_cores(void)
{
	cpu_set_t set;

	if (sched_getaffinity(0, sizeof set, &set) != 0)
		return 1;
	return (size_t)CPU_COUNT(&set);
}

size_t
pool_share(size_t threads, size_t count, size_t few)
{
	size_t n = (count + few - 1) / few;

	return n < threads ? n : threads;
}

static void *
run(void *arg)
{
	struct worker *w = arg;
	size_t i;

	while ((i = atomic_fetch_add(&w->job->next, 1)) < w->job->count)
		w->job->work(w->job->ctx, w->number, i);
	return NULL;
}

void
pool_run(size_t threads, size_t count,
    void (*work)(void *ctx, size_t worker, size_t i), void *ctx)
{
	struct job job = {.work = work, .ctx = ctx, .count = count};
	struct worker *workers;

	if (threads > count)
		threads = count;
	if (threads < 1)
		threads = 1;
	workers = mem_alloc(threads * sizeof *workers);
	for (size_t i = 0; i < threads; i++)
		workers[i] = (struct worker){.job = &job, .number = i};
	/* If a thread cannot be created, the other threads do its work. */
	for (size_t i = 1; i < threads; i++)
		workers[i].started = pthread_create(&workers[i].thread, NULL,
		    run, &workers[i]) == 0;
	run(&workers[0]);
	for (size_t i = 1; i < threads; i++)
		if (workers[i].started)
			pthread_join(workers[i].thread, NULL);
	mem_free(workers);
}
