/* SPDX-License-Identifier: MIT
 * post_codes: diagnostics of posts and their ids.
 * DIAG(id, level, name, help), see diag.h. */
#include "base/core/diag.h"

/* The file. */
DIAG(DIAG_FILE_TOO_LARGE, DIAG_ERROR, "file-too-large",
	"Split the file, or raise limits.post. A page of content.pages may "
	"have 16 MiB.")
DIAG(DIAG_CONTROL_CHARACTER, DIAG_WARNING, "control-character",
	"Delete the character: feeds may not contain it. It was replaced or "
	"left out.")
DIAG(DIAG_REPLACEMENT_CHARACTER, DIAG_WARNING, "replacement-character",
	"Write the original character: U+FFFD marks one that a program could "
	"not read.")
DIAG(DIAG_FRONT_MATTER_OPEN, DIAG_ERROR, "front-matter-open",
	"End the front matter with the same line that begins it.")
DIAG(DIAG_HEADER_TWICE, DIAG_WARNING, "header-twice",
	"Delete all but one of the lines; the first one is used.")
DIAG(DIAG_DATA_UNUSED, DIAG_NOTE, "data-unused",
	"The file is not read. Set what posts inherit from it under "
	"posts.defaults or in a JSON file.")
DIAG(DIAG_DATA_COMPUTED, DIAG_WARNING, "data-computed",
	"Programs are not run, and the posts are read as if the key were not "
	"there. Write its value for them under posts.defaults, or false.")

DIAG(DIAG_POST_CRASHED, DIAG_ERROR, "post-crashed",
	"All other posts are published. Please report it to feedmill's "
	"authors, with the file; until then, change what the post has and "
	"others have not.")
DIAG(DIAG_POST_TOO_COSTLY, DIAG_ERROR, "post-too-costly",
	"All other posts are published. Make the post simpler, or raise the "
	"limit that is named.")

/* What the front matter means. */
DIAG(DIAG_FIELD_TYPE, DIAG_ERROR, "field-type",
	"Give the key a value of that type.")
DIAG(DIAG_FIELD_DROPPED, DIAG_WARNING, "field-dropped",
	"Fix the value, or delete it. The post is published without it.")
DIAG(DIAG_DATE_UNREADABLE, DIAG_ERROR, "date-unreadable",
	"Write the date as 2024-01-31 or 2024-01-31T09:00:00Z.")
DIAG(DIAG_DATE_TEXT, DIAG_WARNING, "date-text",
	"Delete the text after the date. The generator passes over it too.")
DIAG(DIAG_DATE_RANGE, DIAG_ERROR, "date-range",
	"Give a date from 1970 on: readers treat earlier ones as mistakes.")
DIAG(DIAG_UPDATED_EARLY, DIAG_NOTE, "updated-early",
	"The date of publication is used for both.")
DIAG(DIAG_POST_LOCKED, DIAG_WARNING, "post-locked",
	"Feeds are public, so they leave out what the site shows to some only. "
	"Name the key under posts.hide if this is right; delete it from the "
	"post if it is not locked.")
DIAG(DIAG_POST_UNTITLED, DIAG_WARNING, "post-untitled",
	"Give the post a title if it is to be in feeds. If a plug-in of the "
	"site does that, posts.names: (?P<title>.*) takes it from the name of "
	"the file; posts.untitled: true publishes posts without titles.")
DIAG(DIAG_TITLE_MISSING, DIAG_WARNING, "title-missing",
	"Give the post a title; its file name was used.")
DIAG(DIAG_TERM_EMPTY, DIAG_WARNING, "term-empty",
	"Delete the empty term.")
DIAG(DIAG_TOO_MANY_TERMS, DIAG_WARNING, "too-many-terms",
	"Give the post fewer terms, or raise limits.terms: each term is a feed "
	"that holds the whole post.")
DIAG(DIAG_TOO_MANY_AUTHORS, DIAG_WARNING, "too-many-authors",
	"Name fewer authors: each feed lists all of them with the post.")
DIAG(DIAG_UNDATED, DIAG_NOTE, "undated",
	"A file without a date is a page and is in no feed. Give it a date if "
	"it is a post.")
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
	"Ids should be absolute IRIs (RFC 4287 4.2.6). This one is kept, "
	"because subscribers know it.")
DIAG(DIAG_ID_DUPLICATE, DIAG_ERROR, "id-duplicate",
	"Give the posts different ids; readers show only one of them.")
DIAG(DIAG_RELATION_INVALID, DIAG_WARNING, "relation-invalid",
	"Write an http(s) URL. The entry is published without this link.")
DIAG(DIAG_MEDIA_VALUE, DIAG_WARNING, "media-value",
	"Give the length in bytes, and a type such as audio/mpeg. The entry "
	"is published without this value.")
DIAG(DIAG_EPISODE_VALUE, DIAG_WARNING, "episode-value",
	"Fix the value. The episode is published without it.")

/* The ledger of ids. */
DIAG(DIAG_LEDGER_CONFLICT, DIAG_ERROR, "ledger-conflict",
	"Keep the lines of both sides and delete the conflict markers; the "
	"order of the lines does not matter.")
DIAG(DIAG_LEDGER_LINE, DIAG_ERROR, "ledger-line",
	"Restore the line from version control, or fix it: feedmill.yaml(5) "
	"describes its form.")
DIAG(DIAG_LEDGER_TWICE, DIAG_ERROR, "ledger-twice",
	"Delete the wrong line: each post has one id, and no two posts share "
	"one.")
DIAG(DIAG_ID_MOVED, DIAG_NOTE, "id-moved",
	"The post was recognised in another file, and its line was updated.")
DIAG(DIAG_ID_GONE, DIAG_NOTE, "id-gone",
	"The post is no longer published. Its line stays, so that the post "
	"keeps its id if it returns.")
DIAG(DIAG_ID_NEW, DIAG_WARNING, "id-new",
	"If a new post is a missing one under another path, write the new "
	"path into the old line, and delete the new line: readers know the "
	"post by the old id.")
