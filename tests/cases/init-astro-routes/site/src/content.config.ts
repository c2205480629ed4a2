import { glob } from "astro/loaders";

const notes = defineCollection({
	loader: glob({ pattern: "**/*.md", base: "./src/notes" }),
});
const blog = defineCollection({
	loader: glob({ pattern: "**/[^_]*.md", base: "./src/data/blog" }),
});
