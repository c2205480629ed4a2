/* SPDX-License-Identifier: MIT
 * itunes_categories: Apple's podcast categories before 2019, each with its
 * subcategories. Today's are in podcast_categories.c. Included by
 * vocab_itunes.c. */

FORMER("Arts", "|Literature|")
FORMER("Business", "|Finance|Management & Marketing|News|Shopping|"
	"Business News|")
FORMER("Education", "|Education Technology|Higher Education|K-12|"
	"Language Courses|Training|Educational Technology|")
FORMER("Religion & Spirituality", "|New Age|Philosophy|Other|")
FORMER("Society & Culture", "|History|")
FORMER("Technology", "|Computers|Developers|Gadgets|Information Technology|"
	"News|Operating Systems|Podcasting|Smart Phones|Software How-To|"
	"Tech News|Text/Speech|")
FORMER("Arts & Entertainment", "|Architecture|Design|Entertainment|Games|"
	"Performing Arts|Photography|Poetry|Science Fiction|")
FORMER("Audio Blogs", "")
FORMER("Family", "")
FORMER("Food", "")
FORMER("Games & Hobbies", "|Automotive|Aviation|Hobbies|Other Games|"
	"Video Games|")
FORMER("Government & Organizations", "|Local|National|Non-Profit|Regional|")
FORMER("Health", "|Alternative Health|Diet & Nutrition|Fitness|"
	"Fitness & Nutrition|Relationships|Self-Help|Sexuality|")
FORMER("International", "|Australian|Belgian|Brazilian|Canadian|Chinese|Dutch|"
	"French|German|Hebrew|Italian|Japanese|Norwegian|Polish|Portuguese|"
	"Spanish|Swedish|")
FORMER("Movies & Television", "")
FORMER("News & Politics", "")
FORMER("Politics", "")
FORMER("Public Radio", "")
FORMER("Science & Medicine", "|Medicine|Natural Sciences|Social Sciences|")
FORMER("Sports & Recreation", "|Amateur|College & High School|Outdoor|"
	"Professional|")
FORMER("Talk Radio", "")
FORMER("Transportation", "|Automotive|Aviation|Bicycles|Commuting|")
FORMER("Travel", "")
