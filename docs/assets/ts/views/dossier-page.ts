/** The page "Mijn dossier": everything about a dossier that is larger than one checklist. */
import { LENGTHS, needsFile, setGemeente, tally, tallyOf } from "../dossier/model.ts";
import type { StapGegevens } from "../dossier/types.ts";
import { element } from "../dom.ts";
import { comeBackTo, focusOn, goTo, SETTLE } from "../focus.ts";
import { say, statusLine } from "../status.ts";
import { complaint, warning } from "./answer.ts";
import { keptPart, updateScreen } from "./content-update.ts";
import { progressChart } from "./chart.ts";
import { documentsPart } from "./documents.ts";
import { openFile, saveFile } from "./file.ts";
import { keepInAddress, lensForm, lensOfPage } from "./lens-form.ts";
import { codesForm } from "./paper.ts";
import { NOTHING_OPEN, phaseProgress, stepWords, whatNow } from "./progress.ts";
import { previewScreen } from "./preview.ts";
import type { Session } from "./session.ts";
import { ask, button, choice, field, handOver, heard, opening, OWN_WORDS, refill } from "./ui.ts";
import { counted, momentWords, progressWords, TAKE_BACK } from "./words.ts";

/** A screen that takes the place of the page for a while; `back` returns. */
export type Show = (screen: (back: (said?: string) => void) => HTMLElement) => void;

/** Sets up the page. */
export function setUpDossierPage(host: HTMLElement, session: Session): void {
  const main = element("div", {});
  const other = element("div", {});
  const said = outcomeLine(session, () => focusOn(document.querySelector<HTMLElement>("h1")!));
  let opener: Element | null = null;
  const back = (words = "") => {
    other.replaceChildren();
    main.hidden = false;
    main.style.opacity = "";
    say(said, words);
    if (words) goTo(said);
    else if (main.contains(opener)) comeBackTo(opener as HTMLElement);
    else goTo(document.querySelector<HTMLElement>("h1")!);
  };
  const show: Show = (screen) => {
    if (!other.hasChildNodes()) opener = document.activeElement;
    say(said, "");
    other.replaceChildren(screen(back));
    const heading = other.querySelector<HTMLElement>("h2");
    main.style.opacity = "0";
    // Orca stays silent about the heading when the place it came from goes, or moves, at that moment.
    setTimeout(() => main.hidden = other.hasChildNodes(), SETTLE);
    // Where one screen replaces another, Firefox leaves the caret behind it.
    if (heading) goTo(heading);
  };

  main.append(
    notices(session, show, (words) => {
      say(said, words);
      focusOn(said);
    }),
    dossierPart(session),
    progressPart(session),
    nextPart(session),
    filePart(session, show),
    documentsPart(session, show),
    paperPart(session),
    keptPlace(session),
    wipePart(session),
  );
  session.whenGone(() => {
    if (other.hasChildNodes()) back();
  });
  host.replaceChildren(said, other, main);
}

/** Says what came of an act, until the next change: then it may no longer be true. */
function outcomeLine(session: Session, elsewhere: () => void): HTMLElement {
  const line = statusLine("uitkomst");
  session.listen(() => {
    if (line.textContent && document.activeElement === line) elsewhere();
    say(line, "");
  });
  return line;
}

/** What asks for attention: unreadable data, a new version of the guide, no file for a while. */
function notices(
  session: Session,
  show: Show,
  tell: (words: string) => void,
): HTMLElement {
  const place = element("div", { class: "dossier__blok" });
  let shown = "";
  const save = async () => {
    if (await saveFile(session)) tell("Bestand bewaard.");
  };
  const discard = async (sleutel: string) => {
    const answer = await ask(
      "Het onleesbare bestand weggooien?",
      [
        element(
          "p",
          {},
          "Zolang deze pagina open is, kunt u het ongedaan maken. Bewaar het eerst als u twijfelt.",
        ),
      ],
      [["niet", "Niet weggooien", "dknop--hoofd"], ["weg", "Gooi het weg"]],
    );
    if (answer !== "weg") return;
    session.discard(sleutel);
    const left = session.setAside.some((aside) => aside.sleutel === sleutel);
    if (!left) tell(`Het onleesbare bestand is weg. ${TAKE_BACK}`);
  };
  const refresh = () => {
    const parts: HTMLElement[] = [];
    for (const aside of session.setAside) {
      parts.push(notice(
        "Wat hier eerder bewaard was, kan deze pagina niet lezen. Het is apart gezet en niet overschreven.",
        button("Bewaar het onleesbare bestand", () => {
          handOver(aside.tekst, "onleesbaar-dossier.txt", "text/plain");
        }),
        button("Gooi het weg", () => void discard(aside.sleutel), "dknop--stil"),
      ));
    }
    if (session.stand.soort === "mislukt") {
      parts.push(notice(
        session.stand.zin,
        button("Bewaar bestand", () => void saveFile(session), "dknop--hoofd"),
      ));
    }
    const count = session.updates();
    if (count) {
      parts.push(notice(
        `De gids is veranderd sinds u dit invulde. Bij ${
          counted(count, "punt", "punten")
        } is er iets om na te kijken. Er is niets weg.`,
        button(
          "Bekijk wat er veranderd is",
          () => show((back) => updateScreen(session, back)),
        ),
      ));
    }
    if (isOld(session)) {
      parts.push(notice(
        "In dit dossier is al een jaar niets veranderd. Hebt u het nog nodig? Bewaar een bestand, of verwijder het.",
        button("Bewaar bestand", () => void save()),
      ));
    } else if (needsFile(session.dossier, session.now()) && session.stand.soort === "bewaard") {
      parts.push(notice(
        "U werkt al langer dan een dag in dit dossier zonder een bestand te bewaren. Een browser kan gegevens wissen.",
        button("Bewaar bestand", () => void save()),
      ));
    }
    const now = JSON.stringify([
      parts.map((part) => part.textContent),
      session.setAside.map((aside) => aside.sleutel),
    ]);
    // A button that stays the same keeps the focus.
    if (now !== shown) place.replaceChildren(...parts);
    shown = now;
  };
  session.listen(refresh);
  refresh();
  return place;
}

const YEAR = 365 * 24 * 60 * 60 * 1000;

function isOld(session: Session): boolean {
  const { gewijzigd } = session.dossier.dossier;
  return session.stand.soort === "bewaard" &&
    Date.parse(session.now()) - Date.parse(gewijzigd) > YEAR;
}

function notice(text: string, ...actions: HTMLElement[]): HTMLElement {
  return element(
    "div",
    { class: "let-op" },
    element("p", {}, text),
    element("div", { class: "knoppenrij" }, ...actions),
  );
}

function dossierPart(session: Session): HTMLElement {
  const naam = element("input", { type: "text", maxlength: `${LENGTHS.naam}`, ...OWN_WORDS });
  const nameless = complaint(naam);
  const gemeente = element("input", {
    type: "text",
    maxlength: `${LENGTHS.gemeente}`,
    ...OWN_WORDS,
  });
  const warnings = [warning(naam, undefined, "Naam"), warning(gemeente, undefined, "Gemeente")];
  const select = choice([], "");
  const chooser = element("div", {}, field("Kies een dossier", select));
  const heading = element("h2", { id: "dossier" }, "Dit dossier");
  const outcome = outcomeLine(session, () => focusOn(heading));
  const sayCurrent = () => say(outcome, `U werkt nu in ‘${session.dossier.dossier.naam}’.`);
  let listed = "";
  naam.addEventListener("change", () => {
    const wish = naam.value.trim();
    if (wish) session.rename(wish);
    naam.value = session.dossier.dossier.naam;
    nameless.tell(wish ? "" : "Een dossier heeft een naam nodig. De oude naam is teruggezet.");
  });
  gemeente.addEventListener("change", () => {
    const value = gemeente.value.trim();
    session.change("gemeente", (dossier, now) => setGemeente(dossier, value, now));
  });
  const remove = button("Verwijder dit dossier", () => {
    const label = session.dossier.dossier.naam;
    session.remove();
    focusOn(heading);
    say(outcome, `‘${label}’ is verwijderd. ${TAKE_BACK}`);
  }, "dknop--stil");
  select.addEventListener("change", () => {
    session.choose(select.value);
    sayCurrent();
  });
  let shown = "";
  const refresh = () => {
    const { dossier } = session.dossier;
    // Words of one dossier must not end up in another because somebody stood in the field.
    const other = dossier.id !== shown;
    shown = dossier.id;
    if (other) { for (const place of warnings) place.replaceChildren(); }
    if (other || document.activeElement !== naam) naam.value = dossier.naam;
    if (other || document.activeElement !== gemeente) gemeente.value = dossier.gemeente;
    const all = session.dossiers();
    chooser.hidden = all.length < 2;
    const options = all.map(({ id, naam }) => [id, naam] as const);
    const now = JSON.stringify(options);
    // The same options stay: a screen reader then tells which one was chosen.
    if (now !== listed) select.replaceChildren(...choice(options, "").childNodes);
    listed = now;
    select.value = dossier.id;
    nameless.tell("");
  };
  session.listen(refresh);
  refresh();
  return element(
    "section",
    {},
    heading,
    element(
      "div",
      { class: "dossier__kop" },
      chooser,
      field("Naam van dit dossier", naam),
      field("Gemeente (mag leeg blijven)", gemeente),
    ),
    nameless.node,
    ...warnings,
    element(
      "div",
      { class: "knoppenrij" },
      button("Nieuw dossier", () => {
        session.create();
        say(outcome, "Er is een nieuw, leeg dossier. Geef het een naam.");
        naam.focus();
        naam.select();
      }),
      button("Maak een kopie", () => {
        session.duplicate();
        sayCurrent();
      }),
      remove,
    ),
    outcome,
  );
}

function progressPart(session: Session): HTMLElement {
  const total = element("p", { class: "voortgang__totaal" });
  const picture = element("div", { class: "voortgang" });
  const phases = session.gids.fasen.map((fase) => {
    const progress = phaseProgress(fase, session);
    const steps = fase.stappen.map((stap) => stepLine(stap, session));
    const item = element(
      "li",
      {},
      element(
        "h3",
        {},
        element(
          "a",
          { href: `${session.root}checklists/${fase.id}.html` },
          `${fase.nummer}. ${fase.titel}`,
        ),
      ),
      progress.node,
    );
    const more = opening("Per stap", (body) => {
      body.append(element("ul", { class: "stapvoortgang" }, ...steps.map(({ node }) => node)));
    });
    more.querySelector("summary")!.append(heard(`in fase ${fase.nummer}`));
    item.append(more);
    return {
      item,
      refresh: () => {
        progress.refresh();
        for (const step of steps) step.refresh();
      },
    };
  });
  const refresh = () => {
    const count = tally([...session.punten.values()], session.dossier);
    const own = session.dossier.eigen_punten;
    total.textContent = `In totaal: ${progressWords(count)}.${
      own.length ? ` Eigen punten: ${progressWords(tallyOf(own))}.` : ""
    }`;
    picture.replaceChildren(progressChart(count));
    for (const phase of phases) phase.refresh();
  };
  session.listen(refresh);
  refresh();
  return element(
    "section",
    {},
    element("h2", { id: "voortgang" }, "Voortgang"),
    picture,
    total,
    element("ul", { class: "fasevoortgang" }, ...phases.map((phase) => phase.item)),
  );
}

/** The way to a step with its progress; who is on the link stays there when the words change. */
function stepLine(
  stap: StapGegevens,
  session: Session,
): { node: HTMLElement; refresh: () => void } {
  const words = new Text();
  const link = element(
    "a",
    { href: session.addressOfStap(stap.id)! },
    `${stap.nummer} ${stap.titel}`,
  );
  const refresh = () => words.data = `: ${stepWords(stap, session)}`;
  refresh();
  return { node: element("li", {}, link, words), refresh };
}

function nextPart(session: Session): HTMLElement {
  let lens = lensOfPage();
  const list = element("div", { class: "dossier__blok" });
  const told = statusLine("alleen-hoorbaar");
  const refresh = () => refill(list, whatNow(session, lens));
  const form = lensForm(
    "Keuze voor deze lijst",
    session.gids,
    lens,
    ["rol", "situatie"],
    (chosen) => {
      lens = chosen;
      keepInAddress(lens);
      refresh();
      const count = list.querySelectorAll("li").length;
      say(told, count ? `De lijst is anders: ${counted(count, "punt", "punten")}.` : NOTHING_OPEN);
    },
  );
  session.listen(refresh);
  refresh();
  return element(
    "section",
    {},
    element("h2", { id: "wat-nu" }, "Wat nu?"),
    element("p", {}, "De eerstvolgende open punten, eerst de basis."),
    element("div", { class: "dossier__kop" }, form.node),
    told,
    list,
  );
}

function filePart(session: Session, show: Show): HTMLElement {
  const heading = element("h2", { id: "bestand" }, "Bewaren, openen en samenvoegen");
  const saved = outcomeLine(session, () => focusOn(heading));
  const last = element("p", { class: "veld__hulp" });
  const input = element("input", { type: "file", accept: ".json,application/json" });
  const problem = complaint(input);
  const save = async () => {
    if (await saveFile(session)) say(saved, "Bestand bewaard.");
  };
  const take = async (file: File) => {
    problem.tell("");
    const opened = await openFile(file);
    if (typeof opened === "string") problem.tell(`${opened} Er is niets veranderd.`, true);
    else {
      // What was dropped comes from elsewhere; this is where the reader returns to.
      input.focus();
      // The window to choose a file tells that it closes, and a heading in that moment is not heard.
      setTimeout(() => show((back) => previewScreen(opened, session, show, back)), 500);
    }
  };
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    input.value = "";
    if (file) void take(file);
  });
  const part = element(
    "div",
    { class: "sleepvak" },
    element(
      "div",
      { class: "knoppenrij" },
      button("Bewaar bestand", () => void save(), "dknop--hoofd"),
      element("label", { class: "dknop bestandkeuze" }, "Open bestand", input),
    ),
    element(
      "p",
      { class: "veld__hulp" },
      "U kunt een bestand ook hierheen slepen. Ctrl + S bewaart op deze pagina een bestand.",
    ),
    last,
    saved,
    problem.node,
  );
  dropZone(part, (file) => void take(file));
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    if (event.shiftKey || event.altKey) return;
    event.preventDefault();
    (document.activeElement as HTMLElement | null)?.dispatchEvent(new Event("change"));
    if (!document.querySelector("dialog[open]")) void save();
  });
  const refresh = () => {
    problem.tell("");
    const { bestand } = session.dossier.dossier;
    // Of what this browser does not keep, it cannot know whether there is a file.
    const none = session.stand.soort === "bewaard"
      ? "Van dit dossier is nog geen bestand bewaard."
      : "";
    say(last, bestand ? `Laatste bestand: ${momentWords(bestand, session.now())}.` : none);
  };
  session.listen(refresh);
  refresh();
  return element(
    "section",
    {},
    heading,
    element(
      "p",
      {},
      "Een bestand is uw eigen kopie. Stuur het naar een collega, of open het op een andere computer. " +
        "Bij openen ziet u eerst wat erin staat.",
    ),
    part,
  );
}

function dropZone(part: HTMLElement, take: (file: File) => void): void {
  const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  // A file that falls beside the zone would otherwise take the place of this page.
  addEventListener("dragover", (event) => {
    if (holdsFile(event)) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    part.classList.remove("sleepvak--boven");
    const file = event.dataTransfer?.files[0];
    if (file) take(file);
  });
  part.addEventListener("dragenter", () => part.classList.add("sleepvak--boven"));
  part.addEventListener("dragleave", (event) => {
    if (!part.contains(event.relatedTarget as Node | null)) {
      part.classList.remove("sleepvak--boven");
    }
  });
}

function paperPart(session: Session): HTMLElement {
  return element(
    "section",
    {},
    element("h2", { id: "papier" }, "Van papier naar scherm"),
    element(
      "p",
      {},
      "Vinkte u af met een pen? Typ de codes en ze staan ook hier aan. Afdrukken doet u op de checklist zelf.",
    ),
    codesForm(session),
  );
}

function keptPlace(session: Session): HTMLElement {
  const place = element("div", {});
  const refresh = () => place.replaceChildren(keptPart(session) ?? "");
  session.listen(refresh);
  refresh();
  return place;
}

function wipePart(session: Session): HTMLElement {
  const outcome = statusLine("uitkomst");
  let restores: (() => boolean)[] = [];
  const undo = button("Zet alles terug", () => {
    restores = restores.filter((restore) => !restore());
    if (!restores.length) undo.remove();
    say(
      outcome,
      restores.length
        ? "Alles staat weer op deze pagina, maar uw browser bewaart het niet. Maak ruimte en probeer het opnieuw, of bewaar elk dossier als bestand."
        : "Alles staat er weer.",
    );
    // On the outcome, it would be told twice.
    if (restores.length) undo.focus();
    else goTo(heading);
  });
  const heading = element("h2", { id: "wissen" }, "Wissen");
  const wipe = async () => {
    const all = session.dossiers();
    const answer = await ask(
      "Alles wissen op dit apparaat?",
      [
        element(
          "p",
          {},
          `Alles van deze gids gaat uit deze browser: ${
            counted(Math.max(all.length, 1), "dossier", "dossiers")
          }. ` +
            "Bestanden die u bewaarde blijven staan. Zolang deze pagina open is, kunt u het ongedaan maken.",
        ),
      ],
      [["niet", "Niet wissen", "dknop--hoofd"], ["wis", "Wis alles"]],
    );
    if (answer !== "wis") return;
    restores.push(session.wipe());
    say(outcome, "Alles is gewist op dit apparaat. Sluit ook andere vensters van deze site.");
    outcome.after(undo);
  };
  return element(
    "section",
    {},
    heading,
    element(
      "p",
      {},
      "Werkt u op een computer van een ander, of bent u klaar? Wis dan wat hier bewaard is.",
    ),
    element("div", { class: "knoppenrij" }, button("Wis alles op dit apparaat", () => void wipe())),
    outcome,
  );
}
