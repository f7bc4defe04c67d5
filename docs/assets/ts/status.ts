/** Telling what happened, to who sees it and to who hears it. */
import { element } from "./dom.ts";

/**
 * Returns a place that tells what happened; its words stand in a paragraph of this kind.
 *
 * A paragraph that is the status itself Orca reads as no more than "status bar".
 */
export function statusLine(kind: string): HTMLElement {
  return element("div", { role: "status" }, element("p", { class: kind }));
}

/** Keeps a text up to date; a live region does not repeat itself. */
export function update(place: HTMLElement, text: string): void {
  if (wordsOf(place) !== text) write(place, text);
}

/** Orca leaves out words that equal the last ones; a repeat ends in this, which nobody sees. */
const AGAIN = "\u00a0";

function wordsOf(place: HTMLElement): string {
  const text = place.textContent;
  return text.endsWith(AGAIN) ? text.slice(0, -1) : text;
}

/** What a place told last, also when it was emptied since. */
const told = new WeakMap<HTMLElement, string>();

function write(place: HTMLElement, text: string): void {
  if (text) told.set(place, text);
  (place.querySelector(":scope > p") ?? place).textContent = text;
}

const repeats = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>();

/** Says what came of an action; the same words twice are told twice. */
export function say(place: HTMLElement, text: string): void {
  clearTimeout(repeats.get(place));
  if (!text || !place.hasAttribute("role")) {
    update(place, text);
    return;
  }
  const words = told.get(place) === text ? text + AGAIN : text;
  if (wordsOf(place) !== text) {
    write(place, words);
    return;
  }
  // A screen reader tells only what changed, and needs a moment to see that it did.
  write(place, "");
  repeats.set(place, setTimeout(() => write(place, words), 100));
}
