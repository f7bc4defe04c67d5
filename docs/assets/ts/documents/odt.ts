/** A document as OpenDocument text: headings, tables and language are what they say they are. */
import type { Block, Inline, Look, Run, Stuk, Table } from "./blocks.ts";
import { CHECK, LANGUAGE, MEASURE } from "./house.ts";
import { clean, Markup, markup } from "./markup.ts";
import { cellStyles, NAMESPACES, styles } from "./odt-styles.ts";
import { contents, isLong } from "./outline.ts";
import { run as text, styledLines } from "./words.ts";
import { zip } from "./zip.ts";

export const ODT = "application/vnd.oasis.opendocument.text";

/** Returns the bytes of an ODT file; the same document gives the same bytes. */
export function odt(stuk: Stuk): Uint8Array<ArrayBuffer> {
  return zip({
    "mimetype": ODT,
    "META-INF/manifest.xml": manifest(),
    "meta.xml": meta(stuk),
    "styles.xml": styles(stuk),
    "content.xml": content(stuk),
  }, stuk.datum);
}

const XML = new Markup('<?xml version="1.0" encoding="UTF-8"?>\n');

function manifest(): Markup {
  const entry = (path: string, type: string) =>
    markup`<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
  return markup`${XML}
    <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
      <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${ODT}"/>
      ${["content.xml", "styles.xml", "meta.xml"].map((path) => entry(path, "text/xml"))}
    </manifest:manifest>`;
}

function meta(stuk: Stuk): Markup {
  return markup`${XML}
    <office:document-meta ${NAMESPACES} office:version="1.3"><office:meta>
      <dc:title>${stuk.titel}</dc:title>
      <dc:subject>${stuk.onderwerp}</dc:subject>
      <dc:description>${stuk.voet}</dc:description>
      <dc:language>${LANGUAGE}</dc:language>
      <meta:creation-date>${stuk.datum}T00:00:00</meta:creation-date>
      <dc:date>${stuk.datum}T00:00:00</dc:date>
    </office:meta></office:document-meta>`;
}

function content(stuk: Stuk): Markup {
  const tables = stuk.blokken.filter((block) => block.kind === "table");
  const names = new Map(tables.map((table, index) => [table, `Tabel${index + 1}`]));
  return markup`${XML}
    <office:document-content ${NAMESPACES} office:version="1.3">
      <office:automatic-styles>
        <style:style style:name="Begin" style:family="paragraph" style:parent-style-name="Kicker" style:master-page-name="Eerste"><style:paragraph-properties style:page-number="1"/></style:style>
        ${rowStyle("Rij", "always")}${rowStyle("LangeRij", "auto")}${cellStyles()}
        ${tables.map((table) => tableStyles(table, names.get(table) ?? ""))}
      </office:automatic-styles>
      <office:body><office:text>
        ${stuk.blokken.map((block) => drawn(block, stuk, names))}
      </office:text></office:body>
    </office:document-content>`;
}

function rowStyle(name: string, together: string): Markup {
  return markup`<style:style style:name="${name}" style:family="table-row"><style:table-row-properties fo:keep-together="${together}"/></style:style>`;
}

function tableStyles(table: Table, name: string): Markup {
  return markup`
    <style:style style:name="${name}" style:family="table"><style:table-properties style:width="${MEASURE}mm" table:align="left" fo:margin-top="1mm" fo:margin-bottom="4mm" table:border-model="collapsing"/></style:style>
    ${
    table.widths.map((width, index) =>
      markup`<style:style style:name="${name}.${
        column(index)
      }" style:family="table-column"><style:table-column-properties style:column-width="${
        (MEASURE * width / 100).toFixed(1)
      }mm"/></style:style>`
    )
  }`;
}

function column(index: number): string {
  return String.fromCharCode(65 + index);
}

function drawn(block: Block, stuk: Stuk, names: ReadonlyMap<Table, string>): Markup {
  switch (block.kind) {
    case "title":
      return markup`${para("Begin", [text(block.kicker)])}${para("Title", [text(block.text)])}
        ${block.subtitle ? para("Subtitle", [text(block.subtitle)]) : ""}`;
    case "contents":
      return tableOfContents(stuk);
    case "heading":
      return markup`<text:h text:style-name="Heading_20_${block.level}" text:outline-level="${block.level}"><text:bookmark text:name="${block.id}"/>${
        characters(block.text)
      }</text:h>`;
    case "paragraph":
      return para(
        { body: "Text_20_body", lead: "Vraag", note: "Toelichting" }[block.role],
        block.text,
      );
    case "ticks":
      return markup`${
        block.ticks.map(({ text: words, lines }) =>
          markup`<text:p text:style-name="Vinkregel"><text:span text:style-name="Vink">${CHECK}</text:span><text:tab/>${
            words.map(span)
          }</text:p>${lines.map((line) => para("Vinktekst", line))}`
        )
      }`;
    case "facts":
    case "lines":
      return markup`${styledLines(block).map(({ style, words }) => para(style, words))}`;
    case "table":
      return drawnTable(block, names.get(block) ?? "");
  }
}

function tableOfContents(stuk: Stuk): Markup {
  return markup`
    <text:table-of-content text:style-name="Sect" text:protected="false" text:name="Inhoud">
      <text:table-of-content-source text:outline-level="1">
        <text:index-title-template text:style-name="Contents_20_Heading">Inhoud</text:index-title-template>
        <text:table-of-content-entry-template text:outline-level="1" text:style-name="Contents_20_1"><text:index-entry-link-start/><text:index-entry-chapter/><text:index-entry-span> </text:index-entry-span><text:index-entry-text/><text:index-entry-link-end/></text:table-of-content-entry-template>
      </text:table-of-content-source>
      <text:index-body>
        <text:index-title text:name="Inhoud_kop">${
    para("Contents_20_Heading", [text("Inhoud")])
  }</text:index-title>
        ${
    contents(stuk.blokken).map(({ number, text: words, id }) =>
      markup`<text:p text:style-name="Contents_20_1"><text:a xlink:type="simple" xlink:href="#${id}" text:style-name="Inhoudlink" text:visited-style-name="Inhoudlink">${number}<text:tab/>${
        characters(words)
      }</text:a></text:p>`
    )
  }
      </text:index-body>
    </text:table-of-content>`;
}

function drawnTable(table: Table, name: string): Markup {
  const cell = (style: string, paragraphs: readonly Markup[]) =>
    markup`<table:table-cell table:style-name="${style}" office:value-type="string">${paragraphs}</table:table-cell>`;
  return markup`
    <table:table table:name="${name}" table:style-name="${name}"><table:title>${table.title}</table:title>
      ${
    table.widths.map((_, index) =>
      markup`<table:table-column table:style-name="${name}.${column(index)}"/>`
    )
  }
      <table:table-header-rows><table:table-row table:style-name="Rij">
        ${table.head.map((word) => cell("Kopcel", [para("Table_20_Heading", [text(word)])]))}
      </table:table-row></table:table-header-rows>
      ${
    table.rows.map((row) =>
      markup`<table:table-row table:style-name="${isLong(row) ? "LangeRij" : "Rij"}">${
        row.map((paragraphs) =>
          cell(
            "Cel",
            paragraphs.map((words) => para("Table_20_Contents", words)),
          )
        )
      }</table:table-row>`
    )
  }
    </table:table>`;
}

const SPANS: Readonly<Record<Exclude<Look, "">, string>> = {
  strong: "Strong_20_Emphasis",
  blank: "Invullen",
  mark: "Merk",
  source: "Bronvermelding",
  code: "Puntcode",
};

function para(style: string, words: Inline): Markup {
  return markup`<text:p text:style-name="${style}">${words.map(span)}</text:p>`;
}

function span({ text: words, look, lang }: Run): Markup {
  const shown = look ? styled(SPANS[look], characters(words)) : characters(words);
  return lang ? styled(`Taal_20_${lang}`, shown) : shown;
}

function styled(style: string, words: Markup): Markup {
  return markup`<text:span text:style-name="${style}">${words}</text:span>`;
}

/** ODF folds white space; each line feed, tab and second space has an element of its own. */
function characters(words: string): Markup {
  const parts = clean(words).split(/(\n|\t|(?:^|(?<=\n)) +| {2,})/);
  return markup`${parts.map(character)}`;
}

function character(part: string): Markup {
  if (part === "\n") return markup`<text:line-break/>`;
  if (part === "\t") return markup`<text:tab/>`;
  return /^ {2,}$/.test(part) ? markup`<text:s text:c="${part.length}"/>` : markup`${part}`;
}
