export default defineNuxtConfig({
  $development: { site: { url: 'http://localhost:3000' } },
  app: { head: { meta: [{ name: 'viewport', content: 'width=device-width' }] } },
  site: {
    url: process.env.SITE_URL || 'https://dune.example.org',
    name: 'Dune',
  },
})
