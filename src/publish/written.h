/* SPDX-License-Identifier: MIT
 * written: which config wrote which file of a published folder.
 *
 * Several configs may publish in one folder. A run must remove no file of
 * another, and a feed does not say which config made it. So each run lists what
 * it wrote, in a text file beside the state. It is not part of the state, which
 * is deleted when the config or the program changes.
 *
 * Without the list nothing is lost: files that no list names stay. A list that
 * cannot be used is reported in a note. */
#ifndef FEEDMILL_PUBLISH_WRITTEN_H
#define FEEDMILL_PUBLISH_WRITTEN_H

#include "base/core/diag.h"
#include "base/core/hash.h"

struct written;

/* A run: its config and its published folder, by their paths. */
struct writer {
	const char *list; /* the file; NULL: none is kept */
	str config, folder;
	bool dry;         /* the list is only read */
};

/* Reads the list, and locks it until written_close unless the run is dry. It
 * need not exist. */
struct written *written_open(const struct writer *by, struct diags *diags);

/* Whether there is a list to add to. */
bool written_is_usable(const struct written *w);
/* The digest of a file as this config wrote it. False: the list does not have
 * it. */
bool written_digest(const struct written *w, str path, struct digest *out);
/* Adds a file of this run; `path` is below the folder. */
void written_add(struct written *w, str path, struct digest digest);
/* Compares the files of this run, once all are added, with those of other
 * configs: reports files that two write. A config that was renamed keeps its
 * files: it is known by them. */
void written_settle(struct written *w);

/* Who wrote a file that this run did not add. */
enum wrote {
	WROTE_NOBODY,  /* the list does not have it */
	WROTE_GONE,    /* a config that does not exist any more */
	WROTE_SELF,    /* this config, and no other that exists */
	WROTE_OTHER    /* another config */
};
/* Sets *other to the path of that config, from the folder of this one's. */
enum wrote written_find(struct written *w, str path, str *other);

/* Writes the list if it changes: without the files that were removed. False: the
 * system failed to read or write it, and the next run must try again. */
bool written_save(struct written *w);
/* May be NULL. */
void written_close(struct written *w);

#endif
