import type { PartSpot } from './fields.ts'

const figures = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { day: date, month, year }
}

/** `12/05/2017` for a day: in figures, as a form takes it that has no room for the month in words. */
export const inFigures = (day: string): string => day.split('-').toReversed().join('/')

/**
 * A day in figures, written as the form draws its room: `__ / __ / 20__` becomes `12 / 05 / 2017`. `drawn`: what stands
 * there.
 */
export const dayAsDrawn = (drawn: string, day: string): string => {
  const { day: date, month, year } = figures(day)
  let nth = 0
  return drawn.replace(
    /(20 ?)?(?:[_\u2017\uFF3F\u2026dmyDMY] ?)*[_\u2017\uFF3F\u2026dmyDMY]/g,
    (room, century?: string) => {
      const at = nth++
      if (at === 0) return date
      if (at === 1) return month
      const short = /^(?:[yY]{2}|[_\u2017\uFF3F]{1,2})$/.test(room)
      return at === 2 ? `${century ?? ''}${century || short ? year.slice(2) : year}` : room
    },
  )
}

/** A text for cells of one letter each: a day as figures alone where that is what the cells hold. */
const lettersFor = (text: string, day: string | null, room: number): string[] => {
  if (day) {
    const { day: date, month, year } = figures(day)
    if (room === 6) return [...`${date}${month}${year.slice(2)}`]
    if (room === 8) return [...`${date}${month}${year}`]
    if (room === 10) return [...inFigures(day)]
  }
  const all = [...text.replace(/\s+/g, ' ')]
  const bare = all.filter((letter) => /[\p{L}\p{N}]/u.test(letter))
  // Strokes and blanks go first, such as those of `931/1234`.
  return all.length > room ? bare : all
}

/**
 * What goes into each of the places that an answer is spread over, in their order; what is too long goes on in the last
 * one, so that nothing is lost. Null where the answer can't be spread like this: no day in the three places of one.
 */
export const spread = (
  of: 'day' | 'letters' | 'lines',
  parts: readonly PartSpot[],
  text: string,
  day: string | null,
): string[] | null => {
  const last = parts.length - 1
  const held = (all: readonly string[], between: string) =>
    parts.map((_, at) => (at < last ? (all[at] ?? '') : all.slice(last).join(between)))
  if (of === 'lines') {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    return held(lines, '\n')
  }
  if (of === 'letters') return held(lettersFor(text, day, parts.length), '')
  if (!day) return null
  const known = figures(day)
  return parts.map(({ takes, short }) => {
    const said = takes === 'day' || takes === 'month' || takes === 'year' ? known[takes] : ''
    return takes === 'year' && short ? said.slice(2) : said
  })
}
