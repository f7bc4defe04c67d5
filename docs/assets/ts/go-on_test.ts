import { PREFIX } from "./go-on.ts";
import { PREFIX as KEPT } from "./dossier/store.ts";

Deno.test("the front page looks for the keys that the store writes", () => {
  if (PREFIX !== KEPT) throw new Error(`${PREFIX} is not ${KEPT}`);
});
