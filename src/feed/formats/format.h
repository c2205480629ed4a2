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
	/* A text in the first 16 KiB of every document, of any version of
	 * feedmill, and in no file that another program wrote: prune goes by
	 * it. */
	const char *mark;

	/* ---- abilities ---- */

	/* Every feed reader takes it. A list with one address a feed, such as
	 * OPML, has the first of these. */
	bool is_universal;
	/* It can write a podcast; a feed that is one needs such a format. */
	bool has_podcasts;
	/* Entries name their picture even where the text shows it, because
	 * readers know that it is the same one. */
	bool has_image;

	/* ---- writing ----
	 *
	 * A document is the head, the entries, newest first, with the
	 * separator between two of them, and the tail. An entry is written
	 * once and copied into every feed that has it, so it must not depend
	 * on the feed, or on the entries before it. */

	/* Between two entries: ","; or NULL. */
	const char *separator;
	/* Appends one entry without its full text, and returns the offset in
	 * `out` where that text belongs; FORMAT_NO_TEXT where the entry shows
	 * none. */
	size_t (*write_entry)(struct buf *out, const struct entry *e,
	    const struct config *c);
	/* Appends the full text, escaped. Formats that escape alike should
	 * share one function: the text is most of an entry, and is then
	 * written once for all of them. */
	void (*write_text)(struct buf *out, struct markup text);
	/* What the head of a document must declare because of this entry: bits
	 * of enum namespaces, which write_frame finds in f->namespaces
	 * together with those of the feed. NULL: nothing. */
	unsigned (*find_namespaces)(const struct entry *e,
	    const struct config *c);
	/* Appends the head and the tail; `self` is the address of the
	 * document. Called again with the same `f` whenever it is asked
	 * whether the document would change, so all that the feed contributes
	 * must be in these bytes. */
	void (*write_frame)(struct buf *head, struct buf *tail,
	    const struct feed *f, str self, const struct config *c);

	/* ---- judging ---- */

	/* Adds to `found` each way in which a document breaks the rules of its
	 * format, in the order of lines; a document with such an error is not
	 * published. `path` is its name. format_validate does this for
	 * formats that `feedmill validate` knows. NULL: it is not judged. */
	void (*judge)(str document, str path, struct diags *found);
	/* A text in the first line of each entry, or in one near it, that no
	 * other line has: "<item>". Tells which entry an error belongs to. Only
	 * needed with `judge`. */
	const char *entry_opening;

	/* ---- reading ---- */

	/* Reads the ids, links, titles and dates of a file that a document is
	 * about to replace, for the guard; see old_feed.h, which says what to
	 * set. The file may have been written by any program, be cut off, or
	 * be in another format: then f->kind must stay OLD_TEXT, so that the
	 * other formats are tried. */
	void (*read)(struct old_feed *f, struct arena *a, str bytes);
};

/* The table, in formats.c: the rows in the order in which lists and messages
 * have them, and NULL. */
extern const struct format *const formats[];

/* The format of that name, or NULL. */
const struct format *format_find(str name);
/* What people call it. */
str format_label(const struct format *f);
/* A `judge` by the rules of `feedmill validate`. Documents that are too large
 * for those pass, and all XML where libxml2 is missing: xml_missing() says so,
 * and the run must not publish. */
void format_validate(str document, str path, struct diags *found);

#endif
