module.exports = {
  siteMetadata: {
    title: 'Pond',
    siteUrl: 'http://127.0.0.1:8000',
  },
  trailingSlash: 'never',
}
