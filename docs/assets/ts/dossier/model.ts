/** What a dossier is and how it changes: pure functions on immutable values. */
import type {
  Antwoord,
  Dossier,
  EigenPunt,
  GidsGegevens,
  PuntGegevens,
  Situatie,
  Status,
} from "./types.ts";

/** What a reader may change at a point. */
export type Wijziging = Partial<
  Pick<Antwoord, "status" | "reden" | "notitie" | "trekker" | "datum">
>;

/** What a reader may change at a point of their own. */
export type EigenWijziging = Wijziging & { readonly tekst?: string };

/** How many points there are, and how far they are. The four always add up to `totaal`. */
export interface Telling {
  readonly totaal: number;
  readonly gedaan: number;
  readonly bezig: number;
  readonly nvt: number;
  readonly open: number;
}

/** How long a field may be on screen (`maxlength`). A file may hold more: see `format.ts`. */
export const LENGTHS = {
  naam: 80,
  gemeente: 80,
  trekker: 120,
  reden: 1000,
  notitie: 4000,
  tekst: 300,
} as const;

/** The name of the dossier that is there before anybody made one. */
export const DEFAULT_NAAM = "Mijn dossier";

/** A point where nothing was noted. */
export const EMPTY: Antwoord = Object.freeze({
  status: "open",
  reden: "",
  notitie: "",
  trekker: "",
  datum: "",
  vingerafdruk: "",
  tekst: "",
  gewijzigd: "",
});

/** Returns a dossier in which nothing was noted yet. */
export function emptyDossier(
  naam: string,
  inhoudsversie: string,
  now: string,
  newId: () => string,
): Dossier {
  return {
    formaat: "handreiking-dossier",
    formaatversie: 1,
    inhoudsversie,
    dossier: { id: newId(), naam, gemeente: "", gemaakt: now, gewijzigd: now, bestand: "" },
    punten: {},
    eigen_punten: [],
  };
}

/**
 * Returns the dossier with one point answered.
 *
 * Naming a status, also the same one again, says "I read this text": then the text and its
 * fingerprint are renewed. A note or a date alone leaves them, so that a changed text stays marked.
 */
export function answer(
  d: Dossier,
  punt: Pick<PuntGegevens, "id" | "tekst">,
  change: Wijziging,
  now: string,
): Dossier {
  const before = answerOf(d, punt.id);
  const readAgain = change.status !== undefined || before.vingerafdruk === "";
  const after: Antwoord = {
    ...before,
    ...defined(change),
    ...(readAgain ? { vingerafdruk: fingerprint(punt.tekst), tekst: punt.tekst } : {}),
    gewijzigd: before.gewijzigd,
  };
  if (sameAnswer(before, after)) return d;
  return withAnswer(d, punt.id, { ...after, gewijzigd: latest(before.gewijzigd, now) }, now);
}

/** Returns what was noted at a point; `EMPTY` when nothing was. */
export function answerOf(d: Dossier, id: string): Antwoord {
  return Object.hasOwn(d.punten, id) ? d.punten[id] : EMPTY;
}

/** Returns the dossier with this answer at this point; an answer that says nothing is left out. */
export function withAnswer(d: Dossier, id: string, antwoord: Antwoord, now: string): Dossier {
  const punten: Record<string, Antwoord> = { ...d.punten };
  if (saysNothing(antwoord)) delete punten[id];
  else punten[id] = antwoord;
  return touched({ ...d, punten }, now);
}

/** Returns the dossier with a point of their own under a step. */
export function addEigenPunt(
  d: Dossier,
  stap: string,
  tekst: string,
  now: string,
  newId: () => string,
): Dossier {
  const made: EigenPunt = {
    ...EMPTY,
    id: `eigen-${newId()}`,
    stap,
    tekst,
    vingerafdruk: fingerprint(tekst),
    gewijzigd: now,
  };
  return touched({ ...d, eigen_punten: [...d.eigen_punten, made] }, now);
}

/** Returns the dossier with one own point changed; `tekst` may change too. */
export function answerEigenPunt(
  d: Dossier,
  id: string,
  change: EigenWijziging,
  now: string,
): Dossier {
  const before = d.eigen_punten.find((punt) => punt.id === id);
  if (before === undefined) return d;
  const changed = { ...before, ...defined(change) };
  const after = { ...changed, vingerafdruk: fingerprint(changed.tekst) };
  if (sameAnswer(before, after)) return d;
  const kept = { ...after, gewijzigd: latest(before.gewijzigd, now) };
  const eigen_punten = d.eigen_punten.map((punt) => (punt.id === id ? kept : punt));
  return touched({ ...d, eigen_punten }, now);
}

/** Returns the dossier without one own point. */
export function removeEigenPunt(d: Dossier, id: string, now: string): Dossier {
  const eigen_punten = d.eigen_punten.filter((punt) => punt.id !== id);
  if (eigen_punten.length === d.eigen_punten.length) return d;
  return touched({ ...d, eigen_punten }, now);
}

/** Returns the own points of one step, in the order in which they were added. */
export function eigenPuntenOf(d: Dossier, stap: string): readonly EigenPunt[] {
  return d.eigen_punten.filter((punt) => punt.stap === stap);
}

/** Returns the dossier with another name. */
export function rename(d: Dossier, naam: string, now: string): Dossier {
  return touched({ ...d, dossier: { ...d.dossier, naam } }, now);
}

/** Returns the dossier with the name of the municipality. */
export function setGemeente(d: Dossier, gemeente: string, now: string): Dossier {
  return touched({ ...d, dossier: { ...d.dossier, gemeente } }, now);
}

/** Returns a copy that lives its own life. */
export function duplicate(d: Dossier, naam: string, now: string, newId: () => string): Dossier {
  const kop = { ...d.dossier, id: newId(), naam, gemaakt: now, gewijzigd: now, bestand: "" };
  return { ...d, dossier: kop };
}

/** Returns the dossier with the moment of its save file. Saving is no change of the dossier. */
export function markSaved(d: Dossier, now: string): Dossier {
  return { ...d, dossier: { ...d.dossier, bestand: now } };
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * Returns the dossier with moments that are still to come brought back to now.
 *
 * No change would ever be later than those, and no reminder would come. Two clocks may differ a day.
 */
export function untilNow(d: Dossier, now: string): Dossier {
  const limit = Date.parse(now) + DAY;
  const until = (moment: string) => Date.parse(moment) > limit ? now : moment;
  const past = <Kind extends Antwoord>(a: Kind): Kind => {
    const gewijzigd = until(a.gewijzigd);
    return gewijzigd === a.gewijzigd ? a : { ...a, gewijzigd };
  };
  const { gemaakt, gewijzigd, bestand } = d.dossier;
  const answers = [...Object.values(d.punten), ...d.eigen_punten];
  const moments = [gemaakt, gewijzigd, bestand, ...answers.map((a) => a.gewijzigd)];
  if (moments.every((moment) => until(moment) === moment)) return d;
  return {
    ...d,
    dossier: {
      ...d.dossier,
      gemaakt: until(gemaakt),
      gewijzigd: until(gewijzigd),
      bestand: until(bestand),
    },
    punten: Object.fromEntries(Object.entries(d.punten).map(([id, a]) => [id, past(a)])),
    eigen_punten: d.eigen_punten.map(past),
  };
}

/** Whether a day of work is in no save file yet. */
export function needsFile(d: Dossier, now: string): boolean {
  if (isEmpty(d)) return false;
  const { gemaakt, gewijzigd, bestand } = d.dossier;
  if (bestand !== "" && Date.parse(gewijzigd) <= Date.parse(bestand)) return false;
  return Date.parse(now) - Date.parse(bestand || gemaakt) >= DAY;
}

/** Whether nothing at all was noted. */
export function isEmpty(d: Dossier): boolean {
  return Object.keys(d.punten).length === 0 && d.eigen_punten.length === 0 &&
    d.dossier.gemeente === "";
}

/** The status that counts: not applicable without a reason is still open. */
export function effectiveStatus(a: Antwoord): Status {
  return a.status === "nvt" && a.reden.trim() === "" ? "open" : a.status;
}

/** Whether nothing is left to do: done, or not applicable with a reason. */
export function isDone(a: Antwoord): boolean {
  const status = effectiveStatus(a);
  return status === "gedaan" || status === "nvt";
}

/** Counts the points that are given, so that a dropped point never makes 13 of 12. */
export function tally(punten: readonly Pick<PuntGegevens, "id">[], d: Dossier): Telling {
  return tallyOf(punten.map((punt) => answerOf(d, punt.id)));
}

/** Counts answers, for instance those of own points. */
export function tallyOf(antwoorden: readonly Antwoord[]): Telling {
  const counts = { totaal: antwoorden.length, gedaan: 0, bezig: 0, nvt: 0, open: 0 };
  for (const antwoord of antwoorden) counts[effectiveStatus(antwoord)] += 1;
  return counts;
}

/** Returns every point of the guide, in reading order. */
export function puntenOf(gids: GidsGegevens): readonly PuntGegevens[] {
  return gids.fasen.flatMap((fase) => fase.stappen.flatMap((stap) => stap.punten));
}

/** Returns the next open points: first what every approach needs, then the rest, in reading order. */
export function nextPunten(
  gids: GidsGegevens,
  d: Dossier,
  keuze: { readonly rol?: string; readonly situatie?: Situatie | "" },
  count: number,
): readonly PuntGegevens[] {
  const open = puntenOf(gids).filter((punt) =>
    effectiveStatus(answerOf(d, punt.id)) === "open" &&
    matchesRol(keuze.rol ?? "", punt, gids) && matchesSituatie(keuze.situatie ?? "", punt)
  );
  const basis = open.filter((punt) => punt.niveau === "basis");
  const verdieping = open.filter((punt) => punt.niveau !== "basis");
  return [...basis, ...verdieping].slice(0, count);
}

/** Whether sociaal domein and veiligheid must do this together. */
export function isGezamenlijk(punt: Pick<PuntGegevens, "rollen">): boolean {
  return punt.rollen.includes("gemeente-sociaal-domein") &&
    punt.rollen.includes("gemeente-veiligheid");
}

/**
 * Whether a point is for a role (`politie`) or for anybody in a domain (`veiligheid`).
 *
 * A shared point is for everybody: the hand-over between the domains is what the guide is about.
 * A role that the guide does not know hides nothing.
 */
export function matchesRol(rol: string, punt: PuntGegevens, gids: GidsGegevens): boolean {
  if (rol === "" || isGezamenlijk(punt)) return true;
  const rollen = [...punt.rollen, punt.trekker];
  if (gids.domeinen.some((domein) => domein.id === rol)) {
    return rollen.some((id) => Object.hasOwn(gids.rollen, id) && gids.rollen[id].domein === rol);
  }
  return !Object.hasOwn(gids.rollen, rol) || rollen.includes(rol);
}

/** Whether a point is for this situation; no situation is for every point. */
export function matchesSituatie(situatie: Situatie | "", punt: PuntGegevens): boolean {
  return situatie === "" || punt.situaties.includes(situatie);
}

/**
 * Returns eight hexadecimal digits that change when the meaning of a text may have changed.
 *
 * Capitals, spaces and punctuation at the end do not count. It is the `hash` of what is left, in
 * NFC: enough, because only texts of one and the same point are ever compared.
 */
export function fingerprint(tekst: string): string {
  const plain = tekst.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();
  // No `[…]+$`: it begins again at every full stop of a text that is full of them.
  let end = plain.length;
  while (end > 0 && " .,;:!?…".includes(plain[end - 1])) end -= 1;
  return hash(plain.slice(0, end));
}

/** Returns FNV-1a, 32 bits, over the UTF-8 bytes of a text, as eight hexadecimal digits. */
export function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  }
  return sum.toString(16).padStart(8, "0");
}

/** Whether an answer holds nothing that anybody chose or typed. */
export function saysNothing(a: Antwoord): boolean {
  return a.status === "open" && a.reden === "" && a.notitie === "" && a.trekker === "" &&
    a.datum === "";
}

/** Whether two answers are the same, whenever they were given. */
export function sameAnswer(a: Antwoord, b: Antwoord): boolean {
  return sameWords(a, b) && a.vingerafdruk === b.vingerafdruk && a.tekst === b.tekst;
}

/** Whether two answers say the same, whatever the text of the point was at that moment. */
export function sameWords(a: Antwoord, b: Antwoord): boolean {
  return a.status === b.status && a.reden === b.reden && a.notitie === b.notitie &&
    a.trekker === b.trekker && a.datum === b.datum;
}

/** Returns the later of two moments. A clock that was put back never makes a change look old. */
export function latest(a: string, b: string): string {
  return isLater(a, b) ? a : b;
}

/** Whether the first moment is after the second; an empty moment is before all others. */
export function isLater(a: string, b: string): boolean {
  return (Date.parse(a) || 0) > (Date.parse(b) || 0);
}

/** Returns the dossier as changed at this moment. */
export function touched(d: Dossier, now: string): Dossier {
  const gewijzigd = latest(d.dossier.gewijzigd, now);
  return { ...d, dossier: { ...d.dossier, gewijzigd } };
}

/** Leaves out what is undefined: a missing field must not wipe what was noted. */
function defined<Values extends object>(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Values;
}
