# feedmill: make; make check; make install. See README.md.
#
#   make deps     install the Debian packages that it needs (as root, or sudo)
#   make          build, without touching the system
#   make feeds    write the feeds of the sample blog into feeds/
#   make check    build and run every test
#   make fuzz     fuzz what reads input of others
#   make faults   fail each system call of a run in turn
#   make soak     build a changing site N times while readers poll it
#   make mutants  see whether the tests notice small mistakes
#   make bench    time it, beside other generators
#   make install  DESTDIR= PREFIX=/usr/local

PREFIX ?= /usr/local
DESTDIR ?=
BUILD ?= build
# Make BUILD relative if it is below the current folder: the dependency files
# (*.d) contain its name, and make compares names as text.
override BUILD := $(patsubst $(CURDIR)/%,%,$(abspath $(BUILD)))
CC ?= cc
CXX ?= c++
PKG_CONFIG ?= pkg-config
CFLAGS ?= -O2 -g

VERSION := $(shell sed -n 's/.*FEEDMILL_VERSION "\(.*\)"/\1/p' src/base/core/version.h)

# pkg-config module and Debian package of each library.
LIBS = yaml-0.1:libyaml-dev libcmark-gfm:libcmark-gfm-dev \
       gumbo:libgumbo-dev libutf8proc:libutf8proc-dev \
       libidn2:libidn2-dev libxxhash:libxxhash-dev zlib:zlib1g-dev \
       uuid:uuid-dev sqlite3:libsqlite3-dev jansson:libjansson-dev
# These are not linked, which halves the start time: only their headers are
# needed. toml++ consists of headers only; the others are loaded when they are
# first needed (src/base/core/library.h).
HEADER_LIBS = tomlplusplus:libtomlplusplus-dev \
              libxml-2.0:libxml2-dev icu-i18n:libicu-dev \
              libcurl:libcurl4-openssl-dev libbrotlienc:libbrotli-dev
# What only tests need.
TEST_LIBS = cmocka:libcmocka-dev libbrotlidec:libbrotli-dev
DEPS = build-essential pkg-config tzdata libgit2-dev libcmark-gfm-extensions-dev \
       $(foreach l,$(LIBS) $(HEADER_LIBS) $(TEST_LIBS), \
       $(lastword $(subst :, ,$(l)))) \
       git libxml2-utils mandoc python3 strace valgrind
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

comma := ,
modules = $(foreach l,$(1),$(firstword $(subst :, ,$(l))))
MODULES := $(call modules,$(LIBS))
HEADERS := $(MODULES) $(call modules,$(filter-out tomlplusplus:%,$(HEADER_LIBS)))

WARN = -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes \
       -Wmissing-prototypes -Wvla -Wwrite-strings $(WERROR)
# What makes a fault in memory harder to use; script/hardened looks for all of
# it in the program. Sanitizers find faults themselves, and replace functions
# that _FORTIFY_SOURCE would. The last flag exists on some machines only.
SUPPORTED = $(shell $(CC) -Werror $(1) -E -x c /dev/null >/dev/null 2>&1 && \
              echo $(1))
HARDEN_CFLAGS := $(if $(SANITIZE),,-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2) \
                 -fstack-protector-strong -fstack-clash-protection -fPIE \
                 $(call SUPPORTED,-fcf-protection=full)
HARDEN_LDFLAGS := -pie -Wl,-z,relro,-z,now,-z,noexecstack
ALL_CFLAGS = -std=c11 -D_GNU_SOURCE -pthread $(WARN) $(HARDEN_CFLAGS) \
             $(CFLAGS) $(SANITIZE) \
             $(shell $(PKG_CONFIG) --cflags $(HEADERS)) -Iinclude -Isrc
# For toml++, which is C++, and for the one file that includes it. The sanitizer
# checks vptr, and function of clang, are off: they need the C++ runtime of the
# sanitizer wherever the library is linked. The check unreachable is off because
# toml++ marks a branch of its test for blanks as unreachable that some
# characters reach; the result is right.
UNCHECKED := vptr,unreachable$(if $(findstring clang,$(CXX)),$(comma)function)
ALL_CXXFLAGS = -std=c++17 -pthread -Wall -Wextra -Wshadow $(WERROR) \
               $(HARDEN_CFLAGS) $(CFLAGS) $(SANITIZE) \
               $(if $(SANITIZE),-fno-sanitize=$(UNCHECKED)) \
               -DTOML_HEADER_ONLY=1 -Isrc
ALL_LIBS = $(shell $(PKG_CONFIG) --libs $(MODULES)) -lcmark-gfm-extensions \
           -static-libstdc++ -static-libgcc -pthread -ldl
ALL_LDFLAGS = $(HARDEN_LDFLAGS) $(SANITIZE) $(LDFLAGS)

SRC := $(sort $(wildcard src/*/*.c src/*/*/*.c src/*/*/*/*.c))
OBJ := $(SRC:%.c=$(BUILD)/%.o) $(BUILD)/src/base/data/toml.o
LIB_OBJ := $(filter-out $(BUILD)/src/cli/%,$(OBJ))
CLI_OBJ := $(filter-out %/main.o,$(filter $(BUILD)/src/cli/%,$(OBJ)))
UNITS := $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/unit/test_*.c)))
DOCUMENTS := README.md CHANGELOG.md LICENSE config.example \
             $(sort $(wildcard docs/*.md))
MANUALS := $(BUILD)/man/feedmill.1 $(BUILD)/man/feedmill-validate.1 \
           $(BUILD)/man/feedmill.yaml.5

all: $(BUILD)/feedmill $(BUILD)/libfeedmill.a $(BUILD)/feedmill.pc $(MANUALS)

$(BUILD)/feedmill: $(BUILD)/src/cli/main.o $(CLI_OBJ) $(BUILD)/libfeedmill.a
	$(CXX) $(ALL_LDFLAGS) -o $@ $^ $(ALL_LIBS)

$(BUILD)/libfeedmill.a: $(LIB_OBJ)
	rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/%.o: %.c $(BUILD)/libraries
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/%.o: %.cpp $(BUILD)/libraries
	@mkdir -p $(@D)
	$(CXX) $(ALL_CXXFLAGS) -MMD -MP -c -o $@ $<

# Reports missing Debian packages before anything is compiled.
$(BUILD)/libraries: Makefile
	@mkdir -p $(@D)
	@command -v $(PKG_CONFIG) >/dev/null || \
	  { echo 'feedmill: pkg-config is missing: apt-get install pkg-config' >&2; exit 1; }
	@missing=; for l in $(LIBS) $(HEADER_LIBS); do \
	  $(PKG_CONFIG) --exists $${l%%:*} || missing="$$missing $${l#*:}"; done; \
	[ -e /usr/include/cmark-gfm-core-extensions.h ] || \
	  missing="$$missing libcmark-gfm-extensions-dev"; \
	if [ -n "$$missing" ]; then \
	  echo "feedmill: libraries are missing: apt-get install$$missing" >&2; \
	  echo "feedmill: or run 'make deps'" >&2; exit 1; fi
	@touch $@

# Written on every run, because PREFIX may have changed.
$(BUILD)/feedmill.pc: always
	@mkdir -p $(@D)
	printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$${prefix}/lib' \
	  'includedir=$${prefix}/include' '' 'Name: feedmill' \
	  'Description: Atom, RSS and JSON feeds from a folder of posts' \
	  'Version: $(VERSION)' 'Requires: $(MODULES)' \
	  'Libs: -L$${libdir} -lfeedmill -lcmark-gfm-extensions -lstdc++ -lm -pthread -ldl' \
	  'Cflags: -I$${includedir}' > $@

# man/manual.c inserts the tables of the source into the text of the manuals.
$(BUILD)/man/%: man/%.in $(BUILD)/manual
	@mkdir -p $(@D)
	$(BUILD)/manual $< > $@.new
	mv $@.new $@

$(BUILD)/manual: $(BUILD)/man/manual.o $(CLI_OBJ) $(BUILD)/libfeedmill.a
	$(CXX) $(ALL_LDFLAGS) -o $@ $^ $(ALL_LIBS)

# One program with many names: see tests/unit/units.c.
$(BUILD)/tests/unit/units: $(BUILD)/tests/unit/units.o $(UNITS:=.o) \
                           $(CLI_OBJ) $(BUILD)/libfeedmill.a
	$(CXX) $(ALL_LDFLAGS) -rdynamic -o $@ $^ $(ALL_LIBS) \
	  $(shell $(PKG_CONFIG) --libs $(call modules,$(TEST_LIBS)))

$(UNITS): $(BUILD)/tests/unit/units
	ln -sf units $@

$(BUILD)/tests/unit/test_%.o: \
    ALL_CFLAGS += -Dmain=main_$(basename $(@F)) -Wno-missing-prototypes

# feedmill with one more format: the linker takes this table of formats and not
# that of the library.
FORMAT_OBJ := $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/format/*.c))
$(BUILD)/tests/format/feedmill: $(BUILD)/src/cli/main.o $(CLI_OBJ) \
                                $(FORMAT_OBJ) $(BUILD)/libfeedmill.a
	$(CXX) $(ALL_LDFLAGS) -o $@ $^ $(ALL_LIBS)

# Fuzz targets, each a program of its own. FUZZER is the option that gives it the
# main function of a fuzzer: see tests/fuzz/run.
$(BUILD)/tests/fuzz/fuzz_%: $(BUILD)/tests/fuzz/fuzz_%.o \
                            $(BUILD)/tests/fuzz/target.o $(BUILD)/libfeedmill.a
	$(CXX) $(ALL_LDFLAGS) $(FUZZER) -o $@ $^ $(ALL_LIBS)

# All of them in one program, which reads files: see tests/fuzz/replay.c.
TARGETS := $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
$(BUILD)/tests/fuzz/replay: $(BUILD)/tests/fuzz/replay.o $(TARGETS:=.o) \
                            $(BUILD)/tests/fuzz/target.o $(CLI_OBJ) \
                            $(BUILD)/libfeedmill.a
	$(CXX) $(ALL_LDFLAGS) -rdynamic -o $@ $^ $(ALL_LIBS)

ifeq ($(FUZZER),)
$(BUILD)/tests/fuzz/fuzz_%.o: \
    ALL_CFLAGS += -DLLVMFuzzerTestOneInput=$(basename $(@F))
endif

deps:
	$(SUDO) apt-get update
	$(SUDO) apt-get install -y --no-install-recommends $(DEPS)

feeds: $(BUILD)/feedmill
	$(BUILD)/feedmill -c config.example

units: $(UNITS) $(BUILD)/tests/format/feedmill $(BUILD)/tests/faults/inject \
       $(BUILD)/tests/fuzz/replay \
       $(BUILD)/bench/blog $(BUILD)/bench/floor

check: all units
	BUILD=$(BUILD) tests/run

# Takes minutes: each mistake is built and tested. See there.
mutants:
	tests/mutants/run

# Fails, shortens and kills every system call of a run, one at a time. Takes
# minutes; SECONDS=N tries as many, evenly spread, as fit.
faults: all $(BUILD)/tests/faults/inject
	tests/faults/run.py $(BUILD)/feedmill $(BUILD)/tests/faults/inject \
	    $(SECONDS)

$(BUILD)/tests/faults/inject: tests/faults/inject.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_GNU_SOURCE $(WARN) $(CFLAGS) -o $@ $<

# Fuzzes what reads input that others wrote, SECONDS each; needs clang.
fuzz:
	tests/fuzz/run $(or $(SECONDS),60)

# Builds a changing site N times while readers poll it; SEED=S repeats a run.
soak: all
	tests/soak/run.py $(BUILD)/feedmill $(or $(N),1000) $(or $(SEED),1)

# Times feedmill and those of these generators that are installed: hugo, jekyll
# with ruby-jekyll-feed, pelican, eleventy. bench-deps installs them. For the
# settings see bench/run.py.
bench: $(BUILD)/feedmill $(BUILD)/bench/blog $(BUILD)/bench/floor
	bench/run.py $(BUILD)

bench-deps:
	$(SUDO) apt-get install -y --no-install-recommends hugo jekyll \
	  ruby-jekyll-feed pelican nodejs npm
	mkdir -p $(BUILD)/bench/node
	cd $(BUILD)/bench/node && npm install --no-audit --no-fund \
	  @11ty/eleventy@2.0.1 @11ty/eleventy-plugin-rss@1

$(BUILD)/bench/blog: bench/blog.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_GNU_SOURCE $(WARN) $(CFLAGS) -o $@ $< -lm

$(BUILD)/bench/floor: bench/floor.c
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARN) $(CFLAGS) -pthread -o $@ $< \
	  -lcmark-gfm-extensions -lcmark-gfm -lyaml

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/include \
	  $(DESTDIR)$(PREFIX)/lib/pkgconfig \
	  $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/man5 \
	  $(DESTDIR)$(PREFIX)/share/doc/feedmill
	install $(BUILD)/feedmill $(DESTDIR)$(PREFIX)/bin
	install -m 644 include/feedmill.h $(DESTDIR)$(PREFIX)/include
	install -m 644 $(BUILD)/libfeedmill.a $(DESTDIR)$(PREFIX)/lib
	install -m 644 $(BUILD)/feedmill.pc $(DESTDIR)$(PREFIX)/lib/pkgconfig
	install -m 644 $(BUILD)/man/feedmill.1 $(BUILD)/man/feedmill-validate.1 \
	  $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 $(BUILD)/man/feedmill.yaml.5 $(DESTDIR)$(PREFIX)/share/man/man5
	install -m 644 $(DOCUMENTS) $(DESTDIR)$(PREFIX)/share/doc/feedmill

clean:
	rm -rf $(BUILD)

always:

.PHONY: all always deps feeds units check faults fuzz mutants soak bench bench-deps install clean
.SECONDARY:
-include $(OBJ:.o=.d) $(UNITS:%=%.d) $(FORMAT_OBJ:.o=.d) $(BUILD)/man/manual.d \
         $(TARGETS:%=%.d) $(BUILD)/tests/fuzz/target.d
