import { blank } from '../../domain/record.ts'
import { Allocation } from '../../domain/records/allocation.ts'
import type { AssessmentTool } from '../../domain/records/assessmentTool.ts'
import { Group } from '../../domain/records/group.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { Score } from '../../domain/records/score.ts'
import { addDays, type Day, daysBetween } from '../../domain/rules/day.ts'
import type { OfferRow } from './provisionRows.ts'
import { keyOn, type Random } from './random.ts'
import type { Row } from './rows.ts'
import type { Setting } from './setting.ts'

const provision = 'Structured reading programme'
const tool = 'Salford Sentence Reading'
/** Year groups of today whose pupils were in it last spring, a group for so many of each. */
const years: Readonly<Record<Setting['kind'], readonly string[]>> = {
  primary: ['4', '5', '6'],
  secondary: ['8', '9', '10'],
}
const inGroup = 8

/**
 * Last spring's reading groups, which are over: who was in them, the reading test before and after, what was hoped for
 * and what the school made of it. One provision that was measured across groups large enough to be told of.
 */
export const makeReadingRuns = (
  { kind, year, assistants, teachers }: Setting,
  random: Random,
  pupils: readonly Row<Pupil>[],
  offers: readonly OfferRow[],
  tools: readonly Row<AssessmentTool>[],
): {
  readonly groups: Row<Group>[]
  readonly allocations: Row<Allocation>[]
  readonly scores: Row<Score>[]
} => {
  const offer = offers.find(({ record }) => record.name === provision)
  const test = tools.find(({ record }) => record.name === tool)
  const [from, until] = [`${year}-01-12`, `${year}-03-27`]
  const runs = {
    groups: [] as Row<Group>[],
    allocations: [] as Row<Allocation>[],
    scores: [] as Row<Score>[],
  }
  if (!offer || !test) return runs
  for (const yearGroup of years[kind]) {
    const members = pupils
      .filter(
        ({ record }) =>
          record.status === 'K' && record.yearGroup === yearGroup && (record.admitted ?? '') < from,
      )
      .slice(0, inGroup)
    if (members.length === 0) continue
    const staff = random.pick(assistants)
    const run = {
      provision: offer.key,
      from,
      until,
      sessionsPerWeek: 3,
      minutes: 25,
      prepMinutes: 5,
      weeks: 10,
      role: 'ta' as const,
      staff,
      place: 'the library',
    }
    const group = keyOn(random, from)
    runs.groups.push({
      key: group,
      record: blank(Group, { ...run, name: `${provision}, spring, year ${Number(yearGroup) - 1}` }),
    })
    for (const { key: pupil, record } of members) {
      const at = (day: Day, ageMonths: number, more: Partial<Score>): Row<Score> => ({
        key: keyOn(random, day),
        record: blank(Score, {
          pupil,
          tool: test.key,
          day,
          raw: Math.max(1, Math.round(ageMonths * 0.4 - 12)),
          ageMonths,
          testedBy: random.pick(teachers),
          ...more,
        }),
      })
      const age = Math.floor(daysBetween(record.dateOfBirth, from) / 30.4375)
      const began = Math.max(66, age - random.whole(10, 24))
      const gained = random.whole(0, 8)
      const entry = at(addDays(from, -3), began, { form: 'A', purpose: 'entry' })
      const exit = at(addDays(until, -2), began + gained, {
        form: 'B',
        purpose: 'exit',
        target: began + 4,
      })
      runs.scores.push(entry, exit)
      runs.allocations.push({
        key: keyOn(random, from),
        record: blank(Allocation, {
          pupil,
          provision: offer.key,
          group,
          // Until when is as the group has it.
          from,
          entryScore: entry.key,
          exitScore: exit.key,
          expectedGain: 4,
          effect: gained >= 4 ? 'yes' : gained > 2 ? 'partly' : 'notYet',
          exitDecision: gained < 4 ? 'change' : 'met',
        }),
      })
    }
  }
  return runs
}
