/** Runs a part of the page on its own: what it throws reaches the console, and no other part. */
export function apart(part: () => void): void {
  try {
    part();
  } catch (error) {
    reportError(error);
  }
}
