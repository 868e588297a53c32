import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { Need } from '../../src/domain/records/need.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { fieldsOf, type Stored } from '../../src/domain/record.ts'
import { type Field, show } from '../../src/domain/fields.ts'
import { checkRows, matchHeadings, planCsv, readFile, targets } from '../../src/importing/index.ts'
import { generateSchool } from '../../src/emulator/seed/generateSchool.ts'
import { clean } from '../../src/importing/values.ts'
import { nobody, planOf, storedPupil, tableOf, today } from './given.ts'

const school = generateSchool('primary', 3, today)

/** As Windows-1252 writes it, or null where a letter has no place in it. */
const inWindows = (text: string): Uint8Array | null => {
  const table = new Map<string, number>()
  const special = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
  for (let i = 0; i < 256; i++)
    table.set(i >= 0x80 && i < 0xa0 ? special[i - 0x80]! : String.fromCharCode(i), i)
  const bytes = [...text].map((letter) => table.get(letter))
  return bytes.every((byte) => byte !== undefined) ? Uint8Array.from(bytes as number[]) : null
}
const utf16 = (text: string, little: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), little)
  return new Uint8Array(view.buffer)
}
const encodings: Record<string, (text: string) => Uint8Array> = {
  'utf-8': (text) => new TextEncoder().encode(text),
  'utf-8 with mark': (text) => new TextEncoder().encode(`\uFEFF${text}`),
  'utf-16le': (text) => utf16(text, true),
  'utf-16le with mark': (text) => utf16(`\uFEFF${text}`, true),
  'utf-16be with mark': (text) => utf16(`\uFEFF${text}`, false),
  'windows-1252': (text) => inWindows(text) ?? new TextEncoder().encode(text),
}
const dates: Record<string, (day: string) => string> = {
  british: (day) => day.split('-').reverse().join('/'),
  iso: (day) => day,
  serial: (day) => String(Math.round((Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000)),
  words: (day) => show({ kind: 'date', label: '', since: 1 } as Field, day),
}

it('any pupil written to a CSV of any encoding, separator and way of writing dates comes back the same', () => {
  const fields = fieldsOf(Pupil)
  const headings = [...fields.map(([, { label }]) => label), 'Need 1', 'Need 2']
  fc.assert(
    fc.property(
      fc.constantFrom(...school.Pupil),
      fc.constantFrom(...Object.keys(encodings)),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom(...Object.keys(dates)),
      fc.boolean(),
      ({ key, record }, encoding, delimiter, newline, date, codes) => {
        const write = (field: string, definition: Field) => {
          const value = (record as Record<string, unknown>)[field]
          if (value === null) return ''
          if (definition.kind === 'date') return dates[date]!(value as string)
          return definition.kind === 'choice' && codes ? String(value) : show(definition, value)
        }
        const needs = school.Need.filter((need) => need.record.pupil === key).map(({ record: need }) => need)
        const needCells = [1, 2]
          .map((rank) => needs.find((need) => need.rank === rank))
          .map((need) => (need ? (codes ? need.type : show(Need.fields.type, need.type)) : ''))
        const cells = [...fields.map(([field, definition]) => write(field, definition)), ...needCells]
        const text = Papa.unparse([headings, cells], { delimiter, newline })
        const [row] = planOf(encodings[encoding]!(text + newline)).rows
        expect(row?.outcome).toBe('new')
        if (row?.outcome !== 'new') return
        expect(row.pupil.record).toEqual({ ...record, address: record.address })
        expect(row.needs.map(({ record: need }) => need.type)).toEqual(
          needs.filter(({ rank }) => rank! <= 2).map(({ type }) => type),
        )
      },
    ),
    { numRuns: 150 },
  )
})

const risky = fc.oneof(
  fc.constantFrom(
    '=HYPERLINK("http://example.com")',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    "=cmd|' /C calc'!A0",
    '<script>',
    ']]>',
    '\u202eevil',
    '%0A',
    '"quoted"',
    'a,b;c',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
)

it('text that looks like a formula or markup stays that text, and the report can’t run it', () => {
  fc.assert(
    fc.property(risky, risky, (surname, wrongDate) => {
      const text = Papa.unparse([
        ['Surname', 'Forename', 'DOB', 'Class'],
        [surname, 'Ann', '9/1/2018', 'Oak'],
        ['Haigh', 'Ann', wrongDate, 'Oak'],
      ])
      const table = tableOf(text)
      const plan = checkRows(table, matchHeadings(table.headings), nobody, today)
      const [first] = plan.rows
      // A name of blanks is refused; any other stands as it was typed, on one line.
      const typed = clean(surname).replace(/\s*[\r\n]+\s*/g, ' ')
      const stored = first?.outcome === 'new' ? first.pupil.record.surname : typed
      expect(stored).toBe(typed)
      const report = Papa.parse<string[]>(
        planCsv(plan.rows)
          .replace(/^\uFEFF/, '')
          .trimEnd(),
      ).data
      for (const cells of report) for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@]/)
    }),
    { numRuns: 150 },
  )
})

it('no bytes at all make it throw: they are a table whose every row is counted once, or refused in a sentence', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const file = readFile(bytes)
      const plan = file.kind === 'table' ? checkRows(file, matchHeadings(file.headings), nobody, today) : null
      const counted = plan ? Object.values(plan.counts).reduce((a, b) => a + b, 0) : 0
      expect(counted).toBe(plan?.rows.length ?? 0)
      expect(file.kind === 'refused' ? file.why : 'A table.').toMatch(/[.)]$/)
    }),
    { numRuns: 300 },
  )
})

it('what an import stored is unchanged when the same file comes again', () => {
  const rows = school.Pupil.slice(0, 60)
  const fields = fieldsOf(Pupil)
  const text = Papa.unparse([
    fields.map(([, { label }]) => label),
    ...rows.map(({ record }) =>
      fields.map(([field, definition]) => show(definition, (record as Record<string, unknown>)[field])),
    ),
  ])
  const stored = planOf(text).rows.flatMap((row): Stored<Pupil>[] =>
    row.outcome === 'new' ? [{ ...storedPupil({}), ...row.pupil.record, key: row.pupil.key }] : [],
  )
  expect(stored).toHaveLength(60)
  expect(planOf(text, { pupils: stored, needs: [], contacts: [] }).counts).toEqual({
    new: 0,
    changed: 0,
    unchanged: 60,
    refused: 0,
  })
})

it('every field of a pupil can be a column', () => {
  for (const [field, { label }] of fieldsOf(Pupil)) {
    expect(targets.some(({ target }) => target === field)).toBe(true)
    expect(matchHeadings([label.toUpperCase()])).toEqual([field])
  }
})
