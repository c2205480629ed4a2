const live = process.env.NODE_ENV === "production";
export default {
	title: "Moor",
	srcExclude: live ? ["posts/drafts/**", "README.md"] : ["README.md"],
	rewrites: { "posts/:year/:slug.md": "blog/:slug.md" },
};
