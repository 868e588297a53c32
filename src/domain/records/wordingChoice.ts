import { choice, date, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { wordingRules } from '../wording/rules.ts'

const ruleNames = Object.fromEntries(wordingRules.map(({ id, name }) => [id, name]))

/** What a text is, where a phrase of the school's own is looked for. */
export const phraseKinds = {
  any: 'Anywhere',
  provision: 'Lines of provision',
  outcome: 'Outcomes',
  target: 'Targets',
  action: 'Actions',
  text: 'Other texts',
} as const

/** What the school has settled about the wording checker, from a day on. */
export const WordingChoice = defineRecord({
  name: 'WordingChoice',
  short: 'wc',
  list: 'Wording choices',
  label: 'Wording choice',
  about:
    'A rule about wording that the school doesn’t follow, or a phrase of its own to mark, from a date on.',
  audience: 'senco',
  people: [],
  since: 3,
  fields: {
    does: choice(
      'What to do',
      { off: 'Stop marking a rule', on: 'Mark a rule again', own: 'Mark a phrase of ours' },
      { required: true },
    ),
    rule: choice('Rule', ruleNames, { help: 'Where a rule is stopped or marked again' }),
    phrase: text('Phrase', {
      max: 120,
      help: 'Such as Nurture, or catch-up club. Capitals make no difference',
    }),
    kind: choice('Where', phraseKinds, { help: 'Blank: anywhere' }),
    says: text('What to say about it', { max: 200 }),
    from: date('In force from', { required: true, indexed: true }),
    until: date('Until'),
    why: text('Why', { max: 255 }),
  },
  titleOf: (c) => c.phrase ?? c.rule ?? c.does,
  rules: [
    { field: 'rule', message: 'Choose the rule', ok: (c) => c.does === 'own' || c.rule !== null },
    {
      field: 'why',
      message: 'Say why your school doesn’t follow it',
      ok: (c) => c.does !== 'off' || c.why !== null,
    },
    { field: 'phrase', message: 'Write the phrase', ok: (c) => c.does !== 'own' || c.phrase !== null },
    { field: 'says', message: 'Say what is wrong with it', ok: (c) => c.does !== 'own' || c.says !== null },
    { field: 'until', message: 'Until is before from', ok: (c) => !c.until || c.until >= c.from },
  ],
})
export type WordingChoice = RecordOf<typeof WordingChoice>
