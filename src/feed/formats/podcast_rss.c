/* SPDX-License-Identifier: MIT
 * podcast_rss: the elements of podcasts in RSS, for directories. */
#include "feed/formats/podcast_rss.h"

#include "base/web/uuid.h"
#include "feed/plan/archive.h"

/* ---- the channel ---- */

static void
put_href(struct xml *x, const char *name, str url)
{
	if (url.len == 0)
		return;
	xml_open(x, name);
	xml_attr(x, "href", url);
	xml_close(x);
}

static void
put_topics(struct xml *x, const struct config *c)
{
	for (size_t i = 0; i < c->podcast.categories.count; i++) {
		const struct podcast_topic *t = &c->podcast.topics[i];

		xml_open(x, "itunes:category");
		xml_attr(x, "text", t->name);
		if (t->part.len) {
			xml_open(x, "itunes:category");
			xml_attr(x, "text", t->part);
			xml_close(x);
		}
		xml_close(x);
	}
}

static void
put_owner(struct xml *x, const struct config *c)
{
	xml_open(x, "itunes:owner");
	xml_text(x, "itunes:name", c->podcast.owner.name);
	xml_text(x, "itunes:email", c->podcast.owner.email);
	xml_close(x);
}

/* podcast:guid is a UUID of the address without its scheme and the slashes at
 * its end. */
static void
put_guid(struct xml *x, str url, const struct config *c)
{
	static const char space[] = "ead4c236-bf58-58c6-a2c6-a6b28d128cb6";
	char text[UUID_TEXT];
	size_t at = str_find(url, S("://"));

	url = str_from(url, at == STR_NONE ? 0 : at + 3);
	while (str_ends(url, S("/")))
		url.len--;
	xml_value(x, "podcast:guid", c->podcast.guid.len ? c->podcast.guid
	    : uuid_of_name(space, url, text));
}

/* The names that the element allows, in the order of the choices in keys.h. */
static str
medium_name(const struct config *c)
{
	static const char *const media[] = {"podcast", "music", "video",
		"film", "audiobook", "newsletter", "blog", "course"};

	return str_of(media[c->podcast.medium]);
}

void
podcast_rss_show(struct xml *x, const struct feed *f, str self,
    const struct config *c)
{
	str current = archive_links(f, self).current;

	if (!f->entries.podcast)
		return;
	xml_text(x, "itunes:author", c->podcast.author);
	put_href(x, "itunes:image", c->podcast.image);
	put_topics(x, c);
	xml_value(x, "itunes:explicit",
	    c->podcast.explicit ? S("true") : S("false"));
	put_owner(x, c);
	xml_value(x, "itunes:type",
	    c->podcast.type ? S("serial") : S("episodic"));
	if (c->podcast.block)
		xml_value(x, "itunes:block", S("Yes"));
	if (c->podcast.complete)
		xml_value(x, "itunes:complete", S("Yes"));
	xml_value(x, "itunes:new-feed-url", c->podcast.new_feed_url);
	put_guid(x, current.len ? current : self, c);
	xml_open(x, "podcast:locked");
	xml_attr(x, "owner", c->podcast.owner.email);
	xml_put_value(x, c->podcast.locked ? S("yes") : S("no"));
	xml_close(x);
	xml_value(x, "podcast:medium", medium_name(c));
}

/* ---- an item ---- */

static void
put_file(struct xml *x, const char *name, str url, str type, str language)
{
	if (url.len == 0)
		return;
	xml_open(x, name);
	xml_attr(x, "url", url);
	xml_attr(x, "type", type);
	xml_attr(x, "language", language);
	xml_close(x);
}

static void
put_people(struct xml *x, const struct episode *e,
    const struct episode_files *files)
{
	for (size_t i = 0; i < e->n_people; i++) {
		const struct episode_person *p = &e->people[i];

		xml_open(x, "podcast:person");
		if (p->role.len)
			xml_attr_text(x, "role", p->role);
		if (p->group.len)
			xml_attr_text(x, "group", p->group);
		xml_attr(x, "img", files->portraits[i]);
		xml_attr(x, "href", p->url);
		xml_put_text(x, p->name);
		xml_close(x);
	}
}

void
podcast_rss_episode(struct xml *x, const struct entry *e)
{
	const struct episode *p = e->post->matter->episode;
	const struct episode_files *files = e->episode;

	if (!e->is_episode || p == NULL || files == NULL)
		return;
	xml_text(x, "itunes:title", p->title);
	xml_number(x, "itunes:duration", p->seconds);
	if (p->says_explicit)
		xml_value(x, "itunes:explicit",
		    p->is_explicit ? S("true") : S("false"));
	xml_number(x, "itunes:season", p->season);
	xml_number(x, "itunes:episode", p->number);
	xml_value(x, "itunes:episodeType", p->type);
	put_href(x, "itunes:image", files->image);
	xml_number(x, "podcast:season", p->season);
	xml_number(x, "podcast:episode", p->number);
	for (size_t i = 0; i < files->n_transcripts; i++)
		put_file(x, "podcast:transcript", files->transcripts[i].url,
		    files->transcripts[i].type,
		    files->transcripts[i].language);
	put_file(x, "podcast:chapters", files->chapters, files->chapters_type,
	    (str){0});
	put_people(x, p, files);
}
