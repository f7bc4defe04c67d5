/** A document as a tree of HTML elements: the one description of how it reads in a browser. */
import type { Block, Inline, Look, Run, Stuk } from "./blocks.ts";
import { CHECK } from "./house.ts";
import { numbered } from "./outline.ts";

/** An element with its attributes and children; a text child is text. */
export interface Tree {
  readonly name: keyof HTMLElementTagNameMap;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Tree | string)[];
}

/** Returns the blocks as elements; the title is the only heading at level `top`. */
export function tree(stuk: Stuk, top: 1 | 2 = 1): Tree[] {
  const numbers = new Map(
    numbered(stuk.blokken).map(({ id, number }) => [id, number ? `${number} ` : ""]),
  );
  return stuk.blokken.flatMap((block) => drawn(block, numbers, top));
}

const HEADINGS = ["h1", "h2", "h3", "h4", "h5"] as const;

function drawn(block: Block, numbers: ReadonlyMap<string, string>, top: 1 | 2): Tree[] {
  switch (block.kind) {
    case "title":
      return [
        node("p", "stuk__bovenkop", block.kicker),
        node(HEADINGS[top - 1], "", block.text),
        ...(block.subtitle ? [node("p", "stuk__ondertitel", block.subtitle)] : []),
      ];
    case "contents":
      return [];
    case "heading":
      return [node(
        HEADINGS[top - 1 + block.level],
        "",
        `${numbers.get(block.id) ?? ""}${block.text}`,
      )];
    case "paragraph":
      return [node("p", `stuk__${block.role}`, ...spans(block.text))];
    case "facts":
      return [named("stuk__feiten", block.facts.map(({ term, text }) => [term, text]))];
    case "ticks":
      return [node(
        "ul",
        "stuk__vinken",
        ...block.ticks.map(({ text, lines }) =>
          node(
            "li",
            "",
            `${CHECK} `,
            ...spans(text),
            ...lines.flatMap((line) => [node("br", ""), ...spans(line)]),
          )
        ),
      )];
    case "lines":
      return [named("stuk__regels", block.lines.map(({ label, text }) => [label, text]))];
    case "table":
      return [node(
        "table",
        "",
        node("caption", "", block.title),
        node("thead", "", node("tr", "", ...block.head.map((word) => head("col", [word])))),
        node(
          "tbody",
          "",
          ...block.rows.map((row) =>
            node(
              "tr",
              "",
              ...row.map((cell, index) => {
                const words = cell.flatMap((
                  line,
                  at,
                ) => [...(at ? [node("br", "")] : []), ...spans(line)]);
                return index ? node("td", "", ...words) : head("row", words);
              }),
            )
          ),
        ),
      )];
  }
}

function named(name: string, rows: readonly (readonly [string, Inline])[]): Tree {
  return node(
    "dl",
    name,
    ...rows.flatMap(([term, text]) => [node("dt", "", term), node("dd", "", ...spans(text))]),
  );
}

function head(scope: string, children: readonly (Tree | string)[]): Tree {
  return { name: "th", attributes: { scope }, children };
}

const TAGS: Readonly<Record<Exclude<Look, "">, keyof HTMLElementTagNameMap>> = {
  strong: "strong",
  blank: "em",
  mark: "em",
  source: "small",
  code: "strong",
};

function spans(text: Inline): (Tree | string)[] {
  return text.flatMap(span);
}

function span({ text, look, lang }: Run): (Tree | string)[] {
  const lines = text.split("\n").flatMap((line, index) => index ? [node("br", ""), line] : [line]);
  const shown = look ? [node(TAGS[look], `stuk__${NAMES[look]}`, ...lines)] : lines;
  return lang ? [{ name: "span", attributes: { lang }, children: shown }] : shown;
}

const NAMES: Readonly<Record<Exclude<Look, "">, string>> = {
  strong: "nadruk",
  blank: "invullen",
  mark: "merk",
  source: "bron",
  code: "code",
};

function node(
  name: keyof HTMLElementTagNameMap,
  className: string,
  ...children: readonly (Tree | string)[]
): Tree {
  return { name, attributes: className ? { class: className } : {}, children };
}
