import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { exampleForms } from '../../src/documents/form/examples/examples.ts'
import {
  cell,
  dropDown,
  formFile,
  legacyCheck,
  legacyText,
  paragraph,
  row,
  run,
  table,
  tickBox,
} from '../../src/documents/form/examples/build.ts'
import { filledFile, readForm } from '../../src/documents/form/formFile.ts'
import { keptOf, mappingText, packFile, placedIn, readPack } from '../../src/documents/form/pack.ts'
import { propose } from '../../src/documents/form/propose.ts'
import { below, treeOf } from '../../src/documents/form/tree.ts'
import { noPlaceFor, unmapped } from '../../src/documents/form/unused.ts'
import { lintDocx } from '../../src/documents/lintDocx.ts'
import { check } from '../../src/domain/record.ts'
import { AuthorityPack } from '../../src/domain/records/authorityPack.ts'
import { emptyFile, fullFile } from './madeUpReview.ts'

const today = '2026-03-20'
const documentIn = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml']!)
const wordsIn = (bytes: Uint8Array) =>
  [...below(treeOf(documentIn(bytes)))]
    .filter(({ name }) => name === 'p')
    .map((paragraph) =>
      [...below(paragraph)]
        .map(({ name, text }) => (name === 't' ? text : ''))
        .join('')
        .replace(/\s+/g, ' ')
        .trim(),
    )

const filled = (bytes: Uint8Array, file = fullFile()) => {
  const form = readForm(bytes)
  return filledFile(form, propose(form.form), file, today)
}

describe.each(exampleForms)('$authority', ({ file: make }) => {
  const bytes = make()
  const form = readForm(bytes)
  const mapping = propose(form.form)

  test('is read the same each time, with an id of its own for each place', () => {
    const again = readForm(make())
    expect(again.form.fields.map(({ id, label }) => [id, label])).toEqual(
      form.form.fields.map(({ id, label }) => [id, label]),
    )
    expect(new Set(form.form.fields.map(({ id }) => id)).size).toBe(form.form.fields.length)
  })

  test('takes the child, the meeting, the recommendation and its reasons to where they are asked for', () => {
    const words = wordsIn(filled(bytes).bytes).join('\n')
    for (const said of ['N999200000001', '10 Mar 2026', 'nearly reached', 'plays a game with rules'])
      expect(words).toContain(said)
  })

  test('stays as it was to the letter where a review says nothing', () => {
    const nothing = filledFile(form, { fields: {}, tables: {} }, emptyFile(), today)
    expect(documentIn(nothing.bytes)).toBe(documentIn(bytes))
  })

  test('keeps its layout: all that was there is there, in its order, and only paragraphs of answers came', () => {
    expect(added(bones(documentIn(bytes)), bones(documentIn(filled(bytes).bytes)))).toEqual(new Set(['p {}']))
  })

  test('passes our own checker when filled', () => {
    // The authority's own form may leave paragraphs empty; which one it is changes with what is filled in.
    const kinds = (file: Uint8Array) => new Set(lintDocx(file).map((found) => found.replace(/\d+/g, 'n')))
    expect([...kinds(filled(bytes).bytes)].filter((found) => !kinds(bytes).has(found))).toEqual([])
  })

  test('says what it has no place for, and what nobody could fill', () => {
    const left = unmapped(form.form, mapping)
    expect(left.fields.every(({ label }) => label !== '')).toBe(true)
    const signatures = form.form.fields.filter(({ label }) => /sign/i.test(label))
    expect(left.fields).toEqual(expect.arrayContaining(signatures))
    const nowhere = noPlaceFor(mapping, fullFile(), today).map(({ id }) => id)
    expect(nowhere).not.toContain('review.recommendation')
  })
})

/** What a form is made of: every element with its attributes, but without runs and what they say. */
const bones = (xml: string): string[] =>
  [...below(treeOf(xml), ({ name }) => name === 'r' || name === 'sdtPr')].map(
    ({ name, attributes }) => `${name} ${JSON.stringify(attributes)}`,
  )

/** What came between the elements that were there before; fails where one of those is gone or moved. */
const added = (before: readonly string[], after: readonly string[]): Set<string> => {
  const came = new Set(['p {}'])
  let at = 0
  for (const each of after) {
    if (each === before[at]) at++
    else came.add(each)
  }
  expect(at).toBe(before.length)
  return came
}

const oneCell = (left: string, inside = '') =>
  formFile(table([3000, 6000], row(cell(left, 3000), cell(inside, 6000))))

test('every kind of place is found and filled', () => {
  const bytes = formFile(
    paragraph(run('UPN: ') + run('__________') + run('  Date of birth: ') + run('....................')),
    paragraph(run('Class: ') + run('                    ', { underline: true })),
    paragraph(run('Chair: ') + legacyText('Text1', 10)),
    paragraph(run('Looked after? Yes ') + legacyCheck('c1') + run(' No ') + legacyCheck('c2')),
    paragraph(run('Personal budget explained? ') + tickBox() + run(' Yes ') + tickBox() + run(' No')),
    paragraph(run('Type of review: ') + dropDown('Type', ['Annual', 'Early or emergency', 'Interim'])),
    paragraph(run('The school recommends: ☐ Maintain ☐ Amend ☐ Cease')),
    table(
      [3000, 6000],
      row(cell('Ethnicity', 3000), cell('', 6000)),
      row(cell('Home language', 3000), cell('', 6000)),
    ),
  )
  const result = filled(bytes, fullFile({ lookedAfter: false }))
  const words = wordsIn(result.bytes)
  expect(words.slice(0, 2)).toEqual(['UPN: N999200000001 Date of birth: 12 May 2017', 'Class: Oak'])
  expect(words).toContain('The school recommends: ☐ Maintain ☒ Amend ☐ Cease')
  expect(words).toContain('Urdu')
  const xml = documentIn(result.bytes)
  expect(xml).toContain('>Mrs Patel, SENCO<')
  // No to looked after: the second of the two old boxes; yes to the budget: the first of the two new ones.
  expect(xml.match(/<w:checked\/>/g)).toHaveLength(1)
  expect(xml.indexOf('<w:checked/>')).toBeGreaterThan(xml.indexOf('w:val="c2"'))
  expect(xml.match(/w14:checked w14:val="1"/g)).toHaveLength(1)
  expect(xml).toContain('>Annual<')
  expect(result.tooLong).toMatchObject([{ length: 16, most: 10 }])
  expect(result.empty.map(({ label }) => label)).toEqual(['Ethnicity'])
})

test('more rows than the form has come as copies of its last row, and none is lost', () => {
  const bytes = formFile(
    paragraph('People at the meeting', { bold: true }),
    table(
      [4000, 4000],
      row(cell('Name', 4000), cell('Role', 4000)),
      row(cell('', 4000), cell('', 4000)),
      row(cell('', 4000), cell('', 4000)),
    ),
  )
  const file = fullFile()
  expect(file.contributors.length).toBeGreaterThan(2)
  const words = wordsIn(filled(bytes, file).bytes)
  for (const { name } of file.contributors) expect(words).toContain(name)
})

test('a signature, its date and what the office fills in are left to people', () => {
  const form = readForm(
    formFile(
      paragraph(run('Signed: ') + run('________') + run('   Date: ') + run('________')),
      paragraph(run('For office use, reference: ') + run('________')),
    ),
  ).form
  expect(form.fields).toHaveLength(3)
  expect(propose(form).fields).toEqual({})
})

test('whatever is recorded goes into any place as it is, and the form can be read again', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('<w:p/>', ']]>', '&amp;', 'a\tb\nc', '\u202Egnp.exe', '\uFFFC', '☐ Yes', '____'),
  )
  fc.assert(
    fc.property(
      hostile.filter((text) => text.trim() !== ''),
      (text) => {
        const chair = text.replace(/[\r\n]/g, ' ').slice(0, 100)
        if (chair.trim() === '') return
        const file = fullFile({}, { recommendationReasons: text, chair })
        for (const { file: make } of exampleForms) {
          const { bytes } = filled(make(), file)
          const again = readForm(bytes)
          expect(again.form.fields.length).toBeGreaterThan(10)
        }
      },
    ),
    { numRuns: 25 },
  )
})

test('what is no form of Word’s is refused in words', () => {
  expect(() => readForm(new TextEncoder().encode('%PDF-1.7'))).toThrow(/archive/)
  expect(() => readForm(oneCell('UPN').subarray(0, 400))).toThrow(/archive|damaged/)
})

test('a pack finds its places again in the form, and says what a newer version of it changed', () => {
  const make = (upn: string) =>
    readForm(
      formFile(
        table(
          [3000, 6000],
          row(cell('Full name', 3000), cell('', 6000)),
          row(cell(upn, 3000), cell('', 6000)),
          row(cell('Reasons', 3000), cell('', 6000)),
        ),
      ),
    ).form
  const form = make('UPN')
  const placing = { mapping: propose(form), limits: { f3: 500 } }
  const kept = keptOf(form, placing)
  expect(placedIn(form, kept)).toEqual({ ...placing, fresh: [], gone: [] })
  const newer = placedIn(make('Pupil identifier'), kept)
  expect(newer.fresh.map((each) => 'label' in each && each.label)).toEqual(['Pupil identifier'])
  expect(newer.gone).toEqual(['UPN'])
  expect(Object.keys(newer.mapping.fields)).toEqual(['f1', 'f3'])
})

describe('a pack for other schools', () => {
  const form = readForm(exampleForms[0].file()).form
  const pack = {
    authority: 'Westmoor Council',
    form: 'Annual review report',
    version: 'v3',
    sourced: '2026-09-01',
    address: null,
    file: 'Westmoor.docx',
    kind: null,
    mapping: mappingText(keptOf(form, { mapping: propose(form), limits: {} })),
    note: null,
  }

  test('comes back from its file as it was, without this school’s own file', () => {
    expect(check(AuthorityPack, pack)).toEqual([])
    expect(readPack(packFile(pack))).toEqual({ pack: { ...pack, file: null } })
  })

  test.each([
    ['nothing', '', /no authority pack/],
    ['another file', '{"kind":"x"}', /no authority pack/],
    ['a newer one', packFile(pack).replace('"version": 1', '"version": 2'), /newer/],
    ['one cut short in the middle', packFile(pack).replace('"fields": [', '"fields": [7,'), /damaged/],
  ])('%s is refused in words', (_, text, words) => {
    expect(readPack(text)).toEqual({ complaint: expect.stringMatching(words) as string })
  })
})

test('a day goes in figures where the place takes ten letters, and in words where there is room', () => {
  const bytes = formFile(
    paragraph(run('D.O.B.: ') + legacyText('a', 10) + run('   Date of review: ') + legacyText('b', 20)),
  )
  const xml = documentIn(filled(bytes).bytes)
  expect(xml).toContain('>12/05/2017<')
  expect(xml).toContain('>10 Mar 2026<')
})
