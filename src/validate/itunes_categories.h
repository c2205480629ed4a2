/* SPDX-License-Identifier: MIT
 * itunes_categories: Apple's categories of podcasts, and those that it had
 * before 2019, each with its subcategories. Included by vocab_itunes.c. */

CATEGORY("Arts", "|Books|Design|Fashion & Beauty|Food|Performing Arts|"
	"Visual Arts|", "|Literature|")
CATEGORY("Business", "|Careers|Entrepreneurship|Investing|Management|"
	"Marketing|Non-Profit|", "|Finance|Management & Marketing|News|"
	"Shopping|Business News|")
CATEGORY("Comedy", "|Comedy Interviews|Improv|Stand-Up|", "")
CATEGORY("Education", "|Courses|How To|Language Learning|Self-Improvement|",
	"|Education Technology|Higher Education|K-12|Language Courses|"
	"Training|Educational Technology|")
CATEGORY("Fiction", "|Comedy Fiction|Drama|Science Fiction|", "")
CATEGORY("Government", "", "")
CATEGORY("Health & Fitness", "|Alternative Health|Fitness|Medicine|"
	"Mental Health|Nutrition|Sexuality|", "")
CATEGORY("History", "", "")
CATEGORY("Kids & Family", "|Education for Kids|Parenting|Pets & Animals|"
	"Stories for Kids|", "")
CATEGORY("Leisure", "|Animation & Manga|Automotive|Aviation|Crafts|Games|"
	"Hobbies|Home & Garden|Video Games|", "")
CATEGORY("Music", "|Music Commentary|Music History|Music Interviews|", "")
CATEGORY("News", "|Business News|Daily News|Entertainment News|"
	"News Commentary|Politics|Sports News|Tech News|", "")
CATEGORY("Religion & Spirituality", "|Buddhism|Christianity|Hinduism|Islam|"
	"Judaism|Religion|Spirituality|", "|New Age|Philosophy|Other|")
CATEGORY("Science", "|Astronomy|Chemistry|Earth Sciences|Life Sciences|"
	"Mathematics|Natural Sciences|Nature|Physics|Social Sciences|", "")
CATEGORY("Society & Culture", "|Documentary|Personal Journals|Philosophy|"
	"Places & Travel|Relationships|", "|History|")
CATEGORY("Sports", "|Baseball|Basketball|Cricket|Fantasy Sports|Football|"
	"Golf|Hockey|Rugby|Running|Soccer|Swimming|Tennis|Volleyball|"
	"Wilderness|Wrestling|", "")
CATEGORY("TV & Film", "|After Shows|Film History|Film Interviews|"
	"Film Reviews|TV Reviews|", "")
CATEGORY("Technology", "", "|Computers|Developers|Gadgets|"
	"Information Technology|News|Operating Systems|Podcasting|"
	"Smart Phones|Software How-To|Tech News|Text/Speech|")
CATEGORY("True Crime", "", "")
OBSOLETE("Arts & Entertainment", "|Architecture|Design|Entertainment|Games|"
	"Performing Arts|Photography|Poetry|Science Fiction|")
OBSOLETE("Audio Blogs", "")
OBSOLETE("Family", "")
OBSOLETE("Food", "")
OBSOLETE("Games & Hobbies", "|Automotive|Aviation|Hobbies|Other Games|"
	"Video Games|")
OBSOLETE("Government & Organizations", "|Local|National|Non-Profit|"
	"Regional|")
OBSOLETE("Health", "|Alternative Health|Diet & Nutrition|Fitness|"
	"Fitness & Nutrition|Relationships|Self-Help|Sexuality|")
OBSOLETE("International", "|Australian|Belgian|Brazilian|Canadian|Chinese|"
	"Dutch|French|German|Hebrew|Italian|Japanese|Norwegian|Polish|"
	"Portuguese|Spanish|Swedish|")
OBSOLETE("Movies & Television", "")
OBSOLETE("News & Politics", "")
OBSOLETE("Politics", "")
OBSOLETE("Public Radio", "")
OBSOLETE("Science & Medicine", "|Medicine|Natural Sciences|"
	"Social Sciences|")
OBSOLETE("Sports & Recreation", "|Amateur|College & High School|Outdoor|"
	"Professional|")
OBSOLETE("Talk Radio", "")
OBSOLETE("Transportation", "|Automotive|Aviation|Bicycles|Commuting|")
OBSOLETE("Travel", "")
