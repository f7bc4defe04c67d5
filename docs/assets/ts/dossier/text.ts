/** Text that others made, without what only works behind the screen. */

/**
 * Returns a text without control characters, and without those that turn the reading order around.
 *
 * The latter reach beyond the text itself: with one in a name, our own sentence reads differently.
 */
export function visible(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\t\n]|\p{Bidi_Control}/gu, "");
}

/**
 * Returns a text as a pattern can read it: plain spaces and hyphens, and no signs that nobody sees.
 *
 * What comes from a word processor or a web page is full of others. A tab stays: it begins a cell.
 */
export function plain(text: string): string {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/(?!-)[\p{Pd}\u2212]/gu, "-")
    .replace(/\p{Zs}{2,}|(?! )\p{Zs}/gu, " ")
    .replace(/ ?(?:\r\n?|[\n\v\f\u0085\u2028\u2029]) ?/g, "\n");
}
