const { DateTime } = require("luxon");
module.exports = function (config) {
	config.addFilter("long", (d) => DateTime.fromJSDate(d).toFormat("d LLLL"));
	config.addFilter("inPath", (d) => {
		return DateTime.fromJSDate(d).toFormat('yyyy/LL-dd');
	});
	config.addFilter("other", (d) => DateTime.fromJSDate(d).toFormat("yy"));
};
