import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { docxOf } from '../../src/documents/docx.ts'
import { lintDocx } from '../../src/documents/lintDocx.ts'
import { lintXlsx } from '../../src/documents/lintXlsx.ts'
import { provisionMap } from '../../src/documents/provisionMap.ts'
import { readBack } from '../../src/documents/readBack.ts'
import { readDocx } from '../../src/documents/readDocx.ts'
import type { ReviewFile } from '../../src/documents/reviewFile.ts'
import { reviewMinutes } from '../../src/documents/reviewMinutes.ts'
import { xlsxBytes } from '../../src/documents/xlsx/xlsx.ts'
import { type AnyRecordType, fieldsOf } from '../../src/domain/record.ts'
import { recordTypes } from '../../src/domain/records/index.ts'
import { workedExample } from '../documents/madeUpSchool.ts'
import { fullFile } from '../documents/madeUpReview.ts'
import {
  hasLibreOffice,
  hasValidator,
  type Made,
  notConverted,
  onDisk,
  validatorFindings,
} from './programs.ts'

const today = '2026-11-20'

/** What a person, an MIS or an attacker may have put into any text of any record. */
const nasty: readonly (readonly [string, string])[] = [
  ['markup', ']]></w:t></w:r><!--<?x ?>&lt;&#0;&xxe;<script>alert("1")</script>\'"'],
  ['controls', 'a\u0000b\u0001c\u0008d\u000be\u000cf\u001bg\u007fh\u0085i\u0090j\ufffek\uffff'],
  ['surrogates', '\ud800 half \udc00\ud83d and back \udfff\ud800'],
  ['direction', '\u202Egnorts\u202C \u2066isolate\u2069 \u200F\u061C\u200B\uFEFF'],
  ['scripts', 'Siân Ŵyn Łódź Żółć ہر ماہ جائزہ עברית 中文 👩🏽‍🦽🏴󠁧󠁢󠁷󠁬󠁳󠁿 é'],
  ['formula', '=HYPERLINK("http://x.example","y")'],
  ['commands', '@SUM(1+9)*cmd|\' /C calc\'!A0'],
  ['lines', '\r\n\n one\r two\u2028three\u2029four\t\tfive   \n\n'],
  ['spaces', '   \u00a0 \u202f x \u3000 '],
  ['codes', 'PAGE \\* MERGEFORMAT } { INCLUDETEXT "c:\\\\x" _x000D_ _x0000_ &P&N&"Arial"'],
  ['long', 'Zażółć gęślą & <jaźń> “so” '.repeat(2_300).slice(0, 60_000)],
] // prettier-ignore

const typeOf = new Map<string, AnyRecordType>(
  Object.entries({
    pupil: 'Pupil', contacts: 'Contact', needs: 'Need', outcomes: 'Outcome', allocations: 'Allocation', rates: 'Rate',
    provisions: 'Provision', review: 'Review', previousReview: 'Review', previousActions: 'Action', school: 'School',
    contributors: 'Contributor', progress: 'OutcomeProgress', provisionReviews: 'ProvisionReview', pupils: 'Pupil',
    sectionChanges: 'SectionChange', actions: 'Action', views: 'View', limits: 'DateLimit',
  }).map(([name, type]) => [name, recordTypes.find((each) => each.name === type)!]), // prettier-ignore
)

/** The same records with the text in every field that holds text. */
const spoilt = <T extends object>(given: T, text: string): T =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const type = typeOf.get(name)
      if (!type || value === null || typeof value !== 'object') return [name, value]
      const texts = Object.fromEntries(
        fieldsOf(type).flatMap(([field, { kind, ...rest }]) =>
          kind === 'text'
            ? [[field, text.slice(0, (rest as { max?: number }).max ?? 255)]]
            : kind === 'longText'
              ? [[field, text]]
              : [],
        ),
      )
      const change = (record: object) => ({ ...record, ...texts })
      return [name, Array.isArray(value) ? value.map(change) : change(value)]
    }),
  ) as T

const reviews: readonly (readonly [string, ReviewFile])[] = [
  ['year4', fullFile()],
  ['year9', fullFile({ dateOfBirth: '2011-10-12', yearGroup: '10' }, { type: 'annual', stage: 'planning' })],
]
const minutes = nasty.flatMap(([name, text]) =>
  reviews.map(([which, file]) => {
    const hostile = spoilt(file, text)
    return { name: `${name}-${which}.docx`, file: hostile, bytes: docxOf(reviewMinutes(hostile, today)) }
  }),
)
const maps: Promise<Made[]> = Promise.all(
  nasty.map(async ([name, text]) => ({
    name: `${name}.xlsx`,
    bytes: await xlsxBytes(
      provisionMap({ ...spoilt(workedExample(), text), schoolName: text }),
      new Date(`${today}T09:00:00Z`),
    ),
  })),
)

test('minutes with hostile text in every field are well made and read back as the record', () => {
  expect(minutes).toHaveLength(nasty.length * reviews.length)
  for (const { name, file, bytes } of minutes) {
    expect([name, lintDocx(bytes)]).toEqual([name, []])
    expect({ name, ...readBack(file, readDocx(bytes), today) }).toMatchObject({
      name,
      differences: [],
      doubled: [],
      unmatched: [],
    })
  }
})

test('no part of a hostile document has a tag, an entity, a link or a formula that we did not write', async () => {
  for (const { name, bytes } of [...minutes, ...(await maps)])
    for (const [part, held] of Object.entries(unzipSync(bytes))) {
      const xml = strFromU8(held)
      const found = /<script|<!DOCTYPE|<!ENTITY|&xxe;|TargetMode="External"|<f>[^<]*(HYPERLINK|cmd\|)/.exec(
        xml,
      )
      expect([name, part, found?.[0] ?? null]).toEqual([name, part, null])
    }
})

test('no hidden override turns the reading direction of a line in the minutes', () => {
  for (const { name, bytes } of minutes)
    expect([name, /[\u202A-\u202E\u2066-\u2069]/.test(JSON.stringify(readDocx(bytes)))]).toEqual([
      name,
      false,
    ])
})

test('workbooks with hostile text in every field are well made', async () => {
  for (const { name, bytes } of await maps) expect([name, lintXlsx(bytes)]).toEqual([name, []])
})

test.runIf(hasValidator)(
  'Microsoft’s validator finds nothing in hostile documents',
  async () => {
    expect(await validatorFindings(onDisk([...minutes, ...(await maps)]))).toEqual([])
  },
  240_000,
)

test.runIf(hasLibreOffice)(
  'LibreOffice opens hostile documents',
  async () => {
    // The long one takes LibreOffice minutes and shows nothing new.
    const some = [...minutes, ...(await maps)].filter(({ name }) =>
      /^(markup|controls|surrogates|codes)/.test(name),
    )
    expect(some).toHaveLength(12)
    expect(notConverted(onDisk(some))).toEqual([])
  },
  240_000,
)
