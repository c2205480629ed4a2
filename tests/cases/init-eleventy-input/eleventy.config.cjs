const settings = require("./settings.js");
module.exports = (c) => c.addUrlTransform((page) => page.url) && ({ dir: { input: settings.folder } });
