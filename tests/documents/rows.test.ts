import { strFromU8, unzipSync } from 'fflate'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '../../src/domain/record.ts'
import { Action } from '../../src/domain/records/action.ts'
import { Contributor } from '../../src/domain/records/contributor.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { SectionChange } from '../../src/domain/records/sectionChange.ts'
import { View } from '../../src/domain/records/view.ts'
import { docxOf } from '../../src/documents/docx.ts'
import { changesOf, readBack } from '../../src/documents/readBack.ts'
import { readControls } from '../../src/documents/readControls.ts'
import type { ReviewFile } from '../../src/documents/reviewFile.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { provenanceOf } from '../../src/documents/provenance.ts'
import { differencesOfRow } from '../../src/documents/rows/rowAnswers.ts'
import { rowsIn } from '../../src/documents/rows/rowsIn.ts'
import { rowsGone } from '../../src/documents/rows/goneRows.ts'
import { rowsMissing } from '../../src/documents/rows/missingRows.ts'
import { fullFile, keyNumbered, pupilKey, reviewKey, stored } from './madeUpReview.ts'

const today = '2026-03-10'
const xmlOf = (file: ReviewFile) =>
  strFromU8(unzipSync(docxOf(reviewMinutes(file, today)))['word/document.xml']!)
/** As a file reads whose own part knows what was inserted with it. */
const read = (file: ReviewFile, xml: string, inserted?: ReviewFile) =>
  rowsIn(
    file,
    { ...readControls(xml), xml, provenance: inserted ? provenanceOf(reviewMinutes(inserted, today)) : null },
    today,
  )
const files = fullFile()
const action = files.actions[0]!

/** The row of a table that holds a control of this tag. */
const rowWith = (xml: string, tag: string): string => {
  const at = xml.indexOf(`<w:tag w:val="${tag}"/>`)
  expect(at).toBeGreaterThan(0)
  const start = xml.lastIndexOf('<w:tr>', at)
  return xml.slice(start, xml.indexOf('</w:tr>', at) + '</w:tr>'.length)
}
const cellOf = (text: string) =>
  `<w:tc><w:tcPr><w:tcW w:w="1" w:type="dxa"/></w:tcPr>${text
    .split('\n')
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`)
    .join('')}</w:tc>`
const plainRow = (...cells: string[]) => `<w:tr>${cells.map(cellOf).join('')}</w:tr>`
const after = (xml: string, row: string, added: string) => {
  expect(xml.split(row)).toHaveLength(2)
  return xml.replace(row, () => row + added)
}
const actionTag = `ac.${action.key}.what`
const withActionRow = (...cells: string[]) => {
  const xml = xmlOf(files)
  return after(xml, rowWith(xml, actionTag), plainRow(...cells))
}
const said = (rows: ReturnType<typeof read>) =>
  rows.added.map(({ how, type, fields, beside }) => ({
    how,
    type: type.name,
    says: Object.fromEntries(fields.map(({ field, text }) => [field, text])),
    ...(beside.length > 0 ? { beside } : {}),
  }))

test('a document that nobody touched has no rows to ask about, none missing and none gone', () => {
  for (const file of [
    files,
    fullFile({ yearGroup: '9' }, { type: 'phaseTransfer' }),
    fullFile({}, { stage: 'closed', reportSent: '2026-03-20' }),
  ]) {
    const rows = read(file, xmlOf(file))
    expect(rows).toMatchObject({
      added: [],
      known: [],
      deleted: [],
      gone: [],
      missing: { rows: [], noTable: [] },
    })
    expect(rows.document.controls).toEqual(readControls(xmlOf(file)).controls)
  }
})

test('a row typed below ours without controls is read by its columns and becomes an action', () => {
  const rows = read(files, withActionRow('Ring the new school', 'Mrs Patel', '1/5/2026', ''))
  expect(said(rows)).toEqual([
    {
      how: 'typed',
      type: 'Action',
      says: { what: 'Ring the new school', owner: 'Mrs Patel', due: '1/5/2026' },
    },
  ])
  const [row] = rows.added
  const choice = row!.choices.find(({ id }) => id === row!.likely)!
  expect(choice.words).toBe('A new action')
  const [change] = changesOf(differencesOfRow(row!, choice))
  expect(change!.issue).toBeNull()
  expect(change!.place.key).toBe(row!.key)
  expect(change!.whole).toMatchObject({
    what: 'Ring the new school',
    owner: 'Mrs Patel',
    due: '2026-05-01',
    status: 'open',
    review: reviewKey,
    pupil: pupilKey,
  })
})

test('the same row read twice is the same row, and once stored it is known and not asked about again', () => {
  const xml = withActionRow('Ring the new school', 'Mrs Patel', '1/5/2026', '')
  const [row] = read(files, xml).added
  expect(read(files, xml).added[0]!.key).toBe(row!.key)
  const record = stored(
    Action,
    {
      pupil: pupilKey,
      review: reviewKey,
      what: 'Ring the new school',
      owner: 'Mrs Patel',
      due: '2026-05-01',
      status: 'open',
    },
    row!.key,
  )
  const after = { ...files, actions: [...files.actions, record] }
  const rows = read(after, xml)
  expect(rows.added).toEqual([])
  expect(rows.known.map(({ place }) => place.key)).toEqual([row!.key])
  expect(rows.missing.rows).toEqual([])
  expect(rows.deleted).toEqual([])
})

test('two rows of the same words are two rows', () => {
  const xml = xmlOf(files)
  const one = plainRow('Ring home', '', '', '')
  const rows = read(files, after(xml, rowWith(xml, actionTag), one + one))
  expect(rows.added).toHaveLength(2)
  expect(new Set(rows.added.map(({ key }) => key)).size).toBe(2)
})

test('a row typed in the words that another row once had is asked about, though that row’s record says else by now', () => {
  const typed = plainRow('Ring home', '', '', '')
  const key = read(files, withActionRow('Ring home', '', '', '')).added[0]!.key
  const made = { pupil: pupilKey, review: reviewKey, status: 'open' } as const
  const record = stored(Action, { ...made, what: 'Ring home and write' }, key)
  const file = { ...files, actions: [...files.actions, record] }
  const xml = xmlOf(file)
  const again = read(file, after(xml, rowWith(xml, `ac.${key}.what`), typed))
  expect(said(again)).toEqual([{ how: 'typed', type: 'Action', says: { what: 'Ring home' } }])
  expect(again.added[0]!.key).not.toBe(key)
})

test('an empty row, and one with our placeholders only, is nothing', () => {
  expect(read(files, withActionRow('', '', '', '')).added).toEqual([])
  expect(read(files, withActionRow('[What will be done]', '[Who]', '[By when]', '–')).added).toEqual([])
})

const retyped = (row: string, from: string, to: string) => {
  expect(row).toContain(`>${from}<`)
  return row.replace(`>${from}<`, `>${to}<`)
}

test('a copied row with other words is a row of its own, above or below its original', () => {
  const xml = xmlOf(files)
  const row = rowWith(xml, actionTag)
  const copy = retyped(row, action.what, 'Order the workbook')
  for (const both of [row + copy, copy + row]) {
    const doubled = xml.replace(row, () => both)
    const rows = read(files, doubled)
    expect(said(rows)).toEqual([
      {
        how: 'copied',
        type: 'Action',
        says: { what: 'Order the workbook', owner: 'Mrs Patel', due: '30 Jun 2026', status: 'To do' },
      },
    ])
    // The original's fields are compared as if the copy were not there.
    expect(readBack(files, readControls(doubled), today)).toMatchObject({ doubled: [{ label: 'Action' }] })
    expect(readBack(files, rows.document, today)).toMatchObject({ doubled: [], differences: [] })
  }
  expect(
    read(
      files,
      xml.replace(row, () => row + row),
    ).added,
  ).toEqual([])
})

test('Word’s own repeating section adds a row inside a control, which is found as well', () => {
  const xml = xmlOf(files)
  const row = rowWith(xml, actionTag)
  const item = (inside: string) =>
    `<w:sdt><w:sdtPr><w15:repeatingSectionItem xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`
  const repeated = `<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent>${item(row)}${item(retyped(row, action.what, 'Order the workbook'))}</w:sdtContent></w:sdt>`
  expect(
    said(
      read(
        files,
        xml.replace(row, () => repeated),
      ),
    ),
  ).toMatchObject([{ how: 'copied', says: { what: 'Order the workbook' } }])
})

test('a person typed in is likely to be the one of that name, or somebody new whose role is asked for', () => {
  const xml = xmlOf(files)
  const lee = files.contributors.find(({ name }) => name === 'Dr Lee')!
  const people = after(
    xml,
    rowWith(xml, `rc.${lee.key}.role`),
    plainRow('Dr Lee', 'Speech therapist', 'NHS', 'Apologies') +
      plainRow('Ola Fox', 'Class teacher', 'Family', ''),
  )
  const [known, fresh] = read(files, people).added
  expect(known!.likely).toBe(lee.key)
  const same = known!.choices.find(({ id }) => id === lee.key)!
  const differences = differencesOfRow(known!, same)
  expect(differences.map(({ field, change }) => [field, change])).toEqual([
    ['role', { complaint: 'Choose role' }],
    ['attended', { value: 'apologies' }],
  ])
  expect(fresh!.fields.map(({ field }) => field)).toEqual(['name', 'role'])
  const someone = fresh!.choices[0]!
  expect(someone).toMatchObject({ is: 'new', words: 'Someone new', asks: ['role'] })
  const [change] = changesOf(differencesOfRow(fresh!, someone, { role: 'teacher' }))
  expect(change).toMatchObject({
    issue: null,
    whole: { name: 'Ola Fox', role: 'teacher', review: reviewKey },
  })
})

test('a target and a change to a section ask what kind and which section', () => {
  const target = stored(Outcome, {
    pupil: pupilKey,
    kind: 'year',
    status: 'current',
    setAtReview: reviewKey,
    text: 'Reads a page to a friend',
  })
  const file = { ...files, outcomes: [...files.outcomes, target] }
  let xml = xmlOf(file)
  xml = after(
    xml,
    rowWith(xml, `ou.${target.key}.text`),
    plainRow('Packs her bag alone', 'Chart', '17 July 2026'),
  )
  const sections = [...xml.matchAll(/<w:tag w:val="(sx\.[^"]*\.proposed)"/g)].map(([, tag]) => tag!)
  xml = after(xml, rowWith(xml, sections[1]!), plainRow('Section B', 'Old words', 'New words', 'Report 2'))
  const [first, second] = read(file, xml).added
  const choice = (row: typeof first) => row!.choices.find(({ id }) => id === row!.likely)!
  const made = changesOf(differencesOfRow(first!, choice(first), { kind: 'term' }))
  expect(made).toMatchObject([
    {
      issue: null,
      whole: {
        text: 'Packs her bag alone',
        measure: 'Chart',
        by: '2026-07-17',
        kind: 'term',
        setAtReview: reviewKey,
      },
    },
  ])
  expect(changesOf(differencesOfRow(second!, choice(second)))).toMatchObject([
    {
      issue: null,
      whole: { section: 'B', current: 'Old words', proposed: 'New words', evidence: 'Report 2' },
    },
  ])
  expect(second!.choices[0]!.asks).toEqual(['section'])
})

test('a row pasted from another table keeps every word, in the fields that it has or beside them', () => {
  const rows = read(
    files,
    withActionRow('Dr Lee', 'Speech and language report', '20 Feb 2026', 'Online', 'More words'),
  )
  expect(said(rows)).toEqual([
    {
      how: 'typed',
      type: 'Action',
      says: { what: 'Dr Lee', owner: 'Speech and language report', due: '20 Feb 2026', status: 'Online' },
      beside: ['More words'],
    },
  ])
})

test('a row of a record that this review does not have is asked about, with what it says', () => {
  const old = stored(Action, {
    pupil: pupilKey,
    review: reviewKey,
    what: 'Old',
    owner: 'Ann',
    status: 'open',
  })
  const xml = xmlOf({ ...files, actions: [...files.actions, old] })
  const rows = read(files, xml)
  expect(said(rows)).toMatchObject([{ how: 'strange', type: 'Action', says: { what: 'Old', owner: 'Ann' } }])
  expect(rows.gone).toMatchObject([{ id: `ac.${old.key}`, typed: true }])
  expect(rowsGone(files, xml, today, () => true)).toMatchObject([{ typed: false }])
})

test('a row moved in its table is no change', () => {
  const xml = xmlOf(files)
  const row = rowWith(xml, actionTag)
  const header = xml.lastIndexOf('<w:tbl>', xml.indexOf(row))
  const last = xml.indexOf('</w:tbl>', header)
  const moved = (xml.slice(0, last) + row + xml.slice(last)).replace(row, '')
  expect(moved).toHaveLength(xml.length)
  expect(read(files, moved)).toMatchObject({ added: [], deleted: [], gone: [], missing: { rows: [] } })
})

const trackedRow = (row: string, kind: 'ins' | 'del') => {
  const mark = `<w:${kind} w:id="9" w:author="A" w:date="2026-03-10T10:00:00Z"/>`
  const runs = row.replace(/<w:r>.*?<\/w:r>/g, (run) =>
    kind === 'del'
      ? `<w:del w:id="8" w:author="A">${run.replace(/<w:t( [^>]*)?>/g, '<w:delText>').replaceAll('</w:t>', '</w:delText>')}</w:del>`
      : `<w:ins w:id="8" w:author="A">${run}</w:ins>`,
  )
  return runs.includes('<w:trPr>')
    ? runs.replace('</w:trPr>', `${mark}</w:trPr>`)
    : runs.replace('<w:tr>', `<w:tr><w:trPr>${mark}</w:trPr>`)
}

test('a row inserted under tracked changes counts, one deleted under tracked changes is gone', () => {
  const xml = xmlOf(files)
  const row = rowWith(xml, actionTag)
  const inserted = after(xml, row, trackedRow(plainRow('Ring home', 'Ann', '', ''), 'ins'))
  expect(said(read(files, inserted))).toMatchObject([{ says: { what: 'Ring home', owner: 'Ann' } }])
  expect(read(files, after(xml, row, trackedRow(plainRow('Ring home', 'Ann', '', ''), 'del'))).added).toEqual(
    [],
  )

  for (const without of [xml.replace(row, ''), xml.replace(row, () => trackedRow(row, 'del'))]) {
    const rows = read(files, without, files)
    expect(rows.deleted).toMatchObject([{ called: 'Action 1', stays: null }])
    expect(rows.deleted[0]!.says).toContainEqual({ label: 'Action', text: action.what })
    // Its fields are not offered one by one as emptied.
    expect(readBack(files, rows.document, today)).toMatchObject({ differences: [], doubled: [] })
    expect(rows.missing.rows).toMatchObject([{ called: 'Action 1' }])
  }
})

test('who is invited or has given advice, an action of an earlier review and an outcome stay in the record', () => {
  const xml = xmlOf(files)
  const without = (ids: readonly string[]) =>
    ids.reduce((now, id) => {
      let left = now
      for (;;) {
        const at = left.indexOf(`<w:tag w:val="${id}.`)
        if (at < 0) return left
        const start = left.lastIndexOf('<w:tr>', at)
        left = left.slice(0, start) + left.slice(left.indexOf('</w:tr>', at) + '</w:tr>'.length)
      }
    }, xml)
  const of = (name: string) => `rc.${files.contributors.find((one) => one.name === name)!.key}`
  const deleted = read(
    files,
    without([
      of('Dr Lee'),
      of('Ms Okafor'),
      `ac.${files.previousActions[0]!.key}`,
      `op.${files.progress[0]!.key}`,
    ]),
    files,
  ).deleted
  expect(deleted.map(({ called, stays }) => [called, stays === null])).toEqual(
    expect.arrayContaining([
      ['Dr Lee', false],
      ['Ms Okafor', true],
      ['Action 1 of the last review', false],
      ['Outcome 1', false],
    ]),
  )
  expect(deleted).toHaveLength(4)
})

test('without the file’s own part only a record made before its day is called deleted, and a letter misses nothing', () => {
  const made = (createdAt: string) => ({
    ...stored(Action, { pupil: pupilKey, review: reviewKey, what: 'New', status: 'open' }),
    createdAt,
  })
  const xml = xmlOf(files)
  const deleted = (createdAt: string, kind = 'reviewMinutes') =>
    rowsIn(
      { ...files, actions: [...files.actions, made(createdAt)] },
      { ...readControls(xml), xml, identity: { kind, made: '2026-03-10', keys: {} } },
      today,
    ).deleted.map(({ called }) => called)
  expect(deleted('2026-03-09T10:00:00Z')).toEqual(['Action 2'])
  expect(deleted('2026-03-10T10:00:00Z')).toEqual([])
  expect(deleted('2026-03-09T10:00:00Z', 'letter')).toEqual([])
})

test('records that came since go beside their neighbours, in each table that names them', () => {
  const xml = xmlOf(files)
  const later = stored(
    Action,
    { pupil: pupilKey, review: reviewKey, what: 'Later', status: 'open' },
    keyNumbered(800_001),
  )
  const person = stored(
    Contributor,
    { review: reviewKey, name: 'Ola Fox', role: 'teacher' },
    keyNumbered(800_002),
  )
  const change = stored(
    SectionChange,
    { review: reviewKey, section: 'B', proposed: 'New words' },
    keyNumbered(800_003),
  )
  const file = {
    ...files,
    actions: [...files.actions, later],
    contributors: [...files.contributors, person],
    sectionChanges: [change],
  }
  const { rows, noTable } = rowsMissing(file, xml, today)
  expect(noTable).toEqual([])
  const to = (key: string) => rows.filter(({ place }) => place.key === key)
  expect(to(later.key)).toMatchObject([
    { where: 'after', beside: { cells: [action.what, 'Mrs Patel', '30 Jun 2026', 'To do'] } },
  ])
  expect(to(person.key).length).toBeGreaterThan(2)
  expect(to(change.key)).toMatchObject([
    { cells: [{ text: 'B: special educational needs' }, {}, { bound: { text: 'New words' } }, {}] },
  ])
  // The room for a first change to that section is not needed any more.
  expect(rowsGone(file, xml, today)).toMatchObject([{ typed: false }])
})

test('a table that is not in the document is said, not guessed', () => {
  const xml = xmlOf(files)
  const at = xml.indexOf(rowWith(xml, actionTag))
  const start = xml.lastIndexOf('<w:tbl>', at)
  const without = xml.slice(0, start) + xml.slice(xml.indexOf('</w:tbl>', at) + '</w:tbl>'.length)
  expect(rowsMissing(files, without, today)).toMatchObject({ rows: [], noTable: [{ called: 'Action 1' }] })
})

test('a list whose rows were all deleted is still known by its headings', () => {
  const xml = xmlOf(files)
  const at = xml.indexOf(rowWith(xml, actionTag))
  const start = xml.lastIndexOf('<w:tbl>', at)
  const end = xml.indexOf('</w:tbl>', at)
  const head = xml.indexOf('</w:tr>', start) + '</w:tr>'.length
  const emptied = xml.slice(0, head) + plainRow('Ring home', 'Ann', '', '') + xml.slice(end)
  const rows = read(files, emptied)
  expect(said(rows)).toEqual([{ how: 'typed', type: 'Action', says: { what: 'Ring home', owner: 'Ann' } }])
  expect(rows.missing.rows).toMatchObject([{ called: 'Action 1', where: 'after' }])
})

test('the grid of a table within a table, merged cells and a cell deleted under tracking are read as they stand', () => {
  const xml = xmlOf(files)
  const row = rowWith(xml, actionTag)
  const wide = `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Ring home</w:t></w:r></w:p></w:tc>${cellOf('1 May 2026')}${cellOf('')}</w:tr>`
  expect(said(read(files, after(xml, row, wide)))).toEqual([
    { how: 'typed', type: 'Action', says: { what: 'Ring home', due: '1 May 2026' } },
  ])
})

const withView = (): ReviewFile => {
  const parent = files.contributors[0]!
  const view = stored(
    View,
    {
      pupil: pupilKey,
      review: reviewKey,
      contributor: parent.key,
      name: parent.name,
      whose: 'parent',
      words: 'She sleeps better now.',
      gathered: '2026-03-01',
      how: 'conversation',
    },
    keyNumbered(830_001),
  )
  return { ...files, views: [view] }
}
const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

test('words typed among the views are a view once somebody says whose, and are known by their words afterwards', () => {
  const file = withView()
  const xml = xmlOf(file)
  const at = xml.indexOf('</w:p>', xml.indexOf('She sleeps better now.'))
  const afterNote = xml.indexOf('</w:p>', at + 1) + '</w:p>'.length
  const typed =
    xml.slice(0, afterNote) +
    paragraph('Dr Lee, on the group:') +
    paragraph('It works.') +
    xml.slice(afterNote)
  const [row, ...others] = read(file, typed).added
  expect(others).toEqual([])
  expect(row).toMatchObject({ how: 'typed', at: null, fields: [{ field: 'words', text: 'It works.' }] })
  const choice = row!.choices.find(({ id }) => id === row!.likely)!
  expect(choice.words).toBe('What Dr Lee said')
  const [change] = changesOf(differencesOfRow(row!, choice))
  expect(change).toMatchObject({
    issue: null,
    whole: { words: 'It works.', name: 'Dr Lee', whose: 'other', how: 'meeting', gathered: '2026-03-10' },
  })
  const taken = stored(View, change!.whole as never, row!.key)
  expect(read({ ...file, views: [...file.views, taken] }, typed).added).toEqual([])
  expect(read(file, xml).added).toEqual([])
})

test('the same words of somebody else are a view of their own', () => {
  const file = withView()
  const [told] = file.views
  const other = file.contributors.find(({ key, name }) => key !== told!.contributor && name)!
  const xml = xmlOf(file)
  const at = xml.indexOf('</w:p>', xml.indexOf('She sleeps better now.'))
  const end = xml.indexOf('</w:p>', at + 1) + '</w:p>'.length
  const typed = xml.slice(0, end) + paragraph(`${other.name}: She sleeps better now.`) + xml.slice(end)
  expect(read(file, typed).added.map(({ likely }) => likely)).toEqual([other.key])
})

test('a row with a picture or a comment in it is never taken out by itself', () => {
  const xml = xmlOf(files)
  const row = rowWith(xml, actionTag)
  const archived = { ...files, actions: files.actions.filter(({ key }) => key !== action.key) }
  const gone = (inside: string) =>
    read(
      archived,
      xml.replace(row, () => row.replace('</w:p>', `${inside}</w:p>`)),
      files,
    ).gone.find(({ id }) => id === `ac.${action.key}`)!.typed
  expect(gone('')).toBe(false)
  expect(gone('<w:r><w:drawing/></w:r>')).toBe(true)
  expect(gone('<w:r><w:commentReference w:id="7"/></w:r>')).toBe(true)
})

test('a copied paragraph of somebody’s words is asked about, and the original is compared alone', () => {
  const file = withView()
  const xml = xmlOf(file)
  const start = xml.lastIndexOf('<w:p>', xml.indexOf('She sleeps better now.'))
  const end = xml.indexOf('</w:p>', start) + '</w:p>'.length
  const copy = xml.slice(start, end).replace('She sleeps better now.', 'He eats at school.')
  const doubled = xml.slice(0, end) + copy + xml.slice(end)
  const rows = read(file, doubled)
  expect(said(rows)).toEqual([{ how: 'copied', type: 'View', says: { words: 'He eats at school.' } }])
  expect(readBack(file, rows.document, today)).toMatchObject({ differences: [], doubled: [] })
})

test('a copied block of an outcome is of another outcome, or begins a target', () => {
  const xml = xmlOf(files)
  const tag = `op.${files.progress[0]!.key}.evidence`
  const at = xml.indexOf(`<w:tag w:val="${tag}"/>`)
  const start = xml.lastIndexOf('<w:tbl>', at)
  const end = xml.indexOf('</w:tbl>', at) + '</w:tbl>'.length
  const copy = xml.slice(start, end).replace('WellComm 24 → 29.', 'Plays Snap.')
  const doubled = xml.slice(0, end) + paragraph('Plays a game with rules.') + copy + xml.slice(end)
  const rows = read(files, doubled)
  expect(rows.added).toHaveLength(1)
  const [row] = rows.added
  expect(row!.fields.map(({ field }) => field).slice(0, 1)).toEqual(['text'])
  expect(row!.choices.map(({ words }) => words)).toEqual(['A new target'])
  const [change] = changesOf(differencesOfRow(row!, row!.choices[0]!, { kind: 'year' }))
  expect(change).toMatchObject({ issue: null, whole: { text: 'Plays a game with rules.', kind: 'year' } })
  expect(readBack(files, rows.document, today)).toMatchObject({ differences: [], doubled: [] })
})

test('any rows added or removed on either side come out once each, and nothing else does', () => {
  const word = fc.stringMatching(/^[a-z]{3,8}( [a-z]{2,6}){1,3}$/)
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 5 }),
      fc.uniqueArray(word, { maxLength: 4 }),
      fc.uniqueArray(word, { maxLength: 4 }),
      fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      (before, typed, later, deleted) => {
        const made = (what: string, at: number, from: number) =>
          stored(
            Action,
            { pupil: pupilKey, review: reviewKey, what: `Kept ${what}`, status: 'open' },
            keyNumbered(from + at),
          )
        const actions = before.map((what, at) => made(what, at, 810_000))
        const inserted = xmlOf({ ...files, actions })
        let xml = inserted
        const last = rowWith(xml, `ac.${actions.at(-1)!.key}.what`)
        xml = after(xml, last, typed.map((what) => plainRow(`Typed ${what}`, 'Ann', '', '')).join(''))
        const out = actions.filter((_, at) => deleted[at])
        for (const { key } of out) xml = xml.replace(rowWith(xml, `ac.${key}.what`), '')
        const since = later.map((what, at) => made(`later ${what}`, at, 820_000))
        const file = { ...files, actions: [...actions, ...since] }
        const rows = read(file, xml, { ...files, actions })
        expect(rows.added.map(({ fields }) => fields[0]!.text)).toEqual(typed.map((what) => `Typed ${what}`))
        expect(rows.deleted.map(({ place }) => place.key).toSorted()).toEqual(
          out.map(({ key }) => key).toSorted(),
        )
        expect(rows.missing.rows.map(({ place }) => place.key).toSorted()).toEqual(
          [...out, ...since].map(({ key }) => key).toSorted(),
        )
        expect(rows.gone).toEqual([])
        // What was typed is stored once: the same document then has nothing new to say.
        const taken = rows.added.map((row) => {
          const [change] = changesOf(differencesOfRow(row, row.choices[0]!))
          expect(check(Action, change!.whole as never)).toEqual([])
          return stored(Action, change!.whole as never, change!.place.key)
        })
        const again = read({ ...file, actions: [...file.actions, ...taken] }, xml, { ...files, actions })
        expect(again.added).toEqual([])
        expect(again.known.map(({ place }) => place.key).toSorted()).toEqual(
          taken.map(({ key }) => key).toSorted(),
        )
      },
    ),
    { numRuns: 20 },
  )
})
