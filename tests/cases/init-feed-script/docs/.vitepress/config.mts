import { defineConfig } from 'vitepress'
import { writeFeeds } from './theme/feeds'
export default defineConfig({ title: 'Pond (notes)', buildEnd: writeFeeds })
