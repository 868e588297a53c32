import { t } from '../../words/t.ts'
import { derivedKey } from '../derivedKey.ts'
import type { Need } from '../records/need.ts'
import type { Pupil } from '../records/pupil.ts'
import type { StatusPeriod } from '../records/statusPeriod.ts'
import type { CensusRuleName } from './censusRules.ts'
import { addDays, type Day, earliest, showDay } from './day.ts'
import { begunChange, statusSpans } from './statusHistory.ts'

/** One plain write, as a job does it. */
export type FixWrite =
  | { readonly type: 'Need'; readonly key: string; readonly changes: Partial<Need> }
  | { readonly type: 'Pupil'; readonly key: string; readonly changes: Partial<Pupil> }
  | { readonly type: 'StatusPeriod'; readonly key: string; readonly record: Partial<StatusPeriod> }

/** What puts it right: one click where it can be worked out, else the part of the pupil's record where a person does. */
export type CensusFix =
  | { readonly is: 'click'; readonly words: string; readonly writes: readonly FixWrite[] }
  | { readonly is: 'go'; readonly words: string; readonly section: 'details' | 'needs' }

type About = {
  readonly pupil: Pupil & { readonly key: string }
  /** Those of the day, by rank. */
  readonly needs: readonly (Need & { readonly key: string })[]
  readonly periods: readonly (StatusPeriod & { readonly key: string })[]
  readonly day: Day
  readonly today: Day
  /** Since when the status of the day has held. */
  readonly statusFrom: Day | null
}

const toNeeds: CensusFix = { is: 'go', words: t`Open needs`, section: 'needs' }
const toDetails: CensusFix = { is: 'go', words: t`Open details`, section: 'details' }
const ranked = (needs: About['needs']): FixWrite[] =>
  needs.flatMap((need, at): FixWrite[] =>
    need.rank === at + 1 ? [] : [{ type: 'Need', key: need.key, changes: { rank: at + 1 } }],
  )
/** Ends needs on a day; null where one of them began later. */
const ended = (needs: About['needs'], until: Day): FixWrite[] | null =>
  needs.every(({ from }) => !from || from <= until)
    ? needs.map(({ key }): FixWrite => ({ type: 'Need', key, changes: { until } }))
    : null

const click = (words: string, writes: readonly FixWrite[] | null, otherwise: CensusFix): CensusFix =>
  writes && writes.length > 0 ? { is: 'click', words, writes } : otherwise

const fixes: { [R in CensusRuleName]: (about: About) => CensusFix } = {
  statusNone: ({ pupil, periods, day }) => {
    const first = statusSpans(pupil, periods)[0]!
    if (first.from === null || first.from <= day || begunChange(pupil, periods)) return toDetails
    const until = addDays(first.from, -1)
    // What was before, if it is said to be not known, becomes known.
    const unknown = periods.find(({ status, until: last }) => status === 'U' && last === until)
    return click(
      t`Record No SEN until ${showDay(until)}`,
      [
        {
          type: 'StatusPeriod',
          key: unknown?.key ?? derivedKey(pupil.key, 'status', 'N', ''),
          record: { pupil: pupil.key, status: 'N', from: null, until, became: first.status },
        },
      ],
      toDetails,
    )
  },
  statusSeveral: () => toDetails,
  needMissing: () => ({ ...toNeeds, words: t`Add a need` }) as CensusFix,
  needRanks: ({ needs }) =>
    click(
      t`Rank them ${needs.map(({ type }, at) => `${at + 1} ${type}`).join(', ')}`,
      ranked(needs),
      toNeeds,
    ),
  needTwice: () => toNeeds,
  needOnNoSen: ({ needs, statusFrom, day, today }) => {
    // Where nobody knows since when there is no SEN, the day before the census is the latest that is true.
    const until = statusFrom ? addDays(statusFrom, -1) : earliest(addDays(day, -1), today)
    return click(
      t`End ${needs.length === 1 ? 'it' : 'them'} on ${showDay(until)}`,
      ended(needs, until),
      toNeeds,
    )
  },
  nsaWithPlan: () => toNeeds,
  nsaWithOther: ({ needs, day, today }) => {
    const until = earliest(addDays(day, -1), today)
    const writes = ended(
      needs.filter(({ type }) => type === 'NSA'),
      until,
    )
    return click(
      t`End NSA on ${showDay(until)}`,
      writes && [...writes, ...ranked(needs.filter(({ type }) => type !== 'NSA'))],
      toNeeds,
    )
  },
  needCode: () => toNeeds,
  needMore: () => toNeeds,
  unitOnNoSen: ({ pupil }) =>
    click(t`Take the place off`, [{ type: 'Pupil', key: pupil.key, changes: { unit: null } }], toDetails),
  yearMissing: () => ({ ...toDetails, words: t`Add the year group` }) as CensusFix,
  yearNotAge: () => ({ ...toDetails, words: t`Look at the year group` }) as CensusFix,
  upnMissing: () => ({ ...toDetails, words: t`Add the UPN` }) as CensusFix,
  upnWrong: () => ({ ...toDetails, words: t`Put the UPN right` }) as CensusFix,
  upnTwice: () => ({ ...toDetails, words: t`Put the UPN right` }) as CensusFix,
  upnTemporary: () => ({ ...toDetails, words: t`Look at the UPN` }) as CensusFix,
}

/** What puts right what a rule found of a pupil. */
export const fixOf = (rule: CensusRuleName, about: About): CensusFix => fixes[rule](about)
