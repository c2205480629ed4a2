// site: 'https://comment.example.org'
const text = "site: 'https://text.example.org'";
export default defineConfig({
	site: process.env.SITE || 'https://run.example.org',
	base: `/x${y}`,
	markdown: { smartypants: false },
	build: { format: 'file' },
	outDir: './build/',
});
