import { t } from '../../words/t.ts'

/** A step of a scale: from this figure on it is called so. Highest first. */
export type Band = { readonly from: number; readonly name: string }
export type Bands = {
  readonly bands: readonly Band[]
  readonly source: string
  /** How sure we are of the cut-offs. */
  readonly confidence: string
}
export const bandOf = (value: number, { bands }: Pick<Bands, 'bands'>): string | null =>
  bands.find(({ from }) => value >= from)?.name ?? null

/** What standardised scores are called where a school or a tool has nothing of its own. */
export const usualScoreBands: Bands = {
  bands: [
    { from: 116, name: t`above average` },
    { from: 111, name: t`high average` },
    { from: 90, name: 'average' },
    { from: 85, name: t`low average` },
    { from: 70, name: t`below average` },
    { from: 0, name: t`well below average` },
  ],
  source: t`JCQ’s cut-offs at 84, 85 and 89; the others are usual`,
  confidence: t`Reported from memory; publishers differ: the manual of the test comes first`,
}

/** Bands as they were typed, or what is wrong with a line of them. Never both. */
export type BandsRead =
  | { readonly bands: readonly Band[]; readonly complaints?: never }
  | { readonly complaints: readonly string[]; readonly bands?: never }

/**
 * Bands from lines such as `90 average`, `90: average`, `90-110 average` or `≤69 well below`: the lowest score, then its
 * name. An upper end is read over, as the next band above begins there. Highest first in the answer.
 */
export const parseBands = (text: string): BandsRead => {
  const complaints: string[] = []
  const bands: (Band & { readonly line: number })[] = []
  text.split(/\r\n?|\n/).forEach((typed, i) => {
    const line = typed.trim()
    if (line === '') return
    const say = (what: string) => complaints.push(t`Line ${i + 1}, “${line.slice(0, 40)}”: ${what}`)
    const found =
      /^(≤|<=|<|below|up to)?\s*(-?\d+(?:\.\d+)?)(?:\s*(?:-|–|to)\s*(-?\d+(?:\.\d+)?)|\s*(\+|and above|or more))?\s*[:=,;.]?\s*(\D.*)$/i.exec(
        line,
      )
    if (!found) return void say(t`begin with the lowest score, then say its name, such as 90 average`)
    const [, under, first = '', upper, , named = ''] = found
    const name = named.replace(/^[-–]\s*/, '').trim()
    if (!/\p{L}/u.test(name)) return void say(t`say what scores from there on are called`)
    if (name.length > 40) return void say(t`use 40 characters or fewer for the name`)
    if (upper !== undefined && Number(upper) < Number(first))
      return void say(t`the second number is below the first`)
    const from = under ? 0 : Number(first)
    const twice = bands.find((band) => band.from === from)
    if (twice) return void say(t`line ${twice.line} begins at ${from} too`)
    bands.push({ from, name, line: i + 1 })
  })
  if (complaints.length > 0) return { complaints }
  const sorted = bands.toSorted((a, b) => b.from - a.from)
  return { bands: sorted.map(({ from, name }) => ({ from, name })) }
}

/** The bands of a tool's standardised scores: its own, or the usual ones where it has none that can be read. */
export const bandsOf = (tool: { readonly bands: string | null; readonly source: string | null }): Bands => {
  const read = tool.bands === null ? null : parseBands(tool.bands)
  return read?.bands && read.bands.length > 0
    ? {
        bands: read.bands,
        source: tool.source ?? t`As the school has it`,
        confidence: t`The school’s own setting`,
      }
    : usualScoreBands
}
