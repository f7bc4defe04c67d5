import fc from "fast-check";
import { addEigenPunt, answerEigenPunt } from "../dossier/model.ts";
import type { Dossier } from "../dossier/types.ts";
import { plan } from "./plan.ts";
import { allWords, dossierWith, equal, find, GIDS, holds, lacks, NOW, under } from "./testing.ts";

const IDS = ["opdracht-geven", "duo-kiezen", "beeld-maken", "verdwaald", "punt-van-vroeger"];

Deno.test("a point that is done stands under what is arranged, with who and when", () => {
  const made = plan(
    dossierWith({
      "opdracht-geven": { status: "gedaan", trekker: "Adviseur jeugd", datum: "2027-01-15" },
    }),
    GIDS,
  );

  const arranged = under(made, "Dit is geregeld");
  holds(arranged, "IK-01 Wij hebben opdracht-geven geregeld.");
  holds(arranged, "Trekker: Adviseur jeugd · Datum: 15 januari 2027");
});

Deno.test("an open point becomes an action with its trekker and its date", () => {
  const made = plan(
    dossierWith({ "duo-kiezen": { status: "bezig", trekker: "Wijkagent", datum: "2027-06-01" } }),
    GIDS,
  );

  const actions = under(made, "Dit gaan wij doen");
  holds(actions, "Code | Actie | Trekker | Klaar op");
  holds(actions, "/ Bezig | Wijkagent | 1 juni 2027");
});

Deno.test("an action that nobody took names the proposal of the guide and asks for a date", () => {
  const made = plan(dossierWith({}), GIDS);

  holds(under(made, "Beeld"), "geregeld. | [wie] / voorstel: Politie | [datum]");
});

Deno.test("not applicable with a reason is accounted for and no longer an action", () => {
  const made = plan(
    dossierWith({ "duo-kiezen": { status: "nvt", reden: "Wij zijn klein." } }),
    GIDS,
  );

  holds(under(made, "Verantwoording"), "| Wij zijn klein.");
  lacks(under(made, "Dit gaan wij doen"), "IK-02 |");
  holds(under(made, "Opdracht"), "Niet van toepassing: IK-02.");
});

Deno.test("not applicable without a reason stays an action that asks for the reason", () => {
  const made = plan(dossierWith({ "duo-kiezen": { status: "nvt", notitie: "Vraag na." } }), GIDS);

  holds(under(made, "Dit gaan wij doen"), "De reden ontbreekt nog: [reden] / Notitie: Vraag na.");
  holds(under(made, "Verantwoording"), "Wij hebben geen enkel punt met een reden");
});

Deno.test("a text that changed since shows what was ticked", () => {
  const dossier = dossierWith({ "duo-kiezen": { status: "gedaan" } });
  const old = { ...dossier.punten["duo-kiezen"], tekst: "Wij hadden iets.", vingerafdruk: "0" };

  const made = plan({ ...dossier, punten: { "duo-kiezen": old } }, GIDS);

  holds(under(made, "Dit is geregeld"), "Er stond: ‘Wij hadden iets.’");
});

Deno.test("a point that left the guide is kept, with its note and what came instead", () => {
  const made = plan(
    dossierWith({ "punt-van-vroeger": { status: "bezig", notitie: "Bewaar dit." } }),
    GIDS,
  );

  const kept = under(made, "Bewaard uit een eerdere versie");
  holds(kept, "Samengevoegd. Zie nu IK-02. | Bezig | Notitie: Bewaar dit.");
});

Deno.test("a point of an unknown chapter is not lost", () => {
  holds(under(plan(dossierWith({}), GIDS), "Overige punten"), "IK-04");
});

Deno.test("the sources are those of the points, with what is not confirmed", () => {
  const sources = under(plan(dossierWith({}), GIDS), "Bronnen");

  holds(sources, "De wet, art. 1 / niet bevestigd | Een wet, artikel 1 | IK-01, IK-02, IK-03");
  lacks(sources, "Ongebruikt");
});

Deno.test("a lens leaves out its points, says so, and never hides what is their own", () => {
  const start = dossierWith({
    "opdracht-geven": { status: "gedaan" },
    "punt-van-vroeger": { notitie: "Bewaar dit." },
  });
  const dossier = addEigenPunt(start, "stap-een", "Ons eigen punt", NOW, () => "1");
  const zicht = {
    woorden: "U ziet alleen: Politie. Er zijn 3 punten verborgen.",
    punten: ["beeld-maken"],
  };

  const made = allWords(plan(dossier, GIDS, zicht));

  holds(made, zicht.woorden);
  holds(made, "IK-03");
  lacks(made, "IK-01 ");
  holds(made, "Bij dit hoofdstuk is in deze selectie nog geen punt afgevinkt.");
  holds(made, "Ons eigen punt / bij stap 1.1 Eerste stap");
  holds(made, "Bewaar dit.");
});

Deno.test("what is not known is asked for between square brackets and not made up", () => {
  const made = plan(dossierWith({}), GIDS);

  holds(allWords(made), "Gemeente: [naam van de gemeente]");
  holds(under(made, "Aanleiding"), "[Waarom maken wij dit plan en waarom nu?");
});

Deno.test("headings never jump a level", () => {
  const levels = plan(dossierWith({}), GIDS).blokken
    .flatMap((block) => block.kind === "heading" ? [block.level] : []);

  equal(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1), []);
});

Deno.test("the file carries the name of the dossier and the day of its last change", () => {
  equal(plan(dossierWith({}), GIDS).naam, "plan-van-aanpak-wijk-noord-2027-03-01");
});

const WORDS = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => text !== "");
const CHANGE = fc.record({
  status: fc.constantFrom("open", "bezig", "gedaan", "nvt"),
  reden: fc.oneof(fc.constant(""), WORDS),
  notitie: WORDS,
  trekker: fc.oneof(fc.constant(""), WORDS),
});

Deno.test("whatever was noted, the plan holds every note, reason, trekker and own point", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...IDS), CHANGE),
      WORDS,
      CHANGE,
      (answers, tekst, own) => {
        const added = addEigenPunt(dossierWith(answers), "weg", tekst, NOW, () => "1");
        const dossier: Dossier = answerEigenPunt(added, "eigen-1", own, NOW);

        const made = allWords(plan(dossier, GIDS));

        for (const { reden, notitie, trekker } of [...Object.values(answers), own]) {
          [reden, notitie, trekker].forEach((said) => holds(made, said));
        }
        holds(made, tekst);
        Object.keys(answers).forEach((id) => holds(made, find(id).tekst));
      },
    ),
  );
});
