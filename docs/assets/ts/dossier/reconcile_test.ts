import fc from "fast-check";
import { parse } from "./format.ts";
import { answer, answerOf, EMPTY, fingerprint, puntenOf } from "./model.ts";
import {
  adopt,
  compareVersions,
  looseEigenPunten,
  mended,
  reconcile,
  takenIn,
} from "./reconcile.ts";
import { dossiers, equal, FEW, FILES, GIDS, LATER, lost, NOW, puntOf, typed } from "./testing.ts";
import type { Dossier, GidsGegevens } from "./types.ts";

const OLD = parse(FILES["formaat-1_inhoud-2026.1.json"]);
const NEW = parse(FILES["formaat-1_inhoud-2027.1_verzonnen.json"]);

Deno.test("in the version it was made with, everything is as it was", () => {
  const { gelijk, gewijzigd, vervangen, vervallen } = reconcile(OLD, GIDS);

  equal([gelijk.length, gewijzigd, vervangen, vervallen], [
    Object.keys(OLD.punten).length,
    [],
    [],
    [],
  ]);
  equal(adopt(OLD, GIDS, NOW) === OLD, true);
});

Deno.test("a later guide: what changed, moved and went is told, with the old text and why", () => {
  const { gelijk, gewijzigd, vervangen, vervallen } = reconcile(OLD, LATER);

  equal(gelijk.toSorted(), [
    "eb-volgende-evaluatie",
    "ik-kleine-aantallen",
    "ik-startopdracht",
    "ik-vast-duo",
    "ik-wat-weten-we-niet",
    "pa-bevoegd-getekend",
    "pa-politiegegevens",
  ]);
  equal(gewijzigd, [{
    id: "ik-advies-fg",
    oud: puntOf(GIDS, "ik-advies-fg").tekst,
    nieuw: puntOf(LATER, "ik-advies-fg").tekst,
  }]);
  equal(vervangen.map(({ id, door }) => [id, door]), [
    ["ik-drie-lagen", ["ik-groep-omschreven"]],
    ["ik-woorden-zonder-etiket", ["ik-groep-omschreven"]],
    ["pa-dpia", ["pa-dpia-afgewogen", "pa-dpia-advies"]],
    ["ui-kwartaaloverleg", ["ui-halfjaargesprek"]],
  ]);
  equal(vervallen, [{
    id: "pa-overleg-onderwijs",
    reden: "Dit staat nu in de wet; u hoeft het niet meer af te vinken.",
  }]);
});

Deno.test("another wording of the same alarms nobody", () => {
  const { tekst } = puntOf(LATER, "ik-wat-weten-we-niet");

  equal(answerOf(OLD, "ik-wat-weten-we-niet").tekst === tekst, false);
  equal(reconcile(OLD, LATER).gelijk.includes("ik-wat-weten-we-niet"), true);
});

Deno.test("an answer of which the text was never kept alarms nobody", () => {
  const antwoord = { ...answerOf(OLD, "ik-advies-fg"), vingerafdruk: "", tekst: "" };
  const d: Dossier = { ...OLD, punten: { "ik-advies-fg": antwoord } };

  equal(reconcile(d, LATER).gewijzigd, []);
});

Deno.test("what was noted at a replaced point is asked again at its heir, with what was said", () => {
  const heir = answerOf(adopt(OLD, LATER, NOW), "pa-dpia-advies");

  equal(heir, {
    ...EMPTY,
    notitie: "Overgenomen van een eerder punt (gedaan): " +
      `‘${puntOf(GIDS, "pa-dpia").tekst}’\n` +
      "Trekker toen: Privacyfunctionaris\nDatum toen: 2026-11-12\n\nDPIA van 12 november.",
    trekker: "Privacyfunctionaris",
    datum: "2026-11-12",
    vingerafdruk: fingerprint(puntOf(LATER, "pa-dpia-advies").tekst),
    tekst: puntOf(LATER, "pa-dpia-advies").tekst,
    gewijzigd: NOW,
  });
});

Deno.test("two points that became one bring both notes", () => {
  const { notitie, status } = answerOf(adopt(OLD, LATER, NOW), "ik-groep-omschreven");

  equal(status, "open");
  equal(notitie.includes("Zie bijlage 2 van de startopdracht."), true);
  equal(notitie.includes("‘probleemjeugd’ & <risicokind> gaan eruit."), true);
});

Deno.test("an heir that was answered already keeps its answer", () => {
  const both = answer(OLD, puntOf(LATER, "ui-halfjaargesprek"), {
    status: "gedaan",
    notitie: "In maart.",
    datum: "2027-03-01",
  }, NOW);
  const heir = answerOf(adopt(both, LATER, NOW), "ui-halfjaargesprek");

  equal([heir.status, heir.datum, heir.notitie.startsWith("In maart.\n\n")], [
    "gedaan",
    "2027-03-01",
    true,
  ]);
  equal(heir.notitie.includes("Wij sluiten aan bij het bestaande overleg van de regio."), true);
  equal(heir.notitie.includes("Navragen of dat zo blijft."), true);
});

Deno.test("a dropped point and a changed text stay exactly as they were", () => {
  const adopted = adopt(OLD, LATER, NOW);

  for (const id of ["pa-overleg-onderwijs", "ik-advies-fg"]) {
    equal(answerOf(adopted, id), answerOf(OLD, id));
  }
  equal(reconcile(adopted, LATER).gewijzigd.map(({ id }) => id), ["ik-advies-fg"]);
  equal(adopted.inhoudsversie, "2027.1");
});

Deno.test("own points go with their step; of a step that went they are still there", () => {
  const adopted = adopt(OLD, LATER, NOW);

  equal(adopted.eigen_punten.map(({ stap }) => stap), [
    "gedeelde-opdracht",
    "netwerk-onderhouden",
    "leren-delen",
  ]);
  equal(looseEigenPunten(adopted, LATER).map(({ stap }) => stap), ["leren-delen"]);
  equal(looseEigenPunten(OLD, GIDS), []);
});

Deno.test("an older page leaves a dossier from a newer guide alone", () => {
  equal(adopt(NEW, GIDS, NOW) === NEW, true);
  equal(reconcile(NEW, GIDS).vervallen.map(({ reden }) => reden), [
    "Dit punt komt uit een nieuwere versie van de gids.",
    "Dit punt komt uit een nieuwere versie van de gids.",
    "Dit punt komt uit een nieuwere versie van de gids.",
    "Dit punt komt uit een nieuwere versie van de gids.",
    "Dit punt komt uit een nieuwere versie van de gids.",
  ]);
});

Deno.test("whatever version a dossier claims, what this guide replaced is brought up to date", () => {
  for (const inhoudsversie of ["2027.2", "2027.999", "9999.999"]) {
    const adopted = adopt({ ...OLD, inhoudsversie }, LATER, NOW);

    equal(adopted.inhoudsversie, "2027.1");
    equal(reconcile(adopted, LATER).vervangen, []);
    equal(lost(typed(OLD), adopted), []);
  }
});

Deno.test("a file of a version that is not here is taken in as one of this guide, whole", () => {
  for (const inhoudsversie of ["2026.2", "2027.1", "9999.999"]) {
    const taken = takenIn({ ...NEW, inhoudsversie }, "2026.1", "2027-12-01T09:00:00Z");

    equal(taken, { ...NEW, inhoudsversie: "2026.1" });
  }
  equal(takenIn(OLD, "2027.1", NOW) === OLD, true);
});

Deno.test("a kept dossier of the next guide is left to it; a version that cannot be is mended", () => {
  const kept = (inhoudsversie: string, now = "2026-12-31T09:00:00Z") =>
    mended({ ...OLD, inhoudsversie }, "2026.1", now).inhoudsversie;

  equal([kept("2026.12"), kept("2027.1")], ["2026.12", "2027.1"]);
  equal([kept("2028.1"), kept("9999.999")], ["2026.1", "2026.1"]);
  // A clock that went back to its first day says nothing about versions either.
  equal([kept("2027.1", "1970-01-01T00:00:00Z")], ["2027.1"]);
});

Deno.test("a moment that is still to come is now, a day of difference between clocks aside", () => {
  const at = (gewijzigd: string) => {
    const answers = { ...answerOf(OLD, "ik-startopdracht"), gewijzigd };
    const eigen = OLD.eigen_punten.map((punt) => ({ ...punt, gewijzigd }));
    const head = { ...OLD.dossier, gemaakt: gewijzigd, gewijzigd, bestand: gewijzigd };
    return { ...OLD, dossier: head, punten: { "ik-startopdracht": answers }, eigen_punten: eigen };
  };

  for (const now of ["2026-11-24T09:00:00.123Z", "2031-01-01T00:00:00Z"]) {
    equal(mended(at("9999-12-31T23:59:59Z"), "2026.1", now), at(now));
    equal(takenIn(at("9999-12-31T23:59:59Z"), "2026.1", now), at(now));
  }
  const tomorrow = at("2026-11-25T08:59:59Z");
  equal(mended(tomorrow, "2026.1", "2026-11-24T09:00:00Z") === tomorrow, true);
  equal(mended(tomorrow, "2026.1", "1970-01-01T00:00:00Z") === tomorrow, true);
});

Deno.test("what is brought back is only moments and a version: nothing that anybody noted", () => {
  fc.assert(fc.property(dossiers(), (d) => {
    const early = takenIn({ ...d, inhoudsversie: "9999.999" }, "2026.1", "2026-11-24T09:00:00Z");

    equal(lost(typed(d), early), []);
    equal(
      Object.entries(early.punten).map(([id, { status }]) => [id, status]),
      Object.entries(d.punten).map(([id, { status }]) => [id, status]),
    );
  }));
});

Deno.test("an id that nobody knows is kept and named", () => {
  const d = answer(OLD, { id: "verzonnen", tekst: "Iets." }, { notitie: "x" }, NOW);

  equal(reconcile(d, GIDS).vervallen, [{
    id: "verzonnen",
    reden: "Dit punt staat niet in deze versie van de gids.",
  }]);
  equal(answerOf(adopt(d, GIDS, NOW), "verzonnen").notitie, "x");
});

Deno.test("points that replace each other in a circle do not hang the page", () => {
  const circle: GidsGegevens = {
    ...GIDS,
    versie: "2026.2",
    fasen: [],
    vervallen: [
      { id: "ik-vast-duo", soort: "punt", reden: "Heen.", vervangen_door: ["ik-startopdracht"] },
      { id: "ik-startopdracht", soort: "punt", reden: "Terug.", vervangen_door: ["ik-vast-duo"] },
    ],
  };

  equal(lost(typed(OLD), adopt(OLD, circle, NOW)), []);
});

for (const [name, text] of Object.entries(FILES)) {
  Deno.test(`${name} comes into every later guide with nothing lost`, () => {
    const d = parse(text);

    for (const gids of [GIDS, LATER]) equal(lost(typed(d), adopt(d, gids, NOW)), []);
  });
}

Deno.test("no dossier loses a note, reason, trekker, date or own point in an update", () => {
  fc.assert(fc.property(dossiers(FEW), (d) => equal(lost(typed(d), adopt(d, LATER, NOW)), [])));
});

Deno.test("what was done at a replaced point is never done at its heir without asking", () => {
  fc.assert(fc.property(dossiers(FEW), (d) => {
    const adopted = adopt(d, LATER, NOW);

    return reconcile(d, LATER).vervangen.every(({ door }) =>
      door.every((heir) => answerOf(adopted, heir).status === "open")
    );
  }));
});

Deno.test("an update done twice is done once, and leaves nothing that was replaced", () => {
  fc.assert(fc.property(dossiers(FEW), (d: Dossier) => {
    const adopted = adopt(d, LATER, NOW);

    return adopt(adopted, LATER, "2030-01-01T00:00:00Z") === adopted &&
      reconcile(adopted, LATER).vervangen.length === 0;
  }));
});

Deno.test("the made-up guide leaves no point of the old one without a trace", () => {
  const present = new Set(puntenOf(LATER).map(({ id }) => id));
  const gone = new Set(LATER.vervallen.map(({ id }) => id));

  equal(puntenOf(GIDS).filter(({ id }) => !present.has(id) && !gone.has(id)), []);
});

Deno.test("the tenth version of a year comes after the ninth", () => {
  equal(Math.sign(compareVersions("2026.9", "2026.10")), -1);
  equal(Math.sign(compareVersions("2027.1", "2026.10")), 1);
  equal(compareVersions("2026.1", "2026.1"), 0);
});
