import { t } from '../../words/t.ts'
import type { Cycle } from '../../domain/records/cycle.ts'
import type { Allocation } from '../../domain/records/allocation.ts'
import type { Outcome } from '../../domain/records/outcome.ts'
import type { Provision } from '../../domain/records/provision.ts'
import type { Review } from '../../domain/records/review.ts'
import type { Stored } from '../../domain/record.ts'
import { addMonths, type Day } from '../../domain/rules/day.ts'
import type { MeetingLimit } from '../../domain/rules/reviewDue.ts'
import type { Block, DocumentContent, Run } from '../blocks.ts'
import { fullDay } from '../letters/letter.ts'
import { note, paragraph, strong, text } from '../minutes/parts.ts'
import type { ReviewFile } from '../reviewFile.ts'
import { amountInWords } from './amounts.ts'
import { paperContent, type PaperOf, under } from './paper.ts'
import { type Coming, comingOf, councilOf, dayHasPassed } from './plainDates.ts'
import {
  actionsOf,
  comingTable,
  planExplained,
  progressWords,
  type SummaryType,
  summaryTypes,
} from './reviewSummary.ts'
import { nameOf } from './supportPlan.ts'
import { type Voice, voiceFor } from './voice.ts'
import { rights, whoToAsk } from './whoToAsk.ts'

/** A year of a pupil with an EHC plan: what it is told from. */
export type YearFile = PaperOf & {
  /** The last review that was held, with all that belongs to it; null where none was. */
  readonly last: ReviewFile | null
  /** All reviews of the pupil. */
  readonly reviews: readonly Stored<Review>[]
  /** By when the next one must be held; null where nobody knows, or where one is planned. */
  readonly limit: MeetingLimit | null
  readonly cycles: readonly Stored<Cycle>[]
  readonly outcomes: readonly Stored<Outcome>[]
  readonly allocations: readonly Stored<Allocation>[]
  readonly provisions: readonly Stored<Provision>[]
}

const aims = ({ outcomes, last }: YearFile, voice: Voice): Block[] => {
  const current = outcomes
    .filter(({ kind, status }) => kind === 'sectionE' && status === 'current')
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
  if (current.length === 0) return []
  return under(1, voice.own ? t`What you are working towards` : t`What ${voice.child} is working towards`, [
    {
      is: 'list',
      items: current.map(({ key, text: aim }): Run[] => {
        const rating = last?.progress.find(({ outcome }) => outcome === key)?.rating
        return [
          text(aim),
          ...(rating ? [strong(` ${t`At the last review: ${progressWords()[rating]}.`}`)] : []),
        ]
      }),
    },
  ])
}

const help = ({ allocations, provisions, today }: YearFile, voice: Voice): Block[] => {
  const given = allocations
    .filter((one) => one.from <= today && (!one.until || one.until >= today))
    .toSorted((a, b) => Number(b.inPlan ?? false) - Number(a.inPlan ?? false) || (a.from < b.from ? -1 : 1))
  return under(
    1,
    voice.own ? t`The help that you get now` : t`The help that ${voice.child} gets now`,
    given.length === 0
      ? []
      : [
          {
            is: 'list',
            items: given.map((one): Run[] => {
              const amount = amountInWords(one)
              return [strong(nameOf({ provisions }, one.provision)), text(amount ? `: ${amount}.` : '.')]
            }),
          },
        ],
  )
}

type Event = { readonly on: Day; readonly what: string }
const results = (): Record<NonNullable<Cycle['decision']>, string> => ({
  continue: t`We carry on as it is.`,
  change: t`We changed it.`,
  stepDown: t`It is no longer needed.`,
  external: t`We asked for help from outside the school.`,
  request: t`We decided to ask the council for an assessment.`,
})
const toldUs = (council: string): Record<NonNullable<Review['decision']>, string> => ({
  maintain: t`${council} told us that it will keep the plan as it is.`,
  amend: t`${council} told us that it will change the plan.`,
  cease: t`${council} told us that it will end the plan.`,
})

const happened = (file: YearFile, voice: Voice): Block[] => {
  const { reviews, cycles, today } = file
  const council = councilOf(file)
  const since = addMonths(today, -12)
  const events: Event[] = [
    ...reviews.flatMap((review): (Event | null)[] => [
      review.meetingDate && review.stage !== 'planning'
        ? {
            on: review.meetingDate,
            what: voice.own
              ? t`We met to talk about your plan.`
              : t`We met to talk about ${voice.child}’s plan.`,
          }
        : null,
      review.decisionReceived && review.decision
        ? { on: review.decisionReceived, what: toldUs(council)[review.decision] }
        : null,
      review.finalIssued ? { on: review.finalIssued, what: t`${council} sent the final plan.` } : null,
    ]),
    ...cycles.map((cycle): Event | null =>
      cycle.reviewedOn
        ? {
            on: cycle.reviewedOn,
            what: [
              t`At school we looked at the targets for the term.`,
              ...(cycle.decision ? [results()[cycle.decision]] : []),
            ].join(' '),
          }
        : null,
    ),
  ].filter((one) => one !== null)
  const ofYear = events
    .filter(({ on }) => on > since && on <= today)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
  return under(
    1,
    t`What happened this year`,
    ofYear.length === 0
      ? []
      : [
          {
            is: 'list',
            items: ofYear.map(({ on, what }): Run[] => [strong(`${fullDay(on)}: `), text(what)]),
          },
        ],
  )
}

const coming = ({ last, reviews, limit, cycles, today }: YearFile): Coming[] => {
  const planned = reviews
    .filter(({ meetingDate }) => meetingDate !== null && meetingDate >= today)
    .toSorted((a, b) => (a.meetingDate! < b.meetingDate! ? -1 : 1))[0]
  const cycle = cycles.find((one) => !one.reviewedOn && !one.ended && one.reviewBy && one.reviewBy >= today)
  const open = last ? comingOf(last, today).filter(({ by }) => by !== last.review.nextDue) : []
  return [
    ...open,
    ...(cycle
      ? [
          {
            by: cycle.reviewBy!,
            what: t`At school we look again at the targets for the term, with you.`,
            why: t`We agreed this day.`,
          },
        ]
      : []),
    ...(planned
      ? [
          {
            by: planned.meetingDate!,
            what: planned.meetingTime
              ? t`We meet for the next review at ${planned.meetingTime}.`
              : t`We meet for the next review.`,
            why: t`The law asks for a review each year.`,
          },
        ]
      : limit
        ? [
            {
              by: limit.latest.day,
              what: [
                t`We have met for the next review by then.`,
                ...(limit.latest.day < today ? [dayHasPassed()] : []),
              ].join(' '),
              why: t`The law asks for a review each year. The council needs time to decide after it.`,
            },
          ]
        : []),
  ].toSorted((a, b) => (a.by < b.by ? -1 : 1))
}

const stands = ({ status }: ReviewFile['actions'][number]): string =>
  status === 'done' ? t`Done` : t`Still to do`

/** The last twelve months of a pupil with an EHC plan, for the family, in plain words. */
export const yearSummary = (file: YearFile, type: SummaryType): DocumentContent => {
  const { pupil, school, last, today } = file
  const voice = voiceFor(pupil, today)
  const from = addMonths(today, -12)
  const blocks: Block[] = [
    { is: 'title', text: voice.own ? t`Your year` : t`${voice.child}’s year` },
    paragraph(
      text(
        `${t`This tells about the twelve months from ${fullDay(from)} to ${fullDay(today)}.`} ${planExplained(voice)}`,
      ),
    ),
    note(t`Written on ${fullDay(today)}. Is something missing or wrong? Tell us, and we put it right.`),
    ...aims(file, voice),
    ...help(file, voice),
    ...happened(file, voice),
    ...under(1, t`What we agreed at the last review`, last ? actionsOf(last.actions, stands) : []),
    ...under(1, t`What happens next`, comingTable(coming(file))),
    ...whoToAsk(school, pupil.keyAdult),
    ...rights(last?.review ?? null, today),
  ]
  return paperContent('yearSummary', file, blocks, {
    subject: t`A year with an EHC plan, in plain words`,
    foot: t`Summary of the year to ${fullDay(today)}`,
    type: summaryTypes[type],
  })
}
