/* SPDX-License-Identifier: MIT
 * config: reads feedmill.yaml into a struct. */
#ifndef FEEDMILL_CONFIG_CONFIG_H
#define FEEDMILL_CONFIG_CONFIG_H

#include "base/time/datetime.h"
#include "base/core/diag.h"
#include "base/data/value.h"
#include "base/time/zone.h"
#include "generators/generator.h"

enum slugs { SLUGS_ON, SLUGS_SAFE, SLUGS_OFF, SLUGS_HYPHENS };
enum slug_case { CASE_USUAL, CASE_LOWER, CASE_KEEP, CASE_UPPER };
enum slug_letters { LETTERS_USUAL, LETTERS_BARE, LETTERS_ANY };
enum order { ORDER_PUBLISHED, ORDER_UPDATED };
/* A property that the dialect has, unless the config says otherwise. */
enum usual { USUAL, USUAL_ON, USUAL_OFF };
enum markdown_parser {
	PARSER_USUAL, PARSER_COMMONMARK, PARSER_KRAMDOWN
};
enum strike { STRIKE_USUAL, STRIKE_ANY, STRIKE_TWO, STRIKE_OFF };
enum slashes { SLASH_KEEP, SLASH_ALWAYS, SLASH_NEVER };
enum post_updated { UPDATED_FRONT, UPDATED_GIT };
enum post_links { POST_LINKS_PAGE, POST_LINKS_EXTERNAL };
enum fragments { FRAGMENTS_PAGE, FRAGMENTS_KEEP };
enum content_source { CONTENT_POSTS, CONTENT_PAGES };
enum feed_images { IMAGES_UNSEEN, IMAGES_NONE, IMAGES_ALL };

struct person {
	str name;
	str email; /* or empty */
	str url;   /* absolute, or empty */
};

/* A query for posts; post/query/query.h has the syntax. */
struct where {
	const char *key;          /* the row of keys.h, for messages */
	const struct value *text; /* not empty */
	size_t index;             /* among all queries of the config */
	struct where *next;
};

/* The posts of a feed, and whether it has their whole text. */
struct extent {
	struct where *where; /* NULL: all of them */
	long limit;          /* entries; 0: all */
	long full;           /* 1: the whole text; 0: a summary only */
	long podcast;        /* 1: its entries are episodes */
};

/* What a post may cost. */
struct limits {
	long seconds;        /* of CPU time to render it */
	long memory;         /* MB */
	long post;           /* MB of a file */
	long entry;          /* MB of the HTML of one */
	long feed;           /* MB of a document */
	long terms;          /* of one post */
	long convert;        /* seconds of CPU time of a converter's run */
};

/* A taxonomy, and the feeds of its terms. */
struct taxonomy {
	str name;                 /* the front matter key: "tags" */
	size_t number;            /* among all of them, from 0 */
	struct mark at;           /* where the config names it */
	const struct value *path; /* pattern, or map of formats; or NULL */
	str title;                /* pattern */
	str url;                  /* pattern, or empty: the generator's */
	struct extent extent;     /* of each of its feeds */
	struct taxonomy *next;
};

/* A feed of the posts that match a query. */
struct extra {
	const struct value *node;    /* its map in the config */
	const struct value *path;    /* pattern, or map of formats */
	str title;                   /* pattern */
	const struct value *formats; /* or NULL: feeds.formats */
	str url;                     /* of its page, or empty: the site's */
	str description;             /* or empty: the site's */
	struct extent extent;
	struct extra *next;
};

/* Posts with a folder of their own, and maybe a permalink. */
struct collection {
	str name;
	struct mark at;  /* where the config names it */
	str folder;      /* cleaned by path_clean */
	const struct value *permalink; /* pattern, or NULL: posts.permalink */
	struct collection *next;
};

/* One language of several. */
struct language {
	str name;        /* BCP 47 */
	struct mark at;  /* where the config names it */
	str title;       /* or empty: the site's */
	str description; /* or empty: the site's */
	str folder;      /* cleaned by path_clean, or empty */
	str url;         /* as in the config, or empty */
	str prefix;      /* before paths and addresses: "fr/", or empty */
	struct language *next;
};

/* A category of a podcast in Apple's spelling. */
struct podcast_topic {
	str name;
	str part; /* or empty */
};

/* The ledger that a config without ids.ledger uses if the file exists. */
#define USUAL_LEDGER "feedmill.ids"

/* All texts live in the arena that config_read was given. keys.h maps the keys
 * of the file to these fields. */
struct config {
	struct source source; /* the file, for messages */
	const struct value *root; /* the file with --set, for messages */
	str dir;              /* its folder; "" for the current one */
	struct {
		str url;      /* absolute, ends in '/' */
		str title;
		str description;
		str language;
		struct person author; /* name is empty where none is given */
		str rights;
		str icon, favicon; /* absolute, or empty */
		const struct zone *zone;
		const struct value *values; /* a map, or NULL */
	} site;
	struct {
		struct strs folders; /* relative to dir */
		str root;            /* cleaned by path_clean; a NULL slice:
		                      * the generator's */
		const struct generator *generator; /* never NULL */
		/* Pattern, or map of sections to patterns; NULL: the
		 * generator's. */
		const struct value *permalink;
		str lang_permalink;  /* pattern, or empty: the generator's */
		struct collection *collections;
		long slugs;          /* enum slugs */
		long slug_case;      /* enum slug_case */
		long slug_letters;   /* enum slug_letters */
		long slash;          /* enum slashes */
		str built;           /* folder, relative to dir; or empty */
		long keep_dates;     /* 1 or 0 */
		str id;              /* pattern */
		struct strs include, exclude; /* patterns */
		str names, paths;    /* regular expressions, or empty */
		const struct value *where, *defaults, *authors; /* or NULL */
		const struct value *keys, *hide, *terms; /* maps; or NULL */
		const struct value *term_slugs; /* maps of taxonomies; or NULL */
		str no_category;     /* for :category; not empty */
		long updated;        /* enum post_updated */
		long links;          /* enum post_links */
		str comments;        /* pattern, or empty */
		long time;           /* seconds after midnight */
		bool drafts, future, untitled;
		str state;           /* file, relative to dir; or "none" */
	} posts;
	struct {
		str ledger;          /* file, relative to dir; or "none" */
		long flood;          /* old posts that may appear at once */
	} ids;
	struct {
		long loss;           /* entries that may leave a feed at once;
		                      * -1: a share of them */
	} guard;
	struct language *languages; /* NULL: one, site.language */
	struct {
		bool full, smart, smart_titles, markdown, check_links;
		long summary;        /* words */
		long fragments;      /* enum fragments */
		struct strs iframes; /* host names, lower case */
		long source;         /* enum content_source */
		str pages;           /* folder, relative to dir */
		bool has_pages;      /* `pages` has a built site */
		const struct value *convert; /* formats to commands; or NULL */
		str select;          /* CSS selector, or empty */
		str summary_mark;    /* or empty */
		str link_mark;       /* or "none" */
		long math;           /* enum html_math */
		struct {
			long breaks, links, indented, definitions;
			             /* enum usual */
			long strike; /* enum strike */
			long parser; /* enum markdown_parser */
		} flavour;
	} content;
	struct {
		str folder;          /* relative to dir, cleaned */
		bool is_given;       /* by the config, not a default */
		bool is_there;       /* it exists */
		int error;           /* an errno if the system cannot tell */
		str url;             /* absolute, ends in '/'; or empty */
	} media;
	struct limits limits;
	const struct value *shortcodes; /* map of names to templates; or NULL */
	struct {
		str folder;          /* relative to dir */
		str url;             /* absolute, ends in '/' */
		const struct value *formats;
		long limit;          /* entries; 0: all */
		long order;          /* enum order */
		long slugs;          /* enum slugs */
		long images;         /* enum feed_images */
		struct {
			const struct value *path;
			str title;   /* pattern */
			struct extent extent;
		} main;
		struct taxonomy *taxonomies;
		struct extra *extra;
		struct strs hubs;    /* absolute URLs */
		bool archive;        /* of the main feeds */
		bool paging;         /* links between its pages too */
		long archive_size;   /* entries */
		struct {
			long topics; /* of a request */
			long seconds; /* of all requests to a hub */
			long retries; /* of a request */
			long wait;   /* seconds before the first of them */
		} ping;
		long compress;       /* enum codec, as bits: 1 << CODEC_GZIP */
		long tombstones;     /* seconds; 0: none */
		bool prune, validate;
		instant empty_date;
		/* Companion files below the folder; empty: none
		 * (feed/beside/companion.h). */
		str style, index, links, links_posts, opml;
	} feeds;
	struct {
		bool is_there;       /* the config has the section */
		str author;
		struct {
			str name, email;
		} owner;
		str image;           /* absolute */
		struct strs categories; /* as written in the config */
		struct podcast_topic *topics; /* the same, resolved */
		long explicit;       /* 1 or 0 */
		long type;           /* 1: serial */
		bool block, complete, locked;
		str new_feed_url;    /* absolute, or empty */
		str guid;            /* or empty: made from the address */
		long medium;         /* of the choices in keys.h */
	} podcast;
	struct where *queries; /* all queries, in order */
	size_t n_queries;
};

/* Reads the config file at `path` and applies `settings` (KEY=VALUE). Reports
 * all errors; false if there is one. */
bool config_read(struct config *c, struct arena *a, const char *path,
    const char *const *settings, size_t n_settings, struct diags *diags);
/* The same for a text in memory, whose name says in which folder it is. */
bool config_parse(struct config *c, struct arena *a, const struct source *src,
    const char *const *settings, size_t n_settings, struct diags *diags);

/* Whether a text is a language tag: BCP 47, section 2.1. Of the registry only the
 * languages are known. */
bool config_is_language(str tag);
/* The tag that a text stands for: "de-DE" of "de_DE" and "de_DE.UTF-8", as
 * systems name languages. In the arena; empty if the text is not a language. */
str config_language_tag(struct arena *a, str text);
/* Whether a text has the form of an e-mail address. */
bool config_is_email(str s);
/* The same person, with the address of "Ada <ada@example.org>" as the e-mail
 * address in place of a part of the name. May use the arena. */
struct person config_person(struct person who, struct arena *a);

/* The value of a key in the config, or NULL; and its place, for messages. */
const struct value *config_find(const struct config *c, const char *key);
struct mark config_mark(const struct config *c, const char *key);
/* The place of the byte at `offset` of a text of the file, also in quoted and
 * folded YAML; the place of the text itself if the byte is not found. */
struct mark config_mark_in(const struct config *c, const struct value *v,
    size_t offset);
/* The source of a value: the file, or --set. */
const struct source *config_source(const struct config *c,
    const struct value *v);

/* The site's path without '/' at its end: "", "/blog". */
str config_base(const struct config *c);
/* The site's URL without that path. */
str config_origin(const struct config *c);

/* The style that replaces a generator's, by posts.slugs or feeds.slugs (an enum
 * slugs), posts.slug_case and posts.slug_letters. */
enum slug_style config_slug_style(const struct config *c,
    enum slug_style style, long slugs);

/* The text that the slug of a term is made from: by posts.term_slugs, else the
 * term. */
str config_term_text(const struct config *c, str taxonomy, str term);

/* The table, for the manual and for tests. */
enum key_type {
	KEY_TEXT, KEY_URL, KEY_REFERENCE, KEY_EMAIL, KEY_LANGUAGE, KEY_ZONE,
	KEY_TIME, KEY_DATE, KEY_SPAN, KEY_BOOL, KEY_FLAG, KEY_COUNT,
	KEY_CHOICE, KEY_CHOICES, KEY_GENERATOR, KEY_LIST, KEY_RAW, KEY_QUERY,
	KEY_FILE, KEY_TAXONOMIES, KEY_LANGUAGES, KEY_COLLECTIONS, KEY_EXTRA,
	KEY_TYPES
};
struct key {
	const char *path;
	enum key_type type;
	size_t offset;        /* of the field in its struct */
	const char *fallback; /* as in the file; "" for none */
	const char *range;
	const char *help;
};
extern const struct key config_keys[];
extern const size_t config_key_count;
/* "a number from 1-1000", for messages and the manual. */
void config_key_expects(struct buf *out, const struct key *k);

#endif
