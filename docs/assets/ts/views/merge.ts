/** The screen in which two dossiers become one, with a choice per difference. */
import { dayWords } from "../dates.ts";
import { compare, type Keuze, merge, type Verschil } from "../dossier/merge.ts";
import type { Antwoord, Dossier } from "../dossier/types.ts";
import { element } from "../dom.ts";
import type { Session } from "./session.ts";
import { button } from "./ui.ts";
import { counted, listed, STATUS_NAMEN, TAKE_BACK } from "./words.ts";

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
  const together = answersOf(merge(mine, other, {}, session.now()));
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
      ...different.map((one) =>
        difference(one, together.get(one.id)!, session, here, there, choices)
      ),
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
            : `Samengevoegd. ${kept(mine, other, choices)} ${TAKE_BACK}`,
        );
      }, "dknop--hoofd"),
      button("Annuleer", () => back(), "dknop--stil"),
    ),
  );
}

/** What the reader left out by choosing, and what has room for one of the two only. */
function kept(mine: Dossier, other: Dossier, choices: Readonly<Record<string, Keuze>>): string {
  const parts = ([["a", "dit dossier"], ["b", "het bestand"]] as const).flatMap(([side, whose]) => {
    const count = Object.values(choices).filter((keuze) => keuze === side).length;
    return count ? [`bij ${counted(count, "verschil", "verschillen")} alleen ${whose}`] : [];
  });
  const [here, there] = [mine.dossier.gemeente, other.dossier.gemeente];
  if (here && there && here !== there) parts.push(`als gemeente ‘${here}’`);
  return parts.length ? `U hield ${listed(parts)}.` : "Er is niets weggegooid.";
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

/** Answers by id, those of own points too. */
function answersOf({ punten, eigen_punten }: Dossier): ReadonlyMap<string, Antwoord> {
  return new Map([
    ...Object.entries(punten),
    ...eigen_punten.map((punt) => [punt.id, punt] as const),
  ]);
}

function difference(
  one: Verschil,
  both: Antwoord,
  session: Session,
  here: string,
  there: string,
  choices: Record<string, Keuze>,
): HTMLElement {
  const options: [Keuze, string, Antwoord][] = [
    ["a", here, one.a!],
    ["b", there, one.b!],
    ["beide", "Houd beide", both],
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
        ...options.map(([value, name, outcome]) => {
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
            element(
              "span",
              { class: "keuze__wat" },
              one.soort === "eigen" ? `Punt: ${outcome.tekst}\n` : "",
              answerWords(outcome),
            ),
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
