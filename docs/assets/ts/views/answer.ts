/** What can be noted at one point: status, reason, note, who and when. */
import { dayWords } from "../dates.ts";
import { findPersonal, IN_TREKKER } from "../dossier/guard.ts";
import { LENGTHS, type Wijziging } from "../dossier/model.ts";
import type { Antwoord, Status } from "../dossier/types.ts";
import { element } from "../dom.ts";
import { say, statusLine } from "../status.ts";
import { keepTyping } from "./typing.ts";
import { afterPress, button, choice, field, heard, OWN_WORDS, showChoice } from "./ui.ts";
import { STATUS_NAMEN } from "./words.ts";

/** A point of the guide, or one of their own, as these fields see it. */
export interface Answered {
  readonly id: string;
  /** What tells the fields of this point from those of another: `IK-01`. */
  readonly naam: string;
  read(): Antwoord;
  /** `samen` is the same for all typing in one field, so that it is undone as one. */
  write(change: Wijziging, what: string, samen?: string): void;
}

const NO_DATE =
  "Klaar op: dit is geen hele datum tussen 2000 en 2099, en is niet bewaard. Vul dag, maand en jaar in, zoals 01\u201103\u20112027.";

/** Returns the fields, and a function that shows what the dossier holds now. */
export function answerFields(point: Answered): { node: HTMLElement; refresh: () => void } {
  const status = choice(Object.entries(STATUS_NAMEN), "open");
  const reden = element("textarea", { rows: "2", maxlength: `${LENGTHS.reden}`, ...OWN_WORDS });
  const notitie = element("textarea", { rows: "3", maxlength: `${LENGTHS.notitie}`, ...OWN_WORDS });
  const trekker = element("input", {
    type: "text",
    list: "rollenlijst",
    maxlength: `${LENGTHS.trekker}`,
    ...OWN_WORDS,
  });
  // A link to what was typed there leads to the field itself.
  for (const [veld, control] of Object.entries({ reden, notitie, trekker })) {
    control.id = `${veld}-${point.id}`;
  }
  const datum = element("input", { type: "date", min: "2000-01-01", max: "2099-12-31" });
  const noDate = complaint(datum);
  datum.addEventListener("blur", () =>
    afterPress(() => {
      const { valid } = datum.validity;
      noDate.tell(valid ? "" : NO_DATE, !valid);
    }));
  const noNames = element("p", { class: "veld__hulp" }, "Liever een functie dan een naam.");
  describe(trekker, noNames);
  const short = element("p", { class: "antwoord__kort" });
  const hint = element("p", { class: "veld__hulp" });
  describe(reden, hint);
  const ofPoint = `bij ${point.naam}`;

  const reason = element(
    "div",
    { class: "antwoord__reden" },
    field("Waarom niet van toepassing?", reden, ofPoint),
    hint,
    warning(reden),
  );
  const more = element(
    "details",
    { class: "uitklap antwoord__meer" },
    element("summary", {}, "Notitie, trekker en datum", heard(ofPoint)),
    element(
      "div",
      { class: "antwoord__velden" },
      field("Notitie", notitie, ofPoint),
      element("div", {}, field("Trekker", trekker, ofPoint), noNames),
      field("Klaar op", datum, ofPoint),
    ),
    noDate.node,
    warning(notitie, undefined, "Notitie"),
    warning(trekker, IN_TREKKER, "Trekker"),
  );

  status.addEventListener("change", () => {
    const value = status.value as Status;
    point.write({ status: value }, `${point.naam}: ${STATUS_NAMEN[value].toLowerCase()}`);
  });
  const typing = (control: HTMLInputElement | HTMLTextAreaElement, veld: keyof Wijziging) =>
    keepTyping(
      control,
      (text) => point.write({ [veld]: text }, `${veld} ${ofPoint}`, `${veld} ${ofPoint}`),
    );
  const typed = [
    typing(reden, "reden"),
    typing(notitie, "notitie"),
    typing(trekker, "trekker"),
    typing(datum, "datum"),
  ];

  const refresh = () => {
    const now = point.read();
    showChoice(status, now.status);
    [now.reden, now.notitie, now.trekker, now.datum].forEach((text, n) => typed[n](text));
    if (datum.validity.valid) noDate.tell("");
    reason.hidden = now.status !== "nvt";
    say(
      hint,
      now.reden.trim() ? "" : "Zonder reden telt dit punt als open.",
    );
    short.replaceChildren(...summary(now));
    short.hidden = !short.hasChildNodes();
  };
  const node = element(
    "div",
    { class: "antwoord" },
    field("Status", status, `van ${point.naam}`),
    reason,
    more,
    short,
  );
  return { node, refresh };
}

/** Returns what was noted, in words: for paper, and for when the fields are closed. */
function summary(answer: Antwoord): Node[] {
  const facts: [string, string][] = [];
  if (answer.status !== "open") facts.push(["Status", STATUS_NAMEN[answer.status].toLowerCase()]);
  if (answer.status === "nvt") facts.push(["Reden", answer.reden.trim() || "nog niet ingevuld"]);
  if (answer.trekker.trim()) facts.push(["Trekker", answer.trekker.trim()]);
  if (answer.datum) facts.push(["Klaar op", dayWords(answer.datum)]);
  if (answer.notitie.trim()) facts.push(["Notitie", answer.notitie.trim()]);
  return facts.map(([name, text]) => {
    const onPaper = name === "Status" || name === "Reden";
    return element(
      "span",
      { class: onPaper ? "feitje feitje--papier" : "feitje" },
      element("strong", {}, `${name}: `),
      text,
      " ",
    );
  });
}

let described = 0;

/** Has a screen reader tell a text together with a field, or no longer. */
export function describe(control: HTMLElement, text: HTMLElement, on = true): void {
  text.id ||= `uitleg-${++described}`;
  const ids = new Set(control.getAttribute("aria-describedby")?.split(" "));
  if (on) ids.add(text.id);
  else ids.delete(text.id);
  if (ids.size) control.setAttribute("aria-describedby", [...ids].join(" "));
  else control.removeAttribute("aria-describedby");
}

/**
 * Returns a place under a field for what is wrong with it; typing on takes that back.
 *
 * No alert: Firefox with Orca stays silent about those.
 */
export function complaint(control: HTMLInputElement | HTMLTextAreaElement): {
  node: HTMLElement;
  tell: (words: string, invalid?: boolean) => void;
} {
  const node = statusLine("uitkomst");
  const tell = (words: string, invalid = false) => {
    say(node, words);
    node.classList.toggle("fout", invalid);
    if (invalid) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  };
  describe(control, node);
  control.addEventListener("input", () => tell(""));
  return { node, tell };
}

/**
 * Returns a place that warns, kindly, when a text looks like it is about a person.
 *
 * Where the warnings of several fields stand together, each begins with the name of its field.
 */
export function warning(
  control: HTMLInputElement | HTMLTextAreaElement,
  kinds?: readonly string[],
  name = "",
): HTMLElement {
  const place = element("div", { class: "let-op let-op--veld" });
  const words = element("div", {});
  const dismissed = new Set<string>();
  const look = () => {
    const found = findPersonal(control.value).filter((find) =>
      !dismissed.has(find.fragment) && (!kinds || kinds.includes(find.soort))
    );
    // A field may only point at words that are there.
    describe(control, words, found.length > 0);
    if (!found.length) {
      place.replaceChildren();
      return;
    }
    const sentences = [...new Set(found.map((find) => find.zin))];
    words.replaceChildren(
      ...sentences.map((zin) =>
        element("p", {}, name ? `${name}: ${zin[0].toLowerCase()}${zin.slice(1)}` : zin)
      ),
    );
    const of = control.labels?.[0]?.querySelector(".veld__naam")?.textContent;
    const dismiss = button(
      "Dit is geen gegeven van een kind of ouder",
      () => {
        for (const find of found) dismissed.add(find.fragment);
        look();
        control.focus();
      },
      "",
      of ? `(${of})` : "",
    );
    place.replaceChildren(words, dismiss);
  };
  control.addEventListener("change", look);
  // A region must be there before it speaks, and an empty one is told to who walks past it.
  control.addEventListener("focus", () => place.setAttribute("role", "status"));
  control.addEventListener("blur", () => {
    if (!place.hasChildNodes()) place.removeAttribute("role");
  });
  return place;
}
