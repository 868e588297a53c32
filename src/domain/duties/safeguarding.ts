import { t } from '../../words/t.ts'
import { SafeguardingLink } from '../records/safeguardingLink.ts'
import type { School } from '../records/school.ts'
import { addMonths, showDay } from '../rules/day.ts'
import { setting } from '../rules/settings.ts'
import { defineDuty } from './duty.ts'

const whom = ({ ask }: Pick<SafeguardingLink, 'ask'>, school: School | null) =>
  ask ?? school?.safeguardingLead ?? t`the safeguarding lead`

/** That somebody has to be asked first, and who: never what it is about. */
export const safeguarding = defineDuty<typeof SafeguardingLink>({
  name: 'safeguarding',
  place: 'with',
  words: t`Safeguarding`,
  says: t`About which pupils somebody has to be asked before anything is done or told, and who that is. Nothing of why stands here, and there is no field for it: that is kept by the safeguarding lead.`,
  type: SafeguardingLink,
  columns: [
    { words: t`Whom to ask`, of: (row, { school }) => whom(row, school) },
    { words: t`Since`, of: ({ since }) => showDay(since), by: ({ since }) => since },
    {
      words: t`Last asked`,
      of: ({ checked }) => (checked ? showDay(checked) : ''),
      by: ({ checked }) => checked ?? '',
    },
  ],
  titleOf: (row, { school }) => t`Ask ${whom(row, school)} first`,
  standing: (row, { school, today }) => {
    if (row.until !== null) return { is: 'done', word: t`Taken off`, due: null }
    const months = setting(school ?? undefined, 'safeguardingCheck')
    const last = row.checked ?? row.since
    const day = addMonths(last, months)
    return {
      is: day <= today ? 'open' : 'waiting',
      word: day <= today ? t`To ask again` : t`Ask first`,
      due: {
        what: t`Ask the safeguarding lead whether this still holds`,
        day,
        owner: 'school',
        verb: t`Ask again`,
        why: {
          rule: t`Safeguarding`,
          says: t`A mark that nobody looks at again stays for ever or is no longer believed`,
          strength: school?.safeguardingCheck != null ? 'local' : 'recommended',
          source:
            school?.safeguardingCheck != null
              ? t`School settings, in force from ${showDay(school.from)}`
              : t`Practice: usual where School settings say nothing`,
          inputs: [
            { label: row.checked ? t`Last asked on` : t`Since`, value: showDay(last) },
            { label: t`Months`, value: String(months) },
          ],
        },
      },
    }
  },
  steps: [
    {
      field: 'checked',
      words: t`Asked today: it still holds`,
      said: t`Asked today`,
      offered: ({ until }) => until === null,
      again: true,
    },
    {
      field: 'until',
      words: t`Asked today: take it off`,
      said: t`Taken off today`,
      offered: () => true,
      changes: (_, today) => ({ until: today, checked: today }),
    },
  ],
  form: {
    add: t`Add whom to ask`,
    fields: ['pupil', 'since', 'ask', 'kept', 'website'],
    given: (today) => ({ since: today }),
    groups: [
      { fields: ['since', 'ask', 'kept', 'website'] },
      { title: t`Whether it still holds`, fields: ['checked', 'until'] },
    ],
    past: ['since', 'checked', 'until'],
  },
  empty: {
    title: t`No pupil is marked`,
    todo: t`Where the safeguarding lead says that they are to be asked first, write down who and since when. Not why.`,
  },
  // A chronology is given out on request: that something was kept is for the safeguarding lead to say.
  tells: () => [],
  task: { purpose: 'safeguarding', words: t`Safeguarding: whom to ask` },
})
