/* SPDX-License-Identifier: MIT
 * episode_files: what goes with an episode of a podcast. */
#include "content/entry/episode_files.h"

#include "base/web/media_type.h"
#include "config/config_codes.h"
#include "config/podcast_keys.h"
#include "content/entry/named.h"
#include "post/post_codes.h"

/* The address of a file; *path can be opened, and is empty where the file is
 * not here. */
static str
find_file(struct body *b, const struct links *links, const char *what,
    const struct episode_file *f, str *path)
{
	struct local_file file;
	str url = {0};

	*path = (str){0};
	if (f->ref.len)
		url = named_url(b, links, what, f->ref, f->at, (str){0});
	if (url.len && local_find(b, url, what, &f->at, &file))
		*path = file.path;
	return url;
}

static str
find_image(struct body *b, const struct links *links,
    const struct episode_file *f)
{
	struct buf found = {0};
	const char *wrong = NULL;
	str path, url = find_file(b, links, "image of the episode", f, &path);

	if (path.len)
		wrong = podcast_keys_check_image(path.ptr, &found);
	if (wrong)
		diag_add(b->diags, DIAG_PODCAST_IMAGE, b->src, f->at,
		    "image of the episode '%.*s': %.*s%s%s", STR_ARG(f->ref),
		    STR_ARG(buf_str(&found)), found.len ? ", " : "", wrong);
	buf_free(&found);
	return url;
}

/* False: it has no address or no type, which podcast:transcript requires. */
static bool
find_transcript(struct transcript *t, struct body *b,
    const struct links *links, const struct episode_file *f)
{
	str path;

	t->url = find_file(b, links, "transcript", f, &path);
	t->type = f->type.len ? f->type : media_type_of(t->url);
	t->language = f->language;
	if (t->url.len && t->type.len == 0)
		diag_add(b->diags, DIAG_EPISODE_VALUE, b->src, f->at,
		    "transcript '%.*s' has no type, and its ending tells none",
		    STR_ARG(f->ref));
	return t->url.len && t->type.len;
}

static void
find_transcripts(struct episode_files *files, struct body *b,
    const struct links *links)
{
	const struct episode *e = b->post->matter->episode;
	struct transcript *list = arena_array(
	    b->arena, e->n_transcripts, sizeof *list);
	size_t n = 0;

	for (size_t i = 0; i < e->n_transcripts; i++)
		if (find_transcript(&list[n], b, links, &e->transcripts[i]))
			n++;
	files->transcripts = list;
	files->n_transcripts = n;
}

/* podcast:chapters has a type of its own for JSON. */
static str
chapters_type(const struct episode_file *f, str url)
{
	str type = f->type.len ? f->type : media_type_of(url);

	return type.len == 0 || str_eq(type, S("application/json"))
	    ? S("application/json+chapters") : type;
}

const struct episode_files *
episode_files_find(struct body *b, const struct links *links)
{
	const struct episode *e = b->post->matter->episode;
	struct episode_files *files = arena_alloc(b->arena, sizeof *files);
	str *portraits = arena_array(b->arena, e->n_people, sizeof *portraits);
	str path;

	files->image = find_image(b, links, &e->image);
	files->chapters = find_file(b, links, "chapters", &e->chapters, &path);
	files->chapters_type = chapters_type(&e->chapters, files->chapters);
	find_transcripts(files, b, links);
	for (size_t i = 0; i < e->n_people; i++)
		portraits[i] = find_file(b, links, "image of a person",
		    &e->people[i].image, &path);
	files->portraits = portraits;
	return files;
}
