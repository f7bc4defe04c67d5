import { addEigenPunt } from "../dossier/model.ts";
import { agenda } from "./agenda.ts";
import { allWords, dossierWith, equal, GIDS, holds, lacks, NOW, under } from "./testing.ts";

function headings(...given: Parameters<typeof agenda>): string[] {
  return agenda(...given).blokken.flatMap((block) => block.kind === "heading" ? [block.text] : []);
}

Deno.test("a point on the agenda has three lines: why, what we decide, who and when", () => {
  equal(
    under(agenda(dossierWith({}), GIDS), "IK-03 Wij hebben beeld-maken geregeld.").split("\n"),
    [
      "Waarom: Daarom beeld-maken.",
      "Wat besluiten wij?: [besluit]",
      "Wie en wanneer?: [wie] (voorstel: Politie), [wanneer]",
    ],
  );
});

Deno.test("points stand under the role that leads them, the basis before what deepens", () => {
  equal(headings(dossierWith({}), GIDS).slice(1, 7), [
    "Sociaal domein (3 punten)",
    "IK-02 Wij hebben duo-kiezen geregeld.",
    "IK-04 Wij hebben verdwaald geregeld.",
    "IK-01 Wij hebben opdracht-geven geregeld.",
    "Politie (1 punt)",
    "IK-03 Wij hebben beeld-maken geregeld.",
  ]);
});

Deno.test("what is under way comes first", () => {
  const dossier = dossierWith({ "opdracht-geven": { status: "bezig" } });

  equal(headings(dossier, GIDS)[2], "IK-01 Wij hebben opdracht-geven geregeld.");
});

Deno.test("a role that somebody named takes the point over", () => {
  const dossier = dossierWith({ "duo-kiezen": { trekker: "politie" } });

  holds(under(agenda(dossier, GIDS), "Politie (2 punten)"), "Wie en wanneer?: politie, [wanneer]");
});

Deno.test("what is done is not on the agenda", () => {
  const dossier = dossierWith({ "duo-kiezen": { status: "gedaan", notitie: "Klaar." } });

  lacks(allWords(agenda(dossier, GIDS)), "IK-02");
});

Deno.test("notes come along, line breaks and all", () => {
  const dossier = dossierWith({
    "duo-kiezen": { status: "nvt", notitie: "Regel één.\nRegel twee." },
  });

  const item = under(agenda(dossier, GIDS), "IK-02 Wij hebben duo-kiezen geregeld.");

  holds(item, "Stand: Niet van toepassing, maar de reden ontbreekt nog");
  holds(item, "Notitie: Regel één.\nRegel twee.");
});

Deno.test("a short meeting names the points that wait", () => {
  const made = agenda(dossierWith({}), GIDS, undefined, 1);

  holds(
    under(made, "Nog niet op deze agenda"),
    "3 punten staan ook nog open: IK-03, IK-04, IK-01.",
  );
  lacks(allWords(made), "Daarom beeld-maken.");
});

Deno.test("own points are on the agenda too, a long text on one line", () => {
  const dossier = addEigenPunt(dossierWith({}), "stap-twee", "Ons eigen\npunt", NOW, () => "1");

  holds(under(agenda(dossier, GIDS), "Ons eigen punt"), "Bij stap: 1.2 Tweede stap");
});

Deno.test("when everything is done the agenda says so", () => {
  const done = Object.fromEntries(
    ["opdracht-geven", "duo-kiezen", "beeld-maken", "verdwaald"].map((id) =>
      [id, { status: "gedaan" }] as const
    ),
  );

  holds(under(agenda(dossierWith(done), GIDS), "Open punten"), "Er staan geen punten open.");
});
