/** What a document is made of: blocks in reading order, with runs of text inside. Types only. */
import type { AndereTaal } from "../dossier/types.ts";

/**
 * How a run looks. `blank` is a place to fill in, between square brackets; `mark` is a small
 * warning in words; `source` is small print; `code` is the code of a point.
 */
export type Look = "" | "strong" | "blank" | "mark" | "source" | "code";

/** Words with one look. A line feed in the text is a new line in the document. */
export interface Run {
  readonly text: string;
  readonly look: Look;
  /** The language of the words, only when it is not that of the document. */
  readonly lang?: AndereTaal;
}

export type Inline = readonly Run[];

export interface Title {
  readonly kind: "title";
  readonly kicker: string;
  readonly text: string;
  readonly subtitle: string;
}

/** The place of the table of contents: the headings of level 1. */
export interface Contents {
  readonly kind: "contents";
}

/** A heading; the levels 1 and 2 are numbered by the format, and follow each other without jumps. */
export interface Heading {
  readonly kind: "heading";
  readonly level: 1 | 2 | 3;
  readonly text: string;
  readonly id: string;
}

/** Running text; a `lead` opens a chapter, a `note` is for the reader who fills in the document. */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly role: "body" | "lead" | "note";
  readonly text: Inline;
}

/** Names with what they stand for, such as the municipality and the date. */
export interface Facts {
  readonly kind: "facts";
  readonly facts: readonly { readonly term: string; readonly text: Inline }[];
}

/** Points that are done: a check mark in front, lines with what was noted under it. */
export interface Ticks {
  readonly kind: "ticks";
  readonly ticks: readonly { readonly text: Inline; readonly lines: readonly Inline[] }[];
}

/** Lines with a label and room to write, one under the other. */
export interface Lines {
  readonly kind: "lines";
  readonly lines: readonly { readonly label: string; readonly text: Inline }[];
}

/** A cell holds paragraphs. */
export type Cell = readonly Inline[];

/** A table; `widths` are shares of a hundred, and the first cell of a row heads that row. */
export interface Table {
  readonly kind: "table";
  readonly title: string;
  readonly head: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
}

export type Block = Title | Contents | Heading | Paragraph | Facts | Ticks | Lines | Table;

/** A whole document, whatever the format. */
export interface Stuk {
  /** What the file is called, without the extension. */
  readonly naam: string;
  readonly titel: string;
  readonly onderwerp: string;
  /** What stands at the top of each page, left and right. */
  readonly kop: readonly [string, string];
  /** What stands at the foot of each page, before the page number. */
  readonly voet: string;
  /** The day of the last change in the dossier, `2026-11-24`: no clock, so the bytes are the same. */
  readonly datum: string;
  readonly blokken: readonly Block[];
}
