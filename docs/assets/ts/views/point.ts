/** A point on the checklist that remembers: its native box is the tick for "done". */
import { answer, answerOf, isDone } from "../dossier/model.ts";
import type { Antwoord } from "../dossier/types.ts";
import { answerFields } from "./answer.ts";
import { changedText } from "./content-update.ts";
import type { Session } from "./session.ts";

/** Sets up the fields under one point of the guide. */
export function setUpPoint(host: HTMLElement, session: Session): void {
  const punt = session.punten.get(host.dataset.punt ?? "");
  const block = host.closest<HTMLElement>(".punt");
  const box = block?.querySelector<HTMLInputElement>("input[type=checkbox]");
  if (!punt || !block || !box) return;

  const fields = answerFields({
    id: punt.id,
    naam: punt.code,
    read: () => answerOf(session.dossier, punt.id),
    write: (change, what, samen) =>
      session.change(what, (dossier, now) => answer(dossier, punt, change, now), samen),
  });
  box.addEventListener("change", () => {
    const status = box.checked ? "gedaan" : "open";
    session.change(
      `${punt.code}: ${box.checked ? "gedaan" : "weer open"}`,
      (dossier, now) => answer(dossier, punt, { status }, now),
    );
  });
  const changed = changedText(punt.id, session);
  let shown: Antwoord | undefined;
  const refresh = () => {
    const now = answerOf(session.dossier, punt.id);
    // Values never change in place: the same one is already on the screen.
    if (now === shown) return;
    shown = now;
    box.checked = now.status === "gedaan";
    block.dataset.status = isDone(now) ? "klaar" : now.status === "bezig" ? "bezig" : "open";
    fields.refresh();
    changed.refresh();
  };
  host.append(changed.node, fields.node);
  session.listen(refresh);
  // A browser that goes back fills in fields as they were, after the script has run.
  addEventListener("pageshow", () => {
    shown = undefined;
    refresh();
  });
  refresh();
}
