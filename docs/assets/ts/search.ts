/** Finding a piece of the guide: pure functions, no DOM. */
import MiniSearch from "minisearch";

/** A section of a page, as MkDocs indexed it. */
export interface Section {
  location: string;
  title: string;
  text: string;
}

/** A section that fits a question; `page` is the title of the page it stands on. */
export interface Hit {
  location: string;
  title: string;
  page: string;
  excerpt: string;
}

/** Returns a function that answers a question with at most `limit` sections, best first. */
export function createSearch(
  sections: readonly Section[],
): (query: string, limit: number) => Hit[] {
  const titles = new Map(
    sections.filter((s) => !s.location.includes("#")).map((s) => [s.location, s.title]),
  );
  const engine = new MiniSearch<Section>({
    idField: "location",
    fields: ["title", "text"],
    processTerm: normalise,
    searchOptions: {
      boost: { title: 3 },
      combineWith: "AND",
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 5 ? 0.15 : false),
    },
  });
  const byLocation = new Map(sections.map((section) => [section.location, section]));
  engine.addAll([...byLocation.values()]);

  return (query, limit) =>
    engine.search(query).slice(0, limit).map((result) => {
      const section = byLocation.get(result.id)!;
      return {
        location: section.location,
        title: section.title,
        page: titles.get(section.location.split("#")[0]) ?? section.title,
        excerpt: excerpt(section.text, result.match ? Object.keys(result.match) : []),
      };
    });
}

/** Returns a word without capitals and accents, and with the plural -heden as -heid. */
export function normalise(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/heden$/, "heid");
}

/** Returns the part of a text around the first of the words, cut at spaces. */
export function excerpt(text: string, words: readonly string[], length = 140): string {
  const plain = normaliseLetters(text);
  const places = words.map((word) => plain.indexOf(word.replace(/heid$/, "he"))).filter((at) =>
    at >= 0
  );
  const middle = places.length ? Math.min(...places) : 0;
  let start = Math.max(0, middle - length / 3);
  let end = Math.min(text.length, start + length);
  if (start > 0) start = text.indexOf(" ", start) + 1;
  if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), start + 1);
  return `${start > 0 ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}

/** Returns the text letter for letter without capitals and accents, so that places stay the same. */
function normaliseLetters(text: string): string {
  return Array.from(text, (c) => c.toLowerCase().normalize("NFD")[0]).join("");
}
