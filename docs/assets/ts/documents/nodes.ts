/** A document as elements of a page, to read or print. */
import { element } from "../dom.ts";
import type { Stuk } from "./blocks.ts";
import { LANGUAGE } from "./house.ts";
import { type Tree, tree } from "./tree.ts";

/** Returns an `article` with the document; the title is a heading at level `top`. */
export function nodes(stuk: Stuk, top: 1 | 2): HTMLElement {
  return element("article", { class: "stuk", lang: LANGUAGE }, ...tree(stuk, top).flatMap(made));
}

function made(child: Tree | string): (Node | string)[] {
  if (typeof child === "string") return breakable(child);
  return [element(child.name, child.attributes, ...child.children.flatMap(made))];
}

/** Longer than a role or month: such a word makes a table wider than the screen, unless it breaks. */
const LONG = /(\S{25,})/;

function breakable(text: string): (Node | string)[] {
  return text.split(LONG).map((part, index) =>
    index % 2 ? element("span", { class: "stuk__lang" }, part) : part
  );
}
