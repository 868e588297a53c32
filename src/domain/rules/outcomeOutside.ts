import { t } from '../../words/t.ts'
import { type Count, fewestShown, hiddenOf, hiddenWords, type Sum } from './analysisHidden.ts'
import { type Figure, noFigure, type Reckoned } from './figure.ts'
import type { Outcome, Part, WholeOutcome } from './outcomeOf.ts'
import { metWords, wordsOf } from './outcomeWords.ts'

/** Outcomes for readers outside: no number that is small, or that would give a small one away. */
export type OutsideView = {
  readonly whole: Outcome
  readonly parts: readonly Outcome[]
  /** Some parts are too small to be shown at all; not how many. */
  readonly someHidden: boolean
}

const displayed = ['pupils', 'measured', 'otherTool'] as const
const kinds: readonly Part[] = [...displayed, 'met', 'notMet', 'noResult', 'ratios', 'costed', 'priced']

/** Parts of which nothing is shown: with so few pupils, or so few measured, and what would tell of those. */
const wholly = (whole: WholeOutcome | null, parts: readonly WholeOutcome[], fewest: number): Set<number> =>
  new Set(
    (['pupils', 'measured'] as const).flatMap((kind) => {
      const counts = parts.map((part, at): Count => ({
        id: `${at}`,
        n: part.behind[kind],
        shown: true,
      }))
      const sums: Sum[] = whole ? [{ whole: 'whole', parts: counts.map(({ id }) => id) }] : []
      if (whole) counts.push({ id: 'whole', n: whole.behind[kind], shown: true, last: true })
      return [...hiddenOf(counts, sums, fewest)].map((id) => (id === 'whole' ? -1 : Number(id)))
    }),
  )

/**
 * The numbers of each outcome that stay hidden, all reckoned together: those of a row are sums of each other (whoever
 * wasn’t measured is left over from who was), and those of a column of the whole, which is at −1, if it is there.
 */
const hiddenCells = (
  rows: readonly { readonly at: number; readonly of: WholeOutcome }[],
  away: ReadonlySet<number>,
  fewest: number,
): ReadonlySet<string> => {
  const id = (at: number, what: string) => `${at}|${what}`
  const counts = rows.flatMap(({ at, of }): Count[] => {
    const shown = !away.has(at)
    const { pupils, measured, met, notMet } = of.behind
    const known = met + notMet
    return [
      ...kinds.map((kind) => ({ id: id(at, kind), n: of.behind[kind], shown })),
      { id: id(at, 'known'), n: known, shown },
      { id: id(at, 'unmeasured'), n: Math.max(0, pupils - measured), shown: false },
      // Often nobody: then a reader has the one number where the other stands.
      { id: id(at, 'unsaid'), n: Math.abs(measured - known), shown: false },
    ]
  })
  const sums: Sum[] = [
    ...rows.flatMap(({ at, of }) => [
      { whole: id(at, 'pupils'), parts: [id(at, 'measured'), id(at, 'unmeasured')] },
      { whole: id(at, 'pupils'), parts: ['otherTool', 'known', 'noResult'].map((what) => id(at, what)) },
      { whole: id(at, 'known'), parts: [id(at, 'met'), id(at, 'notMet')] },
      of.behind.measured >= of.behind.met + of.behind.notMet
        ? { whole: id(at, 'measured'), parts: [id(at, 'known'), id(at, 'unsaid')] }
        : { whole: id(at, 'known'), parts: [id(at, 'measured'), id(at, 'unsaid')] },
    ]),
    ...(rows[0]!.at === -1
      ? [...kinds, 'known', 'unmeasured', 'unsaid'].map((what) => ({
          whole: id(-1, what),
          parts: rows.slice(1).map(({ at }) => id(at, what)),
        }))
      : []),
  ]
  return hiddenOf(counts, sums, fewest)
}

/** A figure without what its reason says of single pupils, such as the lowest and the highest of a mean. */
const bare = <F extends Figure>(figure: Reckoned<F>): Reckoned<F> =>
  figure.value === null
    ? noFigure(t`There is no figure of this kind`)
    : {
        ...figure,
        reading: figure.shown,
        cautions: [],
        why: {
          ...figure.why,
          says: t`The numbers that it was reckoned from are left out here: they may tell of a child.`,
          inputs: [],
        },
      }
const hidden = noFigure(hiddenWords)

const outsideOf = (
  of: WholeOutcome,
  name: string,
  away: (what: string) => boolean,
  fewest: number,
): Outcome => {
  const few = (kind: Part) => {
    const pupils = of.behind[kind]
    return pupils > 0 && pupils < fewest
  }
  const count = (what: (typeof displayed)[number]) => (away(what) ? null : of[what])
  const unless = <F extends Figure>(isAway: boolean, figure: Reckoned<F>): Reckoned<F> =>
    isAway && figure.value !== null ? hidden : bare(figure)
  const result = bare(of.met)
  const met: Outcome['met'] =
    result.value === null
      ? result
      : away('met') || away('notMet') || away('known')
        ? hidden
        : { ...result, missing: away('noResult') ? null : result.missing }
  const effect = bare(of.effect)
  const given = unless(few('logged'), of.fidelity)
  return {
    key: of.key,
    name,
    // Beside the pupils it would say how few had the support twice.
    times: null,
    pupils: count('pupils'),
    measured: count('measured'),
    otherTool: count('otherTool'),
    start: bare(of.start),
    end: bare(of.end),
    gain: bare(of.gain),
    ratio: unless(away('ratios'), of.ratio),
    effect,
    met,
    fidelity: given,
    cost: unless(away('costed'), of.cost),
    costOfGain: unless(away('priced'), of.costOfGain),
    words: wordsOf({
      begins:
        met.value !== null
          ? metWords(met)
          : of.measured === 0
            ? t`Nobody has a start and an end on this tool yet.`
            : of.met.value === null
              ? t`No target was set.`
              : t`Too few on one side to say how many met their target.`,
      measured: of.measured > 0,
      small: false,
      effect,
      fidelity: given,
    }),
  }
}

/** An outcome of which nothing is told but that it is there. */
const nothingOf = (key: string | null, name: string): Outcome => ({
  key,
  name,
  times: null,
  pupils: null,
  measured: null,
  otherTool: null,
  start: hidden,
  end: hidden,
  gain: hidden,
  ratio: hidden,
  effect: hidden,
  met: hidden,
  fidelity: hidden,
  cost: hidden,
  costOfGain: hidden,
  words: t`Too few pupils to show numbers.`,
})

/**
 * Outcomes as readers outside may see them. Those with too few pupils are left out; of the others each small number is
 * hidden, and the least ones beside it until no small one can be reckoned from what is shown. `wholeShown`: whether
 * the sum of all stands beside them. `nameOf`: what a part is called outside, by its place among those shown.
 */
export const outsideView = (
  { whole, parts }: { readonly whole: WholeOutcome; readonly parts: readonly WholeOutcome[] },
  {
    fewest = fewestShown,
    wholeShown,
    nameOf = ({ name }) => name,
  }: {
    readonly fewest?: number
    readonly wholeShown: boolean
    readonly nameOf?: (part: WholeOutcome, place: number) => string
  },
): OutsideView => {
  const summed = wholeShown ? whole : null
  const away = wholly(summed, parts, fewest)
  const rows = parts.map((of, at) => ({ at, of }))
  // Without a sum below them rows say nothing of each other.
  const cells = summed
    ? hiddenCells([{ at: -1, of: summed }, ...rows], away, fewest)
    : new Set(rows.flatMap((row) => [...hiddenCells([row], away, fewest)]))
  const shown = parts.flatMap((part, at) => (away.has(at) ? [] : [{ part, at }]))
  return {
    whole:
      wholeShown && !away.has(-1)
        ? outsideOf(whole, whole.name, (what) => cells.has(`-1|${what}`), fewest)
        : nothingOf(whole.key, whole.name),
    parts: shown.map(({ part, at }, place) =>
      outsideOf(part, nameOf(part, place + 1), (what) => cells.has(`${at}|${what}`), fewest),
    ),
    someHidden: away.size > 0,
  }
}
