import { t } from '../../words/t.ts'
import { type Day, earliest, latest, showDay } from './day.ts'
import { sumsBy } from './ledger.ts'
import { type LedgerSources, schoolLedger } from './ledgerSchool.ts'
import type { LedgerSums } from './ledgerTypes.ts'
import { deliveredSentence, unreadWords } from './ledgerWords.ts'

/** What the log says was given to one pupil in some days, line by line, in words. */
export type GivenSpan = {
  /** No earlier than the first log in it: what was given before anybody logged can't be told. */
  readonly from: Day
  readonly until: Day
  readonly lines: readonly {
    readonly allocation: string
    readonly sums: LedgerSums
    /** `27 of 31 sessions, 540 of 620 minutes (87%)` */
    readonly words: string
  }[]
  /** `Phonics: 27 of 31 sessions, …`, a line each, and where it comes from. */
  readonly text: string
}

/**
 * What was given to a pupil between two days, both counted, by the log of sessions; null where nobody logged anything
 * in them. `named`: what a line is called, by its provision's key.
 */
export const givenIn = (
  sources: LedgerSources,
  from: Day,
  until: Day,
  named: (provision: string) => string,
): GivenSpan | null => {
  const last = earliest(until, sources.today)
  const logged = sources.deliveries.map(({ day }) => day).filter((day) => day >= from && day <= last)
  if (logged.length === 0) return null
  const first = latest(from, earliest(...logged))
  const sums = sumsBy(schoolLedger(sources, first, last).entries, ({ allocation }) => allocation)
  const lines = sources.allocations.flatMap(({ key, provision, inPlan }) => {
    const own = sums.get(key)
    const words = own && deliveredSentence(own)
    return own && words
      ? [{ allocation: key, sums: own, words, name: named(provision), first: inPlan === true }]
      : []
  })
  if (lines.length === 0) return null
  const ordered = lines.toSorted(
    (a, b) => Number(b.first) - Number(a.first) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  )
  const unread = unreadWords(sources.unreadable ?? 0)
  return {
    from: first,
    until: last,
    lines: ordered.map(({ allocation, sums: own, words }) => ({ allocation, sums: own, words })),
    text: [
      ...ordered.map(({ name, words }) => `${name}: ${words}.`),
      t`From the log of sessions, ${showDay(first)} to ${showDay(last)}.${unread ? ` ${unread}` : ''}`,
    ].join('\n'),
  }
}
