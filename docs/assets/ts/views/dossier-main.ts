/** What runs on the page "Mijn dossier". */
import { setUpDossierPage } from "./dossier-page.ts";
import { setUpSavedLine } from "./saved-line.ts";
import { start } from "./start.ts";

start({ "mijn-dossier": setUpDossierPage, "bewaar-stand": setUpSavedLine });
