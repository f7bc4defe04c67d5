/** A last look at free text before it goes into a file or document. */
import type { Verdacht } from "../dossier/guard.ts";
import { element } from "../dom.ts";
import type { Session } from "./session.ts";
import { ask } from "./ui.ts";
import { counted } from "./words.ts";

const MOST = 10;

/** Returns whether to go on: at once when nothing was found, else what the reader decides. */
export async function proceedDespite(session: Session, goOn: string): Promise<boolean> {
  const found = session.personal();
  if (!found.length) return true;
  const list = element(
    "ul",
    {},
    ...found.slice(0, MOST).map((one) =>
      element("li", {}, element("strong", {}, placeOf(one, session)), `: ${one.zin}`)
    ),
  );
  const rest = found.length - MOST;
  if (rest > 0) list.append(element("li", {}, `En nog ${counted(rest, "plek", "plekken")}.`));
  const answer = await ask("Staan er gegevens van een kind of ouder in?", [
    element("p", {}, "Dit dossier gaat over beleid. Kijk deze plekken na voordat u het deelt."),
    list,
  ], [["terug", "Eerst nakijken", "dknop--hoofd"], ["door", goOn]]);
  return answer === "door";
}

/** Returns where a text was typed, as the way to it when the guide still has that place. */
function placeOf({ plaats, punt, veld, stap }: Verdacht, session: Session): HTMLElement | string {
  const address = punt && session.addressOfPunt(punt, veld, stap);
  if (!address) return plaats;
  const link = element("a", { href: address }, plaats);
  // The place may be on this very page, under the dialog.
  link.addEventListener("click", () => link.closest("dialog")?.close());
  return link;
}
