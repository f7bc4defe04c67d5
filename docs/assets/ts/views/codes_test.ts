import { readCodes } from "./codes.ts";
import type { GidsGegevens } from "../dossier/types.ts";

const GIDS = {
  fasen: [{
    stappen: [{
      punten: ["IK-01", "IK-03", "PA-10"].map((code) => ({ code, id: code.toLowerCase() })),
    }],
  }],
} as unknown as GidsGegevens;

function codes(text: string): [string[], readonly string[]] {
  const { punten, onbekend } = readCodes(text, GIDS);
  return [punten.map((punt) => punt.code), onbekend];
}

function equal(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
  }
}

for (
  const text of ["IK-01 IK-03", "ik1,ik3", "IK 01; IK 03.", "IK–01 en IK–03", "IK-01\nIK-03 ik-01"]
) {
  Deno.test(`‘${text.replace("\n", "⏎")}’ names IK-01 and IK-03, each once`, () => {
    equal(codes(text), [["IK-01", "IK-03"], []]);
  });
}

Deno.test("a code that is not in the guide is named, the others count", () => {
  equal(codes("IK-01, XX-99 en PA-10"), [["IK-01", "PA-10"], ["XX-99"]]);
});

Deno.test("words that are no codes are named", () => {
  equal(codes("IK-01 klaar"), [["IK-01"], ["klaar"]]);
});

Deno.test("a code inside a longer number is no code", () => {
  equal(codes("IK-0101"), [[], ["IK-0101"]]);
});

Deno.test("nothing typed names nothing", () => {
  equal(codes("  \n"), [[], []]);
});
