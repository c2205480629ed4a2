const CONFIG = {
	name: "Older",
	origin: "https://older.example.org",
	basePathname: "/",
	trailingSlash: false,
	blog: { post: { permalink: "/read/%slug%" } },
};
export const SITE = { ...CONFIG };
