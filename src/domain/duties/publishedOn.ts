import { inWords, t } from '../../words/t.ts'
import { PublishedOn, publishedKinds } from '../records/publishedOn.ts'
import { type Day, showDay } from '../rules/day.ts'
import { defineDuty, rowsRead } from './duty.ts'
import { monthsAfter, settledDay } from './why.ts'

const rule = t`Published on`

/** Whether the same thing was published again later; of two on one day, by their keys. */
const wasReplaced = (
  row: { readonly key: string } & Pick<PublishedOn, 'what' | 'on'>,
  all: readonly (PublishedOn & { readonly key: string })[],
): boolean =>
  all.some(
    (other) =>
      other.what === row.what &&
      other.key !== row.key &&
      (other.on > row.on || (other.on === row.on && other.key > row.key)),
  )

/** By when something published has to be published again; null where nobody asks for it. */
const publishAgain = (
  { what, on, againBy }: Pick<PublishedOn, 'what' | 'on' | 'againBy'>,
  school: Parameters<typeof monthsAfter>[0],
): { readonly day: Day | null; readonly why: ReturnType<typeof settledDay> } | null => {
  if (againBy) return { day: againBy, why: settledDay(rule, t`Publish again by`, againBy) }
  return what === 'report'
    ? monthsAfter(
        school,
        'reportReview',
        {
          rule: t`SEN information report`,
          says: t`Governing bodies publish it on the school’s website and bring it up to date at least every year`,
          strength: 'should',
          source: 'Children and Families Act 2014, section 69; SEND Code of Practice 6.79',
        },
        t`Published on`,
        on,
      )
    : null
}

/** What was published, one row each time: the newest of its kind says when the next is due. */
export const publishedOn = defineDuty<typeof PublishedOn>({
  name: 'website',
  place: 'leading',
  words: t`Published`,
  says: t`What was put where parents and the public can read it: which day, at which address, by whom, and when it is due again.`,
  type: PublishedOn,
  reads: [PublishedOn],
  columns: [
    { words: t`What`, of: ({ what }) => inWords(publishedKinds[what]) },
    { words: t`Published on`, of: ({ on }) => showDay(on), by: ({ on }) => on },
    { words: t`By`, of: ({ by }) => by ?? '' },
    { words: t`Address`, of: ({ address }) => address ?? '' },
  ],
  titleOf: ({ what, on }) => t`${inWords(publishedKinds[what])}, published on ${showDay(on)}`,
  searched: ({ changed, note }) => [changed, note],
  standing: (row, context) => {
    const { today, school } = context
    if (wasReplaced(row, rowsRead(context, PublishedOn)))
      return { is: 'done', word: t`Published again since`, due: null }
    const again = publishAgain(row, school)
    if (again === null) return { is: 'done', word: t`Published`, due: null }
    return {
      is: again.day !== null && again.day > today ? 'waiting' : 'open',
      word: t`Published`,
      due: {
        what: t`${inWords(publishedKinds[row.what])}: publish it again`,
        day: again.day,
        owner: 'school',
        verb: t`Publish it`,
        why: again.why,
      },
    }
  },
  steps: [
    {
      field: 'checked',
      words: t`Looked at the page today`,
      said: t`Page looked at today`,
      offered: ({ address }) => address !== null,
      again: true,
    },
  ],
  form: {
    add: t`Note a publication`,
    fields: ['what', 'on', 'address', 'by', 'changed', 'againBy'],
    given: (today) => ({ on: today, what: 'report' }),
    groups: [
      { fields: ['what', 'on', 'address', 'by', 'changed'] },
      { title: t`Afterwards`, fields: ['againBy', 'checked', 'note'] },
    ],
    past: ['on', 'checked'],
  },
  // Once anything is noted here, a report that never was is told too.
  owed: (rows, { school, today }) =>
    rows.length === 0 || rows.some(({ what }) => what === 'report')
      ? []
      : [
          {
            what: t`No publication of the SEN information report is noted`,
            day: null,
            owner: 'school',
            verb: t`Note it`,
            why: publishAgain({ what: 'report', on: today, againBy: null }, school)!.why,
          },
        ],
  empty: {
    title: t`Nothing noted as published yet`,
    todo: t`When the SEN information report, a policy or a plan is put on the website, note the day and the address here. Today tells when it is due again.`,
  },
  task: { purpose: 'other', words: t`Something to publish` },
})
