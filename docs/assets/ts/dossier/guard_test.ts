import fc from "fast-check";
import { LIMITS, parseFile } from "./format.ts";
import { findPersonal, passesElfproef, personalIn, type Soort } from "./guard.ts";
import { puntenOf } from "./model.ts";
import { equal, FILES, GIDS } from "./testing.ts";

// The numbers are made up; those that pass the check are the usual test numbers.
const FOUND: readonly (readonly [text: string, soort: Soort, fragment: string])[] = [
  ["Nummer 123456782 staat in de lijst.", "bsn", "123456782"],
  ["BSN: 111222333", "bsn", "111222333"],
  ["bsn 1234.56.782", "bsn", "1234.56.782"],
  ["Kind met 123 456 782 besproken", "bsn", "123 456 782"],
  ["burgerservicenummer 123456789 (typefout)", "bsn", "123456789"],
  ["12345672 is zijn BSN", "bsn", "12345672"],
  ["(123456782)", "bsn", "123456782"],
  ["geboren op 3 mei 2016", "geboortedatum", "geboren op 3 mei 2016"],
  ["geb. 03-05-2016", "geboortedatum", "geb. 03-05-2016"],
  ["Geboortedatum: 2016-05-03", "geboortedatum", "Geboortedatum: 2016-05-03"],
  ["geb 3/5/16, groep 6", "geboortedatum", "geb 3/5/16"],
  ["03-05-2016 geboren in Utrecht", "geboortedatum", "03-05-2016 geboren"],
  ["Bel 06-12345678", "telefoon", "06-12345678"],
  ["06 12 34 56 78", "telefoon", "06 12 34 56 78"],
  ["+31 6 12345678", "telefoon", "+31 6 12345678"],
  ["0031612345678", "telefoon", "0031612345678"],
  ["+31 (0)20 123 45 67", "telefoon", "+31 (0)20 123 45 67"],
  ["tel: (020) 123 4567.", "telefoon", "(020) 123 4567"],
  ["0229-252200", "telefoon", "0229-252200"],
  ["Mail moeder@example.org even", "e-mail", "moeder@example.org"],
  ["j.de.vries+werk@sub.example.org.", "e-mail", "j.de.vries+werk@sub.example.org"],
  ["Het kind Daan slaat.", "naam", "kind Daan"],
  ["leerling Sara de Vries", "naam", "leerling Sara de Vries"],
  ["Het meisje Özlem komt vaak.", "naam", "meisje Özlem"],
  ["zijn broertje Ali ook", "naam", "broertje Ali"],
  ["een jongen genaamd Mo", "naam", "jongen genaamd Mo"],
  ["Het kind heet Daan", "naam", "kind heet Daan"],
  ["naam van het kind: Daan", "naam", "naam van het kind: Daan"],
  ["Naam kind: van der Berg", "naam", "Naam kind: van der Berg"],
  ["roepnaam Daan", "naam", "roepnaam Daan"],
  ["gezin Jansen", "naam", "gezin Jansen"],
  ["De familie El Amrani krijgt hulp.", "naam", "familie El Amrani"],
  ["fam. De Vries", "naam", "fam. De Vries"],
  ["gesproken over Daan (9 jaar) en school", "naam", "Daan (9 jaar)"],
  ["ook bij Anne-Fleur, 11 jaar", "naam", "Anne-Fleur, 11 jaar"],
  ["Daan is 9 jaar en slaat.", "naam", "Daan is 9 jaar"],
  ["Kind: Daan", "naam", "Kind: Daan"],
  ["Leerling: Sara, groep 6", "naam", "Leerling: Sara"],
  ["Naam: Daan Jansen", "naam", "Naam: Daan Jansen"],
  ["Naam: Daan\nSchool: De Ark", "naam", "Naam: Daan"],
  ["casus Noah V. loopt", "naam", "casus Noah V."],
  ["Casus: Noah", "naam", "Casus: Noah"],
  ["Daan uit groep 6 slaat klasgenoten", "naam", "Daan uit groep 6"],
  ["Op school: Sara zit in groep 7.", "naam", "Sara zit in groep 7"],
  ["Mohammed (9) is aangehouden", "naam", "Mohammed (9) is"],
  ["Gisteren.\nMohammed (9 jaar) heeft gestolen", "naam", "Mohammed (9 jaar) heeft"],
  ["leerling J. Bakker", "naam", "leerling J. Bakker"],
  ["leerling J.P. de Bakker", "naam", "leerling J.P. de Bakker"],
  ["Moeder van Sara belt elke week", "naam", "Moeder van Sara"],
  ["zoon van mevrouw Pietersen", "naam", "zoon van mevrouw Pietersen"],
  ["Kerkstraat 12, 1234 AB Utrecht", "adres", "1234 AB"],
  ["Kerkstraat 12 1234AB", "adres", "1234AB"],
  ["Kerkstraat 12, 1234ab utrecht", "adres", "1234ab"],
  ["bsn-111222333", "bsn", "111222333"],
  // A line may end within it.
  ["Wij spraken met het kind\nDaan en school", "naam", "kind\nDaan"],
  ["De moeder \r\n van Sara belt", "naam", "moeder\nvan Sara"],
  ["een kind\u2028Daan", "naam", "kind\nDaan"],
  ["Hij is geboren op\n3 mei 2016", "geboortedatum", "geboren op\n3 mei 2016"],
  ["bsn\n111222333", "bsn", "111222333"],
  ["bsn 111 222\n333", "bsn", "111 222\n333"],
  ["Bel 06\n12345678", "telefoon", "06\n12345678"],
];

for (const [text, soort, fragment] of FOUND) {
  Deno.test(`warned about: ${text}`, () => {
    equal(findPersonal(text).map((found) => [found.soort, found.fragment]), [[soort, fragment]]);
  });
}

/** Spaces, hyphens and signs that nobody sees, as word processors and web pages have them. */
const SPACES = ["\u00A0", "\u202F", "\u2009", "\u3000", "  ", " \u00A0 "];
const HYPHENS = ["\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\uFF0D"];
const UNSEEN = ["\u00AD", "\u200B", "\u200D", "\u2060", "\uFEFF", "\u202E"];

Deno.test("what is found is found whatever kind of space, hyphen or unseen sign is in it", () => {
  for (const [text, soort, fragment] of FOUND) {
    for (
      const typed of [
        ...SPACES.map((space) => text.replaceAll(" ", space)),
        ...HYPHENS.map((hyphen) => text.replaceAll("-", hyphen)),
        ...UNSEEN.map((sign) => text.replaceAll(/(?<=\w)(?=\w)/g, sign)),
      ]
    ) {
      equal(
        [typed, findPersonal(typed).map((found) => [found.soort, found.fragment])],
        [typed, [[soort, fragment]]],
      );
    }
  }
});

const SILENT: readonly string[] = [
  "",
  "Vastgesteld op 10 november 2026, evaluatie in 2027-2028.",
  "Overleg op 12-03-2026 en 3 mei 2027.",
  "Kinderen geboren in 2016 zitten nu in groep 6.",
  "Geboren worden er 400 kinderen per jaar.",
  "Artikel 7.4.0 Jeugdwet, artikel 1:243 BW en artikel 172b Gemeentewet.",
  "Zaaknummer 123456782.",
  "Zaak 123456782 is gesloten",
  "Ons kenmerk: 123456782",
  "KvK 123456782",
  "RSIN 123456782",
  "Nummer 123456789 haalt de elfproef niet.",
  "Kenmerk Z-2026-0412 en 2026/123456782-a",
  "NL91ABNA0417164300",
  "Begroting: 123.456.789 euro",
  "€ 123.456.782 of 123.456.782 euro",
  "Wij vragen geen BSN. Zaaknummer 123456789",
  "111111111 en 000000000",
  "1234567 en 12345678901",
  "12345678 is een los nummer",
  "IK-01 IK-03 PA-10",
  "Postcode 1234, wijk 03, buurt 0305",
  "Bel 112, 0800-2000, 0900-8844 of 14 020.",
  "In 2024 waren het er 0,5 procent.",
  "Mail info@example.org of jeugd@example.org.",
  "privacy@example.org en team-oost@example.org",
  "@wethouder moet dit zien",
  "Het kind staat centraal. Daarna praten wij met ouders.",
  "Kind en ouders beslissen mee.",
  "Eén kind, één plan. Gezin Eén Plan is de naam.",
  "De jongen praat met de Jeugdbeschermer.",
  "Per leerling VO een gesprek",
  "Wij vragen het kind. Wie wil, doet mee.",
  "kind Wij vragen",
  "gezin Centraal, gezin School en gezin Utrecht",
  "Een kind dat Veilig Thuis kent",
  "Kinderen (9 jaar) en jongens, 8 jaar",
  "Voor kinderen tot 12 jaar; Groep (4 jaar)",
  "Looptijd (4 jaar). Bewaartermijn, 5 jaar",
  "Het convenant is 3 jaar geldig, Convenant is 4 jaar geldig",
  "Fase (2) en Bijlage (3)",
  "Trekker: Karin de Boer, beleidsadviseur jeugd",
  "Wethouder Jansen en burgemeester De Vries",
  "De naam van het kind staat er niet in.",
  "Leerplicht, Halt en Politie zitten aan tafel.",
  "De familie doet mee.",
  "Moeder van het kind praat mee.",
  "Ouders van kinderen en vader van een leerling",
  "Ouders van Syrische kinderen, moeders van Nederland",
  "Kind: zie bijlage",
  "Kind: Steun bieden. Leerling: Verzuim melden bij Leerplicht",
  "Kind: Onbekend. Naam: Volgt",
  "Naam: Stuurgroep Jeugd",
  "Een maatregel met de naam: Taakspel.",
  "Naam: Actieplan Wijk Noord",
  "De casus wordt besproken. Een casus Jeugd.",
  "Casus: wie doet wat?",
  "groep 6 van de school",
  "Kinderen uit groep 6, Leerlingen uit groep 3 en 4",
  "Alle leerlingen. Twee uit groep 6",
  "Scholen (12) doen mee, Politie (3) is erbij",
  "Per leerling A. Wij kiezen B.",
  "in 2026 en 1200 EU",
  "Voor 1200 VO-leerlingen en 3000 PO leerlingen",
  "€ 1500 AB en 2026 BV",
  "Artikel 1234 Ab",
  "In 2026 en 2027 is er 1500km, 1200kg en 1000st; artikel 1243bw, 2026sa en 0234ab.",
  "In 2026 waren er 06 meldingen, zie art. 7.4.0, IK-01, versie 2026.1, blz. 12-14 en € 1.250.000.",
  "Van 12-03-2026 tot 15-04-2026, 2027-2030, 10-12 uur, 8 tot 11 jaar, 06-2026.",
  // A number ends with its line, a name with its own words, and another cell or field is apart.
  "12\n345678 9",
  "123\n456\n782",
  "111222\n333",
  "0305\n030501",
  "020\n1234567",
  "In groep 06\n12 kinderen, 345678 euro",
  "Begroting 2026\nAB-convenant\nMeldingen 2027\nOM besluit",
  "123\t456\t782",
  "Leerling\tVerzuim\tActie",
  "Kind\nInkomen\nWonen\nGezin\nVrije tijd",
  "Afspraken met het gezin\n\nBellen in maart",
  "Gesprek met het kind\nAdvies: later",
  "Kinderen per wijk\nCentrum (9)\nLent (8)",
];

for (const text of SILENT) {
  Deno.test(`silent about: ${text || "nothing"}`, () => {
    equal(findPersonal(text).map((found) => [found.soort, found.fragment]), []);
  });
}

Deno.test("what is silent is silent whatever kind of space or hyphen is in it", () => {
  for (const text of SILENT) {
    for (
      const typed of [
        ...SPACES.map((space) => text.replaceAll(" ", space)),
        ...HYPHENS.map((hyphen) => text.replaceAll("-", hyphen)),
      ]
    ) {
      equal([typed, findPersonal(typed).map(({ fragment }) => fragment)], [typed, []]);
    }
  }
});

Deno.test("several findings come in the order of the text, each of them once", () => {
  const text =
    "gezin Jansen, geb. 03-05-2016, 06-12345678. Nogmaals 06-12345678; mail a@example.org";

  equal(findPersonal(text).map(({ soort }) => soort), [
    "naam",
    "geboortedatum",
    "telefoon",
    "e-mail",
  ]);
});

Deno.test("every warning is one kind of sentence: what it looks like, and what to do", () => {
  for (const [text] of FOUND) {
    equal(/^Dit lijkt op .+\. .+\.$|^Dit lijkt op .+; .+\.$/.test(findPersonal(text)[0].zin), true);
  }
});

Deno.test("the elfproef finds one wrong digit and one swap", () => {
  equal(passesElfproef("123456782"), true);
  for (const wrong of ["123456783", "213456782", "12345678", "1234567820", "a23456782", ""]) {
    equal(passesElfproef(wrong), false);
  }
});

Deno.test("whatever place of a file can hold a sentence, the last look reads it", () => {
  const punten = new Map(puntenOf(GIDS).map((punt) => [punt.id, punt]));
  for (const text of Object.values(FILES)) {
    equal(personalIn(parseFile(text), punten), []);
    let places = 0;
    for (const path of leaves(JSON.parse(text))) {
      const opened = opens(withLeaf(text, path, "Gesprek over het kind Daan de Vries"));
      if (opened === undefined) continue;
      places += 1;
      equal([path.join("."), personalIn(opened, punten).length > 0], [path.join("."), true]);
    }
    equal(places > 20, true);
  }
});

/** Returns the way to every text in a JSON value. */
function leaves(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value === "string") return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, [...path, key]));
}

function withLeaf(text: string, path: readonly string[], leaf: string): string {
  const whole = JSON.parse(text);
  const holder = path.slice(0, -1).reduce((part, key) => part[key], whole);
  holder[path[path.length - 1]] = leaf;
  return JSON.stringify(whole);
}

function opens(text: string) {
  try {
    return parseFile(text);
  } catch {
    return undefined;
  }
}

Deno.test("no text makes the guard slow or stumble", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
    findPersonal(text);
  }));
  const hard = [
    "0",
    "1 ",
    "a@",
    "kind ",
    "Van De ",
    "geb. ",
    "06-",
    "Aa-",
    "Aa ",
    "(",
    "1-1-",
    "a.b@a.",
    "naam kind  ",
    "naam kind :",
    "casus ",
    "Moeder van ",
    "1234 ",
  ];
  for (const part of hard) {
    const start = performance.now();
    findPersonal(part.repeat(4000 / part.length));
    if (performance.now() - start > 100) throw new Error(`${part}: slow`);
  }
  for (const blank of [" ", "\n", "\t "]) {
    const start = performance.now();
    findPersonal(`naam van het kind${blank.repeat(50_000)}`);
    if (performance.now() - start > 1000) throw new Error("blanks: slow");
  }
});

Deno.test("the largest text takes no longer than its length asks", () => {
  const prose =
    "In 2026 waren er 06\u00A0meldingen over het kind en het gezin; zie artikel 7.4.0.\n" +
    "De Gemeente Utrecht praat met Ouders van kinderen (9 jaar) en begroot € 1.500.000. ";
  const hard = [
    prose,
    "het kind\n",
    "Aa\n",
    "06\n",
    "bsn 1\n",
    "1\u200B",
    "06\u00A012 ",
    "1\u2011",
    " \r\n",
    "geb.\n",
  ];
  const time = (text: string) => {
    const start = performance.now();
    findPersonal(text);
    return performance.now() - start;
  };
  for (const part of hard) {
    const some = part.repeat(LIMITS.tekens / 100 / part.length);
    const least = Math.max(1, Math.min(...[1, 2, 3, 4, 5].map(() => time(some))));
    // A hundred times the text. Of its square it would take ten thousand times as long; between
    // the two is what a busy machine does meanwhile.
    const ratio = time(some.repeat(100)) / least;
    if (ratio > 1000) throw new Error(`${JSON.stringify(part)}: ${ratio} times as slow`);
  }
});
