import { defineCollection, z } from "astro:content";
import { glob } from "astro/loaders";
import { FOLDER } from "./lib/settings";

const texts: ReturnType<typeof defineCollection> = defineCollection({
	loader: glob({ pattern: "**/*.{md,mdx}", base: `./${FOLDER}` }),
	schema: z.object({
		title: z.string(),
		written: z.coerce.date(),
		updatedOn: z.coerce.date().optional(),
		tags: z.array(z.string()).default(["loose"]),
		category: z.string().optional(),
	}),
});
const letters = defineCollection({
	schema: z.object({ title: z.string(), date: z.date() }),
});
// Has pages and dates, but is not in the feed.
const trips = defineCollection({
	schema: z.object({ title: z.string(), date: z.date() }),
});
const people = defineCollection({ schema: z.object({ name: z.string() }) });

export const collections: Record<string, unknown> = {
	journal: texts,
	letters,
	trips,
	"people": people,
};
