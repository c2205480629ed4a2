module.exports = function (config) {
	config.addCollection("books", (api) => api.getFilteredByGlob("src/texts/books/*.md"));
	config.addCollection("none", (api) => api.getFilteredByGlob(globOf("x")));
	config.addCollection("gone", (api) => api.getFilteredByGlob("src/texts/news/*.md"));
	config.addCollection("all", (api) => api.getFilteredByGlob([
		"./src/texts/blog/**/*.md", "src/texts/books/*.md"]));
	return { dir: { input: "src" } };
};
