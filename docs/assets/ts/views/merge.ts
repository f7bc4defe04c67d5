/** The screen in which two dossiers become one, with a choice per difference. */
import { compare, type Keuze, merge, type Verschil } from "../dossier/merge.ts";
import type { Antwoord, Dossier } from "../dossier/types.ts";
import { element } from "../dom.ts";
import type { Session } from "./session.ts";
import { button } from "./ui.ts";
import { counted, dayWords, STATUS_NAMEN, TAKE_BACK } from "./words.ts";

/** Returns the screen; nothing is merged before the reader says so. */
export function mergeScreen(
  session: Session,
  other: Dossier,
  back: (said?: string) => void,
): HTMLElement {
  const mine = session.dossier;
  const all = inReadingOrder(compare(mine, other), session);
  const different = all.filter(({ stand }) => stand === "verschillend");
  const added = all.filter(({ stand }) => stand === "alleen-b");
  const choices: Record<string, Keuze> = {};
  const [here, there] = [
    `Dit dossier (${mine.dossier.naam})`,
    `Het bestand (${other.dossier.naam})`,
  ];

  return element(
    "section",
    { class: "dossier__scherm" },
    element("h2", {}, "Samenvoegen"),
    element("p", {}, outcome(all)),
    different.length
      ? element(
        "p",
        {},
        "Kies per verschil wat blijft. Zonder keuze blijven beide: notities komen onder elkaar en de voorzichtigste status geldt.",
      )
      : "",
    element(
      "ul",
      { class: "verschillen" },
      ...different.map((one) => difference(one, session, here, there, choices)),
    ),
    added.length
      ? element(
        "details",
        { class: "uitklap" },
        element(
          "summary",
          {},
          `Komt erbij uit het bestand: ${counted(added.length, "punt", "punten")}`,
        ),
        element(
          "ul",
          { class: "verschillen" },
          ...added.map((one) =>
            element(
              "li",
              {},
              element("h3", {}, nameOf(one, session)),
              element("p", { class: "keuze__wat" }, answerWords(one.b!)),
            )
          ),
        ),
      )
      : "",
    element(
      "div",
      { class: "knoppenrij" },
      button("Voeg samen", () => {
        session.change(
          "samengevoegd met een bestand",
          (dossier, now) => merge(dossier, other, choices, now),
        );
        back(
          session.stand.soort === "mislukt"
            ? session.stand.zin
            : `Samengevoegd. Er is niets weggegooid. ${TAKE_BACK}`,
        );
      }, "dknop--hoofd"),
      button("Annuleer", () => back(), "dknop--stil"),
    ),
  );
}

function outcome(all: readonly Verschil[]): string {
  const count = (stand: Verschil["stand"]) => all.filter((one) => one.stand === stand).length;
  return `Gelijk: ${count("gelijk")}. Alleen in dit dossier: ${count("alleen-a")}. ` +
    `Alleen in het bestand: ${count("alleen-b")}. Verschillend: ${count("verschillend")}.`;
}

/** Points of the guide as people read them; what the guide does not know comes last. */
function inReadingOrder(all: readonly Verschil[], session: Session): readonly Verschil[] {
  const order = [...session.punten.keys()];
  const place = ({ id }: Verschil) => order.includes(id) ? order.indexOf(id) : order.length;
  return [...all].sort((one, other) => place(one) - place(other));
}

function difference(
  one: Verschil,
  session: Session,
  here: string,
  there: string,
  choices: Record<string, Keuze>,
): HTMLElement {
  const options: [Keuze, string, string][] = [
    ["a", here, answerWords(one.a!)],
    ["b", there, answerWords(one.b!)],
    ["beide", "Houd beide", "Beide notities en redenen, met de voorzichtigste status."],
  ];
  return element(
    "li",
    {},
    element(
      "fieldset",
      {},
      element("legend", {}, element("strong", {}, nameOf(one, session))),
      element(
        "div",
        { class: "keuzes" },
        ...options.map(([value, name, what]) => {
          const radio = element("input", { type: "radio", name: `keuze-${one.id}`, value });
          radio.checked = value === "beide";
          radio.addEventListener("change", () => {
            choices[one.id] = value;
          });
          return element(
            "label",
            { class: "keuze" },
            radio,
            element("span", { class: "keuze__naam" }, name),
            element("span", { class: "keuze__wat" }, what),
          );
        }),
      ),
    ),
  );
}

/** Returns how a point is called on screen. */
export function nameOf(one: Pick<Verschil, "id" | "a" | "b">, session: Session): string {
  const punt = session.punten.get(one.id);
  if (punt) return `${punt.code} ${punt.tekst}`;
  return (one.a ?? one.b)?.tekst || one.id;
}

/** Returns an answer in lines. */
function answerWords(a: Antwoord): string {
  return [
    `Status: ${STATUS_NAMEN[a.status].toLowerCase()}`,
    a.reden && `Reden: ${a.reden}`,
    a.notitie && `Notitie: ${a.notitie}`,
    a.trekker && `Trekker: ${a.trekker}`,
    a.datum && `Klaar op: ${dayWords(a.datum)}`,
  ].filter(Boolean).join("\n");
}
