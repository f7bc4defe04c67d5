/** Reading the codes that somebody ticked on paper: `IK-01 IK-03`. Pure. */
import type { GidsGegevens, PuntGegevens } from "../dossier/types.ts";

/** Points that were named, each once, and what is no code of this guide. */
export interface Codes {
  readonly punten: readonly PuntGegevens[];
  readonly onbekend: readonly string[];
}

/** Returns the points behind the codes in a text; `ik1`, `IK 01` and `IK–01` are all IK-01. */
export function readCodes(text: string, gids: GidsGegevens): Codes {
  const byCode = new Map(
    gids.fasen.flatMap((fase) => fase.stappen).flatMap((stap) => stap.punten)
      .map((punt) => [punt.code, punt]),
  );
  const punten = new Set<PuntGegevens>();
  const onbekend = new Set<string>();
  const rest = text.replace(CODE, (typed, letters: string, number: string) => {
    const punt = byCode.get(`${letters.toUpperCase()}-${number.padStart(2, "0")}`);
    if (punt) punten.add(punt);
    else onbekend.add(typed);
    return " ";
  });
  for (const word of rest.split(/[\s,;.]+/)) {
    if (word && !CONNECTIVES.has(word.toLowerCase())) onbekend.add(word);
  }
  return { punten: [...punten], onbekend: [...onbekend] };
}

/** Not inside a longer word or number. */
const CODE = /(?<![\p{L}\p{N}])([A-Za-z]{2})[ \t]?[-‐–—_]?[ \t]?0*(\d{1,2})(?![\p{L}\p{N}])/gu;
const CONNECTIVES = new Set(["en", "-", "–"]);
