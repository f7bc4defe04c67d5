/** The dossier of this page: what the views read, change and hear about. */
import { personalIn, type Veld, type Verdacht } from "../dossier/guard.ts";
import { markSaved } from "../dossier/model.ts";
import { adopt, compareVersions, reconcile } from "../dossier/reconcile.ts";
import {
  type Dossierkop,
  type Gebeurtenis,
  type Onleesbaar,
  Store,
  type Uitkomst,
} from "../dossier/store.ts";
import type {
  Dossier,
  FaseGegevens,
  GidsGegevens,
  PuntGegevens,
  StapGegevens,
} from "../dossier/types.ts";
import { letGoOfTyping } from "./typing.ts";

/** How the last reading or writing went. */
export type Stand =
  | { readonly soort: "niets" }
  | { readonly soort: "bewaard"; readonly moment: string }
  | { readonly soort: "mislukt"; readonly zin: string };

const ELDERS: Partial<Record<Gebeurtenis, string>> = {
  "elders-verwijderd": "Een dossier is in een ander venster verwijderd.",
  "elders-gewist": "In een ander venster is alles gewist.",
  "elders-geleegd":
    "De opslag van deze browser is geleegd. Wat u hier ziet, wordt bij uw volgende wijziging weer bewaard.",
};

export class Session {
  readonly gids: GidsGegevens;
  readonly punten: ReadonlyMap<string, PuntGegevens>;
  readonly stappen: ReadonlyMap<string, StapGegevens>;
  /** The phase of a point, by the id of the point. */
  readonly faseOf: ReadonlyMap<string, FaseGegevens>;
  readonly now: () => string;
  readonly newId: () => string;
  /** The way from this page to the top of the site; ends in a slash. */
  readonly root: string;
  readonly #store: Store;
  readonly #hearers: (() => void)[] = [];
  #leave: () => void = () => {};
  #stand: Stand = { soort: "niets" };
  #elsewhere = "";
  /** Which dossier is on the screen. */
  #shown: string;

  constructor(
    gids: GidsGegevens,
    store: Store,
    now: () => string,
    newId: () => string,
    root: string,
  ) {
    this.gids = gids;
    this.#store = store;
    this.now = now;
    this.newId = newId;
    this.root = root;
    const stappen = gids.fasen.flatMap((fase) => fase.stappen);
    this.stappen = new Map(stappen.map((stap) => [stap.id, stap]));
    this.punten = new Map(stappen.flatMap((stap) => stap.punten).map((punt) => [punt.id, punt]));
    this.faseOf = new Map(
      gids.fasen.flatMap((fase) =>
        fase.stappen.flatMap((stap) => stap.punten.map((punt) => [punt.id, fase] as const))
      ),
    );
    this.#heed(store.load());
    this.#shown = this.dossier.dossier.id;
    store.subscribe((what) => {
      this.#elsewhere = ELDERS[what] ?? "";
      // What was typed for the dossier that went away belongs in no other.
      const gone = what === "elders-gewist" || what === "elders-verwijderd";
      if (gone && this.dossier.dossier.id !== this.#shown) {
        if (letGoOfTyping()) this.#elsewhere += " Wat u net typte, is niet bewaard.";
        this.#leave();
      }
      // Of its own acts the session tells when they are done.
      if (!what.startsWith("elders")) return;
      this.#look();
      this.heard();
    });
  }

  get dossier(): Dossier {
    return this.#store.current();
  }

  get stand(): Stand {
    return this.#stand;
  }

  /** What another window did, in a sentence, when the reader must know. */
  get elsewhere(): string {
    return this.#elsewhere;
  }

  /** What could not be read and was set aside. */
  get setAside(): readonly Onleesbaar[] {
    return this.#store.unreadable();
  }

  /** In words what `undo` takes back; empty when there is nothing. */
  get undoLabel(): string {
    return this.#store.undoWords() ?? "";
  }

  /** Changes the dossier and keeps it. What was typed in one stretch (`samen`) is undone as one. */
  change(
    label: string,
    how: (dossier: Dossier, now: string) => Dossier,
    samen = "",
  ): void {
    this.#wrote(this.#store.change((dossier) => how(dossier, this.now()), label, samen));
  }

  undo(): void {
    this.#wrote(this.#store.undo());
  }

  dossiers(): readonly Dossierkop[] {
    return this.#store.list();
  }

  choose(id: string): void {
    this.#wrote(this.#store.select(id));
  }

  create(): void {
    this.#wrote(this.#store.add(this.#freshName("Nieuw dossier")));
  }

  duplicate(): void {
    const { id, naam } = this.dossier.dossier;
    this.#wrote(this.#store.duplicate(id, this.#freshName(`${naam} (kopie)`)));
  }

  rename(naam: string): void {
    if (naam === this.dossier.dossier.naam) return;
    this.#wrote(this.#store.rename(this.dossier.dossier.id, naam));
  }

  remove(): void {
    this.#wrote(this.#store.remove(this.dossier.dossier.id));
  }

  /** Keeps a dossier under its own id and works in it. */
  take(dossier: Dossier, label: string): void {
    this.#wrote(this.#store.save(dossier, label));
  }

  /** Keeps a dossier from a file beside what is there, also when it was here before. */
  addFromFile(dossier: Dossier): void {
    const { naam } = dossier.dossier;
    const added = {
      ...dossier,
      dossier: { ...dossier.dossier, id: this.newId(), naam: this.#freshName(naam) },
    };
    this.#wrote(this.#store.save(added, "bestand geopend"));
  }

  /** Remembers that there is a save file of this moment. */
  noteFile(): void {
    if (this.#stand.soort !== "bewaard") return;
    this.#wrote(this.#store.change((dossier) => markSaved(dossier, this.now()), ""));
  }

  /**
   * Where a point of the present guide, or an own point at a step of it, stands, or a field of it;
   * undefined for any other.
   */
  addressOfPunt(id: string, veld?: Veld, stap?: string): string | undefined {
    const fase = stap ? this.#faseOfStap(stap) : this.faseOf.get(id);
    // Else at its box, for a screen reader tells what has the focus, and with it the text.
    return fase && `${this.root}checklists/${fase.id}.html#${veld ?? "vink"}-${id}`;
  }

  /** Where a step of the present guide, with its own points, stands; undefined for any other. */
  addressOfStap(id: string): string | undefined {
    const fase = this.#faseOfStap(id);
    return fase && `${this.root}checklists/${fase.id}.html#stap-${id}`;
  }

  #faseOfStap(id: string) {
    return this.gids.fasen.find(({ stappen }) => stappen.some((stap) => stap.id === id));
  }

  /** The page "Mijn dossier". */
  get addressOfDossier(): string {
    return `${this.root}dossier/index.html`;
  }

  /** What in the dossier looks like it is about a child or parent. */
  personal(): readonly Verdacht[] {
    return personalIn(this.dossier, this.punten);
  }

  /** How many points ask for a look since the guide changed. */
  updates(): number {
    const { gewijzigd, vervangen, vervallen } = reconcile(this.dossier, this.gids);
    const older = compareVersions(this.dossier.inhoudsversie, this.gids.versie) < 0;
    return gewijzigd.length + vervangen.length + (older ? vervallen.length : 0);
  }

  /** Takes over what the present guide means for the dossier. */
  adopt(): void {
    this.change("bijgewerkt naar deze versie van de gids", (d, now) => adopt(d, this.gids, now));
  }

  /** Throws away what could not be read. */
  discard(sleutel: string): void {
    this.#heed(this.#store.discard(sleutel));
    this.heard();
  }

  /** Removes everything; returns how to put it back while the page is open, and whether it is kept. */
  wipe(): () => boolean {
    const kept = this.#store.list().filter(({ id }) => this.#store.isKept(id))
      .map(({ id }) => this.#store.get(id)!);
    const current = this.dossier.dossier.id;
    const aside = this.setAside;
    this.#wrote(this.#store.wipe());
    return () => {
      const outcomes = [
        ...kept.map((dossier) => this.#store.save(dossier, "teruggezet")),
        ...aside.map((part) => this.#store.putBack(part)),
      ];
      this.choose(current);
      const failed = outcomes.find((outcome) => !outcome.gelukt);
      if (failed) this.#heed(failed);
      this.heard();
      return failed === undefined;
    };
  }

  /** Calls `hear` after every change, from here or elsewhere. */
  listen(hear: () => void): void {
    this.#hearers.push(hear);
  }

  /** Calls `leave` when another window removed the dossier of this page: its words must go too. */
  whenGone(leave: () => void): void {
    this.#leave = leave;
  }

  /** Tells every view to look again; one that fails leaves the others working. */
  heard(): void {
    this.#shown = this.dossier.dossier.id;
    for (const hear of this.#hearers) {
      try {
        hear();
      } catch (error) {
        reportError(error);
      }
    }
  }

  #wrote(outcome: Uitkomst<Dossier>): void {
    this.#heed(outcome);
    if (this.#stand.soort === "bewaard") this.#stand = { soort: "bewaard", moment: this.now() };
    this.heard();
  }

  #heed(outcome: Uitkomst<Dossier>): void {
    if (outcome.gelukt) this.#look();
    else this.#stand = { soort: "mislukt", zin: outcome.fout.zin };
  }

  #look(): void {
    this.#stand = this.#store.isKept()
      ? { soort: "bewaard", moment: this.dossier.dossier.gewijzigd }
      : { soort: "niets" };
  }

  #freshName(wish: string): string {
    const taken = new Set(
      this.#store.list().filter(({ id }) => this.#store.isKept(id))
        .map(({ naam }) => naam),
    );
    for (let n = 2, name = wish;; n++) {
      if (!taken.has(name)) return name;
      name = `${wish} ${n}`;
    }
  }
}
