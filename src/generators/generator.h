/* SPDX-License-Identifier: MIT
 * generator: the properties of a site generator.
 *
 * The rest of feedmill asks for properties and never for a name, so that a new
 * generator is one file and one row (generators.h). docs/DIALECTS.md gives the
 * source of each value. An omitted field is NULL, false or 0: the generator
 * lacks the feature. */
#ifndef FEEDMILL_GENERATORS_GENERATOR_H
#define FEEDMILL_GENERATORS_GENERATOR_H

#include "base/text/slug.h"
#include "base/time/datetime.h"

struct import_site;

/* ---- terms ---- */

/* How a text under a plural key ("tags: a b") is split into terms. */
enum split {
	SPLIT_NONE,
	SPLIT_SPACE,
	SPLIT_COMMA,
	SPLIT_SEMICOLON, /* or comma, if it has none; authors too */
};

struct term_rules {
	enum split split;
	const char *page;        /* address of a term's page; "": none */
	const char *label;       /* the key of the name if a term is a map;
	                          * NULL: a map is an error */
	const char *not_terms;   /* tags that are not terms, separated by
	                          * blanks */
	bool singular_wins;      /* `tag` hides `tags` */
	bool category_adds;      /* but `category` adds to `categories` */
	bool folder_is_category; /* of a post without categories */
};

/* ---- addresses ---- */

struct address_rules {
	const char *permalink;   /* the default pattern */
	const char *collection;  /* the same in posts.collections; or NULL */
	const char *content;     /* the folder that addresses are relative
	                          * to; "": the config's, NULL: that of
	                          * posts.folders */
	const char *other;       /* of a post that is not in site.language;
	                          * NULL: permalink */
	const char *index;       /* the pattern of index.md; NULL: permalink */
	const char *page_end;    /* end of the address of an undated page;
	                          * NULL: "/" */
	enum slug_style title;   /* of :title made from a title */
	enum slug_style name;    /* of a file name */
	enum slug_style slug;    /* of `slug` in front matter */
	enum slug_style section; /* of a folder */
	enum slug_style term;    /* of a term */
	const char *kept_ends;   /* endings of files that :output_ext keeps,
	                          * separated by blanks; others give .html */
	bool folders_are_categories; /* those above _posts */
	bool site_time;          /* dates are in the site's zone, not as
	                          * written */
	bool title_is_name;      /* :title means the file name, not the title */
	bool title_has_folders;  /* :title is a path below posts.folders */
	bool slug_is_title;      /* :slug falls back to the title, not the file
	                          * name */
	bool plain_names;        /* :name is the whole file name, and
	                          * index.md is not named by its folder */
	bool names_folder;       /* a/a.md is the page of a/, like
	                          * a/index.md */
	bool keeps_date;         /* the file name's date is part of its name,
	                          * unless posts.keep_dates is false */
	bool url_is_folder;      /* an address in front matter ends in a slash,
	                          * unless it has a dot */
	bool url_has_language;   /* one that does not begin with a slash is
	                          * below the folder of the language */
	bool plus_is_blank;      /* a '+' in an address that posts.permalink
	                          * makes counts as a blank */
	bool ignores_slug;       /* `slug` in front matter has no meaning */
	bool skips_underscore;   /* files and folders whose name begins with
	                          * '_' are not posts */
	bool has_bundles;        /* other files in and below the folder of an
	                          * index.md are not posts */
	bool has_named_posts;    /* a file in _posts is a post only if its name
	                          * begins with a date; the year may have two
	                          * digits, and the day need not exist */
	bool has_path_date;      /* a date anywhere in the file's path is
	                          * used, and comes first in :slugorpath */
	bool has_dashed_date;    /* the first YYYY-MM-DD anywhere in the file's
	                          * path is the date */
};

/* ---- front matter ---- */

struct front_rules {
	bool has_headers;        /* "Key: value" lines, with or without
	                          * fences */
	bool has_dated_headers;  /* the same without fences, if one is a date */
	bool loose_fences;       /* blanks may precede the first --- or +++, and
	                          * more may follow each fence on its line */
	bool opens_bare;         /* the first --- or ;;; may be missing */
	bool capital_words;      /* titles made of file names have each part
	                          * between hyphens capitalised */
	bool url_is_elsewhere;   /* `url` is the address of the post only if it
	                          * begins with a slash */
	bool ignores_url;        /* only `permalink` is the address */
	bool has_heading;        /* a heading at the start of the text is the
	                          * title, not a part of the text */
	bool needs_title;        /* a page without a title is no post */
	bool title_is_html;      /* a title may have tags and entities */
	bool drops_empty;        /* a key with an empty value does not count */
	bool has_cascade;        /* _index.md gives defaults to its folder,
	                          * below `cascade` */
	bool has_utc_timestamps; /* an unquoted date with seconds and no zone
	                          * is in UTC, as YAML defines it */
	enum datetime_style dates;
	const char *data_ends;   /* endings of data files merged with the
	                          * front matter, separated by blanks, by
	                          * rising priority */
	const char *url_key;     /* one more key for the address, which is a
	                          * folder */
	const char *computed_url; /* path of a key that overrides the address */
	bool url_is_template;    /* {{ }} in an address is filled in */
	const char *own;         /* formats whose own front matter is read, by
	                          * their names in text_format.h */
	bool own_is_bare;        /* in Org, #+filetags and times of day are not
	                          * read */
	bool has_comments;       /* a comment of HTML at the start may have lines
	                          * ".. key: value" */
	bool is_bare;            /* a file in _posts needs no front matter to be
	                          * a post, whatever its format */
	const char *status_words; /* allowed in `status`, separated by
	                          * blanks; NULL: any */
	bool change_is_date;     /* a post without a date has that of its
	                          * change: lastmod, modified */
	bool has_file_dates;     /* a date may be "Last Modified" or "Created",
	                          * times of the file on the disk, or the same
	                          * with "git", those of its commits */
	const char *hidden_key;  /* a flag that keeps a page out of lists */
	const char *list_key;    /* a key of pages that list others */
};

/* ---- texts ---- */

/* The meaning of a tag or shortcode; content/tags has a handler for each. */
enum tag_meaning {
	MEANS_NOTHING,           /* produces no text */
	MEANS_ASSET_IMAGE, MEANS_ASSET_LINK, MEANS_ASSET_PATH,
	MEANS_BLOCKQUOTE, MEANS_CAPTURE, MEANS_CODE, MEANS_DETAILS,
	MEANS_FIGURE, MEANS_GIST, MEANS_HIGHLIGHT, MEANS_IMAGE,
	MEANS_INCLUDED_CODE, MEANS_LINK, MEANS_MEDIA, MEANS_PARAM,
	MEANS_POST_LINK, MEANS_POST_URL, MEANS_PULLQUOTE, MEANS_QR,
	MEANS_REF, MEANS_RELREF, MEANS_TWEET,
	TAG_MEANINGS
};

enum tag_flag {
	TAG_PAIRED = 1 << 0, /* must be closed */
	TAG_INNER = 1 << 1,  /* may be closed */
	TAG_CODE = 1 << 2,   /* contains code */
	TAG_PLAIN = 1 << 3,  /* produces plain text, allowed in code too */
	TAG_SILENT = 1 << 4, /* produces nothing, which is not reported */
	TAG_BLOCK = 1 << 5,  /* produces a block of HTML, if on its own line */
};

/* A built-in tag. */
struct tag_row {
	const char *name;
	enum tag_meaning meaning;
	unsigned flags;      /* TAG_ bits */
};

/* How tags are written. */
enum tag_syntax {
	TAGS_NONE,
	TAGS_SHORTCODE, /* {{< name word key="word" >}}, {{% %}} */
	TAGS_CALL,      /* {{ name(key="word") }}, {% name() %} {% end %} */
	TAGS_LIQUID,    /* {% name words %}, {{ expression }} */
	TAGS_NUNJUCKS,  /* as Liquid, and {# comments #} */
	TAGS_MDX,       /* <Component key={expression}>, {expression} */
	TAGS_VUE,       /* <Component :key="expression">, {{ expression }} */
	TAG_SYNTAXES
};

/* What differs from flavour to flavour of Markdown. All have tables, task lists
 * and footnotes: a text that has some was written for a plug-in. */
enum flavour_flag {
	FLAVOUR_BREAKS = 1 << 0,     /* the end of a line is a <br> */
	FLAVOUR_LINKS = 1 << 1,      /* bare addresses are links */
	FLAVOUR_STRIKE = 1 << 2,     /* ~~text~~ is struck out */
	FLAVOUR_STRIKE_ONE = 1 << 3, /* ~text~ too */
	FLAVOUR_INDENTED = 1 << 4,   /* indented lines are code */
	FLAVOUR_DEFINITIONS = 1 << 8, /* ": text" below a line is its
	                              * definition */
	FLAVOUR_STRICT_LINKS = 1 << 9, /* only addresses behind a blank, in a
	                              * domain with letters; www. is https */
	FLAVOUR_KRAMDOWN = 1 << 6,   /* read by a parser of its own */
	FLAVOUR_SMART = 1 << 5,      /* quotes, dashes and ellipses become
	                              * typographic; content.smart sets it */
	FLAVOUR_GITHUB = FLAVOUR_LINKS | FLAVOUR_STRIKE | FLAVOUR_STRIKE_ONE |
	    FLAVOUR_INDENTED,
};

/* Lists of attributes in Markdown, which readers have no use for. */
enum attribute_list {
	ATTRS_KRAMDOWN = 1 << 0, /* {: .a #b}, {:toc}, {::comment} */
	ATTRS_HEADING = 1 << 1,  /* {#b .a} at the end of headings */
	ATTRS_BLOCK = 1 << 2,    /* {.a} on a line of its own */
	ATTRS_SPAN = 1 << 3,     /* {.a} anywhere */
	ATTRS_TOC = 1 << 4,      /* [TOC] on a line of its own */
};

/* The anchors of footnotes on a page: patterns of {name}, {lower} (the name in
 * lower case) and {number}; for the n-th reference also {n} and {before}
 * (n - 1). "": none. */
struct footnote_anchors {
	const char *note;
	const char *ref;   /* the first reference */
	const char *again; /* further ones */
};

/* What follows the prefix of a link that only the generator understands;
 * content/links/own_links.c has a resolver for each. */
enum own_ref_kind {
	OWN_REF_POST,      /* a post's file, from the root of the content */
	OWN_REF_FILE,      /* a post's file, from this one, or any other */
	OWN_REF_STATIC,    /* a file with the same path on the site */
	OWN_REF_ATTACHED,  /* a file copied beside the post's page */
	OWN_REF_SOURCE,    /* a post's file, from this one, or an ordinary
	                    * reference */
	OWN_REF_PAGE,      /* a name; its page is at `page` */
	OWN_REF_KINDS
};
struct own_ref {
	const char *prefix;
	enum own_ref_kind kind;
	const char *page;  /* pattern of {slug}, of OWN_REF_PAGE */
};

struct text_rules {
	enum tag_syntax syntax;
	const struct tag_row *tags;   /* ended by one without a name; or NULL */
	const char *mdx_ends;         /* endings of MDX files, separated by
	                               * blanks */
	unsigned flavour;             /* FLAVOUR_ bits */
	unsigned attributes;          /* ATTRS_ bits */
	const char *containers;       /* names of ::: blocks without a title,
	                               * separated by blanks; NULL: ::: blocks
	                               * are not supported */
	const char *summary_mark;     /* word of a comment that ends the
	                               * summary, besides "more" */
	const struct own_ref *links;  /* ended by an empty prefix; or NULL */
	const char *renamed;          /* first characters of references to files
	                               * that the generator renames */
	struct footnote_anchors footnotes;
};

/* ---- all of it ---- */

struct generator {
	const char *name;   /* "hugo", in posts.dialect */
	const char *label;  /* "Hugo", for people */

	/* For `feedmill init`; omitted without a config. */
	const char *known_by; /* files, for messages */
	const char *configs;  /* its sites have one of these files, separated
	                       * by blanks; or NULL: */
	bool (*is)(struct import_site *s); /* whether it made the site */
	void (*read)(struct import_site *s); /* reads its config */

	const char *post_ends; /* endings of posts besides .md and .markdown,
	                        * separated by blanks; text_format.h gives the
	                        * format of each */
	const char *media;  /* folder of static files; NULL: the config's */
	struct front_rules front;
	struct term_rules terms;
	struct address_rules address;
	struct text_rules text;
};

#endif
