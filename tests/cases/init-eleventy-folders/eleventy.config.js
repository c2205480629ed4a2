export default function (config) {
	config.addCollection("shelf", (all) => all.getFilteredByGlob("./src/content/library/*.md"));
	return { dir: { input: "src", data: "data" } };
}
