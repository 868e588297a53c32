import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import {
  cell,
  empty,
  formFile,
  heading,
  paragraph,
  row,
  run,
  table,
} from '../../src/documents/form/examples/build.ts'
import { filledFile, readForm } from '../../src/documents/form/formFile.ts'
import { type Mapping, propose } from '../../src/documents/form/propose.ts'
import { noPlaceFor } from '../../src/documents/form/unused.ts'
import { below, type Element, treeOf } from '../../src/documents/form/tree.ts'
import type { ReviewFile } from '../../src/documents/reviewFile.ts'
import { brackenshaw } from './forms/brackenshaw.ts'
import { bones, isWithin, wordsOf } from './forms/letters.ts'
import { dayCells, letterBoxes, textBox, withHeaders } from './forms/packageShapes.ts'
import { quillmere } from './forms/quillmere.ts'
import { fullFile } from './madeUpReview.ts'

const today = '2026-03-20'

const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))

const textIn = (element: Element) =>
  [...below(element)].map(({ name, text }) => (name === 't' ? text : name === 'br' ? '\n' : '')).join('')
const all = (xml: string, name: string) => [...below(treeOf(xml))].filter((each) => each.name === name)
const cells = (xml: string) => all(xml, 'tc').map(textIn)
const lines = (xml: string) => all(xml, 'p').map(textIn)
const struckOut = (xml: string) =>
  all(xml, 'r')
    .filter((each) => [...below(each)].some(({ name }) => name === 'strike'))
    .map(textIn)

const fill = (bytes: Uint8Array, file: ReviewFile = fullFile(), mapping?: Mapping) => {
  const form = readForm(bytes)
  const filled = filledFile(form, mapping ?? propose(form.form), file, today)
  return { ...filled, form, parts: partsOf(filled.bytes) }
}

describe('the top and foot of every page', () => {
  const file = withHeaders(
    formFile(heading('About'), table([3000, 6000], row(cell('UPN', 3000), cell('', 6000)))),
    [
      paragraph(run('Name: ____________  D.O.B.: ____________')),
      paragraph(run('First page only: nothing to write')),
    ],
    [table([3000, 6000], row(cell('Date of birth', 3000), cell('', 6000)))],
  )

  test('takes name and date of birth like any other place', () => {
    const { parts } = fill(file)
    expect(lines(parts['word/header1.xml']!)).toEqual(['Name: Amira Khan  D.O.B.: 12 May 2017'])
    expect(cells(parts['word/footer1.xml']!)).toEqual(['Date of birth', '12 May 2017'])
    expect(cells(parts['word/document.xml']!)).toEqual(['UPN', 'N999200000001'])
  })

  test('keeps each part that says nothing to fill as it was, byte for byte', () => {
    const before = unzipSync(file)
    const after = unzipSync(fill(file).bytes)
    expect(Object.keys(after).toSorted()).toEqual(Object.keys(before).toSorted())
    for (const name of Object.keys(before))
      if (!['word/document.xml', 'word/header1.xml', 'word/footer1.xml'].includes(name))
        expect(after[name]).toEqual(before[name])
  })
})

describe('a box that floats over the page', () => {
  const inside = paragraph(run('UPN: ') + run('__________')) + paragraph('Home language') + empty

  test('says the same to readers of both kinds', () => {
    const { parts } = fill(formFile(textBox(inside)))
    const told = all(parts['word/document.xml']!, 'txbxContent').map(textIn)
    expect(told).toEqual(Array.from({ length: 2 }, () => 'UPN: N999200000001Home languageUrdu'))
  })

  test('is left alone where the two don’t agree, and that is told', () => {
    const file = formFile(textBox(inside, paragraph(run('ULN: ') + run('__________'))))
    const { form, bytes } = fill(file)
    expect(form.floating).toBe(1)
    expect(form.form.fields).toEqual([])
    expect(partsOf(bytes)).toEqual(partsOf(file))
  })
})

describe('an answer over several places', () => {
  test('puts a UPN into thirteen cells, and a longer text into the last, told as too long', () => {
    const file = formFile(letterBoxes('UPN', 13))
    expect(cells(fill(file).parts['word/document.xml']!).slice(1)).toEqual([...'N999200000001'])
    const form = readForm(file)
    const named = fill(file, fullFile(), {
      fields: { [form.form.fields[0]!.id]: { fact: 'review.placementComment' } },
      tables: {},
    })
    expect(named.tooLong).toMatchObject([{ most: 13 }])
    expect(wordsOf(named.parts['word/document.xml']!)).toContain('Everyoneagreesthattheschoolsuits')
  })

  test('puts a day into cells under DD, MM and YYYY, and into cells that say so themselves', () => {
    const named = table(
      [2600, 700, 700, 1000],
      row(cell('Date of birth', 2600), cell('DD', 700), cell('MM', 700), cell('YY', 1000)),
    )
    expect(cells(fill(formFile(dayCells('Date of birth'))).parts['word/document.xml']!)).toEqual([
      'Date of birth',
      'DD',
      'MM',
      'YYYY',
      '',
      '12',
      '05',
      '2017',
    ])
    expect(cells(fill(formFile(named)).parts['word/document.xml']!)).toEqual([
      'Date of birth',
      '12',
      '05',
      '17',
    ])
  })

  test.each([
    ['__/__/____', '12/05/2017'],
    ['__ / __ / 20__', '12 / 05 / 2017'],
    ['_ _ / _ _ / _ _ _ _', '12/ 05/ 2017'],
    ['__/__/__', '12/05/17'],
    ['DD/MM/YYYY', '12/05/2017'],
  ])('writes a day as the line is drawn: %s', (drawn, said) => {
    const [line] = lines(
      fill(formFile(paragraph(run(`Date of birth: ${drawn}`)))).parts['word/document.xml']!,
    )
    expect(line!.replace(/ /g, '')).toBe(`Date of birth: ${said}`.replace(/ /g, ''))
  })

  test('leaves the three cells of a day empty where what is put there is no day, and tells', () => {
    const file = formFile(dayCells('Date of birth'))
    const id = readForm(file).form.fields[0]!.id
    const said = fill(file, fullFile(), { fields: { [id]: { fact: 'review.chair' } }, tables: {} })
    expect(partsOf(said.bytes)['word/document.xml']).toBe(partsOf(file)['word/document.xml'])
    expect(said.noChoice).toMatchObject([{ said: 'Mrs Patel, SENCO' }])
  })

  test('spreads an address over its lines, the rest in the last one', () => {
    const file = formFile(
      table(
        [3000, 6000],
        row(cell('Home address', 3000, { starts: true }), cell('', 6000)),
        row(cell('', 3000, { goesOn: true }), cell('', 6000)),
        row(cell('Postcode', 3000), cell('', 6000)),
      ),
    )
    const where = fullFile({ address: '1 Elm Row\nOld Quarter\nAshdown AB1 2CD' })
    expect(cells(fill(file, where).parts['word/document.xml']!)).toEqual([
      'Home address',
      '1 Elm Row',
      '',
      'Old Quarter\nAshdown',
      'Postcode',
      'AB1 2CD',
    ])
  })

  test('fills several gaps that Word keeps in one run', () => {
    const file = formFile(paragraph(run('UPN: __________  Home language: __________')))
    expect(lines(fill(file).parts['word/document.xml']!)).toEqual(['UPN: N999200000001  Home language: Urdu'])
  })
})

describe('answers in words', () => {
  const asked = (options: string) =>
    formFile(table([5000, 4000], row(cell('Is the placement still suitable?', 5000), cell(options, 4000))))

  test('strikes out what doesn’t hold and keeps every word', () => {
    const { parts } = fill(asked('Yes / No'))
    expect(struckOut(parts['word/document.xml']!)).toEqual(['No'])
    expect(cells(parts['word/document.xml']!)[1]).toBe('Yes / No')
  })

  test('strikes out nothing where nobody said, and all but one of three', () => {
    const none = fill(asked('Yes / No'), fullFile({}, { placementSuitable: null }))
    expect(struckOut(none.parts['word/document.xml']!)).toEqual([])
    const plan = formFile(
      paragraph(run('The school recommends that the plan is maintained / amended / ceased*')),
      paragraph('* delete as appropriate'),
    )
    expect(struckOut(fill(plan).parts['word/document.xml']!)).toEqual(['maintained', 'ceased'])
  })

  test('takes other words with a stroke for what they are: a label', () => {
    const file = formFile(
      table([5000, 4000], row(cell('Parent / carer', 5000), cell('', 4000))),
      paragraph('Reports / advice from health and / or social care are attached.'),
      table([5000, 4000], row(cell('Looked after child? Y/N', 5000), cell('', 4000))),
    )
    const { form } = readForm(file)
    expect(form.fields.map(({ label, takes }) => [label, takes])).toEqual([
      ['Parent / carer', 'text'],
      ['Looked after child? Y/N', 'text'],
    ])
  })
})

describe('rows that a form names beforehand', () => {
  const heads = ['', 'Name', 'Report requested', 'Report received', 'Signature']
  const grid = (...who: readonly string[]) =>
    formFile(
      heading('People and reports'),
      table(
        [3000, 1600, 1600, 1600, 1600],
        row(...heads.map((head, at) => cell(head, at ? 1600 : 3000, { bold: true }))),
        ...who.map((each) => row(cell(each, 3000), ...heads.slice(1).map(() => cell('', 1600)))),
      ),
    )

  test('take what is known of whoever has that part, and nothing of anybody else', () => {
    const file = grid('Speech and language therapist', 'Educational psychologist', 'School caretaker')
    expect(cells(fill(file).parts['word/document.xml']!).slice(5)).toEqual([
      ...['Speech and language therapist', 'Dr Lee', '', '20 Feb 2026', ''],
      ...['Educational psychologist', '', '', '', ''],
      ...['School caretaker', '', '', '', ''],
    ])
  })

  test('give each outcome its own block', () => {
    const block = (nth: number) =>
      table(
        [3000, 6000],
        row(cell(`Outcome ${nth}`, 9000, { span: 2, shade: 'DDDDDD' })),
        row(cell('Outcome', 3000), cell('', 6000)),
        row(cell('Progress rating', 3000), cell('', 6000)),
      )
    const said = cells(fill(formFile(block(1), empty, block(2), empty, block(3))).parts['word/document.xml']!)
    expect(said[2]).toMatch(/three parts in class/)
    expect(said[4]).toBe('Good progress')
    expect(said[7]).toMatch(/game with rules/)
    expect(said.slice(10)).toEqual(
      ['Outcome 3', 'Outcome', '', 'Progress rating', ''].slice(0, said.length - 10),
    )
  })
})

test('outcomes and people for whom the form has no row are told as having no place', () => {
  const form = readForm(
    formFile(
      heading('Outcome 1'),
      table([3000, 6000], row(cell('Outcome', 3000), cell('', 6000))),
      heading('People'),
      table(
        [3000, 3000, 3000],
        row(cell('', 3000), cell('Name', 3000), cell('Report received', 3000)),
        row(cell('Speech and language therapist', 3000), cell('', 3000), cell('', 3000)),
      ),
    ),
  ).form
  const labels = noPlaceFor(propose(form), fullFile(), today).map(({ label }) => label)
  expect(labels).toContain('Outcomes from number 2 on (1)')
  expect(labels).toContain('People for whom the form names no row (3)')
})

describe.each([
  ['Quillmere', quillmere],
  ['Brackenshaw', brackenshaw],
])('%s', (_, make) => {
  const bytes = make()
  const before = partsOf(bytes)
  const { parts, form } = fill(bytes)

  test('is filled and keeps its layout and its every word, in each part of the package', () => {
    let changed = 0
    for (const name of Object.keys(form.texts)) {
      if (before[name] !== parts[name]) changed++
      expect(bones(parts[name]!)).toEqual(bones(before[name]!))
      // A day in figures takes the place of DD/MM/YYYY, which only says how to write it.
      expect(
        isWithin(
          wordsOf(before[name]!)
            .replaceAll('DD/MM/YYYY', '//')
            .replace(/Clickortapheretoentertext|Chooseanitem/g, ''),
          wordsOf(parts[name]!),
        ),
      ).toBe(true)
    }
    expect(changed).toBe(2)
  })

  test('stays as it was to the letter where nothing is mapped', () => {
    const nothing = filledFile(form, { fields: {}, tables: {} }, fullFile(), today)
    const after = partsOf(nothing.bytes)
    for (const name of Object.keys(before)) expect(after[name] === before[name], name).toBe(true)
  })
})
