import { stat } from 'node:fs/promises'
import { readRulebook } from '../documents/rulebookFile.ts'
import { blank } from '../domain/record.ts'
import { Allocation } from '../domain/records/allocation.ts'
import type { CostingRulebook } from '../domain/records/costingRulebook.ts'
import type { Provision } from '../domain/records/provision.ts'
import { daysOfYear, moneyYearOf } from '../domain/rules/annualise.ts'
import { staffRoles } from '../domain/rules/codes.ts'
import { pupilMoney } from '../domain/rules/cost.ts'
import { exactly, fraction } from '../domain/rules/fraction.ts'
import { type Rules, rulesOf } from '../domain/rules/rulebook.ts'
import { countedOf } from '../domain/rules/rulebookCount.ts'
import { exampleRulebooks } from '../domain/rules/rulebookExamples.ts'
import type { Why } from '../domain/rules/why.ts'
import type { YearLine } from '../domain/rules/yearLine.ts'
import { readIn } from './files.ts'
import { notFound } from './stop.ts'

type Case = Record<string, unknown>
const kinds = ['ta', 'teacher', 'external', 'equipment', 'supervision'] as const
const choices = {
  role: Object.keys(staffRoles),
  kind: kinds,
  charge: ['share', 'full'],
} as const
const ticks = ['outcome', 'counts']
const fold = (text: string) => text.trim().toLowerCase()

const choiceFault = (given: Case, name: keyof typeof choices): string[] => {
  const all: readonly string[] = choices[name]
  const value = given[name] ?? null
  return value === null || all.includes(value as string) ? [] : [`${name} is one of ${all.join(', ')}`]
}

/** What an outside agreement costs, and whether one pupil bears the whole cost; both may be left out. */
export const extraFaultsIn = (given: Case): string[] => [
  ...choiceFault(given, 'charge'),
  ...[given['externalPence']].flatMap((pence) =>
    pence === undefined ||
    pence === null ||
    (Number.isSafeInteger(pence) && (pence as number) >= 0 && (pence as number) <= 1_000_000_000)
      ? []
      : ['externalPence is a whole number of pence, 0 for none'],
  ),
]

/** What a case says beyond its numbers, for rules that ask; all of it may be left out. */
export const ruleFaultsIn = (given: Case): string[] => [
  ...choiceFault(given, 'role'),
  ...choiceFault(given, 'kind'),
  ...ticks.flatMap((name) =>
    [undefined, null, true, false].includes(given[name] as boolean | null | undefined)
      ? []
      : [`${name} is true or false`],
  ),
  ...[given['pupil']].flatMap((pupil) =>
    pupil === undefined || pupil === null || ['string', 'number'].includes(typeof pupil)
      ? []
      : ['pupil is a name or a number: cases of one pupil are counted together'],
  ),
]

/**
 * An example by its authority's name, or a file that School, Costing rules saved for other schools. Throws Stop, exit 2,
 * in a sentence.
 */
export const rulebookNamed = async (name: string): Promise<CostingRulebook> => {
  const example = exampleRulebooks.find(({ rulebook }) =>
    [rulebook.authority, rulebook.authority.split(' ')[0]!].some((one) => fold(one) === fold(name)),
  )
  if (example) return example.rulebook
  if (!(await stat(name).catch(() => null)))
    throw notFound(
      `“${name}” is no file, nor one of the examples: ${exampleRulebooks.map(({ rulebook }) => rulebook.authority).join(', ')}.`,
    )
  const read = readRulebook(new TextDecoder().decode(await readIn(name)))
  if ('complaint' in read) throw notFound(`${name}: ${read.complaint}`)
  return read.rulebook
}

/** What the rules make of a case, and of all cases of its pupil together. Pence. */
type Counts = {
  readonly countsPence: number
  readonly notCountedPence: number
  readonly whyCounts: Why
  readonly pupil: {
    readonly countsPence: number
    readonly overCapPence: number
    readonly element2Pence: number
    readonly aboveThresholdPence: number
    readonly belowThresholdPence: number
    readonly reasons: readonly string[]
  }
}

const numberIn = (given: Case, name: string) => (given[name] as number | null | undefined) ?? 0

const lineOf = (given: Case, i: number, span: { from: string; until: string }): YearLine => {
  const charge = given['charge'] === 'full' ? 'full' : 'share'
  const groupSize = numberIn(given, 'groupSize')
  const line = {
    ...blank(Allocation, {
      pupil: String(given['pupil'] ?? `case ${i + 1}`),
      provision: `case ${i + 1}`,
      outcome: given['outcome'] === false ? null : 'named',
      ...span,
      sessionsPerWeek: numberIn(given, 'sessionsPerWeek'),
      minutes: numberIn(given, 'minutes'),
      prepMinutes: numberIn(given, 'prepMinutes'),
      weeks: numberIn(given, 'weeks'),
      groupSize,
      charge,
      role: (given['role'] as Allocation['role'] | undefined) ?? 'ta',
      resources: numberIn(given, 'resourcesPence') || null,
      external: numberIn(given, 'externalPence') || null,
      countsTowardsElement2: given['counts'] === false ? false : null,
    }),
    key: `case ${i + 1}`,
  }
  const stretch = {
    ...span,
    weeks: exactly(numberIn(given, 'weeks')),
    price: fraction(1n),
    days: 1,
    rate: exactly(numberIn(given, 'ratePence')),
    sharers: charge === 'full' ? 1 : groupSize,
    present: groupSize,
    double: false,
  }
  return { line, all: [stretch], inYear: [stretch], lacks: [], noRate: [], estimated: false }
}

/**
 * What an authority's rules count of each case. Cases that name one `pupil` are counted together, as limits of hours and
 * of cost hold for all lines of a pupil; a case that names none is a pupil of its own. All weeks lie in one year.
 */
export const countsOf = (
  rulebook: CostingRulebook,
  cases: readonly Case[],
  costs: readonly { readonly perPupilPence: number }[],
): Counts[] => {
  const rules: Rules = rulesOf(rulebook, undefined)
  const span = daysOfYear(moneyYearOf(rulebook.from, rules.yearStarts))
  const lines = cases.map((given, i) => ({
    year: lineOf(given, i, span),
    kind: (given['kind'] as Provision['line'] | undefined) ?? null,
    pence: costs[i]!.perPupilPence,
  }))
  const together = new Map<string, typeof lines>()
  for (const line of lines) {
    const { pupil } = line.year.line
    together.set(pupil, [...(together.get(pupil) ?? []), line])
  }
  const answers = new Map<string, Counts>()
  for (const own of together.values()) {
    const counted = countedOf(own, rules)
    const money = pupilMoney([counted.countedPence], rules.threshold, 0)
    for (const line of counted.lines)
      answers.set(line.line.line.key, {
        countsPence: line.countedPence,
        notCountedPence: line.notCountedPence,
        whyCounts: line.why,
        pupil: {
          countsPence: counted.countedPence,
          overCapPence: counted.overCap,
          element2Pence: money.element2Used,
          aboveThresholdPence: money.aboveThreshold,
          belowThresholdPence: money.belowThreshold,
          reasons: counted.reasons,
        },
      })
  }
  return lines.map(({ year }) => answers.get(year.line.key)!)
}
