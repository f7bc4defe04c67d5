/** The agenda of a meeting: the open points, per role, with room for what is decided. */
import { dayWords } from "../dates.ts";
import type { Antwoord, Dossier, GidsGegevens } from "../dossier/types.ts";
import type { Block, Inline, Lines, Stuk } from "./blocks.ts";
import { colofon, stuk, zichtBlock } from "./colofon.ts";
import { answered, type Genoteerd, groupOf, ownPunten, type Zicht } from "./stand.ts";
import { blank, counted, legal, roleName, run, typed } from "./words.ts";

const TITLE = "Agenda voor overleg";

/**
 * Returns the agenda of a dossier; `hoogstens` keeps it to what fits in a meeting.
 *
 * Points under way come first, then the basis, then what deepens; within that the order of the
 * guide. A point stands under the role that leads it, or under the role that the user named.
 */
export function agenda(
  dossier: Dossier,
  gids: GidsGegevens,
  zicht?: Zicht,
  hoogstens = Infinity,
): Stuk {
  const open = answered(dossier, gids, zicht)
    .filter(({ antwoord }) => groupOf(antwoord) === "te doen")
    .sort((a, b) => urgency(a) - urgency(b));
  const own = ownPunten(dossier, gids).filter(({ punt }) => groupOf(punt) === "te doen");
  const chosen = open.slice(0, hoogstens);
  const later = open.slice(hoogstens);
  return stuk(dossier, gids, TITLE, [
    ...opening(dossier, gids, zicht),
    heading(1, "Opening", "opening"),
    body([blank("Agenda vaststellen. Afspraken van het vorige overleg nalopen.")]),
    ...perRole(chosen, gids),
    ...ownItems(own),
    ...(chosen.length || own.length ? [] : [
      heading(1, "Open punten", "open-punten"),
      body([run("Er staan geen punten open.")]),
    ]),
    ...laterItems(later),
    heading(1, "Rondvraag en volgend overleg", "rondvraag"),
    lines([
      { label: "Rondvraag", text: [blank("wat verder ter tafel komt")] },
      { label: "Volgend overleg", text: [blank("datum, tijd en plaats")] },
    ]),
    ...colofon(dossier, gids),
  ]);
}

function urgency({ punt, antwoord }: Genoteerd): number {
  if (antwoord.status === "bezig") return 0;
  return punt.niveau === "basis" ? 1 : 2;
}

function opening(dossier: Dossier, gids: GidsGegevens, zicht?: Zicht): Block[] {
  const { naam, gemeente } = dossier.dossier;
  return [
    { kind: "title", kicker: gids.titel, text: TITLE, subtitle: gemeente.trim() },
    {
      kind: "facts",
      facts: [
        ...(gemeente.trim() ? [] : [{ term: "Gemeente", text: [blank("naam van de gemeente")] }]),
        { term: "Dossier", text: [typed(naam, "naam van het dossier")] },
        { term: "Overleg", text: [blank("datum, tijd en plaats")] },
        { term: "Voorzitter", text: [blank("naam of functie")] },
        { term: "Aanwezig", text: [blank("namen of functies")] },
      ],
    },
    ...zichtBlock(zicht),
    {
      kind: "paragraph",
      role: "note",
      text: [
        run(
          "Vul de besluiten in. Dan is deze agenda ook het verslag. " +
            "Bespreek beleid en geen gezinnen: noteer geen namen of andere gegevens van kinderen en ouders.",
        ),
      ],
    },
  ];
}

function perRole(items: readonly Genoteerd[], gids: GidsGegevens): Block[] {
  return Object.keys(gids.rollen).concat("").flatMap((rol) => {
    const mine = items.filter((item) => leader(item, gids) === rol);
    if (!mine.length) return [];
    const name = rol ? roleName(gids, rol) : "Andere trekkers";
    return [
      heading(1, `${name} (${counted(mine.length)})`, `rol-${rol || "anders"}`),
      ...mine.flatMap((item) => agendaItem(item, gids)),
    ];
  });
}

/** Returns the id of the role that leads a point, or nothing when the guide does not know it. */
function leader({ punt, antwoord }: Genoteerd, gids: GidsGegevens): string {
  const named = antwoord.trekker.trim().toLowerCase();
  const found = named &&
    Object.keys(gids.rollen).find((id) =>
      [gids.rollen[id].kort, gids.rollen[id].naam].some((name) => name.toLowerCase() === named)
    );
  return found || (Object.hasOwn(gids.rollen, punt.trekker) ? punt.trekker : "");
}

function agendaItem({ punt, antwoord }: Genoteerd, gids: GidsGegevens): Block[] {
  return [
    heading(2, `${punt.code} ${punt.tekst}`, `punt-${punt.id}`),
    lines([
      { label: "Waarom", text: [run(punt.waarom), ...legal(punt)] },
      ...remarks(antwoord),
      { label: "Wat besluiten wij?", text: [blank("besluit")] },
      { label: "Wie en wanneer?", text: whoAndWhen(antwoord, roleName(gids, punt.trekker)) },
    ]),
  ];
}

function ownItems(own: ReturnType<typeof ownPunten>): Block[] {
  if (!own.length) return [];
  return [
    heading(1, `Onze eigen punten (${counted(own.length)})`, "eigen-punten"),
    ...own.flatMap(({ punt, stap }): Block[] => [
      heading(2, punt.tekst.trim(), `punt-${punt.id}`),
      lines([
        { label: "Bij stap", text: [run(stap)] },
        ...remarks(punt),
        { label: "Wat besluiten wij?", text: [blank("besluit")] },
        { label: "Wie en wanneer?", text: whoAndWhen(punt) },
      ]),
    ]),
  ];
}

function laterItems(later: readonly Genoteerd[]): Block[] {
  if (!later.length) return [];
  return [
    heading(1, "Nog niet op deze agenda", "later"),
    body([
      run(
        `${counted(later.length)} ${later.length === 1 ? "staat" : "staan"} ook nog open: ${
          later.map(({ punt }) => punt.code).join(", ")
        }.`,
      ),
    ]),
  ];
}

/** Returns what was noted, each paragraph on a line of its own. */
function remarks(antwoord: Antwoord): { label: string; text: Inline }[] {
  const stand = {
    open: "",
    bezig: "Bezig",
    gedaan: "",
    nvt: "Niet van toepassing, maar de reden ontbreekt nog",
  }[antwoord.status];
  return [
    { label: "Stand", text: stand },
    { label: "Reden", text: antwoord.reden.trim() },
    { label: "Notitie", text: antwoord.notitie.trim() },
  ].filter(({ text }) => text).map(({ label, text }) => ({ label, text: [run(text)] }));
}

function whoAndWhen({ trekker, datum }: Antwoord, proposal = ""): Inline {
  const who = typed(trekker, "wie");
  const hint = who.look === "blank" && proposal ? ` (voorstel: ${proposal})` : "";
  return [who, run(`${hint}, `), typed(dayWords(datum), "wanneer")];
}

function lines(lines: Lines["lines"]): Lines {
  return { kind: "lines", lines };
}

function heading(level: 1 | 2, text: string, id: string): Block {
  return { kind: "heading", level, text: text.replace(/\s+/g, " ").trim(), id };
}

function body(text: Inline): Block {
  return { kind: "paragraph", role: "body", text };
}
