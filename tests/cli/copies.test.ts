import { strFromU8, unzipSync } from 'fflate'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AccessRequest } from '../../src/domain/records/accessRequest.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Withholding } from '../../src/domain/records/withholding.ts'
import { blank } from '../../src/domain/record.ts'
import { localConfig } from '../../src/emulator/localConfig.ts'
import { openSchool } from '../../src/emulator/server/school.ts'
import { decisionKey } from '../../src/export/candidate.ts'
import { candidatesOf } from '../../src/export/candidates.ts'
import { seenMark } from '../../src/export/redaction.ts'
import { gatherPupil } from '../../src/export/pupilFile.ts'
import { connect } from '../../src/graph/connect.ts'
import { make, temporaryFolder } from './run.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
const at = (name: string) => join(folder.path, name)
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(() => folder.remove())

it('copies a school and brings it into an empty one, equal record by record; a second time nothing is stored', async () => {
  const made = await make('copy', '--out', at('school.zip'), '--data', at('data'))
  expect([made.code, made.error.includes('part')]).toEqual([0, false])
  expect(made.out).toMatch(/Pupils: 4\d\d, \d+ of them archived/)
  const [, records] = /: (\d+) records and 0 documents of Oakfield/.exec(made.out)!
  const other = ['--file', at('school.zip'), '--data', at('other')]
  const first = await make('restore', ...other)
  expect([first.code, first.out.trim().split('\n').at(-1)]).toEqual([
    0,
    expect.stringMatching(new RegExp(`stored ${records}, .*; ${records} records compared and equal$`)),
  ])
  const again = await make('restore', ...other)
  expect([again.code, again.out]).toEqual([0, expect.stringContaining('stored 0, archived 0')])
  expect(await readdir(folder.path)).not.toContain('school.zip.part')
}, 180_000)

it('refuses what is no copy in one line', async () => {
  await writeFile(at('no.zip'), 'not a zip')
  const ran = await make('restore', '--file', at('no.zip'), '--data', at('third'))
  expect([ran.code, ran.out]).toEqual([1, 'This is not a zip file, or it was cut short on its way.\n'])
}, 60_000)

it('makes the folder of a request only once everything is decided', async () => {
  const open = () => openSchool(at('data'), () => undefined)
  let graph = await open()
  const connection = () =>
    connect({ school: localConfig.schools[0]!, send: graph.handle, token: async () => 'local:senco' })
  const { records } = connection()
  const pupil = (await records.store(Pupil).all()).records.find(({ upn, status }) => upn && status === 'E')!
  for (const each of (await records.store(AccessRequest).about('pupil', pupil.key)).records)
    await records.store(AccessRequest).archive(each, 'For the test')
  const request = await records.store(AccessRequest).create(
    blank(AccessRequest, {
      pupil: pupil.key,
      kind: 'subjectAccess',
      received: '2026-10-01',
      state: 'open',
    }),
  )
  await graph.close()
  const asked = ['subject-access', '--pupil', pupil.upn!, '--out', at('answer'), '--data', at('data')]
  const before = await make(...asked)
  expect([before.code, before.out]).toEqual([
    1,
    expect.stringMatching(/Contacts, Name: .*\n[^]*still to be looked at; nothing was made/),
  ])
  expect(before.out).not.toContain(pupil.surname)
  graph = await open()
  const again = connection().records
  const candidates = candidatesOf(await gatherPupil(again, connection().files, pupil.key), [])
  const given = candidates.map((candidate) => {
    const { recordType, record, field, text } = candidate
    const seen = seenMark(candidate, text)
    return {
      key: decisionKey(request.key, recordType, record, field),
      record: blank(Withholding, { request: request.key, recordType, record, field, decision: 'give', seen }),
    }
  })
  await again.store(Withholding).createMany(given)
  await graph.close()
  const after = await make(...asked)
  expect([after.code, after.out]).toEqual([0, expect.stringMatching(/\d+ entries, 0 kept back/)])
  const names = await readdir(at('answer'))
  expect(names.toSorted()).toEqual([
    'README.txt', 'Record.docx', 'Record.xlsx', 'index.json', 'record.json', 'schema.json', 'withheld.json',
  ]) // prettier-ignore
  const word = unzipSync(new Uint8Array(await readFile(at('answer/Record.docx'))))
  expect(strFromU8(word['word/document.xml']!)).toContain(pupil.surname)
}, 180_000)
