import { cost as costOf } from '../domain/rules/cost.ts'
import { exactly } from '../domain/rules/fraction.ts'
import type { Command } from './command.ts'
import { countsOf, extraFaultsIn, ruleFaultsIn, rulebookNamed } from './costRules.ts'
import { readList } from './files.ts'
import { needed } from './options.ts'
import { notFound } from './stop.ts'

/**
 * What a case is reckoned from, each with what it is. The last two may be left out: then they are nothing, as are
 * `externalPence` and `charge` (`costRules.ts`).
 */
const asks = {
  ratePence: 'what an hour costs, in pence, such as 1720',
  sessionsPerWeek: 'such as 3',
  minutes: 'minutes of a session, such as 20',
  weeks: 'such as 12',
  groupSize: 'how many pupils share it: a whole number, 1 or more',
  prepMinutes: 'minutes of preparation for a session; 0 for none',
  resourcesPence: 'pence for the whole group; 0 for none',
} as const
type Ask = keyof typeof asks
const names = Object.keys(asks) as Ask[]
const mayBeLeftOut: readonly string[] = ['prepMinutes', 'resourcesPence']

/** More than any school pays or teaches: what is larger was mistyped, and its pence could not be told exactly. */
const most = 1_000_000_000

const faultOf = (given: Record<string, unknown>, name: Ask): string | null => {
  const value = given[name]
  if (value === undefined || value === null)
    return mayBeLeftOut.includes(name) ? null : `is missing: ${asks[name]}`
  if (typeof value === 'string') return `is text: write a number without quotation marks (${asks[name]})`
  if (typeof value !== 'number') return `is not a number: ${asks[name]}`
  if (!Number.isFinite(value) || value > most) return `is too large: ${asks[name]}`
  if (value < 0) return `is below nothing: ${asks[name]}`
  if (name === 'groupSize') {
    if (value === 0)
      return 'is 0, and a cost can’t be shared by nobody: write 1 where it is for one pupil alone'
    if (!Number.isInteger(value)) return 'is no whole number: pupils are counted'
  }
  return String(value).includes('e') ? `has too many decimal places: ${asks[name]}` : null
}

/** What may be left out, with what people write instead of its name. */
const alikes: readonly (readonly [name: string, alike: RegExp])[] = [
  ['prepMinutes', /prep/i],
  ['resourcesPence', /resource/i],
  ['externalPence', /external/i],
  ['charge', /charge/i],
]
const known: readonly string[] = [...names, ...alikes.map(([name]) => name)]

/** A name that isn't known, where one that may be left out is missing, was misspelt: nothing would tell. */
const strangeIn = (given: Record<string, unknown>): string | null => {
  for (const [name, alike] of alikes) {
    const strange = Object.keys(given).find((one) => alike.test(one) && !known.includes(one))
    if (strange !== undefined && !Object.hasOwn(given, name))
      return `${strange.slice(0, 40)} is not known: it is spelt ${name}`
  }
  return null
}

/** So many are told at once: a file in another shape altogether has a fault in every case. */
const toldAtOnce = 20

type Case = Record<string, unknown>
/** Stops with every fault of every case, by the case's number. */
const refuse = (cases: readonly Case[], underRules: boolean): void => {
  const faults = cases.flatMap((given, i) => [
    ...names.flatMap((name) => {
      const fault = faultOf(given, name)
      return fault ? [`Case ${i + 1}: ${name} ${fault}.`] : []
    }),
    ...[strangeIn(given)].flatMap((fault) => (fault ? [`Case ${i + 1}: ${fault}.`] : [])),
    ...[...extraFaultsIn(given), ...(underRules ? ruleFaultsIn(given) : [])].map(
      (fault) => `Case ${i + 1}: ${fault}.`,
    ),
  ])
  if (faults.length === 0) return
  const more = faults.length - toldAtOnce
  const told = faults.slice(0, toldAtOnce)
  throw notFound([...told, ...(more > 0 ? [`And ${more} more. Nothing was reckoned.`] : [])].join('\n'))
}

const numberIn = (given: Case, name: Ask) => (given[name] as number | null | undefined) ?? 0

/** `cost`: JSON in, JSON out, nothing else. Pence in, whole pence out; with `--rulebook` also what counts. */
export const cost: Command = async (asked, { print }) => {
  const cases = await readList(needed(asked, 'file'), 'Case')
  const named = asked.given['rulebook']
  const rulebook = named === undefined ? null : await rulebookNamed(named)
  refuse(cases, rulebook !== null)
  const tellable = (pence: number, i: number) => {
    if (!Number.isSafeInteger(pence))
      throw notFound(`Case ${i + 1}: it comes to more than can be told to the penny. Nothing was reckoned.`)
  }
  const answers = cases.map((given, i) => {
    const { perPupilPence, groupTotalPence, why } = costOf({
      pencePerHour: exactly(numberIn(given, 'ratePence')),
      sessionsPerWeek: numberIn(given, 'sessionsPerWeek'),
      minutes: numberIn(given, 'minutes'),
      prepMinutes: numberIn(given, 'prepMinutes'),
      weeks: numberIn(given, 'weeks'),
      groupSize: numberIn(given, 'groupSize'),
      resources: numberIn(given, 'resourcesPence'),
      external: (given['externalPence'] as number | null | undefined) ?? 0,
      charge: given['charge'] === 'full' ? 'full' : 'share',
    })
    tellable(groupTotalPence, i)
    return { perPupilPence, groupTotalPence, why }
  })
  const counts = rulebook && countsOf(rulebook, cases, answers)
  counts?.forEach((one, i) => tellable(Math.max(one.countsPence, one.pupil.countsPence), i))
  print(JSON.stringify(counts ? answers.map((one, i) => ({ ...one, ...counts[i] })) : answers, null, 2))
  return 0
}
