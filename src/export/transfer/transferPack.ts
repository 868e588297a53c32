import { strToU8 } from 'fflate'
import { t } from '../../words/t.ts'
import { docxOf } from '../../documents/docx.ts'
import { xlsxBytes } from '../../documents/xlsx/xlsx.ts'
import { Problem } from '../../domain/problem.ts'
import { recordTypesVersion } from '../../domain/record.ts'
import { writtenDay } from '../../domain/rules/day.ts'
import type { Files } from '../../graph/storeTypes.ts'
import { copiedRow } from '../copiedRows.ts'
import { sha256 } from '../hash.ts'
import { isSafePath } from '../readZip.ts'
import { jsonSchema } from '../schema.ts'
import { type Sink, zipTo } from '../writeZip.ts'
import { type TransferContent, transferDocument } from './transferDocument.ts'
import { transferFormat, transferFormatVersion, type TransferIndex } from './transferIndex.ts'
import { transferWorkbook } from './transferWorkbook.ts'

export type PackInput = {
  readonly content: TransferContent
  /** For the documents of the library that go along. */
  readonly files: Pick<Files, 'read'> | null
  readonly now: Date
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

const readme = ({ schoolName, school, transfer, today, file }: TransferContent): string =>
  [
    t`A SEND FILE FOR THE NEXT SCHOOL`,
    `${school?.name ?? schoolName}, ${writtenDay(today)}`,
    '',
    t`PRIVATE AND CONFIDENTIAL: for the SENCO of ${transfer.school ?? t`the next school`} alone.`,
    '',
    t`  Summary.docx  what to read first; its last page is the receipt to sign and send back`,
    t`  Record.xlsx   every entry, a sheet for each list`,
    t`  data.json     the same for another Goldthread; schema.json says what each field means`,
    ...(file.documents.length > 0 ? [t`  documents/    files of the school that are about the pupil`] : []),
    t`  index.json    the SHA-256 of every file, to show that none was changed`,
    '',
    t`NOT IN IT`,
    ...file.leftOut.map(({ list, what, count, why }) => `  - ${list}, ${what} (${count}): ${why}`),
    t`  - Child-protection records: they go from safeguarding lead to safeguarding lead`,
    t`  - Earlier versions of records, and what the school holds outside these lists: email, paper, other systems`,
    '',
  ].join('\r\n')

/** A name in the folder `documents` that no other has. */
const unused = (name: string, taken: Set<string>): string => {
  const safe = isSafePath(name) ? name : 'Document'
  for (let at = 1; ; at += 1) {
    const wanted = at === 1 ? safe : safe.replace(/(\.[^.]*)?$/, ` (${at})$1`)
    if (taken.has(wanted.toLowerCase())) continue
    taken.add(wanted.toLowerCase())
    return wanted
  }
}

/**
 * Packs what goes to the next school: a summary in Word with the receipt, a workbook, JSON with its schema, documents,
 * and an index with the SHA-256 of each. Problem `refused` where the transfer is not of a pupil who leaves or names no
 * school; Problems as the library has them.
 */
export const writeTransferPack = async (
  { content, files, now }: PackInput,
  sink: Sink,
): Promise<TransferIndex> => {
  const { transfer, pupil, file, school, schoolName } = content
  if (transfer.way !== 'leaving' || transfer.school === null)
    throw new Problem(
      { code: 'refused', why: t`Say first to which school the file goes.` },
      'A pack for no school',
    )
  const zip = zipTo(sink)
  const written: { path: string; bytes: number; sha256: string }[] = []
  const put = async (path: string, bytes: Uint8Array | string) => {
    const whole = typeof bytes === 'string' ? strToU8(bytes) : bytes
    written.push({ path, bytes: whole.length, sha256: await sha256(whole) })
    await zip.add(path, whole)
  }
  await put('README.txt', readme(content))
  await put('Summary.docx', docxOf(transferDocument(content)))
  await put('Record.xlsx', await xlsxBytes(transferWorkbook(content), now))
  await put(
    'data.json',
    json(
      Object.fromEntries(
        file.lists.map(({ type, records }) => [
          type.name,
          records.map(({ record, withheld }) => ({ ...copiedRow(type, record), withheld })),
        ]),
      ),
    ),
  )
  await put(
    'schema.json',
    json(
      jsonSchema(
        file.lists.map(({ type }) => type),
        { blanks: true },
      ),
    ),
  )
  const names = new Set<string>()
  for (const document of file.documents)
    await put(
      `documents/${unused(document.path.split('/').at(-1)!, names)}`,
      await files!.read(document.audience, document.path),
    )
  const index: TransferIndex = {
    format: transferFormat,
    formatVersion: transferFormatVersion,
    recordTypesVersion,
    made: now.toISOString(),
    from: { school: school?.name ?? schoolName, senco: school?.senco ?? null },
    to: { school: transfer.school, senco: transfer.senco },
    pupil: { key: pupil.key, upn: pupil.upn },
    lists: file.lists.map(({ type, records }) => ({
      type: type.name,
      list: type.list,
      entries: records.length,
    })),
    leftOut: file.leftOut,
    files: written,
  }
  await zip.add('index.json', strToU8(json(index)))
  zip.end()
  return index
}
