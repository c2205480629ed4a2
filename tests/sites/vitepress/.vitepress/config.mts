import { defineConfig } from 'vitepress'

// https://vitepress.dev/reference/site-config
export default defineConfig({
  title: "Vera's loom",
  description: 'Weaving, and software',
  lang: 'en-GB',
  base: '/loom/',
  srcDir: './src',
  cleanUrls: true,
  ignoreDeadLinks: true,
  sitemap: {
    hostname: 'https://vera.example.org/loom/'
  },
  themeConfig: {
    nav: [{ text: 'Posts', link: '/posts/' }],
    footer: { message: 'title: none' }
  }
})
