import { beforeAll, expect, test } from 'vitest'
import { wordMatrix } from '../../src/emulator/office/requirementSets.ts'
import { insertDocument, wordCan } from '../../src/host/word.ts'
import { noticesOf } from '../../src/taskpane/host/notices.ts'
import { wordsOf } from '../../src/ui/words.ts'
import type { Problem } from '../../src/domain/problem.ts'
import { openDocument, startOffice } from './wordHost.ts'

beforeAll(async () => {
  openDocument(undefined, { matrix: wordMatrix.none })
  await startOffice()
})

test('a Word without any such API is said to be one before a button is pressed, and takes nothing', async () => {
  const { host } = openDocument(undefined, { matrix: wordMatrix.none })
  const can = wordCan()
  expect(noticesOf(null, can)).toMatchObject([
    { key: 'noWord', intent: 'warning', todo: expect.stringContaining('Download the minutes') },
  ])
  const problem = await insertDocument(new Uint8Array(10), 'end').catch(
    (thrown: unknown) => thrown as Problem,
  )
  expect(wordsOf((problem as Problem).trouble).title).toBe('This can’t be done here')
  expect(host.rich.batches).toEqual([])
})
