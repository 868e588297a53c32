import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Allocation } from '../../src/domain/records/allocation.ts'
import { ChronologyEntry } from '../../src/domain/records/chronologyEntry.ts'
import { ContactAnswer } from '../../src/domain/records/contactAnswer.ts'
import { Contributor } from '../../src/domain/records/contributor.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { StatusPeriod } from '../../src/domain/records/statusPeriod.ts'
import { View } from '../../src/domain/records/view.ts'
import { chronology, type ChronologyRecords } from '../../src/domain/rules/chronology.ts'
import { kept } from '../ui/made.ts'

const pupil = {
  ...blank(Pupil, {
    surname: 'Khan',
    forename: 'Amira',
    dateOfBirth: '2016-05-12',
    status: 'E',
    statusFrom: '2024-01-10',
    planIssued: '2024-01-10',
    planVersion: '2025-03-01',
    admitted: '2020-09-01',
  }),
  ...kept('P'),
}
const none: ChronologyRecords = {
  pupil,
  entries: [],
  statuses: [],
  needs: [],
  outcomes: [],
  cycles: [],
  allocations: [],
  reviews: [],
  contributors: [],
  views: [],
  actions: [],
  chases: [],
  answers: [],
  documents: [],
  assessments: [],
  concerns: [],
  profiles: [],
  provisionName: () => 'Talk group',
}
const told = (given: Partial<ChronologyRecords>, today = '2026-03-10') =>
  chronology({ ...none, ...given }, today).map(({ day, title }) => `${day} ${title}`)

test('what any record says happened stands in one order with what was written down, newest first', () => {
  const at = { pupil: pupil.key }
  const rows = {
    entries: [{ ...blank(ChronologyEntry, { ...at, happenedOn: '2024-01-05', kind: 'call', text: 'Rang.' }), ...kept('C'), createdAt: '2026-03-09T10:00:00Z' }], // prettier-ignore
    statuses: [{ ...blank(StatusPeriod, { ...at, status: 'K', from: '2022-09-05', until: '2024-01-09' }), ...kept('T') }], // prettier-ignore
    reviews: [{ ...blank(Review, { ...at, type: 'annual', stage: 'decided', meetingDate: '2025-01-20', decision: 'maintain', decisionReceived: '2025-02-10' }), ...kept('R') }], // prettier-ignore
    contributors: [{ ...blank(Contributor, { review: kept('R').key, role: 'speech', name: 'Jo Lee', adviceReceived: '2025-01-02', adviceTitle: 'Report' }), ...kept('J') }], // prettier-ignore
  } as unknown as Partial<ChronologyRecords>
  expect(told(rows)).toEqual([
    '2025-03-01 EHC plan: present version',
    '2025-02-10 Authority’s decision received',
    '2025-01-20 Annual review: meeting',
    '2025-01-02 Advice received',
    '2024-01-10 SEN status: EHC plan',
    '2024-01-10 EHC plan first issued',
    '2024-01-05 Telephone call',
    '2022-09-05 SEN status: SEN support',
    '2020-09-01 Admitted',
  ])
})

test('a meeting that is only planned and support that is to end have not happened', () => {
  const review = { ...blank(Review, { pupil: pupil.key, type: 'annual', stage: 'planning', meetingDate: '2026-03-01' }), ...kept('R') } // prettier-ignore
  const support = { ...blank(Allocation, { pupil: pupil.key, provision: kept('V').key, from: '2026-01-05', until: '2026-07-20' }), ...kept('A') } // prettier-ignore
  expect(
    told({ reviews: [review], allocations: [support] } as unknown as Partial<ChronologyRecords>)[0],
  ).toBe('2026-01-05 Support began: Talk group')
})

test('a view is told in its own words, and when it was written down', () => {
  const said = 'I like it when Mrs Ade sits by me, not in front of me.'
  const view = {
    ...blank(View, { pupil: pupil.key, whose: 'child', words: said, gathered: '2026-03-02', name: 'Amira' }),
    ...kept('W'),
    createdAt: '2026-03-09T10:00:00Z',
  }
  const [event] = chronology({ ...none, views: [view] } as ChronologyRecords, '2026-03-10')
  expect(event).toMatchObject({ text: said, from: 'Amira', written: { on: '2026-03-09' } })
})

test('what was asked about a contact restriction is told with who decided and why, never as the pupil’s own', () => {
  const answer = {
    ...blank(ContactAnswer, {
      pupil: pupil.key,
      to: 'Imran Khan',
      what: 'Invitation',
      on: '2026-03-02',
      asked: 'Ask Ms Okafor first',
      answer: 'mayNot',
      decidedBy: 'Ms Okafor',
      why: 'The order was renewed',
    }),
    ...kept('A'),
  }
  const [event] = chronology({ ...none, answers: [answer] }, '2026-03-10')
  expect(event).toMatchObject({
    day: '2026-03-02',
    title: 'Contact restriction asked about: Invitation',
    text: 'To Imran Khan. It may not go, Ms Okafor decided: The order was renewed',
    thirdParty: true,
    written: { by: kept('A').createdBy },
  })
})
