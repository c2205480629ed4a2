export default {
	permalink: function({page}) {
		return `/web/${ page.fileSlug }/`
	},
	tags: ["x"],
};
