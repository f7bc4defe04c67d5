/** What every page with a dossier starts with: the data of the guide, the storage and the views. */
import { apart } from "../apart.ts";
import { siteScope, Store } from "../dossier/store.ts";
import type { GidsGegevens } from "../dossier/types.ts";
import { Session } from "./session.ts";
import { define } from "./ui.ts";

declare global {
  var gidsGegevens: GidsGegevens | undefined;
}

/** Defines the elements of a page, by name; without the data of the guide they stay empty. */
export function start(
  views: Readonly<Record<string, (host: HTMLElement, session: Session) => void>>,
): void {
  const gids = globalThis.gidsGegevens;
  if (!gids) return;
  const top = document.querySelector<HTMLElement>("site-search")?.dataset.root ?? ".";
  const root = `${top}/`;
  const store = new Store({
    storage: () => localStorage,
    scope: siteScope(new URL(root, location.href).href),
    inhoudsversie: gids.versie,
    now,
    newId,
    events: globalThis,
  });
  const session = new Session(gids, store, now, newId, root);
  for (const [name, setUp] of Object.entries(views)) {
    apart(() => define(name, (host) => setUp(host, session)));
  }
}

function now(): string {
  return new Date().toISOString();
}

/** Not `randomUUID`: a plain http address, as on an intranet, does not have it. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
