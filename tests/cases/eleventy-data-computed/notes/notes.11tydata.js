export default {
	permalink({ page }) { return "/n/" + page.fileSlug; },
};
