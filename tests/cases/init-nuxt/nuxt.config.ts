export default defineNuxtConfig({
  modules: ['@nuxt/content'],
  site: { url: 'https://shore.example.org', name: 'Shore log' },
})
