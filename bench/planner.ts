import { addDays, addMonths, type Day } from '../src/domain/rules/day.ts'
import { planReviews } from '../src/domain/rules/planner.ts'
import { noticeOf } from '../src/domain/rules/plannerNotice.ts'
import type { PlanInput } from '../src/domain/rules/plannerTypes.ts'
import { usualReviewSettings } from '../src/domain/rules/reviewSettings.ts'
import { calendarOf } from '../src/domain/rules/schoolCalendar.ts'
import { meetingSettings } from '../src/domain/rules/plannerSettings.ts'
import { isMain } from './isMain.ts'
import type { Row } from './row.ts'

// How long a year's plan takes: `npx tsx bench/planner.ts`. The caseloads are made up and the same each time.

const today: Day = '2026-09-01'
const term = (starts: Day, ends: Day) => ({ kind: 'term' as const, name: null, starts, ends })
const off = (starts: Day, ends: Day) => ({ kind: 'holiday' as const, name: null, starts, ends })
const calendar = calendarOf([
  term('2026-09-02', '2026-12-18'),
  off('2026-10-26', '2026-10-30'),
  term('2027-01-04', '2027-03-25'),
  off('2027-02-15', '2027-02-19'),
  term('2027-04-12', '2027-07-22'),
  off('2027-05-31', '2027-06-04'),
])

const chance = (seed: number) => () => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
  return seed / 0x7fffffff
}

const caseload = (pupils: number, aWeek: number | null): PlanInput => {
  const random = chance(pupils)
  const why = { rule: 'R10', says: '', strength: 'must', source: '', inputs: [] } as const
  return {
    today,
    calendar,
    standing: [],
    pinned: [],
    settings: meetingSettings({ reviewsAWeek: aWeek }),
    needs: Array.from({ length: pupils }, (_, at) => {
      // Most plans are issued in spring and summer, so that is where their reviews fall.
      const basis = addDays('2025-11-20', Math.floor(280 * Math.sqrt(random())))
      const first = at % 8 === 0
      const anniversary = addMonths(basis, 12)
      const latest = addDays(anniversary, -29)
      const target = addDays(anniversary, -56)
      return {
        key: `P${String(at).padStart(3, '0')}`,
        first,
        ...noticeOf(usualReviewSettings, today),
        notBefore: first ? today : addDays(basis, 120),
        target: first && target > '2026-11-09' ? '2026-11-09' : target,
        latest: first && latest > '2026-11-23' ? '2026-11-23' : latest,
        why,
      }
    }),
  }
}

const caseloads = [
  [60, 4],
  [60, null],
  [450, 15],
  [450, null],
  [450, 8],
] as const

/** Milliseconds for each caseload; `told` gets what the plan came to. */
export const run = async (_: unknown, told: (line: string) => void = () => {}): Promise<Row[]> =>
  caseloads.map(([pupils, aWeek]) => {
    const input = caseload(pupils, aWeek)
    const started = performance.now()
    const plan = planReviews(input)
    const took = performance.now() - started
    const most = Math.max(...plan.weeks.map(({ planned }) => planned))
    told(
      `${pupils} pupils, ${aWeek ?? 'no'} cap: ${took.toFixed(0)} ms; ${plan.bookings.length} placed, ${plan.unplaced.length} not; ` +
        `at most ${most} in a week, ${plan.leastCap} would do (${plan.needed.map(({ month, aWeek }) => `${month} ${aWeek}`).join(', ')}); ${plan.bookings.filter(({ short }) => short).length} with little time for advice`,
    )
    const cap = aWeek === null ? 'as many a week as it takes' : `at most ${aWeek} a week`
    const what = `Planner: a year of reviews of ${pupils} pupils, ${cap}`
    return { what, figure: took, unit: 'ms', peer: null, ratio: null, limit: null, ok: true }
  })

if (isMain(import.meta.url)) await run({}, console.log)
