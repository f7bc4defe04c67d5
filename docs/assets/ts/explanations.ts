/** The explanations of terms open and close without script; only who leaves one needs it. */
import { returnTo } from "./focus.ts";

const OPEN = ".uitleg:popover-open";

/** Lets the focus and an explanation go together. */
export function followExplanations(): void {
  // Without popovers the page shows no explanation, and knows no selector for an open one.
  if (!("popover" in HTMLElement.prototype)) return;
  addEventListener("focusin", closeLeft);
  addEventListener("keydown", goBack, { capture: true });
}

/** Closes an explanation when the focus goes elsewhere, where it may lie over what is reached. */
function closeLeft(event: FocusEvent): void {
  const reached = event.target as Element;
  const open = document.querySelector<HTMLElement>(OPEN);
  // A click on its words puts the focus on what it stands in.
  if (!open || open.contains(reached) || reached.contains(open)) return;
  if (reached.getAttribute("popovertarget") !== open.id) open.hidePopover();
}

/**
 * Goes back to the term of an explanation that Escape closes while somebody reads in it.
 *
 * A screen reader that reads by line takes the focus away, and a browser gives back no focus that
 * is not in what closes.
 */
function goBack({ key }: KeyboardEvent): void {
  const open = key === "Escape" ? document.querySelector(OPEN) : null;
  if (!open?.contains(getSelection()?.anchorNode ?? null)) return;
  const term = document.querySelector<HTMLElement>(`.begrip[popovertarget="${open.id}"]`);
  open.addEventListener("toggle", () => {
    if (term && document.activeElement === document.body) returnTo(term);
  }, { once: true });
}
