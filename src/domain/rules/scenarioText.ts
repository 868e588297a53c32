import { t } from '../../words/t.ts'
import { isKey } from '../key.ts'
import type { Rate } from '../records/rate.ts'
import { schoolWeekdays } from '../records/slot.ts'
import { parseTime } from './clockTime.ts'
import { staffRoles } from './codes.ts'
import type { Change, ChangeKind } from './scenarioTypes.ts'

/** Of the text in `Scenario.changes`. A later version is refused, never half understood. */
const scenarioVersion = 1

export const scenarioText = (changes: readonly Change[]): string =>
  JSON.stringify({ version: scenarioVersion, changes })

export type ScenarioRead =
  | { readonly changes: readonly Change[]; readonly complaints?: never }
  | { readonly complaints: readonly string[]; readonly changes?: never }

type Loose = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isNumber =
  (most: number, least = 0) =>
  (value: unknown) =>
    typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most
const isWhole =
  (most: number, least = 0) =>
  (value: unknown) =>
    Number.isInteger(value) && isNumber(most, least)(value)
const isRole = (value: unknown) => typeof value === 'string' && Object.hasOwn(staffRoles, value)
const isKeyOrNull = (value: unknown) => value === null || isKey(value)
const oneOf =
  (...all: readonly unknown[]) =>
  (value: unknown) =>
    all.includes(value)
const orNull = (test: (value: unknown) => boolean) => (value: unknown) => value === null || test(value)

type Tests = Readonly<Record<string, readonly [words: string, test: (value: unknown) => boolean]>>
const amounts: Tests = {
  sessionsPerWeek: [t`sessions a week from 0 to 50`, isNumber(50)],
  minutes: [t`whole minutes from 0 to 600`, isWhole(600)],
  prepMinutes: [t`whole minutes of preparation from 0 to 600`, isWhole(600)],
  weeks: [t`weeks from 0 to 60`, isNumber(60)],
  role: [t`a role`, isRole],
  member: [t`a member of staff`, isKeyOrNull],
}
const amountsAre =
  (more: Tests) =>
  (value: unknown): boolean =>
    isObject(value) &&
    Object.keys(value).length > 0 &&
    Object.entries(value).every(([name, one]) => ({ ...amounts, ...more })[name]?.[1](one) ?? false)

const times: Tests = {
  weekday: [t`a day`, (value) => typeof value === 'string' && Object.hasOwn(schoolWeekdays, value)],
  starts: [t`a time`, (value) => typeof value === 'string' && value.length <= 5 && parseTime(value) !== null],
  minutes: [t`whole minutes from 1 to 600`, isWhole(600, 1)],
  everyWeeks: [t`how often`, oneOf('every', 'odd', 'even')],
  member: [t`a member of staff`, isKeyOrNull],
}
const isTimeAmounts = (value: unknown): boolean =>
  isObject(value) &&
  Object.keys(value).length > 0 &&
  Object.entries(value).every(([name, one]) => Object.hasOwn(times, name) && times[name]![1](one))

const shapes: { readonly [K in ChangeKind]: Tests } = {
  loseStaff: {
    member: [t`who goes`, isKey],
    give: [
      t`who takes what`,
      (value) => isObject(value) && Object.entries(value).every(([key, to]) => isKey(key) && isKeyOrNull(to)),
    ],
    rest: [t`who takes the rest`, isKeyOrNull],
  },
  mergeGroups: { from: [t`the group that ends`, isKey], into: [t`the group that takes its pupils`, isKey] },
  splitGroup: {
    group: [t`the group`, isKey],
    lines: [t`who goes into the new group`, (value) => Array.isArray(value) && value.length > 0 && value.every(isKey)],
    name: [t`the new group’s name`, (value) => typeof value === 'string' && value.trim() !== '' && value.length <= 120],
    member: [t`who gives the new group`, isKeyOrNull],
  },
  changeGroup: {
    group: [t`the group`, isKey],
    set: [
      t`what changes of the group`,
      amountsAre({ size: [t`pupils who share the cost`, orNull(isWhole(60, 1))] }),
    ],
  },
  changeLine: {
    line: [t`the line of support`, isKey],
    set: [t`what changes of the line`, amountsAre({ groupSize: [t`pupils in the group`, isWhole(60, 1)] })],
  },
  movePupil: { line: [t`the line of support`, isKey], to: [t`the group to move to`, isKey] },
  endLine: { line: [t`the line of support`, isKey] },
  changeTime: { slot: [t`the time in the week`, isKey], set: [t`what changes of the time`, isTimeAmounts] },
  changeHours: {
    member: ['who', isKey],
    hours: [t`hours a week from 0 to 60`, isNumber(60)],
    supportHours: [t`hours for support from 0 to 60`, orNull(isNumber(60))],
  },
  changeRate: {
    role: [t`a role`, isRole],
    basis: [t`how the rate is reckoned`, oneOf('hour' satisfies Rate['basis'], 'weeklyHour' satisfies Rate['basis'])],
    amount: [t`an amount in whole pence above nothing`, isWhole(100_000_000, 1)],
    weeks: [t`weeks from 1 to 52`, orNull(isNumber(52, 1))],
  },
} // prettier-ignore

const isSeen = (value: unknown): boolean =>
  isObject(value) && Object.entries(value).every(([key, fields]) => isKey(key) && isObject(fields))

const complaintsOf = (change: unknown, at: number): string[] => {
  const which = t`Change ${at + 1}`
  if (!isObject(change)) return [t`${which} is not a change.`]
  const kind = change['do']
  if (typeof kind !== 'string' || !Object.hasOwn(shapes, kind))
    return [t`${which} is of a kind that this version of Goldthread doesn’t know. Make the what if anew, or open it with the version that wrote it.`] // prettier-ignore
  const shape = shapes[kind as ChangeKind]
  const wrong = Object.entries(shape).flatMap(([name, [words, test]]) =>
    test(change[name]) ? [] : [t`${which} lacks ${words}.`],
  )
  const unknown = Object.keys(change).filter(
    (name) => name !== 'do' && name !== 'seen' && !Object.hasOwn(shape, name),
  )
  return [
    ...wrong,
    ...(unknown.length > 0 ? [t`${which} holds something that this version doesn’t know.`] : []),
    ...(isSeen(change['seen']) ? [] : [t`${which} doesn’t say what it was thought through from.`]),
    ...(kind === 'mergeGroups' && change['from'] === change['into']
      ? [t`${which} merges a group with itself.`]
      : []),
    ...(kind === 'changeHours' &&
    wrong.length === 0 &&
    change['supportHours'] !== null &&
    (change['supportHours'] as number) > (change['hours'] as number)
      ? [t`${which} has more hours for support than are paid.`]
      : []),
    ...(kind === 'changeRate' && change['basis'] === 'weeklyHour' && change['weeks'] === null
      ? [t`${which} doesn’t say how many weeks the yearly amount covers.`]
      : []),
  ]
}

/** The changes of a scenario, or every reason why they can't be read. Nothing is half read. */
export const readScenario = (text: string): ScenarioRead => {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return { complaints: [t`What changes was altered outside this screen and can’t be read.`] }
  }
  if (!isObject(read) || !Array.isArray(read['changes']))
    return { complaints: [t`What changes was altered outside this screen and can’t be read.`] }
  if (read['version'] !== scenarioVersion)
    return {
      complaints: [
        t`This what if was written by another version of Goldthread. Open it there, or make it anew.`,
      ],
    }
  const complaints = read['changes'].flatMap(complaintsOf)
  return complaints.length > 0 ? { complaints } : { changes: read['changes'] as Change[] }
}
