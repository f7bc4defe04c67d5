/** Making documents of a dossier: the plan van aanpak and the agenda of a meeting. */
import type { Bestand, GidsDocumenten, Keuzes, Kind } from "../documents/main.ts";
import { describe, isOpenLens, type Lens, matches, NO_LENS } from "../dossier/lens.ts";
import { answerOf } from "../dossier/model.ts";
import { element, loadScript } from "../dom.ts";
import { say, statusLine } from "../status.ts";
import type { Show } from "./dossier-page.ts";
import { proceedDespite } from "./guarded.ts";
import { lensForm } from "./lens-form.ts";
import type { Session } from "./session.ts";
import { button, choice, field, handOver } from "./ui.ts";

interface Soort {
  readonly naam: string;
  readonly uitleg: string;
  make(maker: GidsDocumenten, kind: Kind, keuzes: Keuzes): Bestand;
  show(maker: GidsDocumenten, keuzes: Keuzes, top: 1 | 2): HTMLElement;
}

const KINDS: readonly (readonly [Kind, string])[] = [
  ["odt", "ODT (LibreOffice, Word)"],
  ["docx", "DOCX (Word)"],
  ["md", "Markdown"],
];

/** Returns the part of the page; the writers are loaded when somebody asks for a document. */
export function documentsPart(session: Session, show: Show): HTMLElement {
  let lens: Lens = NO_LENS;
  let hoogstens = Infinity;
  const about = statusLine("veld__hulp");
  const choices = (): Keuzes => {
    if (isOpenLens(lens)) return { hoogstens };
    const { gids, dossier } = session;
    const seen = [...session.punten.values()]
      .filter((punt) => matches(lens, punt, answerOf(dossier, punt.id), gids));
    const woorden = describe(lens, gids, session.punten.size - seen.length);
    return { hoogstens, zicht: { woorden, punten: seen.map(({ id }) => id) } };
  };
  const form = lensForm("Wat in de documenten komt", session.gids, lens, [
    "rol",
    "situatie",
    "niveau",
  ], (chosen) => {
    lens = chosen;
    say(about, choices().zicht?.woorden ?? "Alle punten komen weer in het document.");
  });
  const most = choice([["", "Alle open punten"], ["5", "Hoogstens 5"], ["10", "Hoogstens 10"]], "");
  most.addEventListener("change", () => {
    hoogstens = most.value ? Number(most.value) : Infinity;
  });

  const soorten: Soort[] = [
    {
      naam: "Plan van aanpak",
      uitleg: "Per hoofdstuk wat geregeld is en wat u gaat doen, met uw eigen woorden. " +
        "Aanleiding en doel vult u zelf aan.",
      make: (maker, kind, keuzes) => maker.plan(session.dossier, session.gids, kind, keuzes),
      show: (maker, keuzes, top) => maker.planElement(session.dossier, session.gids, keuzes, top),
    },
    {
      naam: "Agenda voor overleg",
      uitleg: "De open punten per trekker: waarom, wat besluiten we, wie en wanneer.",
      make: (maker, kind, keuzes) => maker.agenda(session.dossier, session.gids, kind, keuzes),
      show: (maker, keuzes, top) => maker.agendaElement(session.dossier, session.gids, keuzes, top),
    },
  ];
  type Act = (maker: GidsDocumenten) => void | Promise<void>;
  const attempt = async (what: Act, outcome: HTMLElement) => {
    say(outcome, "");
    if (!await proceedDespite(session, "Toch maken")) return;
    try {
      await what(await loadWriters(session.root));
    } catch (error) {
      say(outcome, "Het document kon niet worden gemaakt. Er is niets aan uw dossier veranderd.");
      reportError(error);
    }
  };
  const block = (soort: Soort) => {
    const outcome = statusLine("uitkomst");
    const act = (label: string, what: Act) =>
      button(label, () => void attempt(what, outcome), "", `(${soort.naam})`);
    return element(
      "div",
      { class: "dossier__blok" },
      element("h3", {}, soort.naam),
      element("p", {}, soort.uitleg),
      soort.naam.startsWith("Agenda")
        ? element("div", { class: "dossier__kop" }, field("Hoeveel punten", most))
        : "",
      element(
        "div",
        { class: "knoppenrij", role: "group", "aria-label": soort.naam },
        ...KINDS.map(([kind, label]) =>
          act(label, (maker) => {
            const file = soort.make(maker, kind, choices());
            handOver(file.inhoud, file.naam, file.mime);
            say(outcome, `${file.naam} is gemaakt.`);
          })
        ),
        act("Kopieer om te plakken", async (maker) => {
          say(outcome, await copy(soort, maker, choices()));
        }),
        act("Bekijk en druk af", (maker) => {
          show((back) => documentScreen(soort.naam, soort.show(maker, choices(), 2), back));
        }),
      ),
      outcome,
    );
  };
  return element(
    "section",
    {},
    element("h2", { id: "documenten" }, "Plan van aanpak en agenda"),
    element(
      "p",
      {},
      "Kies zo nodig voor wie. Het document zegt dan zelf welke punten er niet in staan.",
    ),
    form.node,
    about,
    ...soorten.map(block),
  );
}

function documentScreen(naam: string, article: HTMLElement, back: () => void): HTMLElement {
  return element(
    "section",
    { class: "dossier__scherm" },
    element("h2", { class: "niet-op-papier" }, `Bekijken en afdrukken: ${naam.toLowerCase()}`),
    element(
      "div",
      { class: "knoppenrij" },
      button("Druk af", () => print(), "dknop--hoofd"),
      button("Terug naar mijn dossier", back),
    ),
    article,
  );
}

/** Copies a document with its headings and tables; returns what came of it, in a sentence. */
async function copy(soort: Soort, maker: GidsDocumenten, keuzes: Keuzes): Promise<string> {
  const done = `${soort.naam} staat op het klembord. Plak het in uw tekstverwerker.`;
  const blob = (kind: Kind, type: string) =>
    new Blob([soort.make(maker, kind, keuzes).inhoud], { type });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        "text/html": blob("html", "text/html"),
        "text/plain": blob("md", "text/plain"),
      }),
    ]);
    return done;
  } catch {
    // Without https there is no such clipboard; copying a selection works everywhere.
    return copySelection(soort.show(maker, keuzes, 1))
      ? done
      : "Kopiëren lukt niet in deze browser. Kies ‘Bekijk en druk af’ en kopieer het daar.";
  }
}

function copySelection(article: HTMLElement): boolean {
  const place = element("div", { class: "alleen-hoorbaar" }, article);
  document.body.append(place);
  const selection = getSelection();
  selection?.selectAllChildren(place);
  const copied = document.execCommand("copy");
  selection?.removeAllRanges();
  place.remove();
  return copied;
}

let loading: Promise<GidsDocumenten> | undefined;

/** Loads the writers once. */
function loadWriters(root: string): Promise<GidsDocumenten> {
  loading ??= loadScript(`${root}assets/gemaakt/documenten.js`).then(() => {
    if (!globalThis.gidsDocumenten) throw new Error("the document writers did not start");
    return globalThis.gidsDocumenten;
  });
  loading.catch(() => loading = undefined);
  return loading;
}
