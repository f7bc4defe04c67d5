/** Where the focus goes, and where somebody who listens reads on. */

/** How long Orca needs before what had the focus may go, or the caret may move. */
export const SETTLE = 250;

/** Moves the focus to something that is no control, such as a heading. */
export function focusOn(target: HTMLElement): void {
  target.tabIndex = -1;
  target.focus();
}

/** Moves the focus to a place that is no control, and lets who listens read on from there. */
export function goTo(target: HTMLElement): void {
  focusOn(target);
  readOnFrom(target);
}

/** Gives the focus back to the control with which something was opened, and reads on from there. */
export function returnTo(opener: HTMLElement): void {
  opener.focus();
  readOnFrom(opener);
}

/**
 * Gives the focus back to a control on a page that was hidden, and reads on from the words before it.
 *
 * There Orca follows the caret into no control, and reads on from the top.
 */
export function comeBackTo(opener: HTMLElement): void {
  opener.focus();
  readOnFrom(wordsBefore(opener), opener);
}

function wordsBefore(control: HTMLElement): Node {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  texts.currentNode = control;
  while (texts.previousNode()) {
    const { data, parentElement } = texts.currentNode as Text;
    if (data.trim() && !parentElement?.closest("button, select, textarea")) break;
  }
  return texts.currentNode;
}

/**
 * Puts the caret, in a moment, where somebody who listens reads on: a screen reader follows it.
 *
 * Not when the focus has left `holder` meanwhile.
 */
export function readOnFrom(place: Node, holder = place): void {
  setTimeout(() => {
    if (document.activeElement === holder) getSelection()?.collapse(place, 0);
  }, SETTLE);
}
