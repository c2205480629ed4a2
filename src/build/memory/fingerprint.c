/* SPDX-License-Identifier: MIT
 * fingerprint: a digest of what the state of an earlier run depends on. */
#include "build/memory/fingerprint.h"

#include <elf.h>
#include <link.h>
#include <pthread.h>

#include "base/data/git_times.h"
#include "base/core/version.h"
#include "base/data/pack.h"
#include "post/read/defaults.h"

/* ---- the program ---- */

/* The build id note among the notes of a loaded object, or empty. */
static str
build_id(const char *notes, size_t size)
{
	ElfW(Nhdr) h;

	while (size >= sizeof h) {
		size_t name, desc;

		memcpy(&h, notes, sizeof h);
		name = (h.n_namesz + 3u) & ~(size_t)3;
		desc = (h.n_descsz + 3u) & ~(size_t)3;
		if (name + desc > size - sizeof h)
			break;
		if (h.n_type == NT_GNU_BUILD_ID)
			return (str){notes + sizeof h + name, h.n_descsz};
		notes += sizeof h + name + desc;
		size -= sizeof h + name + desc;
	}
	return (str){0};
}

/* Adds the build id of a loaded object: a new version of a library may change
 * the feeds. */
static int
add_object(struct dl_phdr_info *info, size_t size, void *ctx)
{
	struct buf *out = ctx;
	str id = {0};

	(void)size;
	/* Skip the kernel's vDSO: it changes with each kernel. */
	if (str_starts(str_of(info->dlpi_name), S("linux-")))
		return 0;
	for (int i = 0; i < info->dlpi_phnum && id.len == 0; i++) {
		const ElfW(Phdr) *p = &info->dlpi_phdr[i];

		if (p->p_type == PT_NOTE)
			id = build_id((const char *)(info->dlpi_addr +
			    p->p_vaddr), p->p_memsz);
	}
	pack_str(out, id);
	/* Without a build id, identify the object by the stamp of its file. */
	if (id.len == 0)
		pack_stamp(out, file_look(info->dlpi_name[0]
		    ? info->dlpi_name : "/proc/self/exe"));
	return 0;
}

static pthread_once_t once = PTHREAD_ONCE_INIT;
static struct digest linked; /* of the objects that were loaded at the start */

static void
look_at_objects(void)
{
	struct buf all = {0};

	dl_iterate_phdr(add_object, &all);
	linked = digest_of(buf_str(&all));
	buf_free(&all);
}

/* Libraries that are loaded on demand (base/core/library.h) are not loaded yet.
 * Use the stamp of the loader's cache: installing a library rewrites it. */
static void
add_program(struct buf *out)
{
	pthread_once(&once, look_at_objects);
	pack_digest(out, linked);
	pack_stamp(out, file_look("/etc/ld.so.cache"));
}

/* ---- the files ---- */

struct watch {
	struct buf *out;
	const struct site *site;
	bool settled;
};

static void
add_stamp(struct watch *w, struct stamp stamp)
{
	pack_stamp(w->out, stamp);
	w->settled &= site_is_settled(w->site, stamp);
}

static void
add_file(void *ctx, str path)
{
	struct watch *w = ctx;
	struct arena a = {0};

	pack_str(w->out, path);
	add_stamp(w, file_look(
	    path_join(&a, w->site->config.dir, path).ptr));
	arena_free(&a);
}

/* Adds the section files of Hugo and Zola: their `cascade` sets values of
 * posts. */
static void
add_sections(struct watch *w)
{
	const struct post_walk *scan = &w->site->scan;

	for (size_t i = 0; i < scan->count; i++)
		if (str_starts(path_base(scan->files[i].path),
		    S("_index.")))
			add_file(w, scan->files[i].path);
}

static void
add_head(struct buf *all, const struct config *c)
{
	struct arena a = {0};
	struct buf id = {0};
	const char *why;

	git_head(c->dir.len ? arena_cstr(&a, c->dir) : ".", &id, &why);
	pack_str(all, buf_str(&id));
	buf_free(&id);
	arena_free(&a);
}

struct digest
fingerprint_of(const struct site *s, const struct site_options *o,
    str folder, bool *settled)
{
	const struct config *c = &s->config;
	const struct value *authors = c->posts.authors;
	struct buf all = {0};
	struct watch w = {&all, s, true};
	struct digest d;

	pack_str(&all, S(FEEDMILL_VERSION));
	add_program(&all);
	pack_str(&all, c->dir);
	pack_str(&all, c->source.text);
	for (size_t i = 0; i < o->n_settings; i++)
		pack_str(&all, str_of(o->settings[i]));
	pack_str(&all, folder);
	pack_digest(&all, zone_digest(c->site.zone));
	pack_uint(&all, c->media.is_there);
	/* Each commit may change the dates of posts. */
	if (c->posts.updated == UPDATED_GIT)
		add_head(&all, c);
	if (authors && authors->kind == VALUE_SCALAR)
		add_file(&w, authors->text);
	add_sections(&w);
	defaults_watch(c, &s->scan, add_file, &w);
	d = digest_of(buf_str(&all));
	buf_free(&all);
	*settled = w.settled;
	return d;
}
