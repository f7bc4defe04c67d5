/** What runs on every page. One part that fails leaves the others working. */
import { SiteSearch } from "./site-search.ts";

document.documentElement.classList.replace("no-js", "js");
customElements.define("site-search", SiteSearch);
