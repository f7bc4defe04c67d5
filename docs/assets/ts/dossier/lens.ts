/** A lens: which points somebody wants to see. It lives in the address, so it can be shared. */
import { effectiveStatus, matchesRol, matchesSituatie } from "./model.ts";
import type { Antwoord, GidsGegevens, Niveau, PuntGegevens, Situatie, Status } from "./types.ts";

/** Empty means: all. `rol` is a role (`politie`) or a domain (`veiligheid`). */
export interface Lens {
  readonly rol: string;
  readonly situatie: Situatie | "";
  readonly niveau: Niveau | "";
  readonly status: Status | "";
}

/** The lens that hides nothing. */
export const NO_LENS: Lens = Object.freeze({ rol: "", situatie: "", niveau: "", status: "" });

const SITUATIES: readonly Situatie[] = ["opzetten", "aanscherpen", "verankeren"];
const NIVEAUS: readonly Niveau[] = ["basis", "verdieping"];
const STATUSES: readonly Status[] = ["open", "bezig", "gedaan", "nvt"];
const STATUS_WORDS: Readonly<Record<Status, string>> = {
  open: "open",
  bezig: "bezig",
  gedaan: "gedaan",
  nvt: "niet van toepassing",
};
const NIVEAU_WORDS: Readonly<Record<Niveau, string>> = {
  basis: "basis",
  verdieping: "verdieping",
};

/** Whether a point is seen through the lens. Not applicable without a reason counts as open. */
export function matches(
  lens: Lens,
  punt: PuntGegevens,
  antwoord: Antwoord,
  gids: GidsGegevens,
): boolean {
  return matchesRol(lens.rol, punt, gids) && matchesSituatie(lens.situatie, punt) &&
    (lens.niveau === "" || punt.niveau === lens.niveau) && matchesStatus(lens, antwoord);
}

/** Whether an own point is seen: it has no role, situation or level, so only its status counts. */
export function matchesStatus(lens: Lens, antwoord: Antwoord): boolean {
  return lens.status === "" || effectiveStatus(antwoord) === lens.status;
}

/** Whether the lens hides nothing. */
export function isOpenLens(lens: Lens): boolean {
  return lens.rol === "" && lens.situatie === "" && lens.niveau === "" && lens.status === "";
}

/** Returns the lens in an address, `?rol=veiligheid&status=open`. What is no lens is left out. */
export function fromQuery(search: string): Lens {
  const query = new URLSearchParams(search);
  const rol = query.get("rol") ?? "";
  return {
    rol: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(rol) ? rol : "",
    situatie: oneOf(SITUATIES, query.get("situatie")),
    niveau: oneOf(NIVEAUS, query.get("niveau")),
    status: oneOf(STATUSES, query.get("status")),
  };
}

/** Returns the address of the lens; empty for the lens that hides nothing. */
export function toQuery(lens: Lens): string {
  const query = new URLSearchParams();
  for (const key of ["rol", "situatie", "niveau", "status"] as const) {
    if (lens[key] !== "") query.set(key, lens[key]);
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** Returns in words which points are seen and how many are not, also for paper and documents. */
export function describe(lens: Lens, gids: GidsGegevens, hidden: number): string {
  const parts = [
    rolWords(lens.rol, gids),
    lens.situatie === "" ? "" : `situatie ‘${situatieWords(lens.situatie, gids)}’`,
    lens.niveau === "" ? "" : `niveau ${NIVEAU_WORDS[lens.niveau]}`,
    lens.status === "" ? "" : `status ${STATUS_WORDS[lens.status]}`,
  ].filter((part) => part !== "");
  const seen = parts.length === 0 ? "U ziet alle punten." : `U ziet alleen: ${parts.join(", ")}.`;
  if (hidden === 0) return parts.length === 0 ? seen : `${seen} Er is geen punt verborgen.`;
  return `${seen} ${hidden === 1 ? "Er is 1 punt" : `Er zijn ${hidden} punten`} verborgen.`;
}

function rolWords(rol: string, gids: GidsGegevens): string {
  const domein = gids.domeinen.find(({ id }) => id === rol);
  if (domein !== undefined) return `${domein.naam} en wat u samen doet`;
  return Object.hasOwn(gids.rollen, rol) ? `${gids.rollen[rol].naam} en wat u samen doet` : "";
}

function situatieWords(situatie: Situatie, gids: GidsGegevens): string {
  return gids.deuren.find(({ id }) => id === situatie)?.titel ?? situatie;
}

function oneOf<Value extends string>(values: readonly Value[], value: string | null): Value | "" {
  return values.find((known) => known === value) ?? "";
}
