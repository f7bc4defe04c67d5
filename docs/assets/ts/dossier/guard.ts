/** Finds in free text what may point to one child. It warns; it never blocks. */
import { plain } from "./text.ts";
import type { Dossier, PuntGegevens } from "./types.ts";

export type Soort = "bsn" | "geboortedatum" | "telefoon" | "e-mail" | "adres" | "naam";

/** What was found, and a sentence for who typed it. */
export interface Vondst {
  readonly soort: Soort;
  /** The words themselves, as `plain` gives them: the same whatever spaces were typed. */
  readonly fragment: string;
  readonly zin: string;
}

const ZINNEN: Readonly<Record<Soort, string>> = {
  bsn:
    "Dit lijkt op een burgerservicenummer. Haal het weg; een dossier over beleid heeft het niet nodig.",
  geboortedatum:
    "Dit lijkt op een geboortedatum. Schrijf liever een leeftijdsgroep, zoals ‘8 tot en met 11 jaar’.",
  telefoon: "Dit lijkt op een telefoonnummer. Laat het liever weg; een functie is genoeg.",
  "e-mail":
    "Dit lijkt op een e-mailadres van een persoon. Laat het liever weg; een functie is genoeg.",
  adres: "Dit lijkt op een adres. Schrijf liever alleen de wijk of buurt.",
  naam: "Dit lijkt op de naam van een kind of gezin. Schrijf liever zonder naam.",
};

/** What is looked for in the field for who pulls a point: how to reach a colleague may stand there. */
export const IN_TREKKER: readonly Soort[] = ["bsn", "geboortedatum", "naam"];

/** The fields of a point in which readers write; the words of a point itself only of their own. */
export type Veld = "tekst" | "notitie" | "reden" | "trekker";

/** A text that may be about a person, with the place where it stands. */
export interface Verdacht {
  readonly plaats: string;
  readonly zin: string;
  /** The point where it was typed, and the field of it. */
  readonly punt?: string;
  readonly veld?: Veld;
  /** The step of an own point. */
  readonly stap?: string;
}

/** Returns what in a dossier looks like it is about a child or parent: every text in it is read. */
export function personalIn(
  dossier: Dossier,
  punten: ReadonlyMap<string, PuntGegevens>,
): readonly Verdacht[] {
  const { naam, gemeente } = dossier.dossier;
  const found: Verdacht[] = [
    ...about({ plaats: "de naam van het dossier" }, naam),
    ...about({ plaats: "de gemeente" }, gemeente),
  ];
  for (const [id, a] of Object.entries(dossier.punten)) {
    const punt = punten.get(id);
    const place = (what: string) => ({ plaats: `${punt?.code ?? id}, ${what}`, punt: id });
    const at = (veld: Veld) => ({ ...place(veld), veld });
    found.push(...about(at("notitie"), a.notitie));
    // A reason is kept while there is no field for it.
    found.push(...about(a.status === "nvt" ? at("reden") : place("reden"), a.reden));
    found.push(...about(at("trekker"), a.trekker, IN_TREKKER));
    // What a file says that the guide once said, the guide may never have said.
    if (a.tekst !== punt?.tekst) found.push(...about(place("eerdere tekst"), a.tekst));
  }
  for (const own of dossier.eigen_punten) {
    const place = (what: string) => ({
      plaats: `een eigen punt, ${what}`,
      punt: own.id,
      stap: own.stap,
    });
    const at = (veld: Veld) => ({ ...place(veld), veld });
    found.push(...about(at("tekst"), own.tekst), ...about(at("notitie"), own.notitie));
    found.push(...about(own.status === "nvt" ? at("reden") : place("reden"), own.reden));
    found.push(...about(at("trekker"), own.trekker, IN_TREKKER));
  }
  return found;
}

function about(
  place: Omit<Verdacht, "zin">,
  text: string,
  kinds?: readonly Soort[],
): readonly Verdacht[] {
  return findPersonal(text)
    .filter(({ soort }) => !kinds || kinds.includes(soort))
    .map(({ zin }) => ({ ...place, zin }));
}

/** Returns what in a text looks like personal data, in the order in which it stands there. */
export function findPersonal(text: string): readonly Vondst[] {
  const words = plain(text);
  const others = [...matchesOf(words, BIRTH, "geboortedatum"), ...phones(words)];
  const found = [
    // Part of a telephone number can pass for a burgerservicenummer.
    ...bsns(words).filter((bsn) => !others.some((other) => contains(other, bsn))),
    ...others,
    ...emails(words),
    ...addresses(words),
    ...names(words),
  ];
  const seen = new Set<string>();
  return found
    .sort((a, b) => a.index - b.index)
    .filter(({ soort, fragment }) => {
      const key = `${soort} ${fragment}`;
      return seen.has(key) ? false : seen.add(key);
    })
    .map(({ soort, fragment }) => ({ soort, fragment, zin: ZINNEN[soort] }));
}

interface Place {
  readonly soort: Soort;
  readonly fragment: string;
  readonly index: number;
}

function contains(outer: Place, inner: Place): boolean {
  return outer.index <= inner.index &&
    outer.index + outer.fragment.length >= inner.index + inner.fragment.length;
}

function matchesOf(text: string, pattern: RegExp, soort: Soort): Place[] {
  return [...text.matchAll(pattern)].map((match) => ({
    soort,
    fragment: match[0].trim(),
    index: match.index,
  }));
}

// Burgerservicenummer

/** Eight or nine digits: in one go, or in groups when no other group stands beside them. */
const NUMBERS: readonly RegExp[] = [
  /(?<![\p{L}\d]|[\p{L}\d][-/.,])\d{8,9}(?![\p{L}\d]|[-/.,]\d)/gu,
  /(?<![\p{L}\d]|[\p{L}\d][-/]|\d[. ])\d{1,4}(?:[-. ]\d{1,4}){1,5}(?![\p{L}\d]|[-/. ]\d)/gu,
];
const BSN = "\\b(?:bsn|burgerservice\\s?nummer|sofi-?\\s?nummer|persoonsnummer)\\b";
const SAYS_BSN = new RegExp(BSN, "iu");
/** Right behind the word; only there a number may go on in the next line: columns are no number. */
const BEHIND_BSN = new RegExp(
  `(?=\\d)(?<=${BSN}\\W{0,3})\\d(?:[-. \\n]?\\d){7,8}(?![\\p{L}\\d])`,
  "giu",
);
const SAYS_OTHERWISE =
  /\b(zaak|dossier|kenmerk|factuur|order|polis|klant|kamer van koophandel|kvk|rsin|btw|bestel|besluit|registratie|document|project|iban|rekening|vestigings?)[\p{L}]*(nummer|nr)?\.?:?\s*$/iu;

function bsns(text: string): Place[] {
  const found = NUMBERS.flatMap((pattern) => matchesOf(text, pattern, "bsn")).filter(
    ({ fragment, index }) => {
      const before = text.slice(Math.max(0, index - 40), index);
      const after = text.slice(index + fragment.length, index + fragment.length + 20);
      const digits = fragment.replace(/\D/g, "");
      if (!/^\d{8,9}$/.test(digits) || SAYS_OTHERWISE.test(before)) return false;
      if (/[€$]\s?$/.test(before) || /^\s?(?:euro|EUR)\b/.test(after)) return false;
      return SAYS_BSN.test(before) || SAYS_BSN.test(after) || passesElfproef(digits);
    },
  );
  const named = matchesOf(text, BEHIND_BSN, "bsn")
    .filter((one) => !found.some((other) => contains(one, other)));
  return [...found, ...named];
}

/** Whether nine digits can be a burgerservicenummer: weighted 9 to 2 and -1, a multiple of 11. */
export function passesElfproef(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
    0,
  );
  return sum % 11 === 0;
}

// Date of birth: only beside a word for birth, because a plan is full of other dates.

const MAAND =
  "(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sep(?:t|tember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DATUM =
  `(?:\\d{1,2}[-/. ]\\d{1,2}[-/. ](?:19|20)?\\d{2}|(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}\\s+${MAAND}\\.?\\s+(?:(?:19|20)\\d{2}|['’]\\d{2}))`;
const BIRTH = new RegExp(
  `(?<!\\p{L})(?:geboren|geb\\.?|geboortedatum|geboortedag|gebdat)(?!\\p{L})[^\\d\\n]{0,25}\\n?${DATUM}(?!\\d)` +
    `|(?<!\\d)${DATUM}[\\s,]{1,2}geboren(?!\\p{L})`,
  "giu",
);

// Telephone: ten digits in a Dutch form. Public numbers (14 020, 0800, 0900, 112) stay silent.
// Only behind 06 a line may end: other codes of four digits stand in columns too.

const PHONE =
  /(?<![\p{L}\d]|\d[-./ ])(?:(?:(?:\+|00)31[- ]?(?:\(0\)[- ]?)?|\(?0)[1-9]\d{0,3}\)?|06-?\n)(?:[-. ]?\d){5,8}(?![-./]?\d|\p{L})/gu;

function phones(text: string): Place[] {
  return matchesOf(text, PHONE, "telefoon").filter(({ fragment }) => {
    const national = fragment.replace(/^(\+|00)31/, "0").replace("(0)", "").replace(/\D/g, "");
    return /^0[1-9]\d{8}$/.test(national) && !/^0(800|90\d)/.test(national);
  });
}

// E-mail: of a person. A mailbox of a team is in every plan.

const EMAIL = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const TEAM =
  /^(info|post|postbus|contact|gemeente|privacy|fg|avg|secretariaat|griffie|administratie|loket|balie|klantenservice|jeugd|jeugdteam|wijkteam|team[\p{L}-]*|sociaal[\p{L}-]*|veiligheid|zorg|onderwijs|leerplicht|noreply|no-reply)@/iu;

function emails(text: string): Place[] {
  return matchesOf(text, EMAIL, "e-mail").filter(({ fragment }) => !TEAM.test(fragment));
}

// Address: a postal code with its letters is one street; small letters only when nothing is between.

const POSTCODE =
  /(?<![\p{L}\d]|[€$] ?|\d[-./])[1-9]\d{3}(?: ?[A-Z]{2}|[a-z]{2})(?![\p{L}\d]|-\p{L})/gu;
/** What stands behind a year, a number of people or a measure, or is in no postal code at all. */
const NO_POSTCODE = new Set(
  ("BV EU GB KM MB NV PM PO SA SD SO SS VO bv bw cl cm dl en er eu ev ff gb gr ha kb kg km kw mb mg " +
    "ml mm nv pk pm po px sa sd so ss st tb vo").split(" "),
);

function addresses(text: string): Place[] {
  return matchesOf(text, POSTCODE, "adres").filter(({ fragment }) =>
    !NO_POSTCODE.has(fragment.slice(-2))
  );
}

// The name of a child or a family

/** Between two words: a space, or the end of a line that runs on; no heading, and no label next. */
const GAP = "(?: |(?<= [^ \\n]+)\\n(?!\\p{L}+ ?:))";

/** A name as it is written: a capital, perhaps with `van der` before or behind it. */
const NAME =
  "(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|[Ee]l|[Aa]l|[Bb]en)[ -]){0,2}\\p{Lu}[\\p{Ll}\\p{M}]{1,30}(?:[-’' ](?:(?:van|de|den|der|ten|ter|el|al|ben)[ -]){0,2}\\p{Lu}[\\p{Ll}\\p{M}]{1,30}){0,3}";
const CHILD =
  "(?:[Kk]ind(?:je)?|[Jj]ongen|[Jj]ongetje|[Mm]eisje|[Ll]eerling|[Zz]oon(?:tje)?|[Dd]ochter(?:tje)?|[Bb]roer(?:tje)?|[Zz]us(?:je)?|[Pp]euter|[Kk]leuter|[Cc]liënt(?:je)?|[Pp]upil|[Nn]eefje|[Nn]ichtje)";
const RELATIVE =
  "(?:[Oo]uders?|(?:[Pp]leeg|[Ss]tief)?(?:[Mm]oeder|[Vv]ader)|[Mm]ama|[Pp]apa|[Oo]ma|[Oo]pa|[Tt]ante|[Oo]om|[Vv]oogd)";
/** What one child does; of several children and of things a plan says something else. */
const DOES =
  "(?:is|was|heeft|had|wordt|werd|komt|kwam|gaat|ging|zit|zat|woont|slaat|sloeg|krijgt|kreeg|doet|deed|wil|moet)";
const NAMES: readonly RegExp[] = [
  // het kind Daan, leerling Sara de Vries
  new RegExp(`(?<!\\p{L})${CHILD}${GAP}(${NAME})`, "gu"),
  // een kind dat Daan heet, het meisje heet Sara, een jongen genaamd Mo
  new RegExp(
    `(?<!\\p{L})${CHILD},?${GAP}(?:heet|genaamd|met de naam|dat|die|met als naam)${GAP}(${NAME})`,
    "gu",
  ),
  // naam van het kind: Daan; naam kind: Daan; kind (naam: Daan)
  new RegExp(
    `(?<!\\p{L})(?:[Nn]aam (?:van )?(?:het |de |een )?${CHILD}|${CHILD} ?\\(?(?:[Nn]aam)|[Kk]indnaam|[Rr]oepnaam|[Vv]oornaam)\\s*(?:[:=]\\s*)?(${NAME})`,
    "gu",
  ),
  // Kind: Daan; Naam: Daan Jansen; only when nothing follows, because `Kind: Steun bieden` is none
  new RegExp(
    `(?<!\\p{L})(?:${CHILD}|Naam|[Cc]asus) ?[:=] ?(${NAME})(?=[ \\t]{0,3}(?:$|[,.;(\\n]))`,
    "gu",
  ),
  // leerling J. Bakker
  new RegExp(`(?<!\\p{L})${CHILD}${GAP}(?:\\p{Lu}\\. ?){1,3}(${NAME})`, "gu"),
  // moeder van Sara, zoon van mevrouw Pietersen
  new RegExp(
    `(?<!\\p{L})(?:${RELATIVE}|${CHILD})${GAP}van${GAP}(?:(?:mevrouw|meneer|mw\\.|dhr\\.)${GAP})?(${NAME})`,
    "gu",
  ),
  // casus Noah V.
  new RegExp(`(?<!\\p{L})[Cc]asus${GAP}(${NAME})(?: \\p{Lu}\\.)?`, "gu"),
  // Daan uit groep 6, Daan zit in groep 6
  new RegExp(`(?<!\\p{L})(${NAME})${GAP}(?:uit|zit in)${GAP}groep${GAP}[1-8](?!\\d)`, "gu"),
  // Mohammed (9) is aangehouden
  new RegExp(
    `(?<!\\p{L})(${NAME}) ?\\((?:[0-9]|1[0-7])(?: ?jr| jaar)?\\)${GAP}${DOES}(?!\\p{L})`,
    "gu",
  ),
  // gezin Jansen, familie El Amrani, fam. De Vries
  new RegExp(`(?<!\\p{L})(?:[Gg]ezin|[Ff]amilie|[Ff]am\\.)${GAP}(${NAME})`, "gu"),
  // Daan (9 jaar), Daan, 9 jaar; only within a sentence, where a capital means a name
  new RegExp(
    `(?<=[\\p{Ll},;:] )(${NAME})(?: ?\\(|, )(?:[0-9]|1[0-7])(?: ?jr\\b| jaar\\)?|\\))`,
    "gu",
  ),
  // Daan is 9 jaar
  new RegExp(
    `(?<!\\p{L})(${NAME})${GAP}(?:is|was|wordt)${GAP}(?:[0-9]|1[0-7])${GAP}jaar(?! (?:geldig|lang))`,
    "gu",
  ),
];

/** Words with a capital that follow a child or a family in plans, and are no names. */
const NO_NAME = new Set(
  ("Amsterdam Arnhem Eindhoven Groningen Haarlem Leiden Nijmegen Nederland Rotterdam Utrecht Den " +
    "Jeugdwet Jeugdhulp Jeugdzorg Wmo Awb Avg Centraal Veilig Thuis Eén Een Het De Dit Dat Deze Die Wij " +
    "Zij Hij Er In Op Van Voor Met Bij Als Wat Wie Waar Hoe School Ouders Ouder Kind Kinderen Gezin " +
    "Gezinnen Jongens Jongen Meisjes Meisje Leerlingen Leerling Jongeren Jeugd Peuters Kleuters " +
    "Groep Doelgroep Leeftijd Vanaf Tot Onder Minimaal Maximaal Circa Basisschool Basisonderwijs " +
    "Onderwijs Voortgezet Samen Looptijd Duur Termijn Bewaartermijn Convenant Plan Evaluatie Beleid " +
    "Project Pilot Subsidie Contract Afspraak Budget Programma Bijlage Artikel Fase Punt Stap Maatregel " +
    "Maatregelen Halt Politie Gemeente Zorg Veiligheid Nederlandse Marokkaanse Turkse Poolse Syrische " +
    "Nu Ja Nee Zie Maandag Dinsdag Woensdag Donderdag Vrijdag Zaterdag Zondag Januari Februari Maart " +
    "April Mei Juni Juli Augustus September Oktober November December Raad Buurt Wijk Noord Oost Zuid West " +
    "Stichting Vereniging Actieplan Werkgroep Stuurgroep Regio Team Alle Twee Drie Vier Vijf Zes Klas " +
    "Klassen Deelnemers Scholieren Gegevens Cijfers Resultaten Onbekend Nog Geen Niet Volgt Almere Breda " +
    "Tilburg Enschede Apeldoorn")
    .split(" "),
);

function names(text: string): Place[] {
  const found = NAMES.flatMap((pattern) => [...text.matchAll(pattern)])
    .filter((match) => !NO_NAME.has(firstCapital(match[1])))
    .map((match): Place => ({ soort: "naam", fragment: match[0].trim(), index: match.index }))
    .sort((a, b) => a.index - b.index || b.fragment.length - a.fragment.length);
  // One name is one finding, however many patterns know it.
  let end = 0;
  return found.filter((place) => {
    const beyond = place.index + place.fragment.length;
    if (beyond <= end) return false;
    end = beyond;
    return true;
  });
}

function firstCapital(naam: string): string {
  return /\p{Lu}[\p{Ll}\p{M}]*/u.exec(naam.replace(/^(?:Van|De|Den|Der|Ten|Ter) /u, ""))![0];
}
