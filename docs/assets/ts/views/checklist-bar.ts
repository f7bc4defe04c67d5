/** The bench above a checklist: how far it is, what to show, what comes now, and paper. */
import { describe, isOpenLens, type Lens, matches, NO_LENS } from "../dossier/lens.ts";
import { answerOf } from "../dossier/model.ts";
import type { FaseGegevens } from "../dossier/types.ts";
import { element } from "../dom.ts";
import { statusLine, update } from "../status.ts";
import { keepInAddress, lensForm, lensOfPage } from "./lens-form.ts";
import { codesForm, paperWarning, printChoice } from "./paper.ts";
import { phaseProgress, whatNow } from "./progress.ts";
import type { Session } from "./session.ts";
import { button, opening, refill } from "./ui.ts";
import { counted } from "./words.ts";

/** Sets up the bench of one phase. */
export function setUpChecklistBar(host: HTMLElement, session: Session): void {
  const fase = session.gids.fasen.find((one) => one.id === host.dataset.fase);
  if (!fase) return;
  let lens = lensOfPage();

  const progress = phaseProgress(fase, session);
  const next = element("div", {});
  const title = element("p", { class: "werkbalk__dossier" });
  const shown = statusLine("lens__zin");
  const onPaper = element("p", { class: "alleen-op-papier lens__papier" });
  const look = new Look(fase, session);
  const everything = button("Toon alles", () => choose(NO_LENS), "dknop--stil");
  const form = lensForm("Welke punten u ziet", session.gids, lens, [
    "rol",
    "situatie",
    "niveau",
    "status",
  ], choose);

  // Looking at every point takes too long to do at every tick.
  let asked = "";
  let outdated = false;
  function isOutdated(): boolean {
    const { dossier, inhoudsversie } = session.dossier;
    const now = `${dossier.id} ${inhoudsversie}`;
    if (now !== asked) outdated = session.updates() > 0;
    asked = now;
    return outdated;
  }
  let lifted = false;
  function choose(chosen: Lens): void {
    lifted ||= !isOpenLens(lens);
    lens = chosen;
    form.show(lens);
    keepInAddress(lens);
    look.take(lens);
    refresh();
  }
  function refresh(): void {
    progress.refresh();
    refill(
      title,
      "Dossier: ",
      element("a", { href: session.addressOfDossier }, session.dossier.dossier.naam),
      isOutdated() ? ". De gids is veranderd sinds u dit invulde: kijk bij uw dossier." : "",
    );
    look.add(lens);
    refill(next, whatNow(session, lens));
    const on = !isOpenLens(lens);
    const everyPoint = lifted ? `U ziet weer alle ${look.all} punten.` : "";
    update(shown, on ? describe(lens, session.gids, look.hidden) : everyPoint);
    update(
      onPaper,
      on && look.hidden
        ? `${describe(lens, session.gids, look.hidden)} ${
          counted(look.hidden, "punt staat", "punten staan")
        } niet op dit papier.`
        : "",
    );
    // Somebody on the button would lose the place; it leaves at the next change.
    if (document.activeElement !== everything) everything.hidden = !on;
  }

  host.append(
    element(
      "section",
      { class: "werkbalk niet-op-papier", "aria-label": "Uw voortgang en weergave" },
      title,
      progress.node,
      form.node,
      element("div", { class: "lens__stand" }, shown, everything),
      element(
        "div",
        { class: "werkbalk__meer" },
        opening("Wat nu?", (body) => body.append(next)),
        opening("Afdrukken", (body) => body.append(printChoice(session))),
        opening("Codes van papier", (body) => body.append(codesForm(session))),
      ),
    ),
    onPaper,
    paperWarning(session),
    roles(session),
  );
  session.listen(refresh);
  choose(lens);
  addEventListener("hashchange", () => look.reveal(location.hash.slice(1)));
  look.reveal(location.hash.slice(1));
}

/** Which points of a phase stand on the page. A point never goes away while it is answered. */
class Look {
  readonly #fase: FaseGegevens;
  readonly #session: Session;
  readonly #visible = new Set<string>();

  constructor(fase: FaseGegevens, session: Session) {
    this.#fase = fase;
    this.#session = session;
  }

  get all(): number {
    return this.#punten.length;
  }

  get hidden(): number {
    return this.all - this.#visible.size;
  }

  get #punten() {
    return this.#fase.stappen.flatMap((stap) => stap.punten);
  }

  /** Shows what fits the lens and hides the rest. */
  take(lens: Lens): void {
    this.#visible.clear();
    this.add(lens);
  }

  /** Shows what fits the lens now, besides what was there. */
  add(lens: Lens): void {
    const { gids, dossier } = this.#session;
    for (const punt of this.#punten) {
      if (matches(lens, punt, answerOf(dossier, punt.id), gids)) this.#visible.add(punt.id);
    }
    this.#show();
  }

  /** Shows one point, or a field of it, whatever the lens: somebody followed a link to it. */
  reveal(id: string): void {
    const target = id ? document.getElementById(id) : null;
    const block = target?.closest<HTMLElement>(".punt");
    if (!target || !block) return;
    const folded = target.closest("details");
    // What was there and in sight when the page came, the browser has gone to.
    if (target.matches(":target") && !block.hidden && folded?.open !== false) return;
    this.#visible.add(block.id);
    this.#show();
    if (folded) folded.open = true;
    block.scrollIntoView();
    target.focus();
  }

  #show(): void {
    for (const stap of this.#fase.stappen) {
      let any = false;
      for (const punt of stap.punten) {
        const visible = this.#visible.has(punt.id);
        any ||= visible;
        const block = document.getElementById(punt.id);
        if (block && block.hidden === visible) block.hidden = !visible;
      }
      const own = this.#session.dossier.eigen_punten.some((punt) => punt.stap === stap.id);
      const head = document.getElementById(`stap-${stap.id}`);
      const part = document.getElementById(stap.punten[0]?.id ?? "")?.closest("fieldset");
      if (head) head.hidden = !any && !own;
      if (part) part.hidden = !any && !own;
    }
  }
}

/** The roles as suggestions for who pulls a point; anything may be typed. */
function roles(session: Session): HTMLElement {
  const names = new Set(Object.values(session.gids.rollen).map((rol) => rol.kort));
  return element(
    "datalist",
    { id: "rollenlijst" },
    ...[...names].map((name) => element("option", { value: name })),
  );
}
