import { dayWords } from "../dates.ts";
import { listed, momentWords, progressWords, shortened } from "./words.ts";

function equal(actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`expected ${expected}, got ${actual}`);
}

Deno.test("progress names only what there is", () => {
  equal(
    progressWords({ totaal: 16, gedaan: 3, bezig: 2, nvt: 1, open: 10 }),
    "3 van 16 punten gedaan, 2 bezig, 1 niet van toepassing, 10 open",
  );
  equal(progressWords({ totaal: 1, gedaan: 1, bezig: 0, nvt: 0, open: 0 }), "1 van 1 punt gedaan");
});

Deno.test("a day is written out, and what is no day stays as it was", () => {
  equal(dayWords("2027-03-01"), "1 maart 2027");
  equal(dayWords("na de zomer"), "na de zomer");
});

Deno.test("today is a clock time, another day has its date", () => {
  const now = new Date(2026, 10, 24, 16, 0).toISOString();
  equal(momentWords(new Date(2026, 10, 24, 14, 3).toISOString(), now), "14:03");
  equal(
    momentWords(new Date(2026, 10, 23, 9, 5).toISOString(), now),
    "23 november 2026 om 09:05",
  );
});

Deno.test("a list reads as a sentence", () => {
  equal(listed(["a", "b", "c"]), "a, b en c");
  equal(listed(["a"]), "a");
});

Deno.test("a long note is cut at a word", () => {
  equal(
    shortened("Wij vragen het bestuur in het voorjaar om een besluit over de middelen", 40),
    "Wij vragen het bestuur in het voorjaar …",
  );
});
