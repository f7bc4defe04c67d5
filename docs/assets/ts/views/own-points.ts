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
import { returnTo, SETTLE } from "../focus.ts";
import { say, statusLine } from "../status.ts";
import { answerFields, complaint, warning } from "./answer.ts";
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
  const said = statusLine("uitkomst niet-op-papier");
  const tell = (words: string) => say(said, words);
  const refresh = () => {
    tell("");
    const own = eigenPuntenOf(session.dossier, stap.id);
    for (const [id, point] of shown) {
      if (own.some((punt) => punt.id === id)) continue;
      point.node.remove();
      shown.delete(id);
    }
    for (const punt of own) {
      if (!shown.has(punt.id)) shown.set(punt.id, ownPoint(punt, session, tell));
      const point = shown.get(punt.id)!;
      if (!point.node.isConnected) list.append(point.node);
      point.refresh();
    }
  };
  host.append(list, adder(stap.id, `bij stap ${stap.nummer}`, session, tell), said);
  session.listen(refresh);
  addEventListener("pageshow", refresh);
  refresh();
}

function ownPoint(
  first: EigenPunt,
  session: Session,
  tell: (words: string) => void,
): { node: HTMLElement; refresh: () => void } {
  const id = first.id;
  const read = () => session.dossier.eigen_punten.find((punt) => punt.id === id) ?? first;
  const box = element("input", { type: "checkbox", id: `vink-${id}` });
  const text = element("span", {});
  const words = element("textarea", {
    id: `tekst-${id}`,
    rows: "2",
    maxlength: `${LENGTHS.tekst}`,
    ...OWN_WORDS,
  });
  const showWords = keepTyping(words, (tekst) => {
    if (!tekst.trim()) return;
    session.change(
      "tekst van eigen punt",
      (dossier, now) => answerEigenPunt(dossier, id, { tekst }, now),
      `${id} tekst`,
    );
  });
  const wordless = complaint(words);
  words.addEventListener("change", () => {
    if (words.value.trim()) return;
    showWords(read().tekst);
    wordless.tell("Een punt heeft een tekst nodig. De oude tekst is teruggezet.");
  });
  const short = () => `‘${shortened(read().tekst, 40)}’`;
  let named = short();
  const fields = answerFields({
    id,
    get naam() {
      return `eigen punt ${short()}`;
    },
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
      const place = node.closest(".eigen")?.parentElement;
      // The button is not there while somebody types another point.
      const next = place?.querySelector<HTMLElement>(".eigen__form:not([hidden]) textarea") ??
        place?.querySelector<HTMLElement>("button.eigen__bij");
      session.change("eigen punt verwijderd", (dossier, now) => removeEigenPunt(dossier, id, now));
      next?.focus();
      tell("Eigen punt verwijderd.");
    },
    "dknop--stil",
    named,
  );
  fields.node.querySelector(".antwoord__velden")!.prepend(
    element(
      "div",
      {},
      field("Tekst van uw punt", words, `bij eigen punt ${named}`),
      wordless.node,
      warning(words, undefined, "Tekst van uw punt"),
    ),
  );
  const node = element(
    "div",
    { class: "punt punt--eigen", id },
    box,
    element("label", { for: `vink-${id}` }, element("span", { class: "code" }, "eigen"), " ", text),
    element("div", { class: "punt__eigen" }, fields.node, remove),
  );
  const rename = () => {
    // A field that changes its name while somebody types in it is read out again and again.
    if (document.activeElement === words || short() === named) return;
    for (const span of node.querySelectorAll(".alleen-hoorbaar")) {
      span.textContent = span.textContent.replace(named, short);
    }
    named = short();
  };
  words.addEventListener("blur", rename);
  return {
    node,
    refresh: () => {
      const now = read();
      text.textContent = now.tekst;
      // Whoever empties the field to begin again is not interrupted.
      if (words.value.trim() || document.activeElement !== words) showWords(now.tekst);
      box.checked = now.status === "gedaan";
      node.dataset.status = isDone(now) ? "klaar" : now.status === "bezig" ? "bezig" : "open";
      fields.refresh();
      rename();
    },
  };
}

function adder(
  stap: string,
  where: string,
  session: Session,
  tell: (words: string) => void,
): HTMLElement {
  const input = element("textarea", {
    rows: "2",
    // Not `required`: that calls an empty field wrong before anybody typed in it.
    "aria-required": "true",
    maxlength: `${LENGTHS.tekst}`,
    ...OWN_WORDS,
  });
  const empty = complaint(input);
  const personal = warning(input);
  // Our own sentence stands in for that of the browser, which lets spaces pass.
  const form = element("form", {
    class: "eigen__form",
    "aria-label": `Eigen punt ${where}`,
    novalidate: "",
  });
  let isOpen = false;
  // Some screen readers fall silent when the button that was pressed is gone at once.
  const leaveOne = () =>
    setTimeout(() => {
      form.hidden = !isOpen;
      open.hidden = isOpen;
    }, SETTLE);
  const open = button(
    "Eigen punt toevoegen",
    () => {
      isOpen = true;
      form.hidden = false;
      input.focus();
      leaveOne();
    },
    "dknop--stil eigen__bij",
    where,
  );
  const close = () => {
    isOpen = false;
    open.hidden = false;
    returnTo(open);
    input.value = "";
    empty.tell("");
    personal.replaceChildren();
    leaveOne();
  };
  form.hidden = true;
  form.append(
    field("Uw eigen punt", input, where),
    empty.node,
    element(
      "div",
      { class: "knoppenrij" },
      element("button", { class: "dknop" }, "Voeg toe", heard(where)),
      button("Annuleer", close, "dknop--stil"),
    ),
    // Under the buttons: it appears while somebody presses one, which must not move away.
    personal,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!isOpen) return;
    const text = input.value.trim();
    if (!text) {
      empty.tell("Typ eerst de tekst van uw punt.", true);
      input.focus();
      return;
    }
    const before = session.dossier;
    session.change(
      "eigen punt toegevoegd",
      (dossier, now) => addEigenPunt(dossier, stap, text, now, session.newId),
    );
    // What was refused stays in the field.
    if (session.dossier === before) return;
    const warned = [...personal.querySelectorAll("p")].map((one) => one.textContent);
    close();
    tell(["Eigen punt toegevoegd.", ...warned].join(" "));
  });
  // The form first: when the button goes, nothing in the form moves from under a click.
  return element("div", { class: "eigen__toevoegen" }, form, open);
}
