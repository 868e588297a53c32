import { t } from '../../words/t.ts'
import { isKey } from '../../domain/key.ts'
import { type AnyRecordType, fieldsOf, recordTypesVersion } from '../../domain/record.ts'
import { recordTypeNamed, recordTypes } from '../../domain/records/index.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { isCount, isObject, jsonIn, proved, type RefusedRow, type RowOfCopy, rowFrom } from '../readCopy.ts'
import { NotTaken, openZip, type ZipReader } from '../readZip.ts'
import { goingOf } from './goesOn.ts'
import { transferFormat, transferFormatVersion, type TransferIndex } from './transferIndex.ts'

export type ListOfPack = {
  readonly type: AnyRecordType
  readonly rows: readonly RowOfCopy[]
  readonly refused: readonly RefusedRow[]
}
/** A pack of another school: proved whole, every row checked; nothing of it is stored. */
export type TransferPack = {
  readonly index: TransferIndex
  readonly pupil: RowOfCopy & { readonly record: Pupil }
  /** In the order in which records are made; the pupil's own row is not among them. */
  readonly lists: readonly ListOfPack[]
  /** The SHA-256 of the whole file, as the sending school wrote it down. */
  readonly mark: string
}
export type PackRead = { readonly pack: TransferPack } | { readonly refused: string }

const limits = { parts: 5_000, part: 300_000_000, whole: 1_000_000_000 }
const isSchool = (value: unknown) => isObject(value) && 'school' in value && 'senco' in value

const indexIn = (zip: ZipReader): TransferIndex => {
  if (!zip.entries.some(({ name }) => name === 'index.json'))
    throw new NotTaken(t`This zip file is no transfer pack made by Goldthread: it has no index.json.`)
  const index = jsonIn(zip, 'index.json')
  if (!isObject(index) || index['format'] !== transferFormat)
    throw new NotTaken(
      t`This zip file is no transfer pack made by Goldthread. A copy of a school is brought in under Records, Copy of everything.`,
    )
  const { formatVersion, recordTypesVersion: version, pupil, lists, files, leftOut } = index
  if (!isCount(formatVersion) || !isCount(version))
    throw new NotTaken(t`The index of this pack is damaged. Ask the school to send it again.`)
  if ((formatVersion as number) > transferFormatVersion || (version as number) > recordTypesVersion)
    throw new NotTaken(
      t`This pack was made by a newer Goldthread, which keeps fields that this one doesn’t know. Update Goldthread here first, so that nothing is lost.`,
    )
  const isListed = (each: unknown) =>
    isObject(each) && typeof each['type'] === 'string' && isCount(each['entries'])
  const isFile = (each: unknown) =>
    isObject(each) && typeof each['path'] === 'string' && typeof each['sha256'] === 'string'
  if (
    !isObject(pupil) ||
    !isKey(pupil['key']) ||
    !Array.isArray(lists) ||
    !lists.every(isListed) ||
    !Array.isArray(files) ||
    !files.every(isFile) ||
    !Array.isArray(leftOut) ||
    !isSchool(index['from']) ||
    !isSchool(index['to']) ||
    typeof (index['from'] as { school: unknown }).school !== 'string'
  )
    throw new NotTaken(t`The index of this pack is damaged. Ask the school to send it again.`)
  return index as unknown as TransferIndex
}

/** What was withheld is blank and said so: it is no field of a record. */
const withoutMarks = (row: unknown): unknown => {
  if (!isObject(row)) return row
  const { withheld: _, ...rest } = row
  return rest
}

const listIn = (type: AnyRecordType, given: unknown, entries: number, version: number): ListOfPack => {
  if (!Array.isArray(given) || given.length !== entries)
    throw new NotTaken(t`“${type.list}” in it does not hold what its index says.`)
  const rows: RowOfCopy[] = []
  const refused: RefusedRow[] = []
  const seen = new Set<string>()
  given.forEach((each: unknown, at) => {
    const read = rowFrom(type, withoutMarks(each), version)
    const key = isObject(each) && isKey(each['key']) ? each['key'] : null
    if (typeof read === 'string') refused.push({ row: at + 1, key, why: read })
    else if (read.archived) refused.push({ row: at + 1, key, why: t`it is archived` })
    else if (seen.has(read.key)) refused.push({ row: at + 1, key, why: t`another record has the same key` })
    else {
      seen.add(read.key)
      rows.push(read)
    }
  })
  return { type, rows, refused }
}

const pupilIn = (lists: readonly ListOfPack[], index: TransferIndex): TransferPack['pupil'] => {
  const own = lists.find(({ type }) => type.name === 'Pupil')
  const [row, ...others] = own?.rows ?? []
  if (!row || others.length > 0 || own!.refused.length > 0)
    throw new NotTaken(
      t`This pack does not hold one pupil whose details can be read${own?.refused[0] ? `: ${own.refused[0].why}` : ''}.`,
    )
  const pupil = row as TransferPack['pupil']
  if (pupil.key !== index.pupil.key || (pupil.record.upn ?? null) !== (index.pupil.upn ?? null))
    throw new NotTaken(t`The index of this pack is about another pupil than its data.`)
  return pupil
}

/** Rows of another pupil, or that point to another pupil, are never taken. */
const ofPupil = (list: ListOfPack, pupil: string): ListOfPack => {
  const keys = fieldsOf(list.type).flatMap(([name, field]) =>
    field.kind === 'key' && field.to === 'Pupil' ? [name] : [],
  )
  const strange = (row: RowOfCopy) =>
    keys.some((name) => row.record[name] !== null && row.record[name] !== pupil)
  return {
    ...list,
    rows: list.rows.filter((row) => !strange(row)),
    refused: [
      ...list.refused,
      ...list.rows.flatMap((row, at) =>
        strange(row) ? [{ row: at + 1, key: row.key, why: t`it is about another pupil` }] : [],
      ),
    ],
  }
}

/**
 * Reads a transfer pack: never throws for what is in the bytes, but says in a sentence why it is not taken. Every file
 * is held against its SHA-256, every row against its declaration; a row that can't be stored is listed. `mark`: the
 * SHA-256 of the whole file.
 */
export const readTransferPack = async (bytes: Uint8Array, mark: string): Promise<PackRead> => {
  try {
    const zip = openZip(bytes, limits)
    const index = indexIn(zip)
    await proved(zip, index, () => {})
    const data = jsonIn(zip, 'data.json')
    if (!isObject(data)) throw new NotTaken(t`“data.json” in it holds no records.`)
    const names = new Set(index.lists.map(({ type }) => type))
    if (names.size !== index.lists.length || Object.keys(data).some((name) => !names.has(name)))
      throw new NotTaken(t`The pack holds lists that its index doesn’t name.`)
    const order = new Map(recordTypes.map(({ name }, at) => [name, at]))
    const lists = index.lists
      .map(({ type: name, entries }) => {
        const type = recordTypeNamed(name)
        if (!type || goingOf(type) === null)
          throw new NotTaken(t`The pack holds a list that no transfer has, so it is not read.`)
        return listIn(type, data[name], entries, index.recordTypesVersion)
      })
      .toSorted((a, b) => order.get(a.type.name)! - order.get(b.type.name)!)
    const pupil = pupilIn(lists, index)
    return {
      pack: {
        index,
        pupil,
        lists: lists.filter(({ type }) => type.name !== 'Pupil').map((list) => ofPupil(list, pupil.key)),
        mark,
      },
    }
  } catch (thrown) {
    if (thrown instanceof NotTaken) return { refused: thrown.message }
    throw thrown
  }
}
