import { Feed } from "feed"
// const home = "https://wrong.example"
const home: string = "https://pond.example/blog"
const dir = './.vitepress/dist'
export function writeFeeds(config) {
  const feed = new Feed({
    title: "Pond: all (new) notes",
    link: home,
    id: home + '/',
    language: "de",
    copyright: 'The frogs (all of them)',
  })
  for (const post of posts) feed.addItem({ title: post.title, link: home + post.url })
  writeFileSync(`${dir}/feed/atom.xml`, feed.atom1())
  writeFileSync(path.join(config.outDir, "feed.json"), feed.json1())
  fs.writeFileSync('./public/rss.xml', feed.rss2(), 'utf8')
}
