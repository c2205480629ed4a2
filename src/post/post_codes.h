/* SPDX-License-Identifier: MIT
 * post_codes: what can be wrong with a post and its id.
 * DIAG(id, level, name, help), see diag.h. */
#include "base/core/diag.h"

/* The file. */
DIAG(DIAG_FILE_TOO_LARGE, DIAG_ERROR, "file-too-large",
	"Split the file; a post is at most 16 MiB.")
DIAG(DIAG_CONTROL_CHARACTER, DIAG_WARNING, "control-character",
	"Delete the character: no feed may hold it. It was mended.")
DIAG(DIAG_REPLACEMENT_CHARACTER, DIAG_WARNING, "replacement-character",
	"Restore what U+FFFD stands for: an editor once lost it.")
DIAG(DIAG_FRONT_MATTER_OPEN, DIAG_ERROR, "front-matter-open",
	"Close the front matter with the line that it began with.")
DIAG(DIAG_HEADER_TWICE, DIAG_WARNING, "header-twice",
	"Delete all but one of the lines; the first one counts.")
DIAG(DIAG_DATA_UNUSED, DIAG_NOTE, "data-unused",
	"Say under posts.defaults, or in a JSON file, what posts are to have "
	"of it.")

/* What the front matter means. */
DIAG(DIAG_FIELD_TYPE, DIAG_ERROR, "field-type",
	"Give the key a value of that type.")
DIAG(DIAG_DATE_UNREADABLE, DIAG_ERROR, "date-unreadable",
	"Write the date as 2024-01-31 or 2024-01-31T09:00:00Z.")
DIAG(DIAG_DATE_RANGE, DIAG_ERROR, "date-range",
	"Give a date from 1970 on: readers take earlier ones for mistakes.")
DIAG(DIAG_UPDATED_EARLY, DIAG_NOTE, "updated-early",
	"The date of publication is used for both.")
DIAG(DIAG_TITLE_MISSING, DIAG_WARNING, "title-missing",
	"Give the post a title; its file name was used.")
DIAG(DIAG_TERM_EMPTY, DIAG_WARNING, "term-empty",
	"Delete the empty term.")
DIAG(DIAG_UNDATED, DIAG_NOTE, "undated",
	"A file without a date is a page and in no feed; give it one if it "
	"is a post.")
DIAG(DIAG_URL_INVALID, DIAG_ERROR, "url-invalid",
	"Write a path that begins with / or an http(s) URL.")
DIAG(DIAG_URL_TEMPLATE, DIAG_ERROR, "url-template",
	"In {{ }} of an address feedmill knows page.fileSlug, "
	"page.filePathStem, page.date and keys of the front matter, with the "
	"filters slugify, slug, downcase, lower, default and date: \"%Y\". "
	"Write the address out, or set posts.permalink.")
DIAG(DIAG_PERMALINK_TOKEN, DIAG_ERROR, "permalink-token",
	"Use a token of feedmill.yaml(5), posts.permalink.")
DIAG(DIAG_ID_NOT_IRI, DIAG_WARNING, "id-not-iri",
	"Ids should be absolute IRIs (RFC 4287 4.2.6); it is kept as it is, "
	"since subscribers know it.")
DIAG(DIAG_ID_DUPLICATE, DIAG_ERROR, "id-duplicate",
	"Give the posts different ids; readers show only one of them.")
DIAG(DIAG_RELATION_INVALID, DIAG_WARNING, "relation-invalid",
	"Write an http(s) URL; the entry goes without it.")
DIAG(DIAG_MEDIA_VALUE, DIAG_WARNING, "media-value",
	"Give the length in bytes, and a type such as audio/mpeg; the entry "
	"has what is known without it.")
DIAG(DIAG_EPISODE_VALUE, DIAG_WARNING, "episode-value",
	"Mend the key; the episode does without it.")

/* The ledger of ids. */
DIAG(DIAG_LEDGER_CONFLICT, DIAG_ERROR, "ledger-conflict",
	"Keep the lines of both sides, and delete the marks of the conflict: "
	"the order of the lines does not matter.")
DIAG(DIAG_LEDGER_LINE, DIAG_ERROR, "ledger-line",
	"Restore the line from version control, or mend it: feedmill.yaml(5) "
	"has the form.")
DIAG(DIAG_LEDGER_TWICE, DIAG_ERROR, "ledger-twice",
	"Delete the line that is wrong: a post has one id, and no other has "
	"it.")
DIAG(DIAG_ID_MOVED, DIAG_NOTE, "id-moved",
	"A post in another file was known again, and its line changed.")
DIAG(DIAG_ID_GONE, DIAG_NOTE, "id-gone",
	"A post is not published any more. Its line stays, for the case that "
	"it returns.")
DIAG(DIAG_ID_NEW, DIAG_WARNING, "id-new",
	"Where they are, write the new path into the line of the one that is "
	"gone, and delete the new line: readers know it by the old id.")
