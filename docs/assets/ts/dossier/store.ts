/** Keeps dossiers in the storage it is given, and notices what other windows do there. */
import { FileFormatError, fileObjection, objection, parse, serialise } from "./format.ts";
import { mergeChanges } from "./merge.ts";
import { DEFAULT_NAAM, duplicate, emptyDossier, hash, isEmpty, isLater, rename } from "./model.ts";
import { mended } from "./reconcile.ts";
import type { Dossier } from "./types.ts";

export const PREFIX = "handreiking-12min:";

/** Every key this site writes, for the code and for the page that explains them. */
export const KEYS = {
  dossier: {
    sleutel: "dossiers:…",
    wat: "Eén dossier",
    uitleg: "Uw antwoorden, notities en eigen punten. Per dossier is er één zo’n sleutel.",
  },
  huidig: {
    sleutel: "huidig",
    wat: "Welk dossier open is",
    uitleg: "Hiermee opent de site weer het dossier waarin u het laatst werkte.",
  },
  apart: {
    sleutel: "apart:…",
    wat: "Wat niet te lezen was",
    uitleg:
      "Kon de site iets niet lezen, dan staat het hier apart. U kunt het als bestand bewaren.",
  },
} as const satisfies Readonly<
  Record<string, { readonly sleutel: string; readonly wat: string; readonly uitleg: string }>
>;

/** What of `Storage` is used. */
export interface Opslag {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** Everything from outside, passed in. */
export interface Omgeving {
  /** Gives the storage; may throw, as `localStorage` does where it is forbidden. */
  readonly storage: () => Opslag;
  /** What tells two copies of the site on one host apart: see `siteScope`. */
  readonly scope: string;
  readonly inhoudsversie: string;
  readonly now: () => string;
  readonly newId: () => string;
  /** The window: its `storage` and `pageshow` events are listened to. */
  readonly events: EventTarget;
}

/** Why something is not kept, with a sentence for the reader. */
export interface Opslagfout {
  readonly soort: "vol" | "geweigerd" | "onleesbaar" | "te-groot" | "onbekend";
  readonly zin: string;
}

/** What came of it. Also when it was not kept, `waarde` is what the page now works with. */
export type Uitkomst<Waarde> =
  | { readonly gelukt: true; readonly waarde: Waarde }
  | { readonly gelukt: false; readonly waarde: Waarde; readonly fout: Opslagfout };

/** A dossier in the list. */
export interface Dossierkop {
  readonly id: string;
  readonly naam: string;
  readonly gemeente: string;
  readonly gewijzigd: string;
  readonly bestand: string;
  /** How many points and own points something was noted at. */
  readonly aantal: number;
  readonly huidig: boolean;
}

/** Kept text that could not be read; offer `tekst` as a file. */
export interface Onleesbaar {
  readonly sleutel: string;
  readonly tekst: string;
  readonly zin: string;
}

/** What happened, for who shows it. `elders`: another window; `geleegd`: all of the host at once. */
export type Gebeurtenis =
  | "gewijzigd"
  | "elders-gewijzigd"
  | "elders-verwijderd"
  | "elders-gewist"
  | "elders-geleegd"
  | "gewist";

interface Wijziging {
  readonly woorden: string;
  readonly id: string;
  readonly before: Dossier | undefined;
  readonly after: Dossier | undefined;
  /** What belongs together, such as one stretch of typing, is taken back as one. */
  readonly samen?: string;
}

interface Weggegooid {
  readonly woorden: string;
  readonly onleesbaar: Onleesbaar;
  readonly samen?: undefined;
}

type Stap = Wijziging | Weggegooid;

const MOST_UNDO = 100;

/** What the other side last kept: its text, and the dossier in it. */
interface Bekend {
  readonly tekst: string;
  readonly dossier: Dossier;
}

/**
 * The dossiers of one site in one browser. Reads with `load`; writes nothing before a change, but
 * for what was set aside or mended.
 */
export class Store {
  readonly #around: Omgeving;
  readonly #prefix: string;
  readonly #dossiers = new Map<string, Dossier>();
  readonly #kept = new Map<string, Bekend>();
  readonly #listeners = new Set<(gebeurtenis: Gebeurtenis) => void>();
  #undo: Stap[] = [];
  #unreadable: Onleesbaar[] = [];
  #current: string;

  constructor(around: Omgeving) {
    this.#around = around;
    this.#prefix = `${PREFIX}${around.scope}:`;
    this.#current = this.#addFresh();
    around.events.addEventListener("storage", (event) => this.#onStorage(event as StorageEvent));
    // A page that comes back from the back/forward cache missed every event.
    around.events.addEventListener("pageshow", (event) => {
      if (!(event as PageTransitionEvent).persisted) return;
      this.#letGo();
      this.#reload();
    });
  }

  /** Reads what is kept and returns the current dossier. */
  load(): Uitkomst<Dossier> {
    return this.#tried(() => {
      const storage = this.#around.storage();
      this.#unreadable = [];
      for (const key of this.#keys(storage, "apart:")) {
        const tekst = storage.getItem(key) ?? "";
        this.#unreadable.push({ sleutel: key, tekst, zin: sentenceFor(tekst) });
      }
      const keys = this.#keys(storage, "dossiers:").filter((key) => this.#readKey(storage, key));
      this.#choose(storage);
      // Brought back to now on the page alone, a moment would be so at each visit again.
      for (const key of keys) {
        const d = this.#dossiers.get(key.slice(this.#key("dossiers:").length))!;
        this.#write(d.dossier.id, d, serialise(d));
      }
    });
  }

  /** Returns the dossiers, the last changed first. One that was never kept is among them. */
  list(): readonly Dossierkop[] {
    return [...this.#dossiers.values()]
      .sort((a, b) => isLater(b.dossier.gewijzigd, a.dossier.gewijzigd) ? 1 : -1)
      .map((d) => ({
        id: d.dossier.id,
        naam: d.dossier.naam,
        gemeente: d.dossier.gemeente,
        gewijzigd: d.dossier.gewijzigd,
        bestand: d.dossier.bestand,
        aantal: Object.keys(d.punten).length + d.eigen_punten.length,
        huidig: d.dossier.id === this.#current,
      }));
  }

  /** Returns the dossier that is worked in. There always is one. */
  current(): Dossier {
    return this.#dossiers.get(this.#current)!;
  }

  /** Returns one dossier, or nothing when it is not there. */
  get(id: string): Dossier | undefined {
    return this.#dossiers.get(id);
  }

  /** Whether this dossier is in storage exactly as it is on the page. */
  isKept(id: string = this.#current): boolean {
    return this.#kept.get(id)?.dossier === this.#dossiers.get(id);
  }

  /** Returns what could not be read; it stays until `discard`. */
  unreadable(): readonly Onleesbaar[] {
    return this.#unreadable;
  }

  /**
   * Changes the current dossier and keeps it; `woorden` say what can be undone.
   *
   * Give a function: what another window wrote in the meantime is read first. Without words there
   * is nothing to undo, for instance when only the moment of a save file was noted. Changes in a
   * row with the same `samen`, such as one stretch of typing, are undone as one.
   */
  change(make: (d: Dossier) => Dossier, woorden: string, samen = ""): Uitkomst<Dossier> {
    this.#joinWhatIsThere();
    return this.#commit(this.#current, make(this.current()), woorden, samen);
  }

  /** Keeps a dossier under its own id: a file that was opened, or the outcome of a merge. */
  save(d: Dossier, woorden: string): Uitkomst<Dossier> {
    const { id } = d.dossier;
    const seen = this.#dossiers.get(id);
    this.#refresh(id);
    const present = this.#dossiers.get(id);
    const merged = seen === undefined || present === undefined ? d : mergeChanges(seen, d, present);
    this.#dropPristine(id);
    this.#current = id;
    return this.#commit(id, merged, woorden);
  }

  /** Makes another dossier the one that is worked in. */
  select(id: string): Uitkomst<Dossier> {
    if (this.#dossiers.has(id)) this.#current = id;
    return this.#tried(() => {
      if (this.#kept.has(id)) this.#around.storage().setItem(this.#key("huidig"), id);
      this.#tell("gewijzigd");
    });
  }

  /** Adds an empty dossier and works in it. */
  add(naam: string): Uitkomst<Dossier> {
    const { inhoudsversie, now, newId } = this.#around;
    return this.save(emptyDossier(naam, inhoudsversie, now(), newId), "dossier toegevoegd");
  }

  /** Gives a dossier another name. */
  rename(id: string, naam: string): Uitkomst<Dossier> {
    this.#refresh(id);
    const d = this.#dossiers.get(id);
    if (d === undefined) return { gelukt: true, waarde: this.current() };
    return this.#commit(id, rename(d, naam, this.#around.now()), "naam gewijzigd");
  }

  /** Adds a copy and works in it. */
  duplicate(id: string, naam: string): Uitkomst<Dossier> {
    const d = this.#dossiers.get(id);
    if (d === undefined) return { gelukt: true, waarde: this.current() };
    const { now, newId } = this.#around;
    return this.save(duplicate(d, naam, now(), newId), "dossier gekopieerd");
  }

  /** Removes a dossier; `undo` brings it back as long as this page is open. */
  remove(id: string): Uitkomst<Dossier> {
    this.#refresh(id);
    const before = this.#dossiers.get(id);
    if (before === undefined) return { gelukt: true, waarde: this.current() };
    return this.#tried(() => {
      this.#removeKept(id);
      this.#forget(id);
      this.#remember({ woorden: "dossier verwijderd", id, before, after: undefined });
      this.#tell("gewijzigd");
    });
  }

  /** Returns in words what `undo` takes back, or nothing when there is nothing. */
  undoWords(): string | undefined {
    return this.#undo.at(-1)?.woorden;
  }

  /** Takes back the last act of this page. What another window did since stays. */
  undo(): Uitkomst<Dossier> {
    const step = this.#undo.pop();
    if (step === undefined) return { gelukt: true, waarde: this.current() };
    if ("onleesbaar" in step) return this.putBack(step.onleesbaar);
    const { id, before, after } = step;
    this.#refresh(id);
    const present = this.#dossiers.get(id);
    if (before === undefined) return this.#takeBackNew(id);
    const restored = after === undefined || present === undefined
      ? before
      : mergeChanges(after, before, present);
    this.#dropPristine(id);
    this.#current = id;
    const outcome = this.#write(id, restored, serialise(restored));
    this.#tell("gewijzigd");
    return outcome;
  }

  /** Throws away what could not be read; `undo` brings it back as long as this page is open. */
  discard(sleutel: string): Uitkomst<Dossier> {
    const onleesbaar = this.#unreadable.find((part) => part.sleutel === sleutel);
    if (onleesbaar === undefined) return { gelukt: true, waarde: this.current() };
    return this.#tried(() => {
      this.#around.storage().removeItem(sleutel);
      this.#unreadable = this.#unreadable.filter((part) => part !== onleesbaar);
      this.#remember({ woorden: "onleesbaar bestand weggegooid", onleesbaar });
    });
  }

  /** Puts back unreadable text that was thrown away or wiped, over nothing that came since. */
  putBack(onleesbaar: Onleesbaar): Uitkomst<Dossier> {
    const { sleutel, tekst } = onleesbaar;
    // Also where storage refuses, the page still has it to offer.
    this.#unreadable = [...this.#unreadable.filter((part) => part.tekst !== tekst), onleesbaar];
    return this.#tried(() => {
      const storage = this.#around.storage();
      const found = storage.getItem(sleutel);
      if (found === null) storage.setItem(sleutel, tekst);
      else if (found !== tekst) {
        this.#setAside(storage, sleutel.slice(this.#key("dossiers:").length), tekst);
      }
    });
  }

  /** Removes everything of this site from this browser, for good. Other sites keep theirs. */
  wipe(): Uitkomst<Dossier> {
    return this.#tried(() => {
      const storage = this.#around.storage();
      // First the key that only goes when everything goes: by it other windows know a wipe.
      storage.removeItem(this.#key("huidig"));
      for (const key of this.#keys(storage, "")) storage.removeItem(key);
      this.#dossiers.clear();
      this.#kept.clear();
      this.#undo = [];
      this.#unreadable = [];
      this.#current = this.#addFresh();
      this.#tell("gewist");
    });
  }

  /** Calls the listener after each change, here or elsewhere; returns how to stop. */
  subscribe(listener: (gebeurtenis: Gebeurtenis) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #commit(id: string, after: Dossier, woorden: string, samen = ""): Uitkomst<Dossier> {
    const before = this.#dossiers.get(id);
    if (before === after && this.isKept(id)) return { gelukt: true, waarde: after };
    const tekst = serialise(after);
    // What was too much already, from before there was this limit, must not stop further work.
    const fitted = before !== undefined && fileObjection(before) === undefined;
    const objected = objection(after, tekst) ?? (fitted ? fileObjection(after) : undefined);
    if (objected !== undefined) {
      const waarde = this.#dossiers.has(this.#current) ? this.current() : after;
      const zin = `Dit kan niet worden bewaard. ${objected.message}`;
      return { gelukt: false, waarde, fout: { soort: "te-groot", zin } };
    }
    if (before !== after && woorden !== "") this.#remember({ woorden, id, before, after, samen });
    const outcome = this.#write(id, after, tekst);
    this.#tell("gewijzigd");
    return outcome;
  }

  /** Keeps a dossier. When that fails the page goes on with it, and the next change tries again. */
  #write(id: string, d: Dossier, tekst: string): Uitkomst<Dossier> {
    this.#dossiers.set(id, d);
    return this.#tried(() => {
      const storage = this.#around.storage();
      const key = this.#key(`dossiers:${id}`);
      const found = storage.getItem(key);
      // What stands there and could not be read is somebody's work: first aside, then over it.
      if (found !== null && found !== this.#kept.get(id)?.tekst) this.#setAside(storage, id, found);
      storage.setItem(key, tekst);
      if (storage.getItem(key) !== tekst) throw new Error("the storage forgot at once");
      this.#kept.set(id, { tekst, dossier: d });
      if (storage.getItem(this.#key("huidig")) !== this.#current) {
        storage.setItem(this.#key("huidig"), this.#current);
      }
    });
  }

  /** Reads one dossier again when another window wrote it, and joins it with what is here. */
  #refresh(id: string): void {
    try {
      const storage = this.#around.storage();
      const tekst = storage.getItem(this.#key(`dossiers:${id}`));
      if (tekst !== null && tekst !== this.#kept.get(id)?.tekst) this.#join(id, tekst);
    } catch {
      // Unreadable or forbidden: the write that follows tells why, and puts nothing over it.
    }
  }

  /** Joins what is in storage with what is here; says whether something in it had to be mended. */
  #join(id: string, tekst: string): boolean {
    const { inhoudsversie, now } = this.#around;
    const read = withId(parse(tekst), id);
    const theirs = mended(read, inhoudsversie, now());
    const mine = this.#dossiers.get(id);
    const base = this.#kept.get(id)?.dossier ?? mine;
    this.#kept.set(id, { tekst, dossier: theirs });
    this.#dossiers.set(
      id,
      mine === undefined || base === undefined ? theirs : mergeChanges(base, mine, theirs),
    );
    return theirs !== read;
  }

  /** Before the first act here: somebody may have begun in another window. */
  #joinWhatIsThere(): void {
    if (this.#isPristine(this.#current)) this.#reload();
    else this.#refresh(this.#current);
  }

  #reload(): void {
    const before = this.current();
    this.load();
    if (this.current() !== before) this.#tell("elders-gewijzigd");
  }

  /** Lets go of what was removed while this page was away; wiped data must not come back by itself. */
  #letGo(): void {
    try {
      const storage = this.#around.storage();
      for (const id of [...this.#kept.keys()]) {
        if (storage.getItem(this.#key(`dossiers:${id}`)) === null) this.#removedElsewhere(id);
      }
    } catch {
      // Forbidden meanwhile: what is on the page stays, and the next act tells.
    }
  }

  /** Reads one dossier from storage; says whether something in it had to be mended. */
  #readKey(storage: Opslag, key: string): boolean {
    const id = key.slice(this.#key("dossiers:").length);
    const tekst = storage.getItem(key);
    if (tekst === null || tekst === this.#kept.get(id)?.tekst) return false;
    try {
      return this.#join(id, tekst);
    } catch (error) {
      if (!(error instanceof FileFormatError)) throw error;
      // A newer version of the site can read it: leave it where that version looks.
      if (error.soort === "nieuwer") {
        this.#unreadable.push({ sleutel: key, tekst, zin: error.message });
      } else if (this.#setAside(storage, id, tekst)) storage.removeItem(key);
      return false;
    }
  }

  /** Copies unreadable text to a key of its own; says whether that was possible. */
  #setAside(storage: Opslag, id: string, tekst: string): boolean {
    const sleutel = this.#key(`apart:${id}:${hash(tekst)}`);
    const zin = sentenceFor(tekst);
    try {
      storage.setItem(sleutel, tekst);
    } catch {
      this.#unreadable.push({ sleutel: this.#key(`dossiers:${id}`), tekst, zin });
      return false;
    }
    this.#unreadable = this.#unreadable.filter((part) => part.tekst !== tekst);
    this.#unreadable.push({ sleutel, tekst, zin });
    return true;
  }

  #choose(storage: Opslag): void {
    const chosen = storage.getItem(this.#key("huidig"));
    if (!this.#isPristine(this.#current)) return;
    const kept = this.list().filter(({ id }) => this.#kept.has(id));
    const next = kept.find(({ id }) => id === chosen) ?? kept[0];
    if (next === undefined) return;
    this.#dropPristine(next.id);
    this.#current = next.id;
  }

  #onStorage(event: StorageEvent): void {
    const { key, newValue } = event;
    if (key === null) {
      // Everything on this host was emptied. What is on the page stays, and is kept again at the
      // next change.
      this.#kept.clear();
      this.#tell("elders-geleegd");
      return;
    }
    if (key === this.#key("huidig") && newValue === null) this.#wipedElsewhere();
    const start = this.#key("dossiers:");
    if (!key.startsWith(start)) return;
    const id = key.slice(start.length);
    if (newValue === null) this.#removedElsewhere(id);
    else if (newValue !== this.#kept.get(id)?.tekst) this.#changedElsewhere(id, newValue);
  }

  #removedElsewhere(id: string): void {
    const before = this.#dossiers.get(id);
    if (before === undefined) return;
    if (this.#isWiped()) return this.#wipedElsewhere();
    this.#forget(id);
    this.#remember({ woorden: "dossier elders verwijderd", id, before, after: undefined });
    this.#tell("elders-verwijderd");
  }

  #isWiped(): boolean {
    try {
      return this.#around.storage().getItem(this.#key("huidig")) === null;
    } catch {
      return false;
    }
  }

  /** Who wiped this device trusts that it is gone: nothing of it comes back, not by undo either. */
  #wipedElsewhere(): void {
    const kept = [...this.#kept.keys()];
    this.#undo = [];
    this.#unreadable = [];
    for (const id of kept) this.#forget(id);
    if (kept.length) this.#tell("elders-gewist");
  }

  #changedElsewhere(id: string, tekst: string): void {
    try {
      this.#join(id, tekst);
      if (this.#isPristine(this.#current)) {
        this.#dropPristine(id);
        this.#current = id;
      }
      this.#tell("elders-gewijzigd");
    } catch (error) {
      if (!(error instanceof FileFormatError)) throw error;
      // Nothing is taken over; the next write here first puts it aside.
    }
  }

  #takeBackNew(id: string): Uitkomst<Dossier> {
    return this.#tried(() => {
      this.#removeKept(id);
      this.#forget(id);
      this.#tell("gewijzigd");
    });
  }

  /** Takes a dossier out of storage; one that never came there can go where storage is forbidden. */
  #removeKept(id: string): void {
    if (this.#kept.has(id)) this.#around.storage().removeItem(this.#key(`dossiers:${id}`));
  }

  #forget(id: string): void {
    this.#dossiers.delete(id);
    this.#kept.delete(id);
    if (this.#dossiers.size === 0) this.#current = this.#addFresh();
    else if (this.#current === id) this.#current = this.list()[0].id;
  }

  #addFresh(): string {
    const { inhoudsversie, now, newId } = this.#around;
    const fresh = emptyDossier(DEFAULT_NAAM, inhoudsversie, now(), newId);
    this.#dossiers.set(fresh.dossier.id, fresh);
    return fresh.dossier.id;
  }

  /** Whether a dossier is only there because there must be one. */
  #isPristine(id: string): boolean {
    const d = this.#dossiers.get(id);
    return d !== undefined && !this.#kept.has(id) && isEmpty(d);
  }

  #dropPristine(except: string): void {
    for (const id of [...this.#dossiers.keys()]) {
      if (id !== except && this.#isPristine(id)) this.#dossiers.delete(id);
    }
  }

  #remember(step: Stap): void {
    const last = this.#undo.at(-1);
    if (step.samen && last?.samen === step.samen && last.after === step.before) {
      this.#undo = [...this.#undo.slice(0, -1), { ...step, before: last.before }];
      return;
    }
    this.#undo = [...this.#undo, step].slice(-MOST_UNDO);
  }

  #tell(gebeurtenis: Gebeurtenis): void {
    for (const listener of this.#listeners) listener(gebeurtenis);
  }

  #key(rest: string): string {
    return `${this.#prefix}${rest}`;
  }

  #keys(storage: Opslag, start: string): readonly string[] {
    const keys: string[] = [];
    for (let index = 0; index < storage.length; index += 1) {
      const key = storage.key(index);
      if (key?.startsWith(this.#key(start))) keys.push(key);
    }
    return keys.sort();
  }

  #tried(act: () => void): Uitkomst<Dossier> {
    try {
      act();
      return { gelukt: true, waarde: this.current() };
    } catch (error) {
      return { gelukt: false, waarde: this.current(), fout: faultFor(error) };
    }
  }
}

/**
 * Returns what tells two copies of this site on one host apart.
 *
 * From a folder there is one scope: whoever unpacks a newer version finds the dossiers of the
 * older one.
 */
export function siteScope(rootUrl: string): string {
  const { protocol, pathname } = new URL(rootUrl);
  return protocol === "file:" ? "map" : hash(pathname.replace(/[^/]*$/, ""));
}

function withId(d: Dossier, id: string): Dossier {
  return d.dossier.id === id ? d : { ...d, dossier: { ...d.dossier, id } };
}

function sentenceFor(tekst: string): string {
  try {
    parse(tekst);
    return "Dit was niet te lezen toen het werd gevonden.";
  } catch (error) {
    if (error instanceof FileFormatError) return error.message;
    throw error;
  }
}

function faultFor(error: unknown): Opslagfout {
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  if (name === "QuotaExceededError" || name === "NS_ERROR_DOM_QUOTA_REACHED") {
    return {
      soort: "vol",
      zin: "De opslag van deze browser is vol. Bewaar uw dossier als bestand.",
    };
  }
  if (name === "SecurityError" || name === "TypeError") {
    return {
      soort: "geweigerd",
      zin: "Deze browser mag niets bewaren. Bewaar uw dossier als bestand.",
    };
  }
  return {
    soort: "onbekend",
    zin: "Uw browser heeft dit niet bewaard. Bewaar uw dossier als bestand.",
  };
}
