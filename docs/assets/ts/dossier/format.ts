/** The save file: a dossier as text and back. The same in storage, in a file and on import. */
import { visible } from "./text.ts";
import type { Antwoord, Dossier, EigenPunt, Status } from "./types.ts";

export const FORMAAT = "handreiking-dossier";
export const FORMAATVERSIE = 1;

/** What a file may hold. Far more than a person types; less than what hangs a browser. */
export const LIMITS = { tekens: 2_000_000, diepte: 8, veld: 50_000, punten: 5_000 } as const;

/**
 * So many own points may be in a file, which somebody else can have made: a browser must draw each.
 *
 * What is in storage already may be more, and stays; see `fileObjection`.
 */
export const OWN_POINTS = 500;

/** Why a file cannot be opened. */
export type Bezwaar =
  | "leeg"
  | "te-groot"
  | "te-diep"
  | "codering"
  | "geen-json"
  | "afgebroken"
  | "ander-formaat"
  | "nieuwer"
  | "inhoud"
  | "verdacht";

/** A file that is no dossier. The message is one sentence for the reader. */
export class FileFormatError extends Error {
  override name = "FileFormatError";
  readonly soort: Bezwaar;

  constructor(soort: Bezwaar, zin: string) {
    super(zin);
    this.soort = soort;
  }
}

/** What a file of an older version needs to become one of the next version. */
export type Migrations = Readonly<Record<number, (value: Values) => Values>>;

type Values = Readonly<Record<string, unknown>>;

/** From version to the function that makes the next version of it. Never remove one. */
export const MIGRATIONS: Migrations = {};

/** Returns the dossier as text, with the same keys in the same order each time. */
export function serialise(d: Dossier): string {
  const { id, naam, gemeente, gemaakt, gewijzigd, bestand } = d.dossier;
  const head = {
    formaat: FORMAAT,
    formaatversie: FORMAATVERSIE,
    inhoudsversie: d.inhoudsversie,
    dossier: { id, naam, gemeente, gemaakt, gewijzigd, bestand },
  };
  const punten = Object.keys(d.punten).sort()
    .map((key) => `${JSON.stringify(key)}:${textOf(d.punten[key])}`);
  const eigen = d.eigen_punten.map(textOf);
  return `${json(head).slice(0, -1)},"punten":{${punten}},"eigen_punten":[${eigen}]}\n`;
}

/**
 * The text of an answer, by its identity: answers never change in place.
 *
 * Of a thousand points one is ticked; writing the others again would take most of a frame.
 */
const TEXTS = new WeakMap<Antwoord | EigenPunt, string>();

function textOf(a: Antwoord | EigenPunt): string {
  let text = TEXTS.get(a);
  if (text === undefined) {
    const { status, reden, notitie, trekker, datum, vingerafdruk, tekst, gewijzigd } = a;
    const own = "id" in a ? { id: a.id, stap: a.stap } : {};
    text = json({
      ...own,
      status,
      reden,
      notitie,
      trekker,
      datum,
      vingerafdruk,
      tekst,
      gewijzigd,
    });
    TEXTS.set(a, text);
  }
  return text;
}

/** A typed replacement character is escaped: a bare one in a file then means a wrong encoding. */
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll("\uFFFD", "\\ufffd");
}

/** Returns the text of a file; throws `FileFormatError` when the bytes are no UTF-8. */
export function decode(bytes: Uint8Array): string {
  // Four bytes a character at most: a larger file need not be read to know that it is too big.
  if (bytes.length > 4 * LIMITS.tekens) throw tooBig();
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) throw encoding();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw encoding();
  }
}

/** Returns the dossier in a text; throws `FileFormatError` with one sentence otherwise. */
export function parse(text: string): Dossier {
  if (text.length > LIMITS.tekens) throw tooBig();
  const plain = text.replace(/^\uFEFF/, "");
  if (plain.trim() === "") throw new FileFormatError("leeg", "Dit bestand is leeg.");
  if (plain.includes("\uFFFD") || plain.includes("\0")) throw encoding();
  const end = scan(plain);
  if (end.diepte > LIMITS.diepte) {
    throw new FileFormatError(
      "te-diep",
      "Dit bestand zit anders in elkaar dan een dossier; het is niet geopend.",
    );
  }
  return read(migrate(recognise(parsed(plain, end.afgebroken)), MIGRATIONS, FORMAATVERSIE));
}

/** Returns the value in the version that is asked for, one step at a time. */
export function migrate(value: Values, migrations: Migrations, to: number): Values {
  let migrated = value;
  for (let versie = Number(value.formaatversie); versie < to; versie += 1) {
    if (!Object.hasOwn(migrations, versie)) throw otherFormat();
    migrated = { ...migrations[versie](migrated), formaatversie: versie + 1 };
  }
  return migrated;
}

/** Returns why a dossier and its text could not be read again, or nothing when they can. */
export function objection(d: Dossier, tekst: string): FileFormatError | undefined {
  try {
    if (tekst.length > LIMITS.tekens) throw tooBig();
    refuseTricks(d.punten);
    read(d as unknown as Values);
    return undefined;
  } catch (error) {
    if (error instanceof FileFormatError) return error;
    throw error;
  }
}

/** Returns the dossier in the text of a file; throws `FileFormatError` as `parse` does. */
export function parseFile(text: string): Dossier {
  const d = parse(text);
  const objected = fileObjection(d);
  if (objected !== undefined) throw objected;
  return d;
}

/** Returns why the save file of a dossier could not be opened again, or nothing when it can. */
export function fileObjection(d: Dossier): FileFormatError | undefined {
  if (d.eigen_punten.length > OWN_POINTS) {
    return new FileFormatError(
      "te-groot",
      `Er zijn meer dan ${OWN_POINTS} eigen punten; dat is te veel voor een dossier.`,
    );
  }
  return undefined;
}

/** Returns the name of the save file: which dossier, and of which day. */
export function fileName(d: Dossier, now: string): string {
  const naam = d.dossier.naam.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/[^a-z0-9]+/g, "-").slice(0, 40).replace(/^-|-$/g, "");
  return `dossier_${naam || "zonder-naam"}_${now.slice(0, 10)}.json`;
}

/** How deep the text goes, and whether it stops before everything is closed. */
function scan(text: string): { diepte: number; afgebroken: boolean } {
  let depth = 0;
  let diepte = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (quoted) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x7b || code === 0x5b) diepte = Math.max(diepte, depth += 1);
    else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return { diepte, afgebroken: diepte > 0 && (quoted || depth > 0) };
}

function parsed(text: string, afgebroken: boolean): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (afgebroken) {
      throw new FileFormatError(
        "afgebroken",
        "Dit bestand is niet compleet; het einde ontbreekt.",
      );
    }
    throw new FileFormatError(
      "geen-json",
      "Dit bestand is geen dossier van deze handreiking.",
    );
  }
}

/** Returns the value when it is a dossier of a version that we know. */
function recognise(value: unknown): Values {
  if (!isValues(value) || value.formaat !== FORMAAT) throw otherFormat();
  const { formaatversie } = value;
  if (typeof formaatversie !== "number" || !Number.isInteger(formaatversie) || formaatversie < 1) {
    throw otherFormat();
  }
  if (formaatversie > FORMAATVERSIE) {
    throw new FileFormatError(
      "nieuwer",
      "Dit bestand komt uit een nieuwere versie van deze site; open het daar.",
    );
  }
  refuseTricks(value);
  return value;
}

const TRICKS = ["__proto__", "constructor", "prototype"];

/** Refuses keys that no dossier has and that can change how other code works. */
function refuseTricks(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  if (TRICKS.some((key) => Object.hasOwn(value, key))) {
    throw new FileFormatError(
      "verdacht",
      "In dit bestand staat iets dat niet in een dossier hoort; het is niet geopend.",
    );
  }
  for (const part of Object.values(value)) refuseTricks(part);
}

/** Returns a dossier of the present version. What we do not know is left out. */
function read(value: Values): Dossier {
  const kop = values(value.dossier, "dossier");
  const punten = values(value.punten, "punten");
  const eigen = value.eigen_punten ?? [];
  if (!Array.isArray(eigen)) throw wrong("eigen_punten");
  if (Object.keys(punten).length + eigen.length > LIMITS.punten) throw tooBig();
  const eigen_punten = eigen.map((punt, index) => readEigenPunt(punt, index));
  if (new Set(eigen_punten.map((punt) => punt.id)).size < eigen.length) throw wrong("eigen_punten");
  return {
    formaat: FORMAAT,
    formaatversie: FORMAATVERSIE,
    inhoudsversie: matched(value.inhoudsversie, VERSIE, "inhoudsversie"),
    dossier: {
      id: matched(kop.id, DOSSIER_ID, "dossier.id"),
      naam: field(kop.naam, "dossier.naam"),
      gemeente: field(kop.gemeente ?? "", "dossier.gemeente"),
      gemaakt: moment(kop.gemaakt, "dossier.gemaakt"),
      gewijzigd: moment(kop.gewijzigd, "dossier.gewijzigd"),
      bestand: kop.bestand === undefined || kop.bestand === ""
        ? ""
        : moment(kop.bestand, "dossier.bestand"),
    },
    punten: Object.fromEntries(
      Object.entries(punten).map(([id, antwoord]) => [
        matched(id, PUNT_ID, id),
        readAntwoord(values(antwoord, id), id),
      ]),
    ),
    eigen_punten,
  };
}

function readEigenPunt(value: unknown, index: number): EigenPunt {
  const place = `eigen punt ${index + 1}`;
  const punt = values(value, place);
  return {
    id: matched(punt.id, EIGEN_ID, place),
    stap: matched(punt.stap, PUNT_ID, place),
    ...readAntwoord(punt, place),
  };
}

const STATUSES: readonly unknown[] = ["open", "bezig", "gedaan", "nvt"] satisfies Status[];

function readAntwoord(value: Values, place: string): Antwoord {
  if (!STATUSES.includes(value.status)) throw wrong(place);
  return {
    status: value.status as Status,
    reden: field(value.reden ?? "", place),
    notitie: field(value.notitie ?? "", place),
    trekker: field(value.trekker ?? "", place),
    datum: day(value.datum ?? "", place),
    vingerafdruk: matched(value.vingerafdruk ?? "", VINGERAFDRUK, place),
    tekst: field(value.tekst ?? "", place),
    gewijzigd: moment(value.gewijzigd, place),
  };
}

const PUNT_ID = /^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/;
const EIGEN_ID = /^(?=.{7,60}$)eigen(-[a-z0-9]+)+$/;
const DOSSIER_ID = /^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/;
const VERSIE = /^\d{4}\.\d{1,3}$/;
const VINGERAFDRUK = /^([0-9a-f]{8})?$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/;
const DAG = /^\d{4}-\d\d-\d\d$/;

function isValues(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function values(value: unknown, place: string): Values {
  if (!isValues(value)) throw wrong(place);
  return value;
}

function field(value: unknown, place: string): string {
  if (typeof value !== "string") throw wrong(place);
  if (value.length > LIMITS.veld) throw tooLong(place, LIMITS.veld);
  return visible(value);
}

function matched(value: unknown, pattern: RegExp, place: string): string {
  if (typeof value !== "string" || !pattern.test(value)) throw wrong(place);
  return value;
}

function moment(value: unknown, place: string): string {
  const text = matched(value, MOMENT, place);
  if (Number.isNaN(Date.parse(text))) throw wrong(place);
  return text;
}

function day(value: unknown, place: string): string {
  if (value === "") return "";
  const text = matched(value, DAG, place);
  // 31 February is a date for `Date.parse`; written back it becomes another day.
  const parsed = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(parsed) || new Date(parsed).toISOString().slice(0, 10) !== text) {
    throw wrong(place);
  }
  return text;
}

function clipped(place: string): string {
  const shown = visible(place);
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
}

function wrong(place: string): FileFormatError {
  return new FileFormatError(
    "inhoud",
    `Wat er bij ‘${clipped(place)}’ staat, klopt niet.`,
  );
}

function tooLong(place: string, most: number): FileFormatError {
  return new FileFormatError(
    "inhoud",
    `De tekst bij ‘${clipped(place)}’ is te lang; maak hem korter dan ${most} tekens.`,
  );
}

function otherFormat(): FileFormatError {
  return new FileFormatError(
    "ander-formaat",
    "Dit bestand is geen dossier van deze handreiking.",
  );
}

function tooBig(): FileFormatError {
  return new FileFormatError("te-groot", "Dit bestand is te groot voor een dossier.");
}

function encoding(): FileFormatError {
  return new FileFormatError(
    "codering",
    "De letters in dit bestand zijn niet leesbaar; bewaar het opnieuw als UTF-8.",
  );
}
