import { inWords, t } from '../../words/t.ts'
import { AccessibilityItem, accessibilityParts } from '../records/accessibilityItem.ts'
import type { School } from '../records/school.ts'
import { addDays, addMonths, type Day, showDay } from '../rules/day.ts'
import { showMoney } from '../rules/money.ts'
import { setting } from '../rules/settings.ts'
import type { Why } from '../rules/why.ts'
import { defineDuty, type Due } from './duty.ts'
import { settledDay } from './why.ts'

const rule = t`Accessibility plan`
const law = t`Equality Act 2010, Schedule 10, paragraph 3`

/** From when to when the plan of the school runs; null where School settings don’t say when it began. */
export const planDates = (
  school: Partial<Pick<School, 'accessibilityFrom' | 'accessibilityYears'>> | null,
): { readonly from: Day; readonly to: Day; readonly years: number } | null => {
  const from = school?.accessibilityFrom ?? null
  if (from === null) return null
  const years = setting(school ?? undefined, 'accessibilityYears')
  return { from, years, to: addDays(addMonths(from, 12 * years), -1) }
}

const planWhy = (dates: ReturnType<typeof planDates>): Why => ({
  rule,
  says: t`A school has an accessibility plan over a period of at most three years, in writing, and keeps it under review`,
  strength: 'must',
  source: law,
  inputs: dates
    ? [
        { label: t`In force from`, value: showDay(dates.from) },
        { label: t`Years`, value: String(dates.years) },
      ]
    : [],
})

/** Days before its end from which the next plan is on Today: a term or so, as governors have to agree to it. */
const ahead = 120

/** What is owed about the plan as a whole: the next one is needed. */
export const planOwed = (school: School | null, today: Day): readonly Due[] => {
  const dates = planDates(school)
  if (dates === null) return []
  return addDays(dates.to, -ahead) > today
    ? []
    : [
        {
          what:
            dates.to < today
              ? t`The accessibility plan has ended: write the next one`
              : t`The accessibility plan ends on ${showDay(dates.to)}: write the next one`,
          // Until then it is something to begin, not something that is late.
          day: dates.to < today ? dates.to : null,
          owner: 'school',
          verb: t`Open the plan`,
          why: planWhy(dates),
        },
      ]
}

/** The items of the plan in force. */
export const itemsInForce = <I extends AccessibilityItem>(
  items: readonly I[],
  school: School | null,
): readonly I[] => {
  const dates = planDates(school)
  return items.filter(
    ({ planFrom }) => planFrom === null || dates === null || (planFrom >= dates.from && planFrom <= dates.to),
  )
}

/** The accessibility plan, item by item. */
export const accessibility = defineDuty<typeof AccessibilityItem>({
  name: 'accessibility',
  place: 'access',
  words: t`Accessibility plan`,
  says: t`What the school makes easier for disabled pupils over three years: curriculum, buildings and grounds, written information; who sees to it, by when, what shows it.`,
  type: AccessibilityItem,
  columns: [
    { words: t`What will be better`, of: ({ aim }) => aim },
    { words: t`Part of the plan`, of: ({ part }) => inWords(accessibilityParts[part]) },
    { words: t`Who sees to it`, of: ({ owner }) => owner ?? '' },
    {
      words: t`Cost`,
      of: ({ cost }) => (cost === null ? '' : showMoney(cost)),
      by: ({ cost }) => String(cost ?? 0).padStart(12, '0'),
    },
    {
      words: t`Done on`,
      of: ({ doneOn }) => (doneOn ? showDay(doneOn) : ''),
      by: ({ doneOn }) => doneOn ?? '',
    },
  ],
  titleOf: ({ aim }) => aim,
  searched: ({ actions, evidence }) => [actions, evidence],
  standing: (row, { school }) => {
    if (row.doneOn !== null) return { is: 'done', word: t`Done`, due: null }
    const dates = planDates(school)
    const day = row.by ?? dates?.to ?? null
    return {
      is: 'open',
      word: row.owner === null ? t`Nobody sees to it yet` : t`To do`,
      due: {
        what: t`An item of the accessibility plan: ${row.aim}`,
        day,
        owner: 'school',
        typed: true,
        verb: t`See to it`,
        why: row.by !== null ? settledDay(rule, t`By`, row.by) : planWhy(dates),
      },
    }
  },
  steps: [{ field: 'doneOn', words: t`Done today`, said: t`Done today`, offered: () => true }],
  form: {
    add: t`Add an item`,
    fields: ['part', 'aim', 'actions', 'owner', 'by', 'cost'],
    given: () => ({}),
    groups: [
      { fields: ['part', 'aim', 'actions', 'owner', 'by', 'cost'] },
      { title: t`What came of it`, fields: ['doneOn', 'evidence', 'planFrom', 'note'] },
    ],
    past: ['doneOn'],
  },
  empty: {
    title: t`No item yet`,
    todo: t`Write down what will be better for disabled pupils, one thing at a time. When the plan began is said in School settings.`,
  },
  owed: (_, { school, today }) => planOwed(school, today),
  task: { purpose: 'other', words: t`The accessibility plan` },
})
