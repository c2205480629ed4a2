export default {
  title: 'A site', // comment
  base: '/x/',
  sitemap: { hostname: 'https://e.org' },
  outDir: '../public',
  rewrites: { 'a': 'b' },
}
