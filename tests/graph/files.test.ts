import { expect, test } from 'vitest'
import { fileName } from '../../src/graph/fileNames.ts'
import { type Oakfield, oakfieldSchool } from './oakfield.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const bytesOf = (length: number) => Uint8Array.from({ length }, (_, index) => index % 251)

const contentOf = async ({ emulator }: Oakfield, path: string) => {
  const site = 'oakfieldtrust.sharepoint.com:/sites/oakfield-senco'
  const address = `https://graph.microsoft.com/v1.0/sites/${site}:/drive/root:/${path}:/content`
  const headers = { Authorization: 'Bearer local:senco' }
  return new Uint8Array(await (await emulator.handle(new Request(address, { headers }))).arrayBuffer())
}

test.each([[10], [4_000_000], [4_000_001], [6_000_000]])(
  'a document of %i bytes is kept whole',
  async (length) => {
    const school = await oakfieldSchool()
    const bytes = bytesOf(length)
    const saved = await school.as('senco').files.save('senco', 'Reviews/Minutes.docx', bytes, docx)
    expect(saved).toMatchObject({
      name: 'Minutes.docx',
      webUrl: expect.stringContaining('/Reviews/Minutes.docx'),
    })
    expect(Buffer.compare(await contentOf(school, 'Reviews/Minutes.docx'), bytes)).toBe(0)
  },
)

test.each([[10], [4_100_000]])('a name that is taken is never written over (%i bytes)', async (length) => {
  const school = await oakfieldSchool()
  const { files } = school.as('senco')
  const first = bytesOf(length)
  await files.save('senco', 'Reviews/Minutes.docx', first, docx)
  const names = []
  for (const start of [1, 2, 3]) {
    names.push((await files.save('senco', 'Reviews/Minutes.docx', first.slice(start), docx)).name)
  }
  expect(names).toEqual([
    'Minutes 2026-07-14 10.00.00.docx',
    'Minutes 2026-07-14 10.00.00 2.docx',
    'Minutes 2026-07-14 10.00.00 3.docx',
  ])
  expect(Buffer.compare(await contentOf(school, 'Reviews/Minutes.docx'), first)).toBe(0)
})

test('a piece that is not taken at once is sent again, without the token', async () => {
  const school = await oakfieldSchool()
  school.admin.fault({ answer: 'busyEmpty', method: 'PUT', path: 'uploads', times: 2 })
  const bytes = bytesOf(5_400_000)
  await school.as('senco').files.save('senco', 'Map.xlsx', bytes, docx)
  expect(Buffer.compare(await contentOf(school, 'Map.xlsx'), bytes)).toBe(0)
  expect(school.waits).toHaveLength(2)
})

test('who may not write is told so', async () => {
  const { files } = (await oakfieldSchool()).as('head')
  await expect(files.save('senco', 'a.docx', bytesOf(3), docx)).rejects.toMatchObject({
    trouble: { code: 'noAccess' },
  })
})

test.each([
  ['2026-03-10 AK 50% #1 & co.docx', '2026-03-10 AK 50% #1 & co.docx'],
  ['Review 10:30 "final"? <new>|.docx', 'Review 10-30 -final- -new-.docx'],
  ['..\\up/down\n.docx', '-up-down.docx'],
  [' ~$ hidden. ', '$ hidden'],
  ['CON.docx', '-CON.docx'],
  ['', 'Untitled'],
  ['.docx', 'docx'],
  [`${'Siân 👩🏽‍🦽 '.repeat(40)}.docx`, expect.stringMatching(/^Siân .{1,130}\.docx$/u)],
])('%j is filed as %j', async (asked, name) => {
  expect(fileName(asked)).toEqual(name)
  const school = await oakfieldSchool()
  const saved = await school.as('senco').files.save('senco', fileName(asked), bytesOf(3), docx)
  expect(saved.name).toEqual(name)
})

test('who is signed in, and colleagues by the start of a word', async () => {
  const school = await oakfieldSchool()
  const { me, findPeople } = school.as('teacher')
  expect(await me()).toMatchObject({
    displayName: 'Priya Nair',
    userPrincipalName: 'priya.nair@oakfieldtrust.example',
  })
  expect((await findPeople('mar')).map(({ displayName }) => displayName)).toEqual([
    'Helen Marsh',
    'Margaret Ellis',
  ])
  expect(await findPeople('m')).toEqual([])
  expect(await findPeople('Ma" "x:\\')).toEqual([])
})
