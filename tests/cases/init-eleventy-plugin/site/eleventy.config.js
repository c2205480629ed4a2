import { feedPlugin } from "@11ty/eleventy-plugin-rss";
import pond from "./pond.json" with { type: "rss" };

// metadata: { title: "Not this" }
export default function (config) {
	config.addCollection("texts", (api) =>
		api.getFilteredByGlob("./texts/*.md").reverse());
	config.addPlugin(feedPlugin, {
		type: "json",
		outputPath: "/texts.xml",
		collection: { name: "texts", limit: 12 },
		metadata: {
			language: "de_DE",
			title: "Lakes } and ponds",
			subtitle: 'Of "water"',
			base: "https://water.example.org/",
			author: { name: "Ann Example", email: "ann@example.org" },
		},
	});
}
