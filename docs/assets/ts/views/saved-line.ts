/** The quiet line that says what is kept, with the way back from the last change. */
import { element } from "../dom.ts";
import { focusOn } from "../focus.ts";
import { say, statusLine, update } from "../status.ts";
import { saveFile } from "./file.ts";
import type { Session } from "./session.ts";
import { button } from "./ui.ts";
import { momentWords, shortened } from "./words.ts";

/** Sets up the line at the foot of the screen; it takes no room before there is something to say. */
export function setUpSavedLine(host: HTMLElement, session: Session): void {
  const line = statusLine("stand__zin");
  const undo = button("", () => {
    const what = session.undoLabel;
    const hadFocus = document.activeElement === undo;
    session.undo();
    say(line, `Ongedaan gemaakt: ${what}. ${words(session)}`);
    if (hadFocus && !session.undoLabel) focusOn(line);
  }, "dknop--stil");
  const file = button("Bewaar bestand", () => void saveFile(session));
  const bar = element("div", { class: "stand" }, line, undo, file);
  const refresh = () => {
    // Not hidden, for a screen reader does not tell the first words of what was not there.
    bar.classList.toggle("alleen-hoorbaar", !words(session) && !session.undoLabel);
    bar.classList.toggle("stand--mislukt", session.stand.soort === "mislukt");
    update(line, words(session));
    undo.hidden = !session.undoLabel;
    undo.textContent = `Maak ongedaan: ${shortened(session.undoLabel, 45)}`;
    file.hidden = session.stand.soort !== "mislukt";
  };
  host.append(bar);
  addEventListener("focusin", (event) => uncover(event.target as Element, bar));
  session.listen(refresh);
  refresh();
  addEventListener("keydown", (event) => {
    // Only what is typed the browser takes back itself.
    const typing = (event.target as Element | null)?.closest?.(
      "input:not([type=checkbox], [type=radio], [type=file]), textarea",
    );
    const wanted = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey &&
      event.key.toLowerCase() === "z";
    if (!wanted || typing || !session.undoLabel) return;
    event.preventDefault();
    undo.click();
  });
}

function words(session: Session): string {
  const stand = session.stand;
  const kept = stand.soort === "niets"
    ? ""
    : stand.soort === "mislukt"
    ? stand.zin
    : `Bewaard in deze browser, ${momentWords(stand.moment, session.now())}.`;
  return [session.elsewhere, kept].filter(Boolean).join(" ");
}

/** Scrolls what has the focus from under the line: what is already on screen no browser moves. */
function uncover(target: Element, bar: HTMLElement): void {
  if (bar.matches(".alleen-hoorbaar") || bar.contains(target)) return;
  // A dialog lies above the line.
  if (target.closest("dialog")) return;
  const [box, line] = [target.getBoundingClientRect(), bar.getBoundingClientRect()];
  if (box.bottom <= line.top || box.top >= line.bottom || box.left >= line.right) return;
  scrollBy({ top: Math.min(box.bottom - line.top, box.top) + 8, behavior: "instant" });
}

/** Replaces the words that hold without script by what holds with it. */
export function setUpSavedExplanation(host: HTMLElement, session: Session): void {
  const place = element("p", {});
  const link = () => element("a", { href: session.addressOfDossier }, "Mijn dossier");
  const refresh = () => {
    if (session.stand.soort === "mislukt") {
      place.replaceChildren(
        "Uw vinkjes worden nu niet bewaard: ",
        session.stand.zin,
        " Bewaar een bestand voordat u deze pagina verlaat.",
      );
      return;
    }
    place.replaceChildren(
      "Wat u invult, wordt vanzelf bewaard in deze browser op dit apparaat. Het gaat niet naar ons of naar anderen. " +
        "Een kopie in een bestand maakt u bij ",
      link(),
      ". Met Ctrl + Z maakt u uw laatste wijziging ongedaan.",
    );
  };
  refresh();
  let failed = session.stand.soort === "mislukt";
  session.listen(() => {
    const fails = session.stand.soort === "mislukt";
    if (fails !== failed) refresh();
    failed = fails;
  });
  host.replaceChildren(place);
}
