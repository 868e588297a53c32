import { inWords, t } from '../../words/t.ts'
import { Adjustment, adjustmentPlaces } from '../records/adjustment.ts'
import type { School } from '../records/school.ts'
import type { Told } from '../rules/chronology.ts'
import { type Day, latest, showDay } from '../rules/day.ts'
import { showMoney } from '../rules/money.ts'
import { defineDuty, type Due, type Standing } from './duty.ts'
import { lookAgain } from './lookAgain.ts'

const rule = t`Reasonable adjustments`
const law = t`Equality Act 2010, sections 20 and 85`

const owed = (what: string, says: string, verb: string): Due => ({
  what,
  day: null,
  owner: 'school',
  verb,
  why: { rule, says, strength: 'must', source: law, inputs: [] },
})

const standing = (row: Adjustment, school: School | null): Standing => {
  if (row.endedOn !== null) return { is: 'done', word: t`Ended`, due: null }
  if (row.declinedOn !== null) {
    const again = row.reviewOn !== null && (row.reviewedOn === null || row.reviewedOn < row.reviewOn)
    return again
      ? {
          is: 'open',
          word: t`Declined, to look at again`,
          due: {
            what: t`Look again at an adjustment that was declined`,
            owner: 'school',
            verb: t`Look again`,
            ...lookAgain(row, row.declinedOn, school, rule),
          },
        }
      : { is: 'done', word: t`Declined, with reasons`, due: null }
  }
  if (row.decidedOn === null)
    return {
      is: 'open',
      word: t`To decide`,
      due: owed(
        t`Decide about a reasonable adjustment`,
        t`The school takes the steps that are reasonable so that a disabled pupil is at no substantial disadvantage`,
        t`Decide`,
      ),
    }
  if (row.inPlaceFrom === null)
    return {
      is: 'open',
      word: t`Decided, not in place`,
      due: owed(
        t`Put a reasonable adjustment in place`,
        t`What was decided helps only once it is done`,
        t`Put it in place`,
      ),
    }
  return {
    is: 'open',
    word: t`In place`,
    due: {
      what: t`Look again at a reasonable adjustment`,
      owner: 'school',
      verb: t`Look again`,
      ...lookAgain(row, row.inPlaceFrom, school, rule),
    },
  }
}

const live = ({ endedOn, declinedOn }: Adjustment) => endedOn === null && declinedOn === null
const laterOf = (a: Day | null, b: Day): Day => (a === null ? b : latest(a, b))

/** What the school changes for disabled pupils, and what it declined with which reasons. */
export const adjustments = defineDuty<typeof Adjustment>({
  name: 'adjustments',
  place: 'access',
  words: t`Adjustments`,
  says: t`What stands in a disabled pupil’s way, what the school does about it, decided with whom, or why it does not. A pupil may be disabled without SEN.`,
  type: Adjustment,
  columns: [
    { words: t`Where`, of: ({ where }) => inWords(adjustmentPlaces[where]) },
    { words: t`What the school does`, of: ({ adjustment }) => adjustment ?? '' },
    { words: t`Asked for`, of: ({ askedOn }) => showDay(askedOn), by: ({ askedOn }) => askedOn },
    {
      words: t`Cost`,
      of: ({ cost }) => (cost === null ? '' : showMoney(cost)),
      by: ({ cost }) => String(cost ?? 0).padStart(12, '0'),
    },
  ],
  titleOf: ({ where, askedOn }) => t`Adjustment: ${inWords(adjustmentPlaces[where])}, ${showDay(askedOn)}`,
  searched: ({ barrier, decidedBy, decidedWith, impact, declinedWhy }) => [
    barrier,
    decidedBy,
    decidedWith,
    impact,
    declinedWhy,
  ],
  standing: (row, { school }) => standing(row, school),
  steps: [
    {
      field: 'decidedOn',
      words: t`Decided today`,
      said: t`Decided today`,
      offered: (r) => live(r) && r.adjustment !== null,
    },
    {
      field: 'inPlaceFrom',
      words: t`In place from today`,
      said: t`In place from today`,
      offered: (r) => live(r) && r.adjustment !== null,
      changes: ({ decidedOn }, today) => ({ inPlaceFrom: today, decidedOn: decidedOn ?? today }),
    },
    {
      field: 'declinedWhy',
      words: t`Decline, with reasons`,
      said: t`Written down`,
      asks: 'declinedWhy',
      offered: (r) => live(r) && r.inPlaceFrom === null,
    },
    {
      field: 'declinedOn',
      words: t`Declined today`,
      said: t`Declined today`,
      offered: (r) => live(r) && r.inPlaceFrom === null && r.declinedWhy !== null,
      changes: ({ decidedOn }, today) => ({ declinedOn: today, decidedOn: decidedOn ?? today }),
    },
    {
      field: 'reviewedOn',
      words: t`Looked at it today`,
      said: t`Looked at today`,
      offered: (r) => r.endedOn === null && (r.inPlaceFrom !== null || r.declinedOn !== null),
      again: true,
    },
    {
      field: 'endedOn',
      words: t`End it`,
      said: t`Ended`,
      offered: (r) => live(r) && r.inPlaceFrom !== null,
      changes: ({ inPlaceFrom }, today) => ({ endedOn: laterOf(inPlaceFrom, today) }),
    },
  ],
  form: {
    add: t`Write down a barrier`,
    fields: ['pupil', 'where', 'barrier', 'adjustment', 'askedOn', 'askedBy', 'decidedWith'],
    given: (today) => ({ askedOn: today }),
    groups: [
      { title: t`The barrier`, fields: ['where', 'barrier', 'askedOn', 'askedBy'] },
      {
        title: t`What was decided`,
        fields: [
          'adjustment',
          'decidedOn',
          'decidedBy',
          'decidedWith',
          'cost',
          'inPlaceFrom',
          'declinedOn',
          'declinedWhy',
        ],
      },
      { title: t`What it changed`, fields: ['reviewOn', 'reviewedOn', 'impact', 'endedOn', 'note'] },
    ],
    past: ['askedOn', 'decidedOn', 'declinedOn', 'reviewedOn'],
  },
  empty: {
    title: t`No adjustment yet`,
    todo: t`Write down what stands in a pupil’s way. The duty looks ahead: it needs nobody to ask, and no diagnosis.`,
  },
  tells: (row) => {
    const where = inWords(adjustmentPlaces[row.where])
    return [
      ['askedOn', t`Barrier written down: ${where}`, row.barrier] as const,
      ['inPlaceFrom', t`Adjustment in place: ${where}`, row.adjustment] as const,
      ['declinedOn', t`Adjustment declined: ${where}`, row.declinedWhy] as const,
      ['reviewedOn', t`Adjustment looked at: ${where}`, row.impact] as const,
      ['endedOn', t`Adjustment ended: ${where}`, null] as const,
    ].map(([field, title, text]): Told => ({ field, day: row[field], kind: 'access', title, text }))
  },
  task: { purpose: 'provision', words: t`A reasonable adjustment` },
})
