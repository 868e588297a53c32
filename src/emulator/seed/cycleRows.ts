import { blank } from '../../domain/record.ts'
import { ChronologyEntry } from '../../domain/records/chronologyEntry.ts'
import { Cycle } from '../../domain/records/cycle.ts'
import { CycleTarget } from '../../domain/records/cycleTarget.ts'
import { View } from '../../domain/records/view.ts'
import { addDays, type Day, earliest, latest, weekdayOf } from '../../domain/rules/day.ts'
import type { Known } from './provisionRows.ts'
import { keyOn, type Random } from './random.ts'
import type { Row } from './rows.ts'
import { say, type Slots } from './say.ts'
import type { Setting } from './setting.ts'
import * as words from './words/cycleWords.ts'

const cycleDays = 84
/** Holidays as they usually lie, by month and day: the last school day before, the first day after. */
const holidays = [
  ['07-18', '09-06', '07-16', '09-08'],
  ['12-19', '12-31', '12-17', '12-17'],
  ['01-01', '01-05', '01-07', '01-07'],
  ['04-02', '04-16', '04-01', '04-20'],
] as const
const inTerm = (day: Day, way: 'before' | 'after'): Day => {
  const found = holidays.find(([from, to]) => day.slice(5) >= from && day.slice(5) <= to)
  return weekday(found ? `${day.slice(0, 5)}${found[way === 'before' ? 2 : 3]}` : day)
}
const weekday = (day: Day): Day => addDays(day, [-2, 0, 0, 0, 0, 0, -1][weekdayOf(day)]!)

/** How far the newest cycle of a child has come: how many days ago it began, and in how many it is to be reviewed. */
const stages: Record<
  string,
  { readonly began: readonly [number, number]; readonly review?: readonly [number, number] }
> = {
  assessing: { began: [3, 12] },
  planned: { began: [14, 20] },
  untold: { began: [18, 30] },
  running: { began: [25, 70] },
  soon: { began: [70, 75], review: [1, 12] },
  overdue: { began: [75, 90], review: [-25, -3] },
  lapsed: { began: [150, 170], review: [-70, -50] },
  reviewed: { began: [75, 95], review: [-12, 5] },
}
const weights = {
  assessing: 6,
  planned: 4,
  untold: 3,
  running: 68,
  soon: 8,
  overdue: 3,
  lapsed: 2,
  reviewed: 6,
}

export type CycleRows = {
  readonly cycles: Row<Cycle>[]
  readonly targets: Row<CycleTarget>[]
  readonly views: Row<View>[]
  readonly talks: Row<ChronologyEntry>[]
}

/** Cycles of assess, plan, do, review for those with SEN support: most of a primary's, part of a secondary's. */
export const makeCycles = (setting: Setting, random: Random, known: readonly Known[]): CycleRows => {
  const all: CycleRows = { cycles: [], targets: [], views: [], talks: [] }
  for (const child of known) {
    if (child.pupil.record.status !== 'K') continue
    if (!random.chance(setting.kind === 'primary' ? 0.88 : 0.3)) continue
    addCycles(setting, random, child, all)
  }
  return all
}

/** The same for every child: the seed's chance stays as it was. */
const hypothesis =
  'Too much comes at once. If each step is seen as well as heard, more of the task will be begun alone.'

const addCycles = (setting: Setting, random: Random, child: Known, all: CycleRows): void => {
  const { today, senco, teachers } = setting
  const { pupil, slots, outcomes } = child
  const since = latest(pupil.record.statusFrom ?? today, pupil.record.admitted ?? '2000-01-01')
  const stage = random.weighted(weights)
  const { began: ago, review } = stages[stage]!
  const begun = addDays(today, -random.whole(...ago))
  const newest = inTerm(begun, 'after') > today ? weekday(begun) : inTerm(begun, 'after')
  const due = review ? weekday(addDays(today, random.whole(...review))) : null
  const before = Array.from({ length: random.whole(0, 3) }, (_, i) =>
    inTerm(addDays(newest, -(i + 1) * (cycleDays + 7)), 'before'),
  ).filter((day) => day >= since)
  const starts = [...before.toReversed(), newest]
  const teacher = random.pick(teachers)
  const one = (choices: readonly string[], more: Slots = {}) =>
    say(random, random.pick(choices), { ...slots, adult: slots['adult']!, ...more }) || null
  let previous: string | null = null
  starts.forEach((began, i) => {
    const last = i === starts.length - 1
    const agreed = !last || !['assessing', 'planned'].includes(stage)
    const agreedOn = agreed ? earliest(today, latest(began, inTerm(addDays(began, 10), 'before'))) : null
    const reviewed = !last || stage === 'reviewed'
    const reviewedOn = reviewed
      ? last
        ? latest(agreedOn ?? began, weekday(addDays(today, -random.whole(1, 12))))
        : latest(agreedOn ?? began, inTerm(addDays(began, cycleDays - 3), 'before'))
      : null
    const parentsCame = random.chance(0.8)
    const key = keyOn(random, began)
    all.cycles.push({
      key,
      record: blank(Cycle, {
        pupil: pupil.key,
        number: i + 1,
        previous,
        began,
        concern: i === 0 ? one(words.concerns) : null,
        raisedBy: i === 0 ? teacher : null,
        raisedOn: i === 0 ? began : null,
        teacherAssessment: one(words.teacherFindings),
        evidence: one(words.results),
        strengths: one(words.strengths),
        barriers: one(words.barriers),
        hypothesis: i === 0 ? hypothesis : null,
        assessedOn: agreed || stage === 'planned' ? latest(began, inTerm(addDays(began, 7), 'before')) : null,
        adjustments: agreed ? one(words.adjustments) : null,
        parentPart: agreed ? one(words.parentParts) : null,
        keyPerson: teacher,
        agreedOn,
        agreedBy: agreedOn ? `${slots['parent']!}, ${slots['name']!} and ${teacher}` : null,
        reviewBy:
          agreedOn &&
          ((last && due && due > addDays(agreedOn, 14) && due) || inTerm(addDays(began, 94), 'before')),
        toldOn:
          agreedOn && !(last && stage === 'untold')
            ? earliest(today, weekday(addDays(agreedOn, random.whole(0, 3))))
            : null,
        toldHow:
          agreedOn && !(last && stage === 'untold')
            ? i === 0
              ? 'letter'
              : random.pick(['meeting', 'email', 'call'] as const)
            : null,
        delivered: reviewed ? one(words.given) : null,
        reviewedOn,
        present: reviewed ? [parentsCame && slots['parent'], teacher, senco].filter(Boolean).join(', ') : null, // prettier-ignore
        parentsCame: reviewed ? parentsCame : null,
        changed: reviewed ? one(words.changes) : null,
        effect: reviewed ? random.weighted({ yes: 3, partly: 5, no: 1 }) : null,
        decision: reviewed ? random.weighted({ continue: 4, change: 4, external: 1, request: last ? 1 : 0 }) : null, // prettier-ignore
      }),
    })
    previous = key
    if (agreed || stage === 'planned')
      for (const outcome of last ? outcomes : random.some(outcomes, Math.max(1, outcomes.length - 1))) {
        const rating = reviewed ? random.weighted({ good: 3, some: 5, little: 1 }) : null
        all.targets.push({
          key: keyOn(random, began),
          record: blank(CycleTarget, {
            pupil: pupil.key,
            cycle: key,
            outcome: outcome.key,
            rating: last && reviewed && outcome.record.status === 'achieved' ? 'achieved' : rating,
            evidence: rating && one([words.evidence[rating]]),
            next: rating && (random.chance(0.8) ? 'keep' : 'amend'),
          }),
        })
      }
    if (reviewedOn && random.chance(0.4)) {
      const said = (whose: View['whose'], text: string | null, name: string | null): Row<View> => ({
        key: keyOn(random, reviewedOn),
        record: blank(View, {
          pupil: pupil.key,
          cycle: key,
          whose,
          name,
          topic: 'Review',
          words: text ?? '',
          gathered: reviewedOn,
          how: whose === 'parent' ? 'meeting' : 'conversation',
        }),
      })
      all.views.push(said('child', one(words.childAtReview), null))
      if (parentsCame) all.views.push(said('parent', one(words.parentAtReview), slots['parent'] ?? null))
    }
  })
  for (const days of random.some([20, 45, 70, 160, 250], random.whole(0, 2))) {
    const happenedOn = inTerm(addDays(today, -days), 'before')
    if (happenedOn < starts[0]!) continue
    all.talks.push({
      key: keyOn(random, happenedOn),
      record: blank(ChronologyEntry, {
        pupil: pupil.key,
        happenedOn,
        kind: 'parents',
        text: one(words.talks) ?? '',
        source: slots['parent'] ?? null,
        thirdParty: false,
      }),
    })
  }
}
