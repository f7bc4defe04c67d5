/** Finding a piece of the guide: pure functions, no DOM. */
import MiniSearch from "minisearch";

/** Words that are not Dutch, after the language that they are in. */
type Foreign = readonly [lang: string, words: string];

/** A section of a page, as MkDocs indexed it. */
export interface Section {
  location: string;
  title: string;
  text: string;
  foreign?: readonly Foreign[];
}

/** A stretch of a text, with its language when that is not Dutch. */
export interface Piece {
  text: string;
  lang?: string;
}

/** A section that fits a question; `page` is the title of the page it stands on, if another. */
export interface Hit {
  location: string;
  title: Piece[];
  page: Piece[];
  excerpt: Piece[];
}

/** Returns a function that answers a question with at most `limit` sections, best first. */
export function createSearch(
  sections: readonly Section[],
): (query: string, limit: number) => Hit[] {
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
      const page = byLocation.get(section.location.split("#")[0]) ?? section;
      return {
        location: section.location,
        title: pieces(section.title, section.foreign),
        page: page.title === section.title ? [] : pieces(page.title, page.foreign),
        excerpt: excerpt(section.text, Object.keys(result.match ?? {}), section.foreign),
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
export function excerpt(
  text: string,
  words: readonly string[],
  foreign: readonly Foreign[] = [],
  length = 140,
): Piece[] {
  const plain = normaliseLetters(text);
  const places = words.map((word) => plain.indexOf(word.replace(/heid$/, "he"))).filter((at) =>
    at >= 0
  );
  const middle = places.length ? Math.min(...places) : 0;
  let start = Math.max(0, middle - length / 3);
  let end = Math.min(text.length, start + length);
  if (start > 0) start = text.indexOf(" ", start) + 1;
  if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), start + 1);
  return [
    ...(start > 0 ? [{ text: "… " }] : []),
    ...pieces(text, foreign, start, end),
    ...(end < text.length ? [{ text: " …" }] : []),
  ];
}

/** Returns a part of a text in pieces: what is not Dutch, also when cut, is a piece of its own. */
export function pieces(
  text: string,
  foreign: readonly Foreign[] = [],
  start = 0,
  end = text.length,
): Piece[] {
  const found: Piece[] = [];
  let at = start;
  for (const place of foreignPlaces(text, foreign)) {
    const from = Math.max(at, place.start);
    const to = Math.min(end, place.end);
    if (from >= to) continue;
    if (from > at) found.push({ text: text.slice(at, from) });
    found.push({ text: text.slice(from, to), lang: place.lang });
    at = to;
  }
  if (at < end) found.push({ text: text.slice(at, end) });
  return found;
}

/** Returns where in a text there are words that are not Dutch, in the order of reading. */
function foreignPlaces(text: string, foreign: readonly Foreign[]) {
  const found: { lang: string; start: number; end: number }[] = [];
  for (const [lang, words] of foreign) {
    let start = text.indexOf(words);
    while (start >= 0) {
      const end = start + words.length;
      found.push({ lang, start, end });
      start = text.indexOf(words, end);
    }
  }
  return found.sort((one, other) => one.start - other.start || other.end - one.end);
}

/** Returns the text letter for letter without capitals and accents, so that places stay the same. */
function normaliseLetters(text: string): string {
  return Array.from(text, (c) => c.toLowerCase().normalize("NFD")[0]).join("");
}
