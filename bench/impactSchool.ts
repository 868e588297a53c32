import { newColumns } from '../src/graph/rows.ts'
import { blank, type AnyRecordType, type RecordOf } from '../src/domain/record.ts'
import { Allocation } from '../src/domain/records/allocation.ts'
import { AssessmentTool } from '../src/domain/records/assessmentTool.ts'
import { Delivery, missedReasons } from '../src/domain/records/delivery.ts'
import { Group } from '../src/domain/records/group.ts'
import { Provision } from '../src/domain/records/provision.ts'
import { Score } from '../src/domain/records/score.ts'
import { Slot, schoolWeekdays } from '../src/domain/records/slot.ts'
import { SlotPupil } from '../src/domain/records/slotPupil.ts'
import { addDays, type Day } from '../src/domain/rules/day.ts'
import { plannedSessions } from '../src/domain/rules/ledger.ts'
import type { SchoolCalendar } from '../src/domain/rules/schoolCalendar.ts'
import type { GraphEmulator } from '../src/emulator/graph/index.ts'
import { randomFrom } from '../src/emulator/seed/random.ts'

type Made<T> = T & { readonly key: string }

/** Two years of support, tests and sessions for these pupils, straight into the lists of a school’s two sites. */
export const fillTwoYears = async (
  { admin }: GraphEmulator,
  {
    pupils,
    calendar,
    today,
    sessions,
    sites,
  }: {
    readonly pupils: readonly string[]
    readonly calendar: SchoolCalendar
    readonly today: Day
    /** About so many rows of the delivery log. */
    readonly sessions: number
    readonly sites: { readonly senco: string; readonly staff: string }
  },
): Promise<Readonly<Record<string, number>>> => {
  const random = randomFrom(20_261_122)
  let last = 0
  const key = () => `01BENCH${String((last += 1)).padStart(19, '0')}`
  const make = <R extends AnyRecordType>(type: R, told: Partial<RecordOf<R>>): Made<RecordOf<R>> =>
    ({ key: key(), ...(blank(type, told as never) as RecordOf<R>) }) as Made<RecordOf<R>>

  const tools = [
    make(AssessmentTool, {
      name: 'Reading test',
      scale: 'standardised',
      better: 'higher',
      interval: 6,
      level: 90,
    }),
    make(AssessmentTool, { name: 'Reading age', scale: 'age', better: 'higher' }),
    make(AssessmentTool, { name: 'Strengths and difficulties', scale: 'points', better: 'lower' }),
  ]
  const provisions = Array.from({ length: 12 }, (_, at) =>
    make(Provision, { name: `Provision ${at + 1}`, level: 'targeted', areaOfNeed: 'cognition', line: 'ta' }),
  )
  const groups: Made<Group>[] = []
  const slots: Made<Slot>[] = []
  const slotPupils: Made<SlotPupil>[] = []
  const allocations: Made<Allocation>[] = []
  const scores: Made<Score>[] = []
  const deliveries: Made<Delivery>[] = []
  const days = Object.keys(schoolWeekdays) as Slot['weekday'][]
  const valueFor = (tool: Made<AssessmentTool>, gain: number): Partial<Score> =>
    tool.scale === 'standardised'
      ? { standardised: 78 + random.whole(0, 18) + gain }
      : tool.scale === 'age'
        ? { ageMonths: 84 + random.whole(0, 40) + gain }
        : { value: 24 - random.whole(0, 8) - gain }

  for (let term = 0; deliveries.length < sessions && term < 40; term += 1) {
    const from = addDays(today, -730 + (term % 6) * 120)
    const until = addDays(from, 84)
    const begun = slotPupils.length
    const firstSlot = slots.length
    for (let at = 0; at < 132; at += 1) {
      const provision = provisions[at % provisions.length]!
      const tool = tools[at % 4 === 3 ? 2 : at % 2]!
      const group = make(Group, {
        provision: provision.key,
        name: `Group ${at + 1}, term ${term + 1}`,
        from,
        until,
        sessionsPerWeek: 3,
        minutes: 20,
        weeks: 12,
        role: 'ta',
      })
      groups.push(group)
      const own = random.some(days, 3).map((weekday) =>
        make(Slot, {
          what: group.name,
          provision: provision.key,
          group: group.key,
          weekday,
          starts: '9:30',
          minutes: 20,
          from,
          until,
        }),
      )
      slots.push(...own)
      for (const pupil of random.some(pupils, 3 + (at % 4))) {
        const line = key()
        const [start, end] = [
          make(Score, {
            pupil,
            tool: tool.key,
            day: from,
            target: null,
            ...valueFor(tool, 0),
          }),
          make(Score, {
            pupil,
            tool: tool.key,
            day: until,
            target: tool.scale === 'standardised' ? 90 : null,
            ...valueFor(tool, random.whole(0, 9)),
          }),
        ]
        scores.push(start, ...(random.chance(0.9) ? [end] : []))
        allocations.push({
          ...make(Allocation, {
            pupil,
            provision: provision.key,
            group: group.key,
            from,
            until,
            entryScore: start.key,
            exitScore: scores.at(-1) === end ? end.key : null,
          }),
          key: line,
        })
        for (const slot of own)
          slotPupils.push(
            make(SlotPupil, { slot: slot.key, pupil, allocation: line, name: 'Made up', from, until }),
          )
      }
    }
    const planned = plannedSessions(
      { slots: slots.slice(firstSlot), slotPupils: slotPupils.slice(begun), calendar },
      from,
      until,
    )
    for (const { pupil, allocation, slot, day, minutes } of planned) {
      if (deliveries.length >= sessions) break
      const missed = random.chance(0.08)
        ? random.pick(Object.keys(missedReasons) as (keyof typeof missedReasons)[])
        : null
      deliveries.push(
        make(Delivery, {
          pupil,
          allocation,
          slot,
          day,
          planned: minutes,
          minutes: missed ? 0 : minutes,
          missed,
          by: 'Made up',
        }),
      )
    }
  }
  // The whole school is tested in each term, too.
  for (let term = 0; term < 6; term += 1)
    for (const pupil of pupils)
      scores.push(
        make(Score, {
          pupil,
          tool: tools[0]!.key,
          day: addDays(today, -700 + term * 120),
          standardised: Math.max(69, Math.min(131, 100 + random.whole(-24, 24))),
          purpose: 'wholeClass',
        }),
      )

  const all: readonly (readonly [AnyRecordType, readonly Made<object>[]])[] = [
    [AssessmentTool, tools],
    [Provision, provisions],
    [Group, groups],
    [Slot, slots],
    [Allocation, allocations],
    [SlotPupil, slotPupils],
    [Score, scores],
    [Delivery, deliveries],
  ]
  for (const [type, rows] of all)
    for (let at = 0; at < rows.length; at += 20_000)
      await admin.fill(
        type.audience === 'staff' ? sites.staff : sites.senco,
        type.list,
        rows
          .slice(at, at + 20_000)
          .map(({ key: own, ...record }) => newColumns(type, own, record as never)) as never,
      )
  return Object.fromEntries(all.map(([type, rows]) => [type.list, rows.length]))
}
