import { t } from '../words/t.ts'
import type { Value } from '../domain/fields.ts'
import { type AnyRecordType, check, fieldOf, fieldsOf, type Stored } from '../domain/record.ts'
import { blank } from '../domain/record.ts'
import { Pupil } from '../domain/records/pupil.ts'
import type { Day } from '../domain/rules/day.ts'
import type { ListOfPupil, StoredRow } from '../export/pupilFile.ts'
import { comingIn, ownToSchool } from '../export/transfer/goesOn.ts'
import type { TransferPack } from '../export/transfer/readTransferPack.ts'
import { same } from './compare.ts'
import type { FieldChange, Line, Loose, Plan, Step } from './plan.ts'
import { pupilDifferences, type PupilDifference } from './transferMatch.ts'

/** What would become of the rows of one list. */
export type ListPreview = {
  readonly type: AnyRecordType
  readonly fresh: number
  /** Archived here when an earlier bringing in was undone: they are brought back. */
  readonly back: number
  readonly same: number
  /** Here with other words since: ours stay. */
  readonly differ: number
}
export type TransferPreview = {
  readonly lists: readonly ListPreview[]
  readonly pupil: readonly PupilDifference[]
  /** Lists of the pack that are read there and become no records here, with their rows. */
  readonly readOnly: readonly { readonly list: string; readonly rows: number }[]
  /** Rows that can't be stored, and why; the words hold no value of them. */
  readonly refused: readonly { readonly list: string; readonly row: number; readonly why: string }[]
  /** Links to what became no record: they are left blank. */
  readonly unlinked: number
  readonly plan: Plan
}

export type TransferTarget = {
  /** Null makes a new pupil. */
  readonly pupil: Stored<Pupil> | null
  /** What is here of the pupil, archived rows too. */
  readonly lists: readonly ListOfPupil[]
}

/** A step before it has its place. */
type Unplaced = Step extends infer S ? (S extends unknown ? Omit<S, 'row'> : never) : never
type Coming = { readonly type: AnyRecordType; readonly key: string; readonly record: Loose }

const keysOf = (type: AnyRecordType) =>
  fieldsOf(type).flatMap(([name, field]) =>
    field.kind === 'key' ? [{ name, required: field.required }] : [],
  )

/** The path in their library leads nowhere here: the file lies in the pack. */
const asOurs = (type: AnyRecordType, record: Loose, from: string): Loose =>
  type.name === 'PupilDocument' && record['file']
    ? {
        ...record,
        file: null,
        where: record['where'] ?? t`In the transfer file from ${from}`.slice(0, 255),
      }
    : record

/** Rows as they would be here: of the pupil here, linked to what comes along and to nothing else. */
const comingRows = (pack: TransferPack, pupil: string) => {
  const refused: { list: string; row: number; why: string }[] = []
  let unlinked = 0
  const known = new Set([
    pack.pupil.key,
    ...pack.lists.flatMap(({ type, rows }) => (comingIn.includes(type) ? rows.map(({ key }) => key) : [])),
  ])
  const kept: { -readonly [K in keyof Coming]: Coming[K] }[] = []
  for (const { type, rows, refused: unread } of pack.lists) {
    if (!comingIn.includes(type)) continue
    refused.push(...unread.map(({ row, why }) => ({ list: type.list, row, why })))
    rows.forEach(({ key, record }, at) => {
      const changed: Record<string, Value> = { ...asOurs(type, record as Loose, pack.index.from.school) }
      for (const { name, required } of keysOf(type)) {
        const to = changed[name]
        if (to === pack.pupil.key) changed[name] = pupil
        else if (typeof to === 'string' && !known.has(to)) {
          if (required) {
            refused.push({
              list: type.list,
              row: at + 1,
              why: t`it belongs to something that is not in the pack`,
            })
            known.delete(key)
            return
          }
          changed[name] = null
          unlinked += 1
        }
      }
      const [issue] = check(type, changed as never)
      if (issue) {
        known.delete(key)
        refused.push({
          list: type.list,
          row: at + 1,
          why: `${fieldOf(type, issue.field).label}: ${issue.message}`,
        })
      } else kept.push({ type, key, record: changed })
    })
  }
  // A row that was refused later than one that names it.
  for (const one of kept)
    for (const { name } of keysOf(one.type)) {
      const to = one.record[name]
      if (typeof to !== 'string' || to === pupil || known.has(to)) continue
      one.record = { ...one.record, [name]: null }
      unlinked += 1
    }
  return { kept, refused, unlinked }
}

/** What is here under the same key, compared with what would come. */
const standingOf = (coming: Coming, here: StoredRow | undefined): 'fresh' | 'back' | 'same' | 'differ' => {
  if (!here) return 'fresh'
  const equal = fieldsOf(coming.type).every(([name]) =>
    same(here[name] as Value | undefined, coming.record[name]),
  )
  return equal ? (here.archived ? 'back' : 'same') : 'differ'
}

const newPupil = ({ pupil: { record } }: TransferPack, today: Day): Loose =>
  blank(Pupil, {
    ...record,
    ...Object.fromEntries(ownToSchool.map((field) => [field, null])),
    admitted: today,
  }) as Loose

/**
 * What bringing in a pack would do, as a plan for a job: nothing is stored here. `takes`: fields of the pupil in which
 * theirs is taken though something else is here. Records keep their keys, so that the same pack twice stores nothing
 * twice; what is here is never written over but for the pupil's fields that somebody chose. `today` is the day of
 * admission of a new pupil, until somebody says another.
 */
export const transferPlan = (
  pack: TransferPack,
  target: TransferTarget,
  takes: ReadonlySet<string>,
  today: Day,
): TransferPreview => {
  const pupilKey = target.pupil?.key ?? pack.pupil.key
  const { kept, refused, unlinked } = comingRows(pack, pupilKey)
  const here = new Map(
    target.lists.flatMap(({ type, records }) =>
      records.map((row) => [`${type.name}/${row.key}`, row] as const),
    ),
  )
  const stands = kept.map((coming) => ({
    coming,
    is: standingOf(coming, here.get(`${coming.type.name}/${coming.key}`)),
  }))
  const differences = target.pupil ? pupilDifferences(pack.pupil.record, target.pupil) : []
  const changes = Object.fromEntries(
    differences
      .filter(({ field, fills }) => fills || takes.has(field))
      .map(({ field, ours, theirs }): [string, FieldChange] => [field, { from: ours, to: theirs }]),
  )

  const steps: Step[] = []
  const lines: Line[] = []
  const put = (step: Unplaced, how: Line['how']) => {
    lines.push({ row: lines.length + 1, how, reasons: [], notices: [] })
    steps.push({ ...step, row: lines.length } as Step)
  }
  if (target.pupil === null)
    put({ type: Pupil.name, key: pupilKey, do: 'create', record: newPupil(pack, today) }, 'new')
  else if (Object.keys(changes).length > 0)
    put({ type: Pupil.name, key: pupilKey, do: 'change', changes }, 'changed')
  const made = new Set(stands.filter(({ is }) => is === 'fresh').map(({ coming }) => coming.key))
  for (const { coming, is } of stands) {
    const { type, key, record } = coming
    const after = keysOf(type).flatMap(({ name }) => {
      const to = record[name]
      return typeof to === 'string' &&
        (made.has(to) || (to === pupilKey && target.pupil === null)) &&
        to !== key
        ? [to]
        : []
    })
    const about = { type: type.name, key, pupil: pupilKey, ...(after.length > 0 ? { after } : {}) }
    if (is === 'fresh') put({ ...about, do: 'create', record }, 'new')
    if (is === 'back')
      put(
        {
          ...about,
          do: 'restore',
          reason: here.get(`${type.name}/${key}`)!.archivedReason,
        },
        'changed',
      )
  }
  const types = [...new Set(stands.map(({ coming }) => coming.type))]
  return {
    lists: types.map((type) => {
      const count = (wanted: (typeof stands)[number]['is']) =>
        stands.filter(({ coming, is }) => coming.type === type && is === wanted).length
      return {
        type,
        fresh: count('fresh'),
        back: count('back'),
        same: count('same'),
        differ: count('differ'),
      }
    }),
    pupil: differences,
    readOnly: pack.lists
      .filter(({ type }) => !comingIn.includes(type))
      .map(({ type, rows }) => ({ list: type.list, rows: rows.length })),
    refused,
    unlinked,
    plan: {
      kind: 'import',
      title: t`Transfer file of one pupil from ${pack.index.from.school}`.slice(0, 160),
      steps,
      lines,
    },
  }
}
