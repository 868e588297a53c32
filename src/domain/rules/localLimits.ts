import { t } from '../../words/t.ts'
import { counted } from '../counted.ts'
import { type Day, latest, showDay } from './day.ts'
import type { LimitRow } from './lawRow.ts'
import { type LimitName, limits, type LocalLimitName } from './limitRows.ts'
import type { LocalLimit, ReviewSettings } from './reviewSettings.ts'
import { spanWords } from './spanWords.ts'
import type { Strength } from './why.ts'

/** What can be tightened, as a person calls it. */
export const localLimitNames = {
  inviteBy: 'Invitations before the meeting',
  circulateBy: 'Papers before the meeting',
  adviceBy: 'Advice asked for before the meeting',
  reportBy: 'Report after the meeting',
  decisionBy: 'Authority’s decision after the meeting',
  targetMeeting: 'Meeting before the anniversary',
  underFiveReview: 'Review of a child under five after the last one',
} as const satisfies Record<LocalLimitName, string>

/** Which way is tighter: more days before a meeting, fewer after it. */
const wayOf = (name: LimitName): 'more' | 'fewer' | undefined =>
  (limits[name] as { tighter?: 'more' | 'fewer' }).tighter

const rowsOf = (name: LimitName): readonly LimitRow[] => limits[name].rows
const rowAt = (name: LimitName, on: Day): LimitRow =>
  rowsOf(name).findLast((row) => row.from <= on) ?? rowsOf(name)[0]!

/** Practice has no limit of its own: what may never be passed is the law behind it. */
const behind: Partial<Record<LimitName, LimitName>> = { adviceBy: 'circulateBy', targetMeeting: 'decisionBy' }

/** The row of law or guidance that a local limit must keep to, and its days; six months are 181 days at the least and 184 at most. */
const boundOf = (name: LimitName, on: Day): { row: LimitRow; days: number } => {
  const row = rowAt(behind[name] ?? name, on)
  return {
    row,
    days: 'days' in row.span ? row.span.days : 'months' in row.span ? Math.floor(row.span.months * 30.7) : 0,
  }
}

const fits = (name: LimitName, days: number, on: Day): boolean => {
  const bound = boundOf(name, on).days
  const way = wayOf(name)
  return way === 'more' ? days >= bound : way === 'fewer' && days <= bound
}

/** What the law says of a limit, as the person hears it who typed a looser one. */
export const lawSentence = (name: LimitName, on: Day): string => {
  const { row } = boundOf(name, on)
  const which = row.strength === 'must' ? t`The law says` : t`Statutory guidance says`
  // In days, as the person typed it.
  const length = 'days' in row.span ? counted(row.span.days, 'day') : spanWords(row.span)
  return t`${which} ${length} at ${wayOf(name) === 'more' ? 'least' : 'most'} (${row.source.split(';')[0] ?? ''}): a local limit can be tighter, never looser`
}

/** Why a local limit does not count, or null where it does. */
export const looserThanLaw = ({
  rule,
  days,
  from,
}: Pick<LocalLimit, 'rule' | 'days' | 'from'>): string | null =>
  fits(rule, days, from) ? null : lawSentence(rule, from)

/** Every day from which the sentence about a limit is another one, with that sentence: for the checks of a form. */
export const lawSentences = (name: LimitName): { readonly from: Day; readonly message: string }[] =>
  rowsOf(behind[name] ?? name).map(({ from }) => ({ from, message: lawSentence(name, from) }))

/** `Ridingdale Council` and `ridingdale` are one authority. */
const sameAuthority = (a: string, b: string): boolean => plainName(a) === plainName(b)
const plainName = (name: string) =>
  name
    .toLowerCase()
    .replace(/\b(the|council|la|local authority)\b/g, '')
    .replace(/[^a-z0-9]+/g, '')

type InForce = { readonly days: number; readonly strength: Strength; readonly source: string }

const sourceOf = ({ source, authority, from }: LocalLimit): string =>
  t`${authority ? `${authority}: ` : ''}${source}, from ${showDay(from)}`

/** A school's own settings that are limits too. */
const ofSchool = (name: LimitName, law: LimitRow, settings: ReviewSettings): InForce[] => {
  const own: Partial<Record<LimitName, InForce>> = {
    reportBy: {
      days: settings.reportDays,
      strength: 'local',
      source: t`School settings; the law says two weeks at most`,
    },
    adviceBy: { days: settings.adviceLeadDays, strength: 'recommended', source: t`School settings` },
    targetMeeting: { days: settings.leadDays, strength: 'recommended', source: t`School settings` },
  }
  const found = own[name]
  return found && found.days !== boundDays(law) ? [found] : []
}
const boundDays = ({ span }: LimitRow): number | null => ('days' in span ? span.days : null)

/**
 * What is tighter than the law on a day for the pupils of `settings.authority`, the tightest first. Of each authority,
 * and of the limits for all pupils, the newest that has begun counts; a looser one never does.
 */
export const localsInForce = (
  name: LimitName,
  law: LimitRow,
  on: Day,
  settings: ReviewSettings,
): InForce[] => {
  const way = wayOf(name)
  if (!way) return []
  const begun = settings.limits.filter(
    ({ rule, from, authority }) =>
      rule === name &&
      from <= on &&
      (authority === null || (settings.authority !== null && sameAuthority(authority, settings.authority))),
  )
  const newest = [
    begun.filter((one) => one.authority === null),
    begun.filter((one) => one.authority !== null),
  ]
    .flatMap((scope) => scope.toSorted((a, b) => (a.from < b.from ? 1 : -1)).slice(0, 1))
    .map((one): InForce => ({ days: one.days, strength: 'local', source: sourceOf(one) }))
  // Practice gives way to what was settled; the law only to what is tighter.
  const practice = law.strength === 'recommended'
  const all = practice && newest.length > 0 ? newest : [...newest, ...ofSchool(name, law, settings)]
  return all
    .filter(({ days }) => fits(name, days, on))
    .filter(({ days }) => practice || days !== boundDays(law))
    .toSorted((a, b) => (way === 'more' ? b.days - a.days : a.days - b.days))
}

/** Local limits that don't count on a day, as they are looser than the law, each with the sentence that says so. */
export const ignoredLimits = <T extends LocalLimit>(
  all: readonly T[],
  today: Day,
): { limit: T; why: string }[] =>
  all.flatMap((limit) => {
    const why = looserThanLaw({ ...limit, from: latest(limit.from, today) })
    return why ? [{ limit, why }] : []
  })
