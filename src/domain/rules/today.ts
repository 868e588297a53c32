import { t } from '../../words/t.ts'
import { shortName } from '../records/pupil.ts'
import { parseTime } from './clockTime.ts'
import { actionLines } from './todayActions.ts'
import { adviceLines } from './todayAdvice.ts'
import { ageLines } from './todayAge.ts'
import { assessmentLines } from './todayAssessments.ts'
import { chaseBook } from './todayChases.ts'
import { type Context, inPupil, lineOf, verb, whyOf } from './todayParts.ts'
import { type Periods, periodsOf } from './todayPeriods.ts'
import { concernLines } from './todayConcerns.ts'
import { deliveryLines, lapsedLines } from './todayDelivery.ts'
import { dutyLines } from './todayDuties.ts'
import { moveLines } from './todayMoves.ts'
import { planLines } from './todayPlans.ts'
import { needLines, outcomeLines, planDateLines, profileLines, publishedLines } from './todayRecords.ts'
import { reviewLines } from './todayReviews.ts'
import { rolloverLines } from './todayRollover.ts'
import { figureLines } from './todayFigures.ts'
import { staffLines } from './todayStaff.ts'
import { supportLines } from './todaySupport.ts'
import { dutyListNames, nearDay, type TodayLists, type TodaySettings, type WorkLine } from './todayTypes.ts'

type Name = keyof TodayLists

/** A part of the list with the records that it can't do without. */
type Part = {
  readonly needs: readonly Name[]
  lines(lists: Partial<TodayLists>, context: Context): WorkLine[]
}
const part = <const N extends Name>(
  needs: readonly N[],
  lines: (lists: Pick<TodayLists, N> & Partial<TodayLists>, context: Context) => WorkLine[],
): Part => ({ needs, lines: lines as Part['lines'] })

/** A reminder that hangs on nothing else waits for its answer by itself. */
const looseChases = (context: Context): WorkLine[] => {
  const { chases, pupils, today } = context
  return chases.loose.flatMap(({ key, pupil, what, to, on, wasDue, duty }) => {
    if (pupil === null || !pupils.has(pupil)) return []
    return [
      lineOf('others', null, context, {
        id: `chase:${key}`,
        about: 'chase',
        when: 'none',
        word: t`Waiting`,
        pupils: [pupil],
        what: t`${chasedAbout[what]}: no answer yet to the reminder of ${nearDay(on, today)}`,
        detail: to,
        why: whyOf(t`Reminder`, duty ?? t`A reminder was sent`, 'local', t`Reminders sent`, {
          ...(wasDue ? { 'Was due': nearDay(wasDue, today) } : {}),
        }),
        next: verb(t`Record the answer`, { is: 'answer', chase: key }),
        open: inPupil(pupil, 'thread'),
      }),
    ]
  })
}
const chasedAbout: Record<TodayLists['chases'][number]['what'], string> = {
  advice: t`Advice`,
  decision: t`The authority’s decision`,
  notice: t`The authority’s notice of changes`,
  finalPlan: t`The final plan`,
  assessment: t`The EHC needs assessment`,
  action: t`An action`,
  referral: t`A referral`,
  transfer: t`A transfer of records`,
}

const parts = {
  reviews: part(['pupils', 'reviews', 'chases'], ({ reviews, contributors = [] }, context) =>
    reviewLines(reviews, contributors, context),
  ),
  advice: part(['pupils', 'reviews', 'contributors', 'chases'], ({ reviews, contributors }, context) =>
    adviceLines(reviews, contributors, context),
  ),
  age: part(['pupils', 'reviews', 'contributors'], ({ reviews, contributors }, context) =>
    ageLines(reviews, contributors, context),
  ),
  actions: part(['pupils', 'actions', 'chases'], ({ actions }, context) => actionLines(actions, context)),
  assessments: part(['pupils', 'assessments', 'chases'], ({ assessments }, context) =>
    assessmentLines(assessments, context),
  ),
  reminders: part(['pupils', 'chases'], (_, context) => looseChases(context)),
  planDates: part(['pupils'], (_, context) => planDateLines(context)),
  rollover: part(['pupils'], (_, context) => rolloverLines(context)),
  support: part(
    ['pupils', 'allocations', 'groups', 'provisions'],
    ({ allocations, groups, provisions }, context) => supportLines(allocations, groups, provisions, context),
  ),
  plans: part(['pupils', 'cycles', 'conversations'], ({ cycles, conversations }, context) =>
    planLines(cycles, conversations, context),
  ),
  lapsed: part(
    ['pupils', 'allocations', 'groups', 'provisions'],
    ({ allocations, groups, provisions }, context) => lapsedLines(allocations, groups, provisions, context),
  ),
  delivered: part(
    ['pupils', 'recent', 'allocations', 'provisions'],
    ({ recent, allocations, provisions }, context) => deliveryLines(recent, allocations, provisions, context),
  ),
  staffBehind: part(['pupils', 'staffBehind'], ({ staffBehind }, context) =>
    staffBehind.flatMap((behind) => staffLines(behind, context)),
  ),
  figures: part(['pupils'], (_, context) => figureLines(context)),
  concerns: part(
    ['pupils', 'concerns', 'teacherAsks', 'staffConcerns'],
    ({ concerns, teacherAsks, staffConcerns }, context) =>
      concernLines(concerns, teacherAsks, staffConcerns, context),
  ),
  duties: part(
    ['pupils', 'chases', 'assessments', 'retentionRules', 'holds', 'complaintStages', ...dutyListNames],
    (lists, context) => dutyLines(lists, context),
  ),
  moves: part(['pupils', 'transfers', 'transitions'], ({ transfers, transitions }, context) =>
    moveLines(transfers as never, transitions as never, context),
  ),
  needs: part(['pupils', 'needs'], ({ needs }, context) => needLines(needs, context)),
  outcomes: part(['pupils', 'outcomes', 'progress', 'reviews'], ({ outcomes, progress, reviews }, context) =>
    outcomeLines(outcomes, progress, reviews, context),
  ),
  profiles: part(['pupils', 'profiles'], ({ profiles }, context) => profileLines(profiles, context)),
  published: part(['pupils', 'published'], ({ published }, context) => publishedLines(published, context)),
} as const
export type PartName = keyof typeof parts

/** The groups of the screen, in order; each line stands in the first that it belongs to. */
export const groups = ['overdue', 'week', 'halfTerm', 'authority', 'others', 'records'] as const
export type Group = (typeof groups)[number]

/** Which part of the records fill a group, so that it can be said that it isn't whole yet. */
const partsOf: Record<Group | 'meetings', readonly PartName[]> = {
  meetings: ['reviews'],
  overdue: [
    'reviews',
    'advice',
    'age',
    'actions',
    'assessments',
    'plans',
    'rollover',
    'concerns',
    'lapsed',
    'duties',
  ],
  week: ['reviews', 'age', 'actions', 'assessments', 'support', 'plans', 'rollover', 'concerns', 'duties'],
  halfTerm: [
    'reviews',
    'age',
    'actions',
    'assessments',
    'support',
    'plans',
    'rollover',
    'concerns',
    'duties',
  ],
  authority: ['reviews', 'assessments'],
  others: ['advice', 'actions', 'reminders', 'concerns', 'duties'],
  records: [
    'reviews',
    'planDates',
    'support',
    'plans',
    'needs',
    'outcomes',
    'profiles',
    'published',
    'concerns',
    'lapsed',
    'delivered',
    'staffBehind',
    'figures',
    'duties',
  ],
}

/** Null where a line lies beyond the half-term and is the school's own: it is not for now. */
export const groupOf = ({ when, owner }: WorkLine): Group | null => {
  if (when === 'overdue') return 'overdue'
  if (owner === 'authority') return 'authority'
  if (owner === 'others') return 'others'
  if (when === 'none') return 'records'
  if (when === 'today' || when === 'week') return 'week'
  return when === 'halfTerm' ? 'halfTerm' : null
}

export type WorkList = {
  readonly periods: Periods
  /** Everything, those that are not for now included; today's meetings apart. */
  readonly lines: readonly WorkLine[]
  /** Today's meetings, in order of time. */
  readonly meetings: readonly WorkLine[]
  /** What is not read yet: its lines are missing from the list. */
  readonly missing: readonly PartName[]
}

/** What law wants comes before what was agreed, among what is overdue. */
const binding = ({ when, why }: WorkLine): number => (when === 'overdue' && why?.strength !== 'must' ? 1 : 0)
const far = '9999'

/**
 * The work of a SENCO as it stands today: what is owed, by whom, by when and why, and the next step of each. Records
 * that are not given yet leave their lines out, and `missing` says which. The same records give the same list in the
 * same order, whatever order they come in. `lost`: lists that will not come, as they couldn't be read; nothing waits for
 * them.
 */
export const workList = (
  lists: Partial<TodayLists>,
  settings: TodaySettings,
  lost: readonly Name[] = [],
): WorkList => {
  const { today, terms } = settings
  const periods = periodsOf(terms, today)
  const context: Context = {
    ...settings,
    periods,
    chases: chaseBook(lists.chases ?? []),
    pupils: new Map((lists.pupils ?? []).map((pupil) => [pupil.key, pupil])),
  }
  const names = Object.keys(parts) as PartName[]
  const ready = names.filter((name) => parts[name].needs.every((list) => lists[list] !== undefined))
  const named = (line: WorkLine) => {
    const pupil = context.pupils.get(line.pupils[0] ?? '')
    return pupil ? `${shortName(pupil)} ${pupil.surname}` : ''
  }
  const sorted = ready
    .flatMap((name) => parts[name].lines(lists, context))
    .map((line) => ({ line, name: named(line) }))
    .sort(
      (a, b) =>
        binding(a.line) - binding(b.line) ||
        compare(a.line.day ?? far, b.line.day ?? far) ||
        compare(a.name, b.name) ||
        compare(a.line.id, b.line.id),
    )
    .map(({ line }) => line)
  const time = ({ meeting }: WorkLine) => parseTime(meeting?.time ?? '') ?? 24 * 60
  return {
    periods,
    lines: sorted.filter(({ meeting }) => meeting === null),
    meetings: sorted.filter(({ meeting }) => meeting !== null).sort((a, b) => time(a) - time(b)),
    missing: names.filter(
      (name) => !ready.includes(name) && !parts[name].needs.some((list) => lost.includes(list)),
    ),
  }
}
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What the screen can be narrowed to; the address holds it. */
export const shows = ['overdue', 'week', 'halfTerm', 'authority', 'others', 'records'] as const
export type Show = (typeof shows)[number]

/** Whether a line counts for a filter by itself. */
export const countsFor = (line: WorkLine, show: Show): boolean =>
  show === 'authority' || show === 'others'
    ? line.owner === show
    : show === 'week'
      ? line.when === 'week' || line.when === 'today'
      : show === 'halfTerm'
        ? line.when === 'halfTerm'
        : show === 'records'
          ? groupOf(line) === 'records'
          : line.when === 'overdue'

/** The lines of a filter, by group. Whatever stretch of time is chosen, what is overdue stands above it. */
export const shownGroups = (
  { lines }: Pick<WorkList, 'lines'>,
  show: Show | null,
): { readonly group: Group; readonly lines: readonly WorkLine[] }[] => {
  const reach: Record<Show, (line: WorkLine) => boolean> = {
    overdue: ({ when }) => when === 'overdue',
    week: ({ when }) => when === 'overdue' || when === 'today' || when === 'week',
    halfTerm: ({ when }) => when !== 'later' && when !== 'none',
    authority: ({ owner }) => owner === 'authority',
    others: ({ owner }) => owner === 'others',
    records: (line) => groupOf(line) === 'records',
  }
  const kept = show ? lines.filter(reach[show]) : lines
  const own = (line: WorkLine): Group | null => {
    // A stretch of time is shown by its days, whoever owes them.
    if ((show === 'week' || show === 'halfTerm') && line.when !== 'overdue')
      return line.when === 'halfTerm' ? 'halfTerm' : 'week'
    return groupOf(line)
  }
  return groups
    .map((group) => ({ group, lines: kept.filter((line) => own(line) === group) }))
    .filter((each) => each.lines.length > 0)
}

/** Whether all that fills a group has been read. */
export const isWhole = ({ missing }: Pick<WorkList, 'missing'>, group: Group | 'meetings'): boolean =>
  partsOf[group].every((name) => !missing.includes(name))

/** What is due next beyond this half-term, for a day on which nothing is due before. */
export const nextLater = ({ lines }: Pick<WorkList, 'lines'>): WorkLine | null =>
  lines.find(({ when }) => when === 'later' || when === 'halfTerm') ?? null

/** Lines of one pupil under the first of them, so that five things about a child are one row that opens. */
export const foldedByPupil = (lines: readonly WorkLine[]): (readonly WorkLine[])[] => {
  const rows = new Map<string, WorkLine[]>()
  for (const line of lines) {
    const name = line.pupils.length === 1 ? line.pupils[0]! : line.id
    const row = rows.get(name)
    if (row) row.push(line)
    else rows.set(name, [line])
  }
  return [...rows.values()]
}
