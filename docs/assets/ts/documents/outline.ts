/** What the formats share: the numbers of headings, and which rows may break. */
import type { Block, Cell, Heading } from "./blocks.ts";

/** A heading with the number that a word processor would give it; level 3 has none. */
export interface Numbered extends Heading {
  readonly number: string;
}

/** Returns the headings with their numbers, in order. */
export function numbered(blokken: readonly Block[]): Numbered[] {
  const counts = [0, 0];
  return blokken.filter((block) => block.kind === "heading").map((heading) => {
    if (heading.level === 1) counts.splice(0, 2, counts[0] + 1, 0);
    if (heading.level === 2) counts[1] += 1;
    const number = ["", `${counts[0]}`, `${counts[0]}.${counts[1]}`, ""][heading.level];
    return { ...heading, number };
  });
}

/** Returns the headings of the table of contents. */
export function contents(blokken: readonly Block[]): Numbered[] {
  return numbered(blokken).filter((heading) => heading.level === 1);
}

/** Returns whether a row may break over two pages; a short row stays whole. */
export function isLong(row: readonly Cell[]): boolean {
  return row.some((cell) => cell.flat().reduce((sum, { text }) => sum + text.length, 0) > 600);
}
