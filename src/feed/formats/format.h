/* SPDX-License-Identifier: MIT
 * format: the formats that a feed is written in.
 *
 * To add one, write a file with a `struct format` and add a row to formats.c.
 * Nothing else in the program knows the names of formats: the config offers
 * the rows, and planning, publishing, the guard, pruning and the lists of
 * feeds ask the row for what they need.
 *
 * A format must write the same bytes for the same arguments: no time, no
 * locale, no memory of earlier calls. Its functions are called from several
 * threads at once. */
#ifndef FEEDMILL_FEED_FORMATS_FORMAT_H
#define FEEDMILL_FEED_FORMATS_FORMAT_H

#include "content/entry/entry.h"
#include "feed/plan/plan.h"

struct old_feed;

/* An entry without full text: what write_entry returns. */
#define FORMAT_NO_TEXT ((size_t)-1)

struct format {
	/* ---- names ---- */

	/* In the config and in messages, unlike any other: "atom". */
	const char *name;
	/* For people, in lists of feeds: "Atom"; NULL: the name. */
	const char *label;
	/* Ends the paths that the config gives without one, with its dot,
	 * unlike any other: ".atom". */
	const char *extension;
	/* Another ending that such files often have, for prune: ".xml"; or
	 * NULL. */
	const char *extension_too;
	/* "application/atom+xml" */
	const char *media_type;
	/* A text in the first 16 KiB of every document that any version of
	 * feedmill wrote, and in no file of another program: prune recognises
	 * documents by it. */
	const char *mark;

	/* ---- abilities ---- */

	/* Every feed reader accepts it. A list with one address for each feed,
	 * such as OPML, has the first of these. */
	bool is_universal;
	/* It can write podcasts. A podcast feed needs such a format. */
	bool has_podcasts;
	/* Entries name their picture even if the text shows it: readers of this
	 * format do not show it twice. */
	bool has_image;

	/* ---- writing ----
	 *
	 * A document consists of the head, the entries, newest first, with the
	 * separator between them, and the tail. An entry is written once and
	 * copied into every feed that has it, so it must not depend on the feed
	 * or on other entries. */

	/* Between two entries: ","; or NULL. */
	const char *separator;
	/* Appends one entry without its full text, and returns the offset in
	 * `out` where that text belongs; FORMAT_NO_TEXT: it shows no text. */
	size_t (*write_entry)(struct buf *out, const struct entry *e,
	    const struct config *c);
	/* Appends the full text, escaped. Formats that escape in the same way
	 * should share one function: the text is most of an entry, and is then
	 * written once for all of them. */
	void (*write_text)(struct buf *out, struct markup text);
	/* The namespaces that the head of a document must declare for this
	 * entry: bits of enum namespaces. write_frame gets them in
	 * f->namespaces, with those of the feed. NULL: none. */
	unsigned (*find_namespaces)(const struct entry *e,
	    const struct config *c);
	/* Appends the head and the tail; `self` is the address of the
	 * document. A later run compares these bytes to decide whether the
	 * document changes, so they must contain all that the document shows of
	 * the feed itself. */
	void (*write_frame)(struct buf *head, struct buf *tail,
	    const struct feed *f, str self, const struct config *c);

	/* ---- judging ---- */

	/* Adds to `found` each error of a document by the rules of its format,
	 * in the order of lines. A document with an error is not published.
	 * `path` is its name. format_validate does this for formats that
	 * `feedmill validate` knows. NULL: documents are not judged. */
	void (*judge)(str document, str path, struct diags *found);
	/* A text in the first line of each entry, or in a line near it, that no
	 * other line has: "<item>". It shows which entry an error belongs to.
	 * Needed only with `judge`. */
	const char *entry_opening;

	/* ---- reading ---- */

	/* Reads the ids, links, titles and dates of a file that a document
	 * would replace, for the guard; old_feed.h says what to set. Any
	 * program may have written the file, and it may be cut off. If it is in
	 * another format, f->kind must stay OLD_TEXT: then the other formats
	 * are tried. */
	void (*read)(struct old_feed *f, struct arena *a, str bytes);
};

/* The table, in formats.c, with NULL at its end. Lists and messages keep its
 * order. */
extern const struct format *const formats[];

/* The format of that name, or NULL. */
const struct format *format_find(str name);
/* Its name for people. */
str format_label(const struct format *f);
/* A `judge` by the rules of `feedmill validate`. Accepts documents that are too
 * large to validate, and all XML if libxml2 is missing: then xml_missing()
 * reports it, and the run must not publish. */
void format_validate(str document, str path, struct diags *found);

#endif
