import { t } from '../../../words/t.ts'
import { Disclosure } from '../../../domain/records/disclosure.ts'
import { Problem } from '../../../domain/problem.ts'
import type { Value } from '../../../domain/fields.ts'
import type { Audience, Stored } from '../../../domain/record.ts'
import type { AnyRecordType } from '../../../domain/record.ts'
import {
  type BelongingRow,
  type Belongings,
  belongingsOf,
  type BelongingType,
  belongingTypes,
  isFileOf,
  ownerIn,
  pupilFolders,
  type RowsByType,
} from '../../../domain/rules/belongings.ts'
import type { FolderEntry, Files, SchoolRecords, Unreadable } from '../../../graph/storeTypes.ts'

export type LooseRow = Stored<Readonly<Record<string, Value>>>
/** Everything that belongs to any pupil of the school, archived rows too, as it is now. */
export type Everything = {
  readonly rows: Readonly<Record<string, readonly LooseRow[]>>
  readonly unreadable: Readonly<Record<string, readonly Unreadable[]>>
  readonly files: readonly FoundFile[]
}
export type FoundFile = { readonly audience: Audience; readonly path: string; readonly name: string }

/**
 * The lists that are disposed of with a pupil. The log of openings is evidence with a rule of its own (the group
 * `disclosure`) and knows a key, no name: it stays.
 */
export const goingTypes = (): readonly BelongingType[] =>
  belongingTypes().filter(({ type }) => type.name !== Disclosure.name)

export type Reach = {
  readonly records: SchoolRecords
  readonly files: Files
  /** The sites that the school has. */
  readonly audiences: readonly Audience[]
}

/** A list that was never made holds nothing; any other trouble would leave something of a pupil unseen. */
const readWhole = async (records: SchoolRecords, type: AnyRecordType) => {
  try {
    const found = await records.store(type).allWithArchived()
    if (found.records.length === 0 && !(await records.mayRead(type.audience)))
      throw new Problem({ code: 'noAccess', to: type.list }, `No access to ${type.list}`)
    return found
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code === 'notSetUp') return { records: [], unreadable: [] }
    throw thrown
  }
}

const walk = async (files: Files, audience: Audience, path: string, depth = 3): Promise<FoundFile[]> => {
  const entries: readonly FolderEntry[] = await files.list(audience, path)
  const found = await Promise.all(
    entries.map(async ({ name, isFolder }) => {
      if (!isFolder) return [{ audience, path: `${path}/${name}`, name }]
      return depth > 0 ? walk(files, audience, `${path}/${name}`, depth - 1) : []
    }),
  )
  return found.flat()
}

type ReadOptions = {
  readonly progress?: (list: string) => void
  /** Names of record types, where the rest is not looked at; no documents then. */
  readonly only?: readonly string[]
}

/** Reads every list in which something of a pupil can lie, and the folders of documents. Problems as the stores have them. */
export const readEverything = async (
  { records, files, audiences }: Reach,
  { progress = () => undefined, only }: ReadOptions = {},
): Promise<Everything> => {
  const rows: Record<string, readonly LooseRow[]> = {}
  const unreadable: Record<string, readonly Unreadable[]> = {}
  for (const { type } of goingTypes()) {
    if (!audiences.includes(type.audience) || (only && !only.includes(type.name))) continue
    progress(type.list)
    const found = await readWhole(records, type)
    rows[type.name] = found.records as readonly LooseRow[]
    unreadable[type.name] = found.unreadable
  }
  if (only) return { rows, unreadable, files: [] }
  progress(t`Documents`)
  const found = await Promise.all(pupilFolders.map((path) => walk(files, 'senco', path)))
  return { rows, unreadable, files: found.flat() }
}

/** What lies of one pupil in the school's lists and folders. */
export type PupilsOwn = {
  readonly lists: readonly Belongings<LooseRow>[]
  readonly files: readonly FoundFile[]
  /** Lists with rows that can't be read and that are, or may be, the pupil's. */
  readonly spoilt: readonly { readonly list: string; readonly count: number; readonly sure: boolean }[]
}

/** Finds everything of one pupil, children first. */
export const ownOf = ({ rows, unreadable, files }: Everything, pupil: string): PupilsOwn => {
  const lists = belongingsOf(pupil, rows)
  const owner = ownerIn(rows as unknown as RowsByType)
  const keys = lists.flatMap(({ records }) => records.map(({ key }) => key))
  const spoilt = goingTypes().flatMap(({ type }) => {
    const owners = (unreadable[type.name] ?? []).map((row) =>
      owner(type, { ...row.rest, key: row.key ?? '' } as BelongingRow),
    )
    const part = (sure: boolean, count: number) => (count > 0 ? [{ list: type.list, count, sure }] : [])
    return [
      ...part(true, owners.filter((one) => one === pupil).length),
      ...part(false, owners.filter((one) => !one).length),
    ]
  })
  return { lists, files: files.filter(({ name }) => isFileOf(name, [pupil, ...keys])), spoilt }
}

export const rowsIn = ({ lists }: Pick<PupilsOwn, 'lists'>): number =>
  lists.reduce((sum, { records }) => sum + records.length, 0)

/** `Needs 3, Reviews 2, documents 2`: what went, with no name in it. */
export const countsIn = ({ lists, files }: Pick<PupilsOwn, 'lists' | 'files'>): string =>
  [
    ...lists.map(({ type, records }) => `${type.list} ${records.length}`),
    ...(files.length > 0 ? [t`documents ${files.length}`] : []),
  ].join(', ')
