/* SPDX-License-Identifier: MIT
 * slug: text as part of an address, by the rules of the generators. */
#ifndef FEEDMILL_BASE_TEXT_SLUG_H
#define FEEDMILL_BASE_TEXT_SLUG_H

#include "base/core/buf.h"
#include "base/core/str.h"

/* DIALECTS.md D5. Letters, digits and marks are those of any script; a run
 * makes one '-'. */
enum slug_style {
	/* The text as it is. */
	SLUG_NONE,
	/* Keeps them, "./\_#+~-@" and %XX; white space becomes '-', at the
	 * ends nothing, the rest is deleted; lower case. An explicit '-' is
	 * kept everywhere. */
	SLUG_HUGO,
	/* Keeps them and "._~!$&'()+,;=@", and the case; the rest becomes
	 * '-', at the ends nothing. */
	SLUG_JEKYLL_TITLE,
	/* Keeps them; the rest becomes '-', at the ends nothing; lower
	 * case. */
	SLUG_JEKYLL,
	/* The same in compatibility form (NFKC), with Latin letters reduced
	 * to ASCII where they are ASCII with something added: "Café" gives
	 * "cafe", "Straße" gives "strasse". */
	SLUG_PLAIN,
	/* In ASCII, from any script: "Привет" gives "privet". '_' is
	 * kept, white space becomes '-', the rest is deleted: "It's" gives
	 * "its"; lower case. */
	SLUG_PELICAN,
	/* In ASCII, with letters and digits only; the rest becomes '-', at
	 * the ends nothing; lower case. */
	SLUG_ZOLA,
	/* Deletes what file systems forbid, and blanks and dots at the end. */
	SLUG_SAFE,
	/* Keeps them and connectors such as '_', each blank becomes '-', the rest is
	 * deleted; lower case. */
	SLUG_GITHUB,
	/* Latin letters, also those of full width, in ASCII; a run of blanks
	 * and ASCII punctuation becomes '-', at the ends nothing; the rest and
	 * the case stay: "C++" gives "C", "Ünï" gives "Uni". */
	SLUG_HEXO,
	/* lodash's kebabCase: as SLUG_PLAIN, and a '-' where in ASCII a capital
	 * begins a word or digits meet letters: "fooBar2" gives "foo-bar-2". */
	SLUG_KEBAB,
	/* Each character of white space becomes '-', the rest stays. */
	SLUG_HYPHENS,
	/* SLUG_HUGO with the case kept, without accents, and both. */
	SLUG_HUGO_CASED, SLUG_HUGO_BARE, SLUG_HUGO_CASED_BARE,
	/* SLUG_PELICAN with the case kept, with letters of any script, and
	 * both. */
	SLUG_PELICAN_CASED, SLUG_PELICAN_ANY, SLUG_PELICAN_CASED_ANY,
	/* SLUG_HEXO for terms: the same, in lower and in upper case. */
	SLUG_HEXO_TERM, SLUG_HEXO_LOWER, SLUG_HEXO_UPPER,
	SLUG_STYLES    /* their number */
};

/* Appends the slug of a text: UTF-8, not yet percent-encoded; empty where
 * nothing of the text can be kept. Ill-formed UTF-8 counts as punctuation. */
void slug_make(struct buf *out, str text, enum slug_style style);

/* Appends a key that is the same for two terms if they are the same term:
 * case folded, NFC, runs of white space one blank, none at the ends. */
void slug_fold(struct buf *out, str text);

/* Appends one safe component of a file name for any text, and the same one
 * each time: at most 100 bytes, at least one letter, digit, mark or one of
 * "_#+~@", no dot at either end.
 *   - '/', '\', ':', '*', '?', '"', '<', '>', '|' and controls become '-';
 *   - otherwise what SLUG_HUGO keeps is kept, the case too, but no '%';
 *   - a name that Windows reserves gets a '_' after its stem: "con_",
 *     "aux_.x";
 *   - a name that is too long is cut, and an empty one becomes "term"; then
 *     '-' and 8 hex digits of a hash of the text follow, so that two long
 *     slugs stay distinct.
 * For a term whose slug is empty ("🎉") give the term itself. */
void slug_file_safe(struct buf *out, str slug);

#endif
