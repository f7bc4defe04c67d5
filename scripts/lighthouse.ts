/**
 * Lets Lighthouse look at pages in a browser that listens on a port, and prints one line of JSON per
 * page: its scores (0–100), which audits cost points and, of the first visit, what was drawn largest
 * and how far the page shifted.
 *
 *     deno run … lighthouse.ts PORT TIMES URL…
 *
 * A busy machine can only make a page slower, so the best of a number of times counts.
 */
import lighthouse from "npm:lighthouse@12.8.2";

const [port, times, ...urls] = Deno.args;
for (const url of urls) {
  const runs = [];
  for (let run = 0; run < Number(times); run++) runs.push(await look(url));
  const best = runs.reduce((a, b) => b.scores.performance > a.scores.performance ? b : a);
  console.log(JSON.stringify(best));
}
// Lighthouse leaves timers behind.
Deno.exit(0);

async function look(url: string) {
  const result = await lighthouse(url, { port: Number(port), output: "json", logLevel: "error" });
  if (!result || result.lhr.runtimeError) {
    throw new Error(`${url}: ${result?.lhr.runtimeError?.message ?? "no result"}`);
  }
  const { audits, categories } = result.lhr;
  const scores = Object.fromEntries(
    Object.entries(categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
  );
  const failed = Object.fromEntries(
    Object.entries(categories).map(([name, { auditRefs }]) => [
      name,
      auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 1)
        .map(({ id }) => id),
    ]),
  );
  return {
    scores,
    failed,
    largest: largestElement(audits["lcp-breakdown-insight"]?.details),
    seconds: (audits["largest-contentful-paint"].numericValue ?? 0) / 1000,
    shift: audits["cumulative-layout-shift"].numericValue ?? 0,
  };
}

// deno-lint-ignore no-explicit-any -- the details of an audit have no type of their own
function largestElement(details: any): string {
  const nodes = details?.items?.filter((item: { type?: string }) => item.type === "node") ?? [];
  return nodes[0]?.snippet ?? "";
}
