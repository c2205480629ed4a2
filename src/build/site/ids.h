/* SPDX-License-Identifier: MIT
 * ids: the ledger of a site, from its file to its posts and back.
 *
 * It is opened with the config and matched once the posts are read. It is
 * staged with the feeds, and renamed after them. */
#ifndef FEEDMILL_BUILD_SITE_IDS_H
#define FEEDMILL_BUILD_SITE_IDS_H

#include "base/core/diag.h"
#include "base/core/hash.h"
#include "base/time/datetime.h"
#include "build/site/outcome.h"

struct ids;
struct post;
struct site;

/* Reads the bytes of the file that ids.ledger names, which need not exist, into
 * s->ids. Leaves that NULL if the config wants no ledger. A post that is not
 * found is gone since `now`. False: the file cannot be read, which is
 * reported. */
bool ids_open(struct site *s, instant now);
/* A digest of the file, or of the new file once it is staged. */
struct digest ids_digest(const struct ids *ids);
/* Parses the lines, before the posts are read. False: a line is wrong, which is
 * reported. */
bool ids_parse(struct site *s);
/* Gives posts the ids of their lines, and adds lines for new posts. */
void ids_match(struct site *s);
/* Adds the documents of archives to the plan. False: another document has the
 * path, which is reported. */
bool ids_archive(struct site *s);
/* Adds tombstones of posts whose files disappeared recently to the main
 * feeds. */
void ids_bury(struct site *s);
/* Whether the system could not tell if a file exists: the next run must look
 * again. */
bool ids_must_retry(const struct ids *ids);
/* Narrows the time in which a run would produce the same tombstones. */
void ids_narrow(const struct ids *ids, instant *from, instant *until);

/* Whether a run was killed while the new ledger was beside the old one. */
bool ids_was_killed(const struct ids *ids);
/* Writes the new ledger beside the old one if it changes; else removes the file
 * that a killed run left there. Its lines are those of the published posts.
 * Reports any result but OUTCOME_OK. */
enum outcome ids_stage(struct site *s, struct diags *diags);
/* Renames the staged file into place. Reports any result but OUTCOME_OK. */
enum outcome ids_commit(struct site *s, struct diags *diags);
/* Whether the ledger got a new line. */
enum ids_line {
	IDS_ADDED,
	IDS_KNOWN, /* it already has this line */
	IDS_OTHER, /* it has another id for the post: *other */
	IDS_TAKEN, /* it has the id for another file: *other */
};
/* Adds a line that gives the post this id. Call it instead of ids_match, which
 * would add feedmill's own id; ids_write must follow. */
enum ids_line ids_adopt(struct site *s, struct post *p, str id, str *other);
/* Does what ids_stage and ids_commit do. */
enum outcome ids_write(struct site *s, struct diags *diags);
/* Removes a staged file that was not committed, and frees the ledger. */
void ids_close(struct site *s);

#endif
