/** Prints the part of a style sheet that some page can use: its path first, then what to look in. */
import { PurgeCSS } from "npm:purgecss@8.0.0";

const [sheet, ...used] = Deno.args;
const [{ css }] = await new PurgeCSS().purge({
  content: used.map((path) => ({ raw: Deno.readTextFileSync(path), extension: "html" })),
  css: [{ raw: Deno.readTextFileSync(sheet) }],
  // Every word counts as a name, also in a script: too much stays rather than too little.
  defaultExtractor: (text: string) => text.match(/[\w-]+/g) ?? [],
});
// The pictures in the style are icons of others, each with a licence of its own; the policy of the
// site lets no page draw them.
console.log(css.replaceAll(/--[\w-]+:\s*url\("data:[^"]*"\);?/g, ""));
