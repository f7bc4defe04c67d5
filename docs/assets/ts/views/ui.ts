/** Small pieces of screen that several views share. */
import { element } from "../dom.ts";
import { readOnFrom, SETTLE } from "../focus.ts";

/**
 * For every field in which readers write for themselves.
 *
 * No list of what was typed before, and no writing help that sends the text to the maker of the
 * browser. Spelling that is checked on the device may stay.
 */
export const OWN_WORDS = { autocomplete: "off", writingsuggestions: "false" } as const;

/** Defines a custom element that is set up once, when it first stands in the page. */
export function define(name: string, setUp: (host: HTMLElement) => void): void {
  customElements.define(
    name,
    class extends HTMLElement {
      #ready = false;

      connectedCallback(): void {
        if (this.#ready) return;
        this.#ready = true;
        setUp(this);
      }
    },
  );
}

/** Returns a button that does something; `extra` is heard but not seen, to tell equals apart. */
export function button(label: string, act: () => void, kind = "", extra = ""): HTMLButtonElement {
  const made = element("button", { type: "button", class: `dknop ${kind}`.trim() }, label);
  if (extra) made.append(heard(extra));
  // Some take words that may be left out; the event is not one of those.
  made.addEventListener("click", () => act());
  return made;
}

/** Returns words for a screen reader only. */
export function heard(text: string): HTMLElement {
  return element("span", { class: "alleen-hoorbaar" }, ` ${text}`);
}

/** Returns a control under its label; `extra` is heard but not seen. */
export function field(
  label: string,
  control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement,
  extra = "",
): HTMLElement {
  const words = element("span", { class: "veld__naam" }, label);
  if (extra) words.append(heard(extra));
  return element("label", { class: "veld" }, words, control);
}

/** Returns a list to choose one thing from. */
export function choice(
  options: readonly (readonly [value: string, label: string])[],
  value: string,
): HTMLSelectElement {
  const made = element("select", {});
  made.append(...options.map(([key, label]) => element("option", { value: key }, label)));
  made.value = value;
  return made;
}

/**
 * Shows another choice in a list.
 *
 * It gets fresh options, for Orca takes a list in which another option is chosen for one that got
 * the focus.
 */
export function showChoice(control: HTMLSelectElement, value: string): void {
  if (control.value === value) return;
  const fresh = new DocumentFragment();
  fresh.append(...[...control.childNodes].map((option) => option.cloneNode(true)));
  for (const option of fresh.querySelectorAll("option")) {
    option.toggleAttribute("selected", option.value === value);
  }
  control.replaceChildren(fresh);
}

/** Returns a part that opens; its content is made when it is first opened. */
export function opening(
  label: string,
  fill: (body: HTMLElement) => void,
  kind = "",
): HTMLDetailsElement {
  const body = element("div", { class: "uitklap__in" });
  const made = element(
    "details",
    { class: `uitklap ${kind}`.trim() },
    element("summary", {}, label),
    body,
  );
  made.addEventListener("toggle", () => {
    if (made.open && !body.hasChildNodes()) fill(body);
  });
  return made;
}

/** Gives a place other content; who was on a link there, is on the link to the same address. */
export function refill(place: HTMLElement, ...content: readonly (Node | string)[]): void {
  const focused = document.activeElement;
  const address = place.contains(focused) ? focused?.getAttribute("href") : null;
  place.replaceChildren(...content);
  if (!address) return;
  const links = [...place.querySelectorAll("a")];
  (links.find((link) => link.getAttribute("href") === address) ?? links[0])?.focus();
}

/** Gives the reader a file; nothing leaves the computer. */
export function handOver(content: BlobPart, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the blob after this turn; a slow disk may take a while.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * Does what moves the page when no button is being pressed: what moves away from under a finger
 * is not clicked.
 */
export function afterPress(act: () => void): void {
  if (!document.querySelector(":active")) {
    act();
    return;
  }
  const over = new AbortController();
  for (const end of ["pointerup", "pointercancel"]) {
    addEventListener(end, () => {
      over.abort();
      setTimeout(act);
    }, { signal: over.signal });
  }
}

/** Asks in a dialog; resolves to the value of the button that was pressed, or empty on Escape. */
export function ask(
  title: string,
  body: readonly Node[],
  answers: readonly (readonly [value: string, label: string, kind?: string])[],
): Promise<string> {
  const [id, about] = ["dialoog-titel", "dialoog-tekst"];
  const form = element("form", { method: "dialog" });
  const dialog = element(
    "dialog",
    { class: "dialoog", tabindex: "-1", "aria-labelledby": id, "aria-describedby": about },
    form,
  );
  form.append(
    element("h2", { id }, title),
    element("div", { id: about }, ...body),
    element(
      "div",
      { class: "dialoog__knoppen" },
      ...answers.map(([value, label, kind]) =>
        element("button", { value, class: `dknop ${kind ?? ""}`.trim() }, label)
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  // On a button, the question would not be told, and a small screen would open below it.
  dialog.focus();
  dialog.scrollTop = 0;
  readOnFrom(dialog.querySelector("h2")!, dialog);
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      resolve(dialog.returnValue);
      // Orca stays silent about what gets the focus back when the dialog goes at that moment.
      for (const named of dialog.querySelectorAll("[id]")) named.removeAttribute("id");
      setTimeout(() => dialog.remove(), SETTLE);
      const opener = document.activeElement;
      if (opener instanceof HTMLButtonElement) readOnFrom(opener);
    });
  });
}
