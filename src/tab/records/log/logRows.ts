import { t } from '../../../words/t.ts'
import { saidOf } from '../../../domain/fields.ts'
import type { Stored } from '../../../domain/record.ts'
import { Disclosure } from '../../../domain/records/disclosure.ts'
import { fullName, type Pupil } from '../../../domain/records/pupil.ts'
import { type Day, londonDay, showDay } from '../../../domain/rules/day.ts'
import { safeCsv } from '../../../importing/safeCsv.ts'
import { clockTime } from '../../../ui/words.ts'
import { folded } from '../../../domain/folded.ts'

/** One line of the log, in words, with what it is searched by. */
export type LogRow = {
  readonly entry: Stored<Disclosure>
  readonly day: Day
  /** `09:14`, in England. */
  readonly time: string
  readonly who: string
  readonly pupil: string
  readonly did: string
  readonly why: string
  readonly recipient: string
  readonly haystack: string
}

export type LogFilter = {
  readonly words: string
  readonly did: readonly string[]
  readonly purposes: readonly string[]
  readonly from: Day | null
  readonly until: Day | null
  /** Key of the pupil whose rows alone are shown. */
  readonly pupil: string | null
}
export const noFilter: LogFilter = { words: '', did: [], purposes: [], from: null, until: null, pupil: null }

/** Day and time in England, each minute reckoned once: whoever opens thirty records does it in a few minutes. */
const timesOf = () => {
  const known = new Map<string, string>()
  return (instant: string): { day: Day; time: string } => {
    const minute = instant.slice(0, 16)
    const found = known.get(minute)
    if (found) return { day: found.slice(0, 10), time: found.slice(11) }
    const at = new Date(instant)
    const [day, time] = [londonDay(at), clockTime(at)]
    known.set(minute, `${day} ${time}`)
    return { day, time }
  }
}

/** Newest first, the pupils by name where they are still known. */
export const logRows = (
  entries: readonly Stored<Disclosure>[],
  pupils: readonly Stored<Pupil>[],
): LogRow[] => {
  const names = new Map(pupils.map((pupil) => [pupil.key, fullName(pupil)]))
  const timeOf = timesOf()
  const { did, purpose, recipient } = Disclosure.fields
  return entries
    .toSorted((a, b) => ((a.createdAt ?? '') < (b.createdAt ?? '') ? 1 : -1))
    .map((entry) => {
      const { day, time } = entry.createdAt ? timeOf(entry.createdAt) : { day: '', time: '' }
      const pupil = entry.pupil
        ? (names.get(entry.pupil) ?? t`No longer on the register`)
        : t`No single pupil`
      const row = {
        entry,
        day,
        time,
        who: entry.createdBy ?? t`Not known`,
        pupil,
        did: `${saidOf(did, entry.did)}: ${entry.what}`,
        why: saidOf(purpose, entry.purpose),
        recipient: saidOf(recipient, entry.recipient),
      }
      return {
        ...row,
        haystack: folded([row.who, pupil, row.did, row.why, row.recipient, entry.note ?? ''].join(' ')),
      }
    })
}

const has = (chosen: readonly string[], code: string) => chosen.length === 0 || chosen.includes(code)

/** What a filter leaves; every word typed must be found somewhere in the row. */
export const shownLog = (rows: readonly LogRow[], filter: LogFilter): LogRow[] => {
  const words = folded(filter.words).split(/\s+/).filter(Boolean)
  return rows.filter(
    ({ entry, day, haystack }) =>
      (!filter.pupil || entry.pupil === filter.pupil) &&
      has(filter.did, entry.did) &&
      has(filter.purposes, entry.purpose) &&
      (!filter.from || day >= filter.from) &&
      (!filter.until || day <= filter.until) &&
      words.every((word) => haystack.includes(word)),
  )
}

/** The rows as a spreadsheet opens them, a name that begins like a formula as text. */
export const logCsv = (rows: readonly LogRow[]): string =>
  safeCsv(
    [
      t`Day`,
      t`Time`,
      t`Who`,
      t`Pupil`,
      t`What was done`,
      t`Of what`,
      t`Why`,
      t`For whom`,
      t`Warnings`,
      t`Note`,
    ],
    rows.map(({ entry, day, time, who, pupil, why, recipient }) => [
      day,
      time,
      who,
      pupil,
      saidOf(Disclosure.fields.did, entry.did),
      entry.what,
      why,
      recipient,
      entry.warnings ?? '',
      entry.note ?? '',
    ]),
  )

/** `10 Mar 2026 09:14`. */
export const whenOf = ({ day, time }: LogRow): string => (day ? `${showDay(day)} ${time}` : t`Not known`)
