import { defineConfig } from "astro/config";
import { WATER, OTHER } from "./src/config";

export default defineConfig({
	site: WATER.address,
	integrations: [],
});
