import type { Allocation } from '../records/allocation.ts'
import type { CostingRulebook } from '../records/costingRulebook.ts'
import type { Funding } from '../records/funding.ts'
import type { FundingBand } from '../records/fundingBand.ts'
import type { Group } from '../records/group.ts'
import type { Provision } from '../records/provision.ts'
import type { Pupil } from '../records/pupil.ts'
import type { School } from '../records/school.ts'
import { daysOfYear, type MoneyYear, overlapOf, showMoneyYear, type Span } from './annualise.ts'
import { pupilMoney } from './cost.ts'
import { addDays, type Day, showDay } from './day.ts'
import { exactly, type Fraction, fraction, over, plus, rounded, sum, times } from './fraction.ts'
import { fundingOf, type PupilFunding } from './funding.ts'
import { showMoney } from './money.ts'
import { doublesIn, type Overlap } from './moneyDoubles.ts'
import { rulebookFor, type Rules, rulesOf } from './rulebook.ts'
import { canCount, type CountedLine, countedOf } from './rulebookCount.ts'
import { calendarOf, type SchoolCalendar } from './schoolCalendar.ts'
import { setting } from './settings.ts'
import type { Why } from './why.ts'
import {
  groupCost,
  hoursOf,
  type Keyed,
  minutesOf,
  ownCost,
  penceIn,
  whyInYear,
  type YearContext,
  type YearLine,
  yearLine,
  type YearRate,
} from './yearLine.ts'

export type MoneyInput = {
  readonly pupils: readonly Keyed<Pupil>[]
  readonly provisions: readonly Keyed<Provision>[]
  readonly groups: readonly Keyed<Group>[]
  /** All lines of the school, filled from their groups (`filledFromGroups`). */
  readonly lines: readonly Keyed<Allocation>[]
  readonly rates: readonly YearRate[]
  /** The school's settings for the year; undefined where it has settled nothing. */
  readonly school: School | undefined
  readonly rulebooks: readonly CostingRulebook[]
  readonly fundings: readonly Funding[]
  readonly bands: readonly FundingBand[]
  readonly calendar?: SchoolCalendar
  readonly year: MoneyYear
  /** With a day: what runs on it is also told as if it ran all year (`wholeYear`). */
  readonly asOf?: Day
}

/** A sum with its reason. Pence. */
export type Figure = { readonly pence: number; readonly why: Why }

/** One line of support in the year. */
export type MoneyLine = {
  readonly line: Keyed<Allocation>
  readonly year: YearLine
  readonly provision: Keyed<Provision> | undefined
  /** What it costs the school for this pupil; null where something is missing. */
  readonly actual: Figure | null
  readonly counted: CountedLine | null
  /** Not rounded. */
  readonly exact: Fraction
  /** What it lacks before it can be costed. */
  readonly missing: readonly string[]
}

/** One pupil's year. Pence. */
export type PupilYear = {
  readonly pupil: Keyed<Pupil>
  /** The authority whose rules hold: the one that keeps the plan, else the school's. */
  readonly authority: string | null
  readonly rules: Rules
  readonly hasRulebook: boolean
  readonly lines: readonly MoneyLine[]
  /** What the lines cost the school, each rounded. */
  readonly actual: Figure
  /** What counts of it under the authority's rules. */
  readonly counted: Figure
  readonly notCounted: number
  /** What runs on `asOf` as if it ran all year: for a request that asks for a full year. Null without that day. */
  readonly wholeYear: Figure | null
  readonly element2Used: Figure
  readonly aboveThreshold: Figure
  readonly belowThreshold: number
  readonly topUp: Figure
  /** Above nothing: the school pays for what the top-up does not cover. Below: more top-up than cost above the threshold. */
  readonly topUpGap: Figure
  readonly funding: PupilFunding
  /** Lines that lack something: the figures are too low. */
  readonly notCosted: readonly MoneyLine[]
}

/** Part of the school's money by something; all parts of one kind add up to the same sum of lines. */
export type MoneyPart = Figure & {
  /** A key, a role, a name; '' where nothing is named. */
  readonly of: string
  readonly lines: number
  readonly pupils: number
  readonly hours: Fraction
}
export type GroupMoney = MoneyPart & {
  /** What the group costs, whoever came; null where it can't be reckoned from the group alone. */
  readonly wholePence: number | null
  /** Not shared out: places that nobody took, and rounding. */
  readonly unshared: number
}

export type SchoolMoney = {
  readonly year: MoneyYear
  readonly pupils: readonly PupilYear[]
  readonly groups: readonly GroupMoney[]
  readonly staff: readonly MoneyPart[]
  readonly levels: readonly MoneyPart[]
  readonly terms: readonly (MoneyPart & { readonly span: Span | null })[]
  /** Sum of the rounded lines. */
  readonly linesPence: number
  /** What groups cost that is on no pupil's line. */
  readonly unsharedPence: number
  /** From what is not rounded, rounded once. */
  readonly total: Figure
  readonly roundingDifference: number
  readonly element1: (Figure & { readonly each: number }) | null
  readonly element2Used: Figure
  readonly aboveThreshold: number
  readonly topUp: Figure
  readonly topUpGap: Figure
  readonly notCounted: Figure
  readonly schoolSpend: Figure
  readonly notionalBudget: number | null
  readonly notionalBalance: Figure | null
  readonly notCosted: readonly MoneyLine[]
  readonly overlaps: readonly Overlap[]
  /** Lines of pupils who are not among the pupils. */
  readonly leftOut: number
}

const source = 'DfE, The notional SEN budget for mainstream schools, 2025 to 2026'
const why = (
  rule: string,
  says: string,
  inputs: readonly [string, string | number][],
  from = source,
): Why => ({
  rule,
  says,
  strength: 'local',
  source: from,
  inputs: inputs.map(([label, value]) => ({
    label,
    value: typeof value === 'number' ? showMoney(value) : value,
  })),
})
const byKey = <T extends { readonly key: string }>(all: readonly T[]) =>
  new Map(all.map((one) => [one.key, one]))
const total = (all: readonly number[]) => all.reduce((a, b) => a + b, 0)
const everyWeekday = calendarOf([])

const termSpans = ({ terms }: SchoolCalendar, span: Span) =>
  terms.flatMap((term) => {
    const inside = overlapOf(span, { from: term.starts, until: term.ends })
    return inside ? [{ name: term.name ?? 'Term', span: inside }] : []
  })

/** One pupil against the threshold. */
const pupilYear = (
  pupil: Keyed<Pupil>,
  own: readonly Omit<MoneyLine, 'counted'>[],
  input: MoneyInput,
): PupilYear => {
  const authority = pupil.localAuthority ?? input.school?.localAuthority ?? null
  const book = rulebookFor(input.rulebooks, authority, input.year)
  const rules = rulesOf(book, input.school)
  const countable = own.filter(({ year }) => canCount(year, rules))
  const result = countedOf(
    countable.map((one) => ({
      year: one.year,
      kind: one.provision?.line ?? null,
      pence: one.actual?.pence ?? 0,
    })),
    rules,
  )
  const countedBy = new Map(result.lines.map((one) => [one.line.line.key, one]))
  const lines = own.map((one): MoneyLine => ({ ...one, counted: countedBy.get(one.line.key) ?? null }))
  const funding = fundingOf(pupil, input.fundings, input.bands, input.year)
  const { threshold } = rules
  const counted = result.countedPence
  const money = pupilMoney([counted], threshold, funding.topUp.pence)
  const actual = total(lines.map((one) => one.actual?.pence ?? 0))
  const notCosted = lines.filter(({ missing }) => missing.length > 0)
  const open = notCosted.length > 0 ? ` ${notCosted.length} not costed yet, so this is too low.` : ''
  const name = (one: MoneyLine) => one.provision?.name ?? 'Provision no longer offered'
  return {
    pupil,
    authority,
    rules,
    hasRulebook: book !== undefined,
    lines,
    actual: {
      pence: actual,
      why: why(
        'What support costs the school',
        `The lines of support that fall in ${showMoneyYear(input.year)}, each rounded to the penny.${open}`,
        [
          ...lines.map((one): [string, string | number] => [
            name(one),
            one.actual?.pence ?? 'not costed yet',
          ]),
          ['Together', actual],
        ],
        'The school’s own rates',
      ),
    },
    counted: {
      pence: counted,
      why: why(
        'What counts towards the threshold',
        `${result.reasons.join(' ')}${result.reasons.length > 0 ? ' ' : ''}${book ? `By ${rules.name}.` : 'No costing rules are entered for this authority: every line counts that is not marked otherwise.'}${open}`,
        [
          ...lines.map((one): [string, string | number] => [
            name(one),
            one.counted?.countedPence ?? 'not costed yet',
          ]),
          ...(result.overCap > 0 ? [['Above the most that counts', result.overCap] as [string, number]] : []),
          ['Counts', counted],
        ],
        rules.source,
      ),
    },
    notCounted: actual - counted,
    wholeYear: input.asOf === undefined ? null : wholeYearOf(lines, rules, input.school, input.asOf),
    element2Used: {
      pence: money.element2Used,
      why: why(
        'Element 2 used',
        'What counts, up to the threshold: the school pays it from its own budget.',
        [
          ['Counts', counted],
          ['Threshold', threshold],
          ['Used', money.element2Used],
        ],
      ),
    },
    aboveThreshold: {
      pence: money.aboveThreshold,
      why: why('Above the threshold', 'What counts, less the threshold; nothing where it stays below.', [
        ['Counts', counted],
        ['Threshold', threshold],
        ['Above', money.aboveThreshold],
      ]),
    },
    belowThreshold: money.belowThreshold,
    topUp: funding.topUp,
    topUpGap: {
      pence: money.topUpGap,
      why: why(
        'Top-up gap',
        money.topUpGap > 0
          ? 'What lies above the threshold, less the top-up: the school pays it.'
          : 'The top-up covers what lies above the threshold.',
        [
          ['Above the threshold', money.aboveThreshold],
          ['Top-up in the year', funding.topUp.pence],
          ['Gap', money.topUpGap],
        ],
      ),
    },
    funding,
    notCosted,
  }
}

/** Hours a week for all weeks of the year, and each price once, of the lines that run on a day. */
const wholeYearOf = (
  lines: readonly MoneyLine[],
  rules: Rules,
  school: School | undefined,
  day: Day,
): Figure => {
  const weeks = rules.weeks ?? setting(school, 'weeksInYear')
  const running = lines.flatMap(({ line, year, provision, missing }) => {
    const now = year.inYear.find(({ from, until }) => from <= day && day <= until)
    if (!now || now.double || missing.length > 0) return []
    const week = hoursOf(line, { ...now, weeks: exactly(weeks) }, minutesOf(line))
    const group = plus(
      times(now.rate ?? fraction(0n), week),
      exactly((line.resources ?? 0) + (line.external ?? 0)),
    )
    const pence = rounded(over(group, exactly(now.sharers)))
    return [{ name: provision?.name ?? 'Provision no longer offered', pence }]
  })
  const pence = total(running.map((one) => one.pence))
  return {
    pence,
    why: why(
      'As if it ran all year',
      `What runs on ${showDay(day)}, for ${weeks} weeks: for requests that ask for a full year’s cost. No part of this year’s figures.`,
      [...running.map((one): [string, number] => [one.name, one.pence]), ['Together', pence]],
      'The school’s own rates',
    ),
  }
}

const asLine = (group: Keyed<Group>): Keyed<Allocation> =>
  ({
    ...group,
    group: null,
    charge: 'full',
    groupSize: 1,
    countsTowardsElement2: null,
  }) as unknown as Keyed<Allocation>

/** Lines by something: what each part costs, whole pence that add up. */
const parts = (
  lines: readonly MoneyLine[],
  ofLine: (line: MoneyLine) => string,
  rule: string,
  nameOf: (of: string) => string,
  yearWords: string,
): MoneyPart[] => {
  const found = new Map<string, MoneyLine[]>()
  for (const line of lines) {
    const of = ofLine(line)
    found.set(of, [...(found.get(of) ?? []), line])
  }
  return [...found].map(([of, own]) => {
    const costed = own.filter(({ actual }) => actual !== null)
    const pence = total(costed.map(({ actual }) => actual!.pence))
    const pupils = new Set(own.map(({ line }) => line.pupil)).size
    return {
      of,
      lines: own.length,
      pupils,
      hours: hoursFor(costed),
      pence,
      why: why(
        rule,
        `${nameOf(of)}: the lines of ${yearWords} that belong here, each rounded to the penny.`,
        [
          ['Lines', String(costed.length)],
          ...(own.length > costed.length
            ? [['Not costed yet', String(own.length - costed.length)] as [string, string]]
            : []),
          ['Pupils', String(pupils)],
          ['Together', pence],
        ],
        'The school’s own rates',
      ),
    }
  })
}
/** Hours of staff that fall on the pupils of these lines. */
const hoursFor = (lines: readonly MoneyLine[]): Fraction =>
  sum(
    lines.flatMap(({ line, year }) =>
      year.inYear
        .filter(({ double }) => !double)
        .map((stretch) => {
          const hours = hoursOf(line, stretch, minutesOf(line))
          return fraction(hours.n, hours.d * BigInt(stretch.sharers))
        }),
    ),
  )

/**
 * The money of provision in one financial year: per pupil against the threshold, and by group, staff, level and term.
 * Method: element 2 is what counts up to the threshold; the school spends that and what top-up does not cover; the
 * notional budget less that is the balance. Each part of the school adds up to the sum of the rounded lines; the total
 * comes from what is not rounded, and the difference is told.
 * Source: DfE, The notional SEN budget for mainstream schools, 2025 to 2026.
 */
export const moneyOf = (input: MoneyInput): SchoolMoney => {
  const { year, calendar = everyWeekday, school } = input
  const span = daysOfYear(year)
  const terms = termSpans(calendar, span)
  const context: YearContext = {
    year,
    calendar,
    rates: input.rates,
    school,
    lines: input.lines,
    cuts: terms.flatMap((term) => [term.span.from, addDays(term.span.until, 1)]),
  }
  const pupils = byKey(input.pupils)
  const provisions = byKey(input.provisions)
  const overlaps = doublesIn(input.lines).filter(
    ({ span: both }) => both.from <= span.until && both.until >= span.from,
  )
  const doubleOf = new Map(overlaps.filter(({ same }) => same).map((one) => [one.line.key, one.span]))
  const others = input.lines.filter(
    ({ pupil, from, until }) =>
      !pupils.has(pupil) && from <= span.until && (until === null || until >= span.from),
  )
  const all = input.lines.flatMap((line): Omit<MoneyLine, 'counted'>[] => {
    if (!pupils.has(line.pupil)) return []
    const reckoned = yearLine(line, context, doubleOf.get(line.key) ?? null)
    const wrongWay = line.until !== null && line.until < line.from
    const inYear = wrongWay ? line.from >= span.from && line.until! <= span.until : reckoned.inYear.length > 0
    if (!inYear) return []
    const missing = [...reckoned.lacks, ...reckoned.noRate]
    const pence = missing.length === 0 ? penceIn(reckoned, span) : 0
    return [
      {
        line,
        year: reckoned,
        provision: provisions.get(line.provision),
        actual: missing.length === 0 ? { pence, why: whyInYear(reckoned, pence, year) } : null,
        exact:
          missing.length === 0 ? sum(reckoned.inYear.map((stretch) => ownCost(line, stretch))) : fraction(0n),
        missing,
      },
    ]
  })
  const of = new Map<string, Omit<MoneyLine, 'counted'>[]>()
  for (const one of all) of.set(one.line.pupil, [...(of.get(one.line.pupil) ?? []), one])
  const funded = new Set(
    input.fundings
      .filter(({ from, until }) => overlapOf(span, { from, until: until ?? span.until }))
      .map(({ pupil }) => pupil),
  )
  const each = input.pupils
    .filter((pupil) => of.has(pupil.key) || funded.has(pupil.key) || (pupil.topUp ?? 0) > 0)
    .map((pupil) => pupilYear(pupil, of.get(pupil.key) ?? [], input))
  const lines = each.flatMap((one) => one.lines)
  const costed = lines.filter(({ actual }) => actual !== null)
  const linesPence = total(costed.map(({ actual }) => actual!.pence))
  const yearWords = showMoneyYear(year)

  const groups = groupMoney(input.groups, lines, context, yearWords)
  const wholeGroups = new Set(groups.filter(({ wholePence }) => wholePence !== null).map((one) => one.of))
  const inWhole = ({ line }: MoneyLine) => line.group !== null && wholeGroups.has(line.group)
  const unrounded = sum([
    ...costed.filter((one) => !inWhole(one)).map(({ exact }) => exact),
    ...groups.flatMap(({ exact }) => (exact ? [exact] : [])),
  ])
  const totalPence = rounded(unrounded)
  const sharedOut = rounded(sum(costed.map(({ exact }) => exact)))
  const roundingDifference = sharedOut - linesPence
  const unsharedPence = totalPence - sharedOut

  const element2 = total(each.map((one) => one.element2Used.pence))
  const above = total(each.map((one) => one.aboveThreshold.pence))
  const topUp = total(each.map((one) => one.topUp.pence))
  const gap = total(each.map((one) => Math.max(0, one.topUpGap.pence)))
  const spend = element2 + gap
  const notCounted = total(each.map((one) => one.notCounted))
  const notional = school?.notionalBudget ?? null
  const withSen = input.pupils.filter(({ status }) => status !== 'N').length
  const core = school?.coreFunding ?? null
  return {
    year,
    pupils: each,
    groups,
    staff: parts(
      lines,
      ({ line }) => line.staff?.trim() ?? '',
      'Cost by who gives it',
      (name) => name || 'Nobody named',
      yearWords,
    ),
    levels: parts(
      lines,
      ({ provision }) => provision?.level ?? '',
      'Cost by level',
      (level) => level || 'No level',
      yearWords,
    ),
    terms: termMoney(terms, costed, yearWords),
    linesPence,
    unsharedPence,
    total: {
      pence: totalPence,
      why: why(
        'What provision costs the school',
        `Everything in ${yearWords} before rounding, rounded once.`,
        [
          ['Sum of the lines, each rounded', linesPence],
          ['Rounding', roundingDifference],
          ['Groups: not shared out to pupils', unsharedPence],
          ['Together', totalPence],
        ],
        'The school’s own rates',
      ),
    },
    roundingDifference,
    element1:
      core === null
        ? null
        : {
            each: core,
            pence: core * withSen,
            why: why(
              'Element 1: core funding',
              'Core funding for each pupil, for those with SEN: the same for every pupil of the school, and no part of the additional cost.',
              [
                ['For each pupil', core],
                ['Pupils with SEN', String(withSen)],
                ['Together', core * withSen],
              ],
              'School settings',
            ),
          },
    element2Used: {
      pence: element2,
      why: why('Element 2 used', 'For each pupil what counts up to the threshold, added up.', [
        ['Pupils', String(each.length)],
        ['Used', element2],
      ]),
    },
    aboveThreshold: above,
    topUp: {
      pence: topUp,
      why: why(
        'Top-up funding (Element 3)',
        `What is paid for pupils in ${yearWords}, each by its days.`,
        [
          ['Pupils with top-up', String(each.filter((one) => one.topUp.pence > 0).length)],
          ['Together', topUp],
        ],
        'Funding entered for each pupil, and the authority’s bands',
      ),
    },
    topUpGap: {
      pence: gap,
      why: why(
        'Top-up gap',
        'What lies above the threshold and no top-up covers, pupil by pupil; one pupil’s surplus fills no other’s gap.',
        [
          ['Above the threshold', above],
          ['Top-up', topUp],
          ['Gap', gap],
        ],
      ),
    },
    notCounted: {
      pence: notCounted,
      why: why(
        'Paid, and not counted',
        'What support costs the school less what counts under each authority’s rules.',
        [
          ['Costs the school', linesPence],
          ['Counts', linesPence - notCounted],
          ['Not counted', notCounted],
        ],
        'Costing rules of the authorities',
      ),
    },
    schoolSpend: {
      pence: spend,
      why: why('What the school spends', 'Element 2 used and the gaps after top-up.', [
        ['Element 2 used', element2],
        ['Top-up gap', gap],
        ['Together', spend],
      ]),
    },
    notionalBudget: notional,
    notionalBalance:
      notional === null
        ? null
        : {
            pence: notional - spend,
            why: why(
              'Balance of the notional SEN budget',
              'The notional budget less what the school spends. It is a guide and not ring-fenced, and not £6,000 for each pupil.',
              [
                ['Notional SEN budget', notional],
                ['The school spends', spend],
                ['Balance', notional - spend],
              ],
            ),
          },
    notCosted: lines.filter(({ missing }) => missing.length > 0),
    overlaps: overlaps.filter(({ line }) => pupils.has(line.pupil)),
    leftOut: others.length,
  }
}

const termMoney = (
  terms: readonly { readonly name: string; readonly span: Span }[],
  costed: readonly MoneyLine[],
  yearWords: string,
) => {
  const inTerms = terms.map(({ name, span }) => {
    const own = costed.filter(({ year }) =>
      year.inYear.some(({ from, until, days }) => days > 0 && from <= span.until && until >= span.from),
    )
    const pence = total(own.map(({ year }) => penceIn(year, span)))
    return {
      of: name,
      span,
      lines: own.length,
      pupils: new Set(own.map(({ line }) => line.pupil)).size,
      hours: fraction(0n),
      pence,
      why: why(
        'Cost by term',
        `${name}: the part of each line that falls on its school days, in ${yearWords}.`,
        [
          ['Lines', String(own.length)],
          ['Together', pence],
        ],
        'The school’s own rates and calendar',
      ),
    }
  })
  const rest = total(costed.map(({ actual }) => actual!.pence)) - total(inTerms.map(({ pence }) => pence))
  const outside = costed.filter(({ year }) =>
    year.inYear.some(
      ({ from, days }) => days > 0 && !terms.some(({ span }) => span.from <= from && from <= span.until),
    ),
  )
  return rest === 0
    ? inTerms
    : [
        ...inTerms,
        {
          of: '',
          span: null,
          lines: outside.length,
          pupils: new Set(outside.map(({ line }) => line.pupil)).size,
          hours: fraction(0n),
          pence: rest,
          why: why(
            'Cost by term',
            'What falls on days outside the terms that are recorded.',
            [['Together', rest]],
            'The school’s own rates and calendar',
          ),
        },
      ]
}

const groupMoney = (
  groups: readonly Keyed<Group>[],
  lines: readonly MoneyLine[],
  context: YearContext,
  yearWords: string,
): (GroupMoney & { readonly exact: Fraction | null })[] => {
  const known = byKey(groups)
  const grouped = lines.filter(({ line }) => line.group !== null && known.has(line.group))
  return parts(
    grouped,
    ({ line }) => line.group!,
    'Cost by group',
    (key) => known.get(key)?.name ?? 'Group',
    yearWords,
  ).map((part) => {
    const alone = yearLine(asLine(known.get(part.of)!), { ...context, lines: [] })
    const whole =
      alone.lacks.length === 0 && alone.noRate.length === 0 && alone.inYear.length > 0
        ? sum(alone.inYear.map((stretch) => groupCost(alone.line, stretch)))
        : null
    const wholePence = whole === null ? null : rounded(whole)
    return {
      ...part,
      exact: whole,
      wholePence,
      unshared: wholePence === null ? 0 : wholePence - part.pence,
      why: {
        ...part.why,
        inputs: [
          ...part.why.inputs,
          ...(wholePence === null
            ? []
            : [
                { label: 'The group costs', value: showMoney(wholePence) },
                { label: 'Not shared out', value: showMoney(wholePence - part.pence) },
              ]),
        ],
      },
    }
  })
}
