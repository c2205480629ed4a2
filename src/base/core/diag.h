/* SPDX-License-Identifier: MIT
 * diag: errors, warnings and notes, and the places that they are about. */
#ifndef FEEDMILL_BASE_CORE_DIAG_H
#define FEEDMILL_BASE_CORE_DIAG_H

#include "base/core/buf.h"
#include "base/core/mem.h"
#include "base/core/str.h"

enum diag_level { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };
extern const char *const diag_level_names[]; /* "note" and so on */

/* What all findings of one kind have in common. A code is the address of one,
 * so that two codes can be compared. */
struct diag_info {
	enum diag_level level;
	const char *name;      /* "date-unreadable" */
	const char *help;      /* what to do, a sentence */
	/* Of rules of feeds; else NULL: */
	const char *applies;   /* "Atom, RSS" */
	const char *reference; /* the specification: "RFC 4287 3.3" */
	const char *more;      /* why, in a few sentences */
};
typedef const struct diag_info *diag_code;

/* Each floor has a table of the codes that it reports, such as
 * base/data/data_codes.h: one row DIAG(id, level, name, help) a code. To
 * include the table declares the codes. build/codes/known_codes.c defines and
 * lists them: it includes all tables again with DIAG_ROW set to DIAG_DEFINED
 * and DIAG_LISTED. That is why tables have no include guard. */
#define DIAG(id, level, name, help) \
	DIAG_ROW(id, level, name, help, NULL, NULL, NULL)
#define DIAG_DECLARED(id, level, name, help, applies, reference, more) \
	extern const struct diag_info id[1];
#define DIAG_DEFINED(id, level, name, help, applies, reference, more) \
	const struct diag_info id[1] = { \
		{level, name, help, applies, reference, more}};
#define DIAG_LISTED(id, level, name, help, applies, reference, more) id,
#define DIAG_ROW DIAG_DECLARED

/* A file as far as messages need it. */
struct source {
	str name; /* as messages print it: relative to the config's folder */
	str text; /* all of it, or empty: no source line is shown then */
};

/* A place. Lines and columns count from 1, columns in code points; 0: not
 * known. */
struct mark {
	int line;
	int col;
};

struct diag {
	diag_code code;
	str file;        /* empty: no file */
	struct mark at;
	str message;
	const char *reference; /* the specification, or NULL */
	str line;        /* the part of the source line to show, or empty */
	int caret;       /* its column in `line` */
	struct diag *next;
};

/* How often a code was reported. */
struct diag_tally {
	diag_code code;
	size_t count;
	struct diag_tally *next;
};

/* The tally of a code in a list; one that is missing is added at its end. */
struct diag_tally *diag_tally_of(struct diag_tally **list, struct arena *a,
    diag_code code);

/* A list in the order of reports, which owns its texts. The zero value is
 * empty. One thread at a time. */
struct diags {
	struct arena arena;
	struct diag *first, *last;
	size_t counts[DIAG_ERROR + 1]; /* by level */
	size_t most;  /* of one code that diag_add keeps; it only counts those
	               * after them. 0: all */
	struct diag_tally *tallies; /* if there is a limit */
};

/* Reports. `src` may be NULL: the message concerns no file. The message is
 * lower case, without a full stop, and quotes the value it is about. */
void diag_add(struct diags *d, diag_code code, const struct source *src,
    struct mark at, const char *fmt, ...)
    __attribute__((format(printf, 5, 6)));
/* Whether diag_add would only count one of this code: the caller need not
 * search for its place. */
bool diags_is_full(struct diags *d, diag_code code);
/* Reports how many of each code were only counted. */
void diags_sum(struct diags *d, const struct source *src);

/* A place for a caller that has the part of the line to show, and the caret's
 * column in it: to search a large file for the line would take too long. */
struct diag_place {
	str file;       /* empty: no file */
	struct mark at;
	str line;       /* empty: none is shown */
	int caret;
};

/* Reports at such a place. `reference` may be NULL: then it is the code's. */
void diag_add_at(struct diags *d, diag_code code,
    const struct diag_place *place, const char *reference, str message);
/* The place of a byte offset in a text. */
struct mark mark_of(str text, size_t offset);
/* Adds a copy of one that was reported elsewhere. */
void diag_copy(struct diags *d, const struct diag *g);
void diags_copy(struct diags *to, const struct diags *from);
/* Moves all of `from` to the end of `to`. */
void diags_move(struct diags *to, struct diags *from);
void diags_free(struct diags *d);

/* Appends one diagnostic as text: file:line:col, level, message, code, and the
 * source line with a caret if there is one. */
void diag_format(struct buf *out, const struct diag *d);

/* The number of typing errors between two names, ignoring case: letters that
 * are missing, too many, wrong or swapped with their neighbour. Large for names
 * of more than 48 bytes. */
size_t name_distance(str a, str b);
/* The name with the fewest typing errors between it and `word`, or NULL where
 * each has more than a third of the word's length. */
const char *nearest_name(str word, const char *const *names, size_t count);

#endif
