const name = process.argv[2]
const feed = new Feed({ title: "Feed", link: "https://pond.example" })
writeFileSync(name, feed.rss2())
