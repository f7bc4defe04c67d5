/** The styles of the DOCX: real headings that count, one look for tables and what is blank. */
import {
  BLANK,
  BRAND,
  FONT,
  INK,
  LANGUAGE,
  LINE,
  MEASURE,
  PLANE,
  SOFT,
  SYMBOLS,
  TYPE,
  WARNING,
} from "./house.ts";
import { Markup, markup } from "./markup.ts";

/** Returns a length in twentieths of a point, which Word counts in. */
export function twips(millimetres: number): number {
  return Math.round(millimetres * 1440 / 25.4);
}

const hex = (colour: string) => colour.slice(1).toUpperCase();
const fonts = (font: string) =>
  markup`<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`;
const size = (points: number) =>
  markup`<w:sz w:val="${Math.round(points * 2)}"/><w:szCs w:val="${Math.round(points * 2)}"/>`;
const colour = (value: string) => markup`<w:color w:val="${hex(value)}"/>`;
const BOLD = markup`<w:b/><w:bCs/>`;

interface Look {
  readonly id: string;
  readonly name?: string;
  readonly based?: string;
  readonly next?: string;
  readonly keep?: boolean;
  readonly together?: boolean;
  readonly list?: number;
  readonly rule?: readonly ["top" | "bottom", number, string, number];
  readonly tab?: readonly [number, "left" | "right"];
  readonly space?: readonly [number, number];
  readonly line?: number;
  readonly left?: number;
  readonly hanging?: number;
  readonly level?: number;
  readonly run?: Markup;
}

const PARAGRAPHS: readonly Look[] = [
  { id: "BodyText", name: "Body Text", space: [1, 2] },
  {
    id: "Kicker",
    keep: true,
    rule: ["top", 24, BRAND, 8],
    space: [0, 1],
    next: "Title",
    run: markup`${BOLD}${colour(BRAND)}`,
  },
  {
    id: "Title",
    name: "Title",
    keep: true,
    space: [0, 2],
    line: 1.05,
    next: "BodyText",
    run: markup`${BOLD}${size(TYPE.title)}`,
  },
  { id: "Subtitle", name: "Subtitle", space: [0, 3], next: "BodyText", run: size(14) },
  {
    id: "Heading1",
    name: "heading 1",
    keep: true,
    together: true,
    list: 0,
    rule: ["top", 6, BRAND, 6],
    space: [9, 2],
    line: 1.12,
    level: 0,
    next: "BodyText",
    run: markup`${BOLD}${colour(BRAND)}${size(TYPE.heading[0])}`,
  },
  {
    id: "Heading2",
    name: "heading 2",
    keep: true,
    together: true,
    list: 1,
    space: [4, 1.5],
    line: 1.12,
    level: 1,
    next: "BodyText",
    run: markup`${BOLD}${size(TYPE.heading[1])}`,
  },
  {
    id: "Heading3",
    name: "heading 3",
    keep: true,
    together: true,
    space: [3, 1],
    line: 1.12,
    level: 2,
    next: "BodyText",
    run: markup`${BOLD}${size(TYPE.heading[2])}`,
  },
  { id: "Vraag", based: "BodyText", keep: true, space: [0, 2], run: size(TYPE.lead) },
  {
    id: "Toelichting",
    based: "BodyText",
    space: [1.5, 2],
    run: markup`${colour(SOFT)}${size(TYPE.small)}`,
  },
  { id: "Feit", tab: [32, "left"], left: 32, hanging: 32, space: [0, 1.2] },
  { id: "Vinkregel", together: true, tab: [7, "left"], left: 7, hanging: 7, space: [1, 0.6] },
  { id: "Vinktekst", left: 7, space: [0, 0.8], run: size(9.5) },
  {
    id: "Schrijfregel",
    keep: true,
    together: true,
    rule: ["bottom", 4, LINE, 3],
    tab: [36, "left"],
    left: 36,
    hanging: 36,
    space: [0.8, 0],
  },
  {
    id: "Slotregel",
    together: true,
    rule: ["bottom", 4, LINE, 3],
    tab: [36, "left"],
    left: 36,
    hanging: 36,
    space: [0.8, 0],
  },
  { id: "Tabeltekst", space: [0, 0.8], line: 1.17, run: size(9) },
  { id: "Tabelkop", based: "Tabeltekst", keep: true, space: [0, 0.8], line: 1.17, run: BOLD },
  {
    id: "TOCHeading",
    name: "TOC Heading",
    keep: true,
    space: [6, 2],
    next: "BodyText",
    run: markup`${BOLD}${colour(BRAND)}${size(TYPE.heading[0])}`,
  },
  { id: "TOC1", name: "toc 1", tab: [9, "left"], left: 9, hanging: 9, space: [0, 1] },
  {
    id: "Header",
    name: "header",
    rule: ["bottom", 4, LINE, 3],
    tab: [MEASURE, "right"],
    run: markup`${colour(SOFT)}${size(TYPE.small)}`,
  },
  {
    id: "Footer",
    name: "footer",
    rule: ["top", 4, LINE, 3],
    tab: [MEASURE, "right"],
    run: markup`${colour(SOFT)}${size(TYPE.small)}`,
  },
];

const CHARACTERS: readonly (readonly [string, string, Markup])[] = [
  ["Strong", "Strong", BOLD],
  [
    "Invullen",
    "",
    markup`<w:i/><w:iCs/>${colour(WARNING)}<w:shd w:val="clear" w:color="auto" w:fill="${
      hex(BLANK)
    }"/>`,
  ],
  [
    "Merk",
    "",
    markup`${colour(WARNING)}${
      size(TYPE.small)
    }<w:bdr w:val="single" w:sz="4" w:space="0" w:color="${hex(WARNING)}"/>`,
  ],
  ["Bronvermelding", "", markup`${colour(SOFT)}${size(TYPE.small)}`],
  ["Puntcode", "", BOLD],
  ["Vink", "", markup`${fonts(SYMBOLS)}${BOLD}`],
];

/** Returns the styles; the names that Word knows are its own, so that headings are headings. */
export function styles(): Markup {
  return markup`
    <w:docDefaults>
      <w:rPrDefault><w:rPr>${fonts(FONT)}${colour(INK)}${
    size(TYPE.body)
  }<w:lang w:val="${LANGUAGE}" w:eastAsia="${LANGUAGE}" w:bidi="${LANGUAGE}"/></w:rPr></w:rPrDefault>
      <w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="307" w:lineRule="auto"/></w:pPr></w:pPrDefault>
    </w:docDefaults>
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
    <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
    <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
    <w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>
    ${PARAGRAPHS.map(paragraph)}
    ${
    CHARACTERS.map(([id, name, properties]) =>
      markup`<w:style w:type="character"${custom(name)} w:styleId="${id}"><w:name w:val="${
        name || id
      }"/><w:qFormat/><w:rPr>${properties}</w:rPr></w:style>`
    )
  }
    <w:style w:type="table" w:customStyle="1" w:styleId="Tabel"><w:name w:val="Tabel"/><w:basedOn w:val="TableNormal"/>
      <w:tblPr><w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="${
    hex(LINE)
  }"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="${
    hex(LINE)
  }"/></w:tblBorders><w:tblCellMar><w:top w:w="68" w:type="dxa"/><w:left w:w="68" w:type="dxa"/><w:bottom w:w="34" w:type="dxa"/><w:right w:w="68" w:type="dxa"/></w:tblCellMar></w:tblPr>
      <w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="10" w:space="0" w:color="${
    hex(INK)
  }"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="${
    hex(PLANE)
  }"/></w:tcPr></w:tblStylePr>
    </w:style>`;
}

/** Returns the numbers of the headings: `1`, `1.1`. */
export function numbering(): Markup {
  const levels = [["Heading1", "%1"], ["Heading2", "%1.%2"]] as const;
  return markup`
    <w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>
      ${
    levels.map(([style, words], level) =>
      markup`<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="${style}"/><w:lvlText w:val="${words}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${
        twips(11)
      }" w:hanging="${twips(11)}"/></w:pPr></w:lvl>`
    )
  }
    </w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
}

/** Returns the settings. */
export function settings(): Markup {
  return markup`
    <w:zoom w:percent="100"/>
    <w:defaultTabStop w:val="567"/>
    <w:characterSpacingControl w:val="doNotCompress"/>
    <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
    <w:themeFontLang w:val="${LANGUAGE}"/>
    <w:decimalSymbol w:val=","/>
    <w:listSeparator w:val=";"/>`;
}

/** The order of the elements is fixed by the schema; Word refuses a file that does not keep it. */
function paragraph(look: Look): Markup {
  const { id, name = "", based = "Normal", next, space = [0, 0], line, level } = look;
  return markup`<w:style w:type="paragraph"${custom(name)} w:styleId="${id}"><w:name w:val="${
    name || id
  }"/><w:basedOn w:val="${based}"/>${
    next ? markup`<w:next w:val="${next}"/>` : ""
  }<w:qFormat/><w:pPr>${look.keep ? markup`<w:keepNext/>` : ""}${
    look.together ? markup`<w:keepLines/>` : ""
  }${
    look.list === undefined
      ? ""
      : markup`<w:numPr>${
        look.list ? markup`<w:ilvl w:val="${look.list}"/>` : ""
      }<w:numId w:val="1"/></w:numPr>`
  }${look.rule ? border(look.rule) : ""}${
    look.tab
      ? markup`<w:tabs><w:tab w:val="${look.tab[1]}" w:pos="${twips(look.tab[0])}"/></w:tabs>`
      : ""
  }<w:spacing w:before="${twips(space[0])}" w:after="${twips(space[1])}"${
    line ? markup` w:line="${Math.round(line * 240)}" w:lineRule="auto"` : ""
  }/>${
    look.left
      ? markup`<w:ind w:left="${twips(look.left)}" w:hanging="${twips(look.hanging ?? 0)}"/>`
      : ""
  }${level === undefined ? "" : markup`<w:outlineLvl w:val="${level}"/>`}</w:pPr><w:rPr>${
    look.run ?? ""
  }</w:rPr></w:style>`;
}

function border([side, width, ink, space]: NonNullable<Look["rule"]>): Markup {
  const rule = markup`w:val="single" w:sz="${width}" w:space="${space}" w:color="${hex(ink)}"`;
  // Equal neighbours share one border unless there is one between them.
  const between = side === "bottom" && width === 4 ? markup`<w:between ${rule}/>` : "";
  return markup`<w:pBdr><w:${new Markup(side)} ${rule}/>${between}</w:pBdr>`;
}

function custom(name: string): Markup | string {
  return name ? "" : markup` w:customStyle="1"`;
}
