import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import {
  decode,
  FileFormatError,
  fileName,
  LIMITS,
  migrate,
  OWN_POINTS,
  parse,
  parseFile,
  serialise,
} from "./format.ts";
import { answer, emptyDossier, LENGTHS, rename } from "./model.ts";
import { visible } from "./text.ts";
import schema from "./dossier.schema.json" with { type: "json" };
import lock from "../../../../checklists/gepubliceerd.lock" with { type: "text" };
import { counter, dossiers, equal, FILES, GIDS, NOW, puntOf, thrown } from "./testing.ts";

const SMALL = serialise(
  answer(
    emptyDossier("Proef", "2026.1", NOW, counter()),
    puntOf(GIDS, "ik-startopdracht"),
    { status: "gedaan", notitie: "Klaar" },
    NOW,
  ),
);

// deno-lint-ignore no-explicit-any
type Loose = any;

/** Returns the text of a file in which something was changed by hand. */
function tampered(change: (value: Loose) => void): string {
  const value = JSON.parse(SMALL);
  change(value);
  return JSON.stringify(value);
}

function own(value: Loose, count: number): Loose[] {
  return Array.from(
    { length: count },
    (_, n) => ({ ...value.punten["ik-startopdracht"], id: `eigen-${n}`, stap: "x" }),
  );
}

const GEEN = "Dit bestand is geen dossier van deze handreiking.";
const NIET_COMPLEET = "Dit bestand is niet compleet; het einde ontbreekt.";
const TE_GROOT = "Dit bestand is te groot voor een dossier.";
const LETTERS = "De letters in dit bestand zijn niet leesbaar; bewaar het opnieuw als UTF-8.";
const VERDACHT = "In dit bestand staat iets dat niet in een dossier hoort; het is niet geopend.";
const niet = (place: string) => `Wat er bij ‘${place}’ staat, klopt niet.`;

const REFUSED: Readonly<Record<string, readonly [text: string, zin: string]>> = {
  "nothing": ["", "Dit bestand is leeg."],
  "only spaces": [" \n\t", "Dit bestand is leeg."],
  "a letter": ["Beste collega, hierbij het dossier.", GEEN],
  "an office file": ["PK\u0003\u0004rommel", GEEN],
  "a web page": ["<!doctype html><script>alert(1)</script>", GEEN],
  "half a file": [SMALL.slice(0, SMALL.length / 2), NIET_COMPLEET],
  "a file without its last bracket": [SMALL.trimEnd().slice(0, -1), NIET_COMPLEET],
  "a file cut within a text": [SMALL.slice(0, SMALL.indexOf("Klaar") + 2), NIET_COMPLEET],
  "two files in one": [SMALL + SMALL, GEEN],
  "a list": ["[]", GEEN],
  "a word": ['"dossier"', GEEN],
  "nothing in JSON": ["null", GEEN],
  "another kind of file": ['{"formaat":"iets-anders","formaatversie":1}', GEEN],
  "no version": [tampered((d) => delete d.formaatversie), GEEN],
  "a version in words": [tampered((d) => d.formaatversie = "1"), GEEN],
  "version zero": [tampered((d) => d.formaatversie = 0), GEEN],
  "half a version": [tampered((d) => d.formaatversie = 1.5), GEEN],
  "a newer version": [
    tampered((d) => d.formaatversie = 2),
    "Dit bestand komt uit een nieuwere versie van deze site; open het daar.",
  ],
  "more than two million characters": [
    tampered((d) => d.extra = "x".repeat(LIMITS.tekens)),
    TE_GROOT,
  ],
  "more points than any guide": [
    tampered((d) => {
      for (let n = 0; n <= LIMITS.punten; n += 1) d.punten[`p-${n}`] = {};
    }),
    TE_GROOT,
  ],
  "ten thousand levels": [
    tampered((d) => d.extra = "diep").replace('"diep"', "[".repeat(1e4) + "]".repeat(1e4)),
    "Dit bestand zit anders in elkaar dan een dossier; het is niet geopend.",
  ],
  "a million open brackets": [
    "[".repeat(1e6),
    "Dit bestand zit anders in elkaar dan een dossier; het is niet geopend.",
  ],
  "__proto__ as a point": [SMALL.replace('"ik-startopdracht"', '"__proto__"'), VERDACHT],
  "constructor as a point": [SMALL.replace('"ik-startopdracht"', '"constructor"'), VERDACHT],
  "__proto__ at the top": [SMALL.replace('{"formaat"', '{"__proto__":{"x":1},"formaat"'), VERDACHT],
  "__proto__ in what we do not know": [
    SMALL.replace('{"formaat"', '{"extra":[{"__proto__":{}}],"formaat"'),
    VERDACHT,
  ],
  "__proto__ in disguise": [SMALL.replace('"ik-startopdracht"', '"__pro\\u0074o__"'), VERDACHT],
  "letters that were lost": [SMALL.replace("Klaar", "Kla\uFFFDr"), LETTERS],
  "UTF-16 read as UTF-8": [[...SMALL].join("\0"), LETTERS],
  "no points": [tampered((d) => delete d.punten), niet("punten")],
  "a list of points": [tampered((d) => d.punten = []), niet("punten")],
  "no head": [tampered((d) => d.dossier = null), niet("dossier")],
  "a number for a name": [tampered((d) => d.dossier.naam = 12), niet("dossier.naam")],
  "an id that is no id": [tampered((d) => d.dossier.id = "../../x"), niet("dossier.id")],
  "no moment": [tampered((d) => d.dossier.gewijzigd = "gisteren"), niet("dossier.gewijzigd")],
  "a moment that never was": [
    tampered((d) => d.dossier.gemaakt = "2026-13-45T99:00:00Z"),
    niet("dossier.gemaakt"),
  ],
  "a version that is none": [tampered((d) => d.inhoudsversie = "nieuw"), niet("inhoudsversie")],
  "a point with a space": [tampered((d) => d.punten["a b"] = {}), niet("a b")],
  "a point with markup": [tampered((d) => d.punten["<img>"] = {}), niet("<img>")],
  "a point that turns our sentence around": [
    tampered((d) => d.punten["a\u202E\u2066 b"] = {}),
    niet("a b"),
  ],
  "an endless id": [tampered((d) => d.punten["a".repeat(99)] = {}), niet(`${"a".repeat(60)}…`)],
  "a tick without a status": [
    tampered((d) => delete d.punten["ik-startopdracht"].status),
    niet("ik-startopdracht"),
  ],
  "a status that is none": [
    tampered((d) => d.punten["ik-startopdracht"].status = "klaar"),
    niet("ik-startopdracht"),
  ],
  "a note that is a list": [
    tampered((d) => d.punten["ik-startopdracht"].notitie = ["x"]),
    niet("ik-startopdracht"),
  ],
  "31 February": [
    tampered((d) => d.punten["ik-startopdracht"].datum = "2027-02-31"),
    niet("ik-startopdracht"),
  ],
  "a note as long as a book": [
    tampered((d) => d.punten["ik-startopdracht"].notitie = "x".repeat(LIMITS.veld + 1)),
    "De tekst bij ‘ik-startopdracht’ is te lang; maak hem korter dan 50000 tekens.",
  ],
  "more own points than anybody makes": [
    tampered((d) => d.eigen_punten = own(d, OWN_POINTS + 1)),
    "Er zijn meer dan 500 eigen punten; dat is te veel voor een dossier.",
  ],
  "own points that are no list": [tampered((d) => d.eigen_punten = {}), niet("eigen_punten")],
  "an own point with a code of the guide": [
    tampered((d) => d.eigen_punten = [{ ...d.punten["ik-startopdracht"], id: "ik-01", stap: "x" }]),
    niet("eigen punt 1"),
  ],
  "an own point twice": [
    tampered((d) => {
      const punt = { ...d.punten["ik-startopdracht"], id: "eigen-a", stap: "x" };
      d.eigen_punten = [punt, punt];
    }),
    niet("eigen_punten"),
  ],
};

for (const [what, [text, zin]] of Object.entries(REFUSED)) {
  Deno.test(`not opened, with one sentence why: ${what}`, () => {
    const error = thrown(() => parseFile(text));

    equal([error.name, error.message], ["FileFormatError", zin]);
  });
}

Deno.test("a file at its limits is opened whole, and storage may hold more", () => {
  const most = tampered((d) => {
    d.punten["ik-startopdracht"].notitie = "x".repeat(LIMITS.veld);
    d.eigen_punten = own(d, OWN_POINTS);
    for (const punt of d.eigen_punten) punt.notitie = "";
  });
  const d = parseFile(most);

  equal(d.punten["ik-startopdracht"].notitie.length, LIMITS.veld);
  equal(d.eigen_punten.length, OWN_POINTS);
  equal(Math.max(...Object.values(LENGTHS)) <= LIMITS.veld, true);
  parse(REFUSED["more own points than anybody makes"][0]);
});

Deno.test("bytes in another encoding are refused, whatever it is", () => {
  const utf16 = (text: string) => {
    const units = Uint16Array.from([0xfeff, ...[...text].map((one) => one.charCodeAt(0))]);
    return new Uint8Array(units.buffer);
  };
  const latin1 = Uint8Array.from(SMALL.replace("Klaar", "één"), (one) => one.charCodeAt(0));

  for (const bytes of [utf16(SMALL), utf16(SMALL).map((_, n, all) => all[n ^ 1]), latin1]) {
    equal(thrown(() => decode(bytes)).message, LETTERS);
  }
  equal(thrown(() => decode(new Uint8Array(4 * LIMITS.tekens + 1))).message, TE_GROOT);
});

Deno.test("a byte order mark, as some editors write it, is no obstacle", () => {
  const bytes = new TextEncoder().encode(`\uFEFF${SMALL}`);

  equal(serialise(parse(decode(bytes))), SMALL);
  equal(serialise(parse(`\uFEFF${SMALL}`)), SMALL);
});

Deno.test("what we do not know is left out, and script in a text is just text", () => {
  const d = parse(tampered((value) => {
    value.extra = { diep: [1] };
    value.dossier.extra = 1;
    value.punten["ik-startopdracht"].extra = "x";
    value.punten["ik-startopdracht"].notitie = "<script>alert(1)</script>";
  }));

  equal(Object.keys(d).includes("extra") || "extra" in d.dossier, false);
  equal("extra" in d.punten["ik-startopdracht"], false);
  equal(d.punten["ik-startopdracht"].notitie, "<script>alert(1)</script>");
});

/** Every sign that turns the reading order around, and controls of either kind. */
const HIDDEN = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200E\u200F\u061C" +
  "\u0001\u0008\u000B\u001F\u007F\u0085\u009F";

Deno.test("what turns our own sentences around is not read from a file, the words are", () => {
  const d = parse(tampered((value) => {
    value.dossier.naam = `Wijk ${HIDDEN}Noord`;
    value.dossier.gemeente = HIDDEN;
    value.punten["ik-startopdracht"].notitie = `een${HIDDEN}\r\n\ttwee\rdrie`;
  }));

  equal([d.dossier.naam, d.dossier.gemeente], ["Wijk Noord", ""]);
  equal(d.punten["ik-startopdracht"].notitie, "een\n\ttwee\ndrie");
});

Deno.test("a text without hidden signs stays as it was, in any script", () => {
  for (
    const text of ["", "één\n\ttwee  ", "שלום, عالم", "👩‍👧 a\u00ADb\u200Bc\u200D", "\uD800 \uFFFD"]
  ) {
    equal(visible(text), text);
  }
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    const kept = [...text.replace(/\r\n?/g, "\n")].filter((sign) =>
      sign === "\n" || sign === "\t" || !/[\p{Cc}\p{Bidi_Control}]/u.test(sign)
    );
    equal(visible(text), kept.join(""));
  }));
});

Deno.test("an empty field may be missing", () => {
  const d = parse(tampered((value) => {
    delete value.eigen_punten;
    delete value.dossier.bestand;
    delete value.punten["ik-startopdracht"].datum;
  }));

  equal([d.eigen_punten, d.dossier.bestand, d.punten["ik-startopdracht"].datum], [[], "", ""]);
});

Deno.test("any dossier comes back from its text exactly as it was", () => {
  fc.assert(fc.property(dossiers(), (d) => equal(parse(serialise(d)), d)));
});

Deno.test("the text of a dossier does not depend on the order in which it was filled in", () => {
  fc.assert(fc.property(dossiers(), (d) => {
    const turned = { ...d, punten: Object.fromEntries(Object.entries(d.punten).reverse()) };

    return serialise(turned) === serialise(d);
  }));
});

Deno.test("a replacement character that somebody typed is kept, not mistaken for damage", () => {
  const d = rename(parse(SMALL), "vraag\uFFFDteken en \\ufffd", NOW);

  equal(parse(serialise(d)).dossier.naam, "vraag\uFFFDteken en \\ufffd");
});

Deno.test("whatever text is opened: a dossier or one sentence, never anything else", () => {
  const mangled = fc.tuple(fc.nat(SMALL.length), fc.nat(20), fc.string({ unit: "binary" }))
    .map(([from, length, put]) => SMALL.slice(0, from) + put + SMALL.slice(from + length));

  fc.assert(
    fc.property(fc.oneof(mangled, fc.json(), fc.string()), (text) => {
      try {
        parse(text);
      } catch (error) {
        if (!(error instanceof FileFormatError)) throw error;
        if (!/^[A-Z][^\n]*\.$/.test(error.message)) throw new Error(error.message);
      }
    }),
    { numRuns: 500 },
  );
});

const fits = new Ajv2020().compile(schema);

for (const [name, text] of Object.entries(FILES)) {
  Deno.test(`${name} still opens, byte for byte, and fits the published schema`, () => {
    const value = JSON.parse(text);

    equal(serialise(parse(text)), text);
    equal([fits(value), fits.errors], [true, null]);
  });
}

Deno.test("every id in a kept file was published, so it is in the guide or in the list of dropped", () => {
  const published = new Set(lock.split("\n").map((line) => line.split(" ", 2).join(" ")));
  const { punten, eigen_punten } = parse(FILES["formaat-1_inhoud-2026.1.json"]);

  equal(Object.keys(punten).filter((id) => !published.has(`punt ${id}`)), []);
  equal(eigen_punten.filter(({ stap }) => !published.has(`stap ${stap}`)), []);
});

Deno.test("every file that we write fits the published schema", () => {
  fc.assert(fc.property(dossiers(), (d) => fits(JSON.parse(serialise(d)))));
});

Deno.test("the schema refuses what we refuse", () => {
  for (
    const what of ["a status that is none", "a note that is a list", "a list of points", "no head"]
  ) {
    equal([what, fits(JSON.parse(REFUSED[what][0]))], [what, false]);
  }
});

Deno.test("an old file is brought up to date one version at a time", () => {
  const migrations = {
    1: (value: Loose) => ({ ...value, woorden: [value.woord] }),
    2: (value: Loose) => ({ ...value, aantal: value.woorden.length }),
  };

  equal(migrate({ formaatversie: 1, woord: "x" }, migrations, 3), {
    formaatversie: 3,
    woord: "x",
    woorden: ["x"],
    aantal: 1,
  });
  equal(thrown(() => migrate({ formaatversie: 1 }, {}, 2)).message, GEEN);
});

Deno.test("the name of a save file says which dossier and which day, in plain letters", () => {
  const named = (naam: string) => fileName(rename(parse(SMALL), naam, NOW), "2027-01-05T23:00:00Z");

  equal(named("Wijk Oost: één/twee"), "dossier_wijk-oost-een-twee_2027-01-05.json");
  equal(named("../..\\con"), "dossier_con_2027-01-05.json");
  equal(named("日本"), "dossier_zonder-naam_2027-01-05.json");
  equal(named("a".repeat(39) + " b"), `dossier_${"a".repeat(39)}_2027-01-05.json`);
});
