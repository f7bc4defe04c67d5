/** Where a dossier stands: every point in the one group in which a document shows it. */
import { answerOf, effectiveStatus, puntenOf } from "../dossier/model.ts";
import { reconcile } from "../dossier/reconcile.ts";
import type { Antwoord, Dossier, EigenPunt, GidsGegevens, PuntGegevens } from "../dossier/types.ts";

/** A point of the guide with what was noted at it. */
export interface Genoteerd {
  readonly punt: PuntGegevens;
  readonly antwoord: Antwoord;
  /** The text when it was answered, if the guide says something else now; empty otherwise. */
  readonly eerder: string;
}

/** A point that the guide no longer has, with what was noted at it. */
export interface Bewaard {
  readonly id: string;
  readonly antwoord: Antwoord;
  readonly reden: string;
  /** The ids of the points that came instead. */
  readonly door: readonly string[];
}

/** What a lens leaves visible, with the sentence that says so. */
export interface Zicht {
  /** The sentence of `describe` in `lens.ts`; it also says how many points are hidden. */
  readonly woorden: string;
  /** The ids of the points that are visible. */
  readonly punten: readonly string[];
}

export type Groep = "gedaan" | "nvt" | "te doen";

/** Returns the group of an answer: not applicable only counts with a reason. */
export function groupOf(antwoord: Antwoord): Groep {
  const status = effectiveStatus(antwoord);
  return status === "gedaan" || status === "nvt" ? status : "te doen";
}

/** Returns the visible points of the guide with their answers, in reading order. */
export function answered(dossier: Dossier, gids: GidsGegevens, zicht?: Zicht): Genoteerd[] {
  const visible = zicht && new Set(zicht.punten);
  const changed = new Map(reconcile(dossier, gids).gewijzigd.map(({ id, oud }) => [id, oud]));
  return puntenOf(gids)
    .filter((punt) => !visible || visible.has(punt.id))
    .map((punt) => ({
      punt,
      antwoord: answerOf(dossier, punt.id),
      eerder: changed.get(punt.id) ?? "",
    }));
}

/** Returns what was noted at points that the guide no longer has, whatever lens is on. */
export function kept(dossier: Dossier, gids: GidsGegevens): Bewaard[] {
  const { vervangen, vervallen } = reconcile(dossier, gids);
  return [...vervangen, ...vervallen.map((item) => ({ ...item, door: [] }))]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((item) => ({ ...item, antwoord: answerOf(dossier, item.id) }));
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
