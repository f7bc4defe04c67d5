/** Writes every document of a dossier to a folder: `write.ts <gids.json> <dossier.json> <folder>`. */
import type { Kind } from "../../docs/assets/ts/documents/main.ts";

await import("../../docs/assets/ts/documents/main.ts");

const [gidsPath, dossierPath, folder] = Deno.args;
const gids = JSON.parse(Deno.readTextFileSync(gidsPath));
const dossier = JSON.parse(Deno.readTextFileSync(dossierPath));
const made = globalThis.gidsDocumenten!;

for (const kind of ["odt", "docx", "md", "html"] satisfies Kind[]) {
  for (const name of ["plan", "agenda"] as const) {
    const { inhoud } = made[name](dossier, gids, kind);
    const bytes = typeof inhoud === "string" ? new TextEncoder().encode(inhoud) : inhoud;
    Deno.writeFileSync(`${folder}/${name}.${kind}`, bytes);
  }
}
