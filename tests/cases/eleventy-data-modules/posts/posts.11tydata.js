// The defaults of all posts.
const layout = require("./layout.js"); // { permalink: "/wrong/" }

module.exports = {
	layout: "post.njk",
	"tags": ["posts", 'lakes'],
	permalink: "/water/{{ page.fileSlug }}/",
	eleventyComputed: {
		description: (data) => `${data.title}, and { more }`,
	},
	sitemap() { return { tags: ["wrong"] }; },
	author: makeAuthor("x", { permalink: "/wrong/" }),
};
