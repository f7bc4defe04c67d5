/** Whether this reader has a dossier here; only then the front page loads what shows it. */
import { loadScript } from "./dom.ts";

/** The beginning of every key that a dossier is kept under; a test holds it to `dossier/store.ts`. */
export const PREFIX = "handreiking-12min:";

/** Loads the part of the front page for somebody who was here before; reads, and keeps nothing. */
export async function goOn(host: HTMLElement): Promise<void> {
  if (!hasDossier()) return;
  const made = `${host.dataset.root ?? ""}assets/gemaakt/`;
  await loadScript(`${made}gids-data.js`);
  await loadScript(`${made}verder.js`);
}

function hasDossier(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(PREFIX));
  } catch {
    return false;
  }
}
