import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
export const BASE = "src/data";
const posts = defineCollection({ loader: glob({ pattern: "**/[^_]*.md", base: `./${BASE}/posts` }) });
const notes = defineCollection({ loader: glob({ pattern: "**/*.md", base: `./${BASE}/notes` }) });
export const collections = { posts, notes };
