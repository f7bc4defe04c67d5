/** A document as HTML text for the clipboard, to paste into a word processor. */
import type { Stuk } from "./blocks.ts";
import { LANGUAGE } from "./house.ts";
import { Markup, markup } from "./markup.ts";
import { type Tree, tree } from "./tree.ts";

export const HTML = "text/html";

/** Returns a whole HTML page. It goes to the clipboard or a file, never into a page of the site. */
export function html(stuk: Stuk): string {
  return markup`<!DOCTYPE html>
    <html lang="${LANGUAGE}"><head><meta charset="utf-8"><title>${stuk.titel}</title></head>
    <body>${tree(stuk).map(written)}</body></html>`.source;
}

const VOID = new Set(["br"]);

function written(child: Tree | string): Markup | string {
  if (typeof child === "string") return child;
  const name = new Markup(child.name);
  // Word and LibreOffice draw the lines of a pasted table only when the table asks for them.
  const border = child.name === "table" ? markup` border="1" cellspacing="0" cellpadding="4"` : "";
  const attributes = Object.entries(child.attributes).map(([key, value]) =>
    markup` ${new Markup(key)}="${value}"`
  );
  return VOID.has(child.name)
    ? markup`<${name}>`
    : markup`<${name}${attributes}${border}>${child.children.map(written)}</${name}>`;
}
