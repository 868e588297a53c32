import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { upnNumber } from '../importing/given.ts'
import { madeUpXlsx, textSheet } from '../importing/madeUpXlsx.ts'
import { make, temporaryFolder } from './run.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => void (folder = await temporaryFolder()))
afterAll(() => folder.remove())

const file = async (name: string, bytes: string | Uint8Array): Promise<string> => {
  const path = join(folder.path, name)
  await writeFile(path, bytes)
  return path
}
const [a, b, c] = [upnNumber(1), upnNumber(2), upnNumber(3)]

it('three lists in, the exact differences and a fix for each out, as JSON and nothing else', async () => {
  const ours = await file(
    'ours.csv',
    `UPN,Surname,Forename,DOB,Class,SEN status,EHCP date\n${a},Kershaw,Amira,09/01/2018,4B,K,\n${b},Haigh,Tom,01/02/2017,5A,E,01/09/2023\n${c},Clegg,Jo,02/02/2017,5A,N,\n`,
  )
  const mis = await file(
    'mis.xlsx',
    madeUpXlsx([
      {
        name: 'Export',
        xml: textSheet([
          [
            'Unique Pupil Number',
            'Legal Surname',
            'Legal Forename',
            'D.O.B.',
            'Reg',
            'SEN Status',
            'Leaving date',
          ],
          [a, 'Kershaw', 'Amira', '2018-01-09', '4C', 'SEN Support', ''],
          [b, 'Haigh', 'Tom', '2017-02-01', '5A', 'K', ''],
          [c, 'Clegg', 'Jo', '2017-02-02', '5A', 'N', '20/07/2026'],
        ]),
      },
    ]),
  )
  const authority = await file(
    'la.csv',
    `Pupil name,Date of birth,Plan start date\n"Haigh, Tom",01/02/2017,01/10/2023\n`,
  )
  const ran = await make(
    'reconcile',
    '--ours',
    ours,
    '--mis',
    mis,
    '--authority',
    authority,
    '--today',
    '2026-11-22',
  )
  expect([ran.code, ran.error]).toEqual([0, ''])
  const report = JSON.parse(ran.out) as { differences: Record<string, unknown>[] }
  expect(report).toMatchObject({
    lists: { ours: { rows: 3 }, mis: { rows: 3 }, authority: { rows: 1 } },
    children: 3,
    matched: 3,
    doubtful: [],
    notes: [],
  })
  expect(
    report.differences.map(({ label, ours: one, mis: other, authority: third, proposal }) => [
      label,
      one,
      other,
      third,
      proposal,
    ]),
  ).toEqual([
    ['Left', 'on roll', '20 Jul 2026', undefined, { is: 'leaver', left: '2026-07-20' }],
    [
      'SEN status',
      'EHC plan',
      'SEN support',
      'EHC plan',
      { is: 'tellMis', ask: 'Change SEN status from SEN support to EHC plan' },
    ],
    [
      'EHC plan first issued',
      '1 Sep 2023',
      undefined,
      '1 Oct 2023',
      { is: 'take', from: 'authority', changes: { planIssued: '2023-10-01' } },
    ],
    ['Class', '4B', '4C', undefined, { is: 'take', from: 'mis', changes: { className: '4C' } }],
  ])
})

it('tells a row that can’t be read, and a list without the columns that find a child', async () => {
  const ours = await file('ours2.csv', `UPN,Surname,Forename,DOB\n${a},Kershaw,Amira,09/01/2018\n`)
  const mis = await file('mis2.csv', `UPN,Surname,Forename,DOB\n${a},Kershaw,Amira,31/02/2018\n,Haigh,,\n`)
  const ran = await make('reconcile', '--ours', ours, '--mis', mis, '--today', '2026-11-22')
  expect(ran.code).toBe(1)
  const { notes, differences } = JSON.parse(ran.out) as {
    notes: { row: number; compared: boolean }[]
    differences: unknown[]
  }
  expect(notes.map(({ row, compared }) => [row, compared])).toEqual([[2, true], [3, false]]) // prettier-ignore
  expect(differences).toEqual([])
  const short = await file('short.csv', 'Surname,Class\nKershaw,4B\n')
  const refused = await make('reconcile', '--ours', ours, '--mis', short)
  expect(refused.code).toBe(2)
  expect(refused.error).toContain('No column holds a UPN')
  expect((await make('reconcile', '--ours', ours)).code).toBe(2)
})
