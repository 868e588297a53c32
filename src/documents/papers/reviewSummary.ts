import { inWords, t } from '../../words/t.ts'
import type { Contributor } from '../../domain/records/contributor.ts'
import { contributorRoles, toBeNamed } from '../../domain/records/contributor.ts'
import type { OutcomeProgress } from '../../domain/records/outcomeProgress.ts'
import type { Review } from '../../domain/records/review.ts'
import type { View } from '../../domain/records/view.ts'
import type { Day } from '../../domain/rules/day.ts'
import { needTypes } from '../../domain/rules/codes.ts'
import { differingViews } from '../../domain/rules/differences.ts'
import type { Block, DocumentContent, Run } from '../blocks.ts'
import { isNamed } from '../letters/addressees.ts'
import { fullDay } from '../letters/letter.ts'
import { cell, joinedNames, lower, note, paragraph, strong, text } from '../minutes/parts.ts'
import type { ReviewFile } from '../reviewFile.ts'
import { contributorsInOrder, dayOfReview, reviewedOutcomes, targetPlaces } from '../reviewPlaces.ts'
import { paperContent, told, under } from './paper.ts'
import { comingOf, type Coming, decidedWords } from './plainDates.ts'
import { type Voice, voiceFor } from './voice.ts'
import { rights, whoToAsk } from './whoToAsk.ts'

/** Sizes of type that a family can choose: the usual one, and large print. */
export const summaryTypes = { usual: 12, large: 16 } as const
export type SummaryType = keyof typeof summaryTypes

/** How far somebody has come, as one says it at home. */
export const progressWords = (): Record<NonNullable<OutcomeProgress['rating']>, string> => ({
  achieved: t`done it`,
  good: t`coming on well`,
  some: t`coming on`,
  little: t`a little way so far`,
  regressed: t`it has got harder`,
})

type Recommended = Record<NonNullable<Review['recommendation']>, string>
const schoolAsks = (): Recommended => ({
  maintain: t`The school asks the council to keep the plan as it is.`,
  amend: t`The school asks the council to change the plan.`,
  cease: t`The school asks the council to end the plan.`,
})
const schoolAsked = (): Recommended => ({
  maintain: t`The school asked the council to keep the plan as it is.`,
  amend: t`The school asked the council to change the plan.`,
  cease: t`The school asked the council to end the plan.`,
})
const otherwise = (name: string): Recommended => ({
  maintain: t`${name} would keep the plan as it is.`,
  amend: t`${name} would change the plan.`,
  cease: t`${name} would end the plan.`,
})

/** The first thing that anybody wants to know about an EHC plan, said once. */
export const planExplained = ({ own, child }: Voice): string =>
  own
    ? t`Your EHC plan is an education, health and care plan. It says what help you must get.`
    : t`${child}’s EHC plan is an education, health and care plan. It says what help ${child} must get.`

const cameWords = ({ role, name, attended }: Contributor): string => {
  const as = lower(inWords(contributorRoles[role]))
  return [isNamed({ name }) ? `${name} (${as})` : as, attended === 'online' && t`online`]
    .filter(Boolean)
    .join(', ')
}

const opening = (file: ReviewFile, voice: Voice, today: Day): Block[] => {
  const day = dayOfReview(file, today)
  const came = contributorsInOrder(file).filter(
    ({ attended, name }) => (attended === 'inPerson' || attended === 'online') && name !== toBeNamed,
  )
  return [
    {
      is: 'title',
      text: voice.own ? t`Your review: what we agreed` : t`${voice.child}’s review: what we agreed`,
    },
    paragraph(
      text(
        [
          voice.own
            ? t`We met on ${fullDay(day)} to talk about your plan.`
            : t`We met on ${fullDay(day)} to talk about ${voice.child}’s plan.`,
          planExplained(voice),
        ].join(' '),
      ),
    ),
    paragraph(text(t`This is a short summary. The full report has everything that was said.`)),
    ...(came.length > 0
      ? [paragraph(strong(`${t`Who came`}: `), text(`${joinedNames(came.map(cameWords))}.`))]
      : []),
  ]
}

const quoted = (who: string, words: string | null): Block[] =>
  words ? [paragraph(strong(`${who}: `), text(`“${words.trim()}”`))] : []

const labelled = (label: string, words: string | null): Block[] => {
  const [first, ...more] = told(words)
  if (!first) return []
  return first.is === 'paragraph'
    ? [paragraph(strong(`${label}: `), ...first.runs)]
    : [paragraph(strong(`${label}:`)), first, ...more]
}

/** Words that were written down at the meeting and stand in no field of the review: the first of them. */
const saidAtMeeting = (file: ReviewFile, whose: View['whose'], count: number): Block[] =>
  file.views
    .filter((view) => view.whose === whose)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, count)
    .map((view) => ({ is: 'paragraph', tone: 'quote', runs: [text(`“${view.words}”`)] }))

const family = ({ own }: Voice) => (own ? t`Your family` : t`The family`)
const talked = (file: ReviewFile, voice: Voice): Block[] => {
  const { review } = file
  const child = voice.own ? t`You` : voice.child
  const own = review.childGoingWell ?? review.childHard ?? review.childWants
  return [
    ...under(1, t`What is going well`, [
      ...quoted(child, review.childGoingWell),
      ...quoted(family(voice), review.parentGoingWell),
      ...labelled(t`What helps`, review.working),
    ]),
    ...under(1, t`What is hard`, [
      ...quoted(child, review.childHard),
      ...quoted(family(voice), review.parentConcerns),
      ...labelled(t`What does not help`, review.notWorking),
    ]),
    ...under(1, voice.own ? t`What you want` : t`What ${voice.child} and the family want`, [
      ...quoted(child, review.childWants),
      ...quoted(family(voice), review.parentWants),
    ]),
    ...under(1, t`What ${voice.child} said`, own ? [] : saidAtMeeting(file, 'child', 3)),
  ]
}

const progress = (file: ReviewFile, voice: Voice): Block[] => {
  const outcomes = reviewedOutcomes(file)
  return under(
    1,
    voice.own ? t`How you are doing` : t`How ${voice.child} is doing`,
    outcomes.length === 0
      ? []
      : [
          paragraph(text(t`This is what the plan aims for, and where we are now.`)),
          {
            is: 'list',
            items: outcomes.map(({ key, text: aim }): Run[] => {
              const rating = file.progress.find(({ outcome }) => outcome === key)?.rating
              return [
                text(`${aim} `),
                strong(rating ? t`Now: ${progressWords()[rating]}.` : t`Not judged yet.`),
              ]
            }),
          },
        ],
  )
}

/** Reasons are written for the authority: those that name sections or codes are left to the report. */
const isPlain = (words: string): boolean => !official.test(words)
const official = new RegExp(
  `\\bSections? [A-K]\\d?\\b|\\b(?:regulation|statutory|EHCP|EHCNA|CoP|${Object.keys(needTypes).join('|')})\\b`,
)

const agreed = (file: ReviewFile, voice: Voice): Block[] => {
  const { review } = file
  const differ = differingViews(review, file.contributors)
  const targets = targetPlaces(file).known.flatMap(({ record }) => (record ? [String(record['text'])] : []))
  const decided = decidedWords(file)
  return under(1, t`What we agreed`, [
    ...(decided ? [paragraph(strong(decided))] : []),
    ...(review.recommendation
      ? [
          paragraph(text((decided ? schoolAsked() : schoolAsks())[review.recommendation])),
          ...(review.recommendationReasons === null
            ? []
            : isPlain(review.recommendationReasons)
              ? told(review.recommendationReasons)
              : [paragraph(text(t`The full report says why.`))]),
        ]
      : []),
    ...(differ.length > 0
      ? [
          paragraph(text(t`Not everyone sees it the same way.`)),
          {
            is: 'list' as const,
            items: differ.map((one): Run[] => [
              text(`${otherwise(one.name)[one.recommendation]}${one.reasons ? ` “${one.reasons}”` : ''}`),
            ]),
          },
        ]
      : []),
    ...(review.placementChange
      ? [
          paragraph(
            text(
              voice.own
                ? t`We talked about a change of school for you.`
                : t`We talked about a change of school for ${voice.child}.`,
            ),
          ),
        ]
      : []),
    ...(review.budgetRequested ? [paragraph(text(t`A personal budget was asked for.`))] : []),
    ...under(
      2,
      voice.own ? t`What you will work on` : t`What ${voice.child} will work on`,
      targets.length > 0 ? [{ is: 'list', items: targets.map((aim) => [text(aim)]) }] : [],
    ),
  ])
}

/** Who does what, by when. */
export const actionsOf = (
  actions: ReviewFile['actions'],
  status: (one: ReviewFile['actions'][number]) => string | null = () => null,
): Block[] => {
  const all = actions
    .filter((one) => one.status !== 'dropped')
    .toSorted((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1))
  const says = all.some((one) => status(one) !== null)
  return all.length === 0
    ? []
    : [
        {
          is: 'table',
          summary: t`What was agreed: what, who does it and by when`,
          head: [t`What`, t`Who`, t`By when`, ...(says ? [t`Now`] : [])],
          widths: says ? [2.4, 1.2, 1.1, 0.8] : [2.4, 1.2, 1.2],
          rowHeadings: true,
          rows: all.map((one) => [
            cell(text(one.what)),
            cell(text(one.owner ?? t`Not agreed yet`)),
            cell(text(one.due ? fullDay(one.due) : t`No day agreed`)),
            ...(says ? [cell(text(status(one) ?? ''))] : []),
          ]),
        },
      ]
}

export const comingTable = (coming: readonly Coming[]): Block[] =>
  coming.length === 0
    ? []
    : [
        {
          is: 'table',
          summary: t`What happens next: by when, what, and why then`,
          head: [t`By when`, t`What happens`, t`Why then`],
          widths: [1.1, 2, 1.5],
          rowHeadings: true,
          rows: coming.map(({ by, what, why }) => [
            cell(text(fullDay(by))),
            cell(text(what)),
            cell(text(why)),
          ]),
        },
      ]

/** What a review agreed, for the family: short, plain, with what comes next and whom to ask. */
export const reviewSummary = (file: ReviewFile, today: Day, type: SummaryType): DocumentContent => {
  const { pupil, review, school, schoolName } = file
  const voice = voiceFor(pupil, dayOfReview(file, today))
  const blocks: Block[] = [
    ...opening(file, voice, today),
    // At the end it would often stand alone on a page.
    note(
      t`Written on ${fullDay(today)}. Does it say what you remember? If not, tell us and we put it right.`,
    ),
    ...agreed(file, voice),
    ...under(1, t`Who will do what`, actionsOf(file.actions)),
    ...under(1, t`What happens next`, comingTable(comingOf(file, today))),
    ...talked(file, voice),
    ...progress(file, voice),
    ...whoToAsk(school, pupil.keyAdult),
    ...rights(review, today),
  ]
  return paperContent('reviewSummary', { pupil, school, schoolName, today }, blocks, {
    subject: t`What a review agreed, in plain words`,
    foot: review.meetingDate
      ? t`Summary of the review on ${fullDay(review.meetingDate)}`
      : t`Summary of the review`,
    of: { review: review.key },
    type: summaryTypes[type],
  })
}
