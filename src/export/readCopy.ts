import { isKey } from '../domain/key.ts'
import type { Value } from '../domain/fields.ts'
import {
  type AnyRecordType,
  type Audience,
  check,
  fieldOf,
  fieldsOf,
  recordTypesVersion,
} from '../domain/record.ts'
import { recordTypeNamed, recordTypes } from '../domain/records/index.ts'
import { type CopiedList, copyFormat, copyFormatVersion, type CopyIndex } from './copyIndex.ts'
import { sha256 } from './hash.ts'
import { NotTaken, openZip, type ZipReader } from './readZip.ts'

export type Fields = Readonly<Record<string, Value>>

/** A record of a copy that can be stored as it is. */
export type RowOfCopy = {
  readonly key: string
  readonly record: Fields
  readonly archived: boolean
  readonly archivedReason: string | null
}
/** A row of a copy that can't be stored, and why; the words hold no value of it. */
export type RefusedRow = { readonly row: number; readonly key: string | null; readonly why: string }
export type ListOfCopy = {
  readonly type: AnyRecordType
  readonly rows: readonly RowOfCopy[]
  readonly refused: readonly RefusedRow[]
  /** Rows that nothing could read when the copy was made. */
  readonly unreadable: number
}
export type DocumentOfCopy = {
  readonly audience: Audience
  readonly path: string
  readonly size: number
  read(): Uint8Array
}
export type Copy = {
  readonly index: CopyIndex
  /** In the order in which they are to be stored: what others point to first. */
  readonly lists: readonly ListOfCopy[]
  readonly documents: readonly DocumentOfCopy[]
}
export type CopyRead = { readonly copy: Copy } | { readonly refused: string }

/** A list of 400 MB is twenty times the largest school’s; a text longer than that no browser holds. */
const limits = { parts: 65_000, part: 400_000_000, whole: 4_000_000_000 }

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A part of a zip as JSON; NotTaken where it is none. */
export const jsonIn = (zip: ZipReader, name: string): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(zip.read(name)))
  } catch (thrown) {
    if (thrown instanceof NotTaken) throw thrown
    throw new NotTaken(`“${name}” in it can’t be read: the file is damaged.`)
  }
}

export const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0
const isList = (value: unknown): value is CopiedList =>
  isObject(value) &&
  ['type', 'list', 'file'].every((name) => typeof value[name] === 'string') &&
  isCount(value['rows']) &&
  isCount(value['unreadable'])

const indexIn = (zip: ZipReader): CopyIndex => {
  if (!zip.entries.some(({ name }) => name === 'index.json'))
    throw new NotTaken('This zip file is not a copy made by Goldthread: it has no index.json.')
  const index = jsonIn(zip, 'index.json')
  if (!isObject(index) || index['format'] !== copyFormat)
    throw new NotTaken('This zip file is not a copy of a school made by Goldthread.')
  if (!isCount(index['formatVersion']) || !isCount(index['recordTypesVersion']))
    throw new NotTaken('The index of this copy is damaged.')
  if (
    (index['formatVersion'] as number) > copyFormatVersion ||
    (index['recordTypesVersion'] as number) > recordTypesVersion
  )
    throw new NotTaken(
      'This copy was made by a newer Goldthread, which keeps fields that this one doesn’t know. Update Goldthread here first, so that nothing is lost.',
    )
  const { lists, files, school } = index
  if (
    !Array.isArray(lists) ||
    !lists.every(isList) ||
    !Array.isArray(files) ||
    !isObject(school) ||
    typeof school['name'] !== 'string'
  )
    throw new NotTaken('The index of this copy is damaged.')
  return {
    ...(index as unknown as CopyIndex),
    leftOut: Array.isArray(index['leftOut']) ? index['leftOut'] : [],
  }
}

/** Every file is there once, is what the index says, and nothing else is; else NotTaken. */
export const proved = async (
  zip: ZipReader,
  index: Pick<CopyIndex, 'files'>,
  progress: (done: number, of: number) => void,
) => {
  const listed = new Map(index.files.map(({ path, sha256: sum }) => [path, sum]))
  const stray = zip.entries.find(({ name }) => name !== 'index.json' && !listed.has(name))
  if (stray) throw new NotTaken('The file holds something that its index doesn’t list, so it is not read.')
  let done = 0
  for (const [path, sum] of listed) {
    if ((await sha256(zip.read(path))) !== sum)
      throw new NotTaken(`“${path}” was changed after the copy was made. Use a copy that nobody changed.`)
    progress((done += 1), listed.size)
  }
}

/** What a row says of itself, as a record that can be stored; else why not. */
export const rowFrom = (type: AnyRecordType, given: unknown, version: number): RowOfCopy | string => {
  if (!isObject(given)) return 'it is no record'
  const { key, archived, archivedReason } = given
  if (!isKey(key)) return 'it has no key of its own'
  if (typeof archived !== 'boolean' || (archivedReason !== null && typeof archivedReason !== 'string'))
    return 'it doesn’t say whether it is archived'
  const known = new Set([...fieldsOf(type).map(([name]) => name), ...besides])
  const strange = Object.entries(given).find(([name, value]) => !known.has(name) && value !== null)
  if (strange) return 'it holds a field that Goldthread doesn’t know'
  const missing = fieldsOf(type).find(
    ([name, field]) => !(name in given) && Math.max(field.since, type.since ?? 1) <= version,
  )
  if (missing) return `${missing[1].label} is missing`
  const record = Object.fromEntries(fieldsOf(type).map(([name]) => [name, (given[name] ?? null) as Value]))
  const issues = check(type, record as never)
  if (issues.length > 0)
    return issues.map(({ field, message }) => `${fieldOf(type, field).label}: ${message}`).join('; ')
  return { key, record, archived, archivedReason }
}
const besides = ['key', 'archived', 'archivedReason', 'createdAt', 'createdBy', 'modifiedAt', 'modifiedBy']

const listIn = (zip: ZipReader, listed: CopiedList, version: number): ListOfCopy => {
  const type = recordTypeNamed(listed.type)
  if (!type) throw new NotTaken(`The copy holds a list that Goldthread doesn’t know: ${listed.list}.`)
  const given = jsonIn(zip, listed.file)
  if (!Array.isArray(given)) throw new NotTaken(`“${listed.file}” in it is no list of records.`)
  if (given.length !== listed.rows)
    throw new NotTaken(`“${listed.file}” has ${given.length} records, its index says ${listed.rows}.`)
  const rows: RowOfCopy[] = []
  const refused: RefusedRow[] = []
  const seen = new Set<string>()
  given.forEach((each: unknown, at) => {
    const read = rowFrom(type, each, version)
    const key = isObject(each) && isKey(each['key']) ? each['key'] : null
    if (typeof read === 'string') refused.push({ row: at + 1, key, why: read })
    else if (seen.has(read.key)) refused.push({ row: at + 1, key, why: 'another record has the same key' })
    else {
      seen.add(read.key)
      rows.push(read)
    }
  })
  return { type, rows, refused, unreadable: listed.unreadable }
}

const documentsOf = (zip: ZipReader): DocumentOfCopy[] =>
  zip.entries.flatMap(({ name, size }) => {
    const [, audience, path] = /^documents\/(senco|staff|managers|governors)\/(.+)$/su.exec(name) ?? []
    return path ? [{ audience: audience as Audience, path, size, read: () => zip.read(name) }] : []
  })

/**
 * Reads a copy of a school: never throws for what is in the bytes, but says in a sentence why it is not taken. Every
 * file is held against its SHA-256, every record against its declaration; a record that can't be stored is listed.
 */
export const readCopy = async (
  bytes: Uint8Array,
  progress: (done: number, of: number) => void = () => {},
): Promise<CopyRead> => {
  try {
    const zip = openZip(bytes, limits)
    const index = indexIn(zip)
    await proved(zip, index, progress)
    const order = new Map(recordTypes.map(({ name }, at) => [name, at]))
    const lists = index.lists
      .map((listed) => listIn(zip, listed, index.recordTypesVersion))
      .toSorted((a, b) => order.get(a.type.name)! - order.get(b.type.name)!)
    return { copy: { index, lists, documents: documentsOf(zip) } }
  } catch (thrown) {
    if (thrown instanceof NotTaken) return { refused: thrown.message }
    throw thrown
  }
}
