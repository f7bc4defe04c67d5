/** Text that others made, without what only works behind the screen. */

/**
 * Returns a text without control characters, and without those that turn the reading order around.
 *
 * The latter reach beyond the text itself: with one in a name, our own sentence reads differently.
 */
export function visible(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\t\n]|\p{Bidi_Control}/gu, "");
}
