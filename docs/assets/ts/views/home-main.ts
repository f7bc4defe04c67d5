/** What runs on the front page of a reader who has a dossier: how far it is, and what comes now. */
import { isEmpty, tally } from "../dossier/model.ts";
import { NO_LENS } from "../dossier/lens.ts";
import { element } from "../dom.ts";
import { whatNow } from "./progress.ts";
import type { Session } from "./session.ts";
import { start } from "./start.ts";
import { progressWords } from "./words.ts";

start({ "verder-werken": setUpGoOn });

function setUpGoOn(host: HTMLElement, session: Session): void {
  const refresh = () => {
    if (isEmpty(session.dossier)) {
      host.replaceChildren();
      return;
    }
    const done = progressWords(tally([...session.punten.values()], session.dossier));
    host.replaceChildren(
      element(
        "section",
        { class: "werkbalk", "aria-labelledby": "verder" },
        element("h2", { id: "verder" }, "Verder waar u was"),
        element(
          "p",
          {},
          element("a", { href: session.addressOfDossier }, session.dossier.dossier.naam),
          `: ${done}. Nu aan de beurt:`,
        ),
        whatNow(session, NO_LENS),
      ),
    );
  };
  session.listen(refresh);
  refresh();
}
