const hidden = (data) => data.draft === true;
module.exports = () => {
	return {
		eleventyComputed: {
			color: (data) => data.tint,
			permalink: (data) => (hidden(data) ? false : data.permalink),
		},
	};
};
