/* SPDX-License-Identifier: MIT
 * feed_rules: every rule that feeds are judged by:
 * RULE(id, level, name, applies to, reference, advice, explanation).
 *
 * A reference of NULL: the finding has that of its element. "feed rule N" is a
 * rule of feedmill's own, because of what readers do; see docs/FEED-RULES.md.
 * `validate --explain` and the manual page are made from this table. */
#include "base/core/diag.h"

/* See diag.h for how a table is included. */
#ifndef RULE
#define RULE(id, level, name, applies, reference, help, more) \
	DIAG_ROW(id, level, name, help, applies, reference, more)
#endif

/* Reading the document. */
RULE(RULE_TOO_LARGE, DIAG_ERROR, "document-too-large", "all", "feed rule 39",
	"Publish fewer entries, or link to the full texts.",
	"A document of more than 64 MiB is not judged. Most readers stop "
	"between 2 and 15 MiB, and each of them fetches the whole feed many "
	"times a day.")
RULE(RULE_TOO_COSTLY, DIAG_ERROR, "document-too-costly", "all", "feed rule 39",
	"Publish fewer entries, and write values as elements.",
	"A document is not judged if that takes more than 2 s of CPU time "
	"(--max-seconds) or 256 MB of memory (--max-memory), nor if an element "
	"has more than 256 attributes and namespaces: the time that parsers "
	"take grows with the square of their number.")
RULE(RULE_JUDGE_CRASHED, DIAG_ERROR, "judge-crashed", "all", NULL,
	"Report the document to the authors of feedmill, as SECURITY.md says.",
	"The judge, or a library that it uses, failed on this document. Readers "
	"use the same libraries.")
RULE(RULE_LARGE, DIAG_NOTE, "large", "all", "feed rule 39",
	"Publish fewer entries; 20 to 30 are usual.",
	"Above 512 KiB some readers become slow.")
RULE(RULE_VERY_LARGE, DIAG_WARNING, "very-large", "all", "feed rule 39",
	"Publish fewer entries; 20 to 30 are usual.",
	"Above 2 MiB some readers refuse a feed, or cut it.")
RULE(RULE_EMPTY, DIAG_ERROR, "document-empty", "all", NULL,
	"Find out why nothing was written.",
	"The file has nothing but white space. A generator that opens its "
	"output before it knows the result leaves such a file when it fails.")
RULE(RULE_NOT_A_FEED, DIAG_ERROR, "not-a-feed", "all", NULL,
	"Name an Atom, RSS, JSON Feed or OPML document.",
	"The outermost element decides what a document is: <feed> or <entry> "
	"of Atom, <rss>, <rdf:RDF>, <opml>, or an object in JSON.")
RULE(RULE_OTHER_DOCUMENT, DIAG_NOTE, "other-document", "all", NULL,
	"Nothing, if it is not meant to be a feed.",
	"A file in the folder has the ending of a feed, but is something "
	"else, such as a sitemap.")
RULE(RULE_HTML_PAGE, DIAG_ERROR, "html-page", "all", "feed rule 39",
	"Use the address of the feed, or make the server send the feed there.",
	"The document is an HTML page. At the address of a feed that is "
	"usually an error page with status 200, or a login; readers report "
	"the feed as broken. The feed that the page links to is named.")
RULE(RULE_MORE_FINDINGS, DIAG_NOTE, "more-findings", "all", NULL,
	"Fix those that are listed, then run it again.",
	"At most a hundred findings of a code are reported for a document.")

/* Encodings. */
RULE(RULE_UNKNOWN_ENCODING, DIAG_ERROR, "unknown-encoding", "XML",
	"XML 1.0 4.3.3",
	"Write UTF-8, and say so in the XML declaration.",
	"Parsers must support UTF-8 and UTF-16 only. Every parser stops at an "
	"encoding that it does not know.")
RULE(RULE_INVALID_ENCODING, DIAG_ERROR, "invalid-encoding", "all",
	"XML 1.0 4.3.3",
	"Save the document in the encoding that it says it has.",
	"The bytes are not text in the encoding of the document. Strict "
	"parsers stop there; others show U+FFFD. Most often a text in "
	"windows-1252 was pasted into a document in UTF-8.")
RULE(RULE_ENCODING_CONFLICT, DIAG_ERROR, "encoding-conflict", "XML",
	"XML 1.0 4.3.3",
	"Name the encoding of the document in its declaration.",
	"The first bytes show another encoding than the XML declaration "
	"names. Which one counts depends on the reader.")
RULE(RULE_ENCODING_MISMATCH, DIAG_WARNING, "encoding-mismatch", "XML",
	"RFC 7303 3",
	"Let the server send no charset, or the one of the declaration.",
	"The charset of the HTTP header comes before the XML declaration, but "
	"not in every reader, and not once the document is saved.")
RULE(RULE_MISSING_ENCODING, DIAG_NOTE, "missing-encoding", "XML",
	"feed rule 1",
	"Begin with <?xml version=\"1.0\" encoding=\"utf-8\"?>.",
	"Without a declaration the encoding is UTF-8, but some readers guess "
	"another from the media type.")
RULE(RULE_RARE_ENCODING, DIAG_WARNING, "rare-encoding", "XML",
	"XML 1.0 4.3.3",
	"Write UTF-8.",
	"Parsers must support UTF-8 and UTF-16, and may refuse all others.")
RULE(RULE_OTHER_ENCODING, DIAG_NOTE, "other-encoding", "XML", "feed rule 1",
	"Write UTF-8.",
	"Most readers support the encoding, but only UTF-8 is supported by "
	"all.")
RULE(RULE_BAD_CHARACTER, DIAG_WARNING, "bad-character", "all", "feed rule 2",
	"Write the character that was meant.",
	"Controls from U+0080 to U+009F are windows-1252 that was taken for "
	"Latin-1: U+0092 was an apostrophe. Programs write U+FFFD for a byte "
	"that they cannot read.")
RULE(RULE_TWICE_ENCODED, DIAG_WARNING, "twice-encoded", "all", "feed rule 2",
	"Find the program that reads UTF-8 as Latin-1.",
	"Text such as \"cafÃ©\" was UTF-8, was read as Latin-1, and was "
	"written as UTF-8 again.")

/* XML. */
RULE(RULE_XML_SYNTAX, DIAG_ERROR, "xml-syntax", "XML", "XML 1.0",
	"Fix the XML here; the rest of the document was not judged.",
	"The document is not well-formed. Parsers must stop here, and most "
	"readers show nothing of the feed. Write XML with a library, not by "
	"joining strings.")
RULE(RULE_XML_VERSION, DIAG_ERROR, "xml-version", "XML", "XML 1.0 2.8",
	"Write version=\"1.0\".",
	"Nearly all parsers support XML 1.0 only.")
RULE(RULE_XML_DECLARATION, DIAG_ERROR, "xml-declaration", "XML",
	"XML 1.0 2.8",
	"Delete what is before <?xml.",
	"Every parser stops at a blank line before the declaration. It comes "
	"from a template, or a plug-in with a line after its last ?>.")
RULE(RULE_UNDEFINED_ENTITY, DIAG_ERROR, "undefined-entity", "XML",
	"feed rule 3",
	"Write the character itself, or its number as &#160;.",
	"XML has &amp; &lt; &gt; &quot; and &apos; only. Parsers must stop at "
	"names of HTML such as &nbsp;.")
RULE(RULE_EXTERNAL_ENTITY, DIAG_WARNING, "external-entity", "XML",
	"XML 1.0 4.2.2",
	"Put the text into the document.",
	"feedmill does not read entities in other files, and neither do "
	"readers, for safety.")
RULE(RULE_EXTERNAL_DTD, DIAG_NOTE, "external-dtd", "XML", "XML 1.0 2.8",
	"Delete the DOCTYPE.",
	"Feeds need no document type. feedmill does not fetch it.")
RULE(RULE_DEPRECATED_DTD, DIAG_ERROR, "deprecated-dtd", "RSS 0.91",
	"RSS 0.91",
	"Delete the DOCTYPE, or name "
	"http://www.rssboard.org/rss-0.91.dtd.",
	"Netscape's DTD is no longer on the web; a parser that fetches it "
	"fails.")
RULE(RULE_XML_EXPANSION, DIAG_ERROR, "xml-expansion", "XML",
	"XML 1.0 4.4",
	"Write the text itself.",
	"The entities of the document expand to more than 1 MiB, or contain "
	"themselves. Attacks look like that, so parsers stop.")
RULE(RULE_XML_DEPTH, DIAG_ERROR, "xml-depth", "XML", NULL,
	"Close the elements.",
	"Elements are nested more than 200 deep, which no feed needs and "
	"many parsers refuse.")
RULE(RULE_UNDECLARED_PREFIX, DIAG_ERROR, "undeclared-prefix", "XML",
	"Namespaces in XML 5",
	"Declare the prefix on the outermost element.",
	"Every parser with namespaces refuses a prefix that no xmlns "
	"attribute declares.")

/* Namespaces. */
RULE(RULE_INVALID_NAMESPACE, DIAG_ERROR, "invalid-namespace", "Atom, RSS",
	NULL,
	"Declare the namespace of the specification, to the letter.",
	"A name is compared together with its namespace, byte by byte. In "
	"another namespace it is another element. RSS has no namespace.")
RULE(RULE_MISSING_NAMESPACE, DIAG_ERROR, "missing-namespace", "Atom", NULL,
	"Add the xmlns attribute that is named.",
	"An element without a namespace is not an element of Atom.")
RULE(RULE_OBSOLETE_NAMESPACE, DIAG_ERROR, "obsolete-namespace", "Atom",
	"RFC 4287 1.2",
	"Write Atom 1.0; most elements have other names there.",
	"Atom 0.3 was a draft. Few programs read it today.")
RULE(RULE_NEAR_NAMESPACE, DIAG_WARNING, "near-namespace", "all", NULL,
	"Spell the namespace as the specification does.",
	"A capital letter or a slash makes it another namespace, whose "
	"elements readers do not know.")
RULE(RULE_MEDIA_NAMESPACE, DIAG_ERROR, "media-namespace", "media",
	"MRSS", "Write http://search.yahoo.com/mrss/ with the slash.",
	"Yahoo's first examples left out the slash, and both forms are in "
	"use. A parser that expects one finds nothing in the other.")
RULE(RULE_RESERVED_PREFIX, DIAG_WARNING, "reserved-prefix", "all",
	"feed rule 6", "Use another prefix, or the namespace that is usual.",
	"Some readers go by the prefix and not by the namespace.")
RULE(RULE_UNUSUAL_PREFIX, DIAG_NOTE, "unusual-prefix", "all", "feed rule 6",
	"Use the customary prefix.",
	"The specification allows it, but some readers go by the prefix.")
RULE(RULE_AVOID_PREFIX, DIAG_WARNING, "avoid-prefix", "Atom", "feed rule 6",
	"Make it the default namespace of the feed.",
	"Some readers look for <feed> and not for <atom:feed>.")
RULE(RULE_UNKNOWN_NAMESPACE, DIAG_NOTE, "unknown-namespace", "all", NULL,
	"Nothing, if it is spelled right.",
	"A feed may have elements of any namespace. feedmill has no rules for "
	"this one.")
RULE(RULE_NO_VOCABULARY, DIAG_WARNING, "no-vocabulary", "Atom",
	"RFC 4287 6.4", "Give the element a namespace.",
	"Readers ignore an element without a namespace.")
RULE(RULE_NOT_IN_NAMESPACE, DIAG_ERROR, "not-in-namespace", "RSS",
	"RSS 2.0 Extending RSS", "Give the element a namespace.",
	"Elements that RSS does not define must have a namespace, also inside "
	"of other extensions.")

/* Elements and attributes. */
RULE(RULE_INVALID_VERSION, DIAG_ERROR, "invalid-version", "RSS, OPML", NULL,
	"Write the version that the feed follows.",
	"Most readers ignore the version, but some choose a parser by it.")
RULE(RULE_OLD_VERSION, DIAG_NOTE, "old-version", "RSS", "RSS 2.0",
	"Write RSS 2.0, which is a superset.",
	"RSS 0.91 and 0.92 have no guid, so readers take an entry with a "
	"corrected title for a new one.")
RULE(RULE_MISSING_ELEMENT, DIAG_ERROR, "missing-element", "all", NULL,
	"Add the element.",
	"The specification requires it, and readers rely on it.")
RULE(RULE_MISSING_RECOMMENDED, DIAG_WARNING, "missing-recommended", "all",
	NULL, "Add the element.",
	"The specification recommends it.")
RULE(RULE_DUPLICATE_ELEMENT, DIAG_ERROR, "duplicate-element", "all", NULL,
	"Delete all but one.",
	"Only one is allowed. Which one counts depends on the reader.")
RULE(RULE_UNDEFINED_ELEMENT, DIAG_ERROR, "undefined-element", "all", NULL,
	"Correct the name, or put the element where it belongs.",
	"The vocabulary has no such element in this place. Capitals count: "
	"textinput is not textInput. Markup inside of text must be escaped.")
RULE(RULE_ELEMENT_ELSEWHERE, DIAG_WARNING, "element-elsewhere", "all", NULL,
	"Put the element where readers look for it.",
	"The element exists, but has no defined meaning here.")
RULE(RULE_MISSING_ATTRIBUTE, DIAG_ERROR, "missing-attribute", "all", NULL,
	"Add the attribute.",
	"Without it the element says nothing.")
RULE(RULE_UNDEFINED_ATTRIBUTE, DIAG_ERROR, "undefined-attribute", "all",
	NULL, "Correct the name, or delete the attribute.",
	"The vocabulary has no such attribute for this element.")
RULE(RULE_EXTENSION_ATTRIBUTE, DIAG_WARNING, "extension-attribute", "RSS",
	"RSS Profile", "Use an element of the other vocabulary.",
	"The specification of RSS does not mention attributes of other "
	"vocabularies, so readers may refuse them.")
RULE(RULE_UNEXPECTED_TEXT, DIAG_ERROR, "unexpected-text", "all", NULL,
	"Put the text into an element that holds text, or delete it.",
	"The element holds other elements, or nothing.")
RULE(RULE_UNEXPECTED_SPACE, DIAG_ERROR, "unexpected-space", "Atom", NULL,
	"Write the value on the line of its tags.",
	"White space counts here: an id with a line break is not the same as "
	"the id without.")
RULE(RULE_BLANK, DIAG_WARNING, "blank", "all", NULL,
	"Fill the element, or leave it out.",
	"Readers make up something for an empty title or name.")
RULE(RULE_BLANK_ATTRIBUTE, DIAG_WARNING, "blank-attribute", "all", NULL,
	"Fill the attribute, or leave it out.",
	"An empty value is not the same as none.")
RULE(RULE_SAME_MEANING, DIAG_WARNING, "same-meaning", "RSS",
	"feed rule 33", "Keep one of them.",
	"Two vocabularies have an element for the same value. Readers use one "
	"of them, or show both.")
RULE(RULE_DUPLICATE_VALUE, DIAG_ERROR, "duplicate-value", "all", NULL,
	"Delete all but one.",
	"The values of a list must differ.")
RULE(RULE_TOO_MANY, DIAG_ERROR, "too-many", "all", NULL,
	"Keep the most important ones.",
	"The specification has a limit.")
RULE(RULE_DEPRECATED, DIAG_WARNING, "deprecated-element", "all", NULL,
	"Use the element that replaces it.",
	"The specification keeps it for old feeds only.")

/* Atom. */
RULE(RULE_MISPLACED_METADATA, DIAG_ERROR, "misplaced-metadata", "Atom",
	"RFC 4287 4.1.1", "Put it before the first entry.",
	"Metadata come first, so that a reader can show entries while it "
	"fetches them.")
RULE(RULE_MISSING_AUTHOR, DIAG_ERROR, "missing-author", "Atom",
	"RFC 4287 4.1.2", "Give the feed an <author> with a <name>.",
	"Each entry has an author: its own, that of its <source>, or that of "
	"the feed.")
RULE(RULE_MISSING_TEXT, DIAG_WARNING, "missing-text", "Atom",
	"RFC 4287 4.1.1.1", "Add <summary> or <content>.",
	"Readers have nothing to show but the title.")
RULE(RULE_MISSING_SUMMARY, DIAG_ERROR, "missing-summary", "Atom",
	"RFC 4287 4.1.2", "Add a <summary>.",
	"Not every reader can show content that is remote or not text. They "
	"show the summary instead.")
RULE(RULE_MISSING_ALTERNATE, DIAG_ERROR, "missing-alternate", "Atom",
	"RFC 4287 4.1.2", "Add <content>, or a <link> to the page.",
	"An entry without content must link to its page.")
RULE(RULE_DUPLICATE_ALTERNATE, DIAG_ERROR, "duplicate-alternate", "Atom",
	"RFC 4287 4.1.1", "Give each link a type or hreflang of its own.",
	"Readers cannot choose between two links to the same kind of page in "
	"the same language.")
RULE(RULE_DUPLICATE_ID, DIAG_WARNING, "duplicate-id", "Atom",
	"feed rule 10", "Give each entry an id of its own.",
	"Readers take entries with the same id for versions of one entry, and "
	"show only one of them.")
RULE(RULE_ONE_ID, DIAG_ERROR, "one-id", "Atom", "RFC 4287 4.2.6",
	"Give each entry an id of its own.",
	"All entries have the same id, so readers show only one of them. "
	"Usually a template writes the id of the feed in place of the "
	"entry's.")
RULE(RULE_INVALID_TEXT_TYPE, DIAG_ERROR, "invalid-text-type", "Atom",
	"RFC 4287 3.1.1", "Write text, html or xhtml.",
	"Titles, summaries and rights are text constructs. Only content may "
	"be of a media type.")
RULE(RULE_MISSING_TYPE, DIAG_WARNING, "missing-type", "Atom",
	"RFC 4287 4.1.3.2", "Add the media type.",
	"A reader would have to fetch the content to know what it is.")
RULE(RULE_MISSING_XHTML_DIV, DIAG_ERROR, "missing-xhtml-div", "Atom",
	"RFC 4287 3.1.1.3", "Put the content into one XHTML <div>.",
	"The <div> contains the markup and is not part of it. It must be in "
	"the namespace http://www.w3.org/1999/xhtml.")
RULE(RULE_SECOND_DIV, DIAG_ERROR, "second-div", "Atom", "RFC 4287 3.1.1.3",
	"Put everything into one <div>.",
	"The content of xhtml is a single <div>.")
RULE(RULE_NOT_ESCAPED, DIAG_ERROR, "not-escaped", "Atom", "RFC 4287 3.1",
	"Delete the attribute, and escape the content.",
	"The attribute `mode` is of Atom 0.3.")
RULE(RULE_NOT_BASE64, DIAG_ERROR, "not-base64", "Atom", "RFC 4287 4.1.3.3",
	"Encode the content as base64, or correct its type.",
	"Content of a type that is neither text nor XML must be base64.")
RULE(RULE_HTML_FRAGMENT, DIAG_WARNING, "html-fragment", "Atom",
	"RFC 4287 4.1.3.3", "Write type=\"html\".",
	"text/html is a whole document with <html> and <body>; a part of one "
	"is of the type html.")
RULE(RULE_LINK_NOT_EMPTY, DIAG_WARNING, "link-not-empty", "Atom",
	"RFC 4287 4.2.7", "Put the text into the attribute title.",
	"Readers show the attributes of a link, not its text.")
RULE(RULE_UNKNOWN_REL, DIAG_WARNING, "unknown-rel", "Atom",
	"RFC 4287 4.2.7.2", "Use a registered relation or an IRI.",
	"A relation is a word of IANA's registry, or an IRI of your own.")
RULE(RULE_MISSING_SELF, DIAG_WARNING, "missing-self", "Atom, RSS",
	"feed rule 20",
	"Add the link, with the address that readers should subscribe to.",
	"Readers store it as the address of the feed. It stays right when the "
	"feed is copied or redirected. In RSS it is an <atom:link>.")
RULE(RULE_RELATIVE_SELF, DIAG_WARNING, "relative-self", "Atom, RSS",
	"feed rule 20", "Write the whole address.",
	"A reader that has only a copy of the feed cannot resolve it.")
RULE(RULE_OTHER_SELF, DIAG_WARNING, "other-self", "Atom, RSS",
	"feed rule 20", "Let the link name the address of the feed.",
	"Readers move the subscription to the address in the link; a wrong "
	"one loses it.")
RULE(RULE_SELF_TYPE, DIAG_WARNING, "self-type", "Atom, RSS",
	"feed rule 20", "Write application/atom+xml or application/rss+xml.",
	"The link names the feed itself.")
RULE(RULE_FEED_REL_IN_ENTRY, DIAG_WARNING, "feed-rel-in-entry", "Atom",
	"RFC 5005", "Put the link into the feed.",
	"Only feeds have pages and archives.")
RULE(RULE_FEED_IS_COMPLETE, DIAG_ERROR, "feed-is-complete", "Atom, RSS",
	"RFC 5005 2", "Delete fh:complete, or the link.",
	"A feed that says that it has all entries cannot have another page.")
RULE(RULE_INCOMPLETE_ARCHIVE, DIAG_WARNING, "incomplete-archive",
	"Atom, RSS", "RFC 5005 4", "Add the link.",
	"Readers must find the other archives and the current feed.")
RULE(RULE_EMAIL_IN_NAME, DIAG_WARNING, "email-in-name", "Atom",
	"RFC 4287 3.2", "Put the address into <email>, or leave it out.",
	"Readers show the whole name.")
RULE(RULE_UPDATED_EARLY, DIAG_WARNING, "updated-before-published", "Atom",
	"feed rule 14", "Let updated be the date of publication or later.",
	"An entry cannot change before it is published.")
RULE(RULE_FEED_STALE, DIAG_NOTE, "feed-updated-before-entry", "Atom, RSS",
	"feed rule 15", "Take the date of the entry that changed last.",
	"Readers that look at the feed's date first miss the entry.")

/* RSS. */
RULE(RULE_ITEM_WITHOUT_TEXT, DIAG_ERROR, "item-without-text", "RSS",
	"RSS 2.0 item", "Add <title> or <description>.",
	"An item must have at least one of the two.")
RULE(RULE_MISSING_GUID, DIAG_WARNING, "missing-guid", "RSS",
	"feed rule 7", "Add a <guid> that never changes.",
	"Readers recognise entries by it. Without one they guess, and show an "
	"entry again when its link or title changes.")
RULE(RULE_DUPLICATE_GUID, DIAG_ERROR, "duplicate-guid", "RSS",
	"feed rule 10", "Give each item a guid of its own.",
	"Readers show only one of the items.")
RULE(RULE_INVALID_PERMALINK, DIAG_ERROR, "invalid-permalink", "RSS",
	"feed rule 7", "Add isPermaLink=\"false\".",
	"Without the attribute, or with \"true\", the guid is the address of "
	"the page, and readers open it.")
RULE(RULE_GUID_TOO_SHORT, DIAG_WARNING, "guid-too-short", "RSS",
	"feed rule 10", "Use an IRI.",
	"Some readers compare guids of all feeds, and many feeds have small "
	"numbers.")
RULE(RULE_MISPLACED_ITEM, DIAG_WARNING, "misplaced-item", "RSS",
	"RSS Profile", "Put it before the first item.",
	"Some readers stop at the first item when they look for metadata.")
RULE(RULE_SECOND_ENCLOSURE, DIAG_WARNING, "second-enclosure", "RSS",
	"feed rule 37", "Use <media:content> for further files.",
	"Readers use either the first one or the last one.")
RULE(RULE_INVALID_CONTACT, DIAG_ERROR, "invalid-contact", "RSS", NULL,
	"Write jo@example.org (Jo), or use <dc:creator> for a name.",
	"The element holds an e-mail address. A name alone belongs in "
	"<dc:creator>.")
RULE(RULE_CONTACT_FORM, DIAG_WARNING, "contact-form", "RSS",
	"feed rule 33", "Write jo@example.org (Jo).",
	"Readers show other forms whole, with brackets and address.")
RULE(RULE_CONTACT_WITHOUT_NAME, DIAG_WARNING, "contact-without-name", "RSS",
	"feed rule 33", "Add the name: jo@example.org (Jo).",
	"Without a name, readers show the address.")
RULE(RULE_IMAGE_DIFFERS, DIAG_WARNING, "image-differs", "RSS",
	"RSS 2.0 image", "Use the title and link of the channel.",
	"The image represents the channel, so it has the same title and "
	"link.")
RULE(RULE_IMAGE_FORMAT, DIAG_WARNING, "image-format", "RSS",
	"RSS 2.0 image", "Use GIF, JPEG or PNG.",
	"Readers do not show other formats for a channel.")
RULE(RULE_AVOID_TEXT_INPUT, DIAG_WARNING, "avoid-text-input", "RSS",
	"RSS Profile", "Delete the element.",
	"No reader shows it.")
RULE(RULE_HOUR_24, DIAG_WARNING, "hour-24", "RSS", "RSS 2.0 skipHours",
	"Write 0 for midnight.", "The hours go from 0 to 23.")
RULE(RULE_MISSING_LANGUAGE, DIAG_NOTE, "missing-language", "all",
	"feed rule 36", "Name the language of the feed.",
	"Readers choose fonts, hyphenation, voices and the direction of the "
	"text by it.")
RULE(RULE_CONTENT_BEFORE_DESCRIPTION, DIAG_WARNING,
	"content-before-description", "RSS", "feed rule 30",
	"Put <description>, a summary, before <content:encoded>.",
	"Some readers take the last one of the two for the text; others "
	"show the description only.")
RULE(RULE_COMMENT_RSS, DIAG_WARNING, "comment-rss", "wfw", "CommentAPI",
	"Write wfw:commentRss.",
	"The specification spells it both ways. Readers look for "
	"commentRss.")

/* Dates. */
RULE(RULE_INVALID_RFC3339_DATE, DIAG_ERROR, "invalid-rfc3339-date", "Atom",
	"RFC 4287 3.3", "Write the date as 2024-01-31T09:00:00Z.",
	"It needs a capital T and Z, seconds, and Z or an offset as +01:00. "
	"A reader that cannot read the date uses the current time, so the "
	"entry stays on top.")
RULE(RULE_INVALID_RFC822_DATE, DIAG_ERROR, "invalid-rfc822-date", "RSS",
	"RFC 822 5", "Write the date as Wed, 31 Jan 2024 09:00:00 GMT.",
	"It needs English names in any locale, two digits for the day, four "
	"for the year, hours to 23, and GMT or an offset as +0100.")
RULE(RULE_INVALID_W3C_DATE, DIAG_ERROR, "invalid-w3c-date", "dc, sy",
	"W3C NOTE-datetime", "Write the date as 2024-01-31T09:00:00Z.",
	"It is a year, month, day, or time with Z or an offset as +01:00.")
RULE(RULE_WRONG_WEEKDAY, DIAG_ERROR, "wrong-weekday", "RSS", "RFC 822 5.1",
	"Correct the weekday, or leave it out.",
	"A weekday must be that of the date. Strict readers refuse a wrong "
	"one. It is often wrong in dates written by hand.")
RULE(RULE_OBSOLETE_DATE, DIAG_WARNING, "obsolete-date", "RSS",
	"RFC 2822 4.3", "Write the date as Wed, 31 Jan 2024 09:00:00 GMT.",
	"RFC 822 allows comments, years of two digits and zones of one "
	"letter, which few readers understand.")
RULE(RULE_NOT_SORTED, DIAG_NOTE, "not-sorted", "Atom, RSS",
	"feed rule 18", "Put the newest entry first, by date of publication.",
	"No specification requires an order, but readers that show only some "
	"entries show the first ones.")
RULE(RULE_IMPLAUSIBLE_DATE, DIAG_WARNING, "implausible-date", "all",
	"feed rule 16", "Check the date.",
	"Readers take a date before 1970 or in the future for a mistake, and "
	"show the entry in the wrong place.")

/* URIs. */
RULE(RULE_INVALID_URI, DIAG_ERROR, "invalid-uri", "all", NULL,
	"Write the whole address, with http:// or https://.",
	"An address in a feed is read far from the site that it belongs to.")
RULE(RULE_INVALID_URI_CHARACTER, DIAG_ERROR, "invalid-uri-character", "all",
	"RFC 3986 2", "Percent-encode the character.",
	"A URI has letters, digits and some signs. Everything else is "
	"percent-encoded UTF-8; a space is %20.")
RULE(RULE_URI_NOT_ASCII, DIAG_ERROR, "uri-not-ascii", "RSS, media",
	"RFC 3986 2", "Percent-encode it as UTF-8; the host as punycode.",
	"RSS has URIs. Only Atom allows IRIs, which may have any letters.")
RULE(RULE_ODD_URI, DIAG_WARNING, "odd-uri", "all", "RFC 3986 2.1",
	"Write %25 for a percent sign, and one '#'.",
	"Browsers correct it, other programs refuse it.")
RULE(RULE_NOT_WEB_URL, DIAG_ERROR, "not-web-url", "RSS, itunes", NULL,
	"Write an http or https URL with a host.",
	"Readers fetch http and https only.")
RULE(RULE_NOT_CANONICAL, DIAG_WARNING, "not-canonical", "Atom",
	"RFC 4287 4.2.6.1", "Write the canonical form; but keep an id that is "
	"published.",
	"Ids are compared byte by byte. A program that normalises an id as "
	"it does addresses makes a new entry of an old one.")
RULE(RULE_UNKNOWN_SCHEME, DIAG_WARNING, "unknown-scheme", "all",
	"RFC 4395", "Check the spelling; tag: and urn: are good for ids.",
	"The scheme is not one that is registered and in use.")
RULE(RULE_INVALID_TAG_URI, DIAG_ERROR, "invalid-tag-uri", "all",
	"RFC 4151 2.1", "Write tag:example.org,2024:anything.",
	"A tag URI has a domain or an e-mail address, a date on which it was "
	"yours, and a name.")
RULE(RULE_INVALID_URN, DIAG_ERROR, "invalid-urn", "all", "RFC 8141 2",
	"Write urn:NAMESPACE:name.",
	"The namespace has letters, digits and hyphens.")
RULE(RULE_INVALID_UUID, DIAG_ERROR, "invalid-uuid", "all", "RFC 9562 4",
	"Create a UUID with uuidgen.",
	"A UUID has 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12.")

/* Values. */
RULE(RULE_INVALID_INTEGER, DIAG_ERROR, "invalid-integer", "all", NULL,
	"Write digits only, within the range in the message.",
	"Units, fractions and separators are not allowed.")
RULE(RULE_INVALID_DECIMAL, DIAG_ERROR, "invalid-decimal", "all", NULL,
	"Write a number with a point.",
	"The decimal separator is a point in all languages.")
RULE(RULE_ODD_NUMBER, DIAG_WARNING, "odd-number", "media", NULL,
	"Write the number without a unit.",
	"The specification sets the unit.")
RULE(RULE_INVALID_BOOLEAN, DIAG_ERROR, "invalid-boolean", "all", NULL,
	"Write one of the two words, in small letters.",
	"Some readers take anything else for true, others for false.")
RULE(RULE_INVALID_VALUE, DIAG_ERROR, "invalid-value", "all", NULL,
	"Use one of the values that the specification has.",
	"Readers ignore a value that they do not know.")
RULE(RULE_INVALID_EMAIL, DIAG_ERROR, "invalid-email", "Atom, itunes, OPML",
	NULL, "Write the address alone: jo@example.org.",
	"Names, angle brackets and mailto: are not allowed.")
RULE(RULE_ODD_EMAIL, DIAG_WARNING, "odd-email", "all", "RFC 2822 3.4.1",
	"Write an address with a full domain name, or leave it out.",
	"A domain without a dot belongs to a local network.")
RULE(RULE_INVALID_MEDIA_TYPE, DIAG_ERROR, "invalid-media-type", "all",
	"RFC 2045 5.1", "Write a media type such as audio/mpeg.",
	"It is two words with a slash between, and optional parameters.")
RULE(RULE_INVALID_LANGUAGE, DIAG_ERROR, "invalid-language", "all",
	"RFC 5646", "Write a tag such as en, de-AT or zh-Hant.",
	"The first part is a code of ISO 639; a country comes after a "
	"hyphen, never after an underscore.")
RULE(RULE_INVALID_DURATION, DIAG_ERROR, "invalid-duration", "itunes",
	"feed rule 38", "Write seconds, M:SS or H:MM:SS.",
	"Seconds go to 59 if there are minutes, minutes if there are hours.")
RULE(RULE_INVALID_COORDINATE, DIAG_ERROR, "invalid-coordinate", "geo, georss",
	NULL, "Write latitude and longitude as decimals, a blank between.",
	"Latitudes go from -90 to 90 and come first.")
RULE(RULE_COORDINATE_COMMA, DIAG_WARNING, "coordinate-comma", "georss",
	"GeoRSS Simple", "Write a blank between latitude and longitude.",
	"GeoRSS requires blanks. Some readers cannot read the other form.")
RULE(RULE_TOO_LONG, DIAG_ERROR, "too-long", "itunes, opensearch", NULL,
	"Shorten the text.",
	"The specification sets a limit, and directories cut the rest.")

/* Text and HTML. */
RULE(RULE_CONTAINS_HTML, DIAG_WARNING, "contains-html", "all",
	"feed rule 5", "Write plain text; or, in Atom, type=\"html\".",
	"The element holds plain text: readers show the tags and references "
	"themselves.")
RULE(RULE_LOOKS_LIKE_HTML, DIAG_WARNING, "looks-like-html", "RSS",
	"RSS Profile", "Write &#x26; for & and &#x3C; for <.",
	"Some readers take titles of RSS for HTML and would hide this text. "
	"References by number work in all readers.")
RULE(RULE_UNKNOWN_HTML, DIAG_WARNING, "unknown-html", "all", "feed rule 26",
	"Use an element of HTML, or escape it if it is text.",
	"Readers remove elements that they do not know. Text such as Vec<T> "
	"must be escaped once more.")
RULE(RULE_UNSAFE_HTML, DIAG_WARNING, "unsafe-html", "all", "feed rule 26",
	"Leave the element out, or link to the page instead.",
	"Readers remove scripts, styles, plug-ins and nested documents, often "
	"with everything in them.")
RULE(RULE_UNSAFE_ATTRIBUTE, DIAG_WARNING, "unsafe-attribute", "all",
	"feed rule 26", "Leave the attribute out.",
	"Attributes that begin with on run a script.")
RULE(RULE_UNSAFE_LINK, DIAG_WARNING, "unsafe-link", "all", "feed rule 25",
	"Link to a page.",
	"The link runs a script, or opens a file on the reader's own disk.")
RULE(RULE_UNBALANCED_HTML, DIAG_WARNING, "unbalanced-html", "all",
	"feed rule 27", "Close each element, and close it once.",
	"In some readers an open element continues into the entries below. "
	"The usual cause is a summary that was cut within a tag.")
RULE(RULE_RELATIVE_REFERENCE, DIAG_WARNING, "relative-reference", "all",
	"feed rule 23", "Write the whole address.",
	"Readers resolve it against the address of the page or of the feed, "
	"or not at all, so that links break and images are missing.")
RULE(RULE_RELATIVE_TO_BASE, DIAG_NOTE, "relative-to-base", "Atom",
	"feed rule 23", "Write the whole address.",
	"It is relative to xml:base, which some readers do not support.")
RULE(RULE_FRAGMENT_REFERENCE, DIAG_NOTE, "fragment-reference", "all",
	"feed rule 24", "Put the address of the page before the '#'.",
	"Footnotes and tables of contents do not work in readers that remove "
	"ids.")

/* Media, podcasts, places. */
RULE(RULE_GROUP_OF_ONE, DIAG_ERROR, "group-of-one", "media", "MRSS group",
	"Use <media:content> without a group, or add another form.",
	"A group is for several forms of the same thing.")
RULE(RULE_INVALID_KEYWORDS, DIAG_WARNING, "invalid-keywords", "itunes",
	"itunes:keywords", "Write commas between keywords.",
	"Blanks do not separate keywords: all of it is one keyword.")
RULE(RULE_INVALID_CATEGORY, DIAG_ERROR, "invalid-category", "itunes",
	"feed rule 38", "Use a category of Apple's list, to the letter.",
	"Podcast directories have a fixed list, and ignore others.")
RULE(RULE_OBSOLETE_CATEGORY, DIAG_WARNING, "obsolete-category", "itunes",
	"feed rule 38", "Use a category of today's list.",
	"Apple changed its list in 2019, and maps old categories for a "
	"while.")
RULE(RULE_PODCAST_MISSING, DIAG_WARNING, "podcast-missing", "itunes",
	"feed rule 38", "Add the element.",
	"Podcast directories refuse a feed without it.")
RULE(RULE_ENCLOSURE_FORMAT, DIAG_WARNING, "enclosure-format", "itunes",
	"feed rule 38", "Use M4A, MP3, MOV, MP4, M4V, PDF or EPUB.",
	"Apple's directory goes by the file name extension.")
RULE(RULE_SINCE_AFTER_UNTIL, DIAG_ERROR, "since-after-until", "feedsync",
	"FeedSync 2.1", "Swap the two.",
	"The range ends before it begins.")

/* The web. */
RULE(RULE_FETCH_FAILED, DIAG_ERROR, "fetch-failed", "all", NULL,
	"Check the address, and that the server answers.",
	"feedmill fetches http and https only, within 30 seconds or the time "
	"of --timeout, over at most 5 redirects. The exit status is 2: nothing "
	"was judged.")
RULE(RULE_HTTP_REDIRECT, DIAG_NOTE, "http-redirect", "all", "feed rule 22",
	"Subscribe and link to the final address.",
	"Each visit of each reader takes one more request. Readers move the "
	"subscription only after a permanent redirect (301 or 308).")
RULE(RULE_HTTP_MEDIA_TYPE, DIAG_WARNING, "http-media-type", "all",
	"RFC 4287 7", "Let the server send the expected media type.",
	"With another media type, browsers and some readers show the feed as "
	"text, or save it.")
RULE(RULE_HTTP_GENERAL_TYPE, DIAG_NOTE, "http-general-type", "all",
	"RFC 4287 7", "Let the server send the expected media type.",
	"Readers must look into the document to find out its format.")
RULE(RULE_HTTP_NO_VALIDATOR, DIAG_WARNING, "http-no-validator", "all",
	"feed rule 40", "Let the server send ETag or Last-Modified.",
	"Readers ask many times a day whether the feed has changed. Without "
	"these headers the server sends the whole feed each time.")
RULE(RULE_HTTP_NO_304, DIAG_WARNING, "http-no-304", "all", "feed rule 40",
	"Let the server answer If-None-Match and If-Modified-Since.",
	"The server ignores the ETag or Last-Modified that it sent itself, so "
	"it sends the whole feed each time.")
RULE(RULE_HTTP_UNCOMPRESSED, DIAG_NOTE, "http-uncompressed", "all",
	"feed rule 40", "Let the server compress feeds.",
	"Feeds shrink to a fifth or less.")

/* OPML. */
RULE(RULE_OUTLINE_INCOMPLETE, DIAG_WARNING, "outline-incomplete", "OPML",
	"OPML 2.0 outline", "Add the attribute.",
	"The type of an outline says which attributes it has: type=\"rss\", "
	"for subscriptions, has text, title and xmlUrl.")

/* JSON Feed. */
RULE(RULE_JSON_TYPE, DIAG_ERROR, "json-type", "JSON Feed", NULL,
	"Give the key a value of that type.",
	"A reader that expects a text and finds a number often skips the "
	"item, or the feed.")
RULE(RULE_JSON_MARK, DIAG_WARNING, "json-mark", "JSON Feed", "RFC 8259 8.1",
	"Save the document without a byte order mark.",
	"JSON must not begin with one, and many parsers refuse it.")
RULE(RULE_NULL, DIAG_WARNING, "json-null", "JSON Feed", NULL,
	"Leave the key out.",
	"Some readers fail on null where they expect a value or no key.")
RULE(RULE_MISSING_KEY, DIAG_ERROR, "missing-key", "JSON Feed", NULL,
	"Add the key.",
	"The specification requires it, and readers rely on it.")
RULE(RULE_UNKNOWN_KEY, DIAG_WARNING, "unknown-key", "JSON Feed", NULL,
	"Correct the name, or begin it with an underscore.",
	"Keys of extensions begin with an underscore. All others are reserved "
	"for later versions of the specification.")
RULE(RULE_ITEM_WITHOUT_CONTENT, DIAG_ERROR, "item-without-content",
	"JSON Feed", NULL, "Add content_html or content_text.",
	"Each item has one of them, or both.")
RULE(RULE_ID_IS_NUMBER, DIAG_WARNING, "id-is-number", "JSON Feed", NULL,
	"Write the id as a text, such as the address of the page.",
	"Readers convert it to a text, not all to the same one.")
RULE(RULE_AUTHOR_EMPTY, DIAG_ERROR, "author-empty", "JSON Feed", NULL,
	"Add a name, or leave the author out.",
	"An author has a name, a url or an avatar.")
RULE(RULE_NEXT_IS_FEED, DIAG_ERROR, "next-is-feed", "JSON Feed", NULL,
	"Let next_url name the next page, or leave it out.",
	"A reader that follows the pages would never end.")
