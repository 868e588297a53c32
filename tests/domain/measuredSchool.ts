import { blank } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { AssessmentTool } from '../../src/domain/records/assessmentTool.ts'
import { Rate } from '../../src/domain/records/rate.ts'
import { Score } from '../../src/domain/records/score.ts'
import { measuredLines } from '../../src/domain/rules/analysisLines.ts'
import type { Leavers } from '../../src/domain/rules/leaving.ts'
import { calendarOf } from '../../src/domain/rules/schoolCalendar.ts'

export const ngrt = {
  key: 'ngrt',
  ...blank(AssessmentTool, { name: 'NGRT', scale: 'standardised', better: 'higher', interval: 5, level: 90 }),
}
export const salford = {
  key: 'salford',
  ...blank(AssessmentTool, { name: 'Salford', scale: 'age', better: 'higher' }),
}
export const sdq = { key: 'sdq', ...blank(AssessmentTool, { name: 'SDQ', scale: 'points', better: 'lower' }) }
const tools = [ngrt, salford, sdq]
const rates = [blank(Rate, { role: 'ta', from: '2020-09-01', basis: 'hour', amount: 17_20 })]

export type Given = {
  pupil: string
  provision?: string
  group?: string | null
  tool?: string
  from?: string
  until?: string
  target?: number | null
  start: Partial<Score>
  end: Partial<Score> | null
}
/** Lines of made-up pupils, measured. */
export const school = (all: readonly Given[], leavers: Leavers = new Map()) => {
  const scores = all.flatMap(
    ({ pupil, tool = 'ngrt', start, end, target = null, from = '2025-09-10', until = '2025-12-10' }) => [
      { key: `${pupil}-start`, ...blank(Score, { pupil, tool, day: from, target, ...start }) },
      ...(end ? [{ key: `${pupil}-end`, ...blank(Score, { pupil, tool, day: until, ...end }) }] : []),
    ],
  )
  const allocations = all.map(
    ({ pupil, provision = 'boost', group = 'g1', from = '2025-09-10', until = '2025-12-10', end }) => ({
      key: `${pupil}-line`,
      ...blank(Allocation, {
        pupil,
        provision,
        group,
        from,
        until,
        entryScore: `${pupil}-start`,
        exitScore: end ? `${pupil}-end` : null,
        sessionsPerWeek: 3,
        minutes: 20,
        weeks: 12,
        groupSize: 4,
        role: 'ta',
      }),
    }),
  )
  return measuredLines({
    allocations,
    groups: [],
    calendar: calendarOf([]),
    leavers,
    weeksInYear: 38,
    scores,
    tools,
    goals: [],
    rates,
    sessions: null,
  })
}
export const six = [78, 82, 75, 88, 80, 71].map((start, at) => ({
  pupil: `p${at}`,
  start: { standardised: start },
  end: { standardised: [85, 88, 80, 93, 84, 79][at]! },
  target: 84,
}))
export const nameOf = (group: string | null) => group ?? 'On their own'
