/* SPDX-License-Identifier: MIT
 * types: all shared types, and the functions that others are made of. */
#ifndef FEEDMILL_VALIDATE_TYPES_TYPES_H
#define FEEDMILL_VALIDATE_TYPES_TYPES_H

#include "validate/types/type.h"

/* Defines type_NAME. Further fields may follow, as in
 * TYPE(hour, type_check_number, "an hour", RULE_INVALID_INTEGER, .most = 24).
 */
#define SHARED_TYPE(name_, check_, expects_, code_, ...) \
	const struct type type_##name_ = {.check = check_, \
		.expects = expects_, .code = code_, __VA_ARGS__}
/* The same for one file. */
#define TYPE(...) static SHARED_TYPE(__VA_ARGS__)
/* One of some words: "|allow|deny|". */
#define WORDS(name_, expects_, values_, ...) \
	TYPE(name_, type_check_words, expects_, RULE_INVALID_VALUE, \
	    .values = values_, __VA_ARGS__)

/* For struct type, field check; in the type_*.c of that name. */
void type_check_plain(const struct subject *s);    /* it is no HTML */
void type_check_length(const struct subject *s);   /* at most `most` */
void type_check_words(const struct subject *s);    /* one of `values` */
void type_check_list(const struct subject *s);     /* numbers, commas between */
void type_check_number(const struct subject *s);   /* `least` to `most` */
void type_check_decimal(const struct subject *s);  /* the same, 1.5 too */
void type_check_uri(const struct subject *s);
void type_check_email(const struct subject *s);
void type_check_mailbox(const struct subject *s);
void type_check_contact(const struct subject *s);
void type_check_language(const struct subject *s);
void type_check_media_type(const struct subject *s);
void type_check_rfc822(const struct subject *s);
void type_check_iso8601(const struct subject *s);  /* `least` parts of it */
void type_check_duration(const struct subject *s); /* H:MM:SS or seconds */

/* type_date.c: the instant of a date. False: it is no such date. */
bool type_read_rfc3339(str text, instant *t);
bool type_read_rfc822(str text, instant *t);

/* type_text.c */
extern const struct type type_anything, type_filled, type_plain,
    type_plain_filled, type_html;
/* type_number.c */
extern const struct type type_natural, type_positive, type_integer,
    type_positive_31, type_decimal, type_latitude, type_longitude,
    type_true_false, type_truth, type_yes_no;
/* type_uri.c: references may be relative; the others are absolute. */
extern const struct type type_uri, type_iri, type_iri_reference,
    type_iri_reference_tight, type_web_url, type_atom_id;
/* type_word.c */
extern const struct type type_email, type_mailbox, type_contact, type_language,
    type_language_or_none, type_media_type, type_country;
/* type_date.c */
extern const struct type type_rfc3339, type_rfc3339_tight, type_rfc822,
    type_w3c_date, type_iso8601, type_event_date, type_duration;

#endif
