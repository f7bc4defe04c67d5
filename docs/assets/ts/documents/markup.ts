/** Markup with its data escaped: what is put in a template is text, unless it is markup itself. */

import { visible } from "../dossier/text.ts";

/** A piece of XML or HTML that is well-formed by construction. */
export class Markup {
  constructor(readonly source: string) {}
}

export type Part = string | number | Markup | readonly Part[];

/** Returns the template as markup; the line breaks and indentation of the template fall away. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const fixed = strings.map((string) => string.replace(/\n\s*/g, ""));
  return new Markup(
    fixed.reduce((source, string, index) => source + written(parts[index - 1]) + string),
  );
}

/** Returns a text without what XML cannot hold or nobody sees: controls, halves of characters. */
export function clean(text: string): string {
  return visible(text).replace(
    /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu,
    "",
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function written(part: Part): string {
  if (part instanceof Markup) return part.source;
  if (Array.isArray(part)) return part.map(written).join("");
  return clean(String(part)).replace(/[&<>"]/g, (sign) => ENTITIES[sign]);
}
