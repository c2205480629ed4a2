/* SPDX-License-Identifier: MIT
 * ledger: the ids of posts as they were first published, in a file that its
 * owner keeps under version control.
 *
 * One line a post: its id, the path of its file, and what else must not be
 * forgotten, with tabs between, sorted by id: a line never moves, whatever
 * becomes of the post, and two branches that add posts rarely touch. */
#ifndef FEEDMILL_POST_LEDGER_LEDGER_H
#define FEEDMILL_POST_LEDGER_LEDGER_H

#include "base/core/table.h"
#include "post/post.h"

/* An archive that posts are put in, page by page. */
struct ledger_archive {
	str name;      /* the folder of its documents: "archive/tags/linux" */
	uint32_t last; /* the newest page, from 1; 0: there is none */
	size_t in_last; /* posts that were put there */
};

/* Where in an archive a post is. */
struct ledger_page {
	struct ledger_archive *archive;
	uint32_t number;          /* from 1 */
	bool is_new;              /* of this run */
	struct ledger_page *next; /* by the names of the archives */
};

struct ledger_line {
	str id;
	str path;            /* of the file, relative to the config's folder;
	                      * empty: another post has taken it */
	struct mark id_at, path_at; /* zero: the line is of this run */
	bool is_gone;
	instant gone;        /* when a run first missed it, if it is gone */
	struct ledger_page *pages;
	struct post *post;   /* that it is the line of; NULL: none was found */
	struct ledger_line *next;
};

/* What a ledger says, and what it will say. */
struct ledger {
	struct source source;      /* the file */
	struct arena *arena;
	struct ledger_line *lines; /* in the order of the file, then new ones */
	struct ledger_line **end;
	size_t count;
	struct strs comments;      /* owned; with their '#' */
	struct table by_id, by_path; /* to struct ledger_line; but for new
	                              * ones */
	struct table archives;     /* to struct ledger_archive, by name */
};

/* Reads a ledger, which may be empty, from src->text; both must outlive it.
 * Everything in it that is wrong is reported; false if anything is. Lines that
 * are there twice count once. Freed by ledger_free either way. */
bool ledger_parse(struct ledger *l, const struct source *src,
    struct arena *a, struct diags *diags);
void ledger_free(struct ledger *l);

/* Adds a line. */
struct ledger_line *ledger_add(struct ledger *l, str id, str path);
/* Puts the post of a line on that page of an archive. */
void ledger_add_page(struct ledger *l, struct ledger_line *line,
    struct ledger_archive *archive, uint32_t number);
/* The archive of that name, which need not have pages. */
struct ledger_archive *ledger_archive(struct ledger *l, str name);
/* The page of an archive that a line's post is on; 0: none. */
uint32_t ledger_page_of(const struct ledger_line *line,
    const struct ledger_archive *archive);

/* Appends the text of the file. Lines of this run whose post is not published
 * after all are left out, and so are pages of this run that an error keeps a
 * post from. */
void ledger_write(struct buf *out, const struct ledger *l);

#endif
