// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { oakfieldSchool } from './oakfield.ts'

const amira = blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' })

test('a page reads, writes, saves a document and gives up a reading', async () => {
  const { records, files } = (await oakfieldSchool()).as('senco')
  const store = records.store(Pupil)
  const key = newKey()
  const made = await store.create(amira, key)
  const leaving = new AbortController()
  expect((await store.all({ signal: leaving.signal })).records).toEqual([made])
  const saved = await files.save('senco', 'a.docx', Uint8Array.of(1, 2, 3), 'application/octet-stream')
  expect(saved.name).toBe('a.docx')
  leaving.abort()
  await expect(store.all({ signal: leaving.signal })).rejects.toMatchObject({ name: 'AbortError' })
  expect({ ...localStorage, ...sessionStorage }).toEqual({})
})
