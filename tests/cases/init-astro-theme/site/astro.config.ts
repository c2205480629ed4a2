import { defineConfig } from "astro/config";
import theme from "./vendor/theme";
export default defineConfig({ integrations: [theme({ config: "./src/config.yaml" })] });
