// @ts-check
import {themes as prismThemes} from 'prism-react-renderer';

/** @type {import('@docusaurus/types').Config} */
const config = {
  title: "Dino's kitchen",
  tagline: 'Cooking since the Jurassic',
  favicon: 'img/favicon.ico',
  url: 'https://dino.example.org',
  baseUrl: '/kitchen/',
  onBrokenLinks: 'ignore',
  i18n: {
    defaultLocale: 'en',
    locales: ['en'],
  },
  presets: [
    [
      'classic',
      /** @type {import('@docusaurus/preset-classic').Options} */
      ({
        docs: false,
        blog: {
          showReadingTime: true,
          onInlineTags: 'ignore',
          onInlineAuthors: 'ignore',
          onUntruncatedBlogPosts: 'ignore',
          feedOptions: {
            type: 'all',
            limit: 30,
          },
        },
        theme: {},
      }),
    ],
  ],
  themeConfig: {
    navbar: {title: 'Another title', items: [{to: '/blog', label: 'Blog'}]},
  },
};

export default config;
