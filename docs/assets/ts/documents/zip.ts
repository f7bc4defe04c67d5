/** Zip files with the same bytes for the same parts: fixed order, no clock, no machine in it. */
import { strToU8, type Zippable, zipSync } from "fflate";
import type { Markup } from "./markup.ts";

/** Parts of a package by their path; `mimetype` comes first and is stored as it is. */
export type Parts = Readonly<Record<string, string | Markup>>;

/** Returns the parts as a zip file dated `day`. */
export function zip(parts: Parts, day: string): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  const [year, month, date] = day.split("-").map(Number);
  // fflate writes the local time of this moment: midnight here, on every machine.
  const mtime = new Date(Math.max(year || 0, 1980), (month || 1) - 1, date || 1);
  for (const [path, part] of Object.entries(parts)) {
    const source = typeof part === "string" ? part : part.source;
    files[path] = [strToU8(source), { level: path === "mimetype" ? 0 : 9, mtime }];
  }
  return zipSync(files) as Uint8Array<ArrayBuffer>;
}
