/* SPDX-License-Identifier: MIT
 * target: what fuzz targets share. */
#ifndef FEEDMILL_TESTS_FUZZ_TARGET_H
#define FEEDMILL_TESTS_FUZZ_TARGET_H

#include <stdint.h>

#include <feedmill.h>

#include "base/core/diag.h"
#include "config/config.h"
#include "feed/formats/format.h"
#include "feed/formats/old_feed.h"

/* Each target is a file fuzz_NAME.c with this function, which returns 0.
 * libFuzzer and AFL++ call it, and so does replay.c. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the program where a property does not hold: the input is a find. */
#define MUST(holds) target_must(holds, #holds, __FILE__, __LINE__)
void target_must(bool holds, const char *what, const char *file, int line);

/* Calls `step`. False: an assertion of a library failed in it, which ends a
 * process of the crew and costs the post. It ends the input here, and is
 * written to standard error when it is new. Assertions of feedmill end the
 * program. What `step` allocated is lost, so it should use arenas of its
 * caller. */
bool target_try(void (*step)(void *ctx), void *ctx);

/* The first byte of an input, by which it chooses; 0 if there is none. */
unsigned target_choice(str *input);
/* One of all generators, by a number. */
const struct generator *target_generator(unsigned choice);
/* The next line of an input. */
str target_line(str *input);

/* Whether two trees have the same keys and values, at the same places if asked;
 * all that is null is the same. */
bool target_same(const struct value *a, const struct value *b, bool places);

/* Ends the program if a tree that is packed, as the crew does, is not unpacked as
 * the same. */
void target_check_pack(const struct value *v, struct arena *a);

/* Whether it is UTF-8 that files of text may hold: all readers of text check
 * that first. */
bool target_is_text(str s);

/* Ends the program if HTML for feeds has elements or attributes that could run
 * scripts. */
void target_is_safe(str html);

/* A folder of this process alone, in /dev/shm if it can be written, with a folder
 * `posts`. It is made once, and is the current folder from then on. */
void target_folder(void);
/* Writes a file, and makes its folder. */
void target_put(const char *path, str bytes);
/* Appends a file; nothing, if it does not exist. */
void target_get(struct buf *out, const char *path);

/* Makes the folder a site, once: the config, and a sound post beside those of the
 * target. False: it has been made already. */
bool target_make_site(const char *config);
/* Ends the program if a finding of a build is that a feed is not valid, or has
 * no message. */
void target_check_finding(const struct feedmill_finding *f);
/* Reads the main feed of the site, which must be whole. All is in the arena. */
struct old_feed target_read_feed(const struct format *to, struct arena *a);

/* Writes the errors to standard error, to explain a find. */
void target_say(const struct diags *diags);

/* A config of https://example.org/blog/ with the posts in `posts`, and one more
 * setting, or NULL. In the arena. */
void target_config(struct config *c, struct arena *a, const char *setting);

#endif
