/** A small guide, dossiers and the words of a document: for tests only. */
import { answer, emptyDossier } from "../dossier/model.ts";
import type { Wijziging } from "../dossier/model.ts";
import type { Dossier, GidsGegevens, PuntGegevens } from "../dossier/types.ts";
import type { Block, Inline, Stuk } from "./blocks.ts";

export const NOW = "2027-03-01T14:03:00Z";

function punt(id: string, code: string, given: Partial<PuntGegevens> = {}): PuntGegevens {
  return {
    id,
    code,
    tekst: `Wij hebben ${id} geregeld.`,
    waarom: `Daarom ${id}.`,
    bewijs: `Het stuk over ${id}.`,
    rollen: ["sociaal"],
    trekker: "sociaal",
    situaties: ["opzetten"],
    niveau: "basis",
    onderbouwing: "redactie",
    juridisch: false,
    bronnen: ["wet"],
    plan: "opdracht",
    ...given,
  };
}

export const GIDS: GidsGegevens = {
  titel: "Kleine gids",
  versie: "2027.1",
  datum: "2027-01-01",
  adres: "",
  herkomst: "Gemaakt voor de tests.",
  redactieteken: "voorstel van de redactie",
  fasen: [{
    id: "fase",
    nummer: 1,
    code: "IK",
    titel: "Fase",
    stappen: [
      {
        id: "stap-een",
        nummer: "1.1",
        titel: "Eerste stap",
        punten: [
          punt("opdracht-geven", "IK-01", { niveau: "verdieping" }),
          punt("duo-kiezen", "IK-02", { juridisch: true, bronnen: ["wet", "studie"] }),
        ],
      },
      {
        id: "stap-twee",
        nummer: "1.2",
        titel: "Tweede stap",
        punten: [
          punt("beeld-maken", "IK-03", { plan: "beeld", trekker: "politie" }),
          punt("verdwaald", "IK-04", { plan: "bestaat-niet", bronnen: ["redactie"] }),
        ],
      },
    ],
  }],
  rollen: {
    sociaal: { naam: "Gemeente, sociaal domein", kort: "Sociaal domein", domein: "sociaal" },
    politie: { naam: "Politie en wijkagent", kort: "Politie", domein: "veiligheid" },
  },
  domeinen: [{ id: "sociaal", naam: "Sociaal domein" }, { id: "veiligheid", naam: "Veiligheid" }],
  deuren: [{ id: "opzetten", titel: "U zet een aanpak op" }],
  hoofdstukken: [
    { id: "opdracht", titel: "Opdracht", toelichting: "Wie gaf de opdracht?" },
    { id: "beeld", titel: "Beeld", toelichting: "Wat speelt er?" },
  ],
  bronnen: {
    wet: { kort: "De wet, art. 1", titel: "Een wet, artikel 1", onbevestigd: true },
    studie: { kort: "Een studie", titel: "A study of peers", taal: "en", onbevestigd: false },
    ongebruikt: { kort: "Ongebruikt", titel: "Een ongebruikte bron", onbevestigd: false },
  },
  vervallen: [{
    id: "punt-van-vroeger",
    soort: "punt",
    reden: "Samengevoegd.",
    vervangen_door: ["duo-kiezen"],
  }],
  geschiedenis: {},
};

/** Returns a dossier in which these points were answered. */
export function dossierWith(answers: Readonly<Record<string, Wijziging>>): Dossier {
  const start = emptyDossier("Wijk Noord", GIDS.versie, NOW, () => "d-1");
  return Object.entries(answers).reduce(
    (dossier, [id, change]) => answer(dossier, find(id), change, NOW),
    start,
  );
}

/** Returns a point of the small guide, or one that it does not have. */
export function find(id: string): PuntGegevens {
  const punten = GIDS.fasen.flatMap((fase) => fase.stappen).flatMap((stap) => stap.punten);
  return punten.find((punt) => punt.id === id) ?? punt(id, "XX-00");
}

/** Returns the words of the part of a document under a heading, its own subheadings included. */
export function under(stuk: Stuk, titel: string): string {
  const from = stuk.blokken.findIndex((block) => block.kind === "heading" && block.text === titel);
  if (from < 0) return "";
  const level = (block: Block) => block.kind === "heading" ? block.level : 9;
  const length = stuk.blokken.slice(from + 1).findIndex((block) =>
    level(block) <= level(stuk.blokken[from])
  );
  const to = length < 0 ? undefined : from + 1 + length;
  return stuk.blokken.slice(from + 1, to).map(words).join("\n");
}

/** Returns all words of a document. */
export function allWords(stuk: Stuk): string {
  return stuk.blokken.map(words).join("\n");
}

function words(block: Block): string {
  switch (block.kind) {
    case "title":
      return [block.kicker, block.text, block.subtitle].join("\n");
    case "contents":
      return "";
    case "heading":
      return block.text;
    case "paragraph":
      return joined(block.text);
    case "facts":
      return block.facts.map(({ term, text }) => `${term}: ${joined(text)}`).join("\n");
    case "ticks":
      return block.ticks.map(({ text, lines }) => [text, ...lines].map(joined).join("\n")).join(
        "\n",
      );
    case "lines":
      return block.lines.map(({ label, text }) => `${label}: ${joined(text)}`).join("\n");
    case "table":
      return [
        block.head.join(" | "),
        ...block.rows.map((row) => row.map((cell) => cell.map(joined).join(" / ")).join(" | ")),
      ].join("\n");
  }
}

function joined(text: Inline): string {
  return text.map((run) => run.text).join("");
}

export function equal(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
  }
}

export function holds(text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`“${part}” is missing from:\n${text}`);
}

export function lacks(text: string, part: string): void {
  if (text.includes(part)) throw new Error(`“${part}” should not be in:\n${text}`);
}
