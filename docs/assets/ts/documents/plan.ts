/** The plan van aanpak: what a dossier says, chapter by chapter, and what is still to be filled in. */
import { dayWords } from "../dates.ts";
import { puntenOf } from "../dossier/model.ts";
import type { Antwoord, Dossier, GidsGegevens } from "../dossier/types.ts";
import type { Block, Cell, Heading, Inline, Look, Stuk, Table } from "./blocks.ts";
import { colofon, stuk, zichtBlock } from "./colofon.ts";
import { CHECK } from "./house.ts";
import {
  answered,
  type Bewaard,
  type Genoteerd,
  type Groep,
  groupOf,
  kept,
  ownPunten,
  type Zicht,
} from "./stand.ts";
import { blank, counted, dayOf, legal, noted, paragraphs, roleName, run, typed } from "./words.ts";

const TITLE = "Plan van aanpak";

/** Returns the plan of a dossier. Only the words of the guide and of the user stand in it. */
export function plan(dossier: Dossier, gids: GidsGegevens, zicht?: Zicht): Stuk {
  const punten = answered(dossier, gids, zicht);
  const hoofdstukken = chapters(gids, punten);
  // With a lens on, a point that is not here may be done all the same.
  const here = zicht ? " in deze selectie" : "";
  return stuk(dossier, gids, TITLE, [
    ...opening(dossier, gids, zicht),
    ...whyAndWhat(),
    ...overview(hoofdstukken),
    ...hoofdstukken.flatMap((hoofdstuk) => chapter(hoofdstuk, gids, here)),
    ...ownChapter(dossier, gids),
    ...accounting(punten, here),
    ...keptChapter(dossier, gids),
    ...sources(punten, gids),
    ...colofon(dossier, gids),
  ]);
}

interface Hoofdstuk {
  readonly id: string;
  readonly titel: string;
  readonly toelichting: string;
  readonly punten: readonly Genoteerd[];
}

/** Returns the chapters with their points; a point without a known chapter gets one at the end. */
function chapters(gids: GidsGegevens, punten: readonly Genoteerd[]): Hoofdstuk[] {
  const known = new Set(gids.hoofdstukken.map((hoofdstuk) => hoofdstuk.id));
  const rest = punten.filter(({ punt }) => !known.has(punt.plan));
  return [
    ...gids.hoofdstukken.map((hoofdstuk) => ({
      ...hoofdstuk,
      punten: punten.filter(({ punt }) => punt.plan === hoofdstuk.id),
    })),
    ...(rest.length
      ? [{
        id: "overig",
        titel: "Overige punten",
        toelichting: "Wat hoort er nog bij?",
        punten: rest,
      }]
      : []),
  ];
}

function opening(dossier: Dossier, gids: GidsGegevens, zicht?: Zicht): Block[] {
  const { naam, gemeente, gewijzigd } = dossier.dossier;
  return [
    { kind: "title", kicker: gids.titel, text: TITLE, subtitle: gemeente.trim() },
    {
      kind: "facts",
      facts: [
        ...(gemeente.trim() ? [] : [{ term: "Gemeente", text: [blank("naam van de gemeente")] }]),
        { term: "Dossier", text: [typed(naam, "naam van het dossier")] },
        { term: "Stand van", text: [typed(dayWords(dayOf(gewijzigd)), "datum")] },
        { term: "Opdracht van", text: [blank("wethouder en burgemeester")] },
        { term: "Vastgesteld", text: [blank("door wie en op welke datum")] },
      ],
    },
    ...zichtBlock(zicht),
    {
      kind: "paragraph",
      role: "note",
      text: [
        run("Wat tussen "),
        blank("rechte haken"),
        run(
          " staat, vult u zelf in of haalt u weg. Zoek op het teken [ om niets over te slaan. " +
            "Dit plan gaat over beleid. Zet er geen namen of andere gegevens van kinderen en ouders in.",
        ),
      ],
    },
    { kind: "contents" },
  ];
}

function whyAndWhat(): Block[] {
  return [
    heading(1, "Aanleiding en doel", "aanleiding-en-doel"),
    heading(2, "Aanleiding", "aanleiding"),
    body([blank("Waarom maken wij dit plan en waarom nu? Gebruik cijfers zonder namen.")]),
    heading(2, "Doel", "doel"),
    body([
      blank("Wat is er straks anders voor kinderen en ouders? Hoe en wanneer merken wij dat?"),
    ]),
  ];
}

const GROUPS: readonly Groep[] = ["gedaan", "te doen", "nvt"];

function overview(hoofdstukken: readonly Hoofdstuk[]): Block[] {
  const row = (name: string, punten: readonly Genoteerd[], look: Look = ""): Cell[] => {
    const counts = GROUPS.map((group) => inGroup(punten, group).length);
    return [name, ...counts, punten.length].map((value) => [[run(String(value), look)]]);
  };
  return [
    heading(1, "Waar staan wij nu?", "stand"),
    table(
      "Stand per hoofdstuk",
      ["Hoofdstuk", "Geregeld", "Te doen", "Niet van toepassing", "Samen"],
      [44, 13, 12, 19, 12],
      [
        ...hoofdstukken.map((hoofdstuk) => row(hoofdstuk.titel, hoofdstuk.punten)),
        row("Alle hoofdstukken", hoofdstukken.flatMap((hoofdstuk) => hoofdstuk.punten), "strong"),
      ],
    ),
  ];
}

function chapter(hoofdstuk: Hoofdstuk, gids: GidsGegevens, here: string): Block[] {
  const { id, titel, toelichting, punten } = hoofdstuk;
  const done = inGroup(punten, "gedaan");
  const todo = inGroup(punten, "te doen");
  const codes = inGroup(punten, "nvt").map(({ punt }) => punt.code);
  return [
    heading(1, titel, `hoofdstuk-${id}`),
    { kind: "paragraph", role: "lead", text: [run(toelichting)] },
    body([blank("Geef hier in een paar zinnen antwoord op deze vraag.")]),
    heading(2, "Dit is geregeld", `geregeld-${id}`),
    done.length
      ? { kind: "ticks", ticks: done.map(doneTick) }
      : body([run(`Bij dit hoofdstuk is${here} nog geen punt afgevinkt.`)]),
    heading(2, "Dit gaan wij doen", `te-doen-${id}`),
    todo.length
      ? actions(`Acties bij ${titel}`, todo.map((item) => actionRow(item, gids)))
      : body([run(`Bij dit hoofdstuk staat${here} geen punt meer open.`)]),
    ...(codes.length
      ? [
        body([
          run(`Niet van toepassing: ${codes.join(", ")}. De redenen staan bij ‘Verantwoording’.`),
        ]),
      ]
      : []),
  ];
}

function doneTick(item: Genoteerd): { text: Inline; lines: Inline[] } {
  const { punt, antwoord } = item;
  return {
    text: [run(punt.code, "code"), run(" "), run(punt.tekst), ...legal(punt)],
    lines: [...whoAndWhen(antwoord), ...remarks(item)],
  };
}

function actionRow(item: Genoteerd, gids: GidsGegevens): Cell[] {
  const { punt, antwoord } = item;
  const proposal = [run(`voorstel: ${roleName(gids, punt.trekker)}`, "source")];
  return [
    [[run(punt.code, "code")]],
    [[run(punt.tekst), ...legal(punt)], ...state(antwoord), ...remarks(item)],
    antwoord.trekker.trim() ? [[run(antwoord.trekker.trim())]] : [[blank("wie")], proposal],
    [[dated(antwoord)]],
  ];
}

function ownChapter(dossier: Dossier, gids: GidsGegevens): Block[] {
  const own = ownPunten(dossier, gids);
  if (!own.length) return [];
  return [
    heading(1, "Onze eigen punten", "eigen-punten"),
    table(
      "Eigen punten",
      ["Punt", "Status", "Trekker", "Klaar op"],
      [50, 16, 18, 16],
      own.map(({ punt, stap }) => [
        [[run(punt.tekst)], [run(`bij stap ${stap}`, "source")], ...notes(punt)],
        [[run(standOf(punt))]],
        ...(groupOf(punt) === "te doen"
          ? [[[typed(punt.trekker, "wie")]], [[dated(punt)]]]
          : [[[run(punt.trekker.trim() || "–")]], [[run(dayWords(punt.datum) || "–")]]]),
      ]),
    ),
  ];
}

function accounting(punten: readonly Genoteerd[], here: string): Block[] {
  const nvt = inGroup(punten, "nvt");
  return [
    heading(1, "Verantwoording", "verantwoording"),
    ...(nvt.length
      ? [
        body([
          run(
            `Bij ons ${nvt.length === 1 ? "is" : "zijn"} ${
              counted(nvt.length)
            } niet van toepassing. Dit zijn de redenen.`,
          ),
        ]),
        table(
          "Punten die niet van toepassing zijn",
          ["Code", "Punt", "Reden"],
          [11, 45, 44],
          nvt.map((item) => [
            [[run(item.punt.code, "code")]],
            [[run(item.punt.tekst), ...legal(item.punt)]],
            [
              ...paragraphs(item.antwoord.reden).map((part) => [run(part)]),
              ...whoAndWhen(item.antwoord),
              ...noted("Notitie", item.antwoord.notitie),
              ...changed(item),
            ],
          ]),
        ),
      ]
      : [
        body([
          run(`Wij hebben${here} geen enkel punt met een reden op ‘niet van toepassing’ gezet.`),
        ]),
      ]),
  ];
}

function keptChapter(dossier: Dossier, gids: GidsGegevens): Block[] {
  const items = kept(dossier, gids);
  if (!items.length) return [];
  return [
    heading(1, "Bewaard uit een eerdere versie", "bewaard"),
    body([run("Deze punten staan niet meer in de gids. Wat u erbij noteerde, is bewaard.")]),
    table(
      "Bewaarde punten",
      ["Punt", "Stand", "Genoteerd"],
      [45, 16, 39],
      items.map((item) => [
        [[run(item.antwoord.tekst || item.id)], ...dropped(item, gids)],
        [[run(standOf(item.antwoord))]],
        or([...whoAndWhen(item.antwoord), ...notes(item.antwoord)], "Geen notitie."),
      ]),
    ),
  ];
}

function dropped({ reden, door }: Bewaard, gids: GidsGegevens): Inline[] {
  const codes = puntenOf(gids).filter(({ id }) => door.includes(id)).map(({ code }) => code);
  return [[
    run([reden, codes.length ? `Zie nu ${codes.join(", ")}.` : ""].join(" ").trim(), "source"),
  ]];
}

function sources(punten: readonly Genoteerd[], gids: GidsGegevens): Block[] {
  const used = Object.keys(gids.bronnen)
    .map((id) => ({
      bron: gids.bronnen[id],
      codes: punten.filter(({ punt }) => punt.bronnen.includes(id)).map(({ punt }) => punt.code),
    }))
    .filter(({ codes }) => codes.length);
  return [
    heading(1, "Bronnen", "bronnen"),
    body([
      run(
        "Deze bronnen noemt de gids bij de punten in dit plan. Controleer de geldende tekst en de datum. " +
          `Een punt kan ook een ${gids.redactieteken} zijn; dat staat bij het punt in de gids.`,
      ),
    ]),
    ...(used.length
      ? [table(
        "Bronnen bij de punten",
        ["Bron", "Titel", "Bij"],
        [27, 43, 30],
        used.map(({ bron, codes }) => [
          [[run(bron.kort)], ...(bron.onbevestigd ? [[run("niet bevestigd", "mark")]] : [])],
          [[{ ...run(bron.titel), lang: bron.taal }]],
          [[run(codes.join(", "))]],
        ]),
      )]
      : []),
  ];
}

const STATUS = {
  open: "Open",
  bezig: "Bezig",
  gedaan: `${CHECK} Gedaan`,
  nvt: "Niet van toepassing",
} as const;

function standOf(antwoord: Antwoord): string {
  const isUnexplained = antwoord.status === "nvt" && groupOf(antwoord) !== "nvt";
  return isUnexplained ? `${STATUS.nvt}, de reden ontbreekt nog` : STATUS[antwoord.status];
}

function inGroup(punten: readonly Genoteerd[], group: Groep): Genoteerd[] {
  return punten.filter(({ antwoord }) => groupOf(antwoord) === group);
}

function state(antwoord: Antwoord): Inline[] {
  if (antwoord.status === "bezig") return [[run("Bezig", "strong")]];
  if (antwoord.status !== "nvt") return [];
  return [[
    run("Gekozen: niet van toepassing. De reden ontbreekt nog: ", "strong"),
    blank("reden"),
  ]];
}

/** Returns everything somebody noted in words. */
function notes(antwoord: Antwoord): Inline[] {
  return [...noted("Reden", antwoord.reden), ...noted("Notitie", antwoord.notitie)];
}

function remarks(item: Genoteerd): Inline[] {
  return [...notes(item.antwoord), ...changed(item)];
}

function changed({ eerder }: Genoteerd): Inline[] {
  return eerder
    ? [[run("De tekst is sindsdien gewijzigd. Er stond: ", "strong"), run(`‘${eerder}’`)]]
    : [];
}

function whoAndWhen({ trekker, datum }: Antwoord): Inline[] {
  const parts = [
    trekker.trim() && `Trekker: ${trekker.trim()}`,
    datum && `Datum: ${dayWords(datum)}`,
  ].filter(Boolean);
  return parts.length ? [[run(parts.join(" · "), "source")]] : [];
}

function dated({ datum }: Antwoord) {
  return typed(dayWords(datum), "datum");
}

function or(cell: Cell, otherwise: string): Cell {
  return cell.length ? cell : [[run(otherwise)]];
}

function actions(title: string, rows: readonly Cell[][]): Table {
  return table(title, ["Code", "Actie", "Trekker", "Klaar op"], [10, 51, 23, 16], rows);
}

function table(
  title: string,
  head: readonly string[],
  widths: readonly number[],
  rows: readonly Cell[][],
): Table {
  return { kind: "table", title, head, widths, rows };
}

function heading(level: 1 | 2, text: string, id: string): Heading {
  return { kind: "heading", level, text: text.replace(/\s+/g, " ").trim(), id };
}

function body(text: Inline): Block {
  return { kind: "paragraph", role: "body", text };
}
