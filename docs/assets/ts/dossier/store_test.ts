import fc from "fast-check";
import { OWN_POINTS, parse, serialise } from "./format.ts";
import { addEigenPunt, answer, answerOf, isEmpty, markSaved, setGemeente } from "./model.ts";
import { type Gebeurtenis, KEYS, type Opslag, PREFIX, siteScope, Store } from "./store.ts";
import { counter, dossiers, equal, FEW, FILES, GIDS, lost, NOW, puntOf, typed } from "./testing.ts";
import type { Dossier } from "./types.ts";

const OLD = parse(FILES["formaat-1_inhoud-2026.1.json"]);
const FIRST = puntOf(GIDS, "ik-startopdracht");
const SECOND = puntOf(GIDS, "ik-vast-duo");
const SCOPE = "proef";
const BASE = `${PREFIX}${SCOPE}:`;

/** Storage in memory that can be full, and that tells how often it was written. */
class Memory implements Opslag {
  readonly kept = new Map<string, string>();
  room = Infinity;
  writes = 0;

  get length(): number {
    return this.kept.size;
  }

  key(index: number): string | null {
    return [...this.kept.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    let size = value.length;
    for (const [other, text] of this.kept) if (other !== key) size += text.length;
    if (size > this.room) throw new DOMException("full", "QuotaExceededError");
    this.writes += 1;
    this.kept.set(key, value);
  }

  removeItem(key: string): void {
    this.writes += 1;
    this.kept.delete(key);
  }
}

/** A browser window on a storage: the store, its events and what it told. */
function open(
  storage: Opslag | (() => Opslag),
  { scope = SCOPE, now = () => NOW, name = "a" } = {},
) {
  const events = new EventTarget();
  const store = new Store({
    storage: typeof storage === "function" ? storage : () => storage,
    scope,
    inhoudsversie: "2026.1",
    now,
    newId: counter(name),
    events,
  });
  const told: Gebeurtenis[] = [];
  store.subscribe((gebeurtenis) => told.push(gebeurtenis));
  const loaded = store.load();
  const hear = (key: string | null, newValue: string | null) =>
    events.dispatchEvent(Object.assign(new Event("storage"), { key, newValue }));
  const comeBack = () =>
    events.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  return { store, told, loaded, hear, comeBack };
}

const tick = (d: Dossier) => answer(d, FIRST, { status: "gedaan" }, NOW);
const note = (d: Dossier) => answer(d, SECOND, { notitie: "Zie bijlage" }, NOW);
const keyOf = (d: Dossier) => `${BASE}dossiers:${d.dossier.id}`;

// Keeping

Deno.test("nothing is written before the first act, and there is a dossier at once", () => {
  const memory = new Memory();
  const { store, loaded } = open(memory);

  equal([memory.writes, loaded.gelukt, store.current().dossier.naam], [0, true, "Mijn dossier"]);
  equal(isEmpty(store.current()), true);
});

Deno.test("a tick is there again after a reload", () => {
  const memory = new Memory();
  const outcome = open(memory).store.change(tick, "afgevinkt");

  equal(outcome.gelukt, true);
  equal(answerOf(open(memory, { name: "b" }).store.current(), FIRST.id).status, "gedaan");
});

Deno.test("a change that changes nothing writes nothing", () => {
  const memory = new Memory();
  const { store } = open(memory);
  store.change(tick, "afgevinkt");
  const { writes } = memory;

  store.change((d) => d, "niets");
  store.change(tick, "afgevinkt");
  equal([memory.writes, store.undoWords()], [writes, "afgevinkt"]);
});

Deno.test("every key that is written is one of those that are explained", () => {
  const memory = new Memory();
  memory.kept.set(`${BASE}dossiers:stuk`, "{");
  open(memory).store.change(tick, "afgevinkt");
  const patterns = Object.values(KEYS).map(({ sleutel }) => sleutel.replace("…", ""));

  const keys = [...memory.kept.keys()].map((key) => key.slice(BASE.length));
  equal(keys.filter((key) => !patterns.some((pattern) => key.startsWith(pattern))), []);
  for (const pattern of patterns) equal(keys.some((key) => key.startsWith(pattern)), true);
});

Deno.test("two copies of the site on one host do not see each other", () => {
  const memory = new Memory();
  open(memory).store.change(tick, "afgevinkt");
  const other = open(memory, { scope: "ander", name: "b" }).store;

  equal(isEmpty(other.current()), true);
  other.change(note, "notitie");
  other.wipe();
  equal(answerOf(open(memory).store.current(), FIRST.id).status, "gedaan");
});

Deno.test("the scope follows the folder on a host, and is one for all folders on a disk", () => {
  equal(
    siteScope("https://gids.example/a/index.html") === siteScope("https://gids.example/a/"),
    true,
  );
  equal(siteScope("https://gids.example/a/") === siteScope("https://gids.example/b/"), false);
  equal(siteScope("file:///C:/oud/") === siteScope("file:///D:/nieuw/index.html"), true);
});

// Dossiers

Deno.test("several dossiers: added, chosen, renamed, copied; the last one is open next time", () => {
  const memory = new Memory();
  const { store } = open(memory);
  store.change(tick, "afgevinkt");
  const first = store.current().dossier.id;
  store.add("Wijk Oost");
  store.duplicate(first, "Wijk West");
  store.rename(first, "Wijk Noord");

  const again = open(memory, { name: "b" }).store;
  equal(again.list().map(({ naam }) => naam).toSorted(), ["Wijk Noord", "Wijk Oost", "Wijk West"]);
  equal(again.current().dossier.naam, "Wijk West");
  equal(answerOf(again.current(), FIRST.id).status, "gedaan");
  again.select(first);
  equal(open(memory, { name: "c" }).store.current().dossier.naam, "Wijk Noord");
});

Deno.test("a name for an empty dossier does not leave the nameless one behind", () => {
  const { store } = open(new Memory());
  store.add("Wijk Oost");

  equal(store.list().map(({ naam, huidig }) => [naam, huidig]), [["Wijk Oost", true]]);
});

Deno.test("a removed dossier comes back with undo, and another one is open meanwhile", () => {
  const memory = new Memory();
  const { store } = open(memory);
  store.change(tick, "afgevinkt");
  const { id } = store.current().dossier;
  store.add("Wijk Oost");
  store.remove(id);

  equal(store.list().map(({ naam }) => naam), ["Wijk Oost"]);
  equal(store.undoWords(), "dossier verwijderd");
  store.undo();
  equal(store.current().dossier.id, id);
  equal(open(memory, { name: "b" }).store.list().length, 2);
});

Deno.test("the last dossier can be removed too; then there is an empty one", () => {
  const memory = new Memory();
  const { store } = open(memory);
  store.change(tick, "afgevinkt");
  store.remove(store.current().dossier.id);

  equal([isEmpty(store.current()), store.list().length], [true, 1]);
  store.undo();
  equal([answerOf(store.current(), FIRST.id).status, store.list().length], ["gedaan", 1]);
});

Deno.test("an opened file replaces the dossier with its id, and undo brings the old one back", () => {
  const memory = new Memory();
  const { store } = open(memory);
  store.save(OLD, "bestand geopend");
  store.save({ ...OLD, punten: {} }, "bestand geopend");

  equal(store.current().punten, {});
  store.undo();
  equal(serialise(store.current()), serialise(OLD));
  store.undo();
  equal(isEmpty(store.current()), true);
  equal(memory.kept.has(keyOf(OLD)), false);
});

Deno.test("acts are taken back one by one, the last first", () => {
  const { store } = open(new Memory());
  store.change(tick, "afgevinkt");
  store.change(note, "notitie");

  store.undo();
  equal(Object.keys(store.current().punten), [FIRST.id]);
  store.undo();
  equal([store.current().punten, store.undoWords()], [{}, undefined]);
  store.undo();
  equal(store.current().punten, {});
});

Deno.test("wiping leaves nothing of this site and everything of others", () => {
  const memory = new Memory();
  memory.kept.set("ander-programma", "x");
  memory.kept.set(`${BASE}dossiers:stuk`, "{");
  const { store, told } = open(memory);
  store.change(tick, "afgevinkt");
  store.wipe();

  equal([...memory.kept.keys()], ["ander-programma"]);
  equal([isEmpty(store.current()), store.undoWords(), store.unreadable()], [true, undefined, []]);
  equal(told.at(-1), "gewist");
});

// What goes wrong

Deno.test("full storage: the page goes on, says so, and keeps everything when there is room", () => {
  const memory = new Memory();
  const { store } = open(memory);
  store.change(tick, "afgevinkt");
  const before = new Map(memory.kept);
  memory.room = 10;

  const outcome = store.change(note, "notitie");
  equal(outcome.gelukt ? "" : outcome.fout, {
    soort: "vol",
    zin: "De opslag van deze browser is vol. Bewaar uw dossier als bestand.",
  });
  equal(answerOf(store.current(), SECOND.id).notitie, "Zie bijlage");
  equal([memory.kept, store.isKept()], [before, false]);
  memory.room = Infinity;
  store.change((d) => setGemeente(d, "Voorbeeldstad", NOW), "gemeente");
  equal(answerOf(open(memory).store.current(), SECOND.id).notitie, "Zie bijlage");
  equal(store.isKept(), true);
});

Deno.test("forbidden storage: everything works on the page, and every act says it is not kept", () => {
  const { store, loaded } = open(() => {
    throw new DOMException("no", "SecurityError");
  });
  const outcome = store.change(tick, "afgevinkt");

  for (const one of [loaded, outcome]) {
    equal(
      one.gelukt ? "" : one.fout.zin,
      "Deze browser mag niets bewaren. Bewaar uw dossier als bestand.",
    );
  }
  equal(answerOf(store.current(), FIRST.id).status, "gedaan");
  store.undo();
  equal(isEmpty(store.current()), true);
});

Deno.test("storage that forgets at once is noticed", () => {
  const forgetful = new Memory();
  forgetful.setItem = () => {};
  const outcome = open(forgetful).store.change(tick, "afgevinkt");

  equal(outcome.gelukt ? "" : outcome.fout.soort, "onbekend");
});

Deno.test("storage that was emptied midway is filled again by the next act", () => {
  const memory = new Memory();
  const { store } = open(memory);
  store.change(tick, "afgevinkt");
  memory.kept.clear();
  store.change(note, "notitie");

  equal(Object.keys(open(memory).store.current().punten).toSorted(), [FIRST.id, SECOND.id]);
});

for (const [what, text] of [["cut off", '{"formaat":'], ["rubbish", "rommel"], ["empty", ""]]) {
  Deno.test(`unreadable data (${what}) is set aside, told, offered and never written over`, () => {
    const memory = new Memory();
    memory.kept.set(`${BASE}dossiers:stuk`, text);
    const { store } = open(memory);
    store.change(tick, "afgevinkt");

    equal(store.unreadable().map(({ tekst }) => tekst), [text]);
    const [{ sleutel, zin }] = store.unreadable();
    equal([memory.kept.get(sleutel), zin.startsWith("Dit bestand")], [text, true]);
    equal(open(memory).store.unreadable().map(({ tekst }) => tekst), [text]);
    store.discard(sleutel);
    equal([store.unreadable(), memory.kept.has(sleutel)], [[], false]);
    store.undo();
    equal(store.unreadable(), [{ sleutel, tekst: text, zin }]);
    equal([memory.kept.get(sleutel), store.undoWords()], [text, "afgevinkt"]);
  });
}

Deno.test("what was thrown away comes back beside what took its place, also in full storage", () => {
  const memory = new Memory();
  const newer = serialise(OLD).replace('"formaatversie":1', '"formaatversie":2');
  memory.kept.set(keyOf(OLD), newer);
  const { store } = open(memory);
  store.discard(keyOf(OLD));
  memory.kept.set(keyOf(OLD), serialise(OLD));
  store.undo();

  equal(memory.kept.get(keyOf(OLD)), serialise(OLD));
  equal([...memory.kept.values()].filter((text) => text === newer).length, 1);
  const [{ sleutel }] = store.unreadable();
  store.discard(sleutel);
  memory.room = 0;
  equal(store.undo().gelukt, false);
  equal(store.unreadable().map(({ tekst }) => tekst), [newer]);
});

Deno.test("unreadable data in full storage stays where it is", () => {
  const memory = new Memory();
  memory.kept.set(`${BASE}dossiers:stuk`, "rommel");
  memory.room = 6;
  const { store } = open(memory);

  equal(memory.kept.get(`${BASE}dossiers:stuk`), "rommel");
  equal(store.unreadable().map(({ tekst }) => tekst), ["rommel"]);
});

/** The text of a dossier with a version and a moment that cannot be, as a file once brought them. */
const AHEAD = serialise({
  ...OLD,
  inhoudsversie: "9999.999",
  dossier: { ...OLD.dossier, gewijzigd: "9999-12-31T23:59:59Z" },
});

Deno.test("a kept dossier with a version and a moment that cannot be is mended for good", () => {
  const memory = new Memory();
  memory.kept.set(keyOf(OLD), AHEAD);

  const { store } = open(memory);
  const kept = store.current();
  open(memory, { now: () => "2031-01-01T00:00:00Z" });

  equal([kept.inhoudsversie, kept.dossier.gewijzigd], ["2026.1", NOW]);
  equal(serialise(kept), memory.kept.get(keyOf(OLD)));
  equal([kept.punten, kept.eigen_punten], [OLD.punten, OLD.eigen_punten]);
  equal([store.isKept(), store.undoWords(), store.unreadable()], [true, undefined, []]);
});

Deno.test("what another window brings ahead of time is mended before it counts", () => {
  const memory = new Memory();
  const { store, hear } = open(memory);
  store.save(OLD, "bestand geopend");
  hear(keyOf(OLD), AHEAD);

  equal([store.current().inhoudsversie, store.current().dossier.gewijzigd], ["2026.1", NOW]);
});

Deno.test("a full storage that cannot be mended loses nothing and stops no work", () => {
  const memory = new Memory();
  memory.kept.set(keyOf(OLD), AHEAD);
  memory.room = 0;
  const { store, loaded } = open(memory);

  equal([loaded.gelukt, store.current().inhoudsversie], [true, "2026.1"]);
  equal(memory.kept.get(keyOf(OLD)), AHEAD);
});

Deno.test("a dossier of the next guide is read and left as it is", () => {
  const memory = new Memory();
  memory.kept.set(keyOf(OLD), serialise({ ...OLD, inhoudsversie: "2027.1" }));

  equal([open(memory).store.current().inhoudsversie, memory.writes], ["2027.1", 0]);
});

Deno.test("a dossier of a newer site stays where that site finds it, and is told", () => {
  const memory = new Memory();
  const newer = serialise(OLD).replace('"formaatversie":1', '"formaatversie":2');
  memory.kept.set(keyOf(OLD), newer);
  const { store } = open(memory);
  store.change(tick, "afgevinkt");

  equal(memory.kept.get(keyOf(OLD)), newer);
  equal(store.unreadable().map(({ sleutel }) => sleutel), [keyOf(OLD)]);
});

Deno.test("what turned unreadable under our hands is set aside before it is written over", () => {
  const memory = new Memory();
  const { store } = open(memory);
  store.change(tick, "afgevinkt");
  memory.kept.set(keyOf(store.current()), "rommel van een ander");
  store.change(note, "notitie");

  equal(store.unreadable().map(({ tekst }) => tekst), ["rommel van een ander"]);
  equal(Object.keys(open(memory).store.current().punten).length, 2);
});

Deno.test("a note that no file could hold is refused at once, and nothing else is lost", () => {
  const memory = new Memory();
  const { store } = open(memory);
  store.change(tick, "afgevinkt");
  const outcome = store.change(
    (d) => answer(d, SECOND, { notitie: "x".repeat(60_000) }, NOW),
    "notitie",
  );

  equal(outcome.gelukt ? "" : outcome.fout.soort, "te-groot");
  equal(Object.keys(open(memory).store.current().punten), [FIRST.id]);
  equal(store.undoWords(), "afgevinkt");
});

Deno.test("a change that no file could hold is refused, what was kept before the limit stays", () => {
  const memory = new Memory();
  const { store } = open(memory);
  const owned = (count: number) => (d: Dossier) => ({
    ...d,
    eigen_punten: Array.from({ length: count }, (_, n) => ({
      ...answerOf(d, FIRST.id),
      id: `eigen-${n}`,
      stap: "x",
    })),
  });
  store.change(tick, "afgevinkt");

  equal(store.change(owned(OWN_POINTS + 1), "samengevoegd").gelukt, false);
  const before = serialise(owned(OWN_POINTS + 1)(store.current()));
  memory.kept.set(keyOf(store.current()), before);
  const again = open(memory).store;
  equal(again.current().eigen_punten.length, OWN_POINTS + 1);
  equal(again.change((d) => answer(d, FIRST, { status: "open" }, NOW), "open").gelukt, true);
  equal(open(memory).store.current().eigen_punten.length, OWN_POINTS + 1);
});

Deno.test("a dossier that has grown too large to open again is refused, and the old one stays", () => {
  const memory = new Memory();
  const { store } = open(memory);
  store.change(tick, "afgevinkt");
  const outcome = store.change(
    (d) =>
      Array.from({ length: 50 }, (_, n) => ({ id: `p-${n}`, tekst: "" })).reduce(
        (grown, punt) => answer(grown, punt, { notitie: "x".repeat(45_000) }, NOW),
        d,
      ),
    "geplakt",
  );

  equal(outcome.gelukt ? "" : outcome.fout, {
    soort: "te-groot",
    zin: "Dit kan niet worden bewaard. Dit bestand is te groot voor een dossier.",
  });
  equal(Object.keys(open(memory).store.current().punten), [FIRST.id]);
});

Deno.test("where storage is forbidden a dossier can still be removed from the page", () => {
  const { store } = open(() => {
    throw new DOMException("no", "SecurityError");
  });
  store.change(tick, "afgevinkt");

  equal(store.remove(store.current().dossier.id).gelukt, true);
  equal(isEmpty(store.current()), true);
});

Deno.test("an act without words is kept, but is nothing to undo", () => {
  const memory = new Memory();
  const { store } = open(memory);
  store.change(tick, "afgevinkt");
  store.change((d) => markSaved(d, NOW), "");

  equal(open(memory).store.current().dossier.bestand, NOW);
  equal(store.undoWords(), "afgevinkt");
  store.undo();
  equal([store.current().punten, store.current().dossier.bestand], [{}, NOW]);
});

Deno.test("what belongs together is undone as one, until something else is done", () => {
  const { store } = open(new Memory());
  const type = (notitie: string) =>
    store.change((d) => answer(d, FIRST, { notitie }, NOW), "notitie", "notitie bij 1");
  type("a");
  type("ab");
  store.change((d) => setGemeente(d, "Voorbeeldstad", NOW), "gemeente");
  type("abc");

  store.undo();
  equal(answerOf(store.current(), FIRST.id).notitie, "ab");
  store.undo();
  equal(store.current().dossier.gemeente, "");
  store.undo();
  equal([store.current().punten, store.undoWords()], [{}, undefined]);
});

// Two windows

Deno.test("two windows: what the other wrote is joined, not written over", () => {
  const memory = new Memory();
  const one = open(memory);
  one.store.change((d) => setGemeente(d, "Voorbeeldstad", NOW), "gemeente");
  const two = open(memory, { name: "b" });
  one.store.change(tick, "afgevinkt");
  two.store.change(note, "notitie");

  equal(Object.keys(open(memory).store.current().punten).toSorted(), [FIRST.id, SECOND.id]);
  one.hear(keyOf(one.store.current()), memory.kept.get(keyOf(one.store.current()))!);
  equal(one.told.at(-1), "elders-gewijzigd");
  equal(serialise(one.store.current()), serialise(two.store.current()));
});

Deno.test("two windows: undo takes back the own act and leaves what the other did", () => {
  const memory = new Memory();
  const one = open(memory);
  one.store.change((d) => setGemeente(d, "Voorbeeldstad", NOW), "gemeente");
  const two = open(memory, { name: "b" });
  one.store.change(tick, "afgevinkt");
  two.store.change(note, "notitie");
  one.store.undo();

  equal(Object.keys(open(memory).store.current().punten), [SECOND.id]);
});

Deno.test("two windows that both begin work in the same dossier", () => {
  const memory = new Memory();
  const one = open(memory);
  const two = open(memory, { name: "b" });
  one.store.change(tick, "afgevinkt");
  two.store.change(note, "notitie");

  const { store } = open(memory, { name: "c" });
  equal(store.list().length, 1);
  equal(Object.keys(store.current().punten).toSorted(), [FIRST.id, SECOND.id]);
});

Deno.test("two windows: an untouched one follows the other", () => {
  const memory = new Memory();
  const one = open(memory);
  const two = open(memory, { name: "b" });
  one.store.change(tick, "afgevinkt");
  two.hear(keyOf(one.store.current()), serialise(one.store.current()));

  equal(answerOf(two.store.current(), FIRST.id).status, "gedaan");
  equal(two.store.list().length, 1);
});

Deno.test("removed in another window: told, and undo brings it back", () => {
  const memory = new Memory();
  const one = open(memory);
  one.store.change(tick, "afgevinkt");
  const d = one.store.current();
  open(memory, { name: "b" }).store.remove(d.dossier.id);
  one.hear(keyOf(d), null);

  equal([one.told.at(-1), isEmpty(one.store.current())], ["elders-verwijderd", true]);
  one.store.undo();
  equal(serialise(open(memory).store.current()), serialise(d));
});

Deno.test("everything on the host emptied: told, still on the page, kept again at the next act", () => {
  const memory = new Memory();
  const one = open(memory);
  one.store.change(tick, "afgevinkt");
  memory.kept.clear();
  one.hear(null, null);

  equal([one.told.at(-1), one.store.isKept()], ["elders-geleegd", false]);
  one.store.change(note, "notitie");
  equal(Object.keys(open(memory).store.current().punten).length, 2);
});

Deno.test("keys of other sites and programs are not listened to", () => {
  const one = open(new Memory());
  one.store.change(tick, "afgevinkt");
  const { length } = one.told;
  one.hear("ander", "x");
  one.hear(`${PREFIX}elders:dossiers:x`, serialise(OLD));

  equal([one.told.length, one.store.list().length], [length, 1]);
});

Deno.test("rubbish that another window writes is not taken over", () => {
  const one = open(new Memory());
  one.store.change(tick, "afgevinkt");
  one.hear(keyOf(one.store.current()), "{");

  equal(answerOf(one.store.current(), FIRST.id).status, "gedaan");
});

Deno.test("a page from the back/forward cache catches up before it shows anything old", () => {
  const memory = new Memory();
  const one = open(memory);
  one.store.change((d) => setGemeente(d, "Voorbeeldstad", NOW), "gemeente");
  const two = open(memory, { name: "b" });
  two.store.change(tick, "afgevinkt");
  one.comeBack();

  equal(answerOf(one.store.current(), FIRST.id).status, "gedaan");
  equal(one.told.at(-1), "elders-gewijzigd");
});

Deno.test("what was wiped elsewhere does not come back, with the back button or by undo", () => {
  const memory = new Memory();
  const one = open(memory);
  one.store.change(tick, "afgevinkt");
  open(memory, { name: "b" }).store.wipe();
  one.comeBack();

  equal([one.told.includes("elders-gewist"), isEmpty(one.store.current())], [true, true]);
  one.store.undo();
  equal([one.store.undoWords(), memory.kept.size], [undefined, 0]);
});

Deno.test("what was removed elsewhere comes back with undo, also after the back button", () => {
  const memory = new Memory();
  const one = open(memory);
  one.store.change(tick, "afgevinkt");
  const d = one.store.current();
  open(memory, { name: "b" }).store.remove(d.dossier.id);
  one.comeBack();

  equal([one.told.includes("elders-verwijderd"), isEmpty(one.store.current())], [true, true]);
  one.store.undo();
  equal(serialise(open(memory).store.current()), serialise(d));
});

Deno.test("a wipe in another window leaves nothing to undo, in whatever order it is heard", () => {
  for (const order of [0, 1]) {
    const memory = new Memory();
    const one = open(memory);
    one.store.change(tick, "afgevinkt");
    one.store.change(note, "notitie");
    const d = one.store.current();
    const other = open(memory, { name: "b" }).store;
    other.wipe();
    const keys = [`${BASE}huidig`, keyOf(d)];
    for (const key of order ? keys.toReversed() : keys) one.hear(key, null);

    equal(one.told.filter((what) => what.startsWith("elders")), ["elders-gewist"]);
    equal([isEmpty(one.store.current()), one.store.undoWords()], [true, undefined]);
    equal(memory.kept.size, 0);
    other.save(d, "teruggezet");
    one.hear(keyOf(d), memory.kept.get(keyOf(d))!);
    equal(serialise(one.store.current()), serialise(d));
  }
});

Deno.test("a page that comes back to what it left tells nothing", () => {
  const one = open(new Memory());
  one.store.change(tick, "afgevinkt");
  one.comeBack();

  equal(one.told, ["gewijzigd"]);
});

Deno.test("a clock of years ago in one window loses nothing of the other", () => {
  const memory = new Memory();
  const one = open(memory);
  one.store.change(tick, "afgevinkt");
  const past = "1999-01-01T00:00:00Z";
  const two = open(memory, { name: "b", now: () => past });
  two.store.change((d) => answer(d, FIRST, { notitie: "Later" }, past), "notitie");

  const { status, notitie } = answerOf(open(memory).store.current(), FIRST.id);
  equal([status, notitie], ["gedaan", "Later"]);
});

Deno.test("however two windows take turns, no note, reason or own point is lost", () => {
  const turns = fc.array(
    fc.record({
      window: fc.nat(1),
      punt: fc.constantFrom(FIRST, SECOND),
      notitie: fc.stringMatching(/^[a-z]{4,8}$/),
      eigen: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  );

  fc.assert(fc.property(turns, (acts) => {
    const memory = new Memory();
    const windows = [open(memory), open(memory, { name: "b" })];
    const expected = new Map<string, string>();
    for (const [index, { window, punt, notitie, eigen }] of acts.entries()) {
      const { store } = windows[window];
      if (eigen) {
        store.change((d) => addEigenPunt(d, "leren-delen", notitie, NOW, counter(`e${index}`)), "");
        expected.set(`eigen ${index}`, notitie);
      } else {
        store.change((d) => answer(d, punt, { notitie }, NOW), "");
        expected.set(punt.id, notitie);
      }
    }

    equal(lost([...expected.values()], open(memory, { name: "c" }).store.current()), []);
  }));
});

Deno.test("whatever dossier is kept comes back whole, and undo restores what was there", () => {
  fc.assert(fc.property(dossiers(FEW), dossiers(FEW), (a, b) => {
    const memory = new Memory();
    const { store } = open(memory);
    store.save(a, "bestand geopend");
    store.save(b, "bestand geopend");

    equal(lost(typed(b), open(memory).store.current()), []);
    store.undo();
    equal(store.current().punten, a.punten);
    equal(lost(typed(a), store.current()), []);
  }));
});
