module.exports = {
	title: "Mill",
	url: "https://mill.example.org",
	baseUrl: "/",
	presets: [["classic", { docs: false, blog: { path: "log", routeBasePath: "/" } }]],
	plugins: [
		["@docusaurus/plugin-content-blog", {
			id: "releases",
			path: "./releases",
			routeBasePath: "/news/releases",
		}],
		["@docusaurus/plugin-content-blog", { id: "gone", path: "gone" }],
	],
};
