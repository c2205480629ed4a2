module.exports = {
  title: 'Hedge notes',
  author: 'Bo Hedge',
  siteUrl: 'https://hedge.example.org',
  description: 'Rows of hawthorn',
}
