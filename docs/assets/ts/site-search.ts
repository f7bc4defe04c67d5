/** The search box: empty without script, so that there is no dead control. */
import { element, loadScript } from "./dom.ts";
import { say, statusLine } from "./status.ts";
import type { createSearch, Hit, Piece, Section } from "./search.ts";

const MOST_HITS = 12;
const WAIT_FOR_TYPING = 600;

declare global {
  var gidsIndex: Section[] | undefined;
  var gidsZoeker: typeof createSearch | undefined;
}

export class SiteSearch extends HTMLElement {
  #find: ((query: string, limit: number) => Hit[]) | undefined;
  #loading: Promise<void> | undefined;
  #input!: HTMLInputElement;
  #panel!: HTMLElement;
  #status!: HTMLElement;
  #count!: HTMLElement;
  #list!: HTMLElement;
  #telling: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#input = element("input", {
      class: "zoek__veld",
      id: "zoekveld",
      type: "search",
      autocomplete: "off",
      spellcheck: "false",
    });
    // Stands apart, for what is said while it comes into view is often not heard.
    this.#status = statusLine("alleen-hoorbaar");
    this.#count = element("p", { class: "zoek__stand" });
    this.#list = element("ol", { class: "zoek__lijst" });
    // A browser may make what scrolls a stop of its own, and this one has no name.
    this.#panel = element(
      "div",
      { class: "zoek__paneel", tabindex: "-1", hidden: "" },
      this.#count,
      this.#list,
    );
    const form = element(
      "form",
      { class: "zoek", role: "search" },
      element("label", { class: "zoek__label", for: "zoekveld" }, "Zoeken"),
      this.#input,
      this.#status,
      this.#panel,
    );
    this.replaceChildren(form);
    this.#input.addEventListener("focus", () => {
      this.#load().catch(() => this.#loading = undefined);
    });
    this.#input.addEventListener("input", () => this.#answer());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#answer();
    });
    this.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.#panel.hidden) {
        this.#close();
        this.#input.focus();
      }
    });
    this.addEventListener("focusout", (event) => {
      if (!this.contains(event.relatedTarget as Node | null)) this.#close();
    });
  }

  /** Loads the engine and the index once, when somebody is about to search. */
  #load(): Promise<void> {
    const root = this.dataset.root ?? ".";
    this.#loading ??= Promise.all([
      loadScript(`${root}/assets/gemaakt/zoeken.js`),
      loadScript(`${root}/search/index.js`),
    ]).then(() => {
      this.#find = globalThis.gidsZoeker!(globalThis.gidsIndex ?? []);
    });
    return this.#loading;
  }

  async #answer(): Promise<void> {
    clearTimeout(this.#telling);
    const query = this.#input.value.trim();
    if (query.length < 2) {
      this.#close();
      return;
    }
    try {
      await this.#load();
    } catch {
      this.#loading = undefined;
      this.#show("Zoeken lukt nu niet. Onderaan elke pagina staan alle pagina’s.", []);
      return;
    }
    if (query !== this.#input.value.trim()) return;
    const hits = this.#find!(query, MOST_HITS);
    // So few letters are seldom a whole word: more may still find something.
    this.#show(sentence(hits.length), hits, hits.length > 0 || query.length > 2);
  }

  #show(status: string, hits: readonly Hit[], tell = true): void {
    clearTimeout(this.#telling);
    this.#telling = setTimeout(
      () => say(this.#status, tell ? status : ""),
      WAIT_FOR_TYPING,
    );
    this.#count.textContent = status;
    this.#list.replaceChildren(...hits.map((hit) => this.#item(hit)));
    this.#panel.hidden = false;
  }

  #close(): void {
    clearTimeout(this.#telling);
    this.#panel.hidden = true;
    say(this.#status, "");
  }

  #item(hit: Hit): HTMLElement {
    const link = element(
      "a",
      { href: `${this.dataset.root ?? "."}/${hit.location}` },
      element("strong", {}, ...spoken(hit.title)),
    );
    if (hit.page.length > 0) {
      link.append(" ", element("span", { class: "zoek__pagina" }, ...spoken(hit.page)));
    }
    // Not in the link, for who walks along the links hears all of it before the next one.
    return element("li", {}, link, element("p", { class: "zoek__tekst" }, ...spoken(hit.excerpt)));
  }
}

/** Returns pieces as they go into a page, so that each is read aloud in its own language. */
function spoken(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, lang }) => lang ? element("span", { lang }, text) : text);
}

function sentence(count: number): string {
  if (count === 0) return "Niets gevonden. Probeer een ander woord.";
  if (count === MOST_HITS) return `De beste ${MOST_HITS} resultaten.`;
  return count === 1 ? "1 resultaat." : `${count} resultaten.`;
}
