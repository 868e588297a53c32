import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { ChronologyEntry } from '../../src/domain/records/chronologyEntry.ts'
import { candidatesOf } from '../../src/export/candidates.ts'
import { amira, anyLists, decided, fileWith, packageOf, stored } from '../export/given.ts'
import {
  hasLibreOffice,
  hasValidator,
  type Made,
  notConverted,
  onDisk,
  validatorFindings,
} from './programs.ts'

const texts = [
  ']]></w:t><!--<script>alert("1")</script>',
  'a\u0001b\ud800c \u202Egnorts\u202C',
  'Siân Łódź ہر ماہ جائزہ 👩🏽‍🦽',
  '=HYPERLINK("http://x.example","y")',
  'line\n\nline\tafter',
]
const entries = texts.map((text) =>
  stored(blank(ChronologyEntry, { pupil: amira.key, happenedOn: '2026-02-28', kind: 'other', text })),
)

/** The Word and Excel files of answers to requests, with some things kept back and some blacked out. */
const made = async (): Promise<Made[]> => {
  const all: Made[] = []
  for (const [at, lists] of fc.sample(anyLists(), { seed: 5, numRuns: 4 }).entries()) {
    const file = fileWith([...lists, { type: ChronologyEntry, records: entries as never }])
    const decisions = candidatesOf(file, []).map((one, i) =>
      i % 3 === 0 && one.text.length > 255
        ? decided(one, { decision: 'redact', redacted: `████${one.text.slice(1)}` })
        : decided(one, {}),
    )
    const { parts } = await packageOf(file, decisions)
    all.push({ name: `record-${at}.docx`, bytes: parts['Record.docx']! })
    all.push({ name: `record-${at}.xlsx`, bytes: parts['Record.xlsx']! })
  }
  return all
}

test.runIf(hasValidator)(
  'Microsoft’s validator finds nothing in the record of a pupil that is given on request',
  async () => {
    expect(await validatorFindings(onDisk(await made()))).toEqual([])
  },
  240_000,
)

test.runIf(hasLibreOffice)(
  'LibreOffice opens the record of a pupil that is given on request',
  async () => {
    expect(notConverted(onDisk((await made()).slice(0, 2)))).toEqual([])
  },
  240_000,
)
