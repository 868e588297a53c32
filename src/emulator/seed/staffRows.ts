import { blank } from '../../domain/record.ts'
import type { Allocation } from '../../domain/records/allocation.ts'
import { Scenario } from '../../domain/records/scenario.ts'
import type { SlotPupil } from '../../domain/records/slotPupil.ts'
import { SupportStaff } from '../../domain/records/supportStaff.ts'
import type { Rate } from '../../domain/records/rate.ts'
import type { TermDate } from '../../domain/records/termDate.ts'
import { grouped } from '../../domain/grouped.ts'
import { addDays, weekdayOf } from '../../domain/rules/day.ts'
import { filledFromGroups } from '../../domain/rules/groupLines.ts'
import { seenNow } from '../../domain/rules/scenario.ts'
import { scenarioText } from '../../domain/rules/scenarioText.ts'
import type { Change, ScenarioState } from '../../domain/rules/scenarioTypes.ts'
import { suggestedMinutes } from '../../domain/rules/threeWayText.ts'
import { addressOf } from './classStaffRows.ts'
import { keyOn, type Random } from './random.ts'
import type { Row } from './rows.ts'
import type { Setting } from './setting.ts'
import type { Week } from './slotRows.ts'

const courses = [
  'Speech and language programmes, Sept 2025',
  'Precision teaching, Jan 2026',
  'Emotional literacy support, 2024/25',
  'Moving and handling, renewed Sept 2026',
  'Autism: making sense, June 2025',
  'Paediatric first aid, until 2028',
]
const flat = <T>(rows: readonly Row<T>[]) => rows.map(({ key, record }) => ({ ...record, key }))
const half = (hours: number) => Math.round(hours * 2) / 2

/**
 * Who gives support and for how many hours: all assistants, and the teachers whom the timetable has. Most have a little
 * more time bought than used, some less; of one nobody has said how many, and one leaves at the end of the autumn.
 */
export const makeSupportStaff = (
  { assistants, teachers, year }: Setting,
  random: Random,
  { slots }: Week,
): Row<SupportStaff>[] => {
  const used = new Map(
    [...grouped(slots, ({ record }) => record.staff)].map(([name, own]) => [
      name,
      own.reduce((sum, { record }) => sum + record.minutes, 0) / 60,
    ]),
  )
  const giving = [...assistants, ...teachers.filter((name) => used.has(name))]
  return giving.map((name, at): Row<SupportStaff> => {
    const isTeacher = at >= assistants.length
    const from = `${year - random.whole(0, 5)}-09-01`
    const support = Math.max(5, half((used.get(name) ?? 4) * random.pick([0.9, 1.05, 1.1, 1.2, 1.3]) + 1))
    const hours = isTeacher ? 32.5 : Math.min(37, half(support + random.pick([2.5, 4, 5])))
    const role = isTeacher ? 'teacher' : at === 1 ? 'hlta' : 'ta'
    const known = at !== 4
    return {
      key: keyOn(random, from),
      record: blank(SupportStaff, {
        name,
        userPrincipalName: at === 5 ? null : addressOf(name),
        role,
        hours: known ? hours : null,
        supportHours: known ? Math.min(support, hours) : null,
        weeks: 38,
        from,
        until: at === 6 ? `${year}-12-18` : null,
        trained: isTeacher ? null : random.some(courses, random.whole(0, 3)).join('\n') || null,
        notes: at === 6 ? 'Leaves for another school at the end of the autumn term.' : null,
      }),
    }
  })
}

const words = ['', 'One session', 'Two sessions', 'Three sessions', 'Four sessions', 'Five sessions']

/** What plans specify, in minutes: most of it as it is given, some a session more, some in words that nobody has counted yet. */
export const withPlanMinutes = (random: Random, { allocations, groups }: Week): Row<Allocation>[] => {
  const lines = filledFromGroups(flat(allocations), flat(groups))
  return allocations.map((row, at) => {
    const { inPlan, specified, sessionsPerWeek, minutes } = lines[at]!
    if (!inPlan || !sessionsPerWeek || !minutes || !specified || !suggestedMinutes(specified)) return row
    const sessions = sessionsPerWeek + (sessionsPerWeek < 5 && random.chance(0.15) ? 1 : 0)
    const told = words[sessions]
    if (!told) return row
    return {
      key: row.key,
      record: {
        ...row.record,
        specified: `${told} of ${minutes} minutes a week with a trained adult.`,
        specifiedMinutes: random.chance(0.75) ? sessions * minutes : null,
      },
    }
  })
}

/** What the SENCO has thought through: an assistant fewer after the next holiday, and something that was dropped. */
export const makeScenarios = (
  { today }: Setting,
  random: Random,
  week: Week,
  staff: readonly Row<SupportStaff>[],
  slotPupils: readonly Row<SlotPupil>[],
  rates: readonly Row<Rate>[],
  terms: readonly Row<TermDate>[],
): Row<Scenario>[] => {
  const state: ScenarioState = {
    staff: flat(staff),
    groups: flat(week.groups),
    lines: flat(week.allocations),
    slots: flat(week.slots),
    slotPupils: flat(slotPupils),
    rates: flat(rates),
    pupils: [],
  }
  const [, hlta, second, third] = staff
  const soon = addDays(today, 35)
  const next = terms
    .flatMap(({ record }) => (record.kind === 'term' && record.starts > today ? [record.starts] : []))
    .toSorted()[0]
  const starts = next ?? addDays(soon, (8 - weekdayOf(soon)) % 7)
  const seen = (change: Omit<Change, 'seen'>): Change =>
    ({ ...change, seen: seenNow({ ...change, seen: {} } as Change, state) }) as Change
  const row = (name: string, state: Scenario['state'], changes: readonly Change[], reasons: string) => ({
    key: keyOn(random, addDays(today, -6)),
    record: blank(Scenario, { name, state, starts, changes: scenarioText(changes), reasons }),
  })
  return [
    row(
      'One teaching assistant fewer',
      'draft',
      [seen({ do: 'loseStaff', member: second!.key, give: {}, rest: hlta!.key } as Omit<Change, 'seen'>)],
      'Asked for by the head for the budget meeting.',
    ),
    row(
      'More hours for one assistant',
      'dropped',
      [
        seen({
          do: 'changeHours',
          member: third!.key,
          hours: 32.5,
          supportHours: 27.5,
        } as Omit<Change, 'seen'>),
      ],
      'No money for it this year.',
    ),
  ]
}
