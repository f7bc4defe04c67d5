/** The save file: handing it over, and taking one in. */
import {
  decode,
  FileFormatError,
  fileName,
  fileObjection,
  LIMITS,
  parseFile,
  serialise,
} from "../dossier/format.ts";
import type { Dossier } from "../dossier/types.ts";
import { element } from "../dom.ts";
import { proceedDespite } from "./guarded.ts";
import type { Session } from "./session.ts";
import { ask, handOver } from "./ui.ts";

/** Hands over the save file of the current dossier, after a look at what is in it; tells if so. */
export async function saveFile(session: Session): Promise<boolean> {
  if (!await proceedDespite(session, "Toch bewaren")) return false;
  const objected = fileObjection(session.dossier);
  if (objected !== undefined) {
    const answer = await ask("Dit bestand is later niet te openen", [
      element("p", {}, objected.message),
    ], [["terug", "Eerst aanpassen", "dknop--hoofd"], ["door", "Toch bewaren"]]);
    if (answer !== "door") return false;
  }
  session.noteFile();
  const name = fileName(session.dossier, session.now());
  handOver(serialise(session.dossier), name, "application/json");
  return true;
}

/** Returns the dossier in a file, or one sentence that says why there is none. */
export async function openFile(file: File): Promise<Dossier | string> {
  if (file.size > 4 * LIMITS.tekens) return "Dit bestand is te groot voor een dossier.";
  try {
    return parseFile(decode(new Uint8Array(await file.arrayBuffer())));
  } catch (error) {
    if (error instanceof FileFormatError) return error.message;
    if (error instanceof DOMException) return "Dit bestand kan niet worden gelezen.";
    throw error;
  }
}
