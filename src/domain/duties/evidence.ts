import { inWords, t } from '../../words/t.ts'
import { Evidence } from '../records/evidence.ts'
import { EvaluationHeading } from '../records/evaluationHeading.ts'
import { type Day, latest, showDay } from '../rules/day.ts'
import { defineDuty } from './duty.ts'
import { monthsAfter } from './why.ts'

/** The day that evidence speaks of or was last looked at, whichever is later; null where neither is known. */
const freshOn = ({ asOf, looked }: Pick<Evidence, 'asOf' | 'looked'>): Day | null =>
  asOf && looked ? latest(asOf, looked) : (looked ?? asOf)

const lookAgain = (row: Pick<Evidence, 'asOf' | 'looked'>, school: Parameters<typeof monthsAfter>[0]) =>
  monthsAfter(
    school,
    'evidenceReview',
    {
      rule: t`Self-evaluation`,
      says: t`Evidence that nobody has looked at for long shows what was, not what is`,
      strength: 'recommended',
      source: t`Practice: usual where School settings say nothing`,
    },
    t`Of the day, or last looked at`,
    freshOn(row),
  )

/** Whether evidence still counts today. */
const isFresh = (
  row: Pick<Evidence, 'asOf' | 'looked'>,
  school: Parameters<typeof monthsAfter>[0],
  today: Day,
): boolean => {
  const { day } = lookAgain(row, school)
  return day !== null && day > today
}

/** The headings that hold on a day, in their order. */
export const headingsOn = <H extends Pick<EvaluationHeading, 'from' | 'until' | 'order' | 'title'>>(
  all: readonly H[],
  day: Day,
): readonly H[] =>
  all
    .filter(({ from, until }) => from <= day && (until === null || day <= until))
    .toSorted((a, b) => (a.order ?? 100) - (b.order ?? 100) || a.title.localeCompare(b.title, 'en-GB'))

/** What stands under a heading, strengths first. */
export const evidenceUnder = <E extends Pick<Evidence, 'heading' | 'also' | 'says' | 'title'>>(
  heading: string,
  all: readonly E[],
): readonly E[] => {
  const order = ['strength', 'better', 'fact']
  return all
    .filter((one) => one.heading === heading || one.also === heading)
    .toSorted(
      (a, b) => order.indexOf(a.says) - order.indexOf(b.says) || a.title.localeCompare(b.title, 'en-GB'),
    )
}

/** What a heading lacks: nothing at all, nothing that is recent, no strength, or nothing to be made better. */
export type Gap = 'nothing' | 'old' | 'noStrength' | 'noBetter'
export const gapWords: Readonly<Record<Gap, string>> = {
  nothing: t`Nothing stands here yet`,
  old: t`Everything here is older than you allow`,
  noStrength: t`No strength is shown`,
  noBetter: t`Nothing to be made better is named: readers will ask`,
}
export const gapsOf = (
  heading: string,
  all: readonly Evidence[],
  school: Parameters<typeof monthsAfter>[0],
  today: Day,
): readonly Gap[] => {
  const own = evidenceUnder(heading, all)
  if (own.length === 0) return ['nothing']
  return [
    ...(own.some((one) => isFresh(one, school, today)) ? [] : (['old'] as const)),
    ...(own.some(({ says }) => says === 'strength') ? [] : (['noStrength'] as const)),
    ...(own.some(({ says }) => says === 'better') ? [] : (['noBetter'] as const)),
  ]
}

/** The evidence bank of the self-evaluation. */
export const evidence = defineDuty<typeof Evidence>({
  name: 'evidence',
  place: 'leading',
  words: t`Self-evaluation`,
  says: t`What shows how well the school does for pupils with SEND, under the headings that you set: figures with their day, visits, policies, what came of objectives, or typed.`,
  type: Evidence,
  reads: [EvaluationHeading],
  columns: [
    { words: t`What it is`, of: ({ title }) => title },
    { words: t`Heading`, of: ({ heading }, { nameOf }) => nameOf('EvaluationHeading', heading) ?? '' },
    { words: t`Shows`, of: ({ says }) => inWords(Evidence.fields.says.choices[says]) },
    { words: t`Of the day`, of: ({ asOf }) => (asOf ? showDay(asOf) : ''), by: ({ asOf }) => asOf ?? '' },
  ],
  titleOf: ({ title }) => title,
  searched: ({ text, figure, note }) => [text, figure, note],
  standing: (row, { school, today }) => {
    const { day, why } = lookAgain(row, school)
    return day !== null && day > today
      ? { is: 'done', word: t`Recent`, due: null }
      : {
          is: 'open',
          word: t`To look at again`,
          due: { what: t`Evidence to look at again`, day, owner: 'school', verb: t`Look at it`, why },
        }
  },
  steps: [
    {
      field: 'looked',
      words: t`Looked at it today`,
      said: t`Looked at today`,
      offered: () => true,
      again: true,
    },
  ],
  form: {
    add: t`Add evidence`,
    fields: ['heading', 'title', 'says', 'text', 'figure', 'asOf', 'link'],
    given: (today) => ({ says: 'fact', asOf: today, source: 'typed' }),
    groups: [
      { fields: ['heading', 'also', 'title', 'says', 'text'] },
      { title: t`Where it comes from`, fields: ['figure', 'asOf', 'link', 'source', 'sourceKey'] },
      { title: t`Afterwards`, fields: ['looked', 'note'] },
    ],
    past: ['asOf', 'looked'],
  },
  empty: {
    title: t`No evidence yet`,
    todo: t`Set the headings below first, then take evidence from your records or type it. Each heading says what is missing.`,
  },
  task: { purpose: 'other', words: t`Self-evaluation` },
  folded: (count) =>
    count === 1
      ? t`A piece of evidence is older than you allow`
      : t`${count} pieces of evidence are older than you allow`,
})
