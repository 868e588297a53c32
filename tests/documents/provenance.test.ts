import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { digestOf, provenanceOf, saidAnew, saidThen } from '../../src/documents/provenance.ts'
import { readBack } from '../../src/documents/readBack.ts'
import { readDocx } from '../../src/documents/readDocx.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { fingerprint } from '../../src/domain/fingerprint.ts'
import type { ReviewFile } from '../../src/documents/reviewFile.ts'
import { emptyFile, fullFile, reviewKey } from './madeUpReview.ts'
import { asRead, inside, opened, run, typed } from './wordEdits.ts'

const today = '2026-03-10'
const working = `rv.${reviewKey}.working`

const withWorking = (text: string | null): ReviewFile => {
  const file = fullFile()
  return { ...file, review: { ...file.review, working: text } }
}
const found = (file: ReviewFile, document: Parameters<typeof readBack>[1]) => {
  const result = readBack(file, document, today)
  if ('refused' in result) throw new Error(result.refused.why)
  return result
}

test('a fingerprint is SHA-256, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(Buffer.from(fingerprint(text)).toString('hex')).toBe(
        createHash('sha256').update(text, 'utf8').digest('hex'),
      )
    }),
  )
})

test('a file knows of each of its fields what it said, and of none of them the text', () => {
  const content = reviewMinutes(withWorking('Mr Adeyemi’s Lego group'), today)
  const bytes = docxOf(content)
  const own = strFromU8(unzipSync(bytes)['customXml/item1.xml']!)
  for (const word of ['Adeyemi', 'Lego', 'Amira', 'Mimi', 'Khan', 'Patel']) expect(own).not.toContain(word)
  const { provenance, controls } = readDocx(bytes)
  expect(provenance).toEqual(provenanceOf(content))
  expect(new Set(provenance!.said.keys())).toEqual(new Set(controls.map(({ tag }) => tag)))
  expect(saidThen(provenance, working, 'Mr Adeyemi’s Lego group')).toBe(true)
  expect(saidThen(provenance, working, 'Mr Adeyemi’s group')).toBe(false)
})

test('equal texts of other fields and other files can’t be told to be equal', () => {
  const { said, salt } = provenanceOf(reviewMinutes(emptyFile(), today))
  const digests = [...said.values()]
  expect(new Set(digests).size).toBe(digests.length)
  expect(digestOf(salt, working, 'Yes')).not.toBe(digestOf(`${salt}x`, working, 'Yes'))
})

/** Of the record, the document and what was inserted: each changed or not, and whether both say the same. */
const changes = [
  { record: 'was', document: 'was', since: null },
  { record: 'was', document: 'typed', since: 'document' },
  { record: 'changed', document: 'was', since: 'record' },
  { record: 'changed', document: 'typed', since: 'both' },
  { record: 'typed', document: 'typed', since: null },
  { record: null, document: 'was', since: 'record' },
  { record: null, document: 'typed', since: 'both' },
  { record: 'was', document: '', since: 'document' },
  { record: 'changed', document: '', since: 'both' },
  { record: null, document: '', since: null },
] as const

test.each(changes)('record says $record, document says $document: $since', ({ record, document, since }) => {
  let file = opened(reviewMinutes(withWorking('was'), today))
  if (document !== 'was') file = typed(file, working, document)
  const { differences, newer } = found(withWorking(record), asRead(file))
  const here = [...differences, ...newer].filter(({ tag }) => tag === working)
  expect(here.map((one) => one.since)).toEqual(since === null ? [] : [since])
  expect(newer.some(({ tag }) => tag === working)).toBe(since === 'record')
})

test('a field that was filled since, on either side or both, is told in the same way', () => {
  const before = opened(reviewMinutes(withWorking(null), today))
  const since = (record: string | null, document: string | null) => {
    const file = document === null ? before : typed(before, working, document)
    const { differences, newer } = found(withWorking(record), asRead(file))
    return [...differences, ...newer].map((one) => one.since)
  }
  expect(since('now', null)).toEqual(['record'])
  expect(since(null, 'typed')).toEqual(['document'])
  expect(since('now', 'typed')).toEqual(['both'])
  expect(since('same', 'same')).toEqual([])
})

test('whatever three texts a field has, only the side that changed is blamed', () => {
  const text = fc.constantFrom('Lego group', 'Quiet corner', 'A longer text, with a comma', 'Maths')
  fc.assert(
    fc.property(text, text, text, (then, record, document) => {
      // In two runs, as Word leaves what was typed at two times.
      const split = () => run(document) + run('.')
      const file = inside(opened(reviewMinutes(withWorking(`${then}.`), today)), working, split)
      const { differences, newer } = found(withWorking(`${record}.`), asRead(file))
      const since = [...differences, ...newer].map((one) => one.since)
      const wanted =
        record === document ? [] : [record === then ? 'document' : document === then ? 'record' : 'both']
      expect(since).toEqual(wanted)
    }),
    { numRuns: 30 },
  )
})

test('a file without digests, or without one for a field, says that it doesn’t know', () => {
  const file = typed(opened(reviewMinutes(withWorking('was'), today)), working, 'typed')
  const whole = asRead(file)
  expect(found(withWorking('was'), { ...whole, provenance: null }).differences[0]!.since).toBe('unknown')
  const provenance = saidAnew(whole.provenance!, new Map([[working, null]]))
  expect(found(withWorking('was'), { ...whole, provenance }).differences[0]!.since).toBe('unknown')
})

test('a day that Word writes in other words is still the day that was inserted', () => {
  const file = fullFile()
  const day = `rv.${reviewKey}.meetingDate`
  const document = typed(opened(reviewMinutes(file, today)), day, 'Tue 10 March 2026')
  const moved = { ...file, review: { ...file.review, meetingDate: '2026-03-12' } }
  expect(found(moved, asRead(document)).newer.map(({ tag }) => tag)).toContain(day)
})

test('split runs, tracked changes, paragraphs and breaks that leave the words alone are no edit', () => {
  const was = 'Group work.\nQuiet corner.'
  const before = opened(reviewMinutes(withWorking(was), today))
  const edits = [
    () =>
      `${run('Group')}<w:proofErr w:type="spellStart"/>${run(' work.')}<w:r><w:br/></w:r>${run('Quiet corner.')}`,
    () =>
      `${run('Group work.')}<w:del w:id="9" w:author="A"><w:r><w:delText> Gone</w:delText></w:r></w:del><w:r><w:br/></w:r>` +
      `<w:ins w:id="8" w:author="A">${run('Quiet corner.')}</w:ins>`,
    () => `${run('Group work.')}<w:r><w:cr/></w:r>${run('Quiet corner. ')}`,
  ]
  for (const edit of edits) {
    const result = found(withWorking('changed'), asRead(inside(before, working, edit)))
    expect(result.newer.map(({ tag, since }) => [tag, since])).toEqual([[working, 'record']])
  }
})

test('the copy that was changed is told from the one that wasn’t, where a field stands twice', () => {
  const before = opened(reviewMinutes(withWorking('was'), today))
  const changed = typed(before, working, 'typed')
  const twice = {
    ...before,
    xml: before.xml.replace('</w:body>', `${changed.xml.match(/<w:body>(.*)<w:sectPr/s)![1]!}</w:body>`),
  }
  const { doubled } = found(withWorking('was'), asRead(twice))
  expect(doubled.map(({ tag, choices }) => [tag, choices.map(({ since }) => since)])).toEqual([
    [working, ['document']],
  ])
})
