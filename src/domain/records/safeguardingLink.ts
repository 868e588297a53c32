import { date, key, text } from '../fields.ts'
import { defineRecord, type RecordOf } from '../record.ts'
import { isAddress } from '../rules/serviceWords.ts'

/** That there is something to ask about first, whom, and where it is kept. There is no field for what it is. */
export const SafeguardingLink = defineRecord({
  name: 'SafeguardingLink',
  short: 'sk',
  list: 'Safeguarding links',
  label: 'Safeguarding: whom to ask',
  about:
    'That somebody has to be asked about a pupil before anything is done or told, and who that is. It says nothing of why: that is kept in the school’s own system for safeguarding.',
  audience: 'senco',
  people: ['pupil', 'staff'],
  since: 3,
  fields: {
    pupil: key('Pupil', 'Pupil', { required: true }),
    since: date('Since', { required: true, special: true, indexed: true }),
    ask: text('Whom to ask', { max: 120, help: 'Blank: the safeguarding lead of School settings' }),
    kept: text('Where it is kept', { max: 80, help: 'Name of the system or cabinet. Never what it says' }),
    website: text('Way there', {
      max: 255,
      help: 'Web page of that system; one that opens nothing without signing in there',
    }),
    checked: date('Last asked on', { indexed: true, help: 'Whether it still holds' }),
    until: date('Taken off on', { indexed: true }),
  },
  titleOf: () => 'Ask the safeguarding lead first',
  rules: [
    {
      field: 'website',
      message: 'Write the whole address, beginning with https:// or http://',
      ok: (s) => !s.website || isAddress(s.website),
    },
    { field: 'until', message: 'Taken off is before it began', ok: (s) => !s.until || s.until >= s.since },
  ],
})
export type SafeguardingLink = RecordOf<typeof SafeguardingLink>
