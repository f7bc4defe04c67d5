/** What runs on every page. One part that fails leaves the others working. */
import { apart } from "./apart.ts";
import { followExplanations } from "./explanations.ts";
import { goOn } from "./go-on.ts";
import { SiteSearch } from "./site-search.ts";

document.documentElement.classList.replace("no-js", "js");
apart(() => customElements.define("site-search", SiteSearch));
apart(followExplanations);
const home = document.querySelector<HTMLElement>("verder-werken");
if (home) void goOn(home);
