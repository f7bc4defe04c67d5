/** The screen that says what a new version of the guide means for what was noted. */
import { answer, answerOf } from "../dossier/model.ts";
import { looseEigenPunten, reconcile } from "../dossier/reconcile.ts";
import type { Antwoord } from "../dossier/types.ts";
import { element } from "../dom.ts";
import { say, statusLine } from "../status.ts";
import type { Session } from "./session.ts";
import { button } from "./ui.ts";
import { counted, listed, STATUS_NAMEN } from "./words.ts";

/** Returns the screen; nothing is changed before the reader says so. */
export function updateScreen(session: Session, back: (said?: string) => void): HTMLElement {
  const { gewijzigd, vervangen, vervallen } = reconcile(session.dossier, session.gids);
  const older = session.dossier.inhoudsversie;
  const screen = element(
    "section",
    { class: "dossier__scherm" },
    element("h2", {}, "De gids is veranderd"),
    element(
      "p",
      {},
      `U vulde dit dossier in met versie ${older} van de gids. Dit is versie ${session.gids.versie}. ` +
        "Al uw notities, redenen en eigen punten zijn er nog.",
    ),
  );
  if (gewijzigd.length) {
    screen.append(
      element("h3", {}, "De tekst is gewijzigd"),
      element(
        "p",
        {},
        "Kijk of uw antwoord nog klopt. Op de checklist staat bij elk van deze punten een knop daarvoor.",
      ),
      list(gewijzigd.map(({ id, oud, nieuw }) =>
        element(
          "li",
          {},
          element(
            "h4",
            {},
            element(
              "a",
              { href: session.addressOfPunt(id)! },
              session.punten.get(id)!.code,
            ),
          ),
          element("p", {}, element("strong", {}, "Was: "), oud || "onbekend"),
          element("p", {}, element("strong", {}, "Is nu: "), nieuw),
        )
      )),
    );
  }
  if (vervangen.length) {
    screen.append(
      element("h3", {}, "Vervangen door een ander punt"),
      element(
        "p",
        {},
        "Uw notitie gaat mee naar het nieuwe punt. Dat punt staat weer open, zodat u het opnieuw bekijkt.",
      ),
      list(vervangen.map(({ id, door, reden }) =>
        element(
          "li",
          {},
          element("h4", {}, answerOf(session.dossier, id).tekst || id),
          element(
            "p",
            {},
            `Nu: ${
              listed(door.map((heir) => {
                const punt = session.punten.get(heir)!;
                return `${punt.code} ${punt.tekst}`;
              }))
            }`,
          ),
          element("p", {}, `Waarom: ${reden}`),
        )
      )),
    );
  }
  if (vervallen.length) {
    screen.append(
      element("h3", {}, "Vervallen"),
      element(
        "p",
        {},
        "Deze punten staan niet meer in de gids. Wat u erbij schreef, blijft in uw dossier.",
      ),
      list(
        vervallen.map(({ id, reden }) =>
          keptAnswer("h4", id, reden, answerOf(session.dossier, id))
        ),
      ),
    );
  }
  screen.append(element(
    "div",
    { class: "knoppenrij" },
    button("Werk mijn dossier bij", () => {
      session.adopt();
      back(
        `Uw dossier is bijgewerkt naar versie ${session.gids.versie}.${
          vervangen.length
            ? ` ${
              counted(vervangen.length, "notitie ging", "notities gingen")
            } mee naar een nieuw punt.`
            : ""
        }`,
      );
    }, "dknop--hoofd"),
    button("Later", () => back(), "dknop--stil"),
  ));
  return screen;
}

/** Returns what is kept of points that left the guide, or nothing when there are none. */
export function keptPart(session: Session): HTMLElement | undefined {
  const { vervallen } = reconcile(session.dossier, session.gids);
  const loose = looseEigenPunten(session.dossier, session.gids);
  if (!vervallen.length && !loose.length) return undefined;
  return element(
    "section",
    {},
    element("h2", { id: "vervallen" }, "Vervallen punten (bewaard)"),
    element(
      "p",
      {},
      "Deze punten staan niet in deze versie van de gids. Wat u erbij schreef, blijft bewaard en gaat mee in uw bestand.",
    ),
    list([
      ...vervallen.map(({ id, reden }) =>
        keptAnswer("h3", id, reden, answerOf(session.dossier, id))
      ),
      ...loose.map((punt) =>
        keptAnswer("h3", punt.id, "De stap van dit eigen punt staat niet meer in de gids.", punt)
      ),
    ]),
  );
}

function keptAnswer(level: "h3" | "h4", id: string, reden: string, a: Antwoord): HTMLElement {
  const facts = [
    ["Status", STATUS_NAMEN[a.status].toLowerCase()],
    ["Reden", a.reden],
    ["Notitie", a.notitie],
    ["Trekker", a.trekker],
    ["Klaar op", a.datum],
  ].filter(([, text]) => text.trim());
  return element(
    "li",
    {},
    element(level, {}, a.tekst || id),
    element("p", {}, reden),
    ...facts.map(([name, text]) =>
      element("p", { class: "keuze__wat" }, element("strong", {}, `${name}: `), text)
    ),
  );
}

function list(items: readonly HTMLElement[]): HTMLElement {
  return element("ul", { class: "verschillen" }, ...items);
}

/** Sets up, under one point, the question whether an answer to an older text still holds. */
export function changedText(
  id: string,
  session: Session,
): { node: HTMLElement; refresh: () => void } {
  const box = element("div", { class: "let-op let-op--veld niet-op-papier", hidden: "" });
  const said = statusLine("uitkomst niet-op-papier");
  const punt = session.punten.get(id)!;
  const refresh = () => {
    const now = answerOf(session.dossier, id);
    const [change] =
      reconcile({ ...session.dossier, punten: { [id]: now } }, session.gids).gewijzigd;
    say(said, "");
    box.hidden = now.status === "open" || !change;
    if (!change) return;
    box.replaceChildren(
      element(
        "p",
        {},
        element("strong", {}, "De tekst is gewijzigd sinds u dit invulde. "),
        `Toen stond er: ‘${change.oud}’`,
      ),
      button(`${punt.code} klopt nog`, () => {
        box.closest(".punt")?.querySelector("select")?.focus();
        session.change(
          `${punt.code} klopt nog`,
          (dossier, moment) => answer(dossier, punt, { status: now.status }, moment),
        );
        say(said, `${punt.code} is nagekeken.`);
      }),
    );
  };
  return { node: element("div", {}, box, said), refresh };
}
