/* SPDX-License-Identifier: MIT
 * feedmill: Atom, RSS and JSON feeds from a folder of posts, as a library. */
#ifndef FEEDMILL_H
#define FEEDMILL_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Every fault is a status and a finding, but for one. Where the system has no
 * memory left, the library writes a line to standard error and calls abort():
 * to report a finding needs memory too. Memory grows with the number of posts
 * and the size of the largest feeds. A single file cannot exhaust it: one that
 * is larger than its limit is a finding and is not read. libxml2, ICU, libcurl
 * and brotli are loaded when they are first needed. Where libxml2 or ICU was
 * needed and missing, builds fail until the process is started again. */

/* The program feedmill renders posts, parses their front matter and judges
 * documents in processes of its own: a post that crashes a library, or never
 * ends, costs that post. The library does all of it in the calling process, on
 * one thread at a time, and starts no process: it leaves signals and children
 * of its host alone. With `isolate` it forks as the program does. The processes
 * send SIGCHLD when they end; a host must neither wait for children that it
 * does not know nor ignore SIGCHLD, and should have loaded its own libraries
 * before. */

/* How a build ends; the program exits with the same numbers. */
enum feedmill_status {
	FEEDMILL_OK = 0,
	FEEDMILL_POSTS = 1,   /* published, but some posts had errors, or some
	                       * files could not be replaced or removed */
	FEEDMILL_CONFIG = 2,  /* the config is wrong; nothing was written */
	FEEDMILL_WRITE = 3,   /* could not write, could not read a folder of
	                       * posts or media, or a library is missing, which
	                       * a finding names; the feeds are as they were */
	FEEDMILL_REFUSED = 4  /* a guard refused: a feed would become empty,
	                       * lose many entries or show old posts as new,
	                       * or the clock is earlier than it was; nothing
	                       * was written */
};

enum feedmill_level {
	FEEDMILL_NOTE,
	FEEDMILL_WARNING,
	FEEDMILL_ERROR
};

/* One thing that a build or a validation has to say. All texts end with the
 * callback. */
struct feedmill_finding {
	enum feedmill_level level;
	const char *code;    /* "date-unreadable" */
	const char *file;    /* relative to the config's folder, or "" */
	int line, column;    /* from 1, columns in code points; 0: not known */
	const char *message;
	const char *help;    /* what to do about it */
	const char *reference; /* what says so: "RFC 4287 3.3"; or "" */
};
typedef void feedmill_report(void *ctx, const struct feedmill_finding *f);

/* What to build. Zeroed members have the default that they name. */
struct feedmill_options {
	const char *config;          /* path; NULL: "feedmill.yaml" */
	const char *const *settings; /* "KEY=VALUE", laid over the config */
	size_t n_settings;
	const char *folder;          /* instead of feeds.folder; or NULL */
	long long now;               /* seconds since 1970; 0: the clock */
	size_t threads;              /* 0: as many as there are cores */
	int dry;                     /* everything but writing */
	int accept_new_ids;          /* though readers see posts again */
	int accept_loss;             /* though entries leave the feeds, or the
	                              * clock is earlier than it was */
	int isolate;                 /* read what others wrote in processes of
	                              * its own: see above */
	feedmill_report *report;     /* told each finding; or NULL */
	void *ctx;                   /* its first argument */
};

/* Builds all feeds of a site. Findings are reported once the build is over,
 * from this thread, in the order of their files. Calls for different sites
 * may run at once. */
enum feedmill_status feedmill_build(const struct feedmill_options *options);

/* How a document is judged. Zeroed members have the default that they name. */
struct feedmill_validate_options {
	const char *name;            /* what findings call it; NULL: "" */
	const char *const *ignored;  /* codes of findings to leave out */
	size_t n_ignored;
	long long now;               /* seconds since 1970, to know which
	                              * dates are to come; 0: none is */
	feedmill_report *report;     /* told each finding; or NULL */
	void *ctx;                   /* its first argument */
};

enum feedmill_verdict {
	FEEDMILL_VALID = 0,
	FEEDMILL_INVALID = 1,  /* there are findings of level error */
	FEEDMILL_NO_VERDICT = 2 /* `ignored` names an unknown code; or libxml2
	                         * is missing, which is reported */
};

/* Judges a document of Atom, RSS, JSON Feed or OPML by its bytes; nothing is
 * fetched. Any number of threads may do so at once. */
enum feedmill_verdict feedmill_validate(const void *bytes, size_t size,
    const struct feedmill_validate_options *options);

/* The version of the library: "0.1.0". */
const char *feedmill_version(void);

#ifdef __cplusplus
}
#endif

#endif
