import { createSearch, excerpt, normalise, type Piece, pieces } from "./search.ts";

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

function plain(parts: readonly Piece[]): string {
  return parts.map((part) => part.text).join("");
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
  equal(plain(createSearch(SECTIONS)("rollen", 1)[0].page), "3. Uitvoering");
});

Deno.test("an excerpt starts near the word and never cuts a word", () => {
  const text = `${"vooraf ".repeat(40)}het kernwoord staat hier ${"daarna ".repeat(40)}`;

  const part = plain(excerpt(text, ["kernwoord"]));

  equal(part.includes("kernwoord"), true);
  equal(/^… (vooraf|het)/.test(part) && /(daarna|hier) …$/.test(part), true);
});

const FOREIGN = [["en", "Peer groups"], ["de", "Die Freunde"]] as const;

Deno.test("what is not Dutch is a piece of its own, as often as it comes", () => {
  equal(pieces("Peer groups, Die Freunde: over Peer groups.", FOREIGN), [
    { text: "Peer groups", lang: "en" },
    { text: ", " },
    { text: "Die Freunde", lang: "de" },
    { text: ": over " },
    { text: "Peer groups", lang: "en" },
    { text: "." },
  ]);
});

Deno.test("a text without other languages is one piece", () => {
  equal(pieces("Over vrienden.", FOREIGN), [{ text: "Over vrienden." }]);
  equal(pieces("Over vrienden."), [{ text: "Over vrienden." }]);
});

Deno.test("words within longer words of the same language are one piece", () => {
  equal(pieces("Peer groups at school", [...FOREIGN, ["en", "Peer groups at school"]]), [
    { text: "Peer groups at school", lang: "en" },
  ]);
});

Deno.test("an excerpt that cuts a title keeps the language of what is left", () => {
  const text = "Onderzoek. When interventions harm other children of the same age. Meer.";

  const part = excerpt(text, ["harm"], [["en", text.slice(11, 66)]], 30);

  equal(part, [{ text: "… " }, { text: "harm other children", lang: "en" }, { text: " …" }]);
});

Deno.test("a hit with a title in another language says which", () => {
  const section = { location: "bron.html", title: "Peer groups", text: "Een onderzoek." };
  const [hit] = createSearch([{ ...section, foreign: FOREIGN }])("peer", 1);

  equal([hit.title, hit.page], [[{ text: "Peer groups", lang: "en" }], []]);
  equal(hit.excerpt, [{ text: "Een onderzoek." }]);
});

Deno.test("accents do not matter", () => {
  equal(normalise("Geïndiceerd"), "geindiceerd");
});
