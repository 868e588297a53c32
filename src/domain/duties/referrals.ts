import { inWords, t } from '../../words/t.ts'
import type { Stored } from '../record.ts'
import { Referral } from '../records/referral.ts'
import type { Told } from '../rules/chronology.ts'
import { type Day, latest, showDay } from '../rules/day.ts'
import { defineDuty, type Due, type DutyContext, type DutyStep, type Standing } from './duty.ts'
import { daysAfter, settledDay } from './why.ts'

const rule = t`Referrals`
const toService = (row: Referral, { nameOf }: Pick<DutyContext, 'nameOf'>) =>
  nameOf('Service', row.service) ?? t`a service`

/** When whoever was asked is asked again: the day that was written down, else the setting after the last that was heard or asked. */
const askAgain = (
  row: Stored<Referral>,
  context: DutyContext,
  of: Omit<Parameters<typeof daysAfter>[4], 'day'> & { readonly day: Day },
  name: Parameters<typeof daysAfter>[1],
  says: string,
  what: string,
): Due => {
  const last = context.chased(row.key)?.on
  const reckoned = daysAfter(context.school, name, rule, says, {
    label: last && last > of.day ? t`Last reminded on` : of.label,
    day: last ? latest(of.day, last) : of.day,
  })
  return {
    what,
    owner: 'others',
    verb: t`Ask again`,
    ...(row.chaseOn !== null && (!last || row.chaseOn > last)
      ? { day: row.chaseOn, why: settledDay(rule, t`Ask again on`, row.chaseOn) }
      : reckoned),
  }
}

const toDo = (what: string, says: string, verb: string): Due => ({
  what,
  day: null,
  owner: 'school',
  verb,
  why: { rule, says, strength: 'recommended', source: t`Practice of schools`, inputs: [] },
})

/** How a referral stands, from its dated facts alone. */
const standing = (row: Stored<Referral>, context: DutyContext): Standing => {
  const service = toService(row, context)
  if (row.closedOn !== null)
    return {
      is: 'done',
      word: row.outcome ? inWords(Referral.fields.outcome.choices[row.outcome]) : t`Closed`,
      due: null,
    }
  if (row.declinedOn !== null)
    return {
      is: 'open',
      word: t`Turned down`,
      due: toDo(
        t`${service} turned a referral down: say what happens instead`,
        t`Whoever is turned down still has the need: another service, more in school, or nothing, and why`,
        t`Decide what next`,
      ),
    }
  if (row.reportOn !== null)
    return {
      is: 'open',
      word: t`Report is in`,
      due: toDo(
        t`The report of ${service} is in: say what follows from it`,
        t`Advice that leads to no support and no decision helps nobody`,
        t`Use the advice`,
      ),
    }
  if (row.seenOn !== null)
    return {
      is: 'waiting',
      word: t`Seen`,
      due: askAgain(
        row,
        context,
        { label: t`First seen on`, day: row.seenOn },
        'referralReport',
        t`The report is asked for when it has not come by then`,
        t`No report yet from ${service}`,
      ),
    }
  const heard = row.listedOn ?? row.acknowledgedOn
  if (heard !== null)
    return {
      is: 'waiting',
      word: row.listedOn ? t`On the waiting list` : t`Acknowledged`,
      due: askAgain(
        row,
        context,
        { label: row.listedOn ? t`On the waiting list since` : t`Acknowledged on`, day: heard },
        'referralWait',
        t`While a pupil waits the service is asked how long it will be`,
        t`Waiting to be seen by ${service}`,
      ),
    }
  if (row.sentOn !== null)
    return {
      is: 'waiting',
      word: t`Sent`,
      due: askAgain(
        row,
        context,
        { label: t`Sent on`, day: row.sentOn },
        'referralReply',
        t`A referral that nobody acknowledges may never have come`,
        t`${service} has not acknowledged a referral`,
      ),
    }
  return row.consentHow === null
    ? {
        is: 'open',
        word: t`Agreement needed`,
        due: toDo(
          t`A referral to ${service} waits for agreement`,
          t`A service is told of a child with the agreement of a parent, or of the young person from 16, unless the law asks or allows the school to share without it`,
          t`Record the agreement`,
        ),
      }
    : {
        is: 'open',
        word: t`Ready to send`,
        due: toDo(
          t`A referral to ${service} is ready to send`,
          t`The agreement is there and nothing was sent yet`,
          t`Send it`,
        ),
      }
}

const away = ({ sentOn, closedOn, declinedOn }: Referral) =>
  sentOn !== null && closedOn === null && declinedOn === null

/** Which dated fact leads on from where: the one table of a referral's moves. */
const steps: readonly DutyStep<Referral>[] = [
  {
    field: 'consentOn',
    words: t`Record the agreement`,
    said: t`Agreement recorded`,
    asks: 'consentHow',
    offered: (r) => r.consentHow === null && r.sentOn === null && r.closedOn === null,
  },
  {
    field: 'sentOn',
    words: t`Sent today`,
    said: t`Referral sent today`,
    offered: (r) => r.consentHow !== null && r.closedOn === null,
  },
  {
    field: 'acknowledgedOn',
    words: t`Acknowledged today`,
    said: t`Acknowledged today`,
    offered: (r) => away(r) && r.listedOn === null && r.seenOn === null && r.reportOn === null,
  },
  {
    field: 'listedOn',
    words: t`Put on their waiting list`,
    said: t`On the waiting list since today`,
    offered: (r) => away(r) && r.seenOn === null && r.reportOn === null,
    changes: ({ acknowledgedOn }, today) => ({
      listedOn: today,
      acknowledgedOn: acknowledgedOn ?? today,
    }),
  },
  {
    field: 'seenOn',
    words: t`Seen today`,
    said: t`Seen today`,
    offered: (r) => away(r) && r.reportOn === null,
  },
  {
    field: 'reportOn',
    words: t`Report received today`,
    said: t`Report received today`,
    offered: away,
  },
  {
    field: 'declinedOn',
    words: t`They turned it down`,
    said: t`Turned down today`,
    offered: (r) => away(r) && r.seenOn === null && r.reportOn === null,
  },
  {
    field: 'closedOn',
    words: t`Close this referral`,
    said: t`Referral closed`,
    offered: (r) => r.reportOn !== null || r.declinedOn !== null || r.seenOn !== null,
    changes: ({ outcome, reportOn, declinedOn }, today) => ({
      closedOn: today,
      outcome: outcome ?? (declinedOn ? 'declined' : reportOn ? 'advice' : 'helps'),
    }),
  },
]

const told = [
  ['sentOn', (service: string) => t`Referred to ${service}`],
  ['listedOn', (service: string) => t`On the waiting list of ${service}`],
  ['seenOn', (service: string) => t`Seen by ${service}`],
  ['reportOn', (service: string) => t`Report received from ${service}`],
  ['declinedOn', (service: string) => t`${service} turned the referral down`],
] as const

export const referrals = defineDuty<typeof Referral>({
  name: 'referrals',
  place: 'with',
  words: t`Referrals`,
  says: t`Who outside the school was asked for help, with whose agreement, and how long it takes until they see the pupil.`,
  type: Referral,
  columns: [
    { words: t`Service`, of: (row, context) => toService(row, context) },
    {
      words: t`Sent`,
      of: ({ sentOn }) => (sentOn ? showDay(sentOn) : ''),
      by: ({ sentOn }) => sentOn ?? '',
    },
    { words: t`Reference`, of: ({ reference }) => reference ?? '' },
  ],
  titleOf: (row, context) => t`Referral to ${toService(row, context)}`,
  searched: ({ person, reason, advice }) => [person, reason, advice],
  standing,
  steps,
  form: {
    add: t`Begin a referral`,
    fields: ['pupil', 'service', 'reason', 'question', 'consentHow', 'consentFrom', 'consentOn'],
    given: () => ({}),
    groups: [
      { title: t`What is asked`, fields: ['service', 'person', 'need', 'reason', 'tried', 'question'] },
      { title: t`Agreement`, fields: ['consentHow', 'consentFrom', 'consentOn'] },
      {
        title: t`How it went on`,
        fields: [
          'sentOn',
          'method',
          'reference',
          'acknowledgedOn',
          'listedOn',
          'seenOn',
          'reportOn',
          'declinedOn',
          'chaseOn',
        ],
      },
      { title: t`What came of it`, fields: ['advice', 'allocation', 'outcome', 'closedOn', 'note'] },
    ],
    past: [
      'consentOn',
      'sentOn',
      'acknowledgedOn',
      'listedOn',
      'seenOn',
      'reportOn',
      'declinedOn',
      'closedOn',
    ],
  },
  empty: {
    title: t`No referral yet`,
    todo: t`A referral says why a service outside the school is asked, who agreed, and what came back. Services are listed beside it.`,
  },
  tells: (row, context) =>
    told.map(([field, words]): Told => ({
      field,
      day: row[field],
      kind: 'services',
      title: words(toService(row, context)),
      text: field === 'sentOn' ? row.reason : field === 'reportOn' ? row.advice : null,
    })),
  chase: 'referral',
  task: { purpose: 'assessment', words: t`A referral` },
})
