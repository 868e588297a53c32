import { derivedKey } from '../../domain/derivedKey.ts'
import { Problem } from '../../domain/problem.ts'
import { blank, type Stored } from '../../domain/record.ts'
import { UnsavedText } from '../../domain/records/unsavedText.ts'
import type { Store } from '../../graph/storeTypes.ts'
import { joined, without } from './joined.ts'
import type { TextKeeper } from './types.ts'

type Row = Stored<UnsavedText>

const orNull = (text: string) => (text.trim() === '' ? null : text)
const mostMeetings = 4

/**
 * Keeps text in the list of unsaved texts: one row for a person, a record and a field, whichever page made it. A row
 * that is settled is blanked and archived. Problems as the store has them.
 */
export const textRows = ({
  store,
  owner,
  recordType,
  record,
  onSettled,
}: {
  store: Pick<Store<UnsavedText>, 'byKey' | 'create' | 'update' | 'archive' | 'restore'>
  /** The id of the person. */
  owner(): Promise<string>
  recordType: string
  record: string
  onSettled(row: Row): void
}): TextKeeper => {
  const rows = new Map<string, Row>()
  /** Texts of this page that may stand in its rows: the one kept last, and those whose keeping was not answered. */
  const mine = new Map<string, readonly string[]>()
  const keyOf = async (field: string) => derivedKey(record, await owner(), recordType, field)

  const rowOf = async (field: string, text: Partial<UnsavedText>): Promise<Row> => {
    const row = blank(UnsavedText, { owner: await owner(), recordType, record, field, ...text })
    return rows.get(field) ?? store.create(row, await keyOf(field))
  }
  const others = (field: string, typed: string | null): string =>
    (mine.get(field) ?? []).reduce(without, typed ?? '')
  /** Changes the row to what `next` makes of it, however often another page is there first. */
  const change = async (
    field: string,
    next: (row: Row) => Partial<UnsavedText>,
    first: Partial<UnsavedText> = {},
  ): Promise<Row> => {
    let row = await rowOf(field, first)
    for (let meetings = 1; ; meetings += 1) {
      try {
        const changes = next(row)
        if (row.archived) row = await store.restore(row)
        row = await store.update(row, changes)
        rows.set(field, row)
        return row
      } catch (thrown) {
        if (!(thrown instanceof Problem && thrown.trouble.code === 'changed') || meetings === mostMeetings)
          throw thrown
        row = thrown.trouble.theirs as Row
      }
    }
  }

  const isThere = async (key: string): Promise<boolean> => {
    try {
      return !(await store.byKey(key)).archived
    } catch (thrown) {
      if (thrown instanceof Problem && thrown.code === 'gone') return false
      throw thrown
    }
  }

  return {
    async keep(field, { typed, before }) {
      const text = { typed: orNull(typed), before: orNull(before) }
      mine.set(field, [...new Set([...(mine.get(field) ?? []), typed])])
      await change(
        field,
        (row) => ({
          ...text,
          ...(row.archived ? {} : { typed: orNull(joined(typed, null, others(field, row.typed))) }),
        }),
        text,
      )
      mine.set(field, [typed])
    },
    async settle(field) {
      if (!rows.has(field) && !(await isThere(await keyOf(field)))) return void mine.delete(field)
      const row = await change(field, ({ typed }) => {
        const rest = mine.has(field) ? orNull(others(field, typed)) : null
        return rest === null ? { typed: null, before: null } : { typed: rest }
      })
      mine.delete(field)
      if (row.typed !== null) return
      rows.delete(field)
      onSettled(await store.archive(row, 'Settled'))
    },
  }
}
