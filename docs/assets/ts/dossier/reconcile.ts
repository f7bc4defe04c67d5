/** A dossier meets another version of the guide: what stayed, changed, moved or went. */
import {
  answerOf,
  EMPTY,
  fingerprint,
  isEmpty,
  latest,
  puntenOf,
  saysNothing,
  touched,
  untilNow,
} from "./model.ts";
import type { Antwoord, Dossier, EigenPunt, GidsGegevens, PuntGegevens } from "./types.ts";

/** What a version of the guide means for what was noted. Ids, per kind. */
export interface Aansluiting {
  readonly gelijk: readonly string[];
  readonly gewijzigd: readonly {
    readonly id: string;
    readonly oud: string;
    readonly nieuw: string;
  }[];
  readonly vervangen: readonly {
    readonly id: string;
    readonly door: readonly string[];
    readonly reden: string;
  }[];
  readonly vervallen: readonly { readonly id: string; readonly reden: string }[];
}

const UNKNOWN = "Dit punt staat niet in deze versie van de gids.";
const FROM_THE_FUTURE = "Dit punt komt uit een nieuwere versie van de gids.";

/** Returns for every noted point what became of it in this version of the guide. */
export function reconcile(d: Dossier, gids: GidsGegevens): Aansluiting {
  const punten = new Map(puntenOf(gids).map((punt) => [punt.id, punt]));
  const gelijk: string[] = [];
  const gewijzigd: Aansluiting["gewijzigd"][number][] = [];
  const vervangen: Aansluiting["vervangen"][number][] = [];
  const vervallen: Aansluiting["vervallen"][number][] = [];
  for (const [id, antwoord] of Object.entries(d.punten)) {
    const punt = punten.get(id);
    if (punt !== undefined) {
      if (isSameText(antwoord, punt, gids)) gelijk.push(id);
      else gewijzigd.push({ id, oud: antwoord.tekst, nieuw: punt.tekst });
      continue;
    }
    const reden = reasonFor(id, d, gids);
    const door = heirsOf(id, "punt", gids).filter((heir) => punten.has(heir));
    if (door.length > 0) vervangen.push({ id, door, reden });
    else vervallen.push({ id, reden });
  }
  return { gelijk, gewijzigd, vervangen, vervallen };
}

/**
 * Returns the dossier as this version of the guide needs it.
 *
 * What was noted at a replaced point goes to its heirs, to be judged again. Dropped points and
 * changed texts stay as they are. Doing it twice changes nothing more.
 */
export function adopt(d: Dossier, gids: GidsGegevens, now: string): Dossier {
  const { vervangen } = reconcile(d, gids);
  // A dossier from a newer guide knows more than we do: an old page must not take it back. But what
  // this guide replaced is in no dossier that a newer one brought up to date, whatever it says.
  if (isNewer(d, gids.versie) && vervangen.length === 0) return d;
  const punten: Record<string, Antwoord> = { ...d.punten };
  const byId = new Map(puntenOf(gids).map((punt) => [punt.id, punt]));
  for (const { id, door } of vervangen) {
    for (const heir of door) {
      punten[heir] = inherit(punten[heir] ?? EMPTY, answerOf(d, id), byId.get(heir)!, now);
    }
    delete punten[id];
  }
  const adopted: Dossier = {
    ...d,
    inhoudsversie: gids.versie,
    punten,
    eigen_punten: d.eigen_punten.map((punt) => moved(punt, gids)),
  };
  const same = d.inhoudsversie === gids.versie &&
    Object.keys(punten).every((id) => punten[id] === d.punten[id]) &&
    adopted.eigen_punten.every((punt, index) => punt === d.eigen_punten[index]);
  if (same) return d;
  return isEmpty(d) ? adopted : touched(adopted, now);
}

/** Returns the own points whose step is no longer in the guide; they belong on the page too. */
export function looseEigenPunten(d: Dossier, gids: GidsGegevens): readonly EigenPunt[] {
  const stappen = stapIds(gids);
  return d.eigen_punten.filter((punt) => !stappen.has(punt.stap));
}

/**
 * Returns a dossier from storage without what cannot be: a version or moments far ahead.
 *
 * No update would ever be newer than that version. Of a next guide it may be: an older page leaves
 * that to the newer one. A clock that is behind the guide itself is wrong, and judges no moment.
 */
export function mended(d: Dossier, versie: string, now: string): Dossier {
  const [year, present] = [yearOf(versie), yearOf(now)];
  const possible = yearOf(d.inhoudsversie) <= Math.max(year, present) + 1;
  const sound = possible ? d : { ...d, inhoudsversie: versie };
  return present < year ? sound : untilNow(sound, now);
}

/**
 * Returns a dossier from a file as one of this guide.
 *
 * What it says of a version that is not here, nobody can check; after a merge it would be said of
 * our own dossier too. Nothing gets lost: later updates go by the points and their texts.
 */
export function takenIn(d: Dossier, versie: string, now: string): Dossier {
  const sound = mended(d, versie, now);
  return isNewer(sound, versie) ? { ...sound, inhoudsversie: versie } : sound;
}

/** Whether a dossier says that it was used with a newer version of the guide than this one. */
export function isNewer(d: Dossier, versie: string): boolean {
  return compareVersions(d.inhoudsversie, versie) > 0;
}

function yearOf(text: string): number {
  return Number(text.slice(0, 4));
}

/** Below zero when the first version is older: `2026.9` comes before `2026.10`. */
export function compareVersions(a: string, b: string): number {
  const [yearA, numberA] = a.split(".").map(Number);
  const [yearB, numberB] = b.split(".").map(Number);
  return (yearA - yearB) || ((numberA || 0) - (numberB || 0));
}

function isSameText(antwoord: Antwoord, punt: PuntGegevens, gids: GidsGegevens): boolean {
  const { vingerafdruk } = antwoord;
  if (vingerafdruk === "" || vingerafdruk === fingerprint(punt.tekst)) return true;
  // Only the wording changed since: the editors said so, and nobody is alarmed.
  const earlier = Object.hasOwn(gids.geschiedenis, punt.id)
    ? gids.geschiedenis[punt.id].zelfde_strekking
    : [];
  return earlier.some((tekst) => fingerprint(tekst) === vingerafdruk);
}

function reasonFor(id: string, d: Dossier, gids: GidsGegevens): string {
  const gone = gids.vervallen.find((vervallen) => vervallen.id === id);
  if (gone !== undefined) return gone.reden;
  return isNewer(d, gids.versie) ? FROM_THE_FUTURE : UNKNOWN;
}

/** Returns what came instead, followed until nothing was replaced any more. */
function heirsOf(id: string, soort: string, gids: GidsGegevens): readonly string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const waiting = [id];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const gone = gids.vervallen.find((vervallen) =>
      vervallen.id === next && vervallen.soort === soort
    );
    if (gone !== undefined) waiting.push(...gone.vervangen_door);
    else if (next !== id) found.push(next);
  }
  return found;
}

/** Adds to the heir what was noted at the old point. The heir's own answer goes first. */
function inherit(heir: Antwoord, old: Antwoord, punt: PuntGegevens, now: string): Antwoord {
  const isFresh = saysNothing(heir);
  return {
    status: heir.status,
    reden: heir.reden,
    notitie: [heir.notitie, explanation(old), old.notitie].filter((part) => part !== "")
      .join("\n\n"),
    trekker: heir.trekker || old.trekker,
    datum: heir.datum || old.datum,
    vingerafdruk: isFresh ? fingerprint(punt.tekst) : heir.vingerafdruk,
    tekst: isFresh ? punt.tekst : heir.tekst,
    gewijzigd: latest(latest(heir.gewijzigd, old.gewijzigd), now),
  };
}

const WORDS = { open: "open", bezig: "bezig", gedaan: "gedaan", nvt: "niet van toepassing" };

function explanation(old: Antwoord): string {
  const parts = [
    `Overgenomen van een eerder punt (${WORDS[old.status]}): ‘${old.tekst}’`,
    old.reden === "" ? "" : `Reden toen: ${old.reden}`,
    old.trekker === "" ? "" : `Trekker toen: ${old.trekker}`,
    old.datum === "" ? "" : `Datum toen: ${old.datum}`,
  ];
  return parts.filter((part) => part !== "").join("\n");
}

/** Returns an own point under the step that came instead of its own, when there is one. */
function moved(punt: EigenPunt, gids: GidsGegevens): EigenPunt {
  const stappen = stapIds(gids);
  if (stappen.has(punt.stap)) return punt;
  const heir = heirsOf(punt.stap, "stap", gids).find((id) => stappen.has(id));
  return heir === undefined ? punt : { ...punt, stap: heir };
}

function stapIds(gids: GidsGegevens): ReadonlySet<string> {
  return new Set(gids.fasen.flatMap((fase) => fase.stappen.map((stap) => stap.id)));
}
