import type { Allocation } from '../../domain/records/allocation.ts'
import { writtenDay } from '../../domain/rules/day.ts'
import { doublesIn } from '../../domain/rules/moneyDoubles.ts'

type Keyed<T> = T & { readonly key: string }

/**
 * Lines of one pupil in one provision that would share days once the sheet is sent and don't yet: a sentence for each
 * line that the sheet changes or adds. `place` says where a line stands in the sheet, null where it does not.
 */
export const overlapDoubts = (
  now: readonly Keyed<Allocation>[],
  changed: ReadonlyMap<string, Partial<Allocation>>,
  added: readonly Keyed<Allocation>[],
  place: (key: string) => string | null,
): Map<string, string> => {
  const pair = (a: string, b: string) => [a, b].toSorted().join()
  const known = new Set(doublesIn(now).map(({ line, with: other }) => pair(line.key, other.key)))
  const sent = [...now.map((line) => ({ ...line, ...changed.get(line.key) })), ...added]
  const fresh = new Set(added.map(({ key }) => key))
  const doubts = new Map<string, string>()
  for (const { line, with: other, same } of doublesIn(sent)) {
    if (known.has(pair(line.key, other.key))) continue
    const [mine, theirs] = fresh.has(line.key) || changed.has(line.key) ? [line, other] : [other, line]
    const at = place(theirs.key)
    const days = `${writtenDay(theirs.from)}${theirs.until ? ` to ${writtenDay(theirs.until)}` : ', no last day'}`
    doubts.set(
      mine.key,
      `Shares days with ${at ? `${at}, the same support of this pupil` : 'another line of this pupil in the same support'} (${days}). ${
        same ? 'The days that they share are counted once' : 'Both are counted'
      }`,
    )
  }
  return doubts
}
