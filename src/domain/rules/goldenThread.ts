import { t } from '../../words/t.ts'
import type { Stored } from '../record.ts'
import type { Allocation } from '../records/allocation.ts'
import type { Cycle } from '../records/cycle.ts'
import type { CycleTarget } from '../records/cycleTarget.ts'
import type { Need } from '../records/need.ts'
import type { Outcome } from '../records/outcome.ts'
import type { OutcomeProgress } from '../records/outcomeProgress.ts'
import type { ProvisionReview } from '../records/provisionReview.ts'
import type { Review } from '../records/review.ts'
import { currentNeeds } from './currentNeeds.ts'
import { type Day, showDay } from './day.ts'
import { meetingHeld } from './reviewMoves.ts'
import { type Break, broken } from './threadBreaks.ts'
import { foundInPlans } from './threadPlans.ts'

/** Words that a review found, and the day of its meeting. */
export type Found<Row> = { readonly row: Row; readonly review: string; readonly day: Day }

/** A line of provision as it runs today, with what the newest review found about it. */
export type ThreadLine = {
  readonly allocation: Stored<Allocation>
  readonly found: Found<Stored<ProvisionReview>> | null
  readonly breaks: readonly Break[]
}
export type ThreadTarget = {
  readonly outcome: Stored<Outcome>
  readonly found: Found<Stored<OutcomeProgress>> | null
}
export type ThreadOutcome = {
  readonly outcome: Stored<Outcome>
  /** Targets on the way to it, the longest step first, each with what was last found of it. */
  readonly targets: readonly ThreadTarget[]
  readonly lines: readonly ThreadLine[]
  readonly found: Found<Stored<OutcomeProgress>> | null
  readonly breaks: readonly Break[]
}
export type Strand = {
  /** Null: outcomes that answer no recorded need. */
  readonly need: Stored<Need> | null
  readonly outcomes: readonly ThreadOutcome[]
  readonly breaks: readonly Break[]
}
export type Thread = {
  readonly strands: readonly Strand[]
  /** Provision that serves no current outcome. */
  readonly loose: readonly ThreadLine[]
  /** The day of the newest review whose meeting was held. */
  readonly lastReview: Day | null
}

export type ThreadRecords = {
  readonly needs: readonly Stored<Need>[]
  readonly outcomes: readonly Stored<Outcome>[]
  readonly allocations: readonly Stored<Allocation>[]
  readonly reviews: readonly Stored<Review>[]
  readonly progress: readonly Stored<OutcomeProgress>[]
  readonly findings: readonly Stored<ProvisionReview>[]
  readonly cycles: readonly Stored<Cycle>[]
  readonly cycleTargets: readonly Stored<CycleTarget>[]
}

const ladder: readonly Outcome['kind'][] = ['sectionE', 'year', 'term', 'step']
/** What is to begin counts: it is planned. */
const runs = ({ until }: Allocation, today: Day) => !until || until >= today

/**
 * Need → outcome → provision → what a review found, for one pupil as it stands today, with every break in it. A
 * target counts with the outcome that it leads to; provision for a target serves that outcome too.
 */
export const goldenThread = (records: ThreadRecords, today: Day): Thread => {
  const { needs, outcomes, allocations, reviews, progress, findings } = records
  const held = new Map(
    reviews.flatMap((review) =>
      review.meetingDate && meetingHeld(review) ? [[review.key, review.meetingDate] as const] : [],
    ),
  )
  const lastReview = [...held.values()].toSorted().at(-1) ?? null
  const plans = foundInPlans(records.cycles, records.cycleTargets)
  const rows = [...progress, ...plans.progress]
  const dayOf = (review: string) => held.get(review) ?? plans.days.get(review)
  const newest = <Row extends { readonly review: string }>(rows: readonly Row[]): Found<Row> | null =>
    rows
      .flatMap((row) => {
        const day = dayOf(row.review)
        return day ? [{ row, review: row.review, day }] : []
      })
      .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))[0] ?? null

  const current = outcomes.filter(({ status }) => status === 'current')
  const known = new Map(current.map((outcome) => [outcome.key, outcome]))
  // Outcomes that lead to one another in a ring hang on the first of them by key.
  const rootOf = (outcome: Stored<Outcome>): Stored<Outcome> => {
    const path = [outcome]
    for (;;) {
      const last = path.at(-1)!
      const parent = last.parent ? known.get(last.parent) : undefined
      if (!parent) return last
      const ring = path.indexOf(parent)
      if (ring >= 0) return path.slice(ring).toSorted((a, b) => (a.key < b.key ? -1 : 1))[0]!
      path.push(parent)
    }
  }
  const roots = new Map<string, Stored<Outcome>[]>()
  for (const outcome of current) {
    const root = rootOf(outcome)
    roots.set(root.key, [...(roots.get(root.key) ?? []), ...(root.key === outcome.key ? [] : [outcome])])
  }

  const reviewed = lastReview ? { 'Last review': showDay(lastReview) } : {}
  const oldEnough = (since: Day | null) => lastReview !== null && (since === null || since <= lastReview)

  const lineOf = (allocation: Stored<Allocation>): ThreadLine => {
    const found = newest(findings.filter((row) => row.allocation === allocation.key))
    const { inPlan, sessionsPerWeek, minutes, specified, key, from } = allocation
    const said = found && (found.row.delivered ?? found.row.effective ?? found.row.change)
    return {
      allocation,
      found,
      breaks: [
        ...(inPlan && !(sessionsPerWeek && minutes)
          ? [broken('noAmount', key, { 'The plan says': specified ?? t`nothing recorded` })]
          : []),
        ...(inPlan && oldEnough(from) && (!said || found.day < lastReview!)
          ? [broken('notJudged', key, { From: showDay(from), ...reviewed })]
          : []),
      ],
    }
  }
  const lines = allocations.filter((allocation) => runs(allocation, today)).map(lineOf)

  const outcomeOf = (key: string, targets: readonly Stored<Outcome>[]): ThreadOutcome => {
    const outcome = known.get(key)!
    const all = new Set([key, ...targets.map((target) => target.key)])
    const own = lines.filter(({ allocation }) => allocation.outcome && all.has(allocation.outcome))
    const foundOf = (one: string) => newest(rows.filter((row) => row.outcome === one))
    const found = foundOf(key)
    // The last review that was to look at it: of the plan of the authority, or of one of the school that it was in.
    const inReview = oldEnough(outcome.setOn) ? lastReview : null
    const inPlan = plans.lastOf(key)
    const last =
      [inReview, inPlan]
        .filter((day) => day !== null)
        .toSorted()
        .at(-1) ?? null
    const rated = found?.row.rating && found.day === last
    const shown = found?.row.evidence && found.day === last
    const left = (kind: 'notRated' | 'noEvidence'): Break => ({
      ...broken(kind, key, last ? { 'Last review': showDay(last) } : {}),
      ...(last !== inReview ? { inPlan: true as const } : {}),
    })
    const { by, measure, criterion, kind, need } = outcome
    return {
      outcome,
      targets: targets
        .toSorted((a, b) => ladder.indexOf(a.kind) - ladder.indexOf(b.kind))
        .map((target) => ({ outcome: target, found: foundOf(target.key) })),
      lines: own,
      found,
      breaks: [
        ...(kind === 'sectionE' && !need ? [broken('noNeed', key, {})] : []),
        ...(own.length === 0 ? [broken('noProvision', key, { Today: showDay(today) })] : []),
        ...(measure || criterion ? [] : [broken('noMeasure', key, {})]),
        ...(by && by < today ? [broken('pastDate', key, { By: showDay(by), Today: showDay(today) })] : []),
        ...(!last ? [] : !rated ? [left('notRated')] : !shown ? [left('noEvidence')] : []),
      ],
    }
  }
  const threaded = [...roots].map(([key, targets]) => outcomeOf(key, targets))

  const open = currentNeeds(needs, today)
  const openKeys = new Set(open.map(({ key }) => key))
  const strands: Strand[] = open.map((need) => {
    const own = threaded.filter(({ outcome }) => outcome.need === need.key)
    return { need, outcomes: own, breaks: own.length === 0 ? [broken('noOutcome', need.key, {})] : [] }
  })
  const others = threaded.filter(({ outcome }) => !outcome.need || !openKeys.has(outcome.need))
  return {
    strands: others.length > 0 ? [...strands, { need: null, outcomes: others, breaks: [] }] : strands,
    loose: lines
      .filter(({ allocation }) => !allocation.outcome || !known.has(allocation.outcome))
      .map((line) => ({
        ...line,
        breaks: [broken('servesNothing', line.allocation.key, {}), ...line.breaks],
      })),
    lastReview,
  }
}

/** Every break of a thread, in the order in which it is shown. */
export const breaksIn = ({ strands, loose }: Thread): readonly Break[] => [
  ...strands.flatMap(({ breaks, outcomes }) => [
    ...breaks,
    ...outcomes.flatMap((one) => [...one.breaks, ...one.lines.flatMap((line) => line.breaks)]),
  ]),
  ...loose.flatMap(({ breaks }) => breaks),
]

/** `3 × 20 minutes a week, group of 4`; '' where nothing is settled yet. */
export const amountOf = (allocation: Allocation): string => {
  const { sessionsPerWeek, minutes, groupSize } = allocation
  const times = sessionsPerWeek && minutes ? t`${sessionsPerWeek} × ${minutes} min a week` : ''
  const group = groupSize ? (groupSize === 1 ? t`one to one` : t`group of ${groupSize}`) : ''
  return [times, group].filter(Boolean).join(', ')
}
