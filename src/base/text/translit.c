/* SPDX-License-Identifier: MIT
 * translit: text of any script in ASCII. By way of ICU, where no table of
 * ours (alphabets) has a character.
 *
 * To make a transliterator takes more than a hundred times as long as all the
 * rest of a slug. So the process has one, made when the first character needs
 * it: for most blogs never. After that it is only read: "threads may share
 * transliterators without synchronizing them" (translit.h of ICU). */
#include "base/text/translit.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unicode/uchar.h>
#include <unicode/utrans.h>

#include "base/text/chinese.h"
#include "base/core/library.h"
#include "base/core/unicode.h"
#include "base/core/utf8.h"

/* ---- ICU ---- */

/* The header makes utrans_openU a macro for utrans_openU_72, but strings are
 * not expanded: these are the names that all versions share. The three
 * functions are stable since ICU 2.0. */
#define FUNCTIONS(ROW) \
	ROW(utrans_openU, open) \
	ROW(utrans_transUChars, transform) \
	ROW(u_charDigitValue, digit)

struct icu {
	FUNCTIONS(LIBRARY_POINTER)
};

static const char *const functions[] = {FUNCTIONS(LIBRARY_NAME) NULL};

static const struct library library = {
	.name = "ICU (libicui18n)",
	.package = "libicu" U_ICU_VERSION_SHORT,
	.stem = "libicui18n.so.",
	.version = U_ICU_VERSION_SHORT,
	.functions = functions,
};

static pthread_once_t icu_once = PTHREAD_ONCE_INIT;
static pthread_once_t han_once = PTHREAD_ONCE_INIT;
static pthread_once_t any_once = PTHREAD_ONCE_INIT;
static struct icu icu;
static bool has_icu;
static atomic_bool is_missing;
static UTransliterator *han, *any;

static void
load_icu(void)
{
	has_icu = library_find(&library, &icu);
	if (!has_icu)
		atomic_store(&is_missing, true);
}

/* Whether ICU is there, which is asked when it is needed. */
static bool
need_icu(void)
{
	pthread_once(&icu_once, load_icu);
	return has_icu;
}

const struct library *
translit_missing(void)
{
	return atomic_load(&is_missing) ? &library : NULL;
}

void
translit_set_missing(void)
{
	atomic_store(&is_missing, true);
}

/* NULL: ICU or its rules are not there. A system may have ICU without all of
 * its data. */
static UTransliterator *
open_rules(const char *name)
{
	UChar id[64];
	int32_t n = 0;
	UParseError where;
	UErrorCode e = U_ZERO_ERROR;
	UTransliterator *t;

	for (; name[n]; n++)
		id[n] = (UChar)name[n];
	t = need_icu() ? icu.open(id, n, UTRANS_FORWARD, NULL, 0, &where, &e)
	               : NULL;
	if (t == NULL || U_FAILURE(e)) {
		atomic_store(&is_missing, true);
		return NULL;
	}
	return t;
}

static void
open_han(void)
{
	han = open_rules("Han-Latin; Latin-ASCII");
}

static void
open_any(void)
{
	any = open_rules("Any-Latin; Latin-ASCII");
}

/* What the rules make of one character. */
static void
put_rule(struct buf *out, uint32_t rune, const UTransliterator *t)
{
	UChar text[64];
	int32_t n = 0, limit;
	UErrorCode e = U_ZERO_ERROR;

	if (t == NULL)
		return;
	U16_APPEND_UNSAFE(text, n, rune);
	limit = n;
	icu.transform(t, text, &n, 64, 0, &limit, &e);
	for (int32_t i = 0; i < n && U_SUCCESS(e); i++)
		if (text[i] < 0x80)
			buf_addc(out, (char)text[i]);
		else if (!unicode_is_mark(text[i]))
			buf_addc(out, '\'');
}

/* ---- characters ---- */

static void
put_han(struct buf *out, uint32_t rune)
{
	if (!chinese_add(out, rune)) {
		pthread_once(&han_once, open_han);
		put_rule(out, rune, han);
	}
	buf_addc(out, ' ');
}

/* A character that no table has and that Unicode does not decompose. */
static void
put_other(struct buf *out, uint32_t rune)
{
	int digit;

	if (unicode_is_mark(rune) || unicode_is_format(rune))
		return;
	digit = need_icu() ? icu.digit((UChar32)rune) : -1;
	if (digit >= 0)
		buf_printf(out, "%d", digit);
	else if (chinese_is(rune))
		put_han(out, rune);
	else if (unicode_is_space(rune))
		buf_addc(out, ' ');
	else if (unicode_is_dash(rune))
		buf_addc(out, '-');
	else if (unicode_is_word(rune)) {
		pthread_once(&any_once, open_any);
		put_rule(out, rune, any);
	} else
		buf_addc(out, '\'');
}

static void
put_known(struct buf *out, uint32_t rune, enum alphabets_style whose)
{
	if (rune < 0x80)
		buf_addc(out, (char)rune);
	else if (!alphabets_add(out, rune, whose))
		put_other(out, rune);
}

void
translit_add(struct buf *out, str text, enum alphabets_style whose)
{
	struct buf parts = {0};
	str rest;

	while (text.len) {
		str one = text;
		uint32_t rune = utf8_next(&text);

		if (rune < 0x80) {
			buf_addc(out, (char)rune);
			continue;
		}
		if (alphabets_add(out, rune, whose))
			continue;
		/* Most of Chinese, which has no parts. */
		if (rune >= 0x4E00 && rune <= 0x9FFF) {
			put_han(out, rune);
			continue;
		}
		one.len -= text.len;
		buf_reset(&parts);
		unicode_add(&parts, one, UNICODE_NFKD);
		for (rest = buf_str(&parts); rest.len;)
			put_known(out, utf8_next(&rest), whose);
	}
	buf_free(&parts);
}
