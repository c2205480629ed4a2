const name = process.env.NAME;

module.exports = { tags: [name] };
