import { strToU8 } from 'fflate'
import { docxOf } from '../documents/docx.ts'
import { xlsxBytes } from '../documents/xlsx/xlsx.ts'
import { Problem } from '../domain/problem.ts'
import { recordTypesVersion, type Stored } from '../domain/record.ts'
import type { AccessRequest } from '../domain/records/accessRequest.ts'
import { recordTypes } from '../domain/records/index.ts'
import { exemptions, type Withholding } from '../domain/records/withholding.ts'
import { londonDay, writtenDay } from '../domain/rules/day.ts'
import { setting, settingsOn } from '../domain/rules/settings.ts'
import type { Files } from '../graph/storeTypes.ts'
import type { FoundDocument } from './copyDocuments.ts'
import { sha256 } from './hash.ts'
import { notIncluded } from './notIncluded.ts'
import type { PupilFile } from './pupilFile.ts'
import { isSafePath } from './readZip.ts'
import { recordDocument, type RecordContent, type WithheldLine } from './recordDocument.ts'
import type { GivenList } from './recordWords.ts'
import { recordWorkbook } from './recordWorkbook.ts'
import { documentKey, documentType, wholeRecord } from './candidate.ts'
import { candidatesOf } from './candidates.ts'
import { givenRecord, labelOfDecision, standingOf } from './redaction.ts'
import { jsonSchema } from './schema.ts'
import { copiedRow } from './copiedRows.ts'
import { type Sink, zipTo } from './writeZip.ts'

export type PackageInput = {
  readonly file: PupilFile
  readonly request: Stored<AccessRequest>
  readonly decisions: readonly Stored<Withholding>[]
  readonly schoolName: string
  /** For the documents that are given. */
  readonly files: Files | null
  readonly now: Date
}

export type PackageIndex = {
  readonly format: 'goldthread-pupil-record'
  readonly formatVersion: 1
  readonly recordTypesVersion: number
  readonly made: string
  readonly lists: readonly { readonly type: string; readonly list: string; readonly entries: number }[]
  readonly withheld: number
  /** Where else something about the pupil may be: in words, for people. */
  readonly notIncluded: readonly string[]
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[]
}

/** Of these decisions only those that still belong to something in the record. */
const givenLists = ({ lists }: PupilFile, decisions: readonly Stored<Withholding>[]): GivenList[] =>
  lists.map(({ type, records }) => {
    const given = records.map((record) => givenRecord(type, record, decisions))
    const left = given.filter((each) => each !== null)
    return { type, records: left, keptBack: given.length - left.length }
  })

const withheldLines = (
  lists: readonly GivenList[],
  decisions: readonly Stored<Withholding>[],
): WithheldLine[] => {
  const less = decisions.filter(({ decision }) => decision !== 'give')
  const line = (each: Stored<Withholding>, list: string, number: number | null): WithheldLine => ({
    list,
    number,
    field: labelOfDecision(each),
    how: each.decision === 'redact' ? 'Blacked out in part' : 'Kept back',
    exemption: each.exemption ? exemptions[each.exemption] : '',
  })
  return [
    ...lists.flatMap(({ type, records }) => {
      const ours = less.filter(({ recordType }) => recordType === type.name)
      return [
        ...records.flatMap(({ record }, at) =>
          ours.filter((each) => each.record === record.key).map((each) => line(each, type.list, at + 1)),
        ),
        ...ours.filter(({ field }) => field === wholeRecord).map((each) => line(each, type.list, null)),
      ]
    }),
    ...less
      .filter(({ recordType }) => recordType === documentType)
      .map((each) => line(each, 'Documents', null)),
  ]
}

const readme = (content: RecordContent): string =>
  [
    'THE SEND RECORD OF ONE PUPIL, GIVEN ON REQUEST',
    `${content.schoolName}, ${writtenDay(content.today)}`,
    '',
    'CONFIDENTIAL. It holds personal data about a child. Keep it where nobody else can open it.',
    '',
    '  Record.docx    the whole record to read, with what was kept back and why at its end',
    '  Record.xlsx    the same as a workbook, a sheet for each list',
    '  record.json    the same for other programs; schema.json says what each field means',
    '  withheld.json  where something was kept back, and under which rule; never what',
    ...(content.documents.length > 0
      ? ['  documents/     files of the school that are about the pupil']
      : []),
    '  index.json     the SHA-256 of every file, to show that none was changed',
    '',
    'NOT IN IT',
    ...content.notIncluded.map((line) => `  - ${line}`),
    '',
  ].join('\r\n')

const nameOf = ({ path }: FoundDocument) => path.split('/').at(-1)!

/**
 * Packs one pupil's record as it is given: Word, Excel, JSON with schema, the list of what was kept back, and an
 * index. Problem `refused` while anything is undecided. What is kept back is in no part of it; what it
 * doesn't hold for other reasons (`notIncluded`) is said in it, and to be looked at by a person before.
 */
export const writePackage = async (input: PackageInput, sink: Sink): Promise<PackageIndex> => {
  const { file, request, schoolName, files, now } = input
  const candidates = candidatesOf(file, input.decisions)
  const open = candidates.filter((candidate) => standingOf(candidate, input.decisions).is !== 'decided')
  if (open.length > 0)
    throw new Problem(
      { code: 'refused', why: 'Something still has to be looked at: decide on it first.' },
      'A package has open candidates',
    )
  const today = londonDay(now)
  const school = settingsOn(
    file.schools.filter(({ archived }) => !archived),
    today,
  )
  const lists = givenLists(file, input.decisions)
  const isKeptBack = (document: FoundDocument) =>
    input.decisions.some(
      ({ recordType, record, decision }) =>
        recordType === documentType && record === documentKey(document) && decision !== 'give',
    )
  const documents = file.documents.filter((document) => !isKeptBack(document))
  const content: RecordContent = {
    pupil: pupilAsGiven(file, lists),
    schoolName: school?.name ?? schoolName,
    confidentialityLine: setting(school, 'confidentialityLine'),
    received: request.received,
    today,
    request: request.key,
    lists,
    withheld: withheldLines(lists, input.decisions),
    documents: documents.map(nameOf),
    notIncluded: notIncluded(file),
  }

  const zip = zipTo(sink)
  const written: { path: string; bytes: number; sha256: string }[] = []
  const put = async (path: string, bytes: Uint8Array | string) => {
    const whole = typeof bytes === 'string' ? strToU8(bytes) : bytes
    written.push({ path, bytes: whole.length, sha256: await sha256(whole) })
    await zip.add(path, whole)
  }
  await put('README.txt', readme(content))
  await put('Record.docx', docxOf(recordDocument(content)))
  await put('Record.xlsx', await xlsxBytes(recordWorkbook(content), now))
  await put('record.json', json(recordJson(lists)))
  await put(
    'schema.json',
    json(
      jsonSchema(
        lists.map(({ type }) => type),
        { blanks: true },
      ),
    ),
  )
  await put('withheld.json', json(content.withheld))
  const names = new Set<string>()
  for (const document of documents) {
    const name = unused(nameOf(document), names)
    await put(`documents/${name}`, await files!.read(document.audience, document.path))
  }
  const index: PackageIndex = {
    format: 'goldthread-pupil-record',
    formatVersion: 1,
    recordTypesVersion,
    made: now.toISOString(),
    lists: lists.map(({ type, records }) => ({ type: type.name, list: type.list, entries: records.length })),
    withheld: content.withheld.length,
    notIncluded: content.notIncluded,
    files: written,
  }
  await zip.add('index.json', strToU8(json(index)))
  zip.end()
  return index
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** The pupil's own names may have been blacked out too: whatever is printed comes from what is given. */
const pupilAsGiven = ({ pupil }: PupilFile, lists: readonly GivenList[]): PupilFile['pupil'] => {
  const given = lists.find(({ type }) => type.name === 'Pupil')?.records[0]?.record
  const { forename, preferredForename, surname } = (given ?? {}) as Partial<PupilFile['pupil']>
  return {
    ...pupil,
    forename: forename ?? '████',
    surname: surname ?? '████',
    preferredForename: preferredForename ?? null,
  }
}

const recordJson = (lists: readonly GivenList[]) =>
  Object.fromEntries(
    recordTypes.flatMap((type) => {
      const list = lists.find((each) => each.type === type)
      return list
        ? [
            [
              type.name,
              list.records.map(({ record, withheld }) => ({ ...copiedRow(type, record), withheld })),
            ],
          ]
        : []
    }),
  )

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
