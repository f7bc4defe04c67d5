/** Progress as a picture beside the words: a cell per point that also reads without colour. */
import type { Telling } from "../dossier/model.ts";

const SVG = "http://www.w3.org/2000/svg";
const MOST_CELLS = 40;
const HEIGHT = 14;

/** Returns a chart. It says nothing to a screen reader: the same stands beside it in words. */
export function progressChart(tally: Telling): SVGSVGElement {
  const width = 320;
  const chart = svg("svg", {
    class: "voortgang__beeld",
    viewBox: `0 0 ${width} ${HEIGHT + 2}`,
    "aria-hidden": "true",
    preserveAspectRatio: "none",
  });
  let at = 0;
  const step = tally.totaal ? width / tally.totaal : width;
  for (const status of ["gedaan", "bezig", "nvt", "open"] as const) {
    const count = tally[status];
    if (tally.totaal <= MOST_CELLS) {
      for (let n = 0; n < count; n++) chart.append(...cell(status, at + n * step, step - 2));
    } else if (count) chart.append(...cell(status, at, count * step - 2));
    at += count * step;
  }
  return chart as SVGSVGElement;
}

/** Done is full, busy is half full, not applicable is struck through, open is empty. */
function cell(status: "gedaan" | "bezig" | "nvt" | "open", x: number, width: number): Element[] {
  const w = Math.max(width, 0.5);
  const box = svg("rect", {
    class: "vak",
    x: `${x + 1}`,
    y: "1",
    width: `${w}`,
    height: `${HEIGHT}`,
  });
  if (status === "open") return [box];
  if (status === "nvt") {
    const y = `${1 + HEIGHT / 2}`;
    return [
      box,
      svg("line", { class: "streep", x1: `${x + 1}`, x2: `${x + 1 + w}`, y1: y, y2: y }),
    ];
  }
  const height = status === "gedaan" ? HEIGHT : HEIGHT / 2;
  return [
    box,
    svg("rect", {
      class: "vol",
      x: `${x + 1}`,
      y: `${1 + HEIGHT - height}`,
      width: `${w}`,
      height: `${height}`,
    }),
  ];
}

function svg(name: string, attributes: Readonly<Record<string, string>>): Element {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
