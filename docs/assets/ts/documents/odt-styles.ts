/** The styles of the ODT: real headings that count, one look for paper, tables and what is blank. */
import type { Stuk } from "./blocks.ts";
import {
  BLANK,
  BRAND,
  FONT,
  INK,
  LINE,
  LOCALES,
  MEASURE,
  PAGE,
  PLANE,
  SOFT,
  SYMBOLS,
  TYPE,
  WARNING,
} from "./house.ts";
import { Markup, markup } from "./markup.ts";

const ODF = "urn:oasis:names:tc:opendocument:xmlns:";

export const NAMESPACES = new Markup(
  [
    ...["office", "style", "text", "table", "meta"].map((name) => [name, `${ODF}${name}:1.0`]),
    ["fo", `${ODF}xsl-fo-compatible:1.0`],
    ["svg", `${ODF}svg-compatible:1.0`],
    ["dc", "http://purl.org/dc/elements/1.1/"],
    ["xlink", "http://www.w3.org/1999/xlink"],
  ].map(([name, address]) => `xmlns:${name}="${address}"`).join(" "),
);

const BOLD =
  'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"';
const SMALL = `fo:font-size="${TYPE.small}pt"`;

/** Returns `styles.xml`, with the head and foot of each page. */
export function styles(stuk: Stuk): Markup {
  return markup`<?xml version="1.0" encoding="UTF-8"?>
    <office:document-styles ${NAMESPACES} office:version="1.3">
      <office:font-face-decls>
        ${
    [FONT, SYMBOLS].map((font) =>
      markup`<style:font-face style:name="${font}" svg:font-family="'${font}'" style:font-family-generic="swiss" style:font-pitch="variable"/>`
    )
  }
      </office:font-face-decls>
      <office:styles>
        <style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2" style:tab-stop-distance="10mm" style:writing-mode="lr-tb"/><style:text-properties style:font-name="${FONT}" style:font-name-asian="${FONT}" style:font-name-complex="${FONT}" fo:font-size="${TYPE.body}pt" fo:color="${INK}" fo:language="nl" fo:country="NL" style:language-asian="none" style:country-asian="none" style:language-complex="none" style:country-complex="none"/></style:default-style>
        ${PARAGRAPHS.map(paragraph)}
        ${
    CHARACTERS.map(([name, properties]) =>
      markup`<style:style style:name="${name}" style:display-name="${
        display(name)
      }" style:family="text"><style:text-properties ${new Markup(properties)}/></style:style>`
    )
  }
        <text:outline-style style:name="Outline">${[1, 2, 3].map(outlineLevel)}</text:outline-style>
        <style:style style:name="Sect" style:family="section"/>
      </office:styles>
      <office:automatic-styles>${layout("Blad", true)}${
    layout("Blad1", false)
  }</office:automatic-styles>
      <office:master-styles>
        <style:master-page style:name="Standard" style:page-layout-name="Blad"><style:header><text:p text:style-name="Header">${
    stuk.kop[0]
  }<text:tab/>${stuk.kop[1]}</text:p></style:header>${footer(stuk)}</style:master-page>
        <style:master-page style:name="Eerste" style:page-layout-name="Blad1" style:next-style-name="Standard">${
    footer(stuk)
  }</style:master-page>
      </office:master-styles>
    </office:document-styles>`;
}

interface Look {
  readonly name: string;
  readonly parent?: string;
  readonly next?: string;
  readonly p?: string;
  readonly t?: string;
  readonly level?: number;
  /** A tab stop: its place in millimetres, and the side of it that the text stands on. */
  readonly tab?: readonly [number, "left" | "right"];
}

const RULE = `0.5pt solid ${LINE}`;
const SPACE = (before: number, after: number) =>
  `fo:margin-top="${before}mm" fo:margin-bottom="${after}mm"`;
const HANGING = (indent: number) => `fo:margin-left="${indent}mm" fo:text-indent="-${indent}mm"`;
const KEEP = 'fo:keep-with-next="always"';

const PARAGRAPHS: readonly Look[] = [
  { name: "Standard", parent: "", p: 'fo:line-height="128%"' },
  { name: "Text_20_body", p: SPACE(0, 2) },
  {
    name: "Kicker",
    p: `fo:border-top="3pt solid ${BRAND}" fo:padding-top="3mm" fo:padding-bottom="0mm" fo:padding-left="0mm" fo:padding-right="0mm" ${
      SPACE(0, 1)
    } ${KEEP}`,
    t: `${BOLD} fo:color="${BRAND}"`,
    next: "Title",
  },
  {
    name: "Title",
    p: `${SPACE(0, 2)} fo:line-height="105%" ${KEEP}`,
    t: `${BOLD} fo:font-size="${TYPE.title}pt"`,
  },
  { name: "Subtitle", p: SPACE(0, 3), t: `fo:font-size="14pt"` },
  { name: "Heading", p: `${KEEP} fo:keep-together="always" fo:line-height="112%"`, t: BOLD },
  {
    name: "Heading_20_1",
    parent: "Heading",
    level: 1,
    p: `${
      SPACE(9, 2)
    } fo:border-top="0.75pt solid ${BRAND}" fo:padding-top="2mm" fo:padding-bottom="0mm" fo:padding-left="0mm" fo:padding-right="0mm"`,
    t: `fo:font-size="${TYPE.heading[0]}pt" fo:color="${BRAND}"`,
  },
  {
    name: "Heading_20_2",
    parent: "Heading",
    level: 2,
    p: SPACE(4, 1.5),
    t: `fo:font-size="${TYPE.heading[1]}pt"`,
  },
  {
    name: "Heading_20_3",
    parent: "Heading",
    level: 3,
    p: SPACE(3, 1),
    t: `fo:font-size="${TYPE.heading[2]}pt"`,
  },
  {
    name: "Vraag",
    parent: "Text_20_body",
    p: `${SPACE(0, 2)} ${KEEP}`,
    t: `fo:font-size="${TYPE.lead}pt"`,
  },
  {
    name: "Toelichting",
    parent: "Text_20_body",
    p: SPACE(1.5, 2),
    t: `${SMALL} fo:color="${SOFT}"`,
  },
  { name: "Feit", p: `${HANGING(32)} fo:margin-bottom="1.2mm"`, tab: [0, "left"] },
  {
    name: "Vinkregel",
    p: `${HANGING(7)} ${SPACE(1, 0.6)} fo:keep-together="always"`,
    tab: [0, "left"],
  },
  {
    name: "Vinktekst",
    p: `fo:margin-left="7mm" fo:margin-bottom="0.8mm"`,
    t: `fo:font-size="9.5pt"`,
  },
  { name: "Slotregel", parent: "Schrijfregel", p: 'fo:keep-with-next="auto"', tab: [0, "left"] },
  {
    name: "Schrijfregel",
    p: `${HANGING(36)} ${
      SPACE(0.8, 0)
    } fo:border-bottom="${RULE}" fo:padding-bottom="1.2mm" fo:padding-top="0mm" fo:padding-left="0mm" fo:padding-right="0mm" style:join-border="false" fo:keep-together="always" ${KEEP}`,
    tab: [0, "left"],
  },
  {
    name: "Table_20_Contents",
    p: 'fo:line-height="120%" fo:margin-bottom="0.8mm"',
    t: 'fo:font-size="9pt"',
  },
  { name: "Table_20_Heading", parent: "Table_20_Contents", p: KEEP, t: BOLD },
  {
    name: "Contents_20_Heading",
    parent: "Heading",
    p: SPACE(6, 2),
    t: `fo:font-size="${TYPE.heading[0]}pt" fo:color="${BRAND}"`,
  },
  { name: "Contents_20_1", p: `${HANGING(9)} fo:margin-bottom="1mm"`, tab: [0, "left"] },
  {
    name: "Header",
    p: `fo:padding-bottom="1mm" fo:border-bottom="${RULE}"`,
    t: `${SMALL} fo:color="${SOFT}"`,
    tab: [MEASURE, "right"],
  },
  {
    name: "Footer",
    p: `fo:padding-top="1mm" fo:border-top="${RULE}"`,
    t: `${SMALL} fo:color="${SOFT}"`,
    tab: [MEASURE, "right"],
  },
];

const CHARACTERS: readonly (readonly [string, string])[] = [
  ["Strong_20_Emphasis", BOLD],
  ["Invullen", `fo:background-color="${BLANK}" fo:color="${WARNING}" fo:font-style="italic"`],
  ["Merk", `${SMALL} fo:color="${WARNING}" fo:border="0.5pt solid ${WARNING}" fo:padding="0.3mm"`],
  ["Bronvermelding", `${SMALL} fo:color="${SOFT}"`],
  ["Puntcode", BOLD],
  ["Vink", `style:font-name="${SYMBOLS}" ${BOLD}`],
  ["Inhoudlink", `fo:color="${INK}" style:text-underline-style="none"`],
  ...Object.entries(LOCALES).map(([lang, locale]) => {
    const [language, country] = locale.split("-");
    return [`Taal_20_${lang}`, `fo:language="${language}" fo:country="${country}"`] as const;
  }),
];

function paragraph({ name, parent = "Standard", next, p = "", t = "", level, tab }: Look): Markup {
  return markup`<style:style style:name="${name}" style:display-name="${
    display(name)
  }" style:family="paragraph" style:class="text"${
    parent && markup` style:parent-style-name="${parent}"`
  }${next || level ? markup` style:next-style-name="${next ?? "Text_20_body"}"` : ""}${
    level ? markup` style:default-outline-level="${level}"` : ""
  }><style:paragraph-properties ${new Markup(p)}>${
    tab
      ? markup`<style:tab-stops><style:tab-stop style:position="${tab[0]}mm" style:type="${
        tab[1]
      }"/></style:tab-stops>`
      : ""
  }</style:paragraph-properties><style:text-properties ${new Markup(t)}/></style:style>`;
}

/** Returns the styles of the cells: heads under a strong line, the rest under a thin one. */
export function cellStyles(): Markup[] {
  return [
    cellStyle("Kopcel", `fo:background-color="${PLANE}" fo:border-bottom="1.25pt solid ${INK}"`),
    cellStyle("Cel", `fo:border-bottom="0.5pt solid ${LINE}"`),
  ];
}

function outlineLevel(level: number): Markup {
  if (level > 2) {
    return markup`<text:outline-level-style text:level="${level}" style:num-format=""/>`;
  }
  return markup`<text:outline-level-style text:level="${level}" style:num-format="1" text:display-levels="${level}"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="11mm" fo:text-indent="-11mm" fo:margin-left="11mm"/></style:list-level-properties></text:outline-level-style>`;
}

function cellStyle(name: string, properties: string): Markup {
  return markup`<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties style:vertical-align="top" fo:padding-left="1.2mm" fo:padding-right="1.2mm" fo:padding-top="1.2mm" fo:padding-bottom="0.6mm" ${new Markup(
    properties,
  )}/></style:style>`;
}

function layout(name: string, header: boolean): Markup {
  return markup`<style:page-layout style:name="${name}"><style:page-layout-properties fo:page-width="${PAGE.width}mm" fo:page-height="${PAGE.height}mm" style:print-orientation="portrait" fo:margin-left="${PAGE.left}mm" fo:margin-right="${PAGE.right}mm" fo:margin-top="${PAGE.top}mm" fo:margin-bottom="${PAGE.bottom}mm"/>${
    header
      ? markup`<style:header-style><style:header-footer-properties fo:min-height="6mm" fo:margin-bottom="5mm"/></style:header-style>`
      : ""
  }<style:footer-style><style:header-footer-properties fo:min-height="6mm" fo:margin-top="4mm"/></style:footer-style></style:page-layout>`;
}

function footer(stuk: Stuk): Markup {
  return markup`<style:footer><text:p text:style-name="Footer">${stuk.voet}<text:tab/>Pagina <text:page-number text:select-page="current">1</text:page-number> van <text:page-count>1</text:page-count></text:p></style:footer>`;
}

function display(name: string): string {
  return name.replaceAll("_20_", " ");
}
