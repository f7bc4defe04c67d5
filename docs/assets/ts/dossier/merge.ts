/** Two dossiers become one, or are laid side by side. Nothing that was typed gets lost. */
import { dayWords } from "../dates.ts";
import {
  answerOf,
  EMPTY,
  fingerprint,
  isDone,
  isLater,
  latest,
  puntenOf,
  sameAnswer,
  sameWords,
  saysNothing,
  touched,
} from "./model.ts";
import { compareVersions } from "./reconcile.ts";
import type { Antwoord, Dossier, EigenPunt, GidsGegevens, Status } from "./types.ts";

export type Keuze = "a" | "b" | "beide";

/** How one point stands in two dossiers. Of an own point, `a` and `b` are an `EigenPunt`. */
export interface Verschil {
  readonly id: string;
  readonly soort: "punt" | "eigen";
  readonly stand: "alleen-a" | "alleen-b" | "gelijk" | "verschillend";
  readonly a: Antwoord | EigenPunt | null;
  readonly b: Antwoord | EigenPunt | null;
}

/** Ids of points and own points: what changed between an old dossier and the present one. */
export interface Jaarvergelijking {
  readonly nieuw_gedaan: readonly string[];
  readonly teruggevallen: readonly string[];
  readonly nog_open: readonly string[];
  readonly nieuw_in_gids: readonly string[];
}

/** Returns how every point that was noted in either dossier stands in both. */
export function compare(a: Dossier, b: Dossier): readonly Verschil[] {
  const ids = [...new Set([...Object.keys(a.punten), ...Object.keys(b.punten)])].sort();
  const eigenA = byId(a.eigen_punten);
  const eigenB = byId(b.eigen_punten);
  return [
    ...ids.map((id) => beside(id, "punt", own(a.punten, id), own(b.punten, id))),
    ...[...new Set([...eigenA.keys(), ...eigenB.keys()])].map((id) =>
      beside(id, "eigen", eigenA.get(id), eigenB.get(id))
    ),
  ];
}

function beside<Kind extends Antwoord>(
  id: string,
  soort: Verschil["soort"],
  a: Kind | undefined,
  b: Kind | undefined,
): Verschil {
  const stand = a === undefined
    ? "alleen-b"
    : b === undefined
    ? "alleen-a"
    : sameWords(a, b) && (soort === "punt" || a.tekst === b.tekst)
    ? "gelijk"
    : "verschillend";
  return { id, soort, stand, a: a ?? null, b: b ?? null };
}

/**
 * Returns the first dossier with everything of the second in it.
 *
 * Where they differ the choice decides; without a choice both are kept. Never the clock: two
 * computers do not tell the same time.
 */
export function merge(
  a: Dossier,
  b: Dossier,
  choices: Readonly<Record<string, Keuze>>,
  now: string,
): Dossier {
  const punten: Record<string, Antwoord> = {};
  const eigen_punten: EigenPunt[] = [];
  for (const verschil of compare(a, b)) {
    const keuze = Object.hasOwn(choices, verschil.id) ? choices[verschil.id] : "beide";
    if (verschil.soort === "punt") {
      punten[verschil.id] = settled(verschil, keuze, (one, other) => both(one, other, now));
    } else {
      const placed = keuze === "beide" ? atOneStep(verschil) : verschil;
      eigen_punten.push(
        settled(placed, keuze, (one, other) => bothEigen(one, other, now)) as EigenPunt,
      );
    }
  }
  const gemeente = a.dossier.gemeente || b.dossier.gemeente;
  const newer = compareVersions(b.inhoudsversie, a.inhoudsversie) > 0;
  const inhoudsversie = newer ? b.inhoudsversie : a.inhoudsversie;
  if (
    gemeente === a.dossier.gemeente && !newer &&
    Object.keys(punten).every((id) => punten[id] === own(a.punten, id)) &&
    eigen_punten.every((punt, index) => punt === a.eigen_punten[index])
  ) return a;
  return touched(
    { ...a, inhoudsversie, dossier: { ...a.dossier, gemeente }, punten, eigen_punten },
    now,
  );
}

function settled<Kind extends Antwoord>(
  { stand, a, b }: Verschil,
  keuze: Keuze,
  join: (a: Kind, b: Kind) => Kind,
): Kind {
  const [one, other] = [a as Kind, b as Kind];
  if (stand === "alleen-a") return one;
  if (stand === "alleen-b") return other;
  if (stand === "gelijk") return lastGiven(one, other);
  return keuze === "a" ? one : keuze === "b" ? other : join(one, other);
}

/** The same own point under two steps: which step it gets does not depend on the order either. */
function atOneStep(verschil: Verschil): Verschil {
  const [a, b] = [verschil.a as EigenPunt | null, verschil.b as EigenPunt | null];
  if (a === null || b === null || a.stap === b.stap) return verschil;
  return a.stap < b.stap
    ? { ...verschil, b: { ...b, stap: a.stap } }
    : { ...verschil, a: { ...a, stap: b.stap } };
}

/** The same words twice: which of the two is kept does not depend on the order. */
function lastGiven<Kind extends Antwoord>(one: Kind, other: Kind): Kind {
  if (isLater(other.gewijzigd, one.gewijzigd)) return other;
  if (isLater(one.gewijzigd, other.gewijzigd)) return one;
  return signature(other) > signature(one) ? other : one;
}

function isSame(a: Antwoord, b: Antwoord): boolean {
  return a === b || (sameAnswer(a, b) && a.gewijzigd === b.gewijzigd);
}

/** Everything in an answer, in an order that does not depend on how it was made. */
function signature(a: Antwoord): string {
  return JSON.stringify(Object.entries(a).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** How far a status is. Of two, the one that promises least is kept. */
const RANK: Readonly<Record<Status, number>> = { open: 0, bezig: 1, nvt: 2, gedaan: 3 };

function both(a: Antwoord, b: Antwoord, now: string): Antwoord {
  const least = RANK[b.status] < RANK[a.status] ? b : a;
  const joined: Antwoord = {
    status: least.status,
    reden: joinText(a.reden, b.reden),
    notitie: joinText(joinText(a.notitie, b.notitie), otherDate(a, b)),
    trekker: joinNames(a.trekker, b.trekker),
    datum: earliest(a.datum, b.datum),
    vingerafdruk: least.vingerafdruk,
    tekst: least.tekst,
    gewijzigd: latest(a.gewijzigd, b.gewijzigd),
  };
  // Merging the same file again finds all of it there already, and changes nothing.
  return sameAnswer(joined, a)
    ? a
    : { ...joined, gewijzigd: latest(latest(a.gewijzigd, b.gewijzigd), now) };
}

function bothEigen(a: EigenPunt, b: EigenPunt, now: string): EigenPunt {
  const tekst = joinNames(a.tekst, b.tekst);
  const joined = { ...a, ...both(a, b, now), tekst, vingerafdruk: fingerprint(tekst) };
  return sameAnswer(joined, a) ? a : joined;
}

/** Returns the paragraphs of the first text and then those that only the second has. */
export function joinText(a: string, b: string): string {
  if (a === "" || b.startsWith(a)) return b;
  if (b === "" || a.startsWith(b)) return a;
  // Compared without the space around them: joined texts must be recognised when they come back.
  const known = new Set(["", ...paragraphs(a).map((one) => one.trim())]);
  return [a, ...paragraphs(b).filter((one) => !known.has(one.trim()))].join("\n\n");
}

function paragraphs(text: string): readonly string[] {
  return text.split(/\n{2,}/);
}

const BETWEEN = " / ";

function joinNames(a: string, b: string): string {
  if (a === "") return b;
  const known = new Set(a.split(BETWEEN));
  const rest = b.split(BETWEEN).filter((naam) => naam !== "" && !known.has(naam));
  return [a, ...rest].join(BETWEEN);
}

function earliest(a: string, b: string): string {
  if (a === "" || b === "") return a || b;
  return a < b ? a : b;
}

/** There is room for one date; the other is not thrown away. */
function otherDate(a: Antwoord, b: Antwoord): string {
  if (a.datum === "" || b.datum === "" || a.datum === b.datum) return "";
  const other = a.datum > b.datum ? a.datum : b.datum;
  // Earlier versions wrote it in figures; it is not said a second time.
  const figures = `Andere datum: ${other}`;
  const known = [...paragraphs(a.notitie), ...paragraphs(b.notitie)].map((one) => one.trim());
  return known.includes(figures) ? figures : `Andere datum: ${dayWords(other)}`;
}

/**
 * Returns what two windows made of the same dossier, starting from what both had seen.
 *
 * A field that only one of them changed gets that change, also when it was emptied. Where both
 * changed the same field the last one counts, and of notes and reasons both are kept.
 */
export function mergeChanges(base: Dossier, mine: Dossier, theirs: Dossier): Dossier {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  const ids = new Set([...Object.keys(mine.punten), ...Object.keys(theirs.punten)]);
  const punten: Record<string, Antwoord> = {};
  for (const id of ids) {
    const merged = mergeAntwoord(answerOf(base, id), answerOf(mine, id), answerOf(theirs, id));
    if (!saysNothing(merged)) punten[id] = merged;
  }
  const newest = isLater(theirs.dossier.gewijzigd, mine.dossier.gewijzigd) ? theirs : mine;
  return {
    ...mine,
    inhoudsversie: pick(
      base.inhoudsversie,
      mine.inhoudsversie,
      theirs.inhoudsversie,
      newest.inhoudsversie,
    ),
    dossier: {
      ...mine.dossier,
      naam: pick(
        base.dossier.naam,
        mine.dossier.naam,
        theirs.dossier.naam,
        newest.dossier.naam,
      ),
      gemeente: pick(
        base.dossier.gemeente,
        mine.dossier.gemeente,
        theirs.dossier.gemeente,
        newest.dossier.gemeente,
      ),
      gewijzigd: latest(mine.dossier.gewijzigd, theirs.dossier.gewijzigd),
      bestand: latest(mine.dossier.bestand, theirs.dossier.bestand),
    },
    punten,
    eigen_punten: mergeEigen(base, mine, theirs),
  };
}

function mergeAntwoord(base: Antwoord, mine: Antwoord, theirs: Antwoord): Antwoord {
  if (isSame(theirs, base)) return mine;
  if (isSame(mine, base)) return theirs;
  const newest = lastGiven(mine, theirs);
  const other = newest === mine ? theirs : mine;
  const text = (field: "reden" | "notitie") =>
    pick(base[field], mine[field], theirs[field], joinText(newest[field], other[field]));
  const value = (field: "trekker" | "datum") =>
    pick(base[field], mine[field], theirs[field], newest[field]);
  // A status belongs to the text that was read with it.
  const read = (a: Antwoord) => `${a.status} ${a.vingerafdruk} ${a.tekst}`;
  const status = pick(read(base), read(mine), read(theirs), read(newest)) === read(mine)
    ? mine
    : theirs;
  return {
    status: status.status,
    reden: text("reden"),
    notitie: text("notitie"),
    trekker: value("trekker"),
    datum: value("datum"),
    vingerafdruk: status.vingerafdruk,
    tekst: status.tekst,
    gewijzigd: latest(mine.gewijzigd, theirs.gewijzigd),
  };
}

function mergeEigen(base: Dossier, mine: Dossier, theirs: Dossier): readonly EigenPunt[] {
  const before = byId(base.eigen_punten);
  const here = byId(mine.eigen_punten);
  const there = byId(theirs.eigen_punten);
  const merged: EigenPunt[] = [];
  for (const id of new Set([...here.keys(), ...there.keys()])) {
    const [old, one, other] = [before.get(id), here.get(id), there.get(id)];
    if (one !== undefined && other !== undefined) {
      merged.push(mergeEigenPunt(old ?? { ...EMPTY, id, stap: "" }, one, other));
    } else {
      const left = (one ?? other)!;
      // Thrown away in one window is gone, unless the other window worked on it since.
      if (old === undefined || !sameAnswer(old, left)) merged.push(left);
    }
  }
  return merged;
}

function mergeEigenPunt(base: EigenPunt, mine: EigenPunt, theirs: EigenPunt): EigenPunt {
  const same = (a: EigenPunt, b: EigenPunt) => isSame(a, b) && a.stap === b.stap;
  if (same(theirs, base)) return mine;
  if (same(mine, base)) return theirs;
  const answers = mergeAntwoord(
    { ...base, tekst: "", vingerafdruk: "" },
    { ...mine, tekst: "", vingerafdruk: "" },
    { ...theirs, tekst: "", vingerafdruk: "" },
  );
  const newest = lastGiven(mine, theirs);
  const tekst = pick(
    base.tekst,
    mine.tekst,
    theirs.tekst,
    joinNames(newest.tekst, newest === mine ? theirs.tekst : mine.tekst),
  );
  const stap = pick(base.stap, mine.stap, theirs.stap, newest.stap);
  const gewijzigd = latest(mine.gewijzigd, theirs.gewijzigd);
  return { ...mine, ...answers, stap, tekst, vingerafdruk: fingerprint(tekst), gewijzigd };
}

function pick(base: string, mine: string, theirs: string, conflict: string): string {
  if (mine === theirs || theirs === base) return mine;
  return mine === base ? theirs : conflict;
}

/** Returns what happened since an older dossier; the points of the present guide count. */
export function compareYears(
  old: Dossier,
  current: Dossier,
  gids: GidsGegevens,
): Jaarvergelijking {
  const then = byId(old.eigen_punten);
  const pairs = [
    ...puntenOf(gids).map(({ id }) => ({
      id,
      before: answerOf(old, id),
      now: answerOf(current, id),
      isNew: isNewSince(old.inhoudsversie, id, gids),
    })),
    ...current.eigen_punten.map((punt) => ({
      id: punt.id,
      before: then.get(punt.id) ?? EMPTY,
      now: punt,
      isNew: false,
    })),
  ];
  const ids = (keep: (pair: (typeof pairs)[number]) => boolean) =>
    pairs.filter(keep).map(({ id }) => id);
  return {
    nieuw_gedaan: ids(({ before, now }) => isDone(now) && !isDone(before)),
    teruggevallen: ids(({ before, now }) => !isDone(now) && isDone(before)),
    nog_open: ids(({ before, now, isNew }) => !isDone(now) && !isDone(before) && !isNew),
    nieuw_in_gids: ids(({ before, now, isNew }) => !isDone(now) && !isDone(before) && isNew),
  };
}

function isNewSince(versie: string, id: string, gids: GidsGegevens): boolean {
  const sinds = Object.hasOwn(gids.geschiedenis, id) ? gids.geschiedenis[id].sinds : "";
  return sinds !== "" && compareVersions(sinds, versie) > 0;
}

function byId(punten: readonly EigenPunt[]): ReadonlyMap<string, EigenPunt> {
  return new Map(punten.map((punt) => [punt.id, punt]));
}

function own<Value>(record: Readonly<Record<string, Value>>, id: string): Value | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined;
}
