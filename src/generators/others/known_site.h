/* SPDX-License-Identifier: MIT
 * known_site: generators without a dialect, whose configs `feedmill init`
 * reads. */
#ifndef FEEDMILL_GENERATORS_OTHERS_KNOWN_SITE_H
#define FEEDMILL_GENERATORS_OTHERS_KNOWN_SITE_H

#include "generators/import/import_site.h"

/* A generator is recognised by one of `files`, or by `package`, and by one of
 * `folders`, as far as they are given. Its keys are read from its config; if
 * that is a program, as constants. Lists are separated by blanks. */
struct known {
	const char *label;
	const char *files;     /* of its sites; "*.x": with that ending */
	const char *package;   /* the dependency in package.json; or NULL */
	const char *folders;   /* of its sites; or NULL */
	const char *data;      /* more files with keys; or NULL */
	const char *slash;     /* more files with trailingSlash; or NULL */
	/* Keys; "a>b" is the key b in the object a. */
	const char *url, *title, *description, *author, *email;
	const char *permalink; /* its usual address */
	const char *styles;    /* names of addresses: "simple=/:slug/"; or
	                        * NULL */
	const char *root;      /* the folder that addresses are relative to; or
	                        * NULL */
	const char *routes;    /* folders with the routes of pages; or NULL */
	unsigned flags;        /* KNOWN_ bits */
};
enum known_flag {
	KNOWN_NO_SLASH = 1 << 0, /* addresses do not end in a slash */
	KNOWN_AS_IS = 1 << 1,    /* names are parts of addresses unchanged */
	KNOWN_NUMBERS = 1 << 2,  /* "1." before a name is its place in lists */
	KNOWN_HYPHENS = 1 << 3,  /* blanks in names become hyphens */
	KNOWN_RULES = 1 << 4,    /* `POSTS` lists folders and addresses */
	KNOWN_MODELS = 1 << 5,   /* files in `models` say how pages are made */
};

/* The generator of a site, or NULL. */
const struct known *known_site_find(struct import_site *s);
/* Sets the keys that can be read from its config and the folders of the site. */
void known_site_read(struct import_site *s, const struct known *k);
/* The map in package.json; NULL: there is none, or it does not parse, which is
 * not reported. */
const struct value *known_site_package(struct import_site *s);

#endif
