import { Ajv2020 } from 'ajv/dist/2020.js'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { ChronologyEntry } from '../../src/domain/records/chronologyEntry.ts'
import { sha256 } from '../../src/export/hash.ts'
import { readCopy } from '../../src/export/readCopy.ts'
import { isWhole, planRestore } from '../../src/export/compareCopy.ts'
import { runRestore } from '../../src/export/restoreCopy.ts'
import { seedSchools } from '../../src/emulator/seed/index.ts'
import { keptTypes, oakfieldSchool, oakfieldWithoutLists } from '../graph/oakfield.ts'
import { contentOf, copyOf, fill, readWell } from './schools.ts'

const hostile = [
  '=HYPERLINK("http://x.example","y")',
  ']]></w:t><!-- & < > " \' -->',
  'Siân Llŷr Łódź Żółć ہر ماہ جائزہ 👩🏽‍🦽🏴󠁧󠁢󠁷󠁬󠁳󠁿',
  'é'.repeat(60_000),
  '{"key":"x"}],\n[',
  '\u202Etxet desrever\u202C',
]

test('a made-up school goes into a copy and comes back in an empty school, equal record by record', async () => {
  const from = await oakfieldWithoutLists()
  await seedSchools(from.emulator.handle, { today: '2026-07-14', schools: ['oakfield'] })
  const there = from.as('senco')
  const [amira] = (await there.records.store(Pupil).all()).records
  for (const text of hostile)
    await there.records
      .store(ChronologyEntry)
      .create(blank(ChronologyEntry, { pupil: amira!.key, happenedOn: '2026-02-28', kind: 'other', text }))
  await there.records.store(Pupil).archive(amira!, 'Moved to another school')
  await there.files.save(
    'senco',
    'Reviews/ŁK 2026-03-10 👩🏽‍🦽.docx',
    strToU8('minutes'),
    'application/octet-stream',
  )
  const { bytes, index } = await copyOf(there)

  const to = await oakfieldSchool()
  const copy = await readWell(bytes)
  const result = await runRestore(copy, to.as('senco').records, to.as('senco').files)
  expect(result).toMatchObject({ ended: null, refused: [], documents: 1 })
  expect(result.archived).toBeGreaterThan(0)
  expect(isWhole(result.after!)).toBe(true)
  const before = await contentOf(there)
  expect(index.lists.map(({ type, rows }) => [type, rows])).toEqual(
    keptTypes.map(({ name }) => [name, Object.keys(before[name]!).length]),
  )
  expect(Object.keys(before['Pupil']!).length).toBeGreaterThan(400)
  expect(await contentOf(to.as('senco'))).toEqual(before)
  const file = await to.as('senco').files.read('senco', 'Reviews/ŁK 2026-03-10 👩🏽‍🦽.docx')
  expect(strFromU8(file)).toBe('minutes')

  // A copy of the copy holds the same records, apart from who wrote them and when.
  const second = await copyOf(to.as('senco'))
  expect(second.index.lists).toEqual(index.lists)
}, 120_000)

test('any records of every type come back equal, whatever breaks the bringing in and however often it is run', async () => {
  const from = await oakfieldSchool()
  await fill(from.as('senco'))
  const { bytes } = await copyOf(from.as('senco'))
  const copy = await readWell(bytes)
  const to = await oakfieldSchool()
  const { records, files } = to.as('senco')
  let runs = 0
  for (const [answer, times, path] of [
    ['lostAfter', 9, '/\\$batch'],
    ['busyEmpty', 30, '/\\$batch'],
    ['lostBefore', 12, ''],
    ['throttled', 30, '/\\$batch'],
  ] as const) {
    to.admin.fault({ answer, times, method: 'POST', path })
    const gate = async () => {
      runs += 1
      if (runs % 40 === 0) to.admin.fault({ answer: 'lostAfter', times: 20, path: '' })
    }
    const broken = await runRestore(copy, records, files, { gate })
    expect(broken.refused).toEqual([])
  }
  to.admin.clearFaults()
  const stopping = new AbortController()
  const stopped = await runRestore(copy, records, files, {
    signal: stopping.signal,
    progress: () => stopping.abort(),
  })
  expect([stopped.ended, stopped.after]).toEqual(['stopped', null])
  to.admin.clearFaults()
  const last = await runRestore(copy, records, files)
  expect(last).toMatchObject({ ended: null, refused: [] })
  expect(isWhole(last.after!)).toBe(true)
  expect(await contentOf(to.as('senco'))).toEqual(await contentOf(from.as('senco')))
  expect(await runRestore(copy, records, files)).toMatchObject({ stored: 0, archived: 0, documents: 0 })
}, 120_000)

test('what is there and differs is listed and left alone; what only lacks is stored', async () => {
  const from = await oakfieldSchool()
  const store = from.as('senco').records.store(Pupil)
  const pupil = blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' })
  const made = await store.create(pupil)
  await store.create({ ...pupil, forename: 'Ben' })
  const copy = await readWell((await copyOf(from.as('senco'))).bytes)
  const now = await store.update(made, { forename: 'Amirah', className: 'Oak' })
  await store.create({ ...pupil, forename: 'Cass' })
  const plan = (await planRestore(copy, from.as('senco').records, from.as('senco').files)).lists.find(
    ({ type }) => type.name === 'Pupil',
  )!
  expect(plan).toMatchObject({ fresh: [], same: 1, others: 1 })
  expect(plan.differs).toEqual([{ key: made.key, fields: ['Forename', 'Class'] }])
  const result = await runRestore(copy, from.as('senco').records)
  expect(result).toMatchObject({ stored: 0, ended: null })
  expect(isWhole(result.after!)).toBe(false)
  expect(await store.byKey(made.key)).toEqual(now)
})

test('a copy is the same bytes for the same school, its files fit their own schema and hashes, its CSV no formula', async () => {
  const from = await oakfieldSchool()
  await fill(from.as('senco'), 6)
  const { bytes, index } = await copyOf(from.as('senco'))
  expect((await copyOf(from.as('senco'))).bytes).toEqual(bytes)
  const parts = unzipSync(bytes)
  expect(Object.keys(parts).toSorted()).toEqual(
    [...index.files.map(({ path }) => path), 'index.json'].toSorted(),
  )
  for (const { path, sha256: sum } of index.files) expect(await sha256(parts[path]!)).toBe(sum)
  const ajv = new Ajv2020({ strict: false, formats: { date: true, 'date-time': true } })
  const fits = ajv.compile(JSON.parse(strFromU8(parts['schema.json']!)) as object)
  for (const { type, file, rows } of index.lists) {
    const data = { [type]: JSON.parse(strFromU8(parts[file]!)) as unknown[] }
    expect(data[type]).toHaveLength(rows)
    fits(data)
    expect([type, fits.errors]).toEqual([type, null])
    const csv = strFromU8(parts[file.replace('data/', 'csv/').replace('.json', '.csv')]!)
    const cells = Papa.parse<string[]>(csv.replace(/^\uFEFF/, '').trimEnd()).data
    expect(cells).toHaveLength(rows + 1)
    expect(cells.flat().filter((cell) => /^\s*[=+@\t\r]/.test(cell))).toEqual([])
  }
  expect(fits({ Pupil: [{ surname: 'Khan' }] })).toBe(false)
}, 60_000)

test('rows that somebody spoilt in SharePoint are in the copy apart, and counted when it is brought in', async () => {
  const from = await oakfieldSchool()
  const store = from.as('senco').records.store(Pupil)
  const made = await store.create(
    blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' }),
  )
  const asked = new Request(
    `https://graph.microsoft.com/v1.0/sites/oakfieldtrust.sharepoint.com:/sites/oakfield-senco:/lists/Pupils/items/${made.id}/fields`,
    {
      method: 'PATCH',
      headers: { authorization: 'Bearer local:it', 'content-type': 'application/json' },
      body: JSON.stringify({ gtDateOfBirth: null }),
    },
  )
  expect((await from.emulator.handle(asked)).status).toBe(200)
  const { bytes, index } = await copyOf(from.as('senco'))
  expect(index.lists.find(({ type }) => type === 'Pupil')).toMatchObject({ rows: 0, unreadable: 1 })
  const spoilt = JSON.parse(strFromU8(unzipSync(bytes)['unreadable.json']!)) as unknown[]
  expect(spoilt).toMatchObject([
    { type: 'Pupil', key: made.key, fields: ['dateOfBirth'], rest: { surname: 'Khan', forename: 'Amira' } },
  ])
  const to = await oakfieldSchool()
  const result = await runRestore(await readWell(bytes), to.as('senco').records)
  expect(isWhole(result.after!)).toBe(false)
})

test('what a person may not read is left out and said', async () => {
  const from = await oakfieldSchool()
  const { index, bytes } = await copyOf(from.as('teacher'))
  expect(index.lists.every(({ site }) => site === 'staff')).toBe(true)
  expect(index.leftOut).toContainEqual({ what: 'List “Pupils”', why: 'you don’t have access to its site' })
  expect(strFromU8(unzipSync(bytes)['README.txt']!)).toContain('NOT IN IT')
})

test('earlier versions come where they are asked for', async () => {
  const from = await oakfieldSchool()
  const store = from.as('senco').records.store(Pupil)
  const made = await store.create(
    blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' }),
  )
  await store.update(made, { forename: 'Amirah' })
  const { bytes } = await copyOf(from.as('senco'), { versions: true })
  const history = JSON.parse(strFromU8(unzipSync(bytes)['history/pupils.json']!)) as {
    key: string
    versions: { values: { forename: string } }[]
  }[]
  expect(history.map(({ versions }) => versions.map(({ values }) => values.forename))).toEqual([
    ['Amirah', 'Amira'],
  ])
})

/** A copy with one of its files changed, and its index with it unless `unsaid`. */
const changed = async (bytes: Uint8Array, path: string, change: (text: string) => string, unsaid = false) => {
  const parts = unzipSync(bytes)
  parts[path] = strToU8(change(strFromU8(parts[path]!)))
  if (path === 'index.json') return zipSync(parts)
  const index = JSON.parse(strFromU8(parts['index.json']!)) as {
    files: { path: string; sha256: string }[]
  }
  for (const file of index.files) if (file.path === path && !unsaid) file.sha256 = await sha256(parts[path])
  return zipSync({ ...parts, 'index.json': strToU8(JSON.stringify(index)) })
}

test('a copy that was changed, cut, packed by another or made by a newer Goldthread is refused in a sentence', async () => {
  const from = await oakfieldSchool()
  await fill(from.as('senco'), 2)
  const { bytes } = await copyOf(from.as('senco'))
  const parts = unzipSync(bytes)
  const why = async (given: Uint8Array) => {
    const read = await readCopy(given)
    return 'refused' in read ? read.refused : 'taken'
  }
  expect(await why(await changed(bytes, 'data/pupils.json', (t) => t))).toBe('taken')
  expect(await why(await changed(bytes, 'data/pupils.json', (t) => `${t} `, true))).toMatch(
    /was changed after/,
  )
  expect(
    await why(
      await changed(bytes, 'index.json', (t) =>
        t.replace('"recordTypesVersion": ', '"recordTypesVersion": 9'),
      ),
    ),
  ).toMatch(/newer Goldthread/)
  expect(
    await why(await changed(bytes, 'index.json', (t) => t.replace('goldthread-school-copy', 'x'))),
  ).toMatch(/not a copy/)
  expect(await why(await changed(bytes, 'index.json', () => '{"format":"goldthread-school-copy"}'))).toMatch(
    /damaged/,
  )
  expect(await why(bytes.subarray(0, bytes.length - 30))).toMatch(/not a zip file/)
  expect(await why(strToU8('Surname,Forename'))).toMatch(/not a zip file/)
  expect(await why(zipSync({ 'a.txt': strToU8('a') }))).toMatch(/no index.json/)
  for (const name of [
    '../a.txt',
    '/a.txt',
    'data\\a.txt',
    'C:/a.txt',
    'data/./a',
    'data/../../a',
    'README.TXT',
  ])
    expect([name, await why(zipSync({ ...parts, [name]: strToU8('a') }))]).toEqual([
      name,
      expect.stringMatching(/never has/),
    ])
  expect(await why(zipSync({ ...parts, 'data/more.json': strToU8('a') }))).toMatch(/doesn’t list/)
  const { 'data/pupils.json': _, ...fewer } = parts
  expect(await why(zipSync(fewer))).toMatch(/is missing/)
})

test('a copy that says it is small and unpacks to far more, or says it is huge, is refused', async () => {
  const bomb = zipSync({ 'index.json': new Uint8Array(30_000_000) })
  const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength)
  const directory = view.getUint32(bomb.length - 22 + 16, true)
  view.setUint32(directory + 24, 10, true)
  expect(await readCopy(bomb)).toEqual({ refused: expect.stringMatching(/unpacks to more/) })
  view.setUint32(directory + 24, 0xffffffff, true)
  expect(await readCopy(bomb)).toEqual({ refused: expect.stringMatching(/unpacks to more/) })
})

test('records that can’t be stored are listed one by one, the others go in', async () => {
  const from = await oakfieldSchool()
  const store = from.as('senco').records.store(Pupil)
  const pupil = blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' })
  const keys = [newKey(1), newKey(2), newKey(3), newKey(4), newKey(5)]
  await store.createMany(keys.map((key) => ({ key, record: pupil })))
  const { bytes } = await copyOf(from.as('senco'))
  const worse = await changed(bytes, 'data/pupils.json', (text) => {
    const rows = JSON.parse(text) as Record<string, unknown>[]
    rows[0]!['dateOfBirth'] = '2016-02-30'
    rows[1]!['key'] = 'ours'
    rows[2]!['key'] = keys[3]
    rows[3]!['shoeSize'] = 31
    return JSON.stringify(rows)
  })
  const copy = await readWell(worse)
  const list = copy.lists.find(({ type }) => type === Pupil)!
  expect(list.refused.map(({ row, why }) => [row, why])).toEqual([
    [1, 'Date of birth: Date of birth is a date, such as 10 Mar 2026'],
    [2, 'it has no key of its own'],
    [4, 'it holds a field that Goldthread doesn’t know'],
  ])
  const to = await oakfieldSchool()
  const result = await runRestore(copy, to.as('senco').records)
  expect(result).toMatchObject({ stored: 2, refused: [] })
  expect(isWhole(result.after!)).toBe(false)
})

test('a copy from before a field was there is brought in with that field blank', async () => {
  const from = await oakfieldSchool()
  await fill(from.as('senco'), 3)
  const { bytes } = await copyOf(from.as('senco'))
  const parts = unzipSync(bytes)
  const index = JSON.parse(strFromU8(parts['index.json']!)) as Record<string, unknown>
  const only = ['School', 'Pupil']
  const old = {
    ...index,
    recordTypesVersion: 1,
    lists: (index['lists'] as { type: string }[]).filter(({ type }) => only.includes(type)),
  }
  const read = await readCopy(zipSync({ ...parts, 'index.json': strToU8(JSON.stringify(old)) }))
  expect('copy' in read && read.copy.lists.map(({ type, rows }) => [type.name, rows.length])).toEqual([
    ['School', 3],
    ['Pupil', 3],
  ])
})
