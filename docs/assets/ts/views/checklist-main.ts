/** What runs on a checklist. One part that fails leaves the others working. */
import { setUpChecklistBar } from "./checklist-bar.ts";
import { setUpOwnPoints } from "./own-points.ts";
import { setUpPoint } from "./point.ts";
import { setUpStepProgress } from "./progress.ts";
import { setUpSavedExplanation, setUpSavedLine } from "./saved-line.ts";
import { start } from "./start.ts";

start({
  "punt-antwoord": setUpPoint,
  "eigen-punten": setUpOwnPoints,
  "stap-voortgang": setUpStepProgress,
  "checklist-balk": setUpChecklistBar,
  "bewaar-uitleg": setUpSavedExplanation,
  "bewaar-stand": setUpSavedLine,
});
