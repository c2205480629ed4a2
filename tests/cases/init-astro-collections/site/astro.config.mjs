import { defineConfig } from "astro/config";
export default defineConfig({ site: "https://lake.example.org" });
