import type { Stored } from '../record.ts'
import type { Allocation } from '../records/allocation.ts'
import type { Need } from '../records/need.ts'
import type { Outcome } from '../records/outcome.ts'
import type { OutcomeProgress } from '../records/outcomeProgress.ts'
import type { ProvisionReview } from '../records/provisionReview.ts'
import type { Review } from '../records/review.ts'
import { type Day, showDay } from './day.ts'
import { meetingHeld } from './reviewMoves.ts'
import type { Strength, Why } from './why.ts'

/** Where the thread from need to review is broken. */
export type BreakKind =
  | 'noOutcome'
  | 'noNeed'
  | 'noProvision'
  | 'noMeasure'
  | 'pastDate'
  | 'notRated'
  | 'noEvidence'
  | 'noAmount'
  | 'notJudged'
  | 'servesNothing'

export const breakWords: Record<BreakKind, string> = {
  noOutcome: 'No outcome answers this need',
  noNeed: 'No need linked',
  noProvision: 'No provision linked',
  noMeasure: 'Nothing says how it is measured',
  pastDate: 'Its date has passed',
  notRated: 'Not rated at the last review',
  noEvidence: 'No evidence at the last review',
  noAmount: 'How much is not said',
  notJudged: 'Not looked at in the last review',
  servesNothing: 'Linked to no outcome',
}

const sources: Record<
  BreakKind,
  { readonly says: string; readonly strength: Strength; readonly source: string }
> = {
  noOutcome: {
    says: 'For each need the plan says what should become possible',
    strength: 'should',
    source: 'SEND Code of Practice 9.64 to 9.69',
  },
  noNeed: {
    says: 'An outcome of Section E answers a need of Section B',
    strength: 'should',
    source: 'SEND Code of Practice 9.64 to 9.69',
  },
  noProvision: {
    says: 'Provision is given for each need, towards an outcome',
    strength: 'must',
    source: 'SEND Regulations 2014, regulation 12(1)(f); SEND Code of Practice 9.69',
  },
  noMeasure: {
    says: 'An outcome is specific and can be measured',
    strength: 'should',
    source: 'SEND Code of Practice 9.66',
  },
  pastDate: {
    says: 'An outcome has a date by which it is to be reached, and is then looked at again',
    strength: 'should',
    source: 'SEND Code of Practice 9.66 and 9.167',
  },
  notRated: {
    says: 'A review considers progress towards each outcome',
    strength: 'must',
    source: 'SEND Regulations 2014, regulation 20',
  },
  noEvidence: {
    says: 'What a review finds about progress rests on evidence',
    strength: 'recommended',
    source: 'SEND Code of Practice 9.167',
  },
  noAmount: {
    says: 'Provision in Section F is detailed, specific and normally quantified',
    strength: 'should',
    source: 'SEND Code of Practice 9.69',
  },
  notJudged: {
    says: 'A review considers whether the provision in the plan is effective',
    strength: 'should',
    source: 'SEND Code of Practice 9.167',
  },
  servesNothing: {
    says: 'Provision serves an outcome',
    strength: 'recommended',
    source: 'SEND Code of Practice 9.69',
  },
}

/** One break: what is missing, of which record (its key), and why that matters. */
export type Break = { readonly kind: BreakKind; readonly about: string; readonly why: Why }

/** Words that a review found, and the day of its meeting. */
export type Found<Row> = { readonly row: Row; readonly review: string; readonly day: Day }

/** A line of provision as it runs today, with what the newest review found about it. */
export type ThreadLine = {
  readonly allocation: Stored<Allocation>
  readonly found: Found<Stored<ProvisionReview>> | null
  readonly breaks: readonly Break[]
}
export type ThreadOutcome = {
  readonly outcome: Stored<Outcome>
  /** Targets on the way to it, the longest step first. */
  readonly targets: readonly Stored<Outcome>[]
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
  const newest = <Row extends { readonly review: string }>(rows: readonly Row[]): Found<Row> | null =>
    rows
      .flatMap((row) => {
        const day = held.get(row.review)
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

  const broken = (kind: BreakKind, about: string, inputs: Record<string, string>): Break => ({
    kind,
    about,
    why: {
      ...sources[kind],
      rule: kind,
      inputs: Object.entries(inputs).map(([label, value]) => ({ label, value })),
    },
  })
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
          ? [broken('noAmount', key, { 'The plan says': specified ?? 'nothing recorded' })]
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
    const found = newest(progress.filter((row) => row.outcome === key))
    const rated = found?.row.rating && found.day === lastReview
    const shown = found?.row.evidence && found.day === lastReview
    const { by, measure, setOn, kind, need } = outcome
    return {
      outcome,
      targets: targets.toSorted((a, b) => ladder.indexOf(a.kind) - ladder.indexOf(b.kind)),
      lines: own,
      found,
      breaks: [
        ...(kind === 'sectionE' && !need ? [broken('noNeed', key, {})] : []),
        ...(own.length === 0 ? [broken('noProvision', key, { Today: showDay(today) })] : []),
        ...(measure ? [] : [broken('noMeasure', key, {})]),
        ...(by && by < today ? [broken('pastDate', key, { By: showDay(by), Today: showDay(today) })] : []),
        ...(!oldEnough(setOn)
          ? []
          : !rated
            ? [broken('notRated', key, reviewed)]
            : !shown
              ? [broken('noEvidence', key, reviewed)]
              : []),
      ],
    }
  }
  const threaded = [...roots].map(([key, targets]) => outcomeOf(key, targets))

  const open = needs
    .filter((need) => !need.until || need.until >= today)
    .toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99))
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
  const times = sessionsPerWeek && minutes ? `${sessionsPerWeek} × ${minutes} min a week` : ''
  const group = groupSize ? (groupSize === 1 ? 'one to one' : `group of ${groupSize}`) : ''
  return [times, group].filter(Boolean).join(', ')
}
