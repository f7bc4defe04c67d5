/** The entry of the bundle that makes documents; loaded when somebody asks for one. */
import type { Dossier, GidsGegevens } from "../dossier/types.ts";
import { agenda } from "./agenda.ts";
import type { Stuk } from "./blocks.ts";
import { DOCX, docx } from "./docx.ts";
import { HTML, html } from "./html.ts";
import { MARKDOWN, markdown } from "./markdown.ts";
import { nodes } from "./nodes.ts";
import { ODT, odt } from "./odt.ts";
import { plan } from "./plan.ts";
import type { Zicht } from "./stand.ts";

export type { Zicht } from "./stand.ts";

export type Kind = "odt" | "docx" | "md" | "html";

/** A file as it is offered to the reader. */
export interface Bestand {
  readonly naam: string;
  readonly mime: string;
  readonly inhoud: Uint8Array<ArrayBuffer> | string;
}

export interface Keuzes {
  /** The lens that is on; without it every point is in the document. */
  readonly zicht?: Zicht;
  /** Agenda only: how many points of the guide fit in the meeting. */
  readonly hoogstens?: number;
}

export interface GidsDocumenten {
  plan(dossier: Dossier, gids: GidsGegevens, kind: Kind, keuzes?: Keuzes): Bestand;
  agenda(dossier: Dossier, gids: GidsGegevens, kind: Kind, keuzes?: Keuzes): Bestand;
  /** The same documents as an `article`, to read or print, with the title at heading level `top`. */
  planElement(dossier: Dossier, gids: GidsGegevens, keuzes: Keuzes, top: 1 | 2): HTMLElement;
  agendaElement(dossier: Dossier, gids: GidsGegevens, keuzes: Keuzes, top: 1 | 2): HTMLElement;
}

declare global {
  var gidsDocumenten: GidsDocumenten | undefined;
}

const FORMATS: Readonly<Record<Kind, readonly [string, (stuk: Stuk) => Bestand["inhoud"]]>> = {
  odt: [ODT, odt],
  docx: [DOCX, docx],
  md: [MARKDOWN, markdown],
  html: [HTML, html],
};

const made: GidsDocumenten = {
  plan: (dossier, gids, kind, keuzes) => bestand(plan(dossier, gids, keuzes?.zicht), kind),
  agenda: (dossier, gids, kind, keuzes) =>
    bestand(agenda(dossier, gids, keuzes?.zicht, keuzes?.hoogstens), kind),
  planElement: (dossier, gids, { zicht }, top) => nodes(plan(dossier, gids, zicht), top),
  agendaElement: (dossier, gids, { zicht, hoogstens }, top) =>
    nodes(agenda(dossier, gids, zicht, hoogstens), top),
};

globalThis.gidsDocumenten = made;

function bestand(stuk: Stuk, kind: Kind): Bestand {
  const [mime, write] = FORMATS[kind];
  return { naam: `${stuk.naam}.${kind}`, mime, inhoud: write(stuk) };
}
