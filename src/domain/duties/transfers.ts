import { inWords, t } from '../../words/t.ts'
import { Transfer } from '../records/transfer.ts'
import type { Told } from '../rules/chronology.ts'
import { showDay } from '../rules/day.ts'
import { defineDuty, type DutyStep } from './duty.ts'
import { otherSchool, transferStanding } from './transferStanding.ts'

const open = ({ closedOn }: Transfer) => closedOn === null
const leaves = (row: Transfer) => open(row) && row.way === 'leaving'
const comes = (row: Transfer) => open(row) && row.way === 'arriving'

/** Which dated fact leads on from where. The receipt of the next school is the pupil's own, beside these. */
const steps: readonly DutyStep<Transfer>[] = [
  {
    field: 'school',
    words: t`Say to which school`,
    said: t`School recorded`,
    asks: 'school',
    offered: (r) => leaves(r),
  },
  {
    field: 'safeWay',
    words: t`Agree a safe way`,
    said: t`Safe way recorded`,
    asks: 'safeWay',
    offered: (r) => leaves(r) && r.school !== null,
  },
  {
    field: 'sentOn',
    words: t`SEND file sent today`,
    said: t`SEND file sent today`,
    offered: (r) => leaves(r) && r.safeWay !== null && r.school !== null,
  },
  {
    field: 'ctfOn',
    words: t`CTF and record sent today`,
    said: t`CTF and pupil record sent today`,
    offered: leaves,
  },
  {
    field: 'receiptAskedOn',
    words: t`Receipt asked for today`,
    said: t`Receipt asked for today`,
    offered: (r) => leaves(r) && r.sentOn !== null,
  },
  {
    field: 'askedOn',
    words: t`File asked for today`,
    said: t`File asked for today`,
    offered: (r) => comes(r) && r.arrivedOn === null,
  },
  {
    field: 'arrivedOn',
    words: t`File came today`,
    said: t`File came today`,
    offered: comes,
  },
  {
    field: 'receiptSentOn',
    words: t`Our receipt sent today`,
    said: t`Receipt sent today`,
    offered: (r) => comes(r) && r.arrivedOn !== null,
  },
  {
    field: 'closedOn',
    words: t`Close this transfer`,
    said: t`Transfer closed`,
    offered: (r) => open(r) && (r.receiptAskedOn !== null || r.receiptSentOn !== null),
  },
]

const told = [
  ['askedOn', (school: string) => t`SEND file asked for from ${school}`],
  ['arrivedOn', (school: string) => t`SEND file came from ${school}`],
  ['ctfOn', (school: string) => t`CTF and pupil record sent to ${school}`],
  ['sentOn', (school: string) => t`SEND file sent to ${school}`],
] as const

export const transfers = defineDuty<typeof Transfer>({
  name: 'transfers',
  place: 'with',
  words: t`Transfers`,
  says: t`The records of pupils who leave or come: what has to go, by when, in what safe way, and whether the other school has it.`,
  type: Transfer,
  columns: [
    { words: t`Which way`, of: ({ way }) => (way === 'leaving' ? t`Leaves` : t`Comes`) },
    { words: t`School`, of: ({ school }) => school ?? '' },
    {
      words: t`Last day on roll`,
      of: ({ pupil, way }, { moving }) => {
        const left = way === 'leaving' ? moving?.pupilOf(pupil)?.left : null
        return left ? showDay(left) : ''
      },
      by: ({ sentOn, arrivedOn }) => sentOn ?? arrivedOn ?? '',
    },
    {
      words: t`File sent`,
      of: ({ sentOn }) => (sentOn ? showDay(sentOn) : ''),
      by: ({ sentOn }) => sentOn ?? '',
    },
  ],
  titleOf: (row) =>
    row.way === 'leaving' ? t`Records to ${otherSchool(row)}` : t`Records from ${otherSchool(row)}`,
  searched: ({ senco, reference, note }) => [senco, reference, note],
  standing: transferStanding,
  steps,
  form: {
    add: t`Begin a transfer`,
    fields: ['pupil', 'way', 'school', 'senco', 'safeWay'],
    given: () => ({ way: 'leaving' }),
    groups: [
      {
        title: t`The other school`,
        fields: ['way', 'school', 'senco', 'telephone', 'email', 'address', 'safeWay', 'safeNote'],
      },
      {
        title: t`What went`,
        fields: [
          'packOn',
          'packMark',
          'sentOn',
          'reference',
          'ctfOn',
          'protectionOn',
          'receiptAskedOn',
          'chaseOn',
        ],
      },
      { title: t`What came`, fields: ['askedOn', 'arrivedOn', 'missing', 'receiptSentOn'] },
      { title: t`Then`, fields: ['closedOn', 'note'] },
    ],
    past: [
      'packOn',
      'ctfOn',
      'sentOn',
      'protectionOn',
      'receiptAskedOn',
      'askedOn',
      'arrivedOn',
      'receiptSentOn',
      'closedOn',
    ],
  },
  empty: {
    title: t`No transfer yet`,
    todo: t`A transfer says which school a pupil’s records go to or come from, how they go safely, and when the receipt came. The limit runs from the pupil’s last day on roll.`,
  },
  tells: (row) =>
    told.map(([field, words]): Told => ({
      field,
      day: row[field],
      kind: 'services',
      title: words(otherSchool(row)),
      text:
        field === 'sentOn' && row.safeWay !== null
          ? inWords(Transfer.fields.safeWay.choices[row.safeWay])
          : field === 'arrivedOn'
            ? row.missing
            : null,
    })),
  chase: 'transfer',
  afterLeaving: true,
  task: { purpose: 'transfer', words: t`A transfer of records` },
})
