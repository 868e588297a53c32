import { invalidArgument } from '../hostObject.ts'
import { type Look, lookChanger, lookWith } from './book.ts'
import type { Range } from './range.ts'

/** One part of every cell's look: null when the cells of the range differ, as Excel answers. */
export const shared = <T>(range: Range, read: (look: Look) => T): T | null => {
  let found: T | undefined
  let differ = false
  range.each(({ look }) => {
    const here = read(look)
    if (found === undefined) found = here
    else if (found !== here) differ = true
  })
  return differ ? null : (found ?? null)
}
/** Changes every cell's look in part. */
export const restyle = (range: Range, change: Partial<Look>): void => {
  const changed = lookChanger((look) => lookWith(look, change))
  range.each((cell) => {
    cell.look = changed(cell.look)
  })
}

/** `#RRGGBB` of what was given; ApiError where it is no colour. */
export const colourOf = (given: unknown, where: string): string => {
  const colour = String(given)
  if (!/^#?[0-9A-Fa-f]{6}$/.test(colour)) throw invalidArgument(where)
  return `#${colour.replace('#', '').toUpperCase()}`
}
