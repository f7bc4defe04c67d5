/** What readers read about a dossier: Dutch words for states, counts and moments. Pure. */
import { dayWords } from "../dates.ts";
import { tallyOf, type Telling } from "../dossier/model.ts";
import type { Dossier, Status } from "../dossier/types.ts";

export const STATUS_NAMEN: Readonly<Record<Status, string>> = {
  open: "Open",
  bezig: "Bezig",
  gedaan: "Gedaan",
  nvt: "Niet van toepassing",
};

/** Said after what can be undone at the foot of the screen, or by the key. */
export const TAKE_BACK = "Kies ‘Maak ongedaan’ of druk op Ctrl + Z om dat terug te draaien.";

/** Returns `1 punt` or `3 punten`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Returns the progress in words: `3 van 16 punten gedaan, 2 bezig, 1 niet van toepassing, 10 open`. */
export function progressWords(tally: Telling): string {
  const parts = [`${tally.gedaan} van ${counted(tally.totaal, "punt", "punten")} gedaan`];
  if (tally.bezig) parts.push(`${tally.bezig} bezig`);
  if (tally.nvt) parts.push(`${tally.nvt} niet van toepassing`);
  if (tally.open) parts.push(`${tally.open} open`);
  return parts.join(", ");
}

/** Returns things in one sentence: `a, b en c`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} en ${items[items.length - 1]}`;
}

/** Returns a moment in the reader's own time: `14:03` today, `24 november 2026 om 14:03` before. */
export function momentWords(moment: string, now: string): string {
  const [then, today] = [new Date(moment), new Date(now)];
  if (Number.isNaN(then.getTime())) return "onbekend";
  const clock = `${two(then.getHours())}:${two(then.getMinutes())}`;
  if (localDay(then) === localDay(today)) return clock;
  return `${dayWords(localDay(then))} om ${clock}`;
}

/** Returns the day of a moment in the reader's own time: `2026-11-24`. */
export function localDay(moment: Date): string {
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** Returns what a dossier holds, in one sentence. */
export function contents(dossier: Dossier): string {
  const answers = Object.values(dossier.punten);
  const notes = answers.filter((a) => a.notitie.trim() || a.trekker.trim() || a.datum).length;
  const done = tallyOf(answers);
  return `${
    counted(answers.length, "punt ingevuld", "punten ingevuld")
  }, waarvan ${done.gedaan} gedaan; ` +
    `${counted(notes, "punt", "punten")} met een notitie, trekker of datum; ` +
    `${counted(dossier.eigen_punten.length, "eigen punt", "eigen punten")}.`;
}

/** Returns the first words of a text, for a place where a whole note does not fit. */
export function shortened(text: string, most = 60): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= most) return line;
  return `${
    line.slice(0, line.lastIndexOf(" ", most) > 20 ? line.lastIndexOf(" ", most) : most)
  } …`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
