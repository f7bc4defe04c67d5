/** Words that documents share: dates, names and runs of text. */
import type { GidsGegevens, PuntGegevens } from "../dossier/types.ts";
import type { Facts, Inline, Lines, Look, Run } from "./blocks.ts";

const CALENDAR = new Intl.DateTimeFormat("en", {
  timeZone: "Europe/Amsterdam",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** Returns the Dutch day of a moment, wherever the computer thinks it is; empty for no moment. */
export function dayOf(moment: string): string {
  const time = Date.parse(moment);
  if (Number.isNaN(time)) return "";
  const parts = new Map(CALENDAR.formatToParts(time).map((part) => [part.type, part.value]));
  return `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`;
}

/** Returns a name as a part of a file name: `Wijk Noord` becomes `wijk-noord`. */
export function slug(name: string): string {
  const ascii = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return ascii.replace(/[^a-z0-9]+/g, "-").slice(0, 60).replace(/^-|-$/g, "");
}

/** Returns one run. */
export function run(text: string, look: Look = ""): Run {
  return { text, look };
}

/** Returns facts, or lines to write on, as paragraphs: a label, a tab and the words, each in its style. */
export function styledLines(block: Facts | Lines): readonly { style: string; words: Inline }[] {
  if (block.kind === "facts") {
    return block.facts.map(({ term, text }) => ({
      style: "Feit",
      words: [run(term, "strong"), run("\t"), ...text],
    }));
  }
  return block.lines.map(({ label, text }, index) => ({
    style: index < block.lines.length - 1 ? "Schrijfregel" : "Slotregel",
    words: [run(label, "strong"), run("\t"), ...text],
  }));
}

/** Returns a place to fill in: `[datum]`. */
export function blank(text: string): Run {
  return run(`[${text}]`, "blank");
}

/** Returns what somebody typed, or a place to fill it in. */
export function typed(text: string, otherwise: string): Run {
  return text.trim() ? run(text.trim()) : blank(otherwise);
}

/** Returns a longer text as paragraphs; a blank line starts a new one. */
export function paragraphs(text: string): string[] {
  return text.replace(/\r\n?/g, "\n").split(/\n\s*\n/).map((part) => part.trim()).filter(Boolean);
}

/** Returns a longer text as paragraphs, the first one behind a label. */
export function noted(label: string, text: string): Inline[] {
  return paragraphs(text).map((part, index) =>
    index ? [run(part)] : [run(`${label}: `, "strong"), run(part)]
  );
}

/** Returns the warning that a lawyer must look at a point, or nothing. */
export function legal(punt: PuntGegevens): Inline {
  return punt.juridisch ? [run(" "), run("juridisch:\u00a0laat\u00a0nalopen", "mark")] : [];
}

/** Returns the short name of a role, or its id when the guide no longer knows it. */
export function roleName(gids: GidsGegevens, id: string): string {
  return gids.rollen[id]?.kort ?? id;
}

/** Returns a number with the word for it: `1 punt`, `12 punten`. */
export function counted(count: number): string {
  return `${count} ${count === 1 ? "punt" : "punten"}`;
}
