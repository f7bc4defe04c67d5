/** What is in a file, before anything happens with it; and the ways to use it. */
import { dayWords } from "../dates.ts";
import { personalIn } from "../dossier/guard.ts";
import { isNewer, takenIn } from "../dossier/reconcile.ts";
import type { Dossier } from "../dossier/types.ts";
import { element } from "../dom.ts";
import { describe } from "./answer.ts";
import { compareScreen } from "./compare.ts";
import type { Show } from "./dossier-page.ts";
import { mergeScreen } from "./merge.ts";
import type { Session } from "./session.ts";
import { button } from "./ui.ts";
import { contents, counted, TAKE_BACK } from "./words.ts";

/** Returns the screen for a file that was opened; nothing is changed before a choice. */
export function previewScreen(
  file: Dossier,
  session: Session,
  show: Show,
  back: (said?: string) => void,
): HTMLElement {
  const here = session.dossier;
  const { versie } = session.gids;
  const opened = takenIn(file, versie, session.now());
  const { naam, gemeente, gewijzigd, id } = opened.dossier;
  const known = session.dossiers().find((one) => one.id === id && one.aantal > 0);
  const facts: [string, string][] = [
    ["Naam", naam || "zonder naam"],
    ["Gemeente", gemeente || "niet ingevuld"],
    ["Laatst gewijzigd", dayWords(gewijzigd)],
    ["Versie van de gids", file.inhoudsversie],
    ["Inhoud", contents(opened)],
  ];
  const personal = personalIn(opened, session.punten).length;
  const into = `‘${here.dossier.naam}’`;
  return element(
    "section",
    { class: "dossier__scherm" },
    element("h2", {}, "Dit staat in het bestand"),
    element("p", {}, "Er is nog niets veranderd. Kies wat u ermee wilt doen."),
    element(
      "dl",
      { class: "feiten" },
      ...facts.map(([term, text]) =>
        element("div", {}, element("dt", {}, term), element("dd", {}, text))
      ),
    ),
    isNewer(file, versie)
      ? element(
        "p",
        { class: "let-op let-op--rustig" },
        `Volgens dit bestand is het gemaakt met een nieuwere versie van de gids: ${file.inhoudsversie}. Deze site heeft versie ${versie}. Er gaat niets verloren. Punten die deze site niet kent, blijven bewaard.`,
      )
      : "",
    known
      ? element(
        "p",
        { class: "let-op let-op--rustig" },
        `Dit dossier staat al in deze browser als ‘${known.naam}’, met ${
          counted(known.aantal, "punt", "punten")
        }. Voeg het samen, of open het ernaast.`,
      )
      : "",
    personal
      ? element(
        "p",
        { class: "let-op let-op--rustig" },
        `In dit bestand lijkt op ${
          counted(personal, "plek", "plekken")
        } iets over een kind of ouder te staan. Haal dat weg voordat u het verder deelt.`,
      )
      : "",
    way(
      "Open als apart dossier",
      "Het komt naast uw andere dossiers te staan. Er verdwijnt niets.",
      () => {
        session.addFromFile(opened);
        back(`Het bestand is geopend. U werkt nu in ‘${session.dossier.dossier.naam}’.`);
      },
      "dknop--hoofd",
    ),
    way(
      `Voeg samen met ${into}`,
      "U ziet per punt de verschillen en kiest zelf.",
      () => show((again) => mergeScreen(session, opened, again)),
    ),
    way(
      `Vergelijk met ${into}`,
      "Bijvoorbeeld met vorig jaar: wat is nieuw gedaan, teruggevallen of nog open? Er verandert niets.",
      () => show((again) => compareScreen(session, opened, again)),
    ),
    way(
      `Vervang ${into}`,
      "Wat nu in dit dossier staat, maakt plaats voor het bestand. U kunt het ongedaan maken.",
      () => {
        replace(session, opened);
        back(`${into} is vervangen door het bestand. ${TAKE_BACK}`);
      },
    ),
    element("div", { class: "knoppenrij" }, button("Annuleer", () => back(), "dknop--stil")),
  );
}

function way(label: string, explanation: string, act: () => void, kind = ""): HTMLElement {
  const made = button(label, act, kind);
  const help = element("p", { class: "veld__hulp" }, explanation);
  describe(made, help);
  return element("div", { class: "dossier__blok" }, made, help);
}

/** The answers of the file under the id of the dossier that is open, so that undo brings it back. */
function replace(session: Session, opened: Dossier): void {
  session.change("dossier vervangen door een bestand", (dossier, now) => ({
    ...opened,
    dossier: {
      ...opened.dossier,
      id: dossier.dossier.id,
      gewijzigd: now,
    },
  }));
}
