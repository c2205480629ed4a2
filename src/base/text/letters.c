/* SPDX-License-Identifier: MIT
 * letters: the letters of the world's alphabets in ASCII.
 *
 * The tables are of what Zola and Pelican make of them, so that addresses are
 * the same: one character after the other, whatever stands around it. They
 * follow the usual schemes, with the oddities of those programs. Accents are
 * taken off before anyone looks here; all but a few of them. */
#include "base/text/letters.h"

#include <string.h>

#include "base/core/unicode.h"

/* Words for a run of characters, with a blank between; '_' is for none. */
struct block {
	uint32_t first, last;
	unsigned step;
	const char *words;
};

/* From ISCII, which nine scripts of India share: each has a block of 128
 * characters with its letters at the same places. */
static const char indic[] =
    "n n h _ a aa i ii u uu r l en e e ai on o o au "
    "k kh g gh ng c ch j jh ny tt tth dd ddh nn t th d dh n nnn "
    "p ph b bh m y r rr l ll lll v sh ss s h o o ' ' "
    "aa i ii u uu r rr en e e ai on o o au _ e a aum ' ' ' ' ' ' ' "
    "q khh ghh z rr rh f yy rr ll l ll";
enum {
	INDIC_FIRST = 0x900, INDIC_LAST = 0xD7F,
	GURMUKHI = 0xA00, GUJARATI = 0xA80, TAMIL = 0xB80
};

static const struct block blocks[] = {
	/* Greek */
	{0x03AC, 0x03CE, 1,
		"a e e i u a b g d e z e th i k l m n x o p r s s t u ph kh "
		"ps o i u o u o"},
	/* Cyrillic, and what it has for languages other than Russian */
	{0x0430, 0x045F, 1,
		"a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch "
		"' y ' e iu ia ie io dj gj ie dz i yi j lj nj tsh kj i u dzh"},
	{0x0461, 0x0481, 2,
		"o e ie e ie o io ks ps f y y u o o ot q"},
	{0x0491, 0x04BF, 2,
		"g' g' g' zh' z' k' k' k' k' n' ng p' kh s' t' u u' kh' tts "
		"ch' ch' h ch ch'"},
	{0x04C2, 0x04CC, 2,
		"zh k' lh n' nh ch"},
	{0x04D1, 0x04F9, 2,
		"a a ae ie ' ' zh z dz i i o o o e u u u ch gh y"},
	/* Armenian */
	{0x0561, 0x0587, 1,
		"a b g d e z e e t' zh i l kh ts k h dz gh ch m y n sh o ch' "
		"p j rh s v t r ts' w p' k' o f ew"},
	/* Hebrew */
	{0x05B0, 0x05C4, 1,
		"' e a o i e e a a o o u ' _ - _ ' h _ ' '"},
	{0x05D0, 0x05EA, 1,
		"' b g d h v z kh t y k k l m m n n s ' p p ts ts q r sh t"},
	/* Arabic, then what Persian, Urdu and others have */
	{0x0621, 0x063A, 1,
		"' a ' w' ' y' _ b ' t th j h kh d dh r z s sh s d t z ' g"},
	{0x0640, 0x0652, 1,
		"_ f q k l m n h w ' y an un in a u i w _"},
	{0x0670, 0x06D5, 1,
		"a ' ' ' e ' 'w 'u 'y tt tth b t t p th bh 'h h ny dy h ch "
		"cch dd d d dt dh ddh d d d rr r r r r r r j r s s s s s t gh "
		"f f f v f ph q q kh k k k ng k g g n g g g l l l l n n n n n "
		"h ch hy h h ' w oe oe u yu yu w v y y y w e ny y y' ' ae"},
	/* Thai */
	{0x0E01, 0x0E3A, 1,
		"k kh kh kh kh kh ng cch ch ch ch ch y d t th th th n d t th "
		"th th n b p ph f ph f ph m y r r l l w s s s h l ' h ' a a "
		"aa am i ii ue uue u uu '"},
	{0x0E40, 0x0E4E, 1,
		"e ae o ai ai ao ' _ _ _ _ _ _ m _"},
	/* Sinhala */
	{0x0D82, 0x0DDF, 1,
		"n h _ a aa ae aae i ii u uu r rr l ll e ee ai o oo au _ _ _ "
		"k kh g gh ng nng c ch j jh ny jny nyj tt tth dd ddh nn nndd "
		"t th d dh n _ nd p ph b bh m mb y r _ l _ _ v sh ss s h ll f "
		"_ _ _ _ _ _ _ _ aa ae aae i ii u _ uu _ r e ee ai o oo au l"},
	{0x0DF2, 0x0DF3, 1,
		"rr ll"},
	/* Lao */
	{0x0E81, 0x0ECD, 1,
		"k kh _ kh _ gh ng ch ch s _ jh ny n t th d dh n d h th th dh "
		"n b p ph f ph f bh m y r _ l _ w s s s h l ' h ' a a aa am i "
		"ii y yy u uu _ o l ny _ _ e ei o ay ai _ ' _ _ _ _ _ _ m"},
	{0x0EDC, 0x0EDD, 1,
		"hn hm"},
	/* Tibetan */
	{0x0F40, 0x0F6A, 1,
		"k kh g gh ng c ch j _ ny tt tth dd ddh nn t th d dh n p ph b "
		"bh m ts tsh dz dzh w zh z ' y r l sh ssh s h a kss r"},
	{0x0F71, 0x0F7E, 1,
		"aa i ii u uu r rr l ll e ee o oo m"},
	{0x0F90, 0x0FBC, 1,
		"k kh g gh ng c ch j _ ny tt tth dd ddh nn t th d dh n p ph b "
		"bh m ts tsh dz dzh w zh z ' y r l sh ss s h a kss w y r"},
	/* Burmese */
	{0x1000, 0x103F, 1,
		"k kh g gh ng c ch j jh ny nny tt tth dd ddh nn tt th d dh n "
		"p ph b bh m y r l w s h ll a ' i ii u uu e e o au aa aa i ii "
		"u uu e ai i ao e n ' ' _ _ y r v h ss"},
	/* Khmer */
	{0x1780, 0x17D3, 1,
		"k kh g gh ng c ch j jh ny t tth d ddh nn t th d dh n p ph b "
		"bh m y r l v sh ss s h l q a aa i ii u uk uu uuv ry ryy ly "
		"lyy e ai oo oo au a aa aa i ii y yy u uu ua oe ya ie e ae ai "
		"oo au m h a' _ _ a r _ ' _ a _ _ _"},
	/* Georgian */
	{0x10D0, 0x10F0, 1,
		"a b g d e v z t' i k l m n o p zh r s t u p' k' g' q sh ch' "
		"c' z' c ch x j h"},
	/* Hiragana; katakana has the same order */
	{0x3041, 0x3096, 1,
		"a a i i u u e e o o ka ga ki gi ku gu ke ge ko go sa za si "
		"zi su zu se ze so zo ta da ti di tu tu du te de to do na ni "
		"nu ne no ha ba pa hi bi pi hu bu pu he be pe ho bo po ma mi "
		"mu me mo ya ya yu yu yo yo ra ri ru re ro wa wa wi we wo n "
		"vu ka ke"},
};

/* Single characters, and those of the blocks that are otherwise in upper case
 * or in one of the programs. */
static const struct {
	uint32_t rune;
	const char *zola, *pelican;
} singles[] = {
	{0x00A2, "c'", "c'"},     /* ¢ */
	{0x00A3, "ps", "ps"},     /* £ */
	{0x00A5, "y'", "y'"},     /* ¥ */
	{0x00A7, "ss", "ss"},     /* § */
	{0x00A9, "'c'", "'c'"},   /* © */
	{0x00AB, "'", "'"},       /* « */
	{0x00AD, "", ""},         /* soft hyphen */
	{0x00AE, "'r'", "'r'"},   /* ® */
	{0x00B0, "deg", "deg"},   /* ° */
	{0x00B1, "'-", "'-"},     /* ± */
	{0x00B5, "u", "u"},       /* µ */
	{0x00B6, "p", "p"},       /* ¶ */
	{0x00B7, "'", "'"},       /* · */
	{0x00D7, "x", "x"},       /* × */
	{0x00DF, "ss", "ss"},     /* ß */
	{0x00E6, "ae", "ae"},     /* æ */
	{0x00F0, "d", "d"},       /* ð */
	{0x00F8, "o", "o"},       /* ø */
	{0x00FE, "th", "th"},     /* þ */
	{0x0111, "d", "d"},       /* đ */
	{0x0127, "h", "h"},       /* ħ */
	{0x0131, "i", "i"},       /* ı */
	{0x0138, "k", "k"},       /* ĸ */
	{0x0142, "l", "l"},       /* ł */
	{0x014B, "ng", "ng"},     /* ŋ */
	{0x0153, "oe", "oe"},     /* œ */
	{0x0167, "t", "t"},       /* ŧ */
	{0x0180, "b", "b"},       /* ƀ */
	{0x0192, "f", "f"},       /* ƒ */
	{0x0199, "k", "k"},       /* ƙ */
	{0x01B4, "y", "y"},       /* ƴ */
	{0x01DD, "'", "'"},       /* ǝ */
	{0x0253, "b", "b"},       /* ɓ */
	{0x0254, "o", "o"},       /* ɔ */
	{0x0256, "d", "d"},       /* ɖ */
	{0x0257, "d", "d"},       /* ɗ */
	{0x0259, "'", "'"},       /* ə */
	{0x025B, "e", "e"},       /* ɛ */
	{0x0263, "g", "g"},       /* ɣ */
	{0x0268, "i", "i"},       /* ɨ */
	{0x0272, "n", "n"},       /* ɲ */
	{0x0289, "u", "u"},       /* ʉ */
	{0x0390, "i", "i"},       /* ΐ */
	{0x039E, "ks", "ks"},     /* Ξ */
	{0x0404, "e", "ie"},      /* Є */
	{0x04CF, "h", ""},        /* ӏ */
	{0x04C0, "'", "'"},       /* Ӏ */
	{0x0587, "ew", "ew"},     /* և */
	{0x05C1, "h", ""},        /* shin dot */
	{0x05D0, "'", "a"},       /* א */
	{0x05D7, "kh", "h"},      /* ח */
	{0x05DA, "k", "kh"},      /* ך */
	{0x05DB, "k", "kh"},      /* כ */
	{0x05E7, "q", "k"},       /* ק */
	{0x05F0, "v", "v"},       /* װ */
	{0x05F1, "oy", "oy"},     /* ױ */
	{0x05F2, "i", "ey"},      /* ײ */
	{0x06D0, "e", ""},        /* ې */
	{0x06D1, "ny", ""},       /* ۑ */
	{0x0933, "l", "l"},       /* ळ */
	{0x095C, "dddh", "dddh"}, /* ड़ */
	{0x0A2D, "bb", "bb"},     /* ਭ */
	{0x0A5C, "rr", "rr"},     /* ੜ */
	{0x0A70, "n", "n"},       /* ੰ */
	{0x0A71, "h", "h"},       /* ੱ */
	{0x0AAF, "ya", "ya"},     /* ય */
	{0x0964, " ' ", " ' "},   /* । */
	{0x0965, " ' ", " ' "},   /* ॥ */
	{0x0D7A, "n", ""},        /* ൺ */
	{0x0D7B, "n", ""},        /* ൻ */
	{0x0D7C, "r", ""},        /* ർ */
	{0x0D7D, "l", ""},        /* ൽ */
	{0x0D7E, "l", ""},        /* ൾ */
	{0x0D7F, "k", ""},        /* ൿ */
	{0x0E3F, "bh'", "bh'"},   /* ฿ */
	{0x0E4F, " ' ", " ' "},   /* ๏ */
	{0x200B, " ", " "},       /* zero width space */
	{0x20A9, "w", "w"},       /* ₩ */
	{0x20AA, "ns", "ns"},     /* ₪ */
	{0x20AB, "d", "d"},       /* ₫ */
	{0x20AC, "eur", "eur"},   /* € */
	{0x20B1, "p", "p"},       /* ₱ */
	{0x20B4, "hrn", "uah"},   /* ₴ */
	{0x20B9, "rs", "rs"},     /* ₹ */
	{0x20BA, "tl", "l"},      /* ₺ */
	{0x20BD, "rb", "r"},      /* ₽ */
	{0x20BF, "btc", "btc"},   /* ₿ */
	{0x2116, "no", "no' "},   /* № */
	{0x2126, "ohm", "ohm"},   /* Ω */
	{0x2122, "tm", "'tm'"},   /* ™ */
	{0x3000, " ", " "},
	{0x3001, "' ", "' "},     /* 、 */
	{0x3002, "' ", "' "},     /* 。 */
	{0x3005, "'", "'"},       /* 々 */
	{0x3007, "0", "0"},       /* 〇 */
	{0x3009, "' ", "' "},     /* 〉 */
	{0x300B, "' ", "' "},     /* 》 */
	{0x300D, "' ", "' "},     /* 」 */
	{0x300F, "' ", "' "},     /* 』 */
	{0x3011, "' ", "' "},     /* 】 */
	{0x3015, "' ", "' "},     /* 〕 */
	{0x3017, "' ", "' "},     /* 〗 */
	{0x3057, "si", "shi"},    /* し */
	{0x3061, "ti", "chi"},    /* ち */
	{0x3063, "tu", "tsu"},    /* っ */
	{0x3064, "tu", "tsu"},    /* つ */
	{0x309D, "'", "'"},       /* ゝ */
	{0x309E, "'", "'"},       /* ゞ */
	{0x30F7, "va", "va"},     /* ヷ */
	{0x30F8, "vi", "vi"},     /* ヸ */
	{0x30F9, "ve", "ve"},     /* ヹ */
	{0x30FA, "vo", "vo"},     /* ヺ */
	{0x30FB, "'", ""},        /* ・ */
	{0x30FC, "", ""},         /* ー */
	{0x30FD, "'", "'"},       /* ヽ */
	{0x30FE, "'", "'"},       /* ヾ */
	{0x4EF7, "jia ", "jie "}, /* 价 */
	{0x65C5, "lv ", "lu "},   /* 旅 */
	{0x4E48, "me ", "yao "},  /* 么 */
	{0x4EC0, "shen ", "shi "}, /* 什 */
	{0x672F, "shu ", "zhu "}, /* 术 */
};

/* ---- Hangul ---- */

/* A syllable is a number made of those of its three parts, which also stand
 * alone. */
static bool
put_hangul(struct buf *out, uint32_t rune)
{
	static const char *const leads[] = {"g", "gg", "n", "d", "dd", "r",
		"m", "b", "bb", "s", "ss", "", "j", "jj", "c", "k", "t", "p",
		"h"};
	static const char *const vowels[] = {"a", "ae", "ya", "yae", "eo", "e",
		"yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "weo", "we",
		"wi", "yu", "eu", "yi", "i"};
	static const char *const tails[] = {"", "g", "gg", "gs", "n", "nj",
		"nh", "d", "l", "lg", "lm", "lb", "ls", "lt", "lp", "lh", "m",
		"b", "bs", "s", "ss", "ng", "j", "c", "k", "t", "p", "h"};
	enum {
		FIRST = 0xAC00, LAST = 0xD7A3,
		LEADS = 19, VOWELS = 21, TAILS = 28,
		LEAD = 0x1100, VOWEL = 0x1161, TAIL = 0x11A7
	};
	uint32_t n = rune - FIRST;

	if (rune >= FIRST && rune <= LAST) {
		buf_add(out, str_of(leads[n / TAILS / VOWELS]));
		buf_add(out, str_of(vowels[n / TAILS % VOWELS]));
		buf_add(out, str_of(tails[n % TAILS]));
	} else if (rune >= LEAD && rune < LEAD + LEADS)
		buf_add(out, str_of(leads[rune - LEAD]));
	else if (rune >= VOWEL && rune < VOWEL + VOWELS)
		buf_add(out, str_of(vowels[rune - VOWEL]));
	else if (rune > TAIL && rune < TAIL + TAILS)
		buf_add(out, str_of(tails[rune - TAIL]));
	else
		return false;
	return true;
}

/* ---- tables ---- */

/* The n-th word, if there are as many. */
static bool
put_word(struct buf *out, const char *words, uint32_t n)
{
	str rest = str_of(words), word = {0};

	do
		if (!str_split(&rest, ' ', &word))
			return false;
	while (n-- > 0);
	if (!str_eq(word, S("_")))
		buf_add(out, word);
	return true;
}

static bool
put_indic(struct buf *out, uint32_t rune)
{
	uint32_t at = rune % 0x80;
	bool has_long = rune >= TAMIL ||
	    (rune >= GURMUKHI && rune < GUJARATI);

	if (rune < INDIC_FIRST || rune > INDIC_LAST || at == 0)
		return false;
	/* The scripts of the south, and one other, have a long e and o. */
	if (has_long && (at == 0x0F || at == 0x47))
		buf_add(out, S("ee"));
	else if (has_long && (at == 0x13 || at == 0x4B))
		buf_add(out, S("oo"));
	else
		return put_word(out, indic, at - 1);
	return true;
}

static bool
put_block(struct buf *out, uint32_t rune)
{
	for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) {
		const struct block *b = &blocks[i];

		if (rune >= b->first && rune <= b->last &&
		    (rune - b->first) % b->step == 0 &&
		    put_word(out, b->words, (rune - b->first) / b->step))
			return true;
	}
	return false;
}

static bool
put_single(struct buf *out, uint32_t rune, enum letters whose)
{
	for (size_t i = 0; i < sizeof singles / sizeof *singles; i++)
		if (singles[i].rune == rune) {
			buf_add(out, str_of(whose == LETTERS_ZOLA
			    ? singles[i].zola : singles[i].pelican));
			return true;
		}
	return false;
}

bool
letters_put(struct buf *out, uint32_t rune, enum letters whose)
{
	enum { KATAKANA = 0x30A1, KATAKANA_LAST = 0x30F6, HIRAGANA = 0x3041 };

	if (put_single(out, rune, whose))
		return true;
	rune = unicode_lower(rune);
	if (rune >= KATAKANA && rune <= KATAKANA_LAST)
		rune -= KATAKANA - HIRAGANA;
	return put_single(out, rune, whose) || put_indic(out, rune) ||
	    put_block(out, rune) || put_hangul(out, rune);
}

bool
letters_is_han(uint32_t rune)
{
	return (rune >= 0x3400 && rune <= 0x4DBF) ||
	    (rune >= 0x4E00 && rune <= 0x9FFF) ||
	    (rune >= 0xF900 && rune <= 0xFAFF) ||
	    (rune >= 0x20000 && rune <= 0x3FFFF);
}
