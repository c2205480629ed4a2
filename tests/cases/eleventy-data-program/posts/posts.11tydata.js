module.exports = { tags: ["x"] };
