/* SPDX-License-Identifier: MIT
 * content_codes: what can be wrong with the body of a post.
 * DIAG(id, level, name, help), see diag.h. */
#include "base/core/diag.h"

/* Links and HTML. */
DIAG(DIAG_LINK_INVALID, DIAG_WARNING, "link-invalid",
	"Fix the link: it was dropped, and its text kept.")
DIAG(DIAG_LINK_SCHEME, DIAG_NOTE, "link-scheme",
	"Readers do not follow such links: they run a script, name a local "
	"file, or have a scheme that only one site knows. The text was kept.")
DIAG(DIAG_LINK_UNKNOWN, DIAG_WARNING, "link-unknown",
	"Correct the link, or build the site again. The address is published "
	"as it is.")
DIAG(DIAG_HTML_DEPTH, DIAG_WARNING, "html-depth",
	"Close the elements. The text of the post was kept without its HTML.")
DIAG(DIAG_TABLE_WIDE, DIAG_WARNING, "table-wide",
	"Give tables fewer columns. Tables of this post stay as they are "
	"written, so that they cost no time.")
DIAG(DIAG_MEDIA_INVALID, DIAG_WARNING, "media-invalid",
	"Name a file by its path on the site, such as /img/a.jpg, or by its "
	"http(s) URL. The entry is published without it.")
DIAG(DIAG_MEDIA_UNREADABLE, DIAG_WARNING, "media-unreadable",
	"Restore the file. The address is published without the size.")

/* Pages that a generator has built. */
DIAG(DIAG_PAGE_MISSING, DIAG_ERROR, "page-missing",
	"Build the site before its feeds, and check content.pages, "
	"posts.permalink and site.url.")
DIAG(DIAG_PAGE_SELECT, DIAG_ERROR, "page-select",
	"Set content.select to the element that holds the text of a post.")
DIAG(DIAG_PAGE_DEPTH, DIAG_ERROR, "page-depth",
	"Close the elements of the page: they are nested too deeply for "
	"feed readers.")

DIAG(DIAG_CONVERT_FAILED, DIAG_ERROR, "convert-failed",
	"Run the command of content.convert with the post as its standard "
	"input. It may neither write files nor connect, and has the limits of "
	"limits.convert and limits.memory.")

/* Tags and shortcodes. */
DIAG(DIAG_TAG_DROPPED, DIAG_WARNING, "tag-dropped",
	"Readers get nothing for the tag. Write such a line under shortcodes in "
	"feedmill.yaml, with what they shall get; an empty template says that "
	"nothing is right.")
DIAG(DIAG_TAG_UNKNOWN, DIAG_WARNING, "tag-unknown",
	"Readers get nothing for it; of a condition the first branch was kept, "
	"of a loop the plain text. Write the text without it.")
DIAG(DIAG_TAG_OPEN, DIAG_WARNING, "tag-open",
	"Close the tag. It was removed, and the text after it was kept.")
DIAG(DIAG_TAG_STRAY, DIAG_WARNING, "tag-stray",
	"Delete the tag: it closes nothing.")
DIAG(DIAG_TAG_ARGUMENT, DIAG_WARNING, "tag-argument",
	"Give the tag the argument; an empty one was used. In a template, "
	"write {x?} for an argument that may be missing.")
DIAG(DIAG_TAG_TARGET, DIAG_WARNING, "tag-target",
	"Name a post that exists; the link was dropped, its text kept.")
DIAG(DIAG_TAG_LIMIT, DIAG_WARNING, "tag-limit",
	"Nest tags less than 50 deep, and let them produce less text: tags "
	"beyond the limit were dropped.")
