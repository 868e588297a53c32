import { expect, test } from 'vitest'
import { connect } from '../../src/graph/connect.ts'
import { oakfield, oakfieldSchool } from './oakfield.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const bytesOf = (length: number) => Uint8Array.from({ length }, (_, index) => index % 251)

test('a document that was saved is read back byte for byte, and its folder tells of it', async () => {
  const { files } = (await oakfieldSchool()).as('senco')
  const bytes = bytesOf(5_000_000)
  const { name, etag } = await files.save('senco', 'Reviews/2026/50% #1 & co.docx', bytes, docx)
  expect(Buffer.compare(await files.read('senco', `Reviews/2026/${name}`), bytes)).toBe(0)
  expect(await files.list('senco', 'Reviews')).toMatchObject([{ name: '2026', isFolder: true }])
  expect(await files.list('senco', 'Reviews/2026')).toEqual([
    {
      name,
      isFolder: false,
      webUrl: expect.stringContaining(
        '/sites/oakfield-senco/Shared%20Documents/Reviews/2026/50%25',
      ) as string,
      size: bytes.length,
      etag,
      createdAt: expect.stringMatching(/^2026-07-14T09:00/),
      createdBy: 'Helen Marsh',
    },
  ])
  expect(await files.list('senco', 'Nowhere')).toEqual([])
  expect(await files.list('senco', '')).toMatchObject([{ name: 'Reviews', isFolder: true }])
})

test('the address of a file’s bytes is asked without the token', async () => {
  const { emulator, admin } = await oakfieldSchool()
  const sent: Request[] = []
  const send = (request: Request) => {
    sent.push(request)
    return emulator.handle(request)
  }
  const token = () => Promise.resolve(admin.tokenFor('senco'))
  const { files } = connect({ school: oakfield, token, send, sleep: async () => {} })
  await files.save('senco', 'a.docx', bytesOf(9), docx)
  await files.read('senco', 'a.docx')
  const last = sent.at(-1)!
  expect(new URL(last.url).host).toBe('oakfieldtrust.sharepoint.com')
  expect([...last.headers.keys()]).toEqual([])
  expect(last.credentials).toBe('omit')
})

test.each([
  ['https://evil.example/x'],
  ['https://oakfieldtrust.sharepoint.com.evil.example/x'],
  ['http://oakfieldtrust.sharepoint.com/x'],
  ['https://evil.example/?https://oakfieldtrust.sharepoint.com'],
  ['not an address'],
])('a file is neither fetched from nor sent to %s', async (address) => {
  const { emulator, admin } = await oakfieldSchool()
  const asked: string[] = []
  const send = async (request: Request) => {
    asked.push(new URL(request.url).host)
    const answer = await emulator.handle(request)
    const text = await answer.clone().text()
    const forged = text
      .replace(/("uploadUrl":")[^"]*/, `$1${address}`)
      .replace(/(downloadUrl":")[^"]*/, `$1${address}`)
    return text === forged ? answer : new Response(forged, { status: answer.status })
  }
  const token = () => Promise.resolve(admin.tokenFor('senco'))
  const { files } = connect({ school: oakfield, token, send, sleep: async () => {} })
  await files.save('senco', 'a.docx', bytesOf(9), docx)
  const unexpected = { trouble: { code: 'unexpected' } }
  await expect(files.read('senco', 'a.docx')).rejects.toMatchObject(unexpected)
  await expect(files.save('senco', 'b.docx', bytesOf(5_000_000), docx)).rejects.toMatchObject(unexpected)
  expect(new Set(asked)).toEqual(new Set(['graph.microsoft.com']))
})

test('a download that is not answered at once is asked for again', async () => {
  const school = await oakfieldSchool()
  const { files } = school.as('senco')
  await files.save('senco', 'a.docx', bytesOf(9), docx)
  school.admin.fault({ answer: 'busyEmpty', path: 'downloads', times: 2 })
  expect(await files.read('senco', 'a.docx')).toEqual(bytesOf(9))
  school.admin.fault({ answer: 'lostBefore', path: 'downloads' })
  expect(await files.read('senco', 'a.docx')).toEqual(bytesOf(9))
  school.admin.fault({ answer: 'lostBefore', path: 'downloads', times: 9 })
  await expect(files.read('senco', 'a.docx')).rejects.toMatchObject({ trouble: { code: 'offline' } })
})

test('a document is deleted once, a folder never, and one that is gone is no Problem', async () => {
  const school = await oakfieldSchool()
  const { files } = school.as('senco')
  for (const answer of ['lostBefore', 'lostAfter'] as const) {
    await files.save('senco', 'Old/a.docx', bytesOf(9), docx)
    school.admin.fault({ answer, method: 'DELETE' })
    await files.dispose('senco', 'Old/a.docx')
    expect(await files.list('senco', 'Old')).toEqual([])
  }
  await files.dispose('senco', 'Old/a.docx')
  await expect(files.read('senco', 'Old/a.docx')).rejects.toMatchObject({ trouble: { code: 'gone' } })
  await files.save('senco', 'Old/b.docx', bytesOf(9), docx)
  await expect(files.dispose('senco', 'Old')).rejects.toMatchObject({ trouble: { code: 'refused' } })
  expect(await files.list('senco', 'Old')).toHaveLength(1)
})
