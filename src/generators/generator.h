/* SPDX-License-Identifier: MIT
 * generator: a program that makes sites, as data.
 *
 * A row holds all that is particular to a generator. The rest of feedmill asks
 * for these properties and never for a name, so that a new generator is one
 * file and one row (generators.h). docs/DIALECTS.md says where each value comes
 * from. A field that is left out is NULL, false or 0: the generator has no such
 * thing, and what all of them share holds. */
#ifndef FEEDMILL_GENERATORS_GENERATOR_H
#define FEEDMILL_GENERATORS_GENERATOR_H

#include "base/text/slug.h"

struct import_site;

/* ---- terms ---- */

/* How one text under a plural key ("tags: a b") becomes terms. */
enum split {
	SPLIT_NONE,
	SPLIT_SPACE,
	SPLIT_COMMA,
	SPLIT_SEMICOLON, /* or comma, where there is none; authors too */
};

struct term_rules {
	enum split split;
	const char *page;        /* where the site lists a term; "": nowhere */
	const char *label;       /* the key of the name, where a term is a map;
	                          * NULL: a map is a mistake */
	const char *not_terms;   /* tags that only sort pages, by blanks */
	bool singular_wins;      /* `tag` hides `tags` */
	bool folder_is_category; /* the one that the post is in, where it
	                          * names none */
};

/* ---- addresses ---- */

struct address_rules {
	const char *permalink;   /* the default pattern */
	const char *collection;  /* in posts.collections; NULL: as of any post */
	const char *content;     /* the folder that addresses begin below; ""
	                          * for the config's own, NULL for the one in
	                          * posts.folders */
	const char *index;       /* the pattern of index.md; NULL: as of any */
	const char *page_end;    /* of a page that is named by its file alone;
	                          * NULL: "/" */
	enum slug_style title;   /* of :title made from a title */
	enum slug_style name;    /* of a file name */
	enum slug_style slug;    /* of a `slug` that front matter gives */
	enum slug_style section; /* of a folder */
	enum slug_style term;    /* of a term */
	bool folders_are_categories; /* those above _posts; terms too */
	bool site_time;          /* the date is that of the site's zone, not as
	                          * it was written */
	bool title_is_name;      /* :title means the file name, not the title */
	bool title_has_folders;  /* :title is a path below posts.folders */
	bool slug_is_title;      /* :slug falls back to the title, not the file
	                          * name */
	bool plain_names;        /* :name is the whole file name, and index.md
	                          * no name of its folder */
	bool names_folder;       /* a/a.md is the page of a/, as a/index.md
	                          * is */
	bool keeps_date;         /* the file name's date is part of its name */
	bool has_path_date;      /* a date anywhere in the file's path counts,
	                          * and comes first in :slugorpath */
};

/* ---- front matter ---- */

struct front_rules {
	bool has_headers;        /* "Key: value" lines, with or without
	                          * fences */
	bool opens_bare;         /* the first --- or ;;; may be missing */
	bool capital_words;      /* a title made of a file name begins each
	                          * word with a capital */
	bool has_heading;        /* a heading that the text begins with is the
	                          * title, and no part of the text */
	bool has_cascade;        /* _index.md gives defaults to its folder,
	                          * below `cascade` */
	const char *data_ends;   /* of the files beside posts and folders whose
	                          * values are merged with the front matter, by
	                          * blanks: the last one counts first */
	const char *url_key;     /* one more key for the address, which is a
	                          * folder */
	const char *computed_url; /* path of a key that overrides the address */
	bool url_is_template;    /* {{ }} in an address is filled in */
	const char *status_words; /* of `status`, by blanks: any other is a
	                          * mistake; NULL: it is the author's own */
	const char *hidden_key;  /* a flag that keeps a page out of lists */
};

/* ---- texts ---- */

/* What a tag or shortcode is for; content/tags has a handler for each. */
enum tag_meaning {
	MEANS_NOTHING,           /* gives no text itself */
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
	TAG_CODE = 1 << 2,   /* what it holds is code */
	TAG_PLAIN = 1 << 3,  /* gives text that may stand in code too */
	TAG_SILENT = 1 << 4, /* gives nothing, and that is not reported */
	TAG_BLOCK = 1 << 5,  /* gives a block of HTML, if it stands alone */
};

/* A tag that is built into a generator. */
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

/* Lists of attributes in Markdown, which readers have no use for. */
enum attribute_list {
	ATTRS_KRAMDOWN = 1 << 0, /* {: .a #b}, {:toc}, {::comment} */
	ATTRS_HEADING = 1 << 1,  /* {#b .a} at the end of headings */
	ATTRS_BLOCK = 1 << 2,    /* {.a} on a line of its own */
	ATTRS_SPAN = 1 << 3,     /* {.a} wherever it stands */
	ATTRS_TOC = 1 << 4,      /* [TOC] on a line of its own */
};

/* Where a page has its footnotes: patterns of {name}, {lower}, which is that in
 * lower case, and {number}; for the n-th reference to one also of {n} and
 * {before}, which is one less. "": nowhere. */
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
	OWN_REF_STATIC,    /* a file that keeps its path on the site */
	OWN_REF_ATTACHED,  /* a file that goes beside the post's page */
	OWN_REF_SOURCE,    /* a post's file, from this one, or an ordinary
	                    * reference */
	OWN_REF_PAGE,      /* a name, whose page is at `page` */
	OWN_REF_KINDS
};
struct own_ref {
	const char *prefix;
	enum own_ref_kind kind;
	const char *page;  /* pattern of {slug}, of OWN_REF_PAGE */
};

struct text_rules {
	enum tag_syntax syntax;
	const struct tag_row *tags;   /* up to one without a name; or NULL */
	const char *mdx_ends;         /* names of files that are MDX end so, by
	                               * blanks */
	unsigned attributes;          /* ATTRS_ bits */
	const char *containers;       /* ::: begins and ends a block; those of
	                               * these names, by blanks, show no title;
	                               * NULL: there are no such blocks */
	const char *summary_mark;     /* word of a comment that ends the
	                               * summary, besides "more" */
	const struct own_ref *links;  /* up to one without a prefix; or NULL */
	const char *renamed;          /* references that begin with one of these
	                               * lead to files that get new names */
	struct footnote_anchors footnotes;
};

/* ---- all of it ---- */

struct generator {
	const char *name;   /* "hugo", in posts.dialect */
	const char *label;  /* "Hugo", for people */

	/* For `feedmill init`; generators that have no config leave it out. */
	const char *known_by; /* files, for messages */
	bool (*is)(struct import_site *s); /* whether it made the site */
	void (*read)(struct import_site *s); /* reads its config */

	const char *post_ends; /* of posts besides .md and .markdown, by
	                        * blanks */
	const char *media;  /* the folder of what is shown as it is; NULL: that
	                     * of the config */
	struct front_rules front;
	struct term_rules terms;
	struct address_rules address;
	struct text_rules text;
};

#endif
