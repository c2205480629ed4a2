/* SPDX-License-Identifier: MIT
 * build_codes: what a run says of its feeds, and of earlier runs.
 * DIAG(id, level, name, help), see diag.h. */
#include "base/core/diag.h"

/* The state and the ledger. */
DIAG(DIAG_STATE_UNUSABLE, DIAG_NOTE, "state-unusable",
	"Nothing is lost but time. Delete the file if it stays so.")
DIAG(DIAG_LEDGER_NEW, DIAG_NOTE, "ledger-new",
	"Put it under version control, where every later run finds it.")
DIAG(DIAG_LEDGER_CHANGED, DIAG_ERROR, "ledger-changed",
	"Nothing was published; run feedmill again.")

/* The feeds. */
DIAG(DIAG_NO_POSTS, DIAG_ERROR, "no-posts",
	"Check posts.folders: feeds without an entry are not published over "
	"ones that may have some.")
DIAG(DIAG_FEED_LARGE, DIAG_NOTE, "feed-large",
	"Above 512 KiB some readers become slow: lower feeds.limit, or set "
	"content.full: false.")
DIAG(DIAG_FEED_TOO_LARGE, DIAG_WARNING, "feed-too-large",
	"Above 2 MiB some readers refuse a feed: lower feeds.limit, or set "
	"content.full: false.")
DIAG(DIAG_FEED_INVALID, DIAG_ERROR, "feed-invalid",
	"The old file of this feed stays. Mend the post; and please report the "
	"post to feedmill's authors: no post should be able to do this.")
DIAG(DIAG_WOULD_EMPTY, DIAG_ERROR, "would-empty",
	"Mend the posts with errors; no feed was replaced by an empty one.")

/* The guard. */
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
