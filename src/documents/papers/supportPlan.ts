import { inWords, t } from '../../words/t.ts'
import { saidOf } from '../../domain/fields.ts'
import { fieldOf, type Stored } from '../../domain/record.ts'
import type { Allocation } from '../../domain/records/allocation.ts'
import type { ChronologyEntry } from '../../domain/records/chronologyEntry.ts'
import { Cycle } from '../../domain/records/cycle.ts'
import { CycleTarget } from '../../domain/records/cycleTarget.ts'
import type { Need } from '../../domain/records/need.ts'
import type { Outcome } from '../../domain/records/outcome.ts'
import type { Provision } from '../../domain/records/provision.ts'
import { calledName, fullName } from '../../domain/records/pupil.ts'
import type { View } from '../../domain/records/view.ts'
import { needTypes, senStatuses, yearGroups } from '../../domain/rules/codes.ts'
import { type CycleContext, cycleSteps } from '../../domain/rules/cycle.ts'
import { type Aim, aimsOf } from '../../domain/rules/cycleCarry.ts'
import { showDay } from '../../domain/rules/day.ts'
import { provenanceOf, speakerOf } from '../../domain/rules/provenance.ts'
import { rightsWithYoungPerson } from '../../domain/rules/reviewDates.ts'
import type { Block, Cell, DocumentContent } from '../blocks.ts'
import { cell, facts, heading, lower, note, oneOf, paragraph, strong, text } from '../minutes/parts.ts'
import { byWhom, groupOf, howOften } from './amounts.ts'
import { paperContent, type PaperOf, told, under } from './paper.ts'
import { talksInPlan } from './planTalks.ts'

/** What a support plan is made of: one turn of assess, plan, do, review, and what is recorded beside it. */
export type PlanFile = PaperOf & {
  readonly cycle: Stored<Cycle>
  readonly context: CycleContext
  readonly targets: readonly Stored<CycleTarget>[]
  readonly outcomes: readonly Stored<Outcome>[]
  readonly needs: readonly Stored<Need>[]
  readonly allocations: readonly Stored<Allocation>[]
  readonly provisions: readonly Stored<Provision>[]
  readonly views: readonly Stored<View>[]
  /** For the conversations with parents. */
  readonly entries?: readonly Stored<ChronologyEntry>[]
}

/** As it is recorded, or with room to write at the meeting that comes next. */
export const planShapes = ['recorded', 'room'] as const
export type PlanShape = (typeof planShapes)[number]

type Writing = PlanFile & { readonly room: boolean }

const lines: Block = { is: 'room', as: 'lines', inset: false }
/** What is recorded under a heading; room to write where nothing is and the plan is for a meeting. */
const part = ({ room }: Writing, level: 1 | 2, title: string, blocks: readonly Block[]): Block[] =>
  under(level, title, blocks.length === 0 && room ? [lines] : blocks)

const field = ({ cycle }: PlanFile, name: keyof Cycle & string): string =>
  saidOf(fieldOf(Cycle, name), cycle[name])

/** What a child or a parent said in this plan, word for word, with where it comes from. */
export const saidIn = (
  { cycle, views, pupil }: Pick<PlanFile, 'cycle' | 'views' | 'pupil'>,
  whose: View['whose'],
  at: 'before' | 'review',
): Block[] =>
  views
    .filter((view) => view.cycle === cycle.key && view.whose === whose)
    .filter(({ topic }) => (topic === 'Review') === (at === 'review'))
    .toSorted((a, b) => (`${a.gathered}${a.key}` < `${b.gathered}${b.key}` ? -1 : 1))
    .flatMap((view): Block[] => [
      { is: 'paragraph', tone: 'quote', keepWithNext: true, runs: [text(`“${view.words}”`)] },
      note([speakerOf(view, calledName(pupil)), provenanceOf(view)].join(': ')),
    ])

/** The needs that hold while this plan runs, the one that counts first in front. */
export const needsIn = ({ cycle, needs }: Pick<PlanFile, 'cycle' | 'needs'>): Stored<Need>[] => {
  const from = cycle.agreedOn ?? cycle.began
  return needs
    .filter(({ until }) => !until || until >= from)
    .toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99))
}

export const needsBlocks = (needs: readonly Stored<Need>[]): Block[] =>
  needs.length === 0
    ? []
    : [
        {
          is: 'list',
          items: needs.map(({ type, description }) =>
            description
              ? [strong(`${inWords(needTypes[type])}: `), text(description)]
              : [text(inWords(needTypes[type]))],
          ),
        },
      ]

/** Support that runs while this plan does. */
export const supportIn = ({
  cycle,
  allocations,
  today,
}: Pick<PlanFile, 'cycle' | 'allocations' | 'today'>): Stored<Allocation>[] => {
  const from = cycle.agreedOn ?? cycle.began
  const until = cycle.reviewedOn ?? cycle.ended ?? today
  return allocations
    .filter((one) => one.from <= until && (!one.until || one.until >= from))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** What a kind of support is called. */
export const nameOf = ({ provisions }: Pick<PlanFile, 'provisions'>, provision: string): string =>
  provisions.find(({ key }) => key === provision)?.name ?? t`Support`

const outcomesOf = (plan: PlanFile): { readonly aim: Aim; readonly outcome: Stored<Outcome> }[] =>
  aimsOf(plan.cycle.key, plan.targets, plan.outcomes).flatMap((aim) =>
    aim.outcome ? [{ aim, outcome: aim.outcome }] : [],
  )

type Column<T> = {
  readonly head: string
  readonly width: number
  of(one: T, at: number): Cell
  /** Whether the record says anything; a column of which no row does is left out. */
  has(one: T): boolean
}
/** A table of what is recorded, and rows to write in. Where there are some, every column stands. */
const tableOf = <T>(
  summary: string,
  columns: readonly Column<T>[],
  all: readonly T[],
  blankRows: number,
): Block[] => {
  const shown = columns.filter((column) => blankRows > 0 || all.some(column.has))
  if (all.length + blankRows === 0) return []
  return [
    {
      is: 'table',
      summary,
      head: shown.map(({ head }) => head),
      widths: shown.map(({ width }) => width),
      rowHeadings: true,
      ...(all.length === 0 ? { tall: true as const } : {}),
      rows: [
        ...all.map((one, at) => shown.map((column) => column.of(one, at))),
        ...Array.from({ length: blankRows }, () => shown.map(() => cell())),
      ],
    },
  ]
}
const column = <T>(head: string, width: number, words: (one: T, at: number) => string | null): Column<T> => ({
  head,
  width,
  of: (one, at) => cell(text(words(one, at) || t`Not recorded`)),
  has: (one) => Boolean(words(one, 0)),
})

/** Each target with where it starts, when it counts as reached and what adults do; numbered, so that support can name it. */
export const targetsTable = (plan: PlanFile, blankRows = 0): Block[] => {
  const aims = outcomesOf(plan).map(({ outcome }) => outcome)
  const inPlan = new Set(aims.map(({ key }) => key))
  const above = ({ parent }: Outcome) =>
    parent && !inPlan.has(parent) ? plan.outcomes.find(({ key }) => key === parent) : undefined
  return tableOf<Stored<Outcome>>(
    t`Targets: where each starts, when it counts as reached, by when, and how adults help with it`,
    [
      {
        head: t`Target`,
        width: 2.3,
        has: () => true,
        of: (one, at) =>
          cell(
            text(`${at + 1}. ${one.text}`),
            ...(above(one) ? [text(`\n${t`Towards: ${above(one)!.text}`}`)] : []),
          ),
      },
      column(t`Starting point`, 1.3, ({ baseline }) => baseline),
      column(t`Reached when`, 1.5, ({ criterion, measure }) => criterion ?? measure),
      column(t`By`, 1, ({ by }) => by && showDay(by)),
      column(t`How adults help`, 1.7, ({ strategies }) => strategies),
    ],
    aims,
    blankRows,
  )
}

/** Each kind of support: how often and how long, in which group, by whom, for which target. */
export const supportTable = (
  plan: PlanFile,
  given: readonly Stored<Allocation>[],
  blankRows = 0,
): Block[] => {
  const numbers = new Map(outcomesOf(plan).map(({ outcome }, at) => [outcome.key, String(at + 1)]))
  const number = ({ outcome }: Allocation) => (outcome && numbers.get(outcome)) ?? null
  return tableOf<Stored<Allocation>>(
    t`Support: what it is, how often and how long, in which group, by whom, from when and for which target`,
    [
      column(t`Support`, 1.7, ({ provision }) => nameOf(plan, provision)),
      column(t`How often, how long`, 1.5, howOften),
      column(t`Group`, 0.9, groupOf),
      column(t`By whom`, 1.3, byWhom),
      column(t`When`, 1.4, ({ from, until }) =>
        until ? t`${showDay(from)} to ${showDay(until)}` : t`From ${showDay(from)}`,
      ),
      {
        head: t`Target`,
        width: 0.9,
        has: (one) => number(one) !== null,
        of: (one) => cell(text(number(one) ?? t`Not linked`)),
      },
    ],
    given,
    blankRows,
  )
}

const reviewDue = (plan: PlanFile): string => {
  const { cycle, context, today } = plan
  const step = cycleSteps(cycle, context, today).find((one) => one.step === 'review')
  if (!step?.due) return ''
  // The day that was agreed speaks for itself; one that is reckoned says how.
  return cycle.reviewBy ? showDay(step.due) : `${showDay(step.due)}. ${step.why?.says ?? ''}.`
}

const firstPage = (plan: Writing): Block[] => {
  const { pupil, cycle, schoolName, school } = plan
  const told = [cycle.toldOn && showDay(cycle.toldOn), lower(field(plan, 'toldHow'))].filter(Boolean)
  return [
    { is: 'title', text: t`Support plan: ${fullName(pupil)}` },
    facts(
      t`The plan: whose it is, who leads on it, and its days`,
      [t`The plan`, t`Plan ${cycle.number}`],
      [
        [
          t`Name`,
          [pupil.yearGroup && inWords(yearGroups[pupil.yearGroup]), pupil.className].filter(Boolean).length
            ? [fullName(pupil), pupil.yearGroup && inWords(yearGroups[pupil.yearGroup]), pupil.className]
                .filter(Boolean)
                .join(' · ')
            : fullName(pupil),
        ],
        [t`School`, school?.name ?? schoolName],
        [t`SEN status`, inWords(senStatuses[pupil.status])],
        [t`Health`, pupil.alertMedical ? t`There is a health-care plan: read it` : ''],
        [t`Begun`, showDay(cycle.began)],
        [t`Led by`, cycle.keyPerson],
        [
          t`Agreed`,
          cycle.agreedOn
            ? [showDay(cycle.agreedOn), cycle.agreedBy && t`by ${cycle.agreedBy}`].filter(Boolean).join(', ')
            : t`Not agreed yet`,
        ],
        [t`Parents told`, told.join(', ')],
        [t`Review by`, reviewDue(plan)],
      ],
    ),
  ]
}

/** What the review before this plan decided. */
const lastDecision = (plan: Writing): Block[] => {
  const { cycle, context } = plan
  const last =
    context.all.find(({ key }) => key === cycle.previous) ??
    context.all.findLast(({ number, key }) => key !== cycle.key && number === cycle.number - 1)
  if (!last?.reviewedOn) return []
  return [
    heading(1, t`What the last review decided`),
    paragraph(
      text(
        last.decision
          ? t`Plan ${last.number} was reviewed on ${showDay(last.reviewedOn)}: ${lower(inWords(Cycle.fields.decision.choices[last.decision]))}.`
          : t`Plan ${last.number} was reviewed on ${showDay(last.reviewedOn)}.`,
      ),
    ),
    ...told(last.reasons),
  ]
}

const assess = (plan: Writing): Block[] => {
  const name = calledName(plan.pupil)
  return [
    ...part(plan, 1, t`What ${name} is good at`, told(plan.cycle.strengths)),
    ...part(plan, 1, t`What ${name} says`, saidIn(plan, 'child', 'before')),
    ...part(plan, 1, t`What parents say`, saidIn(plan, 'parent', 'before')),
    ...under(1, t`Needs`, [
      ...needsBlocks(needsIn(plan)),
      ...under(2, inWords(Cycle.fields.concern.label), [
        ...told(plan.cycle.concern),
        ...(plan.cycle.concern && (plan.cycle.raisedBy || plan.cycle.raisedOn)
          ? [
              note(
                t`Raised ${[plan.cycle.raisedBy && t`by ${plan.cycle.raisedBy}`, plan.cycle.raisedOn && t`on ${showDay(plan.cycle.raisedOn)}`].filter(Boolean).join(', ')}.`,
              ),
            ]
          : []),
      ]),
      ...under(2, inWords(Cycle.fields.barriers.label), told(plan.cycle.barriers)),
      ...under(2, inWords(Cycle.fields.teacherAssessment.label), told(plan.cycle.teacherAssessment)),
      ...under(2, inWords(Cycle.fields.evidence.label), told(plan.cycle.evidence)),
      ...under(2, inWords(Cycle.fields.observations.label), told(plan.cycle.observations)),
      ...under(2, inWords(Cycle.fields.hypothesis.label), told(plan.cycle.hypothesis)),
    ]),
  ]
}

const agreed = (plan: Writing): Block[] => {
  const { cycle, room } = plan
  const planning = room && !cycle.agreedOn
  return [
    ...under(1, t`Targets`, targetsTable(plan, planning ? 2 : 0)),
    ...part(plan, 1, inWords(Cycle.fields.adjustments.label), told(cycle.adjustments)),
    ...under(1, t`Support`, supportTable(plan, supportIn(plan), planning ? 2 : 0)),
    ...part(plan, 1, inWords(Cycle.fields.parentPart.label), told(cycle.parentPart)),
    ...talksInPlan(plan),
  ]
}

const ratings = (plan: Writing, toWrite: boolean): Block[] => {
  const aims = outcomesOf(plan).filter(
    ({ aim }) => toWrite || aim.row.rating || aim.row.evidence || aim.row.next,
  )
  if (aims.length === 0) return []
  const choice = (name: 'rating' | 'next', row: CycleTarget) => saidOf(fieldOf(CycleTarget, name), row[name])
  return [
    {
      is: 'table',
      summary: t`Each target at the review: progress, what shows it, and what becomes of the target`,
      head: [t`Target`, t`Progress`, t`What shows it`, t`This target should`],
      widths: [2, 1.1, 2.4, 1.1],
      rowHeadings: true,
      ...(toWrite ? { tall: true as const } : {}),
      rows: aims.map(({ aim: { row }, outcome }, at) => [
        cell(text(`${at + 1}. ${outcome.text}`)),
        cell(text(choice('rating', row))),
        cell(text(row.evidence ?? '')),
        cell(text(choice('next', row))),
      ]),
    },
  ]
}

const review = (plan: Writing): Block[] => {
  const { cycle, room, pupil } = plan
  const toWrite = room && cycle.agreedOn !== null && cycle.reviewedOn === null
  const name = calledName(pupil)
  const held = facts(
    t`The review: when, who came and what was decided`,
    [t`The review`, t`Details`],
    [
      [t`Held on`, field(plan, 'reviewedOn')],
      [t`Who came`, cycle.present],
      [t`A parent took part`, field(plan, 'parentsCame')],
      [t`Did it work`, field(plan, 'effect')],
      [t`What happens now`, field(plan, 'decision')],
      [t`Ended without a review`, [field(plan, 'ended'), cycle.endedWhy].filter(Boolean).join(': ')],
    ],
  )
  const hasFacts = held.is === 'table' && held.rows.length > 0
  const writing = { ...plan, room: toWrite }
  return [
    ...part(writing, 1, t`What was given`, told(cycle.delivered)),
    ...under(1, t`Review`, [
      ...(hasFacts ? [held] : []),
      ...(toWrite
        ? [
            note(
              t`To be filled in at the review. Decide together: ${oneOf(Object.values(Cycle.fields.decision.choices).map((one) => lower(inWords(one))))}.`,
            ),
          ]
        : []),
      ...under(2, t`Progress`, ratings(plan, toWrite)),
      ...part(writing, 2, inWords(Cycle.fields.changed.label), told(cycle.changed)),
      ...part(writing, 2, t`What ${name} says now`, saidIn(plan, 'child', 'review')),
      ...part(writing, 2, t`What parents say now`, saidIn(plan, 'parent', 'review')),
      ...(toWrite ? under(2, t`What we decide, and when we meet again`, [lines]) : []),
      ...under(2, inWords(Cycle.fields.reasons.label), told(cycle.reasons)),
    ]),
  ]
}

const signature = (who: string, name = ''): Cell[] => [cell(text(who)), cell(text(name)), cell(), cell()]
const signatures = ({ pupil, school, cycle, today }: Writing): Block[] => {
  const own = rightsWithYoungPerson(pupil.dateOfBirth, today)
  const name = calledName(pupil)
  return [
    heading(1, t`Signatures`),
    {
      is: 'table',
      summary: t`Signatures: the family, who leads on the plan, and the SENCO`,
      head: [t`Who`, t`Name`, t`Signature`, t`Date`],
      widths: [1.5, 1.5, 2, 1],
      rowHeadings: true,
      tall: true,
      together: true,
      rows: [
        ...(own ? [] : [signature(t`Parent or carer`)]),
        signature(own ? t`Young person` : t`${name}, if ${name} wishes`, own ? fullName(pupil) : ''),
        ...(cycle.keyPerson ? [signature(t`Leads on the plan`, cycle.keyPerson)] : []),
        signature('SENCO', school?.senco ?? ''),
      ],
    },
    note(
      own
        ? t`${name} is over compulsory school age: this plan is agreed with ${name}.`
        : t`Free, independent advice for families: your local SENDIASS; the council’s Local Offer says how to reach it.`,
    ),
  ]
}

/** The support plan of one turn of assess, plan, do, review: as it is recorded, or with room to write. */
export const supportPlan = (file: PlanFile, shape: PlanShape): DocumentContent => {
  const plan: Writing = { ...file, room: shape === 'room' }
  const { cycle } = file
  const said = [...lastDecision(plan), ...assess(plan), ...agreed(plan), ...review(plan)]
  return paperContent(
    'supportPlan',
    file,
    [
      ...firstPage(plan),
      ...(said.length > 0 ? said : [paragraph(text(t`Nothing is written in this plan yet.`))]),
      ...signatures(plan),
    ],
    {
      subject: t`What is done for a pupil with special educational needs`,
      foot: t`Support plan ${cycle.number} · ${cycle.agreedOn ? t`agreed ${showDay(cycle.agreedOn)}` : t`begun ${showDay(cycle.began)}`}`,
      of: { cycle: cycle.key },
    },
  )
}
