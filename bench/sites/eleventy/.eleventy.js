// Feeds only, by the RSS plug-in's filters.
const rss = require("@11ty/eleventy-plugin-rss");

module.exports = (config) => {
  config.addPlugin(rss);
  config.setUseGitIgnore(false);
  config.addCollection("feeds", (api) => {
    const feeds = new Map();
    const add = (path, title, post) => {
      if (!feeds.has(path)) feeds.set(path, { path, title, posts: [] });
      const f = feeds.get(path);
      if (f.posts.length < 20) f.posts.push(post);
    };
    for (const post of api.getFilteredByTag("post").reverse()) {
      add("all", "Bench", post);
      add("category/" + post.data.categories, post.data.categories, post);
      for (const t of post.data.tags) if (t !== "post") add("tag/" + t, t, post);
    }
    return [...feeds.values()];
  });
  return {
    dir: { input: ".", output: "_site" },
    templateFormats: ["md", "njk"],
    markdownTemplateEngine: false,
    dataTemplateEngine: false,
  };
};
