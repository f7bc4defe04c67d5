/** What the tests of the dossier share: the kept files, made-up dossiers, and how to compare. */
import fc from "fast-check";
import gids2026 from "../../../../tests/fixtures/dossiers/gids_2026.1.json" with { type: "json" };
import gids2027 from "../../../../tests/fixtures/dossiers/gids_2027.1_verzonnen.json" with {
  type: "json",
};
import bestand2026 from "../../../../tests/fixtures/dossiers/formaat-1_inhoud-2026.1.json" with {
  type: "text",
};
import bestand2027 from "../../../../tests/fixtures/dossiers/formaat-1_inhoud-2027.1_verzonnen.json" with {
  type: "text",
};
import { dayWords } from "../dates.ts";
import { fingerprint, puntenOf, saysNothing } from "./model.ts";
import { visible } from "./text.ts";
import type { Antwoord, Dossier, EigenPunt, GidsGegevens, PuntGegevens, Status } from "./types.ts";

/** The guide as it was released, and a later one that is made up. */
export const GIDS = gids2026 as unknown as GidsGegevens;
export const LATER = gids2027 as unknown as GidsGegevens;

/** Every save file that must open for ever: one per format and content version. */
export const FILES: Readonly<Record<string, string>> = {
  "formaat-1_inhoud-2026.1.json": bestand2026,
  "formaat-1_inhoud-2027.1_verzonnen.json": bestand2027,
};

export const NOW: string = "2027-11-24T09:00:00Z";

/** Returns a point of the guide. */
export function puntOf(gids: GidsGegevens, id: string): PuntGegevens {
  const punt = puntenOf(gids).find((one) => one.id === id);
  if (punt === undefined) throw new Error(`no point ${id}`);
  return punt;
}

/** Returns how to make ids that are new each time, and the same in each run. */
export function counter(start = "id"): () => string {
  let count = 0;
  return () => `${start}-${count += 1}`;
}

/** Fails when two values differ; the order of keys does not count. */
export function equal(actual: unknown, expected: unknown): void {
  const [one, other] = [canonical(actual), canonical(expected)];
  if (one !== other) throw new Error(`expected ${other}\n     got ${one}`);
}

/** Returns what was thrown; fails when nothing was. */
export function thrown(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("nothing was thrown");
}

function canonical(value: unknown): string {
  return JSON.stringify(
    value,
    (_, part) =>
      typeof part === "object" && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
  );
}

/** Returns everything that somebody typed or chose in a dossier, to see that nothing got lost. */
export function typed(d: Dossier): readonly string[] {
  return [...Object.values(d.punten), ...d.eigen_punten].flatMap((a) => [
    ...a.notitie.split(/\n{2,}/),
    ...a.reden.split(/\n{2,}/),
    ...a.trekker.split(" / "),
    a.datum,
  ]).concat(d.eigen_punten.map((punt) => punt.tekst))
    .map((text) => text.trim())
    .filter((text) => text !== "");
}

/** Returns which of the texts are nowhere in a dossier. */
export function lost(texts: readonly string[], d: Dossier): readonly string[] {
  const everything = [...Object.values(d.punten), ...d.eigen_punten]
    .flatMap((a) => [a.notitie, a.reden, a.trekker, a.datum, a.tekst]).join("\n\n");
  // A date for which there was no room stands in a note, in words.
  const isThere = (text: string) =>
    everything.includes(text) || everything.includes(dayWords(text));
  return texts.filter((text) => !isThere(text));
}

const words = fc.oneof(
  { weight: 4, arbitrary: fc.constant("") },
  { weight: 4, arbitrary: fc.stringMatching(/^[a-e]{1,3}$/) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 30 }).map(visible) },
  { weight: 1, arbitrary: fc.constant("eerste alinea\n\ntweede <b>alinea</b>\n\n\n& “€” \uFFFD") },
);
const datum = fc.constantFrom("", "", "2027-01-15", "2027-03-01", "2028-02-29");
/** From the first release until `NOW`: what is still to come is brought back when it is read. */
const moment = fc.integer({ min: 0, max: 365 * 24 * 60 }).map((minutes) =>
  new Date(Date.parse("2026-11-24T09:00:00Z") + minutes * 60_000).toISOString()
    .replace(".000Z", "Z")
);
const status = fc.constantFrom<Status>("open", "bezig", "gedaan", "nvt");

const antwoord: fc.Arbitrary<Antwoord> = fc.record({
  status,
  reden: words,
  notitie: words,
  trekker: fc.stringMatching(/^[a-c ]{0,3}$/),
  datum,
  vingerafdruk: fc.constant(""),
  tekst: fc.constant(""),
  gewijzigd: moment,
});

const IDS = puntenOf(GIDS).map(({ id }) => id);
const STAPPEN = GIDS.fasen.flatMap((fase) => fase.stappen.map(({ id }) => id));

function punten(ids: readonly string[]): fc.Arbitrary<Readonly<Record<string, Antwoord>>> {
  return fc.dictionary(fc.constantFrom(...ids), antwoord, { maxKeys: 8 }).map((record) =>
    Object.fromEntries(
      Object.entries(record).filter(([, a]) => !saysNothing(a)).map(([id, a]) => {
        const { tekst } = puntOf(GIDS, id);
        return [id, { ...a, tekst, vingerafdruk: fingerprint(tekst) }];
      }),
    )
  );
}

const eigenPunt: fc.Arbitrary<EigenPunt> = fc.record({
  antwoord,
  id: fc.stringMatching(/^[a-d]{1,2}$/),
  stap: fc.constantFrom(...STAPPEN),
  tekst: words,
}).map(({ antwoord, id, stap, tekst }) => ({
  ...antwoord,
  id: `eigen-${id}`,
  stap,
  tekst,
  vingerafdruk: fingerprint(tekst),
}));

/** Returns made-up dossiers. Few ids, so that two of them often meet at the same point. */
export function dossiers(ids: readonly string[] = IDS): fc.Arbitrary<Dossier> {
  return fc.record({
    punten: punten(ids),
    eigen_punten: fc.uniqueArray(eigenPunt, { maxLength: 4, selector: ({ id }) => id }),
    naam: words,
    gemeente: fc.constantFrom("", "Voorbeeldstad"),
    gemaakt: moment,
  }).map(({ punten, eigen_punten, naam, gemeente, gemaakt }) => ({
    formaat: "handreiking-dossier",
    formaatversie: 1,
    inhoudsversie: "2026.1",
    dossier: { id: "proef-1", naam, gemeente, gemaakt, gewijzigd: gemaakt, bestand: "" },
    punten,
    eigen_punten,
  }));
}

/** A few points, among which those that the later guide changed, replaced and dropped. */
export const FEW = [
  "ik-startopdracht",
  "ik-drie-lagen",
  "ik-woorden-zonder-etiket",
  "ik-advies-fg",
  "pa-dpia",
  "pa-overleg-onderwijs",
  "ui-kwartaaloverleg",
] as const;
