import { inWords, t } from '../../words/t.ts'
import { Service, serviceKinds } from '../records/service.ts'
import type { School } from '../records/school.ts'
import { addMonths, type Day, showDay } from '../rules/day.ts'
import { setting } from '../rules/settings.ts'
import type { Why } from '../rules/why.ts'
import { defineDuty } from './duty.ts'
import { agesOf, needsShown } from './localOffer.ts'

const rule = t`Services`

/** When what is written about a service is checked again; null where it never was. */
const checkAgain = (checked: Day | null, school: School | null): { day: Day | null; why: Why } => {
  const months = setting(school ?? undefined, 'serviceCheck')
  const own = school?.serviceCheck != null
  return {
    day: checked === null ? null : addMonths(checked, months),
    why: {
      rule,
      says: t`Telephone numbers, waiting lists and who may come change: what is given to a family is looked at again`,
      strength: own ? 'local' : 'recommended',
      source: own ? t`School settings` : t`Practice: usual where School settings say nothing`,
      inputs: [
        { label: t`Last checked on`, value: checked === null ? t`Never` : showDay(checked) },
        { label: t`Months`, value: String(months) },
      ],
    },
  }
}

/** The directory: whom the school can ask, and what families can use themselves. */
export const services = defineDuty<typeof Service>({
  name: 'services',
  place: 'with',
  words: t`Services`,
  says: t`Who outside the school helps children and families: for which need and age, how to ask, and when that was last checked.`,
  type: Service,
  columns: [
    { words: t`Service`, of: ({ name }) => name },
    { words: t`Kind`, of: ({ kind }) => inWords(serviceKinds[kind]) },
    { words: t`Helps with`, of: (row) => needsShown(row) },
    { words: t`Age`, of: (row) => agesOf(row), by: ({ ageFrom }) => String(ageFrom ?? 0).padStart(2, '0') },
    {
      words: t`Last checked`,
      of: ({ checked }) => (checked ? showDay(checked) : ''),
      by: ({ checked }) => checked ?? '',
    },
    { words: t`Families`, of: ({ forFamilies }) => (forFamilies ? t`Yes` : '') },
  ],
  titleOf: ({ name }) => name,
  searched: ({ provider, eligibility, refer }) => [provider, eligibility, refer],
  standing: ({ checked }, { today, school }) => {
    const { day, why } = checkAgain(checked, school)
    return day !== null && day > today
      ? { is: 'done', word: t`Checked`, due: null }
      : {
          is: 'open',
          word: checked === null ? t`Never checked` : t`To check again`,
          due: { what: t`A service to check`, day, owner: 'school', verb: t`Check them`, why },
        }
  },
  steps: [
    {
      field: 'checked',
      words: t`Checked today`,
      said: t`Checked today`,
      offered: () => true,
      again: true,
    },
  ],
  form: {
    add: t`Add a service`,
    fields: ['name', 'kind', 'provider', 'needs', 'ageFrom', 'ageTo', 'telephone', 'website', 'forFamilies'],
    given: () => ({ forFamilies: true }),
    groups: [
      { fields: ['name', 'kind', 'provider'] },
      { title: t`Whom it is for`, fields: ['needs', 'ageFrom', 'ageTo', 'eligibility', 'forFamilies'] },
      {
        title: t`How to reach it`,
        fields: ['refer', 'telephone', 'email', 'website', 'address', 'checked', 'note'],
      },
    ],
    past: ['checked'],
  },
  empty: {
    title: t`No service yet`,
    todo: t`Write down whom you ask, and what families can use themselves. Referrals, meetings and the list for parents are made from it.`,
  },
  task: { purpose: 'other', words: t`Services` },
  folded: (count) =>
    count === 1
      ? t`A service has not been checked lately`
      : t`${count} services have not been checked lately`,
})
