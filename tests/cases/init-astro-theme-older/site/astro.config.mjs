import { SITE } from "./src/config.mjs";
export default { site: SITE.origin };
