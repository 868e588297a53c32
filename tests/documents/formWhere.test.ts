import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleForms } from '../../src/documents/form/examples/examples.ts'
import { formFile, paragraph, row, cell, table } from '../../src/documents/form/examples/build.ts'
import { filledFile, readForm } from '../../src/documents/form/formFile.ts'
import { type Line, linesOf } from '../../src/documents/form/lines.ts'
import { keptOf, mappingText, packFile, placedIn, readPack } from '../../src/documents/form/pack.ts'
import { propose } from '../../src/documents/form/propose.ts'
import { roomAt, withAdded, withPlace } from '../../src/documents/form/rooms.ts'
import { treeOf } from '../../src/documents/form/tree.ts'
import { lineAt, mapOf, placeAt, rootOf, shownOf, wordsIndexOf } from '../../src/documents/form/where.ts'
import { blank } from '../../src/domain/record.ts'
import { AuthorityPack } from '../../src/domain/records/authorityPack.ts'
import { recognised } from '../../src/ui/form/recognised.ts'
import { eastmarch } from './forms/eastmarch.ts'
import { fenwick } from './forms/fenwick.ts'
import { loxley } from './forms/loxley.ts'
import { fullFile } from './madeUpReview.ts'

const forms = [...exampleForms.map(({ file }) => file), eastmarch, loxley, fenwick].map((make) => {
  const file = readForm(make())
  return { file, map: mapOf(file.form, rootOf(file.form)!) }
})

/** Texts of paragraphs as a Word might give them that counts the end of each row as one more. */
const withRowEnds = (lines: readonly Line[]): string[] =>
  lines.flatMap(({ text, cell: own }, at) => {
    const next = lines[at + 1]?.cell
    const ends = own && (next?.table !== own.table || next.row !== own.row)
    return ends ? [text, ''] : [text]
  })

test('a line is found however a Word counts paragraphs, and whether it tells the cell, the text before, or both', () => {
  const any = fc.record({
    form: fc.nat(forms.length - 1),
    nth: fc.nat(10_000),
    // Among empty cells the ends of rows can only be told apart by the cell.
    tells: fc.constantFrom('both', 'text', 'cell and row ends'),
    signs: fc.constantFrom('\uF06F', '(', ''),
  })
  fc.assert(
    fc.property(any, ({ form, nth, tells, signs }) => {
      const { map } = forms[form]!
      const at = nth % map.lines.length
      const rowEnds = tells === 'cell and row ends'
      const line = map.lines[at]!
      const shown = (text: string) => text.replaceAll('\uF06F', signs)
      const before = map.lines.slice(0, at + 1)
      const texts = rowEnds ? withRowEnds(before) : before.map(({ text }) => text)
      // What stands behind the clicked paragraph itself isn't before the cursor.
      if (rowEnds && texts.at(-1) === '' && line.text !== '') texts.pop()
      if (rowEnds && line.text === '' && line.cell) texts.pop()
      const found = lineAt(map, {
        text: shown(line.text),
        ahead: null,
        before: texts.map(shown),
        cell: tells !== 'text' ? line.cell && { row: line.cell.row, cell: line.cell.cell } : undefined,
      })
      // Which of several empty lines of one cell it is makes no difference.
      if (rowEnds && line.cell) expect(found?.cell?.element === line.cell.element).toBe(true)
      else expect(found?.index).toBe(at)
    }),
    { numRuns: 1000 },
  )
})

test('a line that reads like no other is found by its text alone, and one that was typed into isn’t taken for another', () => {
  const { map } = forms[0]!
  const alone = { ahead: null, before: null, cell: undefined }
  const line = lineAt(map, { ...alone, text: 'Chair of meeting\r' })
  expect(line?.text).toBe('Chair of meeting')
  expect(lineAt(map, { ...alone, text: 'Chair of meeting: Mrs Patel' })).toBeNull()
})

test('of several boxes in a line the one is meant that was clicked, or whose words were', () => {
  const { map } = forms[0]!
  const line = map.lines.find(({ text }) => text.includes('Amend the plan'))!
  const at = (ahead: string) => {
    const place = placeAt(map, line, { text: line.text, ahead, before: null, cell: undefined })
    return place?.is === 'field' ? place.field.option : null
  }
  expect(
    ['', '☐ Maintain', '☐ Maintain the plan   ☐', '☐ Maintain the plan   ☐ Amend the pl'].map(at),
  ).toEqual(['Maintain the plan', 'Maintain the plan', 'Amend the plan', 'Amend the plan'])
  // Word on another machine has other blanks between them.
  const other = { text: line.text.replaceAll(' ', '  '), before: null, cell: undefined }
  const meant = placeAt(map, line, { ...other, ahead: '☐  Maintain  the  plan      ☐  Amend' })
  expect(meant?.is === 'field' && meant.field.option).toBe('Amend the plan')
})

test('a picked place is looked for where this Word has it, and not at all where it is gone', () => {
  const { map, file } = forms[0]!
  const upn = file.form.fields.find(({ label }) => label === 'UPN')!
  const shown = shownOf(map, upn.id)!
  const own = withRowEnds(map.lines)
  const index = wordsIndexOf(own, shown)
  expect(own.slice(index - 1, index + 1)).toEqual(['UPN', ''])
  expect(wordsIndexOf(['Something else'], shown)).toBe(-1)
})

const small = () =>
  formFile(
    paragraph('Report', { style: 'Title' }),
    paragraph('Please return within 14 days.'),
    table(
      [3000, 6000],
      row(cell('UPN', 3000), cell('', 6000)),
      row(cell('For the panel', 3000, { bold: true }), cell('Nothing here', 6000)),
    ),
    paragraph('Please return within 14 days.'),
  )

test('a place that somebody pointed at is kept, found again in the form, filled, and passed to another school', () => {
  const { form } = readForm(small())
  const root = rootOf(form)!
  const lines = linesOf(root)
  const last = lines.findLast(({ text }) => text.startsWith('Please'))!
  const added = roomAt(lines, last)
  expect(added).toMatchObject({ label: 'Please return within 14 days.', added: 2 })
  const mapping = propose(form)
  const kept = keptOf(withPlace(form, added), {
    mapping: { ...mapping, fields: { ...mapping.fields, [added.id]: { fact: 'pupil.className' } } },
    limits: {},
  })
  const pack = blank(AuthorityPack, { authority: 'A', form: 'B', mapping: mappingText(kept) })
  const read = readPack(packFile(pack))
  expect('pack' in read && read.pack.mapping).toBe(pack.mapping)

  const again = readForm(small())
  const whole = withAdded(again.form, rootOf(again.form), kept)
  const placed = placedIn(whole, kept)
  expect(placed).toMatchObject({ fresh: [], gone: [] })
  const filled = filledFile({ ...again, form: whole }, placed.mapping, fullFile(), '2026-03-20')
  const texts = linesOf(treeOf(filled.xml)).map(({ text }) => text)
  expect(texts.filter((text) => text.startsWith('Please'))).toEqual([
    'Please return within 14 days.',
    'Please return within 14 days. Oak',
  ])
  // Where the form's next version has the line no more, it is told as gone.
  const other = readForm(formFile(table([3000, 6000], row(cell('UPN', 3000), cell('', 6000)))))
  expect(placedIn(withAdded(other.form, rootOf(other.form), kept), kept).gone).toContain(
    'Please return within 14 days.',
  )
})

test('the pack that knows a form is recognised, in a newer version too, and no other', () => {
  const packs = forms.map(({ file: { form } }, at) => ({
    ...blank(AuthorityPack, {
      authority: `Authority ${at}`,
      form: 'Report',
      mapping: mappingText(keptOf(form, { mapping: propose(form), limits: {} })),
    }),
    key: String(at),
    etag: '1',
  })) as unknown as Parameters<typeof recognised>[1]
  for (const [at, { file }] of forms.entries()) {
    expect(recognised(file, packs)?.authority).toBe(`Authority ${at}`)
    const others = packs.filter((_, each) => each !== at)
    expect(recognised(file, others)).toBeNull()
    const newer = { ...file, form: { ...file.form, fields: file.form.fields.slice(3) } }
    expect(recognised(newer, packs)?.authority).toBe(`Authority ${at}`)
  }
  expect(recognised(readForm(small()), packs)).toBeNull()
})
