/** How far the work is, in words and as a picture; and what comes now. */
import { eigenPuntenOf, nextPunten, tally, tallyOf } from "../dossier/model.ts";
import type { Lens } from "../dossier/lens.ts";
import type { FaseGegevens, StapGegevens } from "../dossier/types.ts";
import { element } from "../dom.ts";
import { progressChart } from "./chart.ts";
import type { Session } from "./session.ts";
import { progressWords } from "./words.ts";

/** Sets up the line with the progress of one step, above its points. */
export function setUpStepProgress(host: HTMLElement, session: Session): void {
  const stap = session.stappen.get(host.dataset.stap ?? "");
  if (!stap) return;
  const line = element("p", { class: "stap__stand niet-op-papier" });
  host.append(line);
  const refresh = () => {
    const words = stepWords(stap, session);
    if (line.textContent !== words) line.textContent = words;
  };
  session.listen(refresh);
  refresh();
}

/** Returns the progress of one step in words, own points counted apart. */
export function stepWords(stap: StapGegevens, session: Session): string {
  const own = eigenPuntenOf(session.dossier, stap.id);
  const words = progressWords(tally(stap.punten, session.dossier));
  return own.length ? `${words}; eigen punten: ${progressWords(tallyOf(own))}` : words;
}

/** Returns the progress of a phase: the picture, and the same in words for everybody. */
export function phaseProgress(
  fase: FaseGegevens,
  session: Session,
): { node: HTMLElement; refresh: () => void } {
  const punten = fase.stappen.flatMap((stap) => stap.punten);
  const words = element("p", { class: "voortgang__zin" });
  const picture = element("div", { class: "voortgang__vak" });
  const refresh = () => {
    const count = tally(punten, session.dossier);
    const sentence = `Fase ${fase.nummer}: ${progressWords(count)}.`;
    if (words.textContent === sentence) return;
    words.textContent = sentence;
    picture.replaceChildren(progressChart(count));
  };
  refresh();
  return {
    node: element("div", { class: `voortgang fasekleur-${fase.nummer}` }, picture, words),
    refresh,
  };
}

export const NOTHING_OPEN = "Voor deze keuze staat er geen punt meer open.";

/** Returns the next open points for a role and situation, each with the way to it. */
export function whatNow(session: Session, lens: Lens): HTMLElement {
  const next = nextPunten(session.gids, session.dossier, lens, 3);
  if (!next.length) {
    return element("p", {}, NOTHING_OPEN);
  }
  return element(
    "ol",
    { class: "watnu" },
    ...next.map((punt) => {
      const fase = session.faseOf.get(punt.id)!;
      return element(
        "li",
        { class: `fasekleur-${fase.nummer}` },
        element(
          "a",
          { href: session.addressOfPunt(punt.id)! },
          element("span", { class: "code" }, punt.code),
          ` ${punt.tekst}`,
        ),
      );
    }),
  );
}
