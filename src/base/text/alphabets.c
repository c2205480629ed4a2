/* SPDX-License-Identifier: MIT
 * alphabets: the letters of the world's alphabets in ASCII.
 *
 * The tables hold what Zola and Pelican write, so that addresses are the same:
 * each character by itself, without regard to its neighbours. They follow the
 * usual schemes, with the oddities of those programs. The caller takes accents
 * off first, but for a few letters that are listed with theirs. */
#include "base/text/alphabets.h"

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

/* Characters outside of the blocks, and those of them that the blocks have
 * otherwise: in upper case, say. */
static const struct {
	uint32_t rune;
	const char *ascii;
} singles[] = {
	{U'¢', "c'"}, {U'£', "ps"}, {U'¥', "y'"}, {U'§', "ss"}, {U'©', "'c'"},
	{U'«', "'"}, {U'\u00AD', ""}, {U'®', "'r'"}, {U'°', "deg"},
	{U'±', "'-"}, {U'µ', "u"}, {U'¶', "p"}, {U'·', "'"}, {U'×', "x"},
	{U'ß', "ss"}, {U'æ', "ae"}, {U'ð', "d"}, {U'ø', "o"}, {U'þ', "th"},
	{U'đ', "d"}, {U'ħ', "h"}, {U'ı', "i"}, {U'ĸ', "k"}, {U'ł', "l"},
	{U'ŋ', "ng"}, {U'œ', "oe"}, {U'ŧ', "t"}, {U'ƀ', "b"}, {U'ƒ', "f"},
	{U'ƙ', "k"}, {U'ƴ', "y"}, {U'ǝ', "'"}, {U'ɓ', "b"}, {U'ɔ', "o"},
	{U'ɖ', "d"}, {U'ɗ', "d"}, {U'ə', "'"}, {U'ɛ', "e"}, {U'ɣ', "g"},
	{U'ɨ', "i"}, {U'ɲ', "n"}, {U'ʉ', "u"}, {U'ΐ', "i"}, {U'Ξ', "ks"},
	{U'Ӏ', "'"}, {U'և', "ew"}, {U'\u05F0', "v"}, {U'\u05F1', "oy"},
	{U'ळ', "l"}, {U'\u095C', "dddh"}, {U'ਭ', "bb"}, {U'ੜ', "rr"},
	{U'\u0A70', "n"}, {U'\u0A71', "h"}, {U'ય', "ya"}, {U'।', " ' "},
	{U'॥', " ' "}, {U'฿', "bh'"}, {U'๏', " ' "}, {U'\u200B', " "},
	{U'₩', "w"}, {U'₪', "ns"}, {U'₫', "d"}, {U'€', "eur"}, {U'₱', "p"},
	{U'₹', "rs"}, {U'₿', "btc"}, {U'\u2126', "ohm"}, {U'\u3000', " "},
	{U'、', "' "}, {U'。', "' "}, {U'々', "'"}, {U'〇', "0"},
	{U'〉', "' "}, {U'》', "' "}, {U'」', "' "}, {U'』', "' "},
	{U'】', "' "}, {U'〕', "' "}, {U'〗', "' "}, {U'ゝ', "'"},
	{U'ゞ', "'"}, {U'ヷ', "va"}, {U'ヸ', "vi"}, {U'ヹ', "ve"},
	{U'ヺ', "vo"}, {U'ー', ""}, {U'ヽ', "'"}, {U'ヾ', "'"},
};

/* What the two programs write in different ways. */
static const struct {
	uint32_t rune;
	const char *zola, *pelican;
} disputed[] = {
	{U'Є', "e", "ie"}, {U'ӏ', "h", ""}, {U'\u05C1', "h", ""},
	{U'\u05D0', "'", "a"}, {U'\u05D7', "kh", "h"}, {U'\u05DA', "k", "kh"},
	{U'\u05DB', "k", "kh"}, {U'\u05E7', "q", "k"}, {U'\u05F2', "i", "ey"},
	{U'\u06D0', "e", ""}, {U'\u06D1', "ny", ""}, {U'ൺ', "n", ""},
	{U'ൻ', "n", ""}, {U'ർ', "r", ""}, {U'ൽ', "l", ""}, {U'ൾ', "l", ""},
	{U'ൿ', "k", ""}, {U'₴', "hrn", "uah"}, {U'₺', "tl", "l"},
	{U'₽', "rb", "r"}, {U'№', "no", "no' "}, {U'™', "tm", "'tm'"},
	{U'し', "si", "shi"}, {U'ち', "ti", "chi"}, {U'っ', "tu", "tsu"},
	{U'つ', "tu", "tsu"}, {U'・', "'", ""}, {U'价', "jia ", "jie "},
	{U'旅', "lv ", "lu "}, {U'么', "me ", "yao "},
	{U'什', "shen ", "shi "}, {U'术', "shu ", "zhu "},
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
put_single(struct buf *out, uint32_t rune, enum alphabets_style whose)
{
	const char *ascii = NULL;

	for (size_t i = 0; i < sizeof singles / sizeof *singles; i++)
		if (singles[i].rune == rune)
			ascii = singles[i].ascii;
	for (size_t i = 0; i < sizeof disputed / sizeof *disputed; i++)
		if (disputed[i].rune == rune)
			ascii = whose == ALPHABETS_ZOLA ? disputed[i].zola
			                              : disputed[i].pelican;
	if (ascii)
		buf_add(out, str_of(ascii));
	return ascii != NULL;
}

bool
alphabets_add(struct buf *out, uint32_t rune, enum alphabets_style whose)
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
