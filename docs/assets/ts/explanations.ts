/** The explanations of terms open and close without script; only who leaves one needs it. */

/** Closes an explanation when the focus goes elsewhere, where it may lie over what is reached. */
export function closeLeftExplanations(): void {
  // Without popovers the page shows no explanation, and knows no selector for an open one.
  if (!("popover" in HTMLElement.prototype)) return;
  addEventListener("focusin", (event) => {
    const reached = event.target as Element;
    const open = document.querySelector<HTMLElement>(".uitleg:popover-open");
    // A click on its words puts the focus on what it stands in.
    if (!open || open.contains(reached) || reached.contains(open)) return;
    if (reached.getAttribute("popovertarget") !== open.id) open.hidePopover();
  });
}
