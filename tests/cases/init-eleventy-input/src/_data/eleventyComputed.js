module.exports = { permalink: (data) => (data.off ? false : data.permalink) };
