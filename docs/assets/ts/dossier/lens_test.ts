import fc from "fast-check";
import { describe, fromQuery, isOpenLens, type Lens, matches, NO_LENS, toQuery } from "./lens.ts";
import { EMPTY, isGezamenlijk, puntenOf } from "./model.ts";
import { equal, GIDS } from "./testing.ts";
import type { Antwoord } from "./types.ts";

const PUNTEN = puntenOf(GIDS);
const ROLLEN = ["", ...GIDS.domeinen.map(({ id }) => id), ...Object.keys(GIDS.rollen)];
const ANTWOORDEN: readonly Antwoord[] = [
  EMPTY,
  { ...EMPTY, status: "bezig" },
  { ...EMPTY, status: "gedaan" },
  { ...EMPTY, status: "nvt" },
  { ...EMPTY, status: "nvt", reden: "Speelt hier niet" },
];

const lenses: fc.Arbitrary<Lens> = fc.record({
  rol: fc.constantFrom(...ROLLEN),
  situatie: fc.constantFrom("", "opzetten", "aanscherpen", "verankeren"),
  niveau: fc.constantFrom("", "basis", "verdieping"),
  status: fc.constantFrom("", "open", "bezig", "gedaan", "nvt"),
});

function seen(lens: Partial<Lens>, antwoord: Antwoord = EMPTY): readonly string[] {
  return PUNTEN.filter((punt) => matches({ ...NO_LENS, ...lens }, punt, antwoord, GIDS))
    .map(({ id }) => id);
}

Deno.test("without a lens nothing is hidden", () => {
  equal(seen({}), PUNTEN.map(({ id }) => id));
  equal(isOpenLens(NO_LENS), true);
});

Deno.test("all lenses of one kind together show everything, whatever was answered", () => {
  const kinds: readonly (readonly Partial<Lens>[])[] = [
    GIDS.domeinen.map(({ id }) => ({ rol: id })),
    Object.keys(GIDS.rollen).map((rol) => ({ rol })),
    GIDS.deuren.map(({ id }) => ({ situatie: id })),
    [{ niveau: "basis" }, { niveau: "verdieping" }],
    [{ status: "open" }, { status: "bezig" }, { status: "gedaan" }, { status: "nvt" }],
  ];

  for (const kind of kinds) {
    for (const antwoord of ANTWOORDEN) {
      const union = new Set(kind.flatMap((lens) => seen(lens, antwoord)));
      equal(PUNTEN.filter(({ id }) => !union.has(id)), []);
    }
  }
});

Deno.test("a lens shows no point that is not for it", () => {
  equal(
    seen({ situatie: "opzetten", niveau: "basis" }),
    PUNTEN.filter(({ situaties, niveau }) => situaties.includes("opzetten") && niveau === "basis")
      .map(({ id }) => id),
  );
  for (const lens of [{ rol: "veiligheid" }, { rol: "halt" }, { situatie: "opzetten" }] as const) {
    equal(seen(lens).length < PUNTEN.length, true);
  }
});

Deno.test("what must be done together is seen through every role, known or not", () => {
  const shared = PUNTEN.filter(isGezamenlijk).map(({ id }) => id);

  for (const rol of [...ROLLEN, "burgemeester-van-elders"]) {
    equal(shared.filter((id) => !seen({ rol }).includes(id)), []);
  }
});

Deno.test("not applicable without a reason is still among what is open", () => {
  equal(seen({ status: "open" }, ANTWOORDEN[3]).length, PUNTEN.length);
  equal(seen({ status: "nvt" }, ANTWOORDEN[3]), []);
  equal(seen({ status: "nvt" }, ANTWOORDEN[4]).length, PUNTEN.length);
});

Deno.test("a lens survives the address", () => {
  fc.assert(fc.property(lenses, (lens) => equal(fromQuery(toQuery(lens)), lens)));
  equal(toQuery(NO_LENS), "");
});

Deno.test("whatever stands in an address, it becomes a lens", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (search) => {
    equal(fromQuery(toQuery(fromQuery(search))), fromQuery(search));
  }));
  equal(fromQuery("?rol=<script>&situatie=nu&status=constructor&niveau=__proto__"), NO_LENS);
});

Deno.test("a lens in words, with how many points it hides", () => {
  const lens: Lens = { ...NO_LENS, rol: "veiligheid", situatie: "opzetten", status: "open" };

  equal(
    describe(lens, GIDS, 12),
    "U ziet alleen: Veiligheid en wat u samen doet, situatie ‘U zet een aanpak op’, status open. " +
      "Er zijn 12 punten verborgen.",
  );
  equal(
    describe({ ...NO_LENS, rol: "halt", niveau: "basis" }, GIDS, 1),
    `U ziet alleen: ${GIDS.rollen.halt.naam} en wat u samen doet, niveau basis. ` +
      "Er is 1 punt verborgen.",
  );
  equal(
    describe({ ...NO_LENS, status: "nvt" }, GIDS, 0),
    "U ziet alleen: status niet van toepassing. Er is geen punt verborgen.",
  );
  equal(describe(NO_LENS, GIDS, 0), "U ziet alle punten.");
  equal(describe({ ...NO_LENS, rol: "constructor" }, GIDS, 0), "U ziet alle punten.");
});
