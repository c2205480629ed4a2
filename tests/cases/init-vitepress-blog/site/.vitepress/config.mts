import { defineConfig } from "vitepress";
export default defineConfig({
	title: "Lake",
	cleanUrls: true,
	rewrites: {
		"pages/:name.md": ":name.md",
		":lang/:name/README.md": ":lang/:name.md",
	},
});
