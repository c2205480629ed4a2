const { DateTime } = require("luxon");
module.exports = function (config) {
	config.addFilter("inPath", (d) => DateTime.fromJSDate(d).toFormat("yyyy/LLL"));
};
