import { strFromU8, unzipSync } from 'fflate'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Review } from '../../src/domain/records/review.ts'
import { upnCheckLetter } from '../../src/domain/rules/upn.ts'
import { localConfig } from '../../src/emulator/localConfig.ts'
import { openSchool } from '../../src/emulator/server/school.ts'
import { serve } from '../../src/emulator/server/serve.ts'
import { publish, unpublish } from '../../src/emulator/server/serving.ts'
import { connect } from '../../src/graph/connect.ts'
import { make, temporaryFolder } from './run.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let data: string
let withPlan: Pupil & { key: string }
let without: Pupil & { key: string }
const at = (name: string) => join(folder.path, name)
const open = () => openSchool(data, () => undefined)

beforeAll(async () => {
  folder = await temporaryFolder()
  data = at('data')
  const graph = await open()
  const { records } = connect({
    school: localConfig.schools[0]!,
    send: graph.handle,
    token: () => Promise.resolve('local:senco'),
  })
  const pupils = (await records.store(Pupil).all()).records
  const reviews = (await records.store(Review).all()).records
  withPlan = pupils.find(
    ({ key, upn }) => upn !== null && reviews.some((r) => r.pupil === key && r.stage === 'closed'),
  )!
  without = pupils.find(({ upn, status }) => upn !== null && status === 'K')!
  await graph.close()
}, 120_000)
afterAll(() => folder.remove())

const partsOf = async (file: string) => {
  const parts = unzipSync(new Uint8Array(await readFile(file)))
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

describe('letter', () => {
  it('writes a page for each person who can be written to and prints no name; an unknown kind is told', async () => {
    const out = at('letters.docx')
    const ran = await make(
      'letter',
      '--kind',
      'invitation',
      '--pupil',
      withPlan.upn!,
      '--out',
      out,
      '--data',
      data,
    )
    expect(ran.code).toBe(0)
    expect(ran.out).toMatch(/\d letters/)
    expect(ran.out + ran.error).not.toContain(withPlan.surname)
    const body = (await partsOf(out))['word/document.xml']!
    expect(body).toContain('an invitation')
    const count = Number(/(\d+) letters/.exec(ran.out)![1])
    expect(body.match(/Yours sincerely/g)).toHaveLength(count)
    const wrong = await make('letter', '--kind', 'poem', '--pupil', 'any', '--out', out, '--data', data)
    expect(wrong).toMatchObject({ code: 2 })
    expect(wrong.error).toContain('--kind is one of')
  }, 60_000)
})

describe('minutes', () => {
  it('of a pupil by UPN are a Word document about that pupil, in a folder made for it; their name is not printed', async () => {
    const out = at('new/folder/minutes.docx')
    const ran = await make('minutes', '--pupil', withPlan.upn!.toLowerCase(), '--out', out, '--data', data)
    expect(ran).toMatchObject({ code: 0, error: '' })
    expect(ran.out).not.toContain(withPlan.surname)
    const parts = await partsOf(out)
    expect(parts['word/document.xml']).toContain(withPlan.surname)
  }, 60_000)

  it('of any pupil take the first with a review', async () => {
    const ran = await make('minutes', '--pupil', 'any', '--out', at('any.docx'), '--data', data)
    expect(ran).toMatchObject({ code: 0, error: '' })
    expect((await partsOf(at('any.docx')))['word/document.xml']).toContain('rv.')
  }, 60_000)

  it.each([
    ['a UPN that nobody has', () => ['--pupil', 'B801200005001'], /^No pupil at .* has this UPN\.\n$/],
    ['what is no UPN', () => ['--pupil', 'Amira'], /^No pupil at .* has this UPN\.\n$/],
    ['a pupil without a review', () => ['--pupil', without.upn!], /^This pupil has no review yet\.\n$/],
    [
      'another review’s key',
      () => ['--pupil', withPlan.upn!, '--review', 'X'],
      /^This pupil has no review with that key\.\n$/,
    ],
    ['an unknown school', () => ['--pupil', 'any', '--school', 'hogwarts'], /^There is no school “hogwarts”/],
  ])(
    'of %s: one line, exit 2',
    async (_, args, said) => {
      const ran = await make('minutes', ...args(), '--out', at('never.docx'), '--data', data)
      expect([ran.code, ran.out]).toEqual([2, ''])
      expect(ran.error).toMatch(said)
    },
    60_000,
  )

  it('for somebody who is let into none of the sites: a sentence, exit 1', async () => {
    const ran = await make(
      'minutes',
      '--pupil',
      'any',
      '--out',
      at('never.docx'),
      '--data',
      data,
      '--as',
      'governor',
    )
    expect([ran.code, ran.out]).toEqual([1, ''])
    expect(ran.error).toContain('access')
  }, 60_000)

  it('to a place that can’t be written: a line, exit 2', async () => {
    await mkdir(at('taken.docx'), { recursive: true })
    const ran = await make('minutes', '--pupil', 'any', '--out', at('taken.docx'), '--data', data)
    expect([ran.code, ran.error]).toEqual([2, `${at('taken.docx')} is a folder: say the file’s name too.\n`])
  }, 60_000)
})

it.each([
  [[]],
  [['--year', '4']],
  [['--level', 'targeted']],
  [['--school', 'northmoor', '--year', 'Year 9']],
])(
  'the provision map %j is a workbook of formulas',
  async (scope) => {
    const ran = await make('provision-map', '--out', at('map.xlsx'), '--data', data, ...scope)
    expect(ran).toMatchObject({ code: 0, error: '' })
    expect(ran.out).toMatch(/: [1-9]\d* lines for [1-9]\d* pupils, £[\d,]+\.\d\d/)
    expect((await partsOf(at('map.xlsx')))['xl/worksheets/sheet1.xml']).toContain('<f>')
  },
  60_000,
)

describe('import', () => {
  const upn = (n: number) => upnCheckLetter(`99920442190${n}`) + `99920442190${n}`
  const list = `UPN,Surname,Forename,DOB,SEN Status,SEN Need 1\n${upn(1)},Haigh,Ann,09/01/2018,K,SLCN\n${upn(2)},Clegg,Jo,31/02/2018,K,\n${upn(3)},=SUM(A1),Kit,2017-03-03,,\n`

  it('says row by row what became of it, counts in its last line, and ends with 1 for a refused row', async () => {
    await writeFile(at('list.csv'), list)
    const ran = await make('import', at('list.csv'), '--data', data)
    expect(ran.code).toBe(1)
    const lines = ran.out.trimEnd().split('\n')
    expect(lines.at(-1)).toBe('stored 2, unchanged 0, refused 1')
    expect(lines).toContain(
      'Row 3: refused. DOB: found “31/02/2018”, expected a date that the calendar has, such as 10/03/2015 or 2015-03-10',
    )
    expect(ran.out).not.toMatch(/Haigh|Clegg/)
  }, 60_000)

  it('a second time stores nothing, and good rows alone end with 0', async () => {
    const good = list
      .split('\n')
      .filter((line) => !line.includes('Clegg'))
      .join('\n')
    await writeFile(at('good.csv'), good)
    const ran = await make('import', at('good.csv'), '--data', data)
    expect([ran.code, ran.out.trimEnd().split('\n').at(-1)]).toEqual([0, 'stored 0, unchanged 2, refused 0'])
  }, 60_000)

  it.each([
    ['an empty file', '', /The file is empty/],
    ['a workbook under another name', 'PK\u0003\u0004 xl/workbook.xml', /workbook is damaged/],
    ['no heading for a date of birth', 'Surname,Forename\nHaigh,Ann\n', /No heading for Date of birth/],
  ])(
    'of %s says so and counts nothing',
    async (_, text, said) => {
      await writeFile(at('bad.csv'), text)
      const ran = await make('import', at('bad.csv'), '--data', data)
      expect(ran.code).toBe(1)
      expect(ran.out).toMatch(said)
      expect(ran.out.trimEnd().split('\n').at(-1)).toBe('stored 0, unchanged 0, refused 0')
    },
    60_000,
  )

  it('of a file that is not there: one line, exit 2', async () => {
    expect(await make('import', at('none.csv'), '--data', data)).toEqual({
      code: 2,
      out: '',
      error: `There is no file ${at('none.csv')}.\n`,
    })
  }, 60_000)
})

it('works through the server that has the schools open, as the pages do', async () => {
  const graph = await open()
  const served = await serve(graph, 0)
  await publish(data, served.port)
  try {
    const ran = await make('minutes', '--pupil', withPlan.upn!, '--out', at('served.docx'), '--data', data)
    expect(ran).toMatchObject({ code: 0, error: '' })
    expect((await partsOf(at('served.docx')))['word/document.xml']).toContain(withPlan.surname)
  } finally {
    await served.close()
    await graph.close()
    await unpublish(data)
  }
}, 60_000)
