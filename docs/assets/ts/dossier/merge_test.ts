import fc from "fast-check";
import { parse } from "./format.ts";
import {
  addEigenPunt,
  answer,
  answerEigenPunt,
  answerOf,
  EMPTY,
  removeEigenPunt,
  sameWords,
} from "./model.ts";
import { compare, compareYears, joinText, type Keuze, merge, mergeChanges } from "./merge.ts";
import { adopt } from "./reconcile.ts";
import {
  counter,
  dossiers,
  equal,
  FEW,
  FILES,
  GIDS,
  LATER,
  lost,
  NOW,
  puntOf,
  typed,
} from "./testing.ts";
import type { Antwoord, Dossier } from "./types.ts";

const OLD = parse(FILES["formaat-1_inhoud-2026.1.json"]);
const FIRST = puntOf(GIDS, "ik-startopdracht");
const SECOND = puntOf(GIDS, "ik-vast-duo");
const EMPTY_DOSSIER: Dossier = { ...OLD, punten: {}, eigen_punten: [] };

function answered(...answers: readonly (readonly [typeof FIRST, Partial<Antwoord>])[]): Dossier {
  return answers.reduce((d, [punt, change]) => answer(d, punt, change, NOW), EMPTY_DOSSIER);
}

Deno.test("side by side: only A, only B, the same and different", () => {
  const third = puntOf(GIDS, "ik-advies-fg");
  const fourth = puntOf(GIDS, "pa-dpia");
  const a = answered([FIRST, { status: "gedaan" }], [SECOND, { notitie: "x" }], [third, {
    datum: "2027-01-01",
  }]);
  const b = answered([SECOND, { notitie: "x" }], [third, { datum: "2027-02-01" }], [fourth, {
    status: "bezig",
  }]);

  equal(compare(a, b).map(({ id, stand }) => [id, stand]), [
    ["ik-advies-fg", "verschillend"],
    ["ik-startopdracht", "alleen-a"],
    ["ik-vast-duo", "gelijk"],
    ["pa-dpia", "alleen-b"],
  ]);
});

Deno.test("an own point with other words is another answer", () => {
  const a = addEigenPunt(EMPTY_DOSSIER, "gedeelde-opdracht", "Wij bellen", NOW, counter());
  const b = addEigenPunt(EMPTY_DOSSIER, "gedeelde-opdracht", "Wij mailen", NOW, counter());

  equal(compare(a, b).map(({ soort, stand }) => [soort, stand]), [["eigen", "verschillend"]]);
  equal(merge(a, b, {}, NOW).eigen_punten[0].tekst, "Wij bellen / Wij mailen");
});

Deno.test("the choice decides, point by point", () => {
  const a = answered([FIRST, { status: "gedaan", notitie: "Van A" }]);
  const b = answered([FIRST, { status: "bezig", notitie: "Van B" }]);
  const chosen = (keuze: Keuze) => answerOf(merge(a, b, { [FIRST.id]: keuze }, NOW), FIRST.id);

  equal(chosen("a"), answerOf(a, FIRST.id));
  equal(chosen("b"), answerOf(b, FIRST.id));
  equal(chosen("beide").notitie, "Van A\n\nVan B");
});

Deno.test("of two statuses the one that promises least is kept", () => {
  const statuses = ["open", "bezig", "nvt", "gedaan"] as const;

  for (const [lower, one] of statuses.entries()) {
    for (const other of statuses.slice(lower)) {
      const a = answered([FIRST, { status: one, notitie: "x" }]);
      const b = answered([FIRST, { status: other, notitie: "y" }]);

      equal(answerOf(merge(a, b, {}, NOW), FIRST.id).status, one);
      equal(answerOf(merge(b, a, {}, NOW), FIRST.id).status, one);
    }
  }
});

Deno.test("of two dates the first is kept and the other is in the note", () => {
  const a = answered([FIRST, { datum: "2027-03-01", trekker: "Jeugd" }]);
  const b = answered([FIRST, { datum: "2027-02-01", trekker: "Veiligheid" }]);
  const { datum, notitie, trekker } = answerOf(merge(a, b, {}, NOW), FIRST.id);

  equal([datum, notitie, trekker], [
    "2027-02-01",
    "Andere datum: 1 maart 2027",
    "Jeugd / Veiligheid",
  ]);
});

Deno.test("a date that an earlier version put in the note in figures is not added again", () => {
  const kept = "Andere datum: 2027-03-01";
  const once = answered([FIRST, { datum: "2027-02-01", notitie: kept }]);
  const file = answered([FIRST, { datum: "2027-03-01" }]);

  equal(merge(once, file, {}, NOW), once);
  equal(answerOf(merge(file, once, {}, NOW), FIRST.id).notitie, kept);
});

Deno.test("the clock decides nothing: swapped dates give the same outcome", () => {
  const early = answered([FIRST, { status: "gedaan", notitie: "Van A" }]);
  const late = answered([FIRST, { status: "bezig", notitie: "Van B" }]);
  const redated = (d: Dossier, gewijzigd: string): Dossier => ({
    ...d,
    punten: { [FIRST.id]: { ...d.punten[FIRST.id], gewijzigd } },
  });
  const outcome = (a: string, b: string) => {
    const merged = merge(redated(early, a), redated(late, b), {}, "2040-01-01T00:00:00Z");

    return { ...answerOf(merged, FIRST.id), gewijzigd: "" };
  };

  equal(
    outcome("2026-01-01T00:00:00Z", "2030-01-01T00:00:00Z"),
    outcome("2030-01-01T00:00:00Z", "2026-01-01T00:00:00Z"),
  );
});

Deno.test("nothing of two dossiers is lost when they become one", () => {
  fc.assert(
    fc.property(dossiers(FEW), dossiers(FEW), (a, b) => {
      equal(lost([...typed(a), ...typed(b)], merge(a, b, {}, NOW)), []);
    }),
    { numRuns: 500 },
  );
});

Deno.test("whatever is chosen, what only one of them had is kept", () => {
  const keuzes = fc.dictionary(
    fc.constantFrom(...FEW, "eigen-a", "eigen-b"),
    fc.constantFrom<Keuze>("a", "b", "beide"),
  );

  fc.assert(fc.property(dossiers(FEW), dossiers(FEW), keuzes, (a, b, choices) => {
    const merged = merge(a, b, choices, NOW);
    const all = new Map<string, Antwoord>([
      ...Object.entries(merged.punten),
      ...merged.eigen_punten.map((punt) => [punt.id, punt] as const),
    ]);
    for (const { id, stand, a: one, b: other } of compare(a, b)) {
      if (stand === "alleen-a") equal(all.get(id), one);
      else if (stand === "alleen-b") equal(all.get(id), other);
      else if (choices[id] === "a") equal(sameWords(all.get(id)!, one!), true);
      else if (choices[id] === "b") equal(sameWords(all.get(id)!, other!), true);
    }
  }));
});

Deno.test("a dossier merged with itself is itself", () => {
  fc.assert(fc.property(dossiers(FEW), (d) => merge(d, d, {}, NOW) === d));
  fc.assert(fc.property(dossiers(FEW), (d) => merge(d, structuredClone(d), {}, NOW) === d));
});

Deno.test("the same file merged twice adds nothing the second time", () => {
  fc.assert(
    fc.property(dossiers(FEW), dossiers(FEW), (a, b) => {
      const once = merge(a, b, {}, NOW);

      equal(merge(once, b, {}, NOW), once);
      equal(merge(once, a, {}, NOW), once);
    }),
    { numRuns: 500 },
  );
});

Deno.test("an own point under two steps ends at one of them, whoever merges whom", () => {
  const [here, there] = ["vast-duo", "gedeelde-opdracht"].map((stap) => {
    const d = addEigenPunt(EMPTY_DOSSIER, stap, "Wij bellen", NOW, counter());
    return answerEigenPunt(d, d.eigen_punten[0].id, { notitie: stap }, NOW);
  });
  const same = {
    ...there,
    eigen_punten: here.eigen_punten.map((punt) => ({ ...punt, stap: "gedeelde-opdracht" })),
  };

  for (const [a, b] of [[here, there], [there, here], [here, same], [same, here]]) {
    const once = merge(a, b, {}, NOW);

    equal(once.eigen_punten.map(({ stap }) => stap), ["gedeelde-opdracht"]);
    equal(merge(once, a, {}, NOW) === once, true);
    equal(merge(once, b, {}, NOW) === once, true);
  }
});

Deno.test("without differences it does not matter who merges whom", () => {
  fc.assert(fc.property(dossiers(FEW), dossiers(FEW), (a, b) => {
    const differing = new Set(
      compare(a, b).filter(({ stand }) => stand === "verschillend").map(({ id }) => id),
    );
    const without: Dossier = {
      ...b,
      punten: Object.fromEntries(Object.entries(b.punten).filter(([id]) => !differing.has(id))),
      eigen_punten: b.eigen_punten.filter(({ id }) => !differing.has(id)),
    };
    const content = ({ punten, eigen_punten }: Dossier) => ({
      punten,
      eigen_punten: eigen_punten.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    });

    equal(content(merge(a, without, {}, NOW)), content(merge(without, a, {}, NOW)));
  }));
});

Deno.test("paragraphs that both have are not written twice", () => {
  equal(joinText("Een\n\nTwee", "Twee\n\nDrie"), "Een\n\nTwee\n\nDrie");
  equal(joinText("Een\n\n\nTwee", "\nTwee\n\nDrie"), "Een\n\n\nTwee\n\nDrie");
  equal(joinText("Een", "Een en meer"), "Een en meer");
  equal([joinText("", "x"), joinText("x", "")], ["x", "x"]);
});

// Two windows with the same dossier

Deno.test("two windows: a tick here and a note there at the same point are both kept", () => {
  const base = answered([FIRST, { status: "bezig" }]);
  const mine = answer(base, FIRST, { status: "gedaan" }, NOW);
  const theirs = answer(base, FIRST, { notitie: "Van daar" }, NOW);
  const { status, notitie } = answerOf(mergeChanges(base, mine, theirs), FIRST.id);

  equal([status, notitie], ["gedaan", "Van daar"]);
});

Deno.test("two windows: what was emptied in one stays empty", () => {
  const base = answered([FIRST, { status: "gedaan" }], [SECOND, { notitie: "x" }]);
  const mine = answer(base, FIRST, { status: "open" }, NOW);
  const theirs = answer(base, SECOND, { notitie: "y" }, NOW);

  const merged = mergeChanges(base, mine, theirs);
  equal([Object.keys(merged.punten), answerOf(merged, SECOND.id).notitie], [[SECOND.id], "y"]);
});

Deno.test("two windows: emptied here, but worked on there, is kept", () => {
  const base = answered([FIRST, { notitie: "x" }]);
  const mine = answer(base, FIRST, { notitie: "" }, NOW);
  const theirs = answer(base, FIRST, { notitie: "x en meer" }, "2030-01-01T00:00:00Z");

  equal(answerOf(mergeChanges(base, mine, theirs), FIRST.id).notitie, "x en meer");
  equal(answerOf(mergeChanges(base, theirs, mine), FIRST.id).notitie, "x en meer");
});

Deno.test("two windows: the same note changed twice keeps both, the last first", () => {
  const base = answered([FIRST, { notitie: "x" }]);
  const mine = answer(base, FIRST, { notitie: "hier" }, "2028-01-01T00:00:00Z");
  const theirs = answer(base, FIRST, { notitie: "daar" }, "2029-01-01T00:00:00Z");

  equal(answerOf(mergeChanges(base, mine, theirs), FIRST.id).notitie, "daar\n\nhier");
});

Deno.test("two windows: an own point removed in one is gone, unless the other worked on it", () => {
  const base = addEigenPunt(EMPTY_DOSSIER, "leren-delen", "Wij bellen", NOW, counter());
  const { id } = base.eigen_punten[0];
  const removed = removeEigenPunt(base, id, NOW);
  const untouched = answer(base, FIRST, { status: "gedaan" }, NOW);
  const worked: Dossier = {
    ...base,
    eigen_punten: [{ ...base.eigen_punten[0], notitie: "Al gebeld" }],
  };

  equal(mergeChanges(base, removed, untouched).eigen_punten, []);
  equal(mergeChanges(base, untouched, removed).eigen_punten, []);
  equal(mergeChanges(base, removed, worked).eigen_punten.length, 1);
  equal(mergeChanges(base, worked, removed).eigen_punten.length, 1);
});

Deno.test("two windows: no note, reason or own point that either wrote is lost", () => {
  fc.assert(
    fc.property(dossiers(FEW), dossiers(FEW), (mine, theirs) => {
      const merged = mergeChanges({ ...EMPTY_DOSSIER, dossier: mine.dossier }, mine, theirs);
      const written = [mine, theirs].flatMap((d) => [
        ...[...Object.values(d.punten), ...d.eigen_punten].flatMap((a) => [
          ...a.notitie.split("\n\n"),
          ...a.reden.split("\n\n"),
        ]),
        ...d.eigen_punten.map(({ tekst }) => tekst),
      ]);

      equal(lost(written.map((text) => text.trim()), merged), []);
    }),
    { numRuns: 500 },
  );
});

Deno.test("two windows: both come to the same dossier, whoever is first", () => {
  fc.assert(fc.property(dossiers(FEW), dossiers(FEW), dossiers(FEW), (base, mine, theirs) => {
    const content = ({ punten, eigen_punten }: Dossier) => ({
      punten,
      eigen_punten: eigen_punten.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    });

    equal(
      content(mergeChanges(base, mine, theirs)),
      content(mergeChanges(base, theirs, mine)),
    );
  }));
});

Deno.test("two windows: who changed nothing gets exactly what the other made", () => {
  fc.assert(fc.property(dossiers(FEW), dossiers(FEW), (base, theirs) => {
    equal(mergeChanges(base, structuredClone(base), theirs).punten, theirs.punten);
    equal(mergeChanges(base, theirs, structuredClone(base)).punten, theirs.punten);
    equal(
      mergeChanges(base, structuredClone(base), theirs).eigen_punten.length,
      theirs.eigen_punten.length,
    );
  }));
});

// A year later

Deno.test("a year later: newly done, slipped back, still open and new in the guide", () => {
  let current = adopt(OLD, LATER, NOW);
  current = answer(current, puntOf(LATER, "ik-vast-duo"), { status: "gedaan" }, NOW);
  current = answer(current, puntOf(LATER, "ik-startopdracht"), { status: "bezig" }, NOW);
  current = answer(current, puntOf(LATER, "ik-groep-omschreven"), { status: "gedaan" }, NOW);
  const { nieuw_gedaan, teruggevallen, nog_open, nieuw_in_gids } = compareYears(
    OLD,
    current,
    LATER,
  );

  equal(nieuw_gedaan, ["ik-vast-duo", "ik-groep-omschreven"]);
  equal(teruggevallen, ["ik-startopdracht"]);
  equal(nieuw_in_gids, [
    "ik-online-leefwereld",
    "pa-dpia-afgewogen",
    "pa-dpia-advies",
    "ui-halfjaargesprek",
  ]);
  equal(nog_open.includes("pa-bevoegd-getekend"), true);
  equal(nog_open.includes(OLD.eigen_punten[1].id), true);
  equal(nog_open.includes("ik-advies-fg"), false);
});

Deno.test("a year later: no point is in two lists, and one that stayed done is in none", () => {
  fc.assert(fc.property(dossiers(FEW), dossiers(FEW), (old, current) => {
    const lists = Object.values(compareYears(old, current, LATER)).flat();

    return new Set(lists).size === lists.length;
  }));
  equal(compareYears(OLD, OLD, GIDS).nieuw_gedaan, []);
  equal(compareYears(OLD, OLD, GIDS).teruggevallen, []);
});

Deno.test("an empty answer says nothing about the other", () => {
  equal(compare(EMPTY_DOSSIER, EMPTY_DOSSIER), []);
  equal(answerOf(merge(EMPTY_DOSSIER, OLD, {}, NOW), "x"), EMPTY);
});
