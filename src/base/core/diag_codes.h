/* SPDX-License-Identifier: MIT
 * diag_codes: every diagnostic that there is: DIAG(id, level, name, help).
 * The manual page is made from this table. Included by diag.h and diag.c. */

/* The command line and the config: nothing is written. */
DIAG(DIAG_USAGE, DIAG_ERROR, "usage",
	"See feedmill --help.")
DIAG(DIAG_CONFIG_MISSING, DIAG_ERROR, "config-missing",
	"Run feedmill where feedmill.yaml is, or name a config with -c.")
DIAG(DIAG_CONFIG_KEY, DIAG_ERROR, "config-key",
	"Use a key of feedmill.yaml(5).")
DIAG(DIAG_CONFIG_TYPE, DIAG_ERROR, "config-type",
	"Give the value the type that the key has in feedmill.yaml(5).")
DIAG(DIAG_CONFIG_VALUE, DIAG_ERROR, "config-value",
	"Give a value in the range that feedmill.yaml(5) names.")
DIAG(DIAG_CONFIG_REQUIRED, DIAG_ERROR, "config-required",
	"Add the key: it has no default.")
DIAG(DIAG_CONFIG_FOLDER, DIAG_ERROR, "config-folder",
	"Name a folder that is there, relative to the config.")
DIAG(DIAG_CONFIG_EXISTS, DIAG_ERROR, "config-exists",
	"Nothing was changed. Delete the file, or see with -n what init would "
	"write.")
DIAG(DIAG_GENERATOR_UNKNOWN, DIAG_ERROR, "generator-unknown",
	"Name the folder that holds the generator's config; or write a "
	"feedmill.yaml by hand, as in the README.")
DIAG(DIAG_IMPORT_SYNTAX, DIAG_ERROR, "import-syntax",
	"Mend the generator's config at that place.")
DIAG(DIAG_PATH_CLASH, DIAG_ERROR, "path-clash",
	"Give each feed a path of its own.")
DIAG(DIAG_QUERY_NOTHING, DIAG_WARNING, "query-nothing",
	"Check the keys and values of the query; the feed is empty.")
DIAG(DIAG_NO_POSTS, DIAG_ERROR, "no-posts",
	"Check posts.folders: feeds without an entry are not published over "
	"ones that may have some.")

/* The state of earlier runs. */
DIAG(DIAG_STATE_UNUSABLE, DIAG_NOTE, "state-unusable",
	"Nothing is lost but time. Delete the file if it stays so.")

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
DIAG(DIAG_LEDGER_NEW, DIAG_NOTE, "ledger-new",
	"Put it under version control, where every later run finds it.")
DIAG(DIAG_LEDGER_CHANGED, DIAG_ERROR, "ledger-changed",
	"Nothing was published; run feedmill again.")
DIAG(DIAG_ID_MOVED, DIAG_NOTE, "id-moved",
	"A post in another file was known again, and its line changed.")
DIAG(DIAG_ID_GONE, DIAG_NOTE, "id-gone",
	"A post is not published any more. Its line stays, for the case that "
	"it returns.")
DIAG(DIAG_ID_NEW, DIAG_WARNING, "id-new",
	"Where they are, write the new path into the line of the one that is "
	"gone, and delete the new line: readers know it by the old id.")

/* Reading a file. */
DIAG(DIAG_FILE_UNREADABLE, DIAG_ERROR, "file-unreadable",
	"Check that the file is there and may be read.")
DIAG(DIAG_FILE_TOO_LARGE, DIAG_ERROR, "file-too-large",
	"Split the file; a post is at most 16 MiB.")
DIAG(DIAG_NOT_UTF8, DIAG_ERROR, "not-utf8",
	"Save the file as UTF-8.")
DIAG(DIAG_CONTROL_CHARACTER, DIAG_WARNING, "control-character",
	"Delete the character: no feed may hold it. It was mended.")
DIAG(DIAG_REPLACEMENT_CHARACTER, DIAG_WARNING, "replacement-character",
	"Restore what U+FFFD stands for: an editor once lost it.")

/* YAML: front matter and config. */
DIAG(DIAG_YAML_SYNTAX, DIAG_ERROR, "yaml-syntax",
	"Mend the YAML at that place; quote values that hold ': ' or ' #'.")
DIAG(DIAG_YAML_LIMIT, DIAG_ERROR, "yaml-limit",
	"Nest less, and use fewer aliases.")
DIAG(DIAG_TOML_SYNTAX, DIAG_ERROR, "toml-syntax",
	"Mend the TOML at that place; texts go in quotes, dates do not.")
DIAG(DIAG_JSON_SYNTAX, DIAG_ERROR, "json-syntax",
	"Mend the JSON at that place.")
DIAG(DIAG_DUPLICATE_KEY, DIAG_WARNING, "duplicate-key",
	"Delete all but one; the last one counts.")
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
DIAG(DIAG_TERM_SLUG, DIAG_NOTE, "term-slug",
	"The term with the older post keeps the plain address.")

/* Content. */
DIAG(DIAG_LINK_INVALID, DIAG_WARNING, "link-invalid",
	"Mend the link; its text was kept and the link dropped.")
DIAG(DIAG_LINK_SCHEME, DIAG_NOTE, "link-scheme",
	"Readers do not follow such links: they run a script, name a local "
	"file, or have a scheme that only one site knows. The text was kept.")
DIAG(DIAG_HTML_DEPTH, DIAG_WARNING, "html-depth",
	"Close the elements: the HTML of the post was left out, its text "
	"kept.")

DIAG(DIAG_MEDIA_INVALID, DIAG_WARNING, "media-invalid",
	"Name a file by its path on the site, such as /img/a.jpg, or by its "
	"http(s) URL; the entry does without it.")
DIAG(DIAG_MEDIA_VALUE, DIAG_WARNING, "media-value",
	"Give the length in bytes, and a type such as audio/mpeg; the entry "
	"has what is known without it.")
DIAG(DIAG_MEDIA_MISSING, DIAG_WARNING, "media-missing",
	"Check the name, and media.folder; the address stays as it is.")
DIAG(DIAG_MEDIA_UNREADABLE, DIAG_WARNING, "media-unreadable",
	"Restore the file; the address stays, without the size.")

DIAG(DIAG_PODCAST_IMAGE, DIAG_WARNING, "podcast-image",
	"Apple asks for a square JPEG or PNG of 1400 to 3000 pixels, and may "
	"refuse a podcast without one; the address stays.")
DIAG(DIAG_EPISODE_VALUE, DIAG_WARNING, "episode-value",
	"Mend the key; the episode does without it.")

DIAG(DIAG_PAGE_MISSING, DIAG_ERROR, "page-missing",
	"Build the site before its feeds, and check content.pages, "
	"posts.permalink and site.url.")
DIAG(DIAG_PAGE_SELECT, DIAG_ERROR, "page-select",
	"Set content.select to the element that holds the text of a post.")
DIAG(DIAG_PAGE_DEPTH, DIAG_ERROR, "page-depth",
	"Close the elements of the page: no reader could cope with it.")

/* What generators do inside bodies. */
DIAG(DIAG_TAG_UNKNOWN, DIAG_NOTE, "tag-unknown",
	"What it holds was kept: of a condition the first branch, of a loop "
	"only text. Say under shortcodes in feedmill.yaml what readers get for "
	"a tag.")
DIAG(DIAG_TAG_OPEN, DIAG_WARNING, "tag-open",
	"Close the tag; it was dropped, and the text after it kept.")
DIAG(DIAG_TAG_STRAY, DIAG_WARNING, "tag-stray",
	"Delete the tag: it closes nothing.")
DIAG(DIAG_TAG_ARGUMENT, DIAG_WARNING, "tag-argument",
	"Give the tag the argument; it was taken as empty. In a template {x?} "
	"may be missing.")
DIAG(DIAG_TAG_TARGET, DIAG_WARNING, "tag-target",
	"Name a post that is there; the link was dropped, its text kept.")
DIAG(DIAG_TAG_LIMIT, DIAG_WARNING, "tag-limit",
	"Nest tags less than 50 deep, and let them make less: those beyond "
	"that were dropped.")

/* Publishing. */
DIAG(DIAG_WRITE_FAILED, DIAG_ERROR, "write-failed",
	"Nothing was published; make room, or mend the permissions.")
DIAG(DIAG_FILE_FOREIGN, DIAG_ERROR, "file-foreign",
	"Name another path in the config, or move the file away: nothing was "
	"published.")
DIAG(DIAG_LOCKED, DIAG_ERROR, "locked",
	"Wait for the other run to end.")
DIAG(DIAG_PING_FAILED, DIAG_WARNING, "ping-failed",
	"The feeds are published. feedmill ping tells the hub later; if it "
	"never takes them, check feeds.hub.")
DIAG(DIAG_PINGS_UNUSABLE, DIAG_WARNING, "pings-unusable",
	"What hubs have still to be told may be lost: subscribers see the "
	"feeds when they look the next time. Delete the file if it stays so.")
DIAG(DIAG_FEED_STALE, DIAG_WARNING, "feed-stale",
	"Delete the file, or set feeds.prune: true.")
DIAG(DIAG_FEED_PRUNED, DIAG_NOTE, "feed-pruned",
	"Nothing makes it any more, and feeds.prune is true.")
DIAG(DIAG_FEED_LARGE, DIAG_NOTE, "feed-large",
	"Above 512 KiB some readers become slow: lower feeds.limit, or set "
	"content.full: false.")
DIAG(DIAG_FEED_TOO_LARGE, DIAG_WARNING, "feed-too-large",
	"Above 2 MiB some readers refuse a feed: lower feeds.limit, or set "
	"content.full: false.")
DIAG(DIAG_FEED_INVALID, DIAG_ERROR, "feed-invalid",
	"The old file of this feed stays. Mend the post; and please report the "
	"post to feedmill's authors: no post should be able to do this.")
DIAG(DIAG_IDS_CHANGED, DIAG_ERROR, "ids-changed",
	"Readers know posts by their ids: with other ids, all of them see "
	"these posts again, as unread. See IDS in feedmill.yaml(5).")
DIAG(DIAG_ID_CHANGED, DIAG_ERROR, "id-changed",
	"The post has the title, date or address of that entry, whose id no "
	"post has any more.")
DIAG(DIAG_OLD_POSTS, DIAG_ERROR, "old-posts",
	"Check what brought them: posts.folders, posts.drafts, a query, other "
	"dates or other ids.")
DIAG(DIAG_OLD_POST, DIAG_ERROR, "old-post",
	"Readers would see it as new.")
DIAG(DIAG_FEED_FOREIGN, DIAG_ERROR, "feed-foreign",
	"Something else put the file there. --accept-new-ids replaces it.")
DIAG(DIAG_FEED_DAMAGED, DIAG_WARNING, "feed-damaged",
	"It is replaced; nothing need be done, unless the ids have changed "
	"too.")
DIAG(DIAG_FEED_COMPARED, DIAG_NOTE, "feed-compared",
	"Nothing need be done: the newest entries come first.")
DIAG(DIAG_WOULD_EMPTY, DIAG_ERROR, "would-empty",
	"Mend the posts with errors; no feed was replaced by an empty one.")
