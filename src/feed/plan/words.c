/* SPDX-License-Identifier: MIT
 * words: the phrases of the pages that feedmill makes. */
#include "feed/plan/words.h"

/* The first row, English, is used for languages without a row. */
static const struct words all[] = {
	{S_INIT("en"), {
		S_INIT("This is a web feed"),
		S_INIT("Copy its address into a feed reader to subscribe: "
		    "new posts will then come to you."),
		S_INIT("All feeds of this site"),
		S_INIT("Feeds"),
		S_INIT("A feed reader shows new posts as they come. Copy the "
		    "address of a feed into one."),
		S_INIT("Search"), S_INIT("Feeds found:"),
		S_INIT("Copy address"), S_INIT("Copied"),
		S_INIT("Feed"), S_INIT("Posts"), S_INIT("Newest"),
		S_INIT("The whole site"), S_INIT("Selections"),
		S_INIT("Tags"), S_INIT("Categories"),
	}},
	{S_INIT("de"), {
		S_INIT("Das ist ein Webfeed"),
		S_INIT("Zum Abonnieren die Adresse in einen Feedreader "
		    "kopieren: Dort erscheinen dann alle neuen Beiträge."),
		S_INIT("Alle Feeds dieser Website"),
		S_INIT("Feeds"),
		S_INIT("Ein Feedreader zeigt neue Beiträge, sobald sie "
		    "erscheinen. Dazu die Adresse eines Feeds dorthin "
		    "kopieren."),
		S_INIT("Suche"), S_INIT("Gefundene Feeds:"),
		S_INIT("Adresse kopieren"), S_INIT("Kopiert"),
		S_INIT("Feed"), S_INIT("Beiträge"), S_INIT("Neuester"),
		S_INIT("Die ganze Website"), S_INIT("Auswahlen"),
		S_INIT("Schlagwörter"), S_INIT("Kategorien"),
	}},
	{S_INIT("es"), {
		S_INIT("Esto es una fuente web (feed)"),
		S_INIT("Para suscribirte, copia su dirección en un lector de "
		    "feeds: allí recibirás las nuevas entradas."),
		S_INIT("Todos los feeds de este sitio"),
		S_INIT("Feeds"),
		S_INIT("Un lector de feeds muestra las nuevas entradas en "
		    "cuanto aparecen. Copia en él la dirección de un feed."),
		S_INIT("Buscar"), S_INIT("Feeds encontrados:"),
		S_INIT("Copiar dirección"), S_INIT("Copiada"),
		S_INIT("Feed"), S_INIT("Entradas"), S_INIT("Última"),
		S_INIT("Todo el sitio"), S_INIT("Selecciones"),
		S_INIT("Etiquetas"), S_INIT("Categorías"),
	}},
	{S_INIT("fr"), {
		S_INIT("Ceci est un flux web"),
		S_INIT("Pour vous abonner, copiez son adresse dans un lecteur "
		    "de flux : vous y recevrez les nouveaux articles."),
		S_INIT("Tous les flux de ce site"),
		S_INIT("Flux"),
		S_INIT("Un lecteur de flux affiche les nouveaux articles dès "
		    "leur parution. Copiez-y l’adresse d’un flux."),
		S_INIT("Rechercher"), S_INIT("Flux trouvés :"),
		S_INIT("Copier l’adresse"), S_INIT("Copiée"),
		S_INIT("Flux"), S_INIT("Articles"), S_INIT("Dernier"),
		S_INIT("Tout le site"), S_INIT("Sélections"),
		S_INIT("Étiquettes"), S_INIT("Catégories"),
	}},
	{S_INIT("it"), {
		S_INIT("Questo è un feed web"),
		S_INIT("Per abbonarti, copia il suo indirizzo in un lettore "
		    "di feed: lì riceverai i nuovi articoli."),
		S_INIT("Tutti i feed di questo sito"),
		S_INIT("Feed"),
		S_INIT("Un lettore di feed mostra i nuovi articoli appena "
		    "escono. Copia lì l’indirizzo di un feed."),
		S_INIT("Cerca"), S_INIT("Feed trovati:"),
		S_INIT("Copia indirizzo"), S_INIT("Copiato"),
		S_INIT("Feed"), S_INIT("Articoli"), S_INIT("Ultimo"),
		S_INIT("Tutto il sito"), S_INIT("Selezioni"),
		S_INIT("Tag"), S_INIT("Categorie"),
	}},
	{S_INIT("ja"), {
		S_INIT("これはウェブフィードです"),
		S_INIT("購読するには、アドレスをフィードリーダーに"
		    "コピーしてください。新しい記事が届きます。"),
		S_INIT("このサイトのすべてのフィード"),
		S_INIT("フィード"),
		S_INIT("フィードリーダーは新しい記事を表示します。"
		    "フィードのアドレスをコピーして登録してください。"),
		S_INIT("検索"), S_INIT("見つかったフィード:"),
		S_INIT("アドレスをコピー"), S_INIT("コピーしました"),
		S_INIT("フィード"), S_INIT("記事数"), S_INIT("最新"),
		S_INIT("サイト全体"), S_INIT("選集"),
		S_INIT("タグ"), S_INIT("カテゴリー"),
	}},
	{S_INIT("nl"), {
		S_INIT("Dit is een webfeed"),
		S_INIT("Kopieer het adres naar een feedlezer om je te "
		    "abonneren: nieuwe berichten verschijnen dan daar."),
		S_INIT("Alle feeds van deze site"),
		S_INIT("Feeds"),
		S_INIT("Een feedlezer toont nieuwe berichten zodra ze "
		    "verschijnen. Kopieer het adres van een feed ernaartoe."),
		S_INIT("Zoeken"), S_INIT("Gevonden feeds:"),
		S_INIT("Adres kopiëren"), S_INIT("Gekopieerd"),
		S_INIT("Feed"), S_INIT("Berichten"), S_INIT("Nieuwste"),
		S_INIT("De hele site"), S_INIT("Selecties"),
		S_INIT("Tags"), S_INIT("Categorieën"),
	}},
	{S_INIT("pl"), {
		S_INIT("To jest kanał internetowy (feed)"),
		S_INIT("Aby subskrybować, skopiuj jego adres do czytnika "
		    "kanałów: tam pojawią się nowe wpisy."),
		S_INIT("Wszystkie kanały tej witryny"),
		S_INIT("Kanały"),
		S_INIT("Czytnik kanałów pokazuje nowe wpisy, gdy tylko się "
		    "pojawią. Skopiuj do niego adres kanału."),
		S_INIT("Szukaj"), S_INIT("Znalezione kanały:"),
		S_INIT("Kopiuj adres"), S_INIT("Skopiowano"),
		S_INIT("Kanał"), S_INIT("Wpisy"), S_INIT("Najnowszy"),
		S_INIT("Cała witryna"), S_INIT("Wybory"),
		S_INIT("Tagi"), S_INIT("Kategorie"),
	}},
	{S_INIT("pt"), {
		S_INIT("Isto é um feed web"),
		S_INIT("Para assinar, copie o endereço para um leitor de "
		    "feeds: os novos artigos chegarão lá."),
		S_INIT("Todos os feeds deste site"),
		S_INIT("Feeds"),
		S_INIT("Um leitor de feeds mostra os novos artigos assim que "
		    "aparecem. Copie para ele o endereço de um feed."),
		S_INIT("Pesquisar"), S_INIT("Feeds encontrados:"),
		S_INIT("Copiar endereço"), S_INIT("Copiado"),
		S_INIT("Feed"), S_INIT("Artigos"), S_INIT("Mais recente"),
		S_INIT("Todo o site"), S_INIT("Seleções"),
		S_INIT("Tags"), S_INIT("Categorias"),
	}},
	{S_INIT("ru"), {
		S_INIT("Это веб-лента"),
		S_INIT("Чтобы подписаться, скопируйте её адрес в программу "
		    "для чтения лент: новые записи будут появляться там."),
		S_INIT("Все ленты этого сайта"),
		S_INIT("Ленты"),
		S_INIT("Программа для чтения лент показывает новые записи, "
		    "как только они выходят. Скопируйте в неё адрес ленты."),
		S_INIT("Поиск"), S_INIT("Найдено лент:"),
		S_INIT("Скопировать адрес"), S_INIT("Скопировано"),
		S_INIT("Лента"), S_INIT("Записи"), S_INIT("Последняя"),
		S_INIT("Весь сайт"), S_INIT("Подборки"),
		S_INIT("Теги"), S_INIT("Категории"),
	}},
	{S_INIT("zh"), {
		S_INIT("这是一个网页订阅源"),
		S_INIT("将其地址复制到阅读器中即可订阅，新文章会自动送达。"),
		S_INIT("本站所有订阅源"),
		S_INIT("订阅源"),
		S_INIT("阅读器会及时显示新文章。请将订阅源的地址复制到"
		    "阅读器中。"),
		S_INIT("搜索"), S_INIT("找到的订阅源："),
		S_INIT("复制地址"), S_INIT("已复制"),
		S_INIT("订阅源"), S_INIT("文章数"), S_INIT("最新"),
		S_INIT("全站"), S_INIT("精选"),
		S_INIT("标签"), S_INIT("分类"),
	}},
};

/* Whether a tag means Chinese in traditional characters; the Chinese row here
 * has simplified ones. */
static bool
is_traditional(str rest)
{
	str part;

	while (str_split(&rest, '-', &part))
		if (str_ieq(part, S("hant")) || str_ieq(part, S("tw")) ||
		    str_ieq(part, S("hk")) || str_ieq(part, S("mo")))
			return true;
	return false;
}

const struct words *
words_of(str language)
{
	str rest = language, primary;

	str_split(&rest, '-', &primary);
	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		if (str_ieq(all[i].language, primary) &&
		    !(str_ieq(primary, S("zh")) && is_traditional(rest)))
			return &all[i];
	return &all[0];
}

str
words_language(const struct words *w, str language)
{
	str rest = language, primary;

	str_split(&rest, '-', &primary);
	return words_of(language) == w && str_ieq(primary, w->language)
	    ? language : w->language;
}
