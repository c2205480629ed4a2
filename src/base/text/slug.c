/* SPDX-License-Identifier: MIT
 * slug: text as part of an address, by the rules of the generators. */
#include "base/text/slug.h"

#include <stdint.h>
#include <string.h>

#include "base/text/scan.h"
#include "base/text/translit.h"
#include "base/core/unicode.h"
#include "base/core/utf8.h"

static bool
is_one_of(uint32_t r, const char *set)
{
	return r > 0 && r < 0x80 && strchr(set, (int)r);
}

/* Variants of a style. */
enum how {
	CASE_KEPT = 1,  /* letters are not made lower case */
	ANY_SCRIPT = 2, /* letters are not made ASCII */
};

static uint32_t
cased(unsigned how, uint32_t r)
{
	return how & CASE_KEPT ? r : unicode_lower(r);
}

/* paths.Sanitize of Hugo, then lower case as in PathSpec.MakePathSanitized.
 * A blank makes no '-' beside an explicit one: "a - b" gives "a-b". */
static void
make_hugo(struct buf *out, str text, unsigned how)
{
	bool pending = false, was_hyphen = false, is_first = true;

	while (text.len) {
		uint32_t r = utf8_next(&text);
		bool escape = r == '%' && text.len >= 2 &&
		    char_hex(text.ptr[0]) >= 0 && char_hex(text.ptr[1]) >= 0;

		if (unicode_is_word(r) || escape ||
		    is_one_of(r, "./\\_#+~-@")) {
			was_hyphen = r == '-';
			if (pending && !was_hyphen)
				buf_addc(out, '-');
			pending = is_first = false;
			buf_add_rune(out, cased(how, r));
		} else if (!is_first && !was_hyphen && unicode_is_space(r)) {
			pending = true;
		}
	}
}

/* text.RemoveAccents of Hugo: no nonspacing marks. */
static void
make_hugo_bare(struct buf *out, str text, unsigned how)
{
	struct buf apart = {0}, bare = {0}, whole = {0};
	str rest;

	unicode_add(&apart, text, UNICODE_NFD);
	for (rest = buf_str(&apart); rest.len;) {
		uint32_t r = utf8_next(&rest);

		if (!unicode_is_nonspacing(r))
			buf_add_rune(&bare, r);
	}
	unicode_add(&whole, buf_str(&bare), UNICODE_NFC);
	make_hugo(out, buf_str(&whole), how);
	buf_free(&apart);
	buf_free(&bare);
	buf_free(&whole);
}

/* Utils.slugify of Jekyll: a run of other characters becomes one '-'. */
static void
add_words(struct buf *out, str text, const char *kept, unsigned how)
{
	bool pending = false, is_first = true;

	while (text.len) {
		uint32_t r = utf8_next(&text);

		if (!unicode_is_word(r) && !is_one_of(r, kept)) {
			pending = true;
			continue;
		}
		if (pending && !is_first)
			buf_addc(out, '-');
		pending = is_first = false;
		buf_add_rune(out, cased(how, r));
	}
}

/* Appends a lower-case letter; as ASCII if it is one of the Latin letters that
 * do not decompose. Returns whether it is ASCII. */
static bool
add_latin(struct buf *out, uint32_t r)
{
	static const uint32_t latin[] = U"ßæðøþđħıłœ";

	for (const uint32_t *l = latin; *l; l++)
		if (*l == r && alphabets_add(out, r, ALPHABETS_ZOLA))
			return true;
	buf_add_rune(out, r);
	return r < 0x80;
}

/* Drops marks after ASCII only: the vowel signs of Hindi and the voicing marks
 * of Japanese change the word. A mark without a base is the variation selector
 * of an emoji. */
static void
make_plain(struct buf *out, str text)
{
	struct buf decomposed = {0}, ascii = {0}, slug = {0};
	bool has_base = false;
	str rest;

	unicode_add(&decomposed, text, UNICODE_NFKD);
	for (rest = buf_str(&decomposed); rest.len;) {
		uint32_t r = unicode_lower(utf8_next(&rest));

		if (unicode_is_mark(r) && !has_base)
			continue;
		has_base = !add_latin(&ascii, r) && unicode_is_word(r);
	}
	add_words(&slug, buf_str(&ascii), "", 0);
	unicode_add(out, buf_str(&slug), UNICODE_NFC);
	buf_free(&decomposed);
	buf_free(&ascii);
	buf_free(&slug);
}

/* slug::slugify of Rust, by way of deunicode. */
static void
make_zola(struct buf *out, str text)
{
	struct buf ascii = {0};

	translit_add(&ascii, text, ALPHABETS_ZOLA);
	add_words(out, buf_str(&ascii), "", 0);
	buf_free(&ascii);
}

/* slugify_paths of Zola, where the strategy is "safe". */
static void
make_safe(struct buf *out, str text)
{
	while (str_ends(text, S(" ")) || str_ends(text, S(".")))
		text.len--;
	for (size_t i = 0; i < text.len; i++)
		if (!is_one_of((unsigned char)text.ptr[i], "<>:\"/\\|?*"))
			buf_addc(out, text.ptr[i]);
}

static void
make_upper(char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] >= 'a' && s[i] <= 'z')
			s[i] = (char)(s[i] - 'a' + 'A');
}

/* As Unidecode has them, capitals give one capital: 'Щ' gives "Shch". Latin
 * ones are all capitals: 'Æ' gives "AE", but 'Þ' "Th". */
static void
add_cased_ascii(struct buf *out, str text)
{
	while (text.len) {
		str one = text;
		uint32_t r = utf8_next(&text);
		size_t from = out->len;

		one.len -= text.len;
		translit_add(out, one, ALPHABETS_PELICAN);
		if (r >= 0x80 && unicode_lower(r) != r && out->len > from)
			make_upper(out->ptr + from,
			    r < 0x250 && r != U'Þ' ? out->len - from : 1);
	}
}

/* Pelican's slugify with its SLUG_REGEX_SUBSTITUTIONS: characters that are
 * neither of words nor blanks nor hyphens are deleted first, so that "It's"
 * gives "its". Then a run of blanks and hyphens becomes one hyphen; blanks at
 * the ends are dropped. */
static void
make_pelican(struct buf *out, str text, unsigned how)
{
	struct buf bare = {0}, same = {0}, ascii = {0}, kept = {0};
	bool was_gap = false;
	str rest;

	scan_add_plain(&bare, text);
	unicode_add(&same, buf_str(&bare), UNICODE_NFKC);
	if (how & ANY_SCRIPT)
		buf_add(&ascii, buf_str(&same));
	else if (how & CASE_KEPT)
		add_cased_ascii(&ascii, buf_str(&same));
	else
		translit_add(&ascii, buf_str(&same), ALPHABETS_PELICAN);
	for (rest = buf_str(&ascii); rest.len;) {
		uint32_t r = utf8_next(&rest);

		/* Python's \w has no marks. */
		if (r == '-' || r == '_' || unicode_is_space(r) ||
		    (unicode_is_word(r) && !unicode_is_mark(r)))
			buf_add_rune(&kept, cased(how, r));
	}
	rest = str_trim(buf_str(&kept));
	for (size_t i = 0; i < rest.len; i++) {
		bool gap = rest.ptr[i] == '-' || char_is_space(rest.ptr[i]);

		if (!gap)
			buf_addc(out, rest.ptr[i]);
		else if (!was_gap)
			buf_addc(out, '-');
		was_gap = gap;
	}
	buf_free(&bare);
	buf_free(&same);
	buf_free(&ascii);
	buf_free(&kept);
}

/* Letters that Unicode does not decompose, from hexo-util's escapeDiacritic. */
static const struct {
	uint32_t letter;
	const char *ascii;
} hexo_letters[] = {
	{U'Æ', "AE"}, {U'æ', "ae"}, {U'Ø', "O"}, {U'ø', "o"}, {U'ß', "s"},
	{U'Đ', "D"}, {U'đ', "d"}, {U'Ħ', "H"}, {U'ħ', "h"}, {U'ı', "i"},
	{U'Ł', "L"}, {U'ł', "l"}, {U'ŉ', "n"}, {U'Œ', "OE"}, {U'œ', "oe"},
	{U'Ŧ', "T"}, {U'ŧ', "t"},
};

static bool
is_latin(uint32_t r)
{
	return (r >= 0xC0 && r < 0x250 && r != 0x132 && r != 0x133) ||
	    (r >= 0x1E00 && r < 0x1F00) ||
	    (r >= 0x24B6 && r < 0x24EA) || /* circled */
	    (r >= 0xFF21 && r < 0xFF3B) || (r >= 0xFF41 && r < 0xFF5B);
}

/* Appends a Latin letter in ASCII, or unchanged if it has no such form. */
static void
add_bare(struct buf *out, uint32_t r)
{
	struct buf whole = {0}, parts = {0};
	size_t before = out->len;

	for (size_t i = 0; i < sizeof hexo_letters / sizeof *hexo_letters; i++)
		if (hexo_letters[i].letter == r)
			buf_add(out, str_of(hexo_letters[i].ascii));
	buf_add_rune(&whole, r);
	if (out->len == before)
		unicode_add(&parts, buf_str(&whole), UNICODE_NFKD);
	for (size_t i = 0; i < parts.len; i++)
		if (char_is_alpha(parts.ptr[i]))
			buf_addc(out, parts.ptr[i]);
	if (out->len == before)
		buf_add(out, buf_str(&whole));
	buf_free(&whole);
	buf_free(&parts);
}

/* As slugize of hexo-util. */
static void
make_hexo(struct buf *out, str text)
{
	bool pending = false, is_first = true;

	while (text.len) {
		uint32_t r = utf8_next(&text);

		if (r < 0x20)
			continue;
		if (r == 0xFEFF || unicode_is_space(r) ||
		    (r < 0x7F && !char_is_alnum((char)r))) {
			pending = true;
			continue;
		}
		if (pending && !is_first)
			buf_addc(out, '-');
		pending = is_first = false;
		if (is_latin(r))
			add_bare(out, r);
		else
			buf_add_rune(out, r);
	}
}

static void
make_hexo_cased(struct buf *out, str text, uint32_t (*change)(uint32_t))
{
	struct buf slug = {0};
	str rest;

	make_hexo(&slug, text);
	for (rest = buf_str(&slug); rest.len;)
		buf_add_rune(out, change(utf8_next(&rest)));
	buf_free(&slug);
}

static void
make_hexo_lower(struct buf *out, str text)
{
	make_hexo_cased(out, text, unicode_lower);
}

static void
make_hexo_upper(struct buf *out, str text)
{
	make_hexo_cased(out, text, unicode_upper);
}

/* github-slugger, which Astro names pages with: each blank is a hyphen. */
static void
make_github(struct buf *out, str text)
{
	while (text.len) {
		uint32_t r = utf8_next(&text);

		if (r == ' ')
			buf_addc(out, '-');
		else if (r == '-' || (r != RUNE_BAD && unicode_is_name(r)))
			buf_add_rune(out, unicode_lower(r));
	}
}

static void
make_hyphens(struct buf *out, str text)
{
	for (size_t i = 0; i < text.len; i++)
		buf_addc(out, char_is_space(text.ptr[i]) ? '-' : text.ptr[i]);
}

/* Whether a word of lodash begins at s[i]. */
static bool
begins_word(str s, size_t i)
{
	char c = s.ptr[i], before = s.ptr[i - 1];
	char next = i + 1 < s.len ? s.ptr[i + 1] : '\0';
	bool upper = c >= 'A' && c <= 'Z';

	if (char_is_digit(c) != char_is_digit(before))
		return char_is_alnum(c) && char_is_alnum(before);
	return upper && ((before >= 'a' && before <= 'z') ||
	    (before >= 'A' && before <= 'Z' && next >= 'a' && next <= 'z'));
}

/* kebabCase of lodash, which leaves apostrophes out. */
static void
make_kebab(struct buf *out, str text)
{
	struct buf apart = {0};

	for (size_t i = 0; i < text.len; i++) {
		if (i > 0 && begins_word(text, i))
			buf_addc(&apart, '-');
		if (text.ptr[i] != '\'')
			buf_addc(&apart, text.ptr[i]);
	}
	make_plain(out, buf_str(&apart));
	buf_free(&apart);
}

static void
make_title(struct buf *out, str text)
{
	add_words(out, text, "._~!$&'()+,;=@", CASE_KEPT);
}

static void
make_word(struct buf *out, str text)
{
	add_words(out, text, "", 0);
}

void
slug_make(struct buf *out, str text, enum slug_style style)
{
	static const struct {
		void (*make)(struct buf *, str);
		void (*vary)(struct buf *, str, unsigned);
		unsigned how;
	} makers[] = {
		[SLUG_NONE] = {buf_add, NULL, 0},
		[SLUG_JEKYLL_TITLE] = {make_title, NULL, 0},
		[SLUG_JEKYLL] = {make_word, NULL, 0},
		[SLUG_PLAIN] = {make_plain, NULL, 0},
		[SLUG_ZOLA] = {make_zola, NULL, 0},
		[SLUG_SAFE] = {make_safe, NULL, 0},
		[SLUG_GITHUB] = {make_github, NULL, 0},
		[SLUG_HEXO] = {make_hexo, NULL, 0},
		[SLUG_HEXO_TERM] = {make_hexo, NULL, 0},
		[SLUG_HEXO_LOWER] = {make_hexo_lower, NULL, 0},
		[SLUG_HEXO_UPPER] = {make_hexo_upper, NULL, 0},
		[SLUG_KEBAB] = {make_kebab, NULL, 0},
		[SLUG_HYPHENS] = {make_hyphens, NULL, 0},
		[SLUG_HUGO] = {NULL, make_hugo, 0},
		[SLUG_HUGO_CASED] = {NULL, make_hugo, CASE_KEPT},
		[SLUG_HUGO_BARE] = {NULL, make_hugo_bare, 0},
		[SLUG_HUGO_CASED_BARE] = {NULL, make_hugo_bare, CASE_KEPT},
		[SLUG_PELICAN] = {NULL, make_pelican, 0},
		[SLUG_PELICAN_CASED] = {NULL, make_pelican, CASE_KEPT},
		[SLUG_PELICAN_ANY] = {NULL, make_pelican, ANY_SCRIPT},
		[SLUG_PELICAN_CASED_ANY] = {NULL, make_pelican,
			CASE_KEPT | ANY_SCRIPT},
	};

	if (makers[style].make)
		makers[style].make(out, text);
	else
		makers[style].vary(out, text, makers[style].how);
}

void
slug_fold(struct buf *out, str text)
{
	struct buf folded = {0};
	bool pending = false, is_first = true;
	str rest;

	unicode_add(&folded, text, UNICODE_FOLDED);
	for (rest = buf_str(&folded); rest.len;) {
		uint32_t r = utf8_next(&rest);

		if (unicode_is_space(r)) {
			pending = true;
			continue;
		}
		if (pending && !is_first)
			buf_addc(out, ' ');
		pending = is_first = false;
		buf_add_rune(out, r);
	}
	buf_free(&folded);
}

/* ---- file names ---- */

enum { MAX_NAME = 100, HASH_SIZE = 9 };

/* FNV-1a. All of its 64 bits count for the 32 that are shown. */
static void
add_hash(struct buf *out, str text)
{
	uint64_t h = 0xCBF29CE484222325;

	for (size_t i = 0; i < text.len; i++)
		h = (h ^ (unsigned char)text.ptr[i]) * 0x100000001B3;
	buf_printf(out, "-%08x", (unsigned)(h >> 32 ^ (h & 0xFFFFFFFF)));
}

/* The character that a file name has for one of the slug; 0: none. */
static uint32_t
safe_rune(uint32_t r, bool has_base)
{
	if (r < 0x20 || (r >= 0x7F && r <= 0x9F) ||
	    is_one_of(r, "/\\:*?\"<>|"))
		return '-';
	if (unicode_is_mark(r) && !has_base)
		return 0; /* the emoji that it belonged to was dropped */
	return unicode_is_word(r) || is_one_of(r, "._#+~-@") ? r : 0;
}

/* Appends the characters of a slug that a file name may have. */
static void
add_safe(struct buf *out, str text)
{
	bool pending = false, was_hyphen = false, is_first = true;
	bool has_base = false;

	while (text.len) {
		uint32_t r = utf8_next(&text);

		/* First of all: some white space is a control. */
		if (unicode_is_space(r)) {
			pending = pending || (!is_first && !was_hyphen);
			has_base = false;
			continue;
		}
		r = safe_rune(r, has_base);
		has_base = unicode_is_word(r);
		if (r == 0)
			continue;
		was_hyphen = r == '-';
		if (pending && !was_hyphen)
			buf_addc(out, '-');
		pending = is_first = false;
		buf_add_rune(out, r);
	}
}

static str
trim_dots(str s)
{
	while (s.len && s.ptr[0] == '.')
		s = str_from(s, 1);
	while (s.len && s.ptr[s.len - 1] == '.')
		s.len--;
	return s;
}

/* Whether nothing but '.' and '-' is in it. */
static bool
is_blank_name(str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] != '-' && s.ptr[i] != '.')
			return false;
	return true;
}

/* Whether Windows has a device of that name, which no file may have, with any
 * ending. */
static bool
is_reserved(str stem)
{
	return str_has_word(S("con prn aux nul"), stem, str_ieq) ||
	    (stem.len == 4 && stem.ptr[3] >= '1' && stem.ptr[3] <= '9' &&
	    str_has_word(S("com lpt"), str_sub(stem, 0, 3), str_ieq));
}

/* The longest prefix of at most n bytes that splits no letter from its
 * marks. */
static str
cut_name(str s, size_t n)
{
	str p = utf8_prefix(s, n);

	while (p.len && p.len < s.len) {
		str rest = str_from(s, p.len);

		if (!unicode_is_mark(utf8_next(&rest)))
			break;
		p = utf8_prefix(s, p.len - 1);
	}
	return p;
}

static void
add_name(struct buf *out, str name, str slug)
{
	size_t dot = str_chr(name, '.');
	str stem = dot == STR_NONE ? name : str_sub(name, 0, dot);
	bool reserved = is_reserved(stem);
	str kept = name;

	if (name.len + reserved > MAX_NAME)
		kept = cut_name(name, (size_t)(MAX_NAME - HASH_SIZE - reserved));
	if (is_blank_name(kept)) {
		buf_add(out, S("term"));
		add_hash(out, slug);
		return;
	}
	buf_add(out, str_sub(kept, 0, stem.len));
	if (reserved)
		buf_addc(out, '_');
	buf_add(out, str_from(kept, stem.len));
	if (kept.len < name.len)
		add_hash(out, slug);
}

void
slug_file_safe(struct buf *out, str slug)
{
	struct buf safe = {0};

	add_safe(&safe, slug);
	add_name(out, trim_dots(buf_str(&safe)), slug);
	buf_free(&safe);
}
