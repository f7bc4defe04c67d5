/** A last look at free text before it goes into a file or document. */
import { findPersonal } from "../dossier/guard.ts";
import type { Dossier } from "../dossier/types.ts";
import { element } from "../dom.ts";
import type { Session } from "./session.ts";
import { ask } from "./ui.ts";

/** A text that may be about a person, with the place where it stands. */
export interface Suspect {
  readonly plaats: string;
  readonly zin: string;
}

/** Returns what in a dossier looks like it is about a child or parent. */
export function personalIn(dossier: Dossier, session: Session): Suspect[] {
  const texts: [string, string][] = [
    ["de naam van het dossier", dossier.dossier.naam],
    ["de gemeente", dossier.dossier.gemeente],
  ];
  for (const [id, a] of Object.entries(dossier.punten)) {
    const code = session.punten.get(id)?.code ?? id;
    texts.push([`${code}, notitie`, a.notitie], [`${code}, reden`, a.reden]);
    texts.push([`${code}, trekker`, a.trekker]);
  }
  for (const punt of dossier.eigen_punten) {
    texts.push(["een eigen punt", `${punt.tekst}\n${punt.notitie}\n${punt.reden}`]);
    texts.push(["een eigen punt, trekker", punt.trekker]);
  }
  return texts.flatMap(([plaats, text]) =>
    findPersonal(text)
      .filter((find) =>
        !plaats.endsWith("trekker") || !["adres", "e-mail", "telefoon"].includes(find.soort)
      )
      .map((find) => ({ plaats, zin: find.zin }))
  );
}

/** Returns whether to go on: at once when nothing was found, else what the reader decides. */
export async function proceedDespite(found: readonly Suspect[], goOn: string): Promise<boolean> {
  if (!found.length) return true;
  const list = element(
    "ul",
    {},
    ...found.slice(0, 10).map((one) =>
      element("li", {}, element("strong", {}, `${one.plaats}: `), one.zin)
    ),
  );
  const answer = await ask("Staan er gegevens van een kind of ouder in?", [
    element("p", {}, "Dit dossier gaat over beleid. Kijk deze plekken na voordat u het deelt."),
    list,
  ], [["terug", "Eerst nakijken", "dknop--hoofd"], ["door", goOn]]);
  return answer === "door";
}
