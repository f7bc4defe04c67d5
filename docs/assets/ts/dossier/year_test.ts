/** A year with a dossier: two colleagues, two laptops, a new guide, one plan. */
import { parse, serialise } from "./format.ts";
import { compareYears, merge } from "./merge.ts";
import { addEigenPunt, answer, answerOf, isDone, markSaved, puntenOf, tally } from "./model.ts";
import { adopt, reconcile } from "./reconcile.ts";
import { Store } from "./store.ts";
import { counter, equal, GIDS, LATER, lost, puntOf, typed } from "./testing.ts";
import type { Antwoord, GidsGegevens } from "./types.ts";

/** A laptop: a browser with storage of its own, and the guide of that moment. */
function laptop(naam: string) {
  const kept = new Map<string, string>();
  const storage = {
    get length() {
      return kept.size;
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const newId = counter(naam);

  return (gids: GidsGegevens, now: string) => {
    const store = new Store({
      storage: () => storage,
      scope: "map",
      inhoudsversie: gids.versie,
      now: () => now,
      newId,
      events: new EventTarget(),
    });
    store.load();
    return {
      store,
      note: (id: string, change: Partial<Antwoord>) =>
        store.change((d) => answer(d, puntOf(gids, id), change, now), "gewijzigd"),
      add: (stap: string, tekst: string) =>
        store.change((d) => addEigenPunt(d, stap, tekst, now, newId), "toegevoegd"),
      file: () => {
        store.change((d) => markSaved(d, now), "");
        return serialise(store.current());
      },
    };
  };
}

Deno.test("a year: two colleagues, an update, a merge and an evaluation, and nothing is lost", () => {
  const anna = laptop("anna");
  const bram = laptop("bram");

  // November 2026: Anna begins, and mails her file to Bram.
  const start = anna(GIDS, "2026-11-24T09:00:00Z");
  start.note("ik-startopdracht", { status: "gedaan", notitie: "Getekend op 10 november." });
  start.note("ik-advies-fg", { status: "gedaan", notitie: "Advies van 3 november." });
  start.note("pa-dpia", { status: "gedaan", trekker: "Privacyfunctionaris" });
  start.add("netwerk-warm-houden", "Wij eten samen met het netwerk");
  const first = start.file();

  // January 2027: Bram opens it; both go on, each on their own laptop.
  const bramJanuary = bram(GIDS, "2027-01-12T10:00:00Z");
  bramJanuary.store.save(parse(first), "bestand geopend");
  bramJanuary.note("ik-vast-duo", { status: "bezig", trekker: "Teamleider veiligheid" });
  bramJanuary.note("ik-startopdracht", { notitie: "De burgemeester wil een nieuwe tekst." });
  bramJanuary.add("leren-delen", "Wij vertellen het de buurgemeenten");
  const annaFebruary = anna(GIDS, "2027-02-02T10:00:00Z");
  annaFebruary.note("pa-politiegegevens", { status: "nvt", reden: "Wij gebruiken geen cijfers." });
  annaFebruary.note("ik-startopdracht", { notitie: "Getekend op 10 november; zie bijlage 1." });
  const fromBram = bramJanuary.file();
  const fromAnna = annaFebruary.file();

  // November 2027: the guide is new. Anna takes it over and merges what Bram sends.
  const now = "2027-11-25T09:00:00Z";
  const later = anna(LATER, now);
  equal(serialise(later.store.current()), fromAnna);
  equal(reconcile(later.store.current(), LATER).gewijzigd.map(({ id }) => id), ["ik-advies-fg"]);
  later.store.change((d) => adopt(d, LATER, now), "nieuwe versie");
  later.store.change((d) => merge(d, adopt(parse(fromBram), LATER, now), {}, now), "samengevoegd");

  const joined = later.store.current();
  for (const file of [first, fromBram, fromAnna]) {
    const words = typed(parse(file)).filter((text) => text !== "Getekend op 10 november.");
    equal(lost(words, joined), []);
  }
  equal(
    answerOf(joined, "ik-startopdracht").notitie,
    "Getekend op 10 november; zie bijlage 1.\n\nDe burgemeester wil een nieuwe tekst.",
  );
  equal(joined.eigen_punten.map(({ stap }) => stap), ["netwerk-onderhouden", "leren-delen"]);
  equal(isDone(answerOf(joined, "pa-dpia-advies")), false);

  // The evaluation: what came of a year.
  later.note("ik-vast-duo", { status: "gedaan" });
  later.note("ik-advies-fg", { status: "bezig" });
  const outcome = compareYears(parse(first), later.store.current(), LATER);
  equal(outcome.nieuw_gedaan, ["ik-vast-duo", "pa-politiegegevens"]);
  equal(outcome.teruggevallen, ["ik-advies-fg"]);
  equal(outcome.nieuw_in_gids.includes("ik-online-leefwereld"), true);
  equal(tally(puntenOf(LATER), later.store.current()).gedaan, 2);

  // Bram opens the outcome, changes his mind about it, and has what he had.
  const bramLater = bram(LATER, now);
  const before = serialise(bramLater.store.current());
  bramLater.store.save(parse(later.file()), "bestand geopend");
  bramLater.store.undo();
  equal(serialise(bramLater.store.current()), before);
});
