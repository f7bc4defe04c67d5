/** Choosing what to look at: for whom, in which situation, how deep and how far. */
import { fromQuery, type Lens, toQuery } from "../dossier/lens.ts";
import type { GidsGegevens } from "../dossier/types.ts";
import { element } from "../dom.ts";
import { choice, field, showChoice } from "./ui.ts";
import { STATUS_NAMEN } from "./words.ts";

/** Returns the lens that the address of the page names. */
export function lensOfPage(): Lens {
  return fromQuery(location.search);
}

/** Puts the lens in the address, so that a link or a reload shows the same. */
export function keepInAddress(lens: Lens): void {
  const query = toQuery(lens);
  try {
    history.replaceState(null, "", `${location.pathname}${query}${location.hash}`);
  } catch {
    // From a folder some browsers refuse; then the choice holds until the page is left.
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".faseweg a, .verder a")) {
    link.search = query;
  }
}

/** Returns a form with one list per kind of choice; `title` tells it from others on the page. */
export function lensForm(
  title: string,
  gids: GidsGegevens,
  start: Lens,
  parts: readonly (keyof Lens)[],
  changed: (lens: Lens) => void,
): { node: HTMLFormElement; show: (lens: Lens) => void } {
  const controls: Record<keyof Lens, HTMLSelectElement> = {
    rol: roleChoice(gids),
    situatie: choice([
      ["", "Elke situatie"],
      ...gids.deuren.map((deur) => [deur.id, deur.titel] as const),
    ], ""),
    niveau: choice([["", "Elk niveau"], ["basis", "Alleen basis"], [
      "verdieping",
      "Alleen verdieping",
    ]], ""),
    status: choice([["", "Alles"], ...Object.entries(STATUS_NAMEN)], ""),
  };
  const names: Record<keyof Lens, string> = {
    rol: "Voor wie",
    situatie: "Situatie",
    niveau: "Niveau",
    status: "Toon",
  };
  const show = (lens: Lens) => {
    for (const part of parts) showChoice(controls[part], lens[part]);
  };
  const node = element(
    "form",
    { class: "lens", "aria-label": title },
    ...parts.map((part) => field(names[part], controls[part])),
  );
  node.addEventListener("submit", (event) => event.preventDefault());
  node.addEventListener("change", () => {
    const chosen: Record<string, string> = { ...start };
    for (const part of parts) chosen[part] = controls[part].value;
    changed(chosen as unknown as Lens);
  });
  show(start);
  return { node, show };
}

/** Whole domains first, then the partners that the points name; no two read the same. */
export function roleChoice(gids: GidsGegevens): HTMLSelectElement {
  const used = new Set(
    gids.fasen.flatMap((fase) => fase.stappen).flatMap((stap) => stap.punten)
      .flatMap((punt) => [...punt.rollen, punt.trekker]),
  );
  const rollen = Object.entries(gids.rollen).filter(([id]) => used.has(id));
  const domeinen = gids.domeinen.filter((domein) =>
    rollen.some(([, rol]) => rol.domein === domein.id)
  );
  const names = new Set(domeinen.map(({ naam }) => naam));
  return element(
    "select",
    {},
    element("option", { value: "" }, "Iedereen"),
    element(
      "optgroup",
      { label: "Domeinen" },
      ...domeinen.map(({ id, naam }) => element("option", { value: id }, naam)),
    ),
    element(
      "optgroup",
      { label: "Partners" },
      ...rollen.map(([id, rol]) =>
        element("option", { value: id }, names.has(rol.kort) ? rol.naam : rol.kort)
      ),
    ),
  );
}
