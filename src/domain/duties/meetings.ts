import { t } from '../../words/t.ts'
import { AgencyMeeting } from '../records/agencyMeeting.ts'
import { showDay } from '../rules/day.ts'
import { defineDuty } from './duty.ts'
import { settledDay } from './why.ts'

const rule = t`Meetings with agencies`

/** Meetings with services, with the day on which somebody looks whether what was agreed came about. */
export const meetings = defineDuty<typeof AgencyMeeting>({
  name: 'meetings',
  place: 'with',
  words: t`Meetings`,
  says: t`What was said and agreed with services outside the school, and when to look again.`,
  type: AgencyMeeting,
  columns: [
    { words: t`Held on`, of: ({ heldOn }) => showDay(heldOn), by: ({ heldOn }) => heldOn },
    { words: t`About`, of: ({ about }) => about },
    { words: t`Service`, of: ({ service }, { nameOf }) => nameOf('Service', service) ?? '' },
  ],
  titleOf: ({ heldOn }) => t`Meeting of ${showDay(heldOn)}`,
  searched: ({ people, notes, agreed }) => [people, notes, agreed],
  standing: ({ followUp, followedUp }) =>
    followUp === null || followedUp !== null
      ? { is: 'done', word: followedUp ? t`Looked at again` : t`Noted`, due: null }
      : {
          is: 'open',
          word: t`To look at again`,
          due: {
            what: t`Look again at what was agreed with a service`,
            day: followUp,
            owner: 'school',
            verb: t`Look again`,
            why: settledDay(rule, t`Look again on`, followUp),
          },
        },
  steps: [
    {
      field: 'followedUp',
      words: t`Looked at it today`,
      said: t`Looked at again today`,
      offered: ({ followUp }) => followUp !== null,
    },
  ],
  form: {
    add: t`Note a meeting`,
    fields: ['heldOn', 'service', 'about', 'pupil', 'people', 'notes', 'agreed', 'followUp'],
    given: (today) => ({ heldOn: today }),
    groups: [
      { fields: ['heldOn', 'service', 'about', 'people', 'notes', 'agreed'] },
      { title: t`Afterwards`, fields: ['followUp', 'followedUp'] },
    ],
    past: ['heldOn', 'followedUp'],
  },
  empty: {
    title: t`No meeting noted yet`,
    todo: t`A visit of the educational psychologist, a call with the therapist, a planning meeting of the term: who, about what, what was agreed.`,
  },
  tells: ({ heldOn, about, agreed, service }, { nameOf }) => [
    {
      field: 'heldOn',
      day: heldOn,
      kind: 'services',
      title: [t`Meeting`, nameOf('Service', service)].filter(Boolean).join(': '),
      text: [about, agreed && t`Agreed: ${agreed}`].filter(Boolean).join('\n'),
      once: true,
    },
  ],
  task: { purpose: 'provision', words: t`A meeting with an agency` },
})
