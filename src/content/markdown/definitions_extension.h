/* SPDX-License-Identifier: MIT
 * definitions_extension: definition lists for cmark-gfm. */
#ifndef FEEDMILL_CONTENT_MARKDOWN_DEFINITIONS_EXTENSION_H
#define FEEDMILL_CONTENT_MARKDOWN_DEFINITIONS_EXTENSION_H

struct cmark_mem;
struct cmark_syntax_extension;

/* A new extension for a parser: lines of a paragraph are terms if a line ":
 * text" follows, which opens a definition; what is indented as far as its text
 * belongs to it, as in PHP Markdown Extra and Goldmark. Once the text is parsed
 * the lists are ordinary nodes with HTML around them. Lives as long as the
 * process, and uses the memory that the parser uses. */
struct cmark_syntax_extension *definitions_extension(
    struct cmark_mem *mem);

#endif
