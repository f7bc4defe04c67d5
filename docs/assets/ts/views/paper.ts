/** Between screen and paper: printing as the reader wants it, and codes ticked with a pen. */
import { dayWords } from "../dates.ts";
import { answer, answerOf } from "../dossier/model.ts";
import { element } from "../dom.ts";
import { complaint, describe } from "./answer.ts";
import { readCodes } from "./codes.ts";
import { proceedDespite } from "./guarded.ts";
import type { Session } from "./session.ts";
import { button, field } from "./ui.ts";
import { counted, listed, localDay } from "./words.ts";

/** How a list is printed: without answers, with them, or only what is not done. */
export type Afdruk = "leeg" | "ingevuld" | "open";

const KEUZES: readonly (readonly [Afdruk, string])[] = [
  ["leeg", "Leeg"],
  ["ingevuld", "Ingevuld"],
  ["open", "Alleen open punten"],
];

/** Returns three buttons that print the page. */
export function printChoice(session: Session): HTMLElement {
  return element(
    "div",
    { class: "knoppenrij", role: "group", "aria-label": "Afdrukken" },
    ...KEUZES.map(([kind, label]) =>
      button(label, () => void printAs(kind, session), "", "afdrukken")
    ),
  );
}

/** Prints once in this way; afterwards the page is as it was. */
async function printAs(kind: Afdruk, session: Session): Promise<void> {
  // Paper is passed on as a file is; on an empty list stand only words of the guide.
  if (kind !== "leeg" && !await proceedDespite(session, "Toch afdrukken")) return;
  document.documentElement.dataset.afdruk = kind;
  fillPaperHead(kind === "leeg" ? "" : session.dossier.dossier.gemeente, kind !== "leeg", session);
  addEventListener("afterprint", () => {
    delete document.documentElement.dataset.afdruk;
    fillPaperHead(session.dossier.dossier.gemeente, false, session);
  }, { once: true });
  print();
}

/** Returns a line for paper that was not asked for here, as with Ctrl + P: it could not be checked. */
export function paperWarning(session: Session): HTMLElement {
  const line = element("p", { class: "alleen-op-papier lens__papier" });
  addEventListener("beforeprint", () => {
    const asked = "afdruk" in document.documentElement.dataset;
    line.textContent = asked || !session.personal().length ? "" : UNCHECKED;
  });
  return line;
}

const UNCHECKED =
  "Let op: hierin lijkt iets over een kind of ouder te staan. Kijk dat na voordat u dit deelt.";

function fillPaperHead(gemeente: string, today: boolean, session: Session): void {
  const values: Record<string, string> = {
    gemeente,
    datum: today ? dayWords(localDay(new Date(session.now()))) : "",
  };
  for (const place of document.querySelectorAll<HTMLElement>("[data-vul]")) {
    place.querySelector("b")?.remove();
    const value = values[place.dataset.vul!];
    if (value) place.append(element("b", {}, value));
  }
}

/** Returns a form in which the codes that were ticked on paper become ticks on screen. */
export function codesForm(session: Session): HTMLElement {
  const input = element("input", {
    type: "text",
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
  });
  const help = element("p", { class: "veld__hulp" }, "Bijvoorbeeld: IK-01 IK-03 PA-02");
  describe(input, help);
  const outcome = complaint(input);
  const form = element(
    "form",
    { class: "codes", "aria-label": "Codes van papier" },
    field("Codes die op papier zijn aangevinkt", input),
    help,
    element("button", { class: "dknop" }, "Vink deze punten aan"),
    outcome.node,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { punten, onbekend } = readCodes(input.value, session.gids);
    const fresh = punten.filter((punt) => answerOf(session.dossier, punt.id).status !== "gedaan");
    if (fresh.length) {
      session.change(
        `codes van papier: ${fresh.map((punt) => punt.code).join(" ")}`,
        (dossier, now) =>
          fresh.reduce((d, punt) => answer(d, punt, { status: "gedaan" }, now), dossier),
      );
    }
    const sentences = [];
    if (fresh.length) {
      sentences.push(
        `${counted(fresh.length, "punt", "punten")} aangevinkt: ${
          listed(fresh.map((punt) => punt.code))
        }.`,
      );
    }
    const already = punten.filter((punt) => !fresh.includes(punt)).map((punt) => punt.code);
    if (already.length) sentences.push(`Al aangevinkt: ${listed(already)}.`);
    if (onbekend.length) {
      sentences.push(`Niet gevonden in deze gids: ${listed(onbekend.slice(0, 20))}.`);
    }
    if (!sentences.length) sentences.push("Typ eerst een of meer codes.");
    // What was not found stays, so that it can be corrected.
    input.value = onbekend.join(" ");
    outcome.tell(sentences.join(" "), !punten.length || onbekend.length > 0);
    if (!punten.length || onbekend.length) input.focus();
  });
  return form;
}
