/* SPDX-License-Identifier: MIT
 * podcast_categories: Apple's podcast categories, last changed in 2019. */
#include "validate/tables/podcast_categories.h"

const struct podcast_category podcast_categories[] = {
	{"Arts", {"Books", "Design", "Fashion & Beauty", "Food",
		"Performing Arts", "Visual Arts"}},
	{"Business", {"Careers", "Entrepreneurship", "Investing",
		"Management", "Marketing", "Non-Profit"}},
	{"Comedy", {"Comedy Interviews", "Improv", "Stand-Up"}},
	{"Education", {"Courses", "How To", "Language Learning",
		"Self-Improvement"}},
	{"Fiction", {"Comedy Fiction", "Drama", "Science Fiction"}},
	{"Government", {NULL}},
	{"Health & Fitness", {"Alternative Health", "Fitness", "Medicine",
		"Mental Health", "Nutrition", "Sexuality"}},
	{"History", {NULL}},
	{"Kids & Family", {"Education for Kids", "Parenting",
		"Pets & Animals", "Stories for Kids"}},
	{"Leisure", {"Animation & Manga", "Automotive", "Aviation", "Crafts",
		"Games", "Hobbies", "Home & Garden", "Video Games"}},
	{"Music", {"Music Commentary", "Music History", "Music Interviews"}},
	{"News", {"Business News", "Daily News", "Entertainment News",
		"News Commentary", "Politics", "Sports News", "Tech News"}},
	{"Religion & Spirituality", {"Buddhism", "Christianity", "Hinduism",
		"Islam", "Judaism", "Religion", "Spirituality"}},
	{"Science", {"Astronomy", "Chemistry", "Earth Sciences",
		"Life Sciences", "Mathematics", "Natural Sciences", "Nature",
		"Physics", "Social Sciences"}},
	{"Society & Culture", {"Documentary", "Personal Journals",
		"Philosophy", "Places & Travel", "Relationships"}},
	{"Sports", {"Baseball", "Basketball", "Cricket", "Fantasy Sports",
		"Football", "Golf", "Hockey", "Rugby", "Running", "Soccer",
		"Swimming", "Tennis", "Volleyball", "Wilderness",
		"Wrestling"}},
	{"Technology", {NULL}},
	{"True Crime", {NULL}},
	{"TV & Film", {"After Shows", "Film History", "Film Interviews",
		"Film Reviews", "TV Reviews"}},
};
const size_t podcast_category_count =
    sizeof podcast_categories / sizeof podcast_categories[0];

const struct podcast_category *
podcast_category_find(str name)
{
	return STR_ROW(podcast_categories, name, str_ieq);
}

const char *
podcast_subcategory_find(const struct podcast_category *c, str name)
{
	for (size_t i = 0; i < MOST_SUBCATEGORIES && c->subs[i]; i++)
		if (str_ieq(name, str_of(c->subs[i])))
			return c->subs[i];
	return NULL;
}

size_t
podcast_category_names(const char *names[PODCAST_MOST_NAMES])
{
	for (size_t i = 0; i < podcast_category_count; i++)
		names[i] = podcast_categories[i].name;
	return podcast_category_count;
}

size_t
podcast_subcategory_names(const struct podcast_category *c,
    const char *names[PODCAST_MOST_NAMES])
{
	size_t n = 0;

	for (; n < MOST_SUBCATEGORIES && c->subs[n]; n++)
		names[n] = c->subs[n];
	return n;
}
