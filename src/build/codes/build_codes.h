/* SPDX-License-Identifier: MIT
 * build_codes: what a run reports about its feeds and about earlier runs.
 * DIAG(id, level, name, help), see diag.h. */
#include "base/core/diag.h"

/* The state and the ledger. */
DIAG(DIAG_STATE_UNUSABLE, DIAG_NOTE, "state-unusable",
	"This run takes longer and loses nothing else. Delete the file if the "
	"next run reports the same.")
DIAG(DIAG_LEDGER_NEW, DIAG_NOTE, "ledger-new",
	"Add the file to version control, so that every later run has it.")
DIAG(DIAG_LEDGER_CHANGED, DIAG_ERROR, "ledger-changed",
	"Nothing was published; run feedmill again.")

DIAG(DIAG_IDS_UNREADABLE, DIAG_ERROR, "ids-unreadable",
	"Nothing was written. Name a feed in Atom, RSS or JSON, or an export of "
	"WordPress (WXR) or Blogger, by its path or URL.")

/* The feeds. */
DIAG(DIAG_NO_POSTS, DIAG_ERROR, "no-posts",
	"Give the files dates, or correct what leaves them out, and check "
	"posts.folders. Nothing was written.")
DIAG(DIAG_NO_FILES, DIAG_WARNING, "no-files",
	"Write the first post, or correct posts.folders.")
DIAG(DIAG_FOLDER_EMPTY, DIAG_WARNING, "folder-empty",
	"Remove the folder from posts.folders if that is intended.")
DIAG(DIAG_FORMAT_UNREAD, DIAG_WARNING, "format-unread",
	"They are in no feed. Choose a dialect that reads them, convert them, "
	"or leave them out.")
DIAG(DIAG_DATE_KEY, DIAG_WARNING, "date-key",
	"A file without a date is a page and is in no feed. Rename the key, or "
	"name it in posts.keys.")
DIAG(DIAG_KEY_MISSPELT, DIAG_WARNING, "key-misspelt",
	"Correct the key: its value is not used.")
DIAG(DIAG_ADDRESS_UNKNOWN, DIAG_ERROR, "address-unknown",
	"The feeds are published with these addresses. Set what is named, or "
	"see ADDRESSES in feedmill.yaml(5): readers who follow such a link "
	"find nothing. Ids change with addresses, unless posts.id or a ledger "
	"keeps them.")
DIAG(DIAG_TEXT_UNKNOWN, DIAG_ERROR, "text-unknown",
	"feedmill renders Markdown and HTML. Name a program under "
	"content.convert, such as 'rst2html5 -' or 'asciidoctor -o - -' or "
	"'pandoc -f org -t html', or build the site first, into content.pages.")
DIAG(DIAG_BUILT_MISSING, DIAG_WARNING, "built-missing",
	"Run the site's generator first, or correct posts.built.")
DIAG(DIAG_BUILT_OLDER, DIAG_NOTE, "built-older",
	"They are looked up again after the site's generator has run.")
DIAG(DIAG_FEED_LARGE, DIAG_NOTE, "feed-large",
	"Above 512 KiB some readers become slow: lower feeds.limit, or set "
	"content.full: false.")
DIAG(DIAG_FEED_TOO_LARGE, DIAG_WARNING, "feed-too-large",
	"Above 2 MiB some readers refuse a feed: lower feeds.limit, or set "
	"content.full: false.")
DIAG(DIAG_FEED_INVALID, DIAG_ERROR, "feed-invalid",
	"The old file of this feed stays. Fix the post, and please report it "
	"to feedmill's authors: no post should make a feed invalid.")
DIAG(DIAG_ISOLATION_WEAK, DIAG_NOTE, "isolation-weak",
	"A kernel or container refuses it. The feeds are the same; a fault in a "
	"library that reads posts has more rights.")
DIAG(DIAG_TOO_MANY_CRASHES, DIAG_ERROR, "too-many-crashes",
	"Nothing was published. If the posts named above have nothing in "
	"common, look at the machine: memory, disk, a library that was "
	"replaced.")
DIAG(DIAG_FEED_REFUSED, DIAG_ERROR, "feed-refused",
	"The old file of this feed stays. Lower feeds.limit, or raise "
	"limits.feed.")
DIAG(DIAG_FEED_UNJUDGED, DIAG_ERROR, "feed-unjudged",
	"The old file of this feed stays. Mark the post that is named a draft, "
	"lower feeds.limit, or raise the limit that is named; a crash please "
	"report to feedmill's authors.")
DIAG(DIAG_FEED_KEPT, DIAG_WARNING, "feed-kept",
	"Fix what this or an error above names. The next run tries again, and "
	"publishes the feed.")
DIAG(DIAG_WOULD_EMPTY, DIAG_ERROR, "would-empty",
	"Fix the posts with errors. No feed was replaced by an empty one.")

DIAG(DIAG_WARNINGS_STAND, DIAG_WARNING, "warnings-stand",
	"They are of posts that have not changed since, and were reported "
	"then. build --all and check list them.")

/* The guard. */
DIAG(DIAG_IDS_CHANGED, DIAG_ERROR, "ids-changed",
	"Readers know posts by their ids: with other ids, all of them see "
	"these posts again, as unread. See IDS in feedmill.yaml(5).")
DIAG(DIAG_ID_CHANGED, DIAG_ERROR, "id-changed",
	"The post has the title, date or address of that entry, and no post "
	"has that entry's id.")
DIAG(DIAG_OLD_POSTS, DIAG_ERROR, "old-posts",
	"Check what added them: posts.folders, posts.drafts, a query, changed "
	"dates or changed ids.")
DIAG(DIAG_OLD_POST, DIAG_ERROR, "old-post",
	"Readers would show it as new.")
DIAG(DIAG_ENTRIES_LOST, DIAG_ERROR, "entries-lost",
	"If the posts are still meant to be published, fix what the next "
	"messages name. --accept-loss publishes without them; guard.loss is "
	"how many entries may leave a feed at once.")
DIAG(DIAG_ENTRY_LOST, DIAG_ERROR, "entry-lost",
	"The published feed has an entry for the post.")
DIAG(DIAG_CLOCK_BACK, DIAG_ERROR, "clock-back",
	"With an earlier clock, published posts are in the future and leave "
	"the feeds. Run feedmill after the clock is set.")
DIAG(DIAG_POST_LEFT, DIAG_WARNING, "post-left",
	"The post was in this feed and is in none now. No action is needed if "
	"that is intended.")
DIAG(DIAG_FEED_FOREIGN, DIAG_ERROR, "feed-foreign",
	"Another program wrote the file. --accept-new-ids replaces it.")
DIAG(DIAG_FEED_DAMAGED, DIAG_WARNING, "feed-damaged",
	"The file is replaced. No action is needed, unless ids have changed "
	"too.")
DIAG(DIAG_FEED_COMPARED, DIAG_NOTE, "feed-compared",
	"No action is needed: the newest entries come first.")
