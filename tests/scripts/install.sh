#!/bin/bash
# SPDX-License-Identifier: MIT
# install: a program can be built with the files that `make install` installs.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
BUILD=${BUILD:-build}
tmp=${TEST_TMP:-$(mktemp -d)}
[ -n "${TEST_TMP:-}" ] || trap 'rm -rf "$tmp"' EXIT
root=$tmp/root prefix=/opt/feedmill

# make exports CC and SANITIZE if they were given on its command line.
make -s install BUILD="$BUILD" DESTDIR="$root" PREFIX=$prefix
for f in bin/feedmill include/feedmill.h lib/libfeedmill.a \
    lib/pkgconfig/feedmill.pc share/man/man1/feedmill.1 \
    share/man/man1/feedmill-validate.1 \
    share/man/man5/feedmill.yaml.5 \
    share/doc/feedmill/{ARCHITECTURE,DIALECTS,FEED-RULES,features,speed}.md \
    share/doc/feedmill/{README.md,CHANGELOG.md,LICENSE,config.example}; do
	[ -s "$root$prefix/$f" ] || { echo "install: no $prefix/$f"; exit 1; }
done
"$root$prefix/bin/feedmill" --version >/dev/null
grep -qx "prefix=$prefix" "$root$prefix/lib/pkgconfig/feedmill.pc" || {
	echo "install: feedmill.pc is for another prefix than $prefix:"
	cat "$root$prefix/lib/pkgconfig/feedmill.pc"
	exit 1
}

cat >"$tmp/site.c" <<'END'
#include <feedmill.h>
#include <stdio.h>

static void
print(void *ctx, const struct feedmill_finding *f)
{
	(void)ctx;
	printf("%s:%d:%d: %s\n", f->file, f->line, f->column, f->code);
}

int
main(void)
{
	struct feedmill_options o = {.config = "feedmill.yaml",
		.now = 1717200000, .report = print};

	return (int)feedmill_build(&o);
}
END
cat >"$tmp/feedmill.yaml" <<'END'
site: {url: "https://blog.example.org/", title: Blog}
posts: {folders: [posts]}
END
mkdir "$tmp/posts"
printf -- '---\ntitle: A\ndate: 2024-01-02\n---\nText\n' >"$tmp/posts/a.md"
printf -- '---\ntitle: B\ndate: 2024-13-02\n---\nText\n' >"$tmp/posts/b.md"

export PKG_CONFIG_PATH=$root$prefix/lib/pkgconfig
cd "$tmp"
words=$(pkg-config --define-variable=prefix="$root$prefix" --cflags --libs \
    feedmill)
read -ra flags <<<"$words"
# shellcheck disable=SC2086 # SANITIZE is a list of options
${CC:-cc} -std=c11 -Wall -Wextra ${SANITIZE:-} -o site site.c "${flags[@]}"
status=0
./site >said || status=$?
[ $status = 1 ] || { echo "install: ./site: status $status"; cat said; exit 1; }
[ "$(cat said)" = 'posts/b.md:3:7: date-unreadable' ] || {
	echo 'install: other findings than expected:'
	cat said
	exit 1
}
# Without libxml2 the program gets a status, and the feeds do not change.
printf -- '---\ntitle: C\ndate: 2024-03-02\n---\nText\n' >"$tmp/posts/c.md"
mkdir none
touch none/libxml2.so.2 none/libxml2.so.16
status=0
LD_LIBRARY_PATH=$tmp/none ./site >said || status=$?
[ $status = 3 ] && grep -qx ':0:0: library-missing' said || {
	echo "install: without libxml2: status $status and these findings:"
	cat said
	exit 1
}
grep -q '<title>A</title>' feeds/index.atom
if grep -q '<title>C</title>' feeds/index.atom; then
	echo 'install: a feed that was not judged is published'
	exit 1
fi
grep -q '<title>A</title>' feeds/index.rss
