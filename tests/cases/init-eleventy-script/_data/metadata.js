module.exports = {
  title: 'Notes, \'quoted\'',
  url: "https://example.org/",
  author: { name: "Ann" },
  built: new Date(),
};
