import { t } from '../../words/t.ts'
import type { ExamRule } from '../records/examRule.ts'
import type { Day } from './day.ts'
import type { ArrangementKind, ArrangementWay, ExamTests, Sureness } from './examCodes.ts'

/** Where a rule comes from. `until`: the last day of the book it stands in; nothing where nobody looked further. */
export type RuleSource = {
  readonly from: Day
  readonly until?: Day
  readonly source: string
  readonly sure: Sureness
  /** The school wrote it down itself. */
  readonly own: boolean
}
/** The scores from which 25% extra time may be asked for. */
export type ScoreRule = RuleSource & {
  readonly low: number
  readonly high: number
  /** The national curriculum year before which nobody is assessed for it. */
  readonly year: number
}
export type WayRule = RuleSource & {
  readonly tests: ExamTests
  readonly arrangement: ArrangementKind
  readonly way: ArrangementWay
}

const jcqBook = t`JCQ, Access Arrangements and Reasonable Adjustments, 1 Sept 2025 to 31 Aug 2026`
const staGuide = t`STA, Key stage 2 tests: access arrangements guidance`
const jcq = { from: '2025-09-01', until: '2026-08-31', source: jcqBook, own: false } as const
const ks2 = { from: '2025-10-13', until: '2026-08-31', source: staGuide, own: false } as const

/** What is known of the scores where the school wrote nothing down. Read on pages about the book, not in it. */
export const knownScores: readonly ScoreRule[] = [{ ...jcq, sure: 'told', low: 84, high: 89, year: 9 }]

const waysFor = (
  base: Omit<RuleSource, 'sure'> & { readonly sure: Sureness },
  tests: ExamTests,
  way: ArrangementWay,
  kinds: readonly ArrangementKind[],
): WayRule[] => kinds.map((arrangement) => ({ ...base, tests, arrangement, way }))

/**
 * What is known of who settles which arrangement, where the school wrote nothing down. Pages about the JCQ book differ
 * in how many a school decides itself, so these are from memory; the classes of key stage 2 were read in the guidance
 * as far as they are marked so.
 */
export const knownWays: readonly WayRule[] = [
  ...waysFor({ ...jcq, sure: 'memory' }, 'jcq', 'approval', [
    'time25',
    'timeMore',
    'reader',
    'computerReader',
    'scribe',
    'speech',
    'languageModifier',
    'practical',
    'otherSite',
  ]),
  ...waysFor({ ...jcq, sure: 'memory' }, 'jcq', 'board', ['modified', 'braille', 'enlarged']),
  ...waysFor({ ...jcq, sure: 'memory' }, 'jcq', 'school', [
    'restBreaks',
    'readingPen',
    'wordProcessor',
    'transcript',
    'prompter',
    'signer',
    'liveSpeaker',
    'dictionary',
    'room',
    'coloured',
  ]),
  ...waysFor({ ...ks2, sure: 'told' }, 'ks2', 'application', [
    'time25',
    'timeMore',
    'earlyOpening',
    'compensatory',
  ]),
  ...waysFor({ ...ks2, sure: 'told' }, 'ks2', 'notification', ['scribe', 'transcript', 'wordProcessor']),
  ...waysFor({ ...ks2, sure: 'told' }, 'ks2', 'school', ['reader', 'prompter', 'restBreaks']),
]

const newest = <R extends RuleSource>(own: readonly R[], known: readonly R[], day: Day): R | null => {
  const begun = (rules: readonly R[]) =>
    rules.filter(({ from }) => from <= day).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
  return begun(own) ?? begun(known) ?? null
}
const bySchool = ({ from, source, sure }: ExamRule): RuleSource => ({ from, source, sure, own: true })

/** The scores that count on a day: the school’s own newest row, else what is known; null before anything is. */
export const scoreRuleOn = (rules: readonly ExamRule[], day: Day): ScoreRule | null =>
  newest(
    rules.flatMap((rule): ScoreRule[] => {
      const { about, low, high, year } = rule
      return about === 'scores' && low !== null && high !== null && year !== null
        ? [{ ...bySchool(rule), low, high, year }]
        : []
    }),
    knownScores,
    day,
  )

/** Who settles an arrangement on a day, as far as that is known. */
export const wayRuleOn = (
  rules: readonly ExamRule[],
  tests: ExamTests,
  arrangement: ArrangementKind,
  day: Day,
): WayRule | null => {
  const same = (rule: { tests: string | null; arrangement: string | null }) =>
    rule.tests === tests && rule.arrangement === arrangement
  return newest(
    rules.flatMap((rule): WayRule[] =>
      rule.about === 'way' && rule.way !== null && same(rule)
        ? [{ ...bySchool(rule), tests, arrangement, way: rule.way }]
        : [],
    ),
    knownWays.filter(same),
    day,
  )
}

/** Whether the book that a rule stands in has run out: then this year’s must be looked at. */
export const isPast = ({ until }: RuleSource, day: Day): boolean => until !== undefined && until < day

/** A day of an earlier year that somebody remembers, offered as a beginning. `month` and `date` as numbers. */
export type KnownDate = {
  readonly what: string
  readonly tests: ExamTests
  /** Null: it is another day each year. */
  readonly on: { readonly month: number; readonly date: number } | null
  /** The month in which the season is: `season` says it. */
  readonly season: number
  readonly source: string
  readonly sure: Sureness
}

/** Dates of earlier years. None is said to hold this year: the day of the season is found and written down. */
export const knownDates: readonly KnownDate[] = [
  {
    what: t`Applications through Access Arrangements Online for the summer exams`,
    tests: 'jcq',
    on: { month: 3, date: 21 },
    season: 6,
    source: t`JCQ key dates of earlier years; in 2022 it was 31 March`,
    sure: 'memory',
  },
  {
    what: t`Orders of modified papers for the summer exams`,
    tests: 'jcq',
    on: { month: 1, date: 31 },
    season: 6,
    source: t`JCQ key dates of earlier years`,
    sure: 'memory',
  },
  {
    what: t`Applications for key stage 2 tests (additional time, early opening, compensatory marks)`,
    tests: 'ks2',
    on: null,
    season: 5,
    source: t`STA guidance of the year`,
    sure: 'memory',
  },
  {
    what: t`Notifications for key stage 2 tests (scribe, transcript, word processor)`,
    tests: 'ks2',
    on: null,
    season: 5,
    source: t`STA guidance of the year`,
    sure: 'memory',
  },
  {
    what: t`First of the key stage 2 tests`,
    tests: 'ks2',
    on: null,
    season: 5,
    source: t`STA test dates of the year; in 2026 it was 11 May`,
    sure: 'memory',
  },
  {
    what: t`Phonics screening check: arrangements settled`,
    tests: 'phonics',
    on: null,
    season: 6,
    source: t`STA guidance of the year`,
    sure: 'memory',
  },
  {
    what: t`Multiplication tables check: arrangements settled`,
    tests: 'mtc',
    on: null,
    season: 6,
    source: t`STA guidance of the year`,
    sure: 'memory',
  },
]

/** The coming season of a known date, seen from today: its year and its day, null where it is another one each year. */
export const comingDate = (
  { on, season }: KnownDate,
  today: Day,
): { readonly year: number; readonly month: number; readonly day: Day | null } => {
  const year = Number(today.slice(0, 4))
  const two = (n: number) => String(n).padStart(2, '0')
  const of = (y: number): Day => `${y}-${two(on?.month ?? season)}-${two(on?.date ?? 1)}`
  const next = of(year) >= today ? year : year + 1
  return { year: next, month: season, day: on === null ? null : of(next) }
}
