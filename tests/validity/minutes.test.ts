import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { lintDocx } from '../../src/documents/lintDocx.ts'
import { type ReadBack, readBack } from '../../src/documents/readBack.ts'
import { readDocx } from '../../src/documents/readDocx.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { gatherReview } from '../../src/ui/gatherReview.ts'
import { generatedRecords } from './generated.ts'
import {
  hasLibreOffice,
  hasValidator,
  type Made,
  notConverted,
  onDisk,
  validatorFindings,
} from './programs.ts'

const today = '2026-11-20'
const schools = [
  ['primary', generatedRecords('primary', 11, today)],
  ['secondary', generatedRecords('secondary', 12, today)],
] as const

const all: Made[] = []
/** What reading each of them back found. */
const readAgain: ({ name: string } & ReadBack)[] = []
/** One of each kind of review at each stage, from both schools. */
const chosen: Made[] = []

beforeAll(async () => {
  const kinds = new Set<string>()
  for (const [name, { generated, records }] of schools)
    for (const { key, record } of generated.Review) {
      const file = await gatherReview(records, key, { schoolName: name, today })
      const bytes = docxOf(reviewMinutes(file, today))
      const made = { name: `${name}-${key}.docx`, bytes }
      readAgain.push({ name: made.name, ...readBack(file, readDocx(bytes), today) })
      all.push(made)
      const kind = `${name} ${record.type} ${record.stage}`
      if (!kinds.has(kind)) chosen.push(made)
      kinds.add(kind)
    }
}, 240_000)

test('minutes that nobody touched differ from the record in nothing', () => {
  expect(readAgain.length).toBeGreaterThan(50)
  for (const found of readAgain)
    expect(found).toMatchObject({ differences: [], doubled: [], unmatched: [], missing: [] })
})

test('our own checker finds nothing in the minutes of every review of two schools', () => {
  expect(all.length).toBeGreaterThan(50)
  expect(all.flatMap(({ name, bytes }) => lintDocx(bytes).map((fault) => `${name}: ${fault}`))).toEqual([])
}, 240_000)

test.runIf(hasValidator)(
  'Microsoft’s validator finds nothing in the minutes of each kind and stage',
  async () => {
    expect(chosen.length).toBeGreaterThan(8)
    expect(await validatorFindings(onDisk(chosen))).toEqual([])
  },
  240_000,
)

test.runIf(hasLibreOffice)(
  'LibreOffice converts them all',
  () => {
    expect(notConverted(onDisk(chosen))).toEqual([])
  },
  240_000,
)

test.runIf(hasValidator)(
  'the validator is at work: it finds a planted fault',
  async () => {
    const parts = unzipSync(chosen[0]!.bytes)
    const xml = strFromU8(parts['word/document.xml']!).replace('<w:cantSplit/>', '<w:unheardOf/>')
    const spoilt = zipSync({ ...parts, 'word/document.xml': strToU8(xml) })
    expect(await validatorFindings(onDisk([{ name: 'spoilt.docx', bytes: spoilt }]))).toHaveLength(1)
  },
  60_000,
)
