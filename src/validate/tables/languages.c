/* SPDX-License-Identifier: MIT
 * languages: the language codes of ISO 639.
 *
 * The table is the union of Debian's iso-codes 4.15 (iso_639-2.json and
 * iso_639-3.json), the private qaa to qtz, and eight codes that ISO withdrew:
 * in, iw, ji, jw, mo, mol, scc, scr. It is kept here and not generated when
 * feedmill is built: a language tag stays valid when ISO withdraws its code
 * (RFC 5646, section 3.4), but iso-codes drops it, so the verdict would depend
 * on the machine that feedmill was built on. */
#include "validate/tables/languages.h"

/* A string for each first letter, in it a word for each second letter: in
 * upper case where the two letters are a code themselves. The letters after it
 * are the third letters of codes; after a "-", those of no code. */
static const char *const codes[] = {
	"A-jmvy B- c-cgjo d-ckmpv E-fghijoptvx F-cfjlmqvwxy g-p "
		"h-cdefjquvwxyz i-suvz jaginpsuwz K-n l-v M-d N- o-hopqvwy p- "
		"qcdgkmnprtz R-f S-d t-f u-efv V-cfghjpqrwxyz w-dfjlpqz "
		"xbegklmx Y-fjvwxy Zabdegjmnotz",
	"A-z b-z c-x d- E- f-v G-hm H-k I-cij j-dq k-be l-gu M-y N-h "
		"O-c p-bf q-e R- S-dz t-bl u- v-s w-v x-txy y-uy z-",
	"A- b-aefhmpxz ccdeghjlmopr daefhijmnorsyz Eabgklnsty fadgm "
		"gacgk H-s iabcdehkmnprwy jaehikmnopsvy k-acdefgijkpw "
		"l-bfgnpqrsvxz macegilmnorst n-defjmnvyz O-iy p-dhjklmqrtvwz "
		"qd R-u S-u t-bfijkqrvwx U-defgmnz Vgn wabdegt Yabmo zehknot",
	"A-bfpt b-chksxz ccr dadegijnorsw E-abjotwxy g-fjmpquvy "
		"hdgilmnorsuvwx i-et j-ghlpqstvxyz kagkrsx lgkmn m-hijnpqtz "
		"n-bcfhlmpqsxz o-dgjmu pp r-fhjkmprvwxz sbehilnoqz "
		"t-cefgjlqvwxz u-dj Va wakrsuwyz yabdgimnouy Zaeglno",
	"aa bcgkoru crsy Ee faei galmoy hsu iptv ja kaegiklmopry "
		"Lehiklmoux m-cdfhjlortv N-eijkpstyz Ot pio raghikorstw "
		"S-abcdfjprvwxz Tbchnorstuxz Us vehn weo xt yao zae",
	"A-ceqvw bl cs er Fim gr Iaefjlnprtuw J kkv lahilnry mpu nbgi "
		"Odimnrs pe qs Racdekmopqrsty sels u-agkopswxz vr wae Y",
	"A-v b-ct ccdeflnrt D-pvwyz e-enptu fkt gabdegkltuw "
		"hacehklnorst i-fjkov jkmnru kadenopu L-fimnpqstxz "
		"m-cefijkopqstw N-fpsvxy o- paen qainru r-fklp seglmnopsw tau "
		"U-vy Vacefjlmnoprsy w-hklopqsvyz xx y-chjkpqstuvwx zain",
	"A- babnosu cah dnsy Eabdghimr gmw hiry I-cepqsuvyz ji "
		"kaehkns labdetu m-x nadeghijnosu O-fgknqux pos "
		"Racekmoptuvwxz sbhlns Tiosux U-a vceknv waco Yaew Z",
	"Ainr babdeghlmnoruy caehlr Dabcdeiorstu E fabefkmuy "
		"Gbeglmnosw hbipw Iin jcejnos K-abcdfghjmnqy labegikmopsuv "
		"mailnorsty N-fikqruvwxy Oruw piko quw raehiknoruxy "
		"S-bfjpqsvwxyz T-cfghjnpqu Um vbv Wkmos xcl yaox zhrz",
	"A-giprw beijkmnortuw cst dagt ebehiklnrtu gbeko his "
		"I-fjknprswxz jer kamoprsu les mabcdilnrswx nadgijls obdgrsw "
		"panr qr rabrtu sl u-efgjqvxz Vdn Wi yaey",
	"A- b-f c- d-bosv e- f- G-cdhz h- I- J-fw K- L- M- N-h O-bjx "
		"p-p q- R-gmq S- t-r U- V-s W-q x-eglu Y- z-hjt",
	"A-k B-adhp ccdefhlmpqs d-cefrstuvwxyz e-g fan G-cdefjpsvwxy "
		"hahilmnpstu I-i jaeilpwx k-fgkpqvwxz l-ortvwyz m-mstz "
		"N-cefkopqrtvxy O-d paenox qr r-bdfhjpqsuwxy s-fgjkquxz "
		"Tcghinosuz U-hx Vaiksu waeghlmostuw xm yagn zhlnz",
	"a- b-g c- d-o e-gx f- G-x H-hv I-v j-af K- L-dy m-s N-t O-bf "
		"p-f q-d R- S-t T-z u-fw v-cjm w-djxy x- Y-diqt z-f",
	"A-d B-fxz c-pvwy D- E-l fadlru G-fo h-jls i-p j-cefgkpqvw "
		"k-ly L-bfhnprst m- N-sx O-ox pabghilnosuxy qgklmnoqty "
		"R-dhjoqsvwy s-j t-abcfhlnqstv u- Vhmo wabcegimorwxy "
		"xadegiklmnoqrx Y-z zabdikmsuyz",
	"aacrv biklmortu Cahimou daktu fosu gbcegou htu iaen "
		"Jbcgipsvw k-fpqtwy ladekmortu M-defhjmqsvz n-cdfhlmqvyz "
		"odgnrs pakmoty R-bdfjklpq Sacinopstux t-cfghjpv uabeim vd "
		"wil ybdmy zm",
	"A-jt b-adjkqwxz c-oqrstuvxyz dacinotu e-cntuw fael "
		"gadgiklnsuz h-bcefpsxyz I-ikq jt kabcghnoprstu L-fmpx "
		"m-cgpuv n-f o-abdjuz peiklmnopqstu qam r-bjvy S-bfjkvxz "
		"Tahinopqrtuvwy u-hklnvz wabgimnorw xm yemnsuxy zhn",
	"a- b- c- d- e- f- g- h- i- j- k- l- m- n- o- p- q- r- s- t- "
		"U-jotu v-bdfgkqrtuvx wachmst xachlnopqrstuw yap",
	"a-e bbklp cf db eabegijlmnrsty gaeknrsu hgp iabflmnrtu jgis "
		"kabhimtw M-jr Nbdglnprw O-ijkqstvxyz pnt riot sbklmn tchmsw "
		"U-adjlrvwx Waklmor xdw ynsu zh",
	"A-p b- C-adjmyz D-dimvwy E-x fbemsw G-floqv H-f I-c "
		"j-cfhijqvxyz K-kl L-b M-d N-bht O-f p-fhjwz Qahikmnoqrstux "
		"R-j S- T-cxz U-dfhlmpu Vabcekmsx W-dz xbcegklmnorsuw "
		"y-defghjpqtuvz zabcdeglnpsvwy",
	"A- b-bq c-jrv d-puwz E-j finort G-gm H-bcgjowx I-de "
		"jagijlmnopsuw K-chijkoy L-ewz m-px N-efj O-aet p-bdhs "
		"qblmnopqrtuw R-k S-f T-x u-w v-bcfghijpqrvz W-jksvz "
		"x-dfklpvwz Y-bcdfgkmoqw zahjlmnox",
	"amnr bailruy daegijlmu es fi Gabehnoy han igsv ji "
		"K-bcdefjmnotxz labcefiklmnuw mabcdgimnoprsu nadegikmnruxz on "
		"piv R-jqs sahikpsu taehpru umru vehl wa ya Zbns",
	"a-bcdkqtwxz bbk Ecdlmnopr grt Icdefglnstv kajklmnoptuz lps "
		"m-not nkmp Olrt raost silv to umnt wa",
	"A- b-cdgnouxyz cai ddgjktuy e-befjkqvxyz fg gabgiouy hagku "
		"i-adopqstwxz jai kabdlruwy l-bdfjpqtz m-fjklpqruvyz "
		"n-afhjlqrstvxz O-hjpqtuvxz pc r-acdefjqt sagikrsuv tfhikmw "
		"uabdhlmnrtuvxy waborw xaw ybimnry",
	"a-fhxz b-afhklqstuvxz c-adfijkpqsxz dackmoqy ebdglmprstu fa "
		"gabdfgilmruw Hacdemortuv ibilnrsvy jbt k-hm labcdeginopsuy "
		"m-i n-cdeflpvwx ocdgikmnoprw p- qat rabdegimnrtuw s-fgktwxz "
		"t-fkxz uabdgjlmnoprtu veinos wacdegjklortw xbkmrt yabjklty "
		"zhmp",
	"a- babehijklmnoxy chlnp dadegk eaceijlrstuvy gailmprsuw "
		"hadls I-bceowy kagiklmnortuy labegilmnoruy m-afjtuvwy "
		"nadegklnoqsu Obgiklmnrtxy pabghkmnopz rabeklmnoswy "
		"scdglmnoprsy talpwy u-hosuv vat waglnqrtuw xaglmuy yruz zgk",
	"A-n baceltuw cadh dj eaghn gabhmnr Habdinow iabklmnwz "
		"k-cefijlmqswxy lajmnq m- nadegks ochmoqrs p- qe ragnops "
		"saklmru teglmnpqstuxy Uahlmny wa xx ybgjnp zaj",
};

/* The word of the first two letters; empty: no code begins so. */
static str
find_word(char first, char second)
{
	str rest, word;

	if (!char_is_alpha(first))
		return (str){0};
	rest = str_of(codes[char_lower(first) - 'a']);
	while (str_word(&rest, &word))
		if (char_lower(word.ptr[0]) == char_lower(second))
			return word;
	return (str){0};
}

bool
language_is_known(str code)
{
	str word;
	bool is_listed;

	if (code.len == 1)
		return str_ieq(code, S("x")) || str_ieq(code, S("i"));
	if (code.len != 2 && code.len != 3)
		return false;
	word = find_word(code.ptr[0], code.ptr[1]);
	if (word.len == 0)
		return false;
	if (code.len == 2)
		return word.ptr[0] != char_lower(word.ptr[0]);
	is_listed = str_chr(str_from(word, 1), char_lower(code.ptr[2])) !=
	    STR_NONE;
	return word.len > 1 && word.ptr[1] == '-'
	    ? char_is_alpha(code.ptr[2]) && !is_listed : is_listed;
}
