import { inWords, t } from '../../words/t.ts'
import { ChronologyEntry } from '../records/chronologyEntry.ts'
import { isConversation } from '../rules/cycleEvidence.ts'
import { showDay } from '../rules/day.ts'
import { defineDuty } from './duty.ts'
import { settledDay } from './why.ts'

const rule = t`Contact with parents`
const firstWords = (text: string) => {
  const line = text.trim().split(/\n/)[0]!
  return line.length > 90 ? `${line.slice(0, 89).trimEnd()}…` : line
}

/** The contact log: the entries of the chronology that are contact with parents, so that there is no second log. */
export const parents = defineDuty<typeof ChronologyEntry>({
  name: 'parents',
  place: 'with',
  words: t`Parents`,
  says: t`What was said and written between school and parents, what was agreed, and what the school still owes them. Each row is an entry of the pupil’s chronology.`,
  type: ChronologyEntry,
  only: { field: 'kind', value: 'parents' },
  columns: [
    { words: t`On`, of: ({ happenedOn }) => showDay(happenedOn), by: ({ happenedOn }) => happenedOn },
    { words: t`How`, of: ({ how }) => (how ? inWords(ChronologyEntry.fields.how.choices[how]) : '') },
    { words: t`What`, of: ({ text }) => firstWords(text) },
    { words: t`Conversation of the year`, of: (row) => (isConversation({ ...row, key: '' }) ? t`Yes` : '') },
  ],
  titleOf: ({ happenedOn }) => t`Contact with parents, ${showDay(happenedOn)}`,
  searched: ({ text, agreed, source }) => [text, agreed, source],
  standing: ({ followUp, followedUp }) =>
    followUp === null || followedUp !== null
      ? { is: 'done', word: followedUp ? t`Followed up` : t`Noted`, due: null }
      : {
          is: 'open',
          word: t`To follow up`,
          due: {
            what: t`Follow up what was agreed with parents`,
            day: followUp,
            owner: 'school',
            verb: t`Follow up`,
            why: settledDay(rule, t`Follow up by`, followUp),
          },
        },
  steps: [
    {
      field: 'followedUp',
      words: t`Followed up today`,
      said: t`Followed up today`,
      offered: ({ followUp }) => followUp !== null,
    },
  ],
  form: {
    add: t`Note contact with parents`,
    fields: ['pupil', 'happenedOn', 'how', 'source', 'text', 'agreed', 'followUp', 'thirdParty'],
    given: (today) => ({ happenedOn: today, kind: 'parents' }),
    groups: [
      { fields: ['happenedOn', 'how', 'source', 'text', 'agreed'] },
      { title: t`Afterwards`, fields: ['followUp', 'followedUp'] },
      { title: t`What it counts as`, fields: ['kind', 'talk', 'thirdParty'] },
    ],
    past: ['happenedOn', 'followedUp'],
  },
  empty: {
    title: t`No contact with parents noted yet`,
    todo: t`Meetings, calls, letters and what was said at the gate: with whom, what was agreed, by when the school does what it said.`,
  },
  // That it happened is told by the chronology itself.
  tells: ({ followedUp, agreed, thirdParty }) => [
    {
      field: 'followedUp',
      day: followedUp,
      kind: 'actions',
      title: t`Followed up: what was agreed with parents`,
      text: agreed,
      thirdParty: thirdParty ?? false,
    },
  ],
  task: { purpose: 'provision', words: t`Contact with parents` },
})
