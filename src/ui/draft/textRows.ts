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
  store: Pick<Store<UnsavedText>, 'create' | 'update' | 'archive' | 'restore'>
  /** The id of the person. */
  owner(): Promise<string>
  recordType: string
  record: string
  onSettled(row: Row): void
}): TextKeeper => {
  const rows = new Map<string, Row>()
  const mine = new Map<string, string>()

  const rowOf = async (field: string, text: Partial<UnsavedText>): Promise<Row> => {
    const id = await owner()
    const row = blank(UnsavedText, { owner: id, recordType, record, field, ...text })
    return rows.get(field) ?? store.create(row, derivedKey(record, id, recordType, field))
  }
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

  return {
    async keep(field, { typed, before }) {
      const text = { typed: orNull(typed), before: orNull(before) }
      await change(
        field,
        (row) => ({
          ...text,
          ...(row.archived ? {} : { typed: orNull(joined(typed, mine.get(field) ?? null, row.typed ?? '')) }),
        }),
        text,
      )
      mine.set(field, typed)
    },
    async settle(field) {
      const before = mine.get(field)
      const row = await change(field, ({ typed }) => {
        const rest = before === undefined ? null : orNull(without(typed ?? '', before))
        return rest === null ? { typed: null, before: null } : { typed: rest }
      })
      mine.delete(field)
      if (row.typed !== null) return
      rows.delete(field)
      onSettled(await store.archive(row, 'Settled'))
    },
  }
}
