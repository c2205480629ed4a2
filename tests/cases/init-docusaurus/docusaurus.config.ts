import type {Config} from '@docusaurus/types';

const config: Config = {
  title: 'A site',
  url: 'https://e.org/',
  baseUrl: '/x/',
  trailingSlash: true,
  markdown: { format: 'detect' },
  i18n: { defaultLocale: 'fr', locales: ['fr', 'en'] },
  presets: [['classic', {
    docs: { path: 'documents', routeBasePath: '/' },
    blog: {
      path: './news',
      routeBasePath: 'n/ews',
      tagsBasePath: 't',
      authorsMapPath: 'people.yml',
      feedOptions: { type: ['rss', 'json'], limit: false, title: 'News',
        copyright: 'Mine' },
    },
  }]],
};
export default config;
