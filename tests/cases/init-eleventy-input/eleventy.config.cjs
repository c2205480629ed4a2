const settings = require("./settings.js");
module.exports = () => ({ dir: { input: settings.folder } });
