import { t } from '../../words/t.ts'
import type { AssessmentTool } from '../records/assessmentTool.ts'
import type { Pupil } from '../records/pupil.ts'
import type { Score } from '../records/score.ts'
import { atOnce, type Steps } from '../steps.ts'
import { type Count, fewestShown, hiddenOf, type Sum } from './analysisHidden.ts'
import { senStatuses, sexes, yearGroupOrder, yearGroups } from './codes.ts'
import type { Day } from './day.ts'
import { mainNumber } from './scoring.ts'

type Tool = AssessmentTool & { readonly key: string }
type Known = Pupil & { readonly key: string }

const yesNo = (yes: string, no: string) => (value: boolean | null) =>
  value === null ? t`Not recorded` : value ? yes : no

/** Ways in which pupils are parted. Each pupil is in one part of each, so that the parts add up. */
export const dimensions = {
  status: { words: 'SEN status', of: (p: Known) => senStatuses[p.status] },
  pupilPremium: {
    words: 'Pupil premium',
    of: (p: Known) => yesNo('Pupil premium', 'No pupil premium')(p.pupilPremium),
  },
  freeSchoolMeals: {
    words: 'Free school meals',
    of: (p: Known) => yesNo('Free school meals', 'No free school meals')(p.freeSchoolMeals),
  },
  eal: { words: 'English as an additional language', of: (p: Known) => yesNo('EAL', 'Not EAL')(p.eal) },
  sex: { words: 'Sex', of: (p: Known) => (p.sex ? sexes[p.sex] : 'Not recorded') },
  yearGroup: {
    words: 'Year group',
    of: (p: Known) => (p.yearGroup ? yearGroups[p.yearGroup] : 'Not recorded'),
  },
  lookedAfter: {
    words: 'Looked after',
    of: (p: Known) => yesNo('Looked after', 'Not looked after')(p.lookedAfter),
  },
} as const
export type Dimension = keyof typeof dimensions

/** A term by its months, as all schools roughly keep them: scores of one are compared with each other. */
export type Term = { readonly key: string; readonly words: string }
const termOf = (day: Day): Term => {
  const month = Number(day.slice(5, 7))
  const year = day.slice(0, 4)
  // Sorts in order of time: the calendar year, then spring, summer, autumn.
  return month >= 9
    ? { key: `${year}-3`, words: t`Autumn ${year}` }
    : month <= 3
      ? { key: `${year}-1`, words: t`Spring ${year}` }
      : { key: `${year}-2`, words: t`Summer ${year}` }
}

/** Whom a column of the table counts. */
export const sides = { send: 'SEND', none: 'No SEND', all: 'All' } as const
export type Side = keyof typeof sides

/** A count and mean; both null where they are hidden; the mean alone where there is nobody. */
export type Cell = { readonly n: number | null; readonly mean: number | null }
const away: Cell = { n: null, mean: null }

export type Subgroup = { readonly name: string; readonly cells: Readonly<Record<Side, Cell>> }
export type TermResult = {
  readonly term: Term
  readonly whole: Subgroup
  /** By dimension: its parts, in their own order. */
  readonly parts: Readonly<Record<Dimension, readonly Subgroup[]>>
}

type Tally = { n: number; sum: number }
const rank = new Map<string, number>([
  ...Object.values(senStatuses).map((words, at) => [words, at] as const),
  ...yearGroupOrder.map((year, at) => [yearGroups[year], at] as const),
])
const inOrder = (a: string, b: string) =>
  Number(a === 'Not recorded') - Number(b === 'Not recorded') ||
  (rank.get(a) ?? 0) - (rank.get(b) ?? 0) ||
  (a < b ? -1 : 1)

/** So many scores are looked at in one step: a millisecond or two. */
const betweenRests = 1000

const dimensionNames = Object.keys(dimensions) as Dimension[]
const wholeName = t`Everybody tested`

/**
 * Pupils with SEND against those without, and both in their subgroups, term by term, on one tool: how many, and their
 * mean. A pupil’s last score of a term counts; whether a pupil has SEND and what else is said of them is as it is
 * recorded now, so that the same children stay in the same line. Small numbers are hidden in one reckoning over all
 * dimensions of a term, since they share their totals.
 */
export function* subgroupSteps(
  scores: readonly Score[],
  pupils: ReadonlyMap<string, Known>,
  tool: Tool,
  fewest = fewestShown,
): Steps<TermResult[]> {
  const last = new Map<string, Map<string, { day: Day; value: number }>>()
  const words = new Map<string, Term>()
  for (const [at, score] of scores.entries()) {
    if (at % betweenRests === betweenRests - 1) yield
    if (score.tool !== tool.key || !pupils.has(score.pupil)) continue
    const value = mainNumber(score, tool)
    if (value === null) continue
    const term = termOf(score.day)
    words.set(term.key, term)
    let own = last.get(term.key)
    if (!own) last.set(term.key, (own = new Map()))
    const known = own.get(score.pupil)
    if (!known || known.day < score.day) own.set(score.pupil, { day: score.day, value })
  }
  const results: TermResult[] = []
  for (const [key, own] of [...last].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    yield
    results.push(resultOf(words.get(key)!, own, pupils, fewest))
  }
  return results
}

/** The same at one go. */
export const subgroupResults = (...given: Parameters<typeof subgroupSteps>): TermResult[] =>
  atOnce(subgroupSteps(...given))

const idOf = (dimension: string, part: string, side: Side) => `${dimension}|${part}|${side}`

const resultOf = (
  term: Term,
  own: ReadonlyMap<string, { readonly value: number }>,
  pupils: ReadonlyMap<string, Known>,
  fewest: number,
): TermResult => {
  const tallies = new Map<string, Tally>()
  const names = new Map<Dimension, Set<string>>(dimensionNames.map((name) => [name, new Set()]))
  const add = (id: string, value: number) => {
    const tally = tallies.get(id)
    if (tally) {
      tally.n += 1
      tally.sum += value
    } else tallies.set(id, { n: 1, sum: value })
  }
  for (const [key, { value }] of own) {
    const pupil = pupils.get(key)!
    const side: Side = pupil.status === 'N' ? 'none' : 'send'
    for (const each of [side, 'all'] as const) add(idOf('', wholeName, each), value)
    for (const name of dimensionNames) {
      const part = dimensions[name].of(pupil)
      names.get(name)!.add(part)
      for (const each of [side, 'all'] as const) add(idOf(name, part, each), value)
    }
  }
  const places = [
    { dimension: '', part: wholeName },
    ...dimensionNames.flatMap((dimension) => [...names.get(dimension)!].map((part) => ({ dimension, part }))),
  ]
  const sidesOf = Object.keys(sides) as Side[]
  const counts: Count[] = places.flatMap(({ dimension, part }) =>
    sidesOf.map((side) => {
      const id = idOf(dimension, part, side)
      return { id, n: tallies.get(id)?.n ?? 0, shown: true, last: dimension === '' }
    }),
  )
  const sums: Sum[] = [
    ...places.map(({ dimension, part }) => ({
      whole: idOf(dimension, part, 'all'),
      parts: [idOf(dimension, part, 'send'), idOf(dimension, part, 'none')],
    })),
    ...dimensionNames.flatMap((dimension) =>
      sidesOf.map((side) => ({
        whole: idOf('', wholeName, side),
        parts: [...names.get(dimension)!].map((part) => idOf(dimension, part, side)),
      })),
    ),
  ]
  const hidden = hiddenOf(counts, sums, fewest)
  const cell = (dimension: string, part: string, side: Side): Cell => {
    const id = idOf(dimension, part, side)
    if (hidden.has(id)) return away
    const tally = tallies.get(id)
    return tally ? { n: tally.n, mean: tally.sum / tally.n } : { n: 0, mean: null }
  }
  const subgroup = (dimension: string, part: string): Subgroup => ({
    name: part,
    cells: {
      send: cell(dimension, part, 'send'),
      none: cell(dimension, part, 'none'),
      all: cell(dimension, part, 'all'),
    },
  })
  return {
    term,
    whole: subgroup('', wholeName),
    parts: Object.fromEntries(
      dimensionNames.map((dimension) => [
        dimension,
        [...names.get(dimension)!].toSorted(inOrder).map((part) => subgroup(dimension, part)),
      ]),
    ) as Record<Dimension, Subgroup[]>,
  }
}
