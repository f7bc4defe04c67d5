/** Saving while somebody types, and what to do when the dossier goes away meanwhile. */
import { element } from "../dom.ts";

const WAIT_FOR_TYPING = 500;

/** Per field with words that are not kept yet: how to leave them at that. */
const unkept = new Set<() => void>();

/** Leaves what is being typed on screen without keeping it; returns whether there was any. */
export function letGoOfTyping(): boolean {
  const any = unkept.size > 0;
  for (const letGo of unkept) letGo();
  unkept.clear();
  return any;
}

/**
 * Saves while somebody types, but not at every key; returns how to show another value.
 *
 * What the browser itself finds wrong, such as half a date, is not kept and not taken away.
 */
export function keepTyping(
  control: HTMLInputElement | HTMLTextAreaElement,
  write: (text: string) => void,
): (text: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let kept = "";
  /** What stands in the field and in no dossier. */
  let loose: string | undefined;
  const note = element(
    "p",
    { class: "let-op let-op--veld" },
    "Dit is niet bewaard: uw dossier is in een ander venster weggehaald. Typt u hier verder, dan wordt het bewaard.",
  );
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
    unkept.delete(letGo);
  };
  const letGo = () => {
    stop();
    loose = control.value;
    control.closest("label")?.after(note);
  };
  const bind = () => {
    loose = undefined;
    note.remove();
  };
  const save = () => {
    stop();
    if (control.value === kept || control.value === loose || !control.validity.valid) return;
    kept = control.value;
    write(control.value);
  };
  control.addEventListener("input", () => {
    stop();
    bind();
    unkept.add(letGo);
    timer = setTimeout(save, WAIT_FOR_TYPING);
  });
  control.addEventListener("change", save);
  addEventListener("pagehide", save);
  return (text) => {
    // What somebody is typing right now is newer than what the dossier holds.
    if (timer !== undefined) return;
    if (!control.validity.valid && document.activeElement === control) return;
    kept = text;
    if (loose !== undefined && text === "") return;
    bind();
    if (control.value !== text) control.value = text;
  };
}
