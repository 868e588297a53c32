import { expect, test } from 'vitest'
import { acknowledgement } from '../../src/documents/letters/complaintLetter.ts'
import {
  familyLetters,
  familyLettersDocument,
  type FamilyOf,
} from '../../src/documents/letters/familyLetters.ts'
import { paragraphsOf } from '../../src/documents/paragraphs.ts'
import { Complaint } from '../../src/domain/records/complaint.ts'
import { Contact } from '../../src/domain/records/contact.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { School } from '../../src/domain/records/school.ts'
import { acknowledgementOnPaper } from './everyPaper.ts'
import { pupilKey, stored } from './madeUpReview.ts'

const today = '2026-11-23'
const school = stored(School, {
  from: '2020-09-01',
  name: 'Oakfield Primary School',
  phase: 'primary',
  senco: 'Mrs Patel',
  telephone: '01632 960100',
})
const acknowledged = stored(Complaint, {
  received: '2026-11-16',
  way: 'school',
  from: 'A neighbour',
  capacity: 'neighbour',
  about: 'The gate.',
})
const settings = { school, schoolName: 'Oakfield', today }
const child = (given: Partial<Pupil> = {}) =>
  stored(Pupil, {
    forename: 'Amira',
    surname: 'Khan',
    dateOfBirth: '2017-05-12',
    status: 'K',
    className: 'Oak',
    address: '4 Orchard Lane\nHallowby',
    ...given,
  })
const parent = (name: string, given: Partial<Contact> = {}) =>
  stored(Contact, { pupil: pupilKey, name, parentalResponsibility: true, ...given })
const family = (given: Partial<FamilyOf> = {}): FamilyOf => ({
  pupil: child(),
  contacts: [parent('Sana Khan', { language: 'Urdu' }), parent('Imran Khan')],
  reviewDate: null,
  talkBy: '2026-12-18',
  ...given,
})
const template = {
  subject: 'About {first name}',
  text: 'We meet by {conversation by}.\n\n- ring {telephone}\n- or come\n\nClass {class}.',
}
const made = (...families: FamilyOf[]) => familyLetters(template, families, settings)

test('parents of one address get one letter, those apart one each, with what they prefer', () => {
  expect(made(family()).letters).toMatchObject([
    {
      to: { name: 'Sana Khan and Imran Khan', address: '4 Orchard Lane\nHallowby', language: 'Urdu' },
      subject: 'About Amira',
    },
  ])
  const apart = family({
    contacts: [parent('Sana Khan'), parent('Imran Khan', { address: '9 Canal Street' })],
  })
  expect(made(apart).letters.map(({ to }) => [to.name, to.address])).toEqual([
    ['Sana Khan', '4 Orchard Lane\nHallowby'],
    ['Imran Khan', '9 Canal Street'],
  ])
  // The same address, written otherwise, is one address.
  const written = family({ contacts: [parent('A'), parent('B', { address: '4 orchard lane,  Hallowby' })] })
  expect(made(written).letters).toHaveLength(1)
})

test('nobody is written to against a restriction, without a right, or to nowhere; each is told with why', () => {
  const { letters, leftOut } = made(
    family({ contacts: [parent('Sana Khan'), parent('Imran Khan', { restriction: 'Ask Ms Okafor' })] }),
    family({ contacts: [parent('Nan', { parentalResponsibility: null })] }),
    family({ pupil: child({ address: null }), contacts: [parent('Mo', { email: 'mo@example.com' })] }),
    family({ pupil: child({ className: null }) }),
  )
  expect(letters.map(({ to }) => to.name)).toEqual(['Sana Khan'])
  expect(leftOut.map(({ why, name, more }) => [why, name, more])).toEqual([
    ['restricted', 'Imran Khan', 'Ask Ms Okafor'],
    ['nobody', null, null],
    ['noAddress', 'Mo', 'mo@example.com'],
    ['gaps', 'Sana Khan and Imran Khan', 'class'],
  ])
})

test('over compulsory school age the letter is the young person’s', () => {
  const old = family({ pupil: child({ dateOfBirth: '2009-05-12' }) })
  expect(made(old).letters).toMatchObject([{ to: { name: 'Amira Khan', as: 'youngPerson' } }])
})

test('one document, a letter a page, each filled in for its own child and naming no other', () => {
  const other = family({
    pupil: child({ forename: 'Leo', surname: 'Marsh', className: 'Ash', address: '1 Mill Road' }),
    contacts: [parent('Jo Marsh')],
  })
  const { letters } = made(family(), other)
  const content = familyLettersDocument('Invitation', letters, settings)
  expect(content.blocks.filter(({ is }) => is === 'pageBreak')).toHaveLength(1)
  expect(content.title).not.toMatch(/Khan|Marsh/)
  const said = paragraphsOf(content).map(({ text }) => text)
  const second = said.findIndex((line) => line.includes('About Leo'))
  expect(
    said
      .slice(
        0,
        said.findIndex((line) => line.includes('1 Mill Road')),
      )
      .join('\n'),
  ).not.toContain('Leo')
  expect(said.slice(second).join('\n')).not.toMatch(/Amira|Khan/)
  expect(said.join('\n')).toContain('We meet by 18 December 2026.')
  expect(said.join('\n')).not.toMatch(/[{}]/)
  expect(content.blocks.filter(({ is }) => is === 'list')).toHaveLength(2)
})

test('a complaint is acknowledged with who answers by when and what comes after; what is not known is not said', () => {
  const said = (content: ReturnType<typeof acknowledgementOnPaper>) =>
    paragraphsOf(content)
      .map(({ text }) => text)
      .join('\n')
  const whole = said(acknowledgementOnPaper())
  for (const part of [
    'Dear Sana Khan',
    '16 November 2026',
    '7 December 2026',
    'Headteacher',
    'Panel of governors',
  ])
    expect(whole).toContain(part)
  expect(whole).toContain('A complaint is no appeal')
  const bare = said(
    acknowledgement({
      complaint: { ...acknowledged, wanted: null },
      stage: null,
      next: null,
      answerBy: null,
      school,
      schoolName: 'Oakfield',
      today,
    }),
  )
  expect(bare).not.toMatch(/null|undefined|You have an answer by|What you would like/)
  expect(bare).toContain('We write to you soon with the day')
})
