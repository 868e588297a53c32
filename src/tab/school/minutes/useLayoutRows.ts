import { t } from '../../../words/t.ts'
import { newKey } from '../../../domain/key.ts'
import { blank, type Stored } from '../../../domain/record.ts'
import { MinutesLayout } from '../../../domain/records/minutesLayout.ts'
import { layoutText, type PlacedPart } from '../../../domain/rules/minutesLayout.ts'
import { usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { useAttempt } from '../../../ui/useAttempt.ts'

/** Stores the order of the minutes for everybody, with a way back. */
export const useLayoutRows = () => {
  const { records, now } = useServices()
  const put = usePutStored()
  const say = useSay()
  const { attempt, busy, trouble } = useAttempt()
  const store = records.store(MinutesLayout)
  const stored = (row: Stored<MinutesLayout>) => {
    put(MinutesLayout, row)
    return row
  }
  const create = async (given: Partial<MinutesLayout> & Pick<MinutesLayout, 'parts'>) =>
    stored(await store.create(blank(MinutesLayout, given), newKey(now().getTime())))
  return {
    busy,
    trouble,
    /** `row`: what is stored for these reviews so far. */
    keep: (row: Stored<MinutesLayout> | null, authority: string | null, layout: readonly PlacedPart[]) =>
      attempt(async () => {
        const parts = layoutText(layout)
        const after = row ? stored(await store.update(row, { parts })) : await create({ authority, parts })
        say(
          authority
            ? t`Kept: reviews of ${authority} have this order from now on.`
            : t`Kept: every review has this order from now on.`,
          () =>
            void attempt(async () => {
              stored(
                row
                  ? await store.update(after, { parts: row.parts })
                  : await store.archive(after, 'Taken back'),
              )
            }),
        )
      }),
    /** Ours again, or for an authority the school's. */
    drop: (row: Stored<MinutesLayout>) =>
      attempt(async () => {
        const gone = stored(await store.archive(row, 'Back to the order without it'))
        say(
          row.authority
            ? t`Reviews of ${row.authority} have the order of every review again.`
            : t`Goldthread’s own order again.`,
          () => void attempt(async () => void stored(await store.restore(gone))),
        )
      }),
    /** An order of another school. */
    receive: (layout: MinutesLayout) =>
      attempt(async () => {
        const row = await create(layout)
        say(
          layout.authority
            ? t`The order for ${layout.authority} is here.`
            : t`The order for every review is here.`,
          () => {
            void attempt(async () => void stored(await store.archive(row, 'Taken back')))
          },
        )
      }),
  }
}
