import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { provisionMap } from '../../src/documents/provisionMap.ts'
import { xlsxBytes } from '../../src/documents/xlsx/xlsx.ts'
import { workedExample } from '../documents/madeUpSchool.ts'
import { readFile, readPasted } from '../../src/importing/index.ts'
import { readXlsx } from '../../src/importing/readXlsx.ts'
import { dayOfSerial } from '../../src/importing/xlsx/serial.ts'
import { madeUpXlsx, textSheet } from './madeUpXlsx.ts'

const sheetsOf = (bytes: Uint8Array) => {
  const book = readXlsx(bytes)
  if (book.kind === 'refused') throw new Error(book.why)
  return book.sheets
}
const cellsOf = (bytes: Uint8Array) => sheetsOf(bytes)[0]!.rows.map(({ cells }) => cells)
const why = (bytes: Uint8Array) => {
  const book = readXlsx(bytes)
  return book.kind === 'refused' ? book.why : 'read'
}

const styles = `<numFmts><numFmt numFmtId="164" formatCode="000000"/><numFmt numFmtId="165" formatCode="[$-809]dd\\ mmmm\\ yyyy;@"/>
  <numFmt numFmtId="166" formatCode="0.0%"/><numFmt numFmtId="167" formatCode="&quot;days: &quot;0"/><numFmt numFmtId="168" formatCode="[Red]0.00"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/><xf numFmtId="22"/><xf numFmtId="9"/></cellXfs>`
const row = (cells: string) => `<sheetData><row r="1">${cells}</row></sheetData>`
const oneRow = (cells: string, rest: Parameters<typeof madeUpXlsx>[1] = {}) =>
  cellsOf(madeUpXlsx([{ name: 'A', xml: row(cells) }], { styles, ...rest }))[0]

describe('reads each cell as the person sees it', () => {
  it('numbers, dates, percentages and leading noughts by their format, not by what is stored', () => {
    expect(
      oneRow(
        '<c r="A1"><v>0.30000000000000004</v></c><c r="B1" s="1"><v>43109</v></c><c r="C1" s="2"><v>1234</v></c><c r="D1" s="3"><v>43109</v></c><c r="E1" s="4"><v>0.934</v></c><c r="F1" s="5"><v>4</v></c><c r="G1" s="6"><v>12.5</v></c><c r="H1" s="7"><v>43109.604166666664</v></c><c r="I1" s="8"><v>0.29</v></c><c r="J1"><v>1.2E+15</v></c>',
      ),
    ).toEqual([
      '0.3',
      '2018-01-09',
      '001234',
      '2018-01-09',
      '93.4%',
      '4',
      '12.5',
      '2018-01-09 14:30',
      '29%',
      '1200000000000000',
    ])
  })

  it('texts that are shared, in several looks, inline, escaped, reckoned or pronounced', () => {
    const shared =
      '<si><t xml:space="preserve"> Zoë </t></si><si><r><rPr><b/></rPr><t>O’</t></r><r><t>Dowd</t></r><rPh sb="0" eb="1"><t>aside</t></rPh></si><si><t>one_x000D_two _x005F_x000D_</t></si>'
    expect(
      oneRow(
        '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><r><t>Ann</t></r><r><t>-Marie</t></r></is></c><c r="E1" t="str"><f>A1&amp;B1</f><v>both</v></c><c r="F1" t="b"><v>1</v></c><c r="G1" t="e"><v>#N/A</v></c><c r="H1" t="d"><v>2018-01-09T00:00:00</v></c>',
        { shared },
      ),
    ).toEqual([' Zoë ', 'O’Dowd', 'one\rtwo _x000D_', 'Ann-Marie', 'both', 'TRUE', '#N/A', '2018-01-09'])
  })

  it('cells where they stand, also where their places are left out, and merged ones in every row', () => {
    const xml = `<sheetData><row r="3"><c r="B3" t="inlineStr"><is><t>4B</t></is></c><c r="C3"><v>1</v></c></row><row><c><v>7</v></c><c/><c><v>9</v></c></row><row r="9"><c r="C9"><v>2</v></c></row><row r="12"/></sheetData><mergeCells><mergeCell ref="B3:B1048576"/></mergeCells>`
    expect(sheetsOf(madeUpXlsx([{ name: 'A', xml }]))[0]!.rows).toEqual([
      { row: 3, cells: ['', '4B', '1'] },
      { row: 4, cells: ['7', '4B', '9'] },
      { row: 9, cells: ['', '4B', '2'] },
    ])
  })

  it('dates of the 1904 system four years and a day later', () => {
    expect(oneRow('<c r="A1" s="1"><v>41647</v></c>', { book: '<workbookPr date1904="1"/>' })).toEqual([
      '2018-01-09',
    ])
  })

  it('says what is hidden by a filter and which formulas have no result, and loses no row', () => {
    const xml =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c><c r="B3"><f>1+1</f></c></row></sheetData>'
    const [sheet] = sheetsOf(madeUpXlsx([{ name: 'A', xml }]))
    expect(sheet!.rows.map(({ cells }) => cells)).toEqual([['1'], ['2'], ['3']])
    expect(sheet!.notes.join('. ')).toMatch(
      /1 row is hidden in Excel.*1 cell holds a formula without a result/,
    )
  })
})

test('the serial days of both systems around the day that never was', () => {
  expect([1, 59, 60, 61, 43109].map((n) => dayOfSerial(n, false))).toEqual([
    '1900-01-01', '1900-02-28', null, '1900-03-01', '2018-01-09',
  ]) // prettier-ignore
  expect([0, 1].map((n) => dayOfSerial(n, true))).toEqual(['1904-01-01', '1904-01-02'])
  expect(dayOfSerial(0.5, false)).toBe('12:00')
})

test('whatever texts a sheet holds come out as they went in', () => {
  const text = fc
    .string({ minLength: 1, maxLength: 30 })
    .filter((t) => /\S/.test(t) && !/_x[0-9A-Fa-f]{4}_/.test(t))
  fc.assert(
    fc.property(
      fc.array(fc.array(text, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 20 }),
      (rows) => {
        expect(cellsOf(madeUpXlsx([{ name: 'A', xml: textSheet(rows) }]))).toEqual(rows)
      },
    ),
    { numRuns: 60 },
  )
})

test('a workbook saved by LibreOffice, with real dates, percentages and a formula', () => {
  const [headings, ...rows] = cellsOf(readFileSync(new URL('fixtures/byLibreOffice.xlsx', import.meta.url)))
  expect(headings).toEqual(['UPN', 'Legal Surname', 'Legal Forename', 'DOB', 'Reg', 'Adno', 'Attendance'])
  expect(rows).toEqual([
    ['', 'Gołąb', 'Zoë', '2018-01-09', '4B', '001234', '93.4%'],
    ['', 'O’Dowd', 'Ann, Marie', '2017-02-01', '5A', '22', '100%'],
  ])
})

test('a provision map of ours, formulas by their last result', async () => {
  const [sheet] = sheetsOf(await xlsxBytes(provisionMap(workedExample()), new Date('2026-11-22T09:00:00Z')))
  expect(sheet!.rows.length).toBeGreaterThan(8)
  expect(sheet!.notes).toEqual([])
})

describe('as a list of pupils', () => {
  const pupils = [
    ['UPN', 'Legal Surname', 'Legal Forename', 'DOB'],
    ['', 'Gołąb', 'Zoë', '2018-01-09'],
  ]
  const book = madeUpXlsx([
    { name: 'About', xml: textSheet([['Made by the office'], ['Not a list']]) },
    { name: 'Pupils', xml: textSheet([['Our pupils'], ...pupils]) },
    { name: 'Lookups', xml: textSheet(pupils), state: 'veryHidden' },
    { name: 'Last year', xml: textSheet([pupils[0]!, ['', 'Haigh', 'Ann', '2017-02-01']]) },
  ])

  it('takes the sheet whose headings it knows, below its title, and another when asked', () => {
    const table = readFile(book)
    expect(table).toMatchObject({
      kind: 'table',
      from: 'xlsx',
      headings: pupils[0],
      rows: [{ row: 3, cells: pupils[1] }],
      sheets: { names: ['About', 'Pupils', 'Last year'], chosen: 'Pupils' },
    })
    expect(readFile(book, { sheet: 'Last year' })).toMatchObject({
      rows: [{ cells: ['', 'Haigh', 'Ann', '2017-02-01'] }],
    })
  })

  it('keeps a note beside the list from refusing its row', () => {
    const table = readFile(
      madeUpXlsx([{ name: 'A', xml: textSheet([pupils[0]!, [...pupils[1]!, 'ask mum']]) }]),
    )
    expect(table).toMatchObject({ headings: [...pupils[0]!, ''] })
  })

  it('takes cells pasted from Excel, with line breaks inside them', () => {
    expect(readPasted('Surname\tForename\tDOB\r\nHaigh\t"Ann\nMarie"\t09/01/2018\r\n')).toMatchObject({
      headings: ['Surname', 'Forename', 'DOB'],
      rows: [{ row: 2, cells: ['Haigh', 'Ann\nMarie', '09/01/2018'] }],
    })
    expect(readPasted(' ')).toMatchObject({
      kind: 'refused',
      why: expect.stringMatching(/^Nothing is pasted/),
    })
  })
})

describe('refuses in a sentence what is no list', () => {
  const sheet = (xml: string) => madeUpXlsx([{ name: 'A', xml }])
  it.each([
    [
      'a part that unpacks to 300 MB',
      zipSync({ 'xl/workbook.xml': new Uint8Array(300_000_000) }),
      /far more/,
    ],
    ['XML that breaks off', sheet('<sheetData><row>'), /damaged/],
    [
      'a document type',
      sheet('').length > 0
        ? zipSync({ 'xl/workbook.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><workbook>&a;</workbook>') })
        : sheet(''),
      /document type/,
    ],
    ['XML nested a thousand deep', sheet('<a>'.repeat(1000) + '</a>'.repeat(1000)), /nested/],
    [
      'a cell of a million letters',
      sheet(row(`<c t="str"><v>${'x'.repeat(1_000_000)}</v></c>`)),
      /far more text/,
    ],
    ['a cell in column XFD', sheet(row('<c r="XFD1"><v>1</v></c>')), /far more cells/],
    [
      'a binary workbook',
      zipSync({
        '_rels/.rels': strToU8(
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        ),
        'xl/workbook.bin': strToU8('x'),
      }),
      /xlsb/,
    ],
    [
      'merged cells without end',
      sheet(
        `<sheetData>${Array.from({ length: 3000 }, (_, at) => `<row r="${at + 1}"><c><v>1</v></c></row>`).join('')}</sheetData><mergeCells>${'<mergeCell ref="A1:A1048576"/>'.repeat(1000)}</mergeCells>`,
      ),
      /merged/,
    ],
  ])('%s', (_, bytes, expected) => expect(why(bytes)).toMatch(expected))

  it('and any bytes at all without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(2000), (noise, at) => {
        const bytes = Uint8Array.from(sheet(row('<c><v>1</v></c>')))
        bytes.set(noise.subarray(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length - 1))
        readXlsx(bytes)
        readXlsx(noise)
      }),
      { numRuns: 200 },
    )
  })
})
