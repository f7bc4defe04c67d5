import {
  addEigenPunt,
  answer,
  answerEigenPunt,
  answerOf,
  duplicate,
  EMPTY,
  emptyDossier,
  fingerprint,
  isDone,
  isGezamenlijk,
  markSaved,
  matchesRol,
  needsFile,
  nextPunten,
  puntenOf,
  removeEigenPunt,
  setGemeente,
  tally,
} from "./model.ts";
import { counter, equal, GIDS, NOW, puntOf } from "./testing.ts";

const LATER_TODAY = "2027-11-24T10:00:00Z";
const PUNT = puntOf(GIDS, "ik-startopdracht");

function fresh() {
  return emptyDossier("Proef", "2026.1", NOW, counter());
}

Deno.test("an answer remembers the text that was read", () => {
  const d = answer(fresh(), PUNT, { status: "gedaan" }, LATER_TODAY);

  equal(answerOf(d, PUNT.id), {
    ...EMPTY,
    status: "gedaan",
    vingerafdruk: fingerprint(PUNT.tekst),
    tekst: PUNT.tekst,
    gewijzigd: LATER_TODAY,
  });
  equal(d.dossier.gewijzigd, LATER_TODAY);
});

Deno.test("an answer leaves the dossier it came from as it was", () => {
  const before = fresh();

  answer(before, PUNT, { status: "gedaan" }, NOW);

  equal(before.punten, {});
});

Deno.test("a note leaves the status, and a status leaves the note", () => {
  const noted = answer(fresh(), PUNT, { notitie: "Zie bijlage", trekker: "Jeugd" }, NOW);
  const { status, notitie, trekker } = answerOf(
    answer(noted, PUNT, { status: "bezig", trekker: undefined }, NOW),
    PUNT.id,
  );

  equal([status, notitie, trekker], ["bezig", "Zie bijlage", "Jeugd"]);
});

Deno.test("a note at a changed text does not say that the new text was read", () => {
  const old = answer(fresh(), PUNT, { status: "gedaan" }, NOW);
  const changed = { ...PUNT, tekst: "Iets heel anders." };

  equal(answerOf(answer(old, changed, { notitie: "x" }, NOW), PUNT.id).tekst, PUNT.tekst);
  equal(answerOf(answer(old, changed, { status: "gedaan" }, NOW), PUNT.id).tekst, changed.tekst);
});

Deno.test("an answer that became empty is nowhere any more", () => {
  const d = answer(fresh(), PUNT, { status: "gedaan", notitie: "x" }, NOW);

  equal(answer(d, PUNT, { status: "open", notitie: "" }, NOW).punten, {});
});

Deno.test("the same answer again changes nothing", () => {
  const d = answer(fresh(), PUNT, { status: "gedaan" }, NOW);

  equal(answer(d, PUNT, { status: "gedaan" }, LATER_TODAY) === d, true);
});

Deno.test("a clock that was put back does not make a change look old", () => {
  const d = answer(fresh(), PUNT, { status: "bezig" }, LATER_TODAY);
  const later = answer(d, PUNT, { status: "gedaan" }, "2001-01-01T00:00:00Z");

  equal([later.dossier.gewijzigd, answerOf(later, PUNT.id).gewijzigd], [LATER_TODAY, LATER_TODAY]);
});

Deno.test("a point with the name of a built-in is just a point without an answer", () => {
  equal(answerOf(fresh(), "constructor"), EMPTY);
});

Deno.test("not applicable counts only with a reason", () => {
  equal(isDone({ ...EMPTY, status: "nvt" }), false);
  equal(isDone({ ...EMPTY, status: "nvt", reden: "  " }), false);
  equal(isDone({ ...EMPTY, status: "nvt", reden: "Geen politiegegevens" }), true);
  equal(isDone({ ...EMPTY, status: "bezig" }), false);
  equal(isDone({ ...EMPTY, status: "gedaan" }), true);
});

Deno.test("a count adds up and knows only the points of today", () => {
  const [een, twee, drie, vier] = puntenOf(GIDS);
  let d = answer(fresh(), een, { status: "gedaan" }, NOW);
  d = answer(d, twee, { status: "bezig" }, NOW);
  d = answer(d, drie, { status: "nvt" }, NOW);
  d = answer(d, { id: "lang-vervallen", tekst: "Oud." }, { status: "gedaan" }, NOW);

  equal(tally([een, twee, drie, vier], d), { totaal: 4, gedaan: 1, bezig: 1, nvt: 0, open: 2 });
});

Deno.test("an own point is added, answered, reworded and removed", () => {
  let d = addEigenPunt(fresh(), "gedeelde-opdracht", "Wij bellen", NOW, counter("a"));
  const { id } = d.eigen_punten[0];
  d = answerEigenPunt(d, id, { status: "gedaan", tekst: "Wij bellen terug" }, LATER_TODAY);

  equal([id, d.eigen_punten[0].tekst, d.eigen_punten[0].status], [
    "eigen-a-1",
    "Wij bellen terug",
    "gedaan",
  ]);
  equal(removeEigenPunt(d, id, NOW).eigen_punten, []);
  equal(removeEigenPunt(d, "eigen-x", NOW) === d, true);
  equal(answerEigenPunt(d, "eigen-x", { status: "open" }, NOW) === d, true);
});

Deno.test("what is next: basis first, in reading order, for this role and situation", () => {
  const next = nextPunten(GIDS, fresh(), { rol: "onderwijs", situatie: "verankeren" }, 100);

  equal(next.every((punt) => punt.situaties.includes("verankeren")), true);
  equal(next.every((punt) => matchesRol("onderwijs", punt, GIDS)), true);
  const niveaus = next.map(({ niveau }) => niveau);
  equal(niveaus, [...niveaus].sort());
  equal(new Set(niveaus).size, 2);
  const order = puntenOf(GIDS).map(({ id }) => id);
  for (const niveau of ["basis", "verdieping"]) {
    const places = next.filter((punt) => punt.niveau === niveau).map(({ id }) => order.indexOf(id));
    equal(places, [...places].sort((a, b) => a - b));
  }
});

Deno.test("what is next leaves out what is done, under way or explained", () => {
  const [een, twee, drie, vier] = nextPunten(GIDS, fresh(), {}, 4);
  let d = answer(fresh(), een, { status: "gedaan" }, NOW);
  d = answer(d, twee, { status: "bezig" }, NOW);
  d = answer(d, drie, { status: "nvt", reden: "Speelt niet" }, NOW);

  equal(nextPunten(GIDS, d, {}, 1)[0].id, vier.id);
  equal(nextPunten(GIDS, d, {}, 0), []);
});

Deno.test("a shared point is for every role, also for one that nobody knows", () => {
  const shared = puntenOf(GIDS).filter(isGezamenlijk);

  equal(shared.length > 0, true);
  for (const rol of [...Object.keys(GIDS.rollen), ...GIDS.domeinen.map(({ id }) => id), "x"]) {
    equal(shared.filter((punt) => !matchesRol(rol, punt, GIDS)), []);
  }
});

Deno.test("a role hides what is for others", () => {
  const halt = puntenOf(GIDS).filter((punt) => matchesRol("halt", punt, GIDS));

  equal(halt.length < puntenOf(GIDS).length, true);
  equal(halt.every((punt) => isGezamenlijk(punt) || punt.rollen.includes("halt")), true);
});

Deno.test("a fingerprint does not see capitals, spaces or the full stop", () => {
  const same = fingerprint("Wij hebben één plan.");

  for (
    const tekst of [
      "wij  hebben één plan",
      " Wij hebben\u00a0één plan!… ",
      "Wij hebben e\u0301én plan",
    ]
  ) {
    equal(fingerprint(tekst), same);
  }
});

Deno.test("a fingerprint sees another word, an accent and a comma within", () => {
  const same = fingerprint("Wij hebben één plan.");

  for (
    const tekst of ["Wij hebben een plan.", "Wij hebben één, plan.", "Wij hebben geen plan.", ""]
  ) {
    equal(fingerprint(tekst) === same, false);
  }
});

Deno.test("a fingerprint of a text that is full of full stops is made at once", () => {
  const start = performance.now();
  fingerprint(".".repeat(200_000) + "a");

  equal(performance.now() - start < 1000, true);
  equal(fingerprint("Klaar . … ?!"), fingerprint("klaar"));
  equal(fingerprint("..."), fingerprint(""));
});

Deno.test("fingerprints in kept files stay valid: this value never changes", () => {
  equal(fingerprint("Wij hebben één plan."), "5c454cac");
});

Deno.test("a copy has an id and a date of its own and no save file", () => {
  const d = markSaved(setGemeente(fresh(), "Voorbeeldstad", NOW), NOW);
  const copy = duplicate(d, "Kopie", LATER_TODAY, counter("kopie"));

  equal(copy.dossier, {
    id: "kopie-1",
    naam: "Kopie",
    gemeente: "Voorbeeldstad",
    gemaakt: LATER_TODAY,
    gewijzigd: LATER_TODAY,
    bestand: "",
  });
});

Deno.test("a day of work without a save file asks for one, and not sooner", () => {
  const d = answer(fresh(), PUNT, { status: "gedaan" }, LATER_TODAY);

  equal(needsFile(d, "2027-11-25T08:59:59Z"), false);
  equal(needsFile(d, "2027-11-25T09:00:00Z"), true);
  equal(needsFile(fresh(), "2028-11-25T09:00:00Z"), false);
  equal(needsFile(markSaved(d, "2027-11-24T11:00:00Z"), "2028-11-25T09:00:00Z"), false);
  const more = answer(
    markSaved(d, "2027-11-24T11:00:00Z"),
    PUNT,
    { notitie: "x" },
    "2027-11-24T12:00:00Z",
  );
  equal(needsFile(more, "2027-11-25T10:59:59Z"), false);
  equal(needsFile(more, "2027-11-25T11:00:00Z"), true);
});
