import { t } from '../../words/t.ts'
import { Policy } from '../records/policy.ts'
import type { PolicyReading } from '../records/policyReading.ts'
import { addMonths, type Day, showDay } from '../rules/day.ts'
import type { Why } from '../rules/why.ts'
import { defineDuty } from './duty.ts'
import { settledDay } from './why.ts'

/** When a policy is reviewed: on the day that was written down, else so many months after its approval. */
export const policyDue = ({
  approvedOn,
  every,
  reviewBy,
}: Pick<Policy, 'approvedOn' | 'every' | 'reviewBy'>): { readonly day: Day | null; readonly why: Why } => {
  const rule = t`Policies`
  if (reviewBy !== null || approvedOn === null || every === null)
    return { day: reviewBy, why: settledDay(rule, t`Review by`, reviewBy) }
  return {
    day: addMonths(approvedOn, every),
    why: {
      rule,
      says: t`As many months after its approval as are written down for it`,
      strength: 'local',
      source: rule,
      inputs: [
        { label: t`Approved on`, value: showDay(approvedOn) },
        { label: t`Months`, value: String(every) },
      ],
    },
  }
}

/** Who was asked to read the version in force, and who says that they have; earlier versions are not counted. */
export const readingsOf = <R extends Pick<PolicyReading, 'policy' | 'version' | 'readOn'>>(
  policy: Pick<Policy, 'version'> & { readonly key: string },
  all: readonly R[],
): { readonly asked: readonly R[]; readonly read: readonly R[] } => {
  const asked = all.filter((one) => one.policy === policy.key && one.version === policy.version)
  return { asked, read: asked.filter(({ readOn }) => readOn !== null) }
}

/** Policies and procedures about SEND, with who has read them. */
export const policies = defineDuty<typeof Policy>({
  name: 'policies',
  place: 'leading',
  words: t`Policies`,
  says: t`Policies and procedures about SEND: whose each is, which version is in force and where it stands, when it is reviewed, and who has read it.`,
  type: Policy,
  columns: [
    { words: t`Policy`, of: ({ name }) => name },
    { words: t`Version`, of: ({ version }) => version ?? '' },
    { words: t`Whose it is`, of: ({ owner }) => owner ?? '' },
    {
      words: t`Review by`,
      of: (row) => {
        const { day } = policyDue(row)
        return day ? showDay(day) : ''
      },
      by: (row) => policyDue(row).day ?? '',
    },
  ],
  titleOf: ({ name }) => name,
  searched: ({ changed, approvedBy, note }) => [changed, approvedBy, note],
  standing: (row, { today }) => {
    const { day, why } = policyDue(row)
    if (day !== null && day > today) return { is: 'done', word: t`In force`, due: null }
    return {
      is: 'open',
      word: day === null ? t`No day of review` : t`To be reviewed`,
      due: { what: t`A policy to review`, day, owner: 'school', verb: t`Review them`, why },
    }
  },
  steps: [
    {
      field: 'approvedOn',
      words: t`Approved again today`,
      said: t`Approved again today`,
      offered: ({ every }) => every !== null,
      again: true,
      changes: (_, today) => ({ approvedOn: today, reviewBy: null }),
    },
  ],
  form: {
    add: t`Add a policy`,
    fields: ['name', 'owner', 'version', 'link', 'approvedOn', 'every'],
    given: () => ({ every: 12 }),
    groups: [
      { fields: ['name', 'owner', 'byLaw'] },
      { title: t`The version in force`, fields: ['version', 'link', 'approvedOn', 'approvedBy', 'changed'] },
      { title: t`Its review`, fields: ['every', 'reviewBy', 'note'] },
    ],
    past: ['approvedOn'],
  },
  empty: {
    title: t`No policy yet`,
    todo: t`The SEND policy, the accessibility plan, medical needs, intimate care: what you write or look after. The text itself stays where it is; here is its address.`,
  },
  task: { purpose: 'other', words: t`Policies` },
  folded: (count) => (count === 1 ? t`A policy is to be reviewed` : t`${count} policies are to be reviewed`),
})
