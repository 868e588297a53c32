import type { Stored } from '../domain/record.ts'
import { Pupil } from '../domain/records/pupil.ts'
import { StatusPeriod } from '../domain/records/statusPeriod.ts'
import type { BeginningWrites } from '../domain/rules/firstStatus.ts'
import type { SchoolRecords } from '../graph/storeTypes.ts'
import { putPeriod } from './changeStatus.ts'

type Written = readonly [typeof Pupil | typeof StatusPeriod, Stored<unknown>]

/** The rows as they are now, and how to take it back. */
export type ToldBeginning = {
  readonly rows: readonly Written[]
  undo(): Promise<readonly Written[]>
}

/** Completes the first status of a pupil. The same again makes no second row. Problems as the store has them. */
export const tellBeginning = async (
  records: SchoolRecords,
  pupil: Stored<Pupil>,
  { period, first }: BeginningWrites,
): Promise<ToldBeginning> => {
  const before = await putPeriod(records, period)
  const [pupils, periods] = [records.store(Pupil), records.store(StatusPeriod)]
  const gone = async (): Promise<Written> => [
    StatusPeriod,
    await periods.archive(before, 'Taken back by whoever wrote it'),
  ]
  if (!first) return { rows: [[StatusPeriod, before]], undo: async () => [await gone()] }
  if (first.key === null) {
    const after = await pupils.update(pupil, { statusFrom: first.from })
    return {
      rows: [
        [StatusPeriod, before],
        [Pupil, after],
      ],
      undo: async () => [[Pupil, await pupils.update(after, { statusFrom: pupil.statusFrom })], await gone()],
    }
  }
  const row = await periods.byKey(first.key)
  const after = await periods.update(row, { from: first.from })
  return {
    rows: [
      [StatusPeriod, before],
      [StatusPeriod, after],
    ],
    undo: async () => [[StatusPeriod, await periods.update(after, { from: row.from })], await gone()],
  }
}
