module.exports = {
	permalink: (data) => `/t/${data.room}/${data.page.fileSlug}.html`,
};
