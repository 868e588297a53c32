import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { addresseeOf, authorityOf, parentsNotAsked, sorted } from '../../src/documents/letters/addressees.ts'
import { chaseDecision } from '../../src/documents/letters/chaseDecision.ts'
import { batchOf, mergedLetters, type PlainKind, singleLetters } from '../../src/documents/letters/letters.ts'
import { paragraphsOf } from '../../src/documents/paragraphs.ts'
import { readBack } from '../../src/documents/readBack.ts'
import { readDocx } from '../../src/documents/readDocx.ts'
import type { ReviewFile } from '../../src/documents/reviewFile.ts'
import { Contact } from '../../src/domain/records/contact.ts'
import { Contributor, toBeNamed } from '../../src/domain/records/contributor.ts'
import { School } from '../../src/domain/records/school.ts'
import { decisionBy } from '../../src/domain/rules/reviewDates.ts'
import { fullFile, pupilKey, reviewKey, stored } from './madeUpReview.ts'

const today = '2026-02-10'
const school = stored(School, {
  from: '2020-09-01',
  name: 'Oakfield Primary School',
  phase: 'primary',
  senco: 'Mrs Patel',
  telephone: '01632 960100',
  email: 'senco@oakfield.example',
})
const mother = stored(Contact, {
  pupil: pupilKey,
  name: 'Sana Khan',
  parentalResponsibility: true,
  language: 'Urdu, large print',
})
const father = stored(Contact, {
  pupil: pupilKey,
  name: 'Imran Khan',
  parentalResponsibility: true,
  address: '9 Hidden Street',
  restriction: 'Ask Ms Okafor first',
})
const given = (role: Contributor['role'], name: string, more: Partial<Contributor> = {}) =>
  stored(Contributor, { review: reviewKey, role, name, ...more })
const file = (of: Partial<ReviewFile> = {}, born = '2017-05-12'): ReviewFile => ({
  ...fullFile({ dateOfBirth: born, address: '4 Orchard Lane' }),
  school,
  contacts: [mother, father],
  contributors: [
    given('parent', 'Sana Khan', { contact: mother.key, adviceDue: '2026-02-20' }),
    given('parent', 'Imran Khan'),
    given('youngPerson', 'Amira Khan'),
    given('authority', 'Jo Marsh', { organisation: 'Ashdown Council' }),
    given('health', toBeNamed),
    given('speech', 'Dr Lee', { email: 'lee@nhs.example' }),
  ],
  ...of,
})
const to = (name: string, of = file()) =>
  addresseeOf(
    of.contributors.find((one) => one.name === name)!,
    of,
    today,
  )
const said = (kind: PlainKind, name: string, of = file()): string =>
  paragraphsOf(mergedLetters(batchOf(kind, of, [to(name, of)], today)))
    .map(({ text }) => text)
    .join('\n')

test('a parent is invited at the child’s address, told when and where, offered an interpreter, with the law quoted', () => {
  const letter = said('invitation', 'Sana Khan')
  expect(letter).toContain('Sana Khan\n4 Orchard Lane')
  expect(letter).toContain('Tuesday 10 February 2026')
  expect(letter).toContain('Date\tTuesday 10 Mar 2026')
  expect(letter).toContain('large print')
  expect(letter).toContain('a parent must be invited')
  expect(letter).toContain('SEND Regulations 2014, regulation 20(2) and (3)')
  expect(letter).toContain('Please let us have it by Friday 20 Feb 2026.')
})

test('no letter says where another parent lives or that there is a restriction', () => {
  for (const name of ['Sana Khan', 'Jo Marsh', 'Dr Lee', 'Amira Khan'])
    for (const kind of ['invitation', 'advice', 'papers', 'report'] as const) {
      const letter = said(kind, name)
      expect(letter).not.toContain('Hidden Street')
      expect(letter).not.toContain('Okafor')
      if (name !== 'Amira Khan') expect(letter).not.toContain('Imran')
    }
})

test('somebody with a contact restriction gets no letter until the question is answered, nor does a role without a name', () => {
  const of = file()
  const people = of.contributors.map((one) => addresseeOf(one, of, today))
  const { ready, hindered } = sorted(people, new Set())
  expect(hindered.map(({ to: { name }, why }) => [name, why])).toEqual([
    ['Imran Khan', 'restricted'],
    [toBeNamed, 'unnamed'],
  ])
  expect(ready.map(({ name }) => name)).toEqual(['Sana Khan', 'Amira Khan', 'Jo Marsh', 'Dr Lee'])
  const cleared = sorted(people, new Set([people.find(({ name }) => name === 'Imran Khan')!.key!]))
  expect(cleared.ready.map(({ name }) => name)).toContain('Imran Khan')
})

test('once rights have moved the young person is written to in their own right', () => {
  const grown = file({}, '2009-05-12')
  expect(said('invitation', 'Amira Khan', grown)).toContain('the rights in this review are yours')
  const small = said('invitation', 'Amira Khan')
  expect(small).not.toContain('rights in this review')
  expect(small).toContain('We would like you to be part of it')
})

test('what the law asks for and what guidance asks for are told apart', () => {
  expect(said('advice', 'Jo Marsh')).toContain('must obtain advice')
  const therapist = said('advice', 'Dr Lee')
  expect(therapist).toContain('Statutory guidance: others who know the child should be asked')
  expect(therapist).not.toContain('must obtain')
  expect(therapist).toContain('By email: lee@nhs.example')
})

test('a parent with parental responsibility whom nobody asked is found', () => {
  const of = file()
  const [, , ...others] = of.contributors
  expect(parentsNotAsked({ ...of, contributors: others }).map(({ name }) => name)).toEqual([
    'Sana Khan',
    'Imran Khan',
  ])
  expect(parentsNotAsked(of)).toEqual([])
})

test('a reminder of the decision counts the days and quotes the duty and the judgment', () => {
  const of = file()
  const letter = paragraphsOf(
    mergedLetters({
      kind: 'chaseDecision',
      file: of,
      today: '2026-04-20',
      letters: [
        {
          to: authorityOf(of, '2026-04-20'),
          body: chaseDecision({ due: decisionBy('2026-03-10'), before: ['2026-04-14'] }),
        },
      ],
    }),
  )
    .map(({ text }) => text)
    .join('\n')
  expect(letter).toContain('Due by\tTuesday 7 April 2026')
  expect(letter).toContain('13 days late')
  expect(letter).toContain('regulation 20(10)')
  expect(letter).toContain('R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin)')
  expect(letter).toContain('by Tuesday 2 June 2026 at the latest')
  expect(letter).toContain('We reminded you on Tuesday 14 April 2026.')
})

test('in a file of one letter the meeting reads back; in a file of many each counts its own pages and no box is doubled', () => {
  const of = file()
  const one = singleLetters(batchOf('invitation', of, [to('Sana Khan')], today))[0]!.content
  const bytes = docxOf(one)
  expect(readBack(of, readDocx(bytes), today)).toMatchObject({ differences: [], doubled: [] })
  const tags = readDocx(bytes).controls.map(({ tag }) => tag)
  expect(tags).toContain(`rv.${reviewKey}.meetingDate`)

  const people = ['Sana Khan', 'Jo Marsh', 'Dr Lee'].map((name) => to(name))
  const many = docxOf(mergedLetters(batchOf('invitation', of, people, today)))
  const xml = strFromU8(unzipSync(many)['word/document.xml']!)
  expect(xml.match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(3)
  expect(readDocx(many).controls.map(({ tag }) => tag)).toHaveLength(
    new Set(readDocx(many).controls.map(({ tag }) => tag)).size,
  )
})

test('an invitation says what else the review looks at: the next school, and adult life from Year 9', () => {
  expect(said('invitation', 'Sana Khan')).not.toContain('also looks at')
  const moving = file({}, '2012-05-12')
  const of = { ...moving, review: { ...moving.review, type: 'phaseTransfer' as const } }
  expect(said('invitation', 'Sana Khan', of)).toMatch(
    /also looks at which school or college comes next; and at preparing for adult life/,
  )
})

test('the report’s cover names the advice that goes with it, with author and day, and what was asked for', () => {
  const of = file()
  const advised = {
    ...of,
    review: { ...of.review, budgetRequested: true },
    contributors: of.contributors.map((one) =>
      one.name === 'Dr Lee' ? { ...one, adviceTitle: 'Speech report', adviceReceived: '2026-02-20' } : one,
    ),
  }
  const letter = said('report', 'Jo Marsh', advised)
  expect(letter).toContain('Speech report, Dr Lee, received 20 February 2026')
  expect(letter).toContain('Asked for too: a personal budget.')
})
