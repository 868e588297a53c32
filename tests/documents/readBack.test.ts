import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { changesOf, type Difference, readBack } from '../../src/documents/readBack.ts'
import { readControls } from '../../src/documents/readControls.ts'
import type { ReviewFile } from '../../src/documents/reviewFile.ts'
import { actionPlaces, progressPlace } from '../../src/documents/reviewPlaces.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { emptyFile, fullFile, keyNumbered, reviewKey } from './madeUpReview.ts'

const today = '2026-03-10'
const xmlOf = (file: ReviewFile) =>
  strFromU8(unzipSync(docxOf(reviewMinutes(file, today)))['word/document.xml']!)
const contentOf = (tag: string) =>
  new RegExp(
    `(<w:sdt><w:sdtPr>(?:(?!</w:sdtPr>).)*?<w:tag w:val="${tag}"/>)(.*?)(<w:sdtContent>).*?(</w:sdtContent>)`,
  )

/** As Word leaves a control that a person typed in. */
const typed = (xml: string, tag: string, text: string): string => {
  const run = text === '' ? '' : `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
  const after = xml.replace(contentOf(tag), (_, start: string, rest: string, inside: string, end: string) =>
    [start, rest.replace('<w:showingPlcHdr/>', ''), inside, run, end].join(''),
  )
  expect(after).not.toBe(xml)
  return after
}
const read = (file: ReviewFile, xml: string) => {
  const result = readBack(file, readControls(xml), today)
  if ('refused' in result) throw new Error(result.refused.why)
  return result
}
const brief = ({ field, record, document, change }: Difference) => ({ field, record, document, change })
const rv = (field: string) => `rv.${reviewKey}.${field}`

test('a document that nobody touched differs in nothing', () => {
  for (const file of [emptyFile(), fullFile(), fullFile({ yearGroup: '9' }, { type: 'phaseTransfer' })])
    expect(read(file, xmlOf(file))).toMatchObject({
      differences: [],
      doubled: [],
      unmatched: [],
      missing: [],
    })
})

test('what was typed is found field by field, dates and choices understood', () => {
  const file = fullFile()
  let xml = typed(xmlOf(file), rv('working'), 'Language group, every day.')
  xml = typed(xml, rv('nextDue'), '2/3/2027')
  xml = typed(xml, rv('recommendation'), 'Maintain the plan unchanged')
  xml = typed(xml, rv('placementSuitable'), 'No')
  expect(read(file, xml).differences.map(brief)).toEqual([
    {
      field: 'recommendation',
      record: 'Amend the plan',
      document: 'Maintain the plan unchanged',
      change: { value: 'maintain' },
    },
    {
      field: 'working',
      record: file.review.working,
      document: 'Language group, every day.',
      change: { value: 'Language group, every day.' },
    },
    { field: 'placementSuitable', record: 'Yes', document: 'No', change: { value: false } },
    { field: 'nextDue', record: '', document: '2/3/2027', change: { value: '2027-03-02' } },
  ])
})

test('the same day written in another way is no difference', () => {
  const file = fullFile()
  expect(read(file, typed(xmlOf(file), rv('meetingDate'), 'Tue 10 March 2026')).differences).toEqual([])
})

test('text that the field cannot hold is a difference with a reason, and is never stored', () => {
  const file = fullFile()
  const { differences } = read(file, typed(xmlOf(file), rv('meetingDate'), 'soon'))
  expect(differences.map(brief)).toEqual([
    {
      field: 'meetingDate',
      record: '10 Mar 2026',
      document: 'soon',
      change: { complaint: 'Meeting is a date, such as 10 Mar 2026' },
    },
  ])
  expect(changesOf(differences)).toEqual([])
})

test('a field that was emptied is a difference; one that shows its placeholder is not filled', () => {
  const file = fullFile()
  const { differences, notFilled } = read(file, typed(xmlOf(file), rv('chair'), ''))
  expect(differences.map(brief)).toEqual([
    { field: 'chair', record: 'Mrs Patel, SENCO', document: '', change: { value: null } },
  ])
  expect(notFilled.map(({ tag }) => tag)).toContain(rv('childWants'))
})

test('a person’s name that was emptied can’t be stored', () => {
  const file = fullFile()
  const who = file.contributors[0]!
  const { differences } = read(file, typed(xmlOf(file), `rc.${who.key}.name`, ''))
  expect(differences.map(({ change }) => change)).toEqual([{ complaint: 'Name is needed' }])
})

test('what is first written about an outcome becomes a record with one key for everybody', () => {
  const file = fullFile()
  const outcome = file.outcomes[1]!
  const place = progressPlace(file, outcome.key, 'Outcome 2')
  expect(place.record).toBeNull()
  const { differences } = read(
    file,
    typed(xmlOf(file), `op.${place.key}.evidence`, 'Plays Snap with two friends.'),
  )
  const [change] = changesOf(differences)
  expect(change).toMatchObject({
    place: { key: place.key, record: null, called: 'Outcome 2' },
    whole: {
      review: reviewKey,
      outcome: outcome.key,
      evidence: 'Plays Snap with two friends.',
      rating: null,
    },
    issue: null,
  })
  expect(progressPlace(fullFileLike(file), outcome.key, '').key).toBe(place.key)
})
const fullFileLike = (file: ReviewFile): ReviewFile => ({ ...file, progress: [] })

test('a row filled in at the meeting becomes an action, and one without its words is kept back', () => {
  const file = fullFile()
  const [first, second] = actionPlaces(file).room
  let xml = typed(xmlOf(file), `ac.${first!.key}.what`, 'Ring the college')
  xml = typed(xml, `ac.${first!.key}.due`, '1 May 2026')
  xml = typed(xml, `ac.${second!.key}.owner`, 'Mrs Lane')
  expect(changesOf(read(file, xml).differences)).toMatchObject([
    {
      whole: { what: 'Ring the college', due: '2026-05-01', status: 'open', review: reviewKey },
      issue: null,
    },
    { whole: { owner: 'Mrs Lane' }, issue: { field: 'what', message: 'Action is needed' } },
  ])
})

test('accepted differences go to the store record by record', () => {
  const file = fullFile()
  const xml = typed(typed(xmlOf(file), rv('chair'), 'Mr Stone'), rv('place'), 'Hall')
  expect(changesOf(read(file, xml).differences)).toMatchObject([
    { place: { key: reviewKey }, changes: { chair: 'Mr Stone', place: 'Hall' }, whole: null, issue: null },
  ])
})

test('a document of another review is refused and says of which', () => {
  const mine = fullFile()
  const other = { ...fullFile(), review: { ...fullFile().review, key: keyNumbered(5_000) } }
  expect(readBack(mine, readControls(xmlOf(other)), today)).toEqual({
    refused: { why: 'otherReview', review: keyNumbered(5_000) },
  })
  const both = xmlOf(mine).replace(
    '<w:sectPr>',
    `${/<w:body>(.*)<w:sectPr>/.exec(xmlOf(other))![1]}<w:sectPr>`,
  )
  expect(readBack(mine, readControls(both), today)).toEqual({
    refused: { why: 'twoReviews', review: keyNumbered(5_000) },
  })
})

test('a document that lost its tags, as LibreOffice saves it, is refused', () => {
  const file = fullFile()
  expect(readBack(file, readControls(xmlOf(file).replace(/<w:tag [^>]*>/g, '')), today)).toEqual({
    refused: { why: 'noFields' },
  })
})

test('a field that stands twice with different texts is for a person to choose', () => {
  const file = fullFile()
  const xml = xmlOf(file)
  const [whole] = contentOf(rv('working')).exec(xml)!
  const copy = typed(`${whole}</w:sdt>`, rv('working'), 'Another text')
  const { differences, doubled } = read(file, xml.replace('<w:sectPr>', `<w:p>${copy}</w:p><w:sectPr>`))
  expect(differences).toEqual([])
  expect(doubled).toMatchObject([
    { label: 'What is working', record: file.review.working, choices: [{ document: 'Another text' }] },
  ])
  expect(read(file, xml.replace('<w:sectPr>', `<w:p>${whole}</w:sdt></w:p><w:sectPr>`)).doubled).toEqual([])
})

test('a deleted control is missing, and a control of a record that is gone matches nothing', () => {
  const file = fullFile()
  const xml = xmlOf(file)
  const without = xml.replace(new RegExp(`${contentOf(rv('chair')).source}</w:sdt>`), '')
  expect(read(file, without).missing).toEqual([{ tag: rv('chair'), label: 'Chair', called: 'This review' }])
  const gone = file.contributors[3]!
  const later = { ...file, contributors: file.contributors.slice(0, 3) }
  const { unmatched, differences } = read(later, xml)
  expect(differences).toEqual([])
  expect(unmatched.every(({ tag }) => tag.startsWith(`rc.${gone.key}.`))).toBe(true)
  expect(unmatched.map(({ text }) => text)).toContain('Dr Lee')
})
