import { blank } from '../../domain/record.ts'
import type { Allocation } from '../../domain/records/allocation.ts'
import { AssessmentTool } from '../../domain/records/assessmentTool.ts'
import { Goal } from '../../domain/records/goal.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { Score } from '../../domain/records/score.ts'
import { addDays, type Day, daysBetween } from '../../domain/rules/day.ts'
import { percentileOf } from '../../domain/rules/percentile.ts'
import { toolKinds, toolOf } from '../../domain/rules/toolKinds.ts'
import type { OfferRow } from './provisionRows.ts'
import { keyOn, type Random } from './random.ts'
import type { Row } from './rows.ts'
import type { Setting } from './setting.ts'

/** Figures of the made-up school's own manuals: no publisher's. */
const used: Readonly<Record<string, Partial<AssessmentTool>>> = {
  NGRT: { interval: 5, level: 90, lowest: 60, highest: 140 },
  'Salford Sentence Reading': {},
  'SDQ, total difficulties': {},
  'Leuven scale, wellbeing': {},
}
const names = Object.keys(used)
const [reading, ages, strengths, wellbeing] = names as [string, string, string, string]

const makeTools = (random: Random, day: Day): Row<AssessmentTool>[] =>
  names.map((name) => ({
    key: keyOn(random, day),
    record: blank(AssessmentTool, {
      ...toolOf(toolKinds.find((kind) => kind.name === name)!),
      ...used[name],
      from: day,
      ...(used[name]!.interval ? { source: 'Made-up manual of the school, 2024' } : {}),
    }),
  }))

/** Six throws make a curve near enough to a bell: mean 0, SD about 1. */
const bell = (random: Random) => {
  let sum = 0
  for (let i = 0; i < 6; i++) sum += random.next()
  return (sum - 3) * 1.41
}
const within = (value: number, from: number, to: number) => Math.max(from, Math.min(to, Math.round(value)))

const ageOf = (pupil: Pupil, day: Day) => Math.floor(daysBetween(pupil.dateOfBirth, day) / 30.4375)
const lowestAge = 66

const standardisedScore = (
  random: Random,
  { key, record }: Row<Pupil>,
  tool: string,
  day: Day,
  ability: number,
  more: Partial<Score>,
): Row<Score> => {
  const standardised = within(ability, 60, 140)
  const months = within(ageOf(record, day) + (standardised - 100) * 0.9, 50, 210)
  return {
    key: keyOn(random, day),
    record: blank(Score, {
      pupil: key,
      tool,
      day,
      raw: within(standardised * 0.42 - 8, 0, 60),
      standardised,
      ageMonths: Math.max(months, lowestAge),
      ageBound: months < lowestAge ? 'below' : null,
      percentile: Math.max(0.1, percentileOf(standardised)),
      low: Math.max(60, standardised - 5),
      high: Math.min(140, standardised + 5),
      ...more,
    }),
  }
}

/** Whole years of pupils who sit the reading test in September; in the primary school in June before, too. */
const sitting: Record<Setting['kind'], readonly string[]> = {
  primary: ['3', '4', '5', '6'],
  secondary: ['8'],
}

/**
 * What was measured: the reading test of whole years twice, start and end of this year's and last year's support where
 * its area has a tool, and goals where it has none. Lines come back with the scores that they began and ended with.
 */
export const makeMeasures = (
  { kind, year, today, assistants, teachers }: Setting,
  random: Random,
  pupils: readonly Row<Pupil>[],
  offers: readonly OfferRow[],
  allocations: readonly Row<Allocation>[],
): {
  readonly tools: Row<AssessmentTool>[]
  readonly scores: Row<Score>[]
  readonly goals: Row<Goal>[]
  readonly allocations: Row<Allocation>[]
} => {
  const tools = makeTools(random, `${year - 2}-09-01`)
  const toolKey = new Map(tools.map(({ key, record }) => [record.name, key]))
  const scores: Row<Score>[] = []
  const goals: Row<Goal>[] = []
  const autumn = addDays(`${year}-09-14`, 0)
  const before = kind === 'primary' ? `${year}-06-15` : `${year - 1}-09-15`
  if (autumn < today)
    for (const pupil of pupils) {
      if (!sitting[kind].includes(pupil.record.yearGroup ?? '') || random.chance(0.04)) continue
      const send = pupil.record.status === 'N' ? 0 : pupil.record.status === 'K' ? 13 : 19
      const ability = 101 - send + bell(random) * 12
      const test = (day: Day, at: number, form: string) =>
        scores.push(
          standardisedScore(random, pupil, toolKey.get(reading)!, day, at + bell(random) * 3, {
            form,
            purpose: 'wholeClass',
            testedBy: 'Class teacher',
          }),
        )
      if ((pupil.record.admitted ?? '') < before) test(before, ability, 'A')
      test(autumn, ability + (send > 0 ? 1.5 : 0.5), 'B')
    }
  const byKey = new Map(pupils.map((pupil) => [pupil.key, pupil]))
  const areas = new Map(offers.map(({ key, offer }) => [key, offer.areaOfNeed]))
  let measured = 0
  const lines = allocations.map((line): Row<Allocation> => {
    const { record } = line
    const pupil = byKey.get(record.pupil)
    const area = areas.get(record.provision)
    const over = record.until !== null && record.until < today
    // Nearly everything that ended was measured; of what still runs, less.
    const chosen = random.chance(over ? 0.95 : kind === 'primary' ? 0.6 : 0.2)
    if (!pupil || !area || !chosen || !record.minutes || record.from > today || measured >= 130) return line
    if (area === 'physical' || area === 'communication') {
      if (goals.length < 50) goals.push(goalFor(random, line, over))
      return line
    }
    measured += 1
    const first = addDays(record.from, -random.whole(0, 5))
    const last = over ? addDays(record.until!, -random.whole(0, 4)) : null
    const [entry, exit] =
      area === 'cognition'
        ? readingAges(random, pupil, toolKey.get(ages)!, first, last, random.pick(assistants))
        : feelings(
            random,
            pupil,
            random.chance(0.7)
              ? { key: toolKey.get(strengths)!, from: 22, by: -1 }
              : { key: toolKey.get(wellbeing)!, from: 2, by: 0.2 },
            first,
            last,
            random.pick(teachers),
          )
    // Some were never measured at the end: that is told apart everywhere.
    const ended = exit && random.chance(0.86) ? exit : null
    scores.push(entry, ...(ended ? [ended] : []))
    return {
      key: line.key,
      record: {
        ...record,
        entryScore: entry.key,
        exitScore: ended?.key ?? null,
        // What stopped this term is still to be decided.
        effect: over && record.until! >= `${year}-09-01` && ended ? null : record.effect,
      },
    }
  })
  return { tools, scores, goals, allocations: lines }
}

const readingAges = (
  random: Random,
  pupil: Row<Pupil>,
  tool: string,
  first: Day,
  last: Day | null,
  testedBy: string,
): [Row<Score>, Row<Score> | null] => {
  // The same pupil stands about as far behind each time.
  const behind = 8 + (pupil.key.charCodeAt(20) % 14)
  const start = within(ageOf(pupil.record, first) - behind - bell(random), lowestAge, 200)
  const months = last === null ? 0 : daysBetween(first, last) / 30.4375
  const at = (day: Day, ageMonths: number, purpose: Score['purpose'], form: string): Row<Score> => ({
    key: keyOn(random, day),
    record: blank(Score, {
      pupil: pupil.key,
      tool,
      day,
      form,
      raw: within(ageMonths * 0.4 - 12, 1, 80),
      ageMonths,
      purpose,
      testedBy,
    }),
  })
  const gain = Math.round(months * (1.7 + bell(random) * 1.1))
  return [
    at(first, start, 'entry', 'A'),
    last === null ? null : at(last, within(start + gain, lowestAge, 210), 'exit', 'B'),
  ]
}

const feelings = (
  random: Random,
  pupil: Row<Pupil>,
  { key: tool, from, by }: { key: string; from: number; by: number },
  first: Day,
  last: Day | null,
  testedBy: string,
): [Row<Score>, Row<Score> | null] => {
  const most = by < 0 ? 40 : 5
  const least = by < 0 ? 0 : 1
  const start = within(from + bell(random) * (by < 0 ? 4 : 0.6), least, most)
  const end = within(start + by * 4 + bell(random) * (by < 0 ? 3 : 0.6), least, most)
  const target = within(by < 0 ? start - 4 : start + 1, least, most)
  const at = (day: Day, value: number, purpose: Score['purpose']): Row<Score> => ({
    key: keyOn(random, day),
    record: blank(Score, { pupil: pupil.key, tool, day, value, target, purpose, testedBy }),
  })
  return [at(first, start, 'entry'), last === null ? null : at(last, end, 'exit')]
}

const goalWords = [
  {
    text: 'Asks an adult for help in his or her own words',
    steps: [
      'Waits until somebody comes',
      'Asks when told to',
      'Asks by himself or herself once a lesson',
      'Asks in most lessons',
      'Asks, and says what was tried',
    ],
  },
  {
    text: 'Follows an instruction of three parts',
    steps: [
      'One part at a time',
      'Two parts with pictures',
      'Three parts with pictures',
      'Three parts without pictures',
      'Three parts in a noisy room',
    ],
  },
  {
    text: 'Gets dressed after PE',
    steps: [
      'An adult does most of it',
      'With help at each piece',
      'With help for buttons and laces',
      'Alone, in 10 minutes',
      'Alone, as fast as the class',
    ],
  },
] as const

const goalFor = (random: Random, { key, record }: Row<Allocation>, over: boolean): Row<Goal> => {
  const { text, steps } = random.pick(goalWords)
  const [muchLess, less, expected, more, muchMore] = steps
  const last = record.until ?? addDays(record.from, 84)
  return {
    key: keyOn(random, record.from),
    record: blank(Goal, {
      pupil: record.pupil,
      allocation: key,
      outcome: record.outcome,
      text,
      weight: random.whole(1, 3),
      muchLess,
      less,
      expected,
      more,
      muchMore,
      set: record.from,
      start: random.pick(['muchLess', 'less'] as const),
      due: last,
      ...(over
        ? {
            reached: random.weighted({ muchLess: 1, less: 3, expected: 6, more: 3, muchMore: 1 }),
            rated: last,
            ratedBy: record.staff,
          }
        : {}),
    }),
  }
}
