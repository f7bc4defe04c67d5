import { createSearch, excerpt, normalise } from "./search.ts";

const SECTIONS = [
  { location: "fasen/uitvoering.html", title: "3. Uitvoering", text: "Doen wat is afgesproken." },
  {
    location: "fasen/uitvoering.html#rollen",
    title: "Rollen verdelen",
    text: "Leg de verantwoordelijkheden van elke partner vast, ook die van de leerplichtambtenaar.",
  },
  { location: "naslag/begrippen.html", title: "Begrippen", text: "DPIA: onderzoek vooraf." },
];

function equal(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
  }
}

function locations(query: string): string[] {
  return createSearch(SECTIONS)(query, 10).map((hit) => hit.location);
}

Deno.test("a singular finds the plural on -heden", () => {
  equal(locations("verantwoordelijkheid"), ["fasen/uitvoering.html#rollen"]);
});

Deno.test("the beginning of a compound finds the compound", () => {
  equal(locations("leerplicht"), ["fasen/uitvoering.html#rollen"]);
});

Deno.test("an abbreviation is found whatever its capitals", () => {
  equal(locations("dpia"), ["naslag/begrippen.html"]);
});

Deno.test("a small typing error is forgiven", () => {
  equal(locations("verantwoordelijkhied"), ["fasen/uitvoering.html#rollen"]);
});

Deno.test("a hit names the page it stands on", () => {
  equal(createSearch(SECTIONS)("rollen", 1)[0].page, "3. Uitvoering");
});

Deno.test("an excerpt starts near the word and never cuts a word", () => {
  const text = `${"vooraf ".repeat(40)}het kernwoord staat hier ${"daarna ".repeat(40)}`;

  const part = excerpt(text, ["kernwoord"]);

  equal(part.includes("kernwoord"), true);
  equal(/^… (vooraf|het)/.test(part) && /(daarna|hier) …$/.test(part), true);
});

Deno.test("accents do not matter", () => {
  equal(normalise("Geïndiceerd"), "geindiceerd");
});
