/** The screen that lays an earlier dossier beside the present one; it changes nothing. */
import { dayWords } from "../dates.ts";
import { compareYears } from "../dossier/merge.ts";
import type { Dossier } from "../dossier/types.ts";
import { element } from "../dom.ts";
import type { Session } from "./session.ts";
import { button } from "./ui.ts";
import { counted } from "./words.ts";

/** Returns the screen. */
export function compareScreen(
  session: Session,
  old: Dossier,
  back: (said?: string) => void,
): HTMLElement {
  const found = compareYears(old, session.dossier, session.gids);
  const groups: [string, readonly string[], string][] = [
    ["Nieuw gedaan", found.nieuw_gedaan, "Toen open, nu gedaan of niet van toepassing."],
    ["Teruggevallen", found.teruggevallen, "Toen gedaan, nu niet meer. Bespreek waarom."],
    ["Nog open", found.nog_open, "Toen open en nu nog steeds."],
    ["Nieuw in de gids", found.nieuw_in_gids, "Dit punt was er toen nog niet."],
  ];
  return element(
    "section",
    { class: "dossier__scherm" },
    element("h2", {}, "Vergelijking"),
    element(
      "p",
      {},
      `‘${session.dossier.dossier.naam}’ naast ‘${old.dossier.naam}’ van ${
        dayWords(old.dossier.gewijzigd)
      }.`,
    ),
    ...groups.flatMap(([title, ids, explanation]) => [
      element("h3", {}, `${title}: ${counted(ids.length, "punt", "punten")}`),
      ids.length ? element("p", { class: "veld__hulp" }, explanation) : "",
      ids.length
        ? element("ul", {}, ...ids.map((id) => element("li", {}, name(id, session, old))))
        : "",
    ]).filter((node) => node !== ""),
    element(
      "div",
      { class: "knoppenrij" },
      button("Druk af", () => print()),
      button("Terug naar mijn dossier", () => back(), "dknop--hoofd"),
    ),
  );
}

function name(id: string, session: Session, old: Dossier): string {
  const punt = session.punten.get(id);
  if (punt) return `${punt.code} ${punt.tekst}`;
  const own = [...session.dossier.eigen_punten, ...old.eigen_punten].find((one) => one.id === id);
  return own?.tekst || id;
}
