import rss from "@astrojs/rss";
import { allEntries } from "../lib/entries";
import { getCollection } from "astro:content";

export async function GET(context) {
	const items = [...await allEntries(), ...await getCollection('letters')];
	return rss({ title: "Lake", site: context.site, items });
}
