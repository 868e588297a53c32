import { expect, test } from 'vitest'
import { asTyped } from '../../src/documents/asTyped.ts'
import type { DocumentContent } from '../../src/documents/blocks.ts'
import { docxOf } from '../../src/documents/docx.ts'
import { notYetFilled } from '../../src/documents/notYetFilled.ts'
import { partInDocument } from '../../src/documents/partInDocument.ts'
import type { ReadDocument } from '../../src/documents/readControls.ts'
import { readDocx } from '../../src/documents/readDocx.ts'
import type { ReviewFile } from '../../src/documents/reviewFile.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { reviewQuality } from '../../src/documents/reviewQuality.ts'
import { Action } from '../../src/domain/records/action.ts'
import { Contributor } from '../../src/domain/records/contributor.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { Review } from '../../src/domain/records/review.ts'
import { tagOf } from '../../src/domain/record.ts'
import { type AgendaPart, agendaParts } from '../../src/domain/rules/meetingAgenda.ts'
import { emptyFile, fullFile, pupilKey, reviewKey, stored } from './madeUpReview.ts'

const today = '2026-03-10'
const inserted = (file: ReviewFile): ReadDocument => readDocx(docxOf(reviewMinutes(file, today)))
const type = (document: ReadDocument, texts: Record<string, string>): ReadDocument => ({
  ...document,
  controls: document.controls.map((control) =>
    texts[control.tag] === undefined ? control : { tag: control.tag, text: texts[control.tag]! },
  ),
})
const own = (field: string) => tagOf(Review, reviewKey, field)
const words = (file: ReviewFile, document: ReadDocument | null) =>
  notYetFilled(file, document, today).gaps.map((gap) => gap.words)
const outcome = stored(Outcome, { pupil: pupilKey, kind: 'sectionE', text: 'Reads', status: 'current' })
const withOutcome = { ...emptyFile(), outcomes: [outcome] }

test('what the law asks for comes first, then guidance, then what a report usually has', () => {
  const { gaps } = notYetFilled(withOutcome, inserted(withOutcome), today)
  const order = gaps.map(({ strength }) => (strength === 'must' ? 0 : strength === 'should' ? 1 : 2))
  expect(order).toEqual(order.toSorted())
  expect(gaps[0]).toMatchObject({
    words: 'What the child or young person thinks, wishes and feels',
    strength: 'must',
    source: expect.stringContaining('section 19') as unknown,
    inDocument: true,
  })
  expect(gaps.at(-1)!.strength).toBeNull()
  expect(gaps.map((gap) => gap.words)).not.toContain('Reasons')
  // No field is asked for twice.
  const tags = gaps.flatMap((gap) => gap.tags)
  expect(new Set(tags).size).toBe(tags.length)
})

test('every gap that is in the document leads to a control that the document has', () => {
  const file = withOutcome
  const document = inserted(file)
  const known = new Set(document.controls.map(({ tag }) => tag))
  for (const { tags, inDocument, words: gap } of notYetFilled(file, document, today).gaps)
    expect(tags.length > 0 && tags.every((tag) => known.has(tag)), gap).toBe(inDocument)
})

test('what is typed in the document and not stored yet is no gap any more, and is told as typed', () => {
  const document = inserted(withOutcome)
  const rating = document.controls.find(({ tag }) => tag.endsWith('.rating'))!.tag
  const typed = type(document, { [rating]: 'Good progress', [own('recommendation')]: 'Amend the plan' })
  const before = words(withOutcome, document)
  const after = words(withOutcome, typed)
  expect(before).toContain('Progress towards 1 outcome')
  expect(after).not.toContain('Progress towards 1 outcome')
  expect(after).not.toContain('What the school recommends')
  // A recommendation asks for its reasons.
  expect(after).toContain('Why the school recommends it')
  expect(notYetFilled(withOutcome, typed, today).typed.map(({ tag }) => tag)).toEqual(
    expect.arrayContaining([rating, own('recommendation')]),
  )
})

test('text that is gone from the document empties nothing of the record', () => {
  const file = emptyFile({}, { healthUpdate: 'Nothing has changed', chair: 'Mrs Patel' })
  const document = type(inserted(file), { [own('healthUpdate')]: '', [own('chair')]: '' })
  const { gaps, typed, file: together } = notYetFilled(file, document, today)
  expect(gaps.map((gap) => gap.words)).not.toContain('Whether health provision works, or that there is none')
  expect(typed).toEqual([])
  expect(together.review.chair).toBe('Mrs Patel')
})

test('a document of another review, or none of ours, leaves the record to speak alone', () => {
  const other = inserted(emptyFile())
  const mine = {
    ...emptyFile(),
    review: stored(Review, { pupil: pupilKey, type: 'annual', stage: 'planning' }),
  }
  const alone = notYetFilled(mine, null, today)
  const beside = notYetFilled(mine, other, today)
  expect(beside.gaps).toEqual(alone.gaps)
  expect(alone.gaps.every(({ inDocument }) => !inDocument)).toBe(true)
  expect(beside.typed).toEqual([])
})

test('what the record has newer than the document is counted: changed fields, and records that are not in it', () => {
  const file = { ...emptyFile({}, { chair: 'Mrs Patel' }), contributors: [] }
  const document = inserted(file)
  expect(notYetFilled(file, document, today).newer).toBe(0)
  const later = {
    ...file,
    review: { ...file.review, chair: 'Mr Stone' },
    contributors: [stored(Contributor, { review: reviewKey, name: 'Wanda', role: 'other' })],
    actions: [stored(Action, { pupil: pupilKey, review: reviewKey, what: 'Ask', status: 'open' })],
  }
  expect(notYetFilled(later, document, today)).toMatchObject({ newer: 3, typed: [] })
})

test('a row typed into the empty rows of the document counts: an action, a target', () => {
  const file = emptyFile()
  const document = inserted(file)
  const room = (short: string, field: string) =>
    document.controls.find(({ tag }) => tag.startsWith(`${short}.`) && tag.endsWith(`.${field}`))!.tag
  const typed = type(document, {
    [room(Action.short, 'what')]: 'Ask for a hearing test',
    [room(Outcome.short, 'text')]: 'Reads ten words by July',
  })
  const { file: together, gaps } = notYetFilled(file, typed, today)
  expect(together.actions).toMatchObject([{ what: 'Ask for a hearing test', status: 'open' }])
  expect(gaps.map((gap) => gap.words)).not.toContain('New targets for the next twelve months')
  expect(file.actions).toEqual([])
})

test('every point that the checklist takes of outcomes and support has a key to go to', () => {
  const file = fullFile()
  const together = asTyped(file, [], today)
  const { lines } = reviewQuality(together, today, { today })
  const lost = lines.flatMap((line) => line.lost).filter(({ place }) => place.field !== 'targets')
  const rows = lost.filter(({ place }) => place.block === 'outcomes' || place.block === 'support')
  expect(rows.length).toBeGreaterThan(0)
  for (const { place, words: point } of rows) expect(place.record, point).not.toBeNull()
  expect(reviewQuality(file, today, { today }).score).toBe(reviewQuality(together, today, { today }).score)
})

test('each part of a meeting has its heading in the minutes, as the bookmark by which Word finds it', () => {
  const file = {
    ...fullFile({ yearGroup: '9', dateOfBirth: '2012-05-12' }),
    previousActions: [stored(Action, { pupil: pupilKey, what: 'Ask', status: 'open' })],
    contributors: [stored(Contributor, { review: reviewKey, name: 'G', role: 'parent' })],
  }
  const open = { ...file, review: { ...file.review, stage: 'circulated' as const, reportSent: null } }
  const content: DocumentContent = reviewMinutes(open, today)
  const found = Object.fromEntries(
    (Object.keys(agendaParts) as AgendaPart[]).map((part) => [part, partInDocument(content, part)]),
  )
  for (const [part, place] of Object.entries(found)) expect(place, part).not.toBeNull()
  expect(found['parents']).toEqual({ bookmark: 'parent_views', words: expect.any(String) as unknown })
  const names = Object.values(found).map((place) => place!.bookmark)
  expect(names.every((name) => /^[A-Za-z]\w{0,39}$/.test(name))).toBe(true)
})
