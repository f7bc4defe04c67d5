/** Where a dossier stands: every point in the one group in which a document shows it. */
import type { Antwoord, Dossier, EigenPunt, GidsGegevens, PuntGegevens } from "../dossier/types.ts";

/** A point of the guide with what was noted at it. */
export interface Genoteerd {
  readonly punt: PuntGegevens;
  readonly antwoord: Antwoord;
}

/** A point that the guide no longer has, with what was noted at it. */
export interface Bewaard {
  readonly id: string;
  readonly antwoord: Antwoord;
}

/** What a lens leaves visible, with the sentence that says so. */
export interface Zicht {
  /** The sentence of `describe` in `lens.ts`; it also says how many points are hidden. */
  readonly woorden: string;
  /** The ids of the points that are visible. */
  readonly punten: readonly string[];
}

export type Groep = "gedaan" | "nvt" | "te doen";

const NOTHING: Antwoord = {
  status: "open",
  reden: "",
  notitie: "",
  trekker: "",
  datum: "",
  vingerafdruk: "",
  tekst: "",
  gewijzigd: "",
};

/** Returns the group of an answer: not applicable only counts with a reason. */
export function groupOf(antwoord: Antwoord): Groep {
  if (antwoord.status === "gedaan") return "gedaan";
  return antwoord.status === "nvt" && antwoord.reden.trim() ? "nvt" : "te doen";
}

/** Returns the visible points of the guide with their answers, in reading order. */
export function answered(dossier: Dossier, gids: GidsGegevens, zicht?: Zicht): Genoteerd[] {
  const visible = zicht && new Set(zicht.punten);
  return allPunten(gids)
    .filter((punt) => !visible || visible.has(punt.id))
    .map((punt) => ({
      punt,
      antwoord: Object.hasOwn(dossier.punten, punt.id) ? dossier.punten[punt.id] : NOTHING,
    }));
}

/** Returns what was noted at points that the guide no longer has. */
export function kept(dossier: Dossier, gids: GidsGegevens): Bewaard[] {
  const known = new Set(allPunten(gids).map((punt) => punt.id));
  return Object.entries(dossier.punten)
    .filter(([id]) => !known.has(id))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, antwoord]) => ({ id, antwoord }));
}

/** Returns the own points by the step they belong to, in reading order; unknown steps come last. */
export function ownPunten(
  dossier: Dossier,
  gids: GidsGegevens,
): { readonly punt: EigenPunt; readonly stap: string }[] {
  const steps = gids.fasen.flatMap((fase) => fase.stappen);
  const place = (punt: EigenPunt) => {
    const index = steps.findIndex((stap) => stap.id === punt.stap);
    return index < 0 ? steps.length : index;
  };
  return [...dossier.eigen_punten]
    .sort((a, b) => place(a) - place(b))
    .map((punt) => {
      const stap = steps[place(punt)];
      return { punt, stap: stap ? `${stap.nummer} ${stap.titel}` : punt.stap };
    });
}

/** Returns whether a point reads otherwise now than when it was answered. */
export function textChanged({ punt, antwoord }: Genoteerd): boolean {
  const normal = (text: string) => text.toLowerCase().replace(/[\s.;:,!?]+/g, " ").trim();
  return antwoord.status !== "open" && antwoord.tekst !== "" &&
    normal(antwoord.tekst) !== normal(punt.tekst);
}

function allPunten(gids: GidsGegevens): PuntGegevens[] {
  return gids.fasen.flatMap((fase) => fase.stappen).flatMap((stap) => stap.punten);
}
