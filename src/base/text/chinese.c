/* SPDX-License-Identifier: MIT
 * chinese: Chinese characters that Zola and Pelican read otherwise than ICU.
 *
 * Many characters have several readings in Mandarin. These are the ones of
 * everyday Chinese, simplified or not, and of Japanese for which those programs
 * have another than Unicode's data today calls the commonest. */
#include "base/text/chinese.h"

#include <string.h>

#include "base/core/utf8.h"

static const struct {
	const char *reading;
	const char *of;
} readings[] = {
	{"ai", "呆"}, {"an", "腌"}, {"aragane", "砿"}, {"ba", "鈸"},
	{"bai", "唄"}, {"bao", "刨"}, {"bei", "痺"}, {"bi", "睥"},
	{"bo", "擘柏栢泊簿薄"}, {"bu", "卜惚扑"}, {"cen", "畠"}, {"cha", "刹剎査"},
	{"chai", "差"}, {"chan", "孱"}, {"chang", "裳長长"}, {"che", "轍辙"},
	{"chen", "沈"}, {"cheng", "噌盯"}, {"chi", "匙哆泜离茬"}, {"chong", "种茧"},
	{"chou", "燾"}, {"chuan", "伝"}, {"chuo", "啜畷"}, {"ci", "凪"},
	{"cu", "槭"}, {"di", "地"}, {"dian", "鈿"}, {"du", "都"}, {"duo", "锗"},
	{"e", "哦胺"}, {"fo", "佛"}, {"fou", "芣"}, {"fu", "払脯莆"}, {"gan", "乾"},
	{"ge", "噶郃鉻鎘"}, {"geng", "粳"}, {"gong", "釭"}, {"gua", "括筈蜗蝸适"},
	{"guo", "掴摑"}, {"han", "厂"}, {"hang", "吭桁肮"}, {"hao", "镐"},
	{"he", "暍蝎貉閡"}, {"heng", "韹黌"}, {"hong", "触"}, {"hoy", "栃"},
	{"hu", "擭"}, {"huan", "梡还還"}, {"huo", "硅"}, {"ikenie", "犠"},
	{"ip", "込"}, {"ji", "洁鯽"}, {"jia", "仮価袷"}, {"jian", "槛檻諌"},
	{"jiao", "勦嚼詨"}, {"jie", "桔械櫛藉頡"}, {"jing", "劲勁烃"}, {"ju", "岨柜"},
	{"jue", "鱖"}, {"jun", "雋"}, {"kari", "猟"}, {"ke", "剋咳喀"},
	{"kou", "佝"}, {"ku", "挎"}, {"kuai", "桧檜"}, {"kume", "粂"},
	{"le", "勒"}, {"lei", "漯"}, {"li", "戻犛粍釐鬲"}, {"liang", "惊"},
	{"liao", "了潦"}, {"ling", "拎"}, {"liu", "铆"}, {"lue", "撂"},
	{"luo", "烙酪"}, {"ma", "麿"}, {"man", "蹣"}, {"masu", "桝"},
	{"mie", "羋"}, {"min", "澠"}, {"mo", "万嘿脈麼"}, {"moku", "杢"},
	{"momiji", "椛"}, {"mou", "冒"}, {"mu", "姥"}, {"mwun", "匁"},
	{"nao", "橈"}, {"nawa", "縄"}, {"nay", "匂"}, {"ne", "吶呐"}, {"ng", "嗯"},
	{"ni", "呢禰"}, {"nian", "粘"}, {"noy", "脳"}, {"nuo", "娜"}, {"pa", "耙"},
	{"pang", "彷"}, {"pei", "啡"}, {"pi", "坏"}, {"piao", "膘驃"},
	{"pie", "瘪癟"}, {"pin", "蘋"}, {"po", "朴狛醱陂"}, {"pu", "誧"},
	{"pyeng", "塀鋲"}, {"qi", "緝缉薺衹"}, {"qia", "卡"}, {"qiang", "彊"},
	{"qie", "沏茄"}, {"qing", "軽鯖"}, {"qu", "砠"}, {"quan", "甽"},
	{"que", "殻"}, {"rao", "蟯"}, {"ren", "賃赁"}, {"ruan", "蠕"},
	{"sakaki", "榊"}, {"sang", "峠"}, {"sao", "艘"}, {"sem", "繊"},
	{"sey", "笹"}, {"shan", "禅"}, {"shao", "杓"}, {"shibui", "渋"},
	{"shigi", "鴫"}, {"shou", "熟"}, {"shu", "樗"}, {"shui", "蛻蜕谁"},
	{"shun", "楯"}, {"shuo", "芍"}, {"si", "伺似俟偲賜赐"}, {"sin", "噺"},
	{"sip", "辻"}, {"sok", "続"}, {"su", "蓿"}, {"swu", "獣"}, {"ta", "沓躂"},
	{"tako", "凧"}, {"tani", "渓"}, {"tao", "叨"}, {"ti", "隄"},
	{"tian", "蚕"}, {"tie", "鉄"}, {"tong", "侗峒恫"}, {"toride", "塁"},
	{"tun", "褪"}, {"tuo", "拓牠詑"}, {"waku", "枠"}, {"wan", "莞"},
	{"wang", "尢"}, {"wei", "倭囲崴"}, {"wo", "喔"}, {"xi", "戯携攜歙猎繋蹊"},
	{"xia", "呷"}, {"xian", "掺摻癣癬铣"}, {"xiao", "胶酵"}, {"xie", "叶葉薛血"},
	{"xin", "莘"}, {"xu", "嬬籲"}, {"xuan", "潠"}, {"yadoru", "舎"},
	{"yan", "姶广癌蔫"}, {"yao", "崤淆"}, {"yari", "鑓"}, {"ye", "琊"},
	{"yi", "掖曳汉腋"}, {"yin", "湮縯鰥"}, {"you", "鯈"}, {"yu", "亏噢"},
	{"zan", "拶"}, {"zang", "臢"}, {"zha", "咋柵紮蜡"}, {"zhan", "辗顫颤"},
	{"zhao", "朝着"}, {"zhe", "螫"}, {"zhen", "縝"}, {"zheng", "徵"},
	{"zhi", "祇蛰"}, {"zhong", "忪湩"}, {"zhou", "啁"}, {"zhu", "宁寧朮苧著"},
	{"zhua", "挝撾爪"}, {"zhuan", "耑"}, {"zhui", "椎"}, {"zhun", "隼"},
	{"zhuo", "棹琢絀"}, {"zi", "齜"}, {"zou", "诌驟骤"}, {"zuo", "柞酢"},
};

bool
chinese_is(uint32_t rune)
{
	return (rune >= 0x3400 && rune <= 0x4DBF) ||
	    (rune >= 0x4E00 && rune <= 0x9FFF) ||
	    (rune >= 0xF900 && rune <= 0xFAFF) ||
	    (rune >= 0x20000 && rune <= 0x3FFFF);
}

/* Each of them has three bytes. */
bool
chinese_add(struct buf *out, uint32_t rune)
{
	enum { BYTES = 3 };
	char bytes[4];

	if (utf8_encode(rune, bytes) != BYTES)
		return false;
	for (size_t i = 0; i < sizeof readings / sizeof *readings; i++)
		for (const char *p = readings[i].of; *p; p += BYTES)
			if (memcmp(p, bytes, BYTES) == 0) {
				buf_add(out, str_of(readings[i].reading));
				return true;
			}
	return false;
}
