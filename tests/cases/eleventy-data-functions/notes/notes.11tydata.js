module.exports = {
	permalink: (data) => { if (data.x) return `/wrong/`; return `/w/`; },
	layout: "x",
};
