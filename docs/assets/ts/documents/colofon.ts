/** What every document says about itself. */
import { dayWords } from "../dates.ts";
import type { Dossier, GidsGegevens } from "../dossier/types.ts";
import type { Block, Stuk } from "./blocks.ts";
import type { Zicht } from "./stand.ts";
import { dayOf, run, slug } from "./words.ts";

/** Returns a document with its names and dates around the blocks. */
export function stuk(
  dossier: Dossier,
  gids: GidsGegevens,
  titel: string,
  blokken: readonly Block[],
): Stuk {
  const { naam, gemeente } = dossier.dossier;
  const datum = dayOf(dossier.dossier.gewijzigd) || gids.datum;
  const whose = gemeente.trim() || naam.trim();
  return {
    naam: [slug(titel), slug(naam), datum].filter(Boolean).join("-"),
    titel: [titel, whose].filter(Boolean).join(", "),
    onderwerp: gids.titel,
    kop: [[titel, whose].filter(Boolean).join(" · "), gids.titel],
    voet: `Stand van ${dayWords(datum)} · inhoud van de gids: versie ${gids.versie}`,
    datum,
    blokken,
  };
}

/** Returns the sentence that says what a lens leaves out, or nothing. */
export function zichtBlock(zicht?: Zicht): Block[] {
  return zicht ? [{ kind: "paragraph", role: "note", text: [run(zicht.woorden)] }] : [];
}

/** Returns the colophon as a chapter. */
export function colofon(dossier: Dossier, gids: GidsGegevens): Block[] {
  const used = dossier.inhoudsversie;
  const sentences = [
    `Gemaakt met de gids ‘${gids.titel}’, inhoud versie ${gids.versie} van ${
      dayWords(gids.datum)
    }.${gids.adres ? ` Adres: ${gids.adres}` : ""}`,
    used && used !== gids.versie
      ? `Het dossier is het laatst gebruikt met versie ${used} van de inhoud.`
      : "",
    "De punten, de vragen en de bronnen komen uit de gids. " +
    "Wat de gemeente zelf noteerde, staat hier zoals het is getypt.",
    gids.herkomst,
    "Dit is geen uitgave van een ministerie en geen juridisch advies. " +
    "Laat juridische punten nalopen door een jurist of door uw functionaris gegevensbescherming (FG).",
    "U mag de teksten van de gids gebruiken en bewerken onder de licentie CC BY 4.0. " +
    "Noem dan de titel en de versie.",
  ];
  return [
    { kind: "heading", level: 1, text: "Colofon", id: "colofon" },
    ...sentences.filter(Boolean).map((text): Block => ({
      kind: "paragraph",
      role: "note",
      text: [run(text)],
    })),
  ];
}
