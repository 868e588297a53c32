import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readFile } from '../../src/importing/index.ts'
import { bytesOf, tableOf } from './given.ts'

const text = 'UPN,Legal Surname,Legal Forename,DOB\n,Gołąb,Zoë,09/01/2018\n'
const utf16 = (from: string, littleEndian: boolean, mark: boolean) => {
  const letters = (mark ? '\uFEFF' : '') + from
  const view = new DataView(new ArrayBuffer(letters.length * 2))
  for (let i = 0; i < letters.length; i++) view.setUint16(i * 2, letters.charCodeAt(i), littleEndian)
  return new Uint8Array(view.buffer)
}

describe('reads a list however it was saved', () => {
  it.each([
    ['UTF-8', bytesOf(text)],
    ['UTF-8 with its mark', bytesOf(`\uFEFF${text}`)],
    ['UTF-16, little end first, with its mark', utf16(text, true, true)],
    ['UTF-16, little end first', utf16(text, true, false)],
    ['UTF-16, big end first, with its mark', utf16(text, false, true)],
    ['UTF-16, big end first', utf16(text, false, false)],
  ])('%s', (_, bytes) => {
    const table = tableOf(bytes)
    expect(table.headings[0]).toBe('UPN')
    expect(table.rows).toEqual([{ row: 2, cells: ['', 'Gołąb', 'Zoë', '09/01/2018'] }])
  })

  it('Windows-1252, as older Excel saves CSV', () => {
    const bytes = Uint8Array.from(
      [...'Surname,Forename,DOB\nO\u0092Dowd,Zo\u00eb,9/1/2018\n'].map((c) => c.charCodeAt(0)),
    )
    const table = tableOf(bytes)
    expect(table.rows[0]!.cells).toEqual(['O’Dowd', 'Zoë', '9/1/2018'])
    expect(table.readAs).toContain('Windows-1252')
  })

  it.each([';', '\t', ','])(
    'divided by %j, with line breaks and the divider inside quotation marks',
    (separator) => {
      const row = [
        '"Haigh"',
        `"Ann${separator}Marie"`,
        '09/01/2018',
        '"1 Beck Side\r\n""The Croft""\r\nZZ9 1AB"',
      ]
      const table = tableOf(
        ['Surname', 'Forename', 'DOB', 'Address'].join(separator) +
          `\r\n${row.join(separator)}\r\n` +
          `Clegg${separator}Jo${separator}1/2/2017${separator}\r\n`,
      )
      expect(table.rows.map(({ cells }) => cells)).toEqual([
        ['Haigh', `Ann${separator}Marie`, '09/01/2018', '1 Beck Side\r\n"The Croft"\r\nZZ9 1AB'],
        ['Clegg', 'Jo', '1/2/2017', ''],
      ])
      expect(table.rows.map(({ row: number }) => number)).toEqual([2, 3])
    },
  )

  it('finds the headings under a title, past blank lines, and counts rows as Excel does', () => {
    const table = tableOf('sep=;\nPupil list;;\n;;\nSurname;Forename;DOB\n;;\nHaigh;Ann;9/1/2018\n')
    expect(table.headings).toEqual(['Surname', 'Forename', 'DOB'])
    expect(table.rows).toEqual([{ row: 6, cells: ['Haigh', 'Ann', '9/1/2018'] }])
  })
})

describe('refuses a file of another kind in a sentence that says what to do', () => {
  const workbook = zipSync({
    '[Content_Types].xml': bytesOf('<Types/>'),
    'xl/workbook.xml': bytesOf('<workbook/>'),
  })
  it.each([
    ['a workbook without a sheet', workbook, /no sheet with cells/],
    ['a Word document', zipSync({ 'word/document.xml': bytesOf('<x/>') }), /Word document/],
    ['a zip', zipSync({ 'export.csv': bytesOf('a,b') }), /compressed folder.*Unpack/],
    [
      'an older workbook',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      /older Excel workbook.*password.*Excel workbook \(\.xlsx\)/,
    ],
    ['a PDF', bytesOf('%PDF-1.7\n'), /PDF/],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), /picture/],
    ['a web page', bytesOf('<html><table><tr><td>Surname</td></tr></table></html>'), /web page/],
    ['a programme', Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4]), /not a text file/],
    ['an empty file', new Uint8Array(), /file is empty/],
    ['a file of blanks', bytesOf('\n \r\n\t\n'), /file is empty/],
    ['headings alone', bytesOf('Surname,Forename,DOB\n\n'), /no pupil under it/],
    ['a letter', bytesOf('Dear parents\nthe fair is on Friday\n'), /does not look like a table/],
    [
      'a quotation mark that is never closed',
      bytesOf('Surname,Forename,DOB\nHaigh,"Ann,9/1/2018\nClegg,Jo,1/2/2017\n'),
      /Row 2 opens a quotation mark/,
    ],
  ])('%s', (_, bytes, expected) => {
    const file = readFile(bytes)
    expect(file).toEqual({ kind: 'refused', why: expect.stringMatching(expected) })
  })
})

it('takes a list whose first heading is PK for a list, and an empty zip for a zip', () => {
  expect(readFile(bytesOf('PK,Surname,Forename,DOB\n1,Haigh,Ann,9/1/2018\n')).kind).toBe('table')
  expect(readFile(new Uint8Array([0x50, 0x4b, 5, 6, ...Array(18).fill(0)]))).toMatchObject({
    why: expect.stringContaining('.zip'),
  })
})
