/** The reader's own points under a step. */
import {
  addEigenPunt,
  answerEigenPunt,
  eigenPuntenOf,
  isDone,
  LENGTHS,
  removeEigenPunt,
} from "../dossier/model.ts";
import type { EigenPunt } from "../dossier/types.ts";
import { element } from "../dom.ts";
import { answerFields, warning } from "./answer.ts";
import type { Session } from "./session.ts";
import { keepTyping } from "./typing.ts";
import { button, field, heard, OWN_WORDS } from "./ui.ts";
import { shortened } from "./words.ts";

/** Sets up the list of own points of one step, with a way to add one. */
export function setUpOwnPoints(host: HTMLElement, session: Session): void {
  const stap = session.stappen.get(host.dataset.stap ?? "");
  if (!stap) return;
  const list = element("div", { class: "eigen" });
  const shown = new Map<string, { node: HTMLElement; refresh: () => void }>();
  const refresh = () => {
    const own = eigenPuntenOf(session.dossier, stap.id);
    for (const [id, point] of shown) {
      if (own.some((punt) => punt.id === id)) continue;
      point.node.remove();
      shown.delete(id);
    }
    for (const punt of own) {
      if (!shown.has(punt.id)) shown.set(punt.id, ownPoint(punt, session));
      const point = shown.get(punt.id)!;
      if (!point.node.isConnected) list.append(point.node);
      point.refresh();
    }
  };
  host.append(list, adder(stap.id, `bij stap ${stap.nummer}`, session));
  session.listen(refresh);
  addEventListener("pageshow", refresh);
  refresh();
}

function ownPoint(first: EigenPunt, session: Session): { node: HTMLElement; refresh: () => void } {
  const id = first.id;
  const read = () => session.dossier.eigen_punten.find((punt) => punt.id === id) ?? first;
  const box = element("input", { type: "checkbox", id: `vink-${id}` });
  const text = element("span", {});
  const words = element("textarea", { rows: "2", maxlength: `${LENGTHS.tekst}`, ...OWN_WORDS });
  const showWords = keepTyping(words, (tekst) => {
    if (!tekst.trim()) return showWords(read().tekst);
    session.change(
      "tekst van eigen punt",
      (dossier, now) => answerEigenPunt(dossier, id, { tekst }, now),
      `${id} tekst`,
    );
  });
  const short = `eigen punt ‘${shortened(first.tekst, 40)}’`;
  const fields = answerFields({
    naam: short,
    read,
    write: (change, what, samen) =>
      session.change(what, (dossier, now) => answerEigenPunt(dossier, id, change, now), samen),
  });
  box.addEventListener("change", () => {
    const status = box.checked ? "gedaan" : "open";
    session.change(
      `eigen punt: ${box.checked ? "gedaan" : "weer open"}`,
      (dossier, now) => answerEigenPunt(dossier, id, { status }, now),
    );
  });
  const remove = button(
    "Verwijder eigen punt",
    () => {
      const next = node.closest(".eigen")?.parentElement?.querySelector<HTMLElement>(
        "button.eigen__bij",
      );
      session.change("eigen punt verwijderd", (dossier, now) => removeEigenPunt(dossier, id, now));
      next?.focus();
    },
    "dknop--stil",
    `‘${shortened(first.tekst, 40)}’`,
  );
  fields.node.querySelector(".antwoord__velden")!.prepend(
    field("Tekst van uw punt", words, `bij ${short}`),
    warning(words),
  );
  const node = element(
    "div",
    { class: "punt punt--eigen", id },
    box,
    element("label", { for: `vink-${id}` }, element("span", { class: "code" }, "eigen"), " ", text),
    element("div", { class: "punt__eigen" }, fields.node, remove),
  );
  return {
    node,
    refresh: () => {
      const now = read();
      text.textContent = now.tekst;
      showWords(now.tekst);
      box.checked = now.status === "gedaan";
      node.dataset.status = isDone(now) ? "klaar" : now.status === "bezig" ? "bezig" : "open";
      fields.refresh();
    },
  };
}

function adder(stap: string, where: string, session: Session): HTMLElement {
  const input = element("textarea", {
    rows: "2",
    required: "",
    maxlength: `${LENGTHS.tekst}`,
    ...OWN_WORDS,
  });
  const form = element("form", { class: "eigen__form", "aria-label": `Eigen punt ${where}` });
  const open = button(
    "Eigen punt toevoegen",
    () => {
      form.hidden = false;
      open.hidden = true;
      input.focus();
    },
    "dknop--stil eigen__bij",
    where,
  );
  const close = () => {
    form.hidden = true;
    open.hidden = false;
    input.value = "";
    open.focus();
  };
  form.hidden = true;
  form.append(
    field("Uw eigen punt", input, where),
    warning(input),
    element(
      "div",
      { class: "knoppenrij" },
      element("button", { class: "dknop" }, "Voeg toe", heard(where)),
      button("Annuleer", close, "dknop--stil"),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (!text) return;
    const before = session.dossier;
    session.change(
      "eigen punt toegevoegd",
      (dossier, now) => addEigenPunt(dossier, stap, text, now, session.newId),
    );
    // What was refused stays in the field.
    if (session.dossier !== before) close();
  });
  return element("div", { class: "eigen__toevoegen" }, open, form);
}
