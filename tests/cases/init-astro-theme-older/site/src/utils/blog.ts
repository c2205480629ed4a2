const normalize = (post) => {
	const slug = cleanSlug(rawSlug.split('/').pop());
};
