import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { lintDocx } from '../../src/documents/lintDocx.ts'
import { lintXlsx } from '../../src/documents/lintXlsx.ts'
import { newKey } from '../../src/domain/key.ts'
import { type AnyRecordType, blank, check, fieldsOf, type Stored } from '../../src/domain/record.ts'
import { ChronologyEntry } from '../../src/domain/records/chronologyEntry.ts'
import { Contact } from '../../src/domain/records/contact.ts'
import { Contributor } from '../../src/domain/records/contributor.ts'
import { recordTypes } from '../../src/domain/records/index.ts'
import { Need } from '../../src/domain/records/need.ts'
import { Outcome } from '../../src/domain/records/outcome.ts'
import { Profile } from '../../src/domain/records/profile.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { Transfer } from '../../src/domain/records/transfer.ts'
import { Transition } from '../../src/domain/records/transition.ts'
import { sha256 } from '../../src/export/hash.ts'
import { gatherPupil, type ListOfPupil, type PupilFile } from '../../src/export/pupilFile.ts'
import { comingIn, goingOf, ownToSchool } from '../../src/export/transfer/goesOn.ts'
import { readTransferPack } from '../../src/export/transfer/readTransferPack.ts'
import { noChoices, type PackChoices, transferFile } from '../../src/export/transfer/transferFile.ts'
import type { TransferIndex } from '../../src/export/transfer/transferIndex.ts'
import { writeTransferPack } from '../../src/export/transfer/transferPack.ts'
import { collected } from '../../src/export/writeZip.ts'
import { type JobPorts, makeJob } from '../../src/jobs/jobRow.ts'
import { runJob } from '../../src/jobs/runJob.ts'
import { matchOf } from '../../src/jobs/transferMatch.ts'
import { transferPlan } from '../../src/jobs/transferPlan.ts'
import { undoPlan } from '../../src/jobs/undo.ts'
import { oakfieldSchool } from '../graph/oakfield.ts'
import { allTextIn, amira, anyLists, fileWith, leo, stored } from './given.ts'

const today = '2026-11-23'
const transfer = stored(
  blank(Transfer, {
    pupil: amira.key,
    way: 'leaving',
    school: 'Millbrook High',
    senco: 'Ms Bell',
    safeWay: 'schoolToSchool',
  }),
)
const packOf = async (file: PupilFile, choices: PackChoices = noChoices, of: Partial<Transfer> = {}) => {
  const { sink, bytes } = collected()
  const index = await writeTransferPack(
    {
      content: {
        pupil: file.pupil,
        transfer: { ...transfer, ...of },
        file: transferFile(file, [], choices),
        school: null,
        schoolName: 'Oakfield Primary School',
        today,
      },
      files: { read: async () => strToU8('a report') },
      now: new Date('2026-11-23T09:00:00Z'),
    },
    sink,
  )
  const whole = bytes()
  return { index, bytes: whole, parts: unzipSync(whole) }
}
const readWell = async (bytes: Uint8Array) => {
  const read = await readTransferPack(bytes, await sha256(bytes))
  if ('refused' in read) throw new Error(read.refused)
  return read.pack
}
const refusedFor = async (bytes: Uint8Array) => {
  const read = await readTransferPack(bytes, '')
  return 'refused' in read ? read.refused : 'it was read'
}
const list = (type: AnyRecordType, ...records: readonly Stored<unknown>[]): ListOfPupil => ({
  type,
  records: records as never,
})

/** The pack with some of its parts changed, its index made to fit again where `honest`. */
const changed = async (
  parts: Record<string, Uint8Array>,
  changes: Readonly<Record<string, string | null>>,
  honest = true,
  indexed: (index: TransferIndex) => unknown = (index) => index,
) => {
  const all = { ...parts }
  for (const [name, text] of Object.entries(changes))
    if (text === null) delete all[name]
    else all[name] = strToU8(text)
  if (honest) {
    const index = JSON.parse(strFromU8(all['index.json']!)) as TransferIndex
    const files = await Promise.all(
      Object.entries(all)
        .filter(([path]) => path !== 'index.json')
        .map(async ([path, bytes]) => ({ path, bytes: bytes.length, sha256: await sha256(bytes) })),
    )
    all['index.json'] = strToU8(JSON.stringify(indexed({ ...index, files })))
  }
  return zipSync(all)
}

test('whatever a record holds: what goes comes out of the pack equal in every field, under its schema, with each part’s hash', async () => {
  await fc.assert(
    fc.asyncProperty(anyLists(), async (lists) => {
      const file = fileWith(lists)
      const going = transferFile(file, [])
      const { bytes, index, parts } = await packOf(file)
      const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
        JSON.parse(strFromU8(parts['schema.json']!)) as object,
      )
      expect(validate(JSON.parse(strFromU8(parts['data.json']!))), JSON.stringify(validate.errors?.[0])).toBe(
        true,
      )
      for (const { path, sha256: sum } of index.files) expect(await sha256(parts[path]!)).toBe(sum)
      const pack = await readWell(bytes)
      for (const { type, records } of going.lists) {
        if (type === (Pupil as AnyRecordType)) continue
        const read = pack.lists.find((one) => one.type === type)!
        for (const { record } of records) {
          const bare = Object.fromEntries(fieldsOf(type).map(([name]) => [name, record[name] ?? null]))
          const back = read.rows.find(({ key }) => key === record.key)
          // A row made by chance may break a rule of its own: then it is refused, and that is said.
          if (check(type, bare as never).length > 0) expect(back).toBeUndefined()
          else expect(back?.record).toEqual(bare)
        }
        expect(read.rows.length + read.refused.length).toBe(records.length)
      }
    }),
    { numRuns: 6 },
  )
}, 120_000)

const mother = stored(blank(Contact, { pupil: amira.key, name: 'Saira Malik', telephone: '01632 960111' }))
const father = stored(
  blank(Contact, {
    pupil: amira.key,
    name: 'Rafiq Hidden',
    telephone: '01632 960999',
    restriction: 'Ask the head first',
  }),
)
const entry = (text: string, more: Partial<ChronologyEntry> = {}) =>
  stored(blank(ChronologyEntry, { pupil: amira.key, happenedOn: '2026-02-28', kind: 'other', text, ...more }))

test('contact restrictions, what is another person’s, other children and archived rows stay behind, in every part, and that is said', async () => {
  const review = stored(
    blank(Review, { pupil: amira.key, type: 'annual', stage: 'closed', meetingDate: '2026-03-02' }),
  )
  const came = stored(
    blank(Contributor, { review: review.key, name: 'A parent', role: 'parent', contact: father.key }),
  )
  const plan = stored(
    blank(Transition, {
      pupil: amira.key,
      kind: 'secondary',
      began: '2026-02-01',
      buddy: 'Zebedee',
      helps: 'A quiet start',
    }),
  )
  const file = fileWith([
    list(Contact, mother, father),
    list(
      ChronologyEntry,
      entry('The neighbour talked of Quillon', { thirdParty: true }),
      entry('Sat with Leonidas Okonkwo-Byrne all day'),
      entry('Read a whole page aloud'),
    ),
    list(Review, review),
    list(Contributor, came),
    list(Transition, plan),
    list(
      Need,
      stored(blank(Need, { pupil: amira.key, type: 'SLCN', rank: 1, description: 'Mumbled' }), {
        archived: true,
        archivedReason: 'Entered twice',
      }),
    ),
  ])
  const { bytes, index } = await packOf(file)
  const all = allTextIn(bytes)
  for (const secret of [
    'Rafiq',
    '960999',
    'Ask the head first',
    'Quillon',
    'Okonkwo',
    'Zebedee',
    'Mumbled',
    father.key,
  ])
    expect(all, secret).not.toContain(secret)
  for (const kept of ['Saira Malik', '01632 960111', 'Read a whole page aloud', 'A quiet start'])
    expect(all).toContain(kept)
  const why = index.leftOut.map(({ list: of, why: says }) => `${of}: ${says}`).join('\n')
  for (const said of [
    'Contacts: a contact with a restriction',
    'Chronology: marked as about',
    'Chronology: May name another pupil',
    'Needs: archived',
    'Transition plans: another child',
  ])
    expect(why).toContain(said)
  // The text about another child goes only where somebody looked at it and said so.
  const [look] = transferFile(file, []).toLookAt.filter(({ goes }) => !goes)
  expect(look?.text).toContain('Leonidas')
  const said = await packOf(file, { ...noChoices, goes: new Map([[look!.id, true]]) })
  expect(allTextIn(said.bytes)).toContain('Leonidas Okonkwo-Byrne')
})

test('only lists that are named go, and each that becomes a record goes with all that it must point to', () => {
  const stays = recordTypes.filter((type) => goingOf(type) === null).map(({ name }) => name)
  expect(stays).toEqual(
    expect.arrayContaining([
      'Disclosure',
      'Hold',
      'ContactAnswer',
      'Withholding',
      'StaffConcern',
      'RestrictedNote',
      'SafeguardingLink',
      'Enquiry',
      'Complaint',
      'UnsavedText',
      'Transfer',
      'School',
      'Rate',
    ]),
  )
  const coming = new Set(comingIn.map(({ name }) => name))
  for (const type of comingIn)
    for (const [name, field] of fieldsOf(type))
      if (field.kind === 'key' && field.required)
        expect([...coming], `${type.name}.${name}`).toContain(field.to)
  for (const field of ownToSchool) expect(Object.keys(Pupil.fields)).toContain(field)
})

test('the summary says what a SENCO looks for, ends with a receipt, and both papers are whole', async () => {
  const profile = stored(
    blank(Profile, {
      pupil: amira.key,
      from: '2026-09-10',
      strategies: 'Two steps at a time',
      exams: 'A reader',
    }),
  )
  const { parts } = await packOf(fileWith([list(Profile, profile), list(Contact, mother)]))
  expect(lintDocx(parts['Summary.docx']!)).toEqual([])
  expect(lintXlsx(parts['Record.xlsx']!)).toEqual([])
  const word = strFromU8(unzipSync(parts['Summary.docx']!)['word/document.xml']!)
  for (const part of [
    'for the SENCO of Millbrook High',
    'Strategies that work',
    'Two steps at a time',
    'in tests and exams',
    'A reader',
    'Receipt: please sign',
  ])
    expect(word).toContain(part)
  await expect(packOf(fileWith([]), noChoices, { school: null })).rejects.toThrow('A pack for no school')
})

test('hostile and broken packs are told in a sentence, and nothing of them is read', async () => {
  const file = fileWith([list(ChronologyEntry, entry('Read a whole page aloud'))])
  const { bytes, parts } = await packOf(file)
  const data = JSON.parse(strFromU8(parts['data.json']!)) as Record<string, Record<string, unknown>[]>
  const withData = (more: object, indexed?: (index: TransferIndex) => unknown) =>
    changed(parts, { 'data.json': JSON.stringify({ ...data, ...more }) }, true, indexed)
  expect(await refusedFor(strToU8('no zip'))).toMatch(/not a zip file/)
  expect(await refusedFor(bytes.slice(0, bytes.length - 200))).toMatch(/zip file|damaged/)
  expect(await refusedFor(zipSync({ 'a.txt': strToU8('x') }))).toMatch(/no index\.json/)
  expect(
    await refusedFor(await changed(parts, { 'index.json': '{"format":"goldthread-school-copy"}' }, false)),
  ).toMatch(/Copy of everything/)
  expect(await refusedFor(await changed(parts, { 'data.json': '{}' }, false))).toMatch(/was changed after/)
  expect(await refusedFor(await changed(parts, { 'extra.exe': 'x' }, false))).toMatch(/index doesn’t list/)
  expect(await refusedFor(await changed(parts, { 'Summary.docx': null }, false))).toMatch(/missing/)
  for (const newer of [{ formatVersion: 2 }, { recordTypesVersion: 99 }])
    expect(await refusedFor(await changed(parts, {}, true, (index) => ({ ...index, ...newer })))).toMatch(
      /newer Goldthread/,
    )
  const strange = { Disclosure: [] }
  expect(await refusedFor(await withData(strange))).toMatch(/index doesn’t name/)
  expect(
    await refusedFor(
      await withData(strange, (index) => ({
        ...index,
        lists: [...index.lists, { type: 'Disclosure', list: 'x', entries: 0 }],
      })),
    ),
  ).toMatch(/no transfer has/)
  expect(
    await refusedFor(
      await withData({ Pupil: [] }, (index) => ({
        ...index,
        lists: index.lists.map((one) => (one.type === 'Pupil' ? { ...one, entries: 0 } : one)),
      })),
    ),
  ).toMatch(/one pupil/)
  expect(
    await refusedFor(
      await withData({}, (index) => ({ ...index, pupil: { ...index.pupil, upn: 'B801200005001' } })),
    ),
  ).toMatch(/another pupil/)
  // A row that is slipped in for another pupil is refused by itself, and said.
  const theirs = { ...data['ChronologyEntry']![0]!, key: newKey(), pupil: leo.key }
  const pack = await readWell(
    await withData({ ChronologyEntry: [...data['ChronologyEntry']!, theirs] }, (index) => ({
      ...index,
      lists: index.lists.map((one) => (one.type === 'ChronologyEntry' ? { ...one, entries: 2 } : one)),
    })),
  )
  expect(pack.lists.find(({ type }) => type.name === 'ChronologyEntry')).toMatchObject({
    rows: [{}],
    refused: [{ row: 2, why: 'it is about another pupil' }],
  })
})

test('whose a pack is: by UPN and date of birth; anything less is asked; the wrong child and an archived one are told', async () => {
  const upn = 'B801200005001'
  const child = (given: Partial<Pupil> = {}, more = {}) =>
    stored(
      blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E', ...given }),
      more,
    )
  const pack = (given: Partial<Pupil> = {}) => ({
    pupil: { key: newKey(), record: child(given), archived: false, archivedReason: null },
  })
  const here = child({ upn })
  expect(matchOf(pack({ upn }), [leo])).toMatchObject({ is: 'doubtful' })
  expect(matchOf(pack({ upn }), [])).toEqual({ is: 'new' })
  expect(matchOf(pack({ upn }), [here])).toMatchObject({ is: 'here', pupil: { key: here.key } })
  expect(matchOf(pack({ upn, dateOfBirth: '2015-02-28' }), [here])).toMatchObject({
    is: 'doubtful',
    orNew: false,
  })
  expect(matchOf(pack(), [here])).toMatchObject({ is: 'doubtful', orNew: true })
  // Never by name alone.
  expect(matchOf(pack({ upn: null, dateOfBirth: '2014-01-01' }), [here])).toEqual({ is: 'new' })
  expect(matchOf(pack({ upn }), [child({ upn }, { archived: true })])).toMatchObject({
    is: 'no',
    why: expect.stringContaining('archived'),
  })
  expect(matchOf(pack({ upn }), [here, child({ upn })])).toMatchObject({
    is: 'no',
    why: expect.stringContaining('Two pupils'),
  })
  const other = child({ upn: 'A801200005002', forename: 'Zoe' })
  expect(matchOf(pack({ upn }), [here, other], other)).toMatchObject({
    is: 'no',
    why: expect.stringContaining('another pupil'),
  })
  expect(matchOf(pack({ upn }), [here, other], here)).toMatchObject({ is: 'here' })
})

test('brought into another school it is the same there; twice stores nothing twice; undone it is gone, and comes back', async () => {
  const outcome = stored(
    blank(Outcome, { pupil: amira.key, kind: 'sectionE', text: 'Reads with a friend', status: 'current' }),
  )
  const file = fileWith([
    list(Contact, mother),
    list(Outcome, outcome),
    list(Need, stored(blank(Need, { pupil: amira.key, type: 'SLCN', rank: 1 }))),
    list(ChronologyEntry, entry('Read a whole page aloud')),
  ])
  const pack = await readWell((await packOf(file)).bytes)
  const school = await oakfieldSchool()
  const { records, files } = school.as('senco')
  const ports: JobPorts = { records, files, ...school.clock }
  const here = async () => {
    const found =
      (await records.store(Pupil).allWithArchived()).records.find(({ key }) => key === amira.key) ?? null
    return { pupil: found, lists: found ? (await gatherPupil(records, null, found.key)).lists : [] }
  }
  const run = async (plan: Parameters<typeof makeJob>[1]) => {
    const job = await makeJob(ports, plan)
    const end = await runJob(ports, job, { worker: newKey(), plan })
    expect(end.ended).toBe('finished')
    expect(end.results.every(({ outcome: is }) => is === 'stored')).toBe(true)
    return end
  }
  const first = transferPlan(pack, await here(), new Set(), today)
  expect(first.lists.map(({ fresh }) => fresh)).toEqual(first.lists.map(() => 1))
  const end = await run(first.plan)
  const there = await here()
  expect(there.pupil).toMatchObject({ surname: 'Khan', status: 'E', admitted: today, left: null })
  for (const { type, rows } of pack.lists)
    for (const { key, record } of rows)
      expect(
        there.lists.find((one) => one.type === type)?.records.find((one) => one.key === key),
      ).toMatchObject(record)

  const again = transferPlan(pack, there, new Set(), today)
  expect(again.plan.steps).toEqual([])
  expect(again.lists.every(({ same }) => same === 1)).toBe(true)

  // What somebody wrote here since is theirs.
  const need = there.lists.find(({ type }) => type.name === 'Need')!.records[0] as Stored<Need>
  await records.store(Need).update(need as never, { description: 'As we see it here' })
  const differs = transferPlan(pack, await here(), new Set(), today)
  expect(differs.lists.find(({ type }) => type.name === 'Need')).toMatchObject({ differ: 1, same: 0 })
  expect(differs.plan.steps).toEqual([])

  const undo = undoPlan(end.job, first.plan, end.results)
  const undone = await runJob(ports, await makeJob(ports, undo), { worker: newKey(), plan: undo })
  expect(undone.results.filter(({ outcome: is }) => is === 'refused')).toHaveLength(1)
  const gone = await here()
  expect(gone.pupil?.archived).toBe(true)
  expect(matchOf(pack, [gone.pupil!])).toMatchObject({ is: 'no' })
  // Once the pupil is brought back, what was undone comes back as it was.
  const back = transferPlan(pack, gone, new Set(), today)
  expect(back.lists.filter(({ back: count }) => count === 1)).toHaveLength(3)
  expect(back.plan.steps.every(({ do: is }) => is === 'restore')).toBe(true)
}, 60_000)

test('a pupil who is here keeps what is here: blanks are filled, the rest only where it is chosen', async () => {
  const sent = fileWith([])
  const pack = await readWell(
    (
      await packOf({
        ...sent,
        lists: [
          list(Pupil, {
            ...amira,
            firstLanguage: 'Urdu',
            status: 'E',
            yearGroup: '6',
            className: '6B',
          } as never),
        ],
      })
    ).bytes,
  )
  const ours = stored(
    blank(Pupil, {
      surname: 'Khan',
      forename: 'Amira',
      dateOfBirth: '2016-02-29',
      status: 'K',
      className: '7X',
    }),
  )
  const plan = (takes: readonly string[]) =>
    transferPlan(pack, { pupil: ours, lists: [] }, new Set(takes), today).plan.steps
  expect(plan([])).toMatchObject([
    { do: 'change', key: ours.key, changes: { firstLanguage: { from: null, to: 'Urdu' } } },
  ])
  expect(plan([])[0]).not.toHaveProperty('changes.status')
  expect(plan([])[0]).not.toHaveProperty('changes.className')
  expect(plan(['status'])[0]).toMatchObject({ changes: { status: { from: 'K', to: 'E' } } })
})
