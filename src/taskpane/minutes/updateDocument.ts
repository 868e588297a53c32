import type { Refusal } from '../../documents/readBack.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import type { GoneRow } from '../../documents/rows/goneRows.ts'
import type { NewRow } from '../../documents/rows/missingRows.ts'
import { leftByWord, planUpdate, type UpdatePlan } from '../../documents/update.ts'
import { planRows, type RowLeft, type RowsPlan, rowTexts } from '../../documents/updateRows.ts'
import { Problem } from '../../domain/problem.ts'
import { mustTakeText, type OpenDocument } from '../../host/word.ts'
import { changeRows, changesRows, type RowsDone } from '../../host/wordRows.ts'
import { writable, writeFields } from '../../host/wordUpdate.ts'

/** What Update did, what it left and why. */
export type Brought = {
  readonly done: UpdatePlan['set']
  readonly left: UpdatePlan['left']
  /** Fields of records that are in the document and lack these. */
  readonly without: UpdatePlan['without']
  readonly added: readonly NewRow[]
  readonly removed: readonly GoneRow[]
  readonly rowsLeft: readonly RowLeft[]
  /** Track changes is on. */
  readonly tracked: boolean
  /** The document as it was read, and what its fields say from now on; null: no longer there. */
  readonly document: OpenDocument
  readonly texts: ReadonlyMap<string, string | null>
}

type Planned = { readonly fields: ReturnType<typeof planUpdate>; readonly rows: RowsPlan }

/**
 * Brings into the open document what the record changed since and nobody typed over: rows, where any came or went,
 * then fields. Two round trips without rows, five with. Refused where the document is of another review.
 */
export const updateDocument = async (
  file: ReviewFile,
  today: string,
): Promise<{ readonly refused: Refusal } | Brought> => {
  const seen: Planned[] = []
  /** Rows come first: one is found again by what stands beside it, which may be a field that is to change. */
  let open: OpenDocument | null = null
  const write = () =>
    writeFields((document) => {
      open = document
      const fields = planUpdate(file, document, today, writable())
      const rows = 'refused' in fields ? { add: [], remove: [], left: [] } : planRows(file, document, today)
      seen.push({ fields, rows })
      const isRowWork = seen.length === 1 && rows.add.length + rows.remove.length > 0 && changesRows()
      return 'refused' in fields || isRowWork ? [] : fields.set
    })
  /** A protected document says how it is protected, instead of that Word took nothing. */
  const told = <T>(act: () => Promise<T>): Promise<T> =>
    act().catch((thrown: unknown) => {
      if (open && thrown instanceof Problem && thrown.trouble.code === 'document') mustTakeText(open)
      throw thrown
    })
  let written = await told(write)
  const { rows } = seen[0]!
  let changed: RowsDone | null = null
  if (rows.add.length + rows.remove.length > 0 && changesRows()) {
    changed = await told(() => changeRows(rows))
    written = await told(write)
  }
  const { fields } = seen.at(-1)!
  if ('refused' in fields) return fields
  const { added = [], removed = [] } = changed ?? {}
  const { document, done, refused } = written
  return {
    done,
    left: [...fields.left, ...leftByWord(refused, 'byHand')],
    without: fields.without.filter(({ called }) => !rows.left.some((row) => row.called === called)),
    added,
    removed,
    rowsLeft: rows.left,
    tracked: written.tracked || changed?.tracked === true,
    document,
    texts: new Map([
      ...fields.same,
      ...rowTexts(added, removed),
      ...done.map(({ tag, to }) => [tag, to] as const),
    ]),
  }
}
