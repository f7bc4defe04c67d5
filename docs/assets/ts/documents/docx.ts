/** A document as DOCX: headings, tables and language are what they say they are. */
import type { Block, Inline, Look, Run, Stuk, Table } from "./blocks.ts";
import { numbering, settings, styles, twips } from "./docx-styles.ts";
import { CHECK, LANGUAGE, LOCALES, MEASURE, PAGE } from "./house.ts";
import { clean, Markup, markup } from "./markup.ts";
import { contents, isLong } from "./outline.ts";
import { run as text, styledLines } from "./words.ts";
import { zip } from "./zip.ts";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
export const DOCX = `${WORD}document`;

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
const W = new Markup(
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"' +
    ` xmlns:r="${OFFICE}relationships"`,
);
const XML = new Markup('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n');

const PARTS = ["styles", "numbering", "settings", "header", "footer"] as const;

/** Returns the bytes of a DOCX file; the same document gives the same bytes. */
export function docx(stuk: Stuk): Uint8Array<ArrayBuffer> {
  return zip({
    "[Content_Types].xml": contentTypes(),
    "_rels/.rels": relations([
      ["rId1", `${OFFICE}relationships/officeDocument`, "word/document.xml"],
      ["rId2", `${PACKAGE}relationships/metadata/core-properties`, "docProps/core.xml"],
    ]),
    "docProps/core.xml": core(stuk),
    "word/document.xml": body(stuk),
    "word/_rels/document.xml.rels": relations(
      PARTS.map((part) => [part, `${OFFICE}relationships/${part}`, `${part}.xml`]),
    ),
    "word/styles.xml": markup`${XML}<w:styles ${W}>${styles()}</w:styles>`,
    "word/numbering.xml": markup`${XML}<w:numbering ${W}>${numbering()}</w:numbering>`,
    "word/settings.xml": markup`${XML}<w:settings ${W}>${settings()}</w:settings>`,
    "word/header.xml": markup`${XML}<w:hdr ${W}>${
      para("Header", [text(`${stuk.kop[0]}\t${stuk.kop[1]}`)])
    }</w:hdr>`,
    "word/footer.xml": markup`${XML}<w:ftr ${W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${
      run(text(`${stuk.voet}\tPagina `))
    }${field("PAGE")}${run(text(" van "))}${field("NUMPAGES")}</w:p></w:ftr>`,
  }, stuk.datum);
}

function contentTypes(): Markup {
  const override = (part: string, type: string) =>
    markup`<Override PartName="/${part}" ContentType="${type}"/>`;
  return markup`${XML}
    <Types xmlns="${PACKAGE}content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Default Extension="xml" ContentType="application/xml"/>
      ${override("word/document.xml", `${WORD}document.main+xml`)}
      ${PARTS.map((part) => override(`word/${part}.xml`, `${WORD}${part}+xml`))}
      ${override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")}
    </Types>`;
}

function relations(rows: readonly (readonly [string, string, string])[]): Markup {
  return markup`${XML}
    <Relationships xmlns="${PACKAGE}relationships">
      ${
    rows.map(([id, type, target]) =>
      markup`<Relationship Id="${id}" Type="${type}" Target="${target}"/>`
    )
  }
    </Relationships>`;
}

function core(stuk: Stuk): Markup {
  const moment = (name: string) =>
    markup`<dcterms:${new Markup(
      name,
    )} xsi:type="dcterms:W3CDTF">${stuk.datum}T00:00:00Z</dcterms:${new Markup(name)}>`;
  return markup`${XML}
    <cp:coreProperties xmlns:cp="${PACKAGE}metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <dc:title>${stuk.titel}</dc:title>
      <dc:subject>${stuk.onderwerp}</dc:subject>
      <dc:description>${stuk.voet}</dc:description>
      <dc:language>${LANGUAGE}</dc:language>
      ${moment("created")}${moment("modified")}
    </cp:coreProperties>`;
}

function body(stuk: Stuk): Markup {
  return markup`${XML}
    <w:document ${W}><w:body>
      ${stuk.blokken.map((block, index) => drawn(block, index, stuk))}
      <w:sectPr>
        <w:headerReference w:type="default" r:id="header"/>
        <w:footerReference w:type="default" r:id="footer"/><w:footerReference w:type="first" r:id="footer"/>
        <w:pgSz w:w="${twips(PAGE.width)}" w:h="${twips(PAGE.height)}"/>
        <w:pgMar w:top="${twips(PAGE.top + 11)}" w:right="${twips(PAGE.right)}" w:bottom="${
    twips(PAGE.bottom + 10)
  }" w:left="${twips(PAGE.left)}" w:header="${twips(PAGE.top)}" w:footer="${
    twips(PAGE.bottom)
  }" w:gutter="0"/>
        <w:titlePg/>
      </w:sectPr>
    </w:body></w:document>`;
}

function drawn(block: Block, index: number, stuk: Stuk): Markup {
  switch (block.kind) {
    case "title":
      return markup`${para("Kicker", [text(block.kicker)])}${para("Title", [text(block.text)])}
        ${block.subtitle ? para("Subtitle", [text(block.subtitle)]) : ""}`;
    case "contents":
      return tableOfContents(stuk);
    case "heading":
      return para(
        `Heading${block.level}`,
        [text(block.text)],
        block.level === 1 ? bookmark(block.id, index) : undefined,
      );
    case "paragraph":
      return para({ body: "BodyText", lead: "Vraag", note: "Toelichting" }[block.role], block.text);
    case "ticks":
      return markup`${
        block.ticks.map(({ text: words, lines }) =>
          markup`<w:p><w:pPr><w:pStyle w:val="Vinkregel"/></w:pPr><w:r><w:rPr><w:rStyle w:val="Vink"/></w:rPr><w:t>${CHECK}</w:t></w:r>${
            [text("\t"), ...words].map(run)
          }</w:p>${lines.map((line) => para("Vinktekst", line))}`
        )
      }`;
    case "facts":
    case "lines":
      return markup`${styledLines(block).map(({ style, words }) => para(style, words))}`;
    case "table":
      return drawnTable(block);
  }
}

interface Bookmark {
  readonly start: Markup;
  readonly end: Markup;
}

function bookmark(name: string, id: number): Bookmark {
  return {
    start: markup`<w:bookmarkStart w:id="${id}" w:name="${anchor(name)}"/>`,
    end: markup`<w:bookmarkEnd w:id="${id}"/>`,
  };
}

/** Word takes no hyphen in the name of a bookmark, and no more than forty characters. */
function anchor(id: string): string {
  return `_${id.replace(/\W/g, "_")}`.slice(0, 40);
}

/** The field leaves page numbers out, so that what stands here is right before Word updates it. */
function tableOfContents(stuk: Stuk): Markup {
  const chapters = contents(stuk.blokken);
  const begin = markup`
    <w:r><w:fldChar w:fldCharType="begin"/></w:r>
    <w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\n \\h \\z \\u </w:instrText></w:r>
    <w:r><w:fldChar w:fldCharType="separate"/></w:r>`;
  const end = markup`<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  return markup`
    <w:sdt>
      <w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>
      <w:sdtContent>
        ${para("TOCHeading", [text("Inhoud")])}
        ${
    chapters.map(({ number, text: words, id }, index) =>
      markup`<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>${
        index ? "" : begin
      }<w:hyperlink w:anchor="${anchor(id)}" w:history="1">${
        run(text(`${number}\t${words}`))
      }</w:hyperlink>${index === chapters.length - 1 ? end : ""}</w:p>`
    )
  }
      </w:sdtContent>
    </w:sdt>`;
}

function drawnTable(table: Table): Markup {
  const widths = table.widths.map((width) => Math.round(twips(MEASURE) * width / 100));
  const cell = (paragraphs: readonly Markup[], index: number) =>
    markup`<w:tc><w:tcPr><w:tcW w:w="${widths[index]}" w:type="dxa"/></w:tcPr>${paragraphs}</w:tc>`;
  return markup`
    <w:tbl>
      <w:tblPr><w:tblStyle w:val="Tabel"/><w:tblW w:w="${
    twips(MEASURE)
  }" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="${table.title}"/></w:tblPr>
      <w:tblGrid>${widths.map((width) => markup`<w:gridCol w:w="${width}"/>`)}</w:tblGrid>
      <w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>
        ${table.head.map((word, index) => cell([para("Tabelkop", [text(word)])], index))}
      </w:tr>
      ${
    table.rows.map((row) =>
      markup`<w:tr>${isLong(row) ? "" : markup`<w:trPr><w:cantSplit/></w:trPr>`}${
        row.map((paragraphs, index) =>
          cell(paragraphs.map((words) => para("Tabeltekst", words)), index)
        )
      }</w:tr>`
    )
  }
    </w:tbl>`;
}

const RUNS: Readonly<Record<Exclude<Look, "">, string>> = {
  strong: "Strong",
  blank: "Invullen",
  mark: "Merk",
  source: "Bronvermelding",
  code: "Puntcode",
};

function para(style: string, words: Inline, mark?: Bookmark): Markup {
  return markup`<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${mark?.start ?? ""}${
    words.map(run)
  }${mark?.end ?? ""}</w:p>`;
}

function run({ text: words, look, lang }: Run): Markup {
  const properties = [
    look ? markup`<w:rStyle w:val="${RUNS[look]}"/>` : "",
    lang ? markup`<w:lang w:val="${LOCALES[lang]}"/>` : "",
  ];
  return markup`<w:r>${look || lang ? markup`<w:rPr>${properties}</w:rPr>` : ""}${
    clean(words).split(/(\n|\t)/).map(character)
  }</w:r>`;
}

function character(part: string): Markup | string {
  if (part === "\n") return markup`<w:br/>`;
  if (part === "\t") return markup`<w:tab/>`;
  return part && markup`<w:t xml:space="preserve">${part}</w:t>`;
}

function field(name: string): Markup {
  return markup`<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
}
