import { glob } from "astro/loaders";
import { defineCollection, z } from "astro:content";
const posts = defineCollection({
	loader: glob({ pattern: ["*.md", "*.mdx"], base: "src/data/post" }),
	schema: z.object({ title: z.string(), publishDate: z.date() }),
});
export const collections = { post: posts };
