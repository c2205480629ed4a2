/* SPDX-License-Identifier: MIT
 * ledger: the ids of posts as they were first published, in a file that its
 * owner keeps under version control.
 *
 * One line a post: its id, the path of its file, and NAME=VALUE fields, with
 * tabs between. Lines are sorted by id, which never changes, so that lines keep
 * their place and merges of two branches rarely conflict. */
#ifndef FEEDMILL_POST_LEDGER_LEDGER_H
#define FEEDMILL_POST_LEDGER_LEDGER_H

#include "base/core/table.h"
#include "post/post.h"

/* A paged archive of posts. */
struct ledger_archive {
	str name;      /* the folder of its documents: "archive/tags/linux" */
	uint32_t last; /* the newest page, from 1; 0: there is none */
	size_t in_last; /* posts on that page */
};

/* The page of an archive that a post is on. */
struct ledger_page {
	struct ledger_archive *archive;
	uint32_t number;          /* from 1 */
	bool is_new;              /* added by this run */
	struct ledger_page *next; /* sorted by archive name */
};

struct ledger_line {
	str id;
	str path;            /* of the file, relative to the config's folder;
	                      * empty: another post has this path now */
	struct mark id_at, path_at; /* zero: added by this run */
	bool is_gone;
	instant gone;        /* when a run first missed it, if it is gone */
	struct ledger_page *pages;
	struct post *post;   /* its post; NULL: none was found */
	struct ledger_line *next;
};

/* The ledger of earlier runs, and the lines of this one. */
struct ledger {
	struct source source;      /* the file */
	struct arena *arena;
	struct ledger_line *lines; /* in the order of the file, then new ones */
	struct ledger_line **end;
	size_t count;
	struct strs comments;      /* owned; with their '#' */
	struct table by_id, by_path; /* to struct ledger_line, without new
	                              * lines */
	struct table archives;     /* to struct ledger_archive, by name */
};

/* Reads a ledger, which may be empty, from src->text; `src` and `a` must
 * outlive it. Merges duplicate lines. Reports every error; false if there is
 * one. Freed by ledger_free either way. */
bool ledger_parse(struct ledger *l, const struct source *src,
    struct arena *a, struct diags *diags);
void ledger_free(struct ledger *l);

/* Adds a line. */
struct ledger_line *ledger_add(struct ledger *l, str id, str path);
/* Records that the post of a line is on that page of an archive. */
void ledger_add_page(struct ledger *l, struct ledger_line *line,
    struct ledger_archive *archive, uint32_t number);
/* The archive of that name, created if it is new. */
struct ledger_archive *ledger_archive(struct ledger *l, str name);
/* The page of an archive that a line's post is on; 0: none. */
uint32_t ledger_page_of(const struct ledger_line *line,
    const struct ledger_archive *archive);

/* Appends the text of the file. Leaves out new lines and new pages whose post
 * is not published after all. */
void ledger_write(struct buf *out, const struct ledger *l);

#endif
