import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Block, DocumentContent } from '../../src/documents/blocks.ts'
import { docxOf } from '../../src/documents/docx.ts'
import { boundIn } from '../../src/documents/boundIn.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { fieldsOf } from '../../src/domain/record.ts'
import { Review } from '../../src/domain/records/review.ts'
import { contributorPlaces } from '../../src/documents/reviewPlaces.ts'
import { emptyFile, fullFile, reviewKey } from './madeUpReview.ts'

const today = '2026-03-10'
const headingsOf = ({ blocks }: DocumentContent) =>
  blocks.flatMap((block) => (block.is === 'heading' && block.level === 1 ? [block.id] : []))
const wordsOf = (block: Block): string =>
  block.is === 'paragraph'
    ? block.runs.map((run) => ('bound' in run ? run.bound.text : run.text)).join('')
    : 'text' in block
      ? block.text
      : ''
const words = (content: DocumentContent) => content.blocks.map(wordsOf).join('\n')
const allText = (content: DocumentContent) => JSON.stringify(content.blocks)

const boundTwice = ({ blocks }: DocumentContent) => {
  const tags: string[] = []
  JSON.stringify(blocks, (name, value: unknown) => {
    if (name === 'tag') tags.push(String(value))
    return value
  })
  return { tags, twice: tags.filter((tag, at) => tags.indexOf(tag) !== at) }
}

test('the first page answers who, when, who was there and what was decided', () => {
  const { blocks } = reviewMinutes(fullFile(), today)
  const firstPage = blocks.slice(
    0,
    blocks.findIndex((block) => block.is === 'pageBreak'),
  )
  expect(firstPage[0]).toEqual({ is: 'title', text: 'Annual review: Mimi Khan' })
  expect(firstPage.flatMap((block) => (block.is === 'heading' ? [block.id] : []))).toEqual([
    'recommendation',
    'people',
  ])
  expect(JSON.stringify(firstPage)).toContain('10 Mar 2026')
})

test('every field of a review that people write stands in the minutes of some review, and never twice', () => {
  const reviews = [
    fullFile({ yearGroup: '9', partTime: true }, { type: 'phaseTransfer', recommendation: 'amend' }),
    fullFile({ yearGroup: 'R' }, { type: 'interim' }),
    fullFile({ dateOfBirth: '2009-01-12', yearGroup: '12' }, { type: 'early' }),
    fullFile(),
  ]
  const bound = reviews.map((file) => boundTwice(reviewMinutes(file, today)))
  for (const { twice } of bound) expect(twice).toEqual([])
  // Links, where the review stands, and how it was run: none of it is a part of the report.
  const notWritten = [
    ...['pupil', 'stage', 'previous', 'invitesOverride', 'stepsOverride', 'target', 'unchanged', 'agenda'],
    ...['meetingBegan', 'meetingEnded', 'version', 'reopened', 'reopenedWhy', 'calendarEvent'],
    ...['notAmended', 'mediationCertificate'],
  ]
  const missing = fieldsOf(Review)
    .map(([field]) => field)
    .filter((field) => !notWritten.includes(field))
    .filter((field) => !bound.some(({ tags }) => tags.includes(`rv.${reviewKey}.${field}`)))
  expect(missing).toEqual([])
})

test('preparing for adulthood comes in Year 9, by the later of taught year and year by age', () => {
  const has = (pupil: object) => headingsOf(reviewMinutes(fullFile(pupil), today)).includes('adulthood')
  expect(has({ yearGroup: '4', dateOfBirth: '2017-05-12' })).toBe(false)
  expect(has({ yearGroup: '8', dateOfBirth: '2013-05-12' })).toBe(false)
  expect(has({ yearGroup: '9', dateOfBirth: '2012-05-12' })).toBe(true)
  expect(has({ yearGroup: '8', dateOfBirth: '2011-12-01' })).toBe(true)
  expect(has({ yearGroup: 'X', dateOfBirth: '2011-12-01' })).toBe(true)
})

test('a phase transfer asks about the next school and an ordinary review does not', () => {
  const asks = (type: 'annual' | 'phaseTransfer') =>
    boundIn(reviewMinutes(fullFile({}, { type }), today)).has(`rv.${reviewKey}.placementPreference`)
  expect([asks('annual'), asks('phaseTransfer')]).toEqual([false, true])
})

test('who recommends otherwise is named on the first page and in its own part', () => {
  const said = words(reviewMinutes(fullFile(), today))
  expect(said).toContain('Views differ: Sana Khan recommends otherwise')
  expect(said).toContain(
    'Sana Khan (parent or carer) would maintain the plan unchanged; the school would amend the plan.',
  )
})

test('a sent report in which nobody differs names who agrees and shows no table of blanks', () => {
  const file = fullFile({}, { stage: 'reportSent', reportSent: '2026-03-20' })
  const agreed = {
    ...file,
    contributors: file.contributors.map((c) => ({ ...c, recommendation: 'amend' as const, reasons: null })),
  }
  expect(words(reviewMinutes(agreed, today))).toContain(
    'recommended by Sana Khan, Ms Okafor, Jo Marsh and Dr Lee',
  )
  const asks = [...boundIn(reviewMinutes(agreed, today)).keys()].filter((tag) => tag.endsWith('.reasons'))
  expect(asks).toEqual([])
})

test('the family stands first among the people', () => {
  const file = fullFile()
  const turned = { ...file, contributors: file.contributors.map((c, at) => ({ ...c, key: `Z${9 - at}` })) }
  for (const one of [file, turned]) expect(contributorPlaces(one)[0]?.called).toBe('Sana Khan')
})

test('a review with nothing filled in has every statutory part, with words that say what belongs there', () => {
  const content = reviewMinutes(emptyFile(), today)
  expect(headingsOf(content)).toEqual(
    expect.arrayContaining([
      'recommendation',
      'people',
      'child_views',
      'parent_views',
      'outcomes',
      'provision',
    ]),
  )
  for (const bound of boundIn(content).values()) expect(bound.placeholder).not.toBe('')
})

test('once the report is sent, optional parts that nobody filled in and rows for new things are left out', () => {
  const sent = fullFile({}, { stage: 'reportSent', reportSent: '2026-03-20' })
  const open = reviewMinutes(fullFile(), today)
  const closed = reviewMinutes(sent, today)
  expect(headingsOf(open)).toContain('funding')
  expect(headingsOf(closed)).not.toContain('funding')
  expect(headingsOf(closed)).toContain('health')
  const actions = (content: DocumentContent) =>
    [...boundIn(content).keys()].filter((tag) => /^ac\..*\.what$/.test(tag)).length
  expect([actions(open), actions(closed)]).toEqual([5, 2])
})

test('minutes that go to everyone hold no telephone number, address or contact restriction', () => {
  const content = reviewMinutes(fullFile({ address: '1 Made Up Street' }), today)
  for (const secret of ['07700', 'Made Up Street', 'Ask the office'])
    expect(allText(content)).not.toContain(secret)
})

test('dates say the rule that they come from, and wait for a meeting date', () => {
  expect(allText(reviewMinutes(fullFile(), today))).toContain('24 Mar 2026')
  expect(allText(reviewMinutes(fullFile(), today))).toContain(
    'SEND Regulations 2014, regulation 20(8) and (9)',
  )
  expect(allText(reviewMinutes(emptyFile(), today))).toContain('Once the meeting is set')
})

test('what a folder or a search shows of the file tells whose it is by initials alone', () => {
  const parts = unzipSync(docxOf(reviewMinutes(fullFile(), today)))
  const beside = Object.entries(parts)
    .filter(([name]) => name.startsWith('docProps/') || name.startsWith('customXml/'))
    .map(([, bytes]) => strFromU8(bytes))
    .join()
  expect(beside).toContain('<dc:title>Annual review: MK, 10 Mar 2026</dc:title>')
  expect(beside).not.toMatch(/Khan|Mimi|Amira/)
})
