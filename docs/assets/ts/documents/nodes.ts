/** A document as elements of a page, to read or print. */
import { element } from "../dom.ts";
import type { Stuk } from "./blocks.ts";
import { LANGUAGE } from "./house.ts";
import { type Tree, tree } from "./tree.ts";

/** Returns an `article` with the document; the title is a heading at level `top`. */
export function nodes(stuk: Stuk, top: 1 | 2): HTMLElement {
  return element("article", { class: "stuk", lang: LANGUAGE }, ...tree(stuk, top).map(made));
}

function made(child: Tree | string): Node | string {
  if (typeof child === "string") return child;
  return element(child.name, child.attributes, ...child.children.map(made));
}
