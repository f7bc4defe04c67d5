/** The look that the documents share: paper, type and ink; the same as the downloads of the guide. */

export const FONT = "Arial";
/** Arial has no check mark; both Word and LibreOffice find one when this font is missing. */
export const SYMBOLS = "Segoe UI Symbol";

export const INK = "#1c2126";
export const SOFT = "#454c53";
export const LINE = "#cfc8bb";
export const PLANE = "#f6f3ee";
export const BRAND = "#12353d";
export const WARNING = "#6b3a00";
export const BLANK = "#fff4e0";

/** A4 in millimetres, with room for a perforator on the left. */
export const PAGE = { width: 210, height: 297, left: 24, right: 16, top: 14, bottom: 12 } as const;

/** The room between the margins, in millimetres. */
export const MEASURE = PAGE.width - PAGE.left - PAGE.right;

/** Sizes in points. */
export const TYPE = {
  body: 10,
  small: 8.5,
  title: 26,
  lead: 12,
  heading: [15, 11.5, 10.5],
} as const;

export const LANGUAGE = "nl-NL";
/** Office programs want to know the country too. */
export const LOCALES = { en: "en-GB", de: "de-DE", fr: "fr-FR" } as const;
export const CHECK = "✓";
