module.exports = function(eleventyConfig) {
  return { dir: { output: "dist" } };
};
