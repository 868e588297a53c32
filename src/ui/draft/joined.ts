/** Between the texts of two pages that one person has open on one field: stored with them, so the same in every language. */
const between = `

— typed on another page too —

`

/** What is left of a kept text without the part that this page had put there. */
export const without = (kept: string, part: string): string =>
  kept
    .split(between)
    .filter((one) => one !== part && one.trim() !== '')
    .join(between)

/**
 * The text to keep when another page of the same person has kept one for this field: both. `before` is what this page
 * had put there, which the new text takes the place of; null where it had put nothing.
 */
export const joined = (mine: string, before: string | null, kept: string): string => {
  const others = before === null ? kept : without(kept, before)
  const rest = without(others, mine)
  return [mine, ...(rest === '' ? [] : [rest])].join(between)
}
