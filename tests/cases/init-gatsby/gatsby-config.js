module.exports = {
  siteMetadata: {
    title: `Reeds and rushes`,
    author: { name: `Ann Reed` },
    description: `On wet ground`,
    siteUrl: `https://reeds.example.org/`,
  },
  plugins: [`gatsby-plugin-feed`],
}
