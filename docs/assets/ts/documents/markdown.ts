/** A document as Markdown, in which nothing that somebody typed becomes markup. */
import type { Block, Inline, Look, Run, Stuk } from "./blocks.ts";
import { CHECK } from "./house.ts";
import { clean } from "./markup.ts";
import { numbered } from "./outline.ts";

export const MARKDOWN = "text/markdown;charset=utf-8";

/** Returns the document as Markdown, with tables and hard line breaks as CommonMark and GFM know. */
export function markdown(stuk: Stuk): string {
  const numbers = new Map(
    numbered(stuk.blokken).map(({ id, number }) => [id, number ? `${number} ` : ""]),
  );
  const blocks = stuk.blokken.map((block) => drawn(block, numbers)).filter(Boolean);
  return `${[...blocks, escaped(`${stuk.voet}.`)].join("\n\n")}\n`;
}

function drawn(block: Block, numbers: ReadonlyMap<string, string>): string {
  switch (block.kind) {
    case "title":
      return [`# ${escaped(block.text)}`, escaped(block.kicker), escaped(block.subtitle)]
        .filter(Boolean).join("\n\n");
    case "contents":
      return "";
    case "heading":
      return `${"#".repeat(block.level + 1)} ${numbers.get(block.id)}${escaped(block.text)}`;
    case "paragraph":
      return inline(block.text, HARD);
    case "facts":
      return list(block.facts.map(({ term, text }) => [[strong(term), ...text]]));
    case "ticks":
      return list(
        block.ticks.map((
          { text, lines },
        ) => [[{ text: `${CHECK} `, look: "" }, ...text], ...lines]),
      );
    case "lines":
      return list(block.lines.map(({ label, text }) => [[strong(label), ...text]]));
    case "table":
      return [
        row(block.head.map(escaped)),
        row(block.head.map(() => "---")),
        ...block.rows.map((cells) =>
          row(cells.map((cell) => cell.map((line) => inline(line, "<br>")).join("<br>")))
        ),
      ].join("\n");
  }
}

/** Two spaces, because not every reader of Markdown knows the backslash. */
const HARD = "  \n";

function list(items: readonly (readonly Inline[])[]): string {
  return items.map((lines) =>
    `- ${lines.map((line) => inline(line, `${HARD}  `)).join(`${HARD}  `)}`
  ).join("\n");
}

function strong(term: string): Run {
  return { text: /[?:]$/.test(term) ? `${term} ` : `${term}: `, look: "strong" };
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

const AROUND: Readonly<Record<Look, string>> = {
  "": "",
  strong: "**",
  code: "**",
  mark: "*",
  blank: "",
  source: "",
};

function inline(text: Inline, lineBreak: string): string {
  return text.map(({ text: words, look }) => {
    const around = AROUND[look];
    // Emphasis may not begin or end with a space.
    const core = words.trim();
    const start = words.indexOf(core);
    const [before, after] = [words.slice(0, start), words.slice(start + core.length)];
    const lines = (part: string) => escaped(part).replaceAll("\n", lineBreak);
    return core ? `${lines(before)}${around}${lines(core)}${around}${lines(after)}` : lines(words);
  }).join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "~": "&#126;",
};

/** Escapes what Markdown would read as markup, wherever it stands in a line. */
function escaped(text: string): string {
  return clean(text)
    .replace(/[&<>~]/g, (sign) => ENTITIES[sign])
    .replace(/[\\`*_[\]|]/g, "\\$&")
    .replace(/^([^\S\n]*)([#+=-])/gm, "$1\\$2")
    .replace(/^([^\S\n]*\d+)([.)])/gm, "$1\\$2")
    .replace(/\n[ \t]+/g, "\n");
}
