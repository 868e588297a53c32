import type { Stored } from '../../../domain/record.ts'
import type { ChronologyEntry } from '../../../domain/records/chronologyEntry.ts'
import { type Day, londonDay, showDay } from '../../../domain/rules/day.ts'

type Entry = Stored<ChronologyEntry>

/** By the day it happened, newest first; on one day by when it was written down. */
export const byHappened = (entries: readonly Entry[]): Entry[] =>
  entries.toSorted(
    (a, b) =>
      b.happenedOn.localeCompare(a.happenedOn) ||
      (b.createdAt ?? '').localeCompare(a.createdAt ?? '') ||
      b.key.localeCompare(a.key),
  )

/** The day in England on which an entry was written down; null where SharePoint didn't say. */
export const writtenOn = ({ createdAt }: Pick<Entry, 'createdAt'>): Day | null =>
  createdAt === null ? null : londonDay(new Date(createdAt))

/** `Happened 3 Sep 2026 · written down 10 Sep 2026 by Sam Senco`: two facts that are never the same field. */
export const bothDays = (entry: Pick<Entry, 'happenedOn' | 'createdAt' | 'createdBy'>): string => {
  const day = writtenOn(entry)
  const written = [day && showDay(day), entry.createdBy && `by ${entry.createdBy}`].filter(Boolean).join(' ')
  return `Happened ${showDay(entry.happenedOn)}${written && ` · written down ${written}`}`
}
