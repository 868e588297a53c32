import { inWords, t } from '../../words/t.ts'
import { grouped } from '../grouped.ts'
import type { Need } from '../records/need.ts'
import { calledName, type Pupil } from '../records/pupil.ts'
import type { StatusPeriod } from '../records/statusPeriod.ts'
import { codeRows, mostTypesReturned, type NamedCode, needTypesOn, takenWords } from './censusCodes.ts'
import type { Census } from './censusDays.ts'
import { type CensusFix, fixOf } from './censusFixes.ts'
import { type CensusRule, type CensusRuleName, censusRules, ruleHolds } from './censusRules.ts'
import { type NeedType, needTypes, senStatuses, yearGroups, yearNumberOf } from './codes.ts'
import { type Day, showDay } from './day.ts'
import { chronologicalYear } from './schoolYear.ts'
import { type StatusOn, statusOn, statusSpans, type Status } from './statusHistory.ts'
import { isTemporaryUpn, upnComplaint } from './upn.ts'
import type { Why } from './why.ts'

type Keyed = { readonly key: string }
export type CensusPupil = Pupil & Keyed
export type CensusNeed = Need & Keyed
export type CensusPeriod = StatusPeriod & Keyed

export type Finding = {
  readonly rule: CensusRuleName
  readonly weight: CensusRule['weight']
  readonly pupil: string
  /** What of this pupil, without a name: `Rank 1 twice`. */
  readonly what: string
  readonly why: Why
  readonly fix: CensusFix
}

/**
 * One pupil as the census would return them. Types in the order of their ranks, at most as many as are returned. Types,
 * places and top-up funding are asked for in spring only.
 */
export type ReturnRow = {
  readonly pupil: CensusPupil
  readonly status: Status | null
  readonly types: readonly NeedType[]
  readonly unit: boolean
  readonly resourced: boolean
  readonly topUp: boolean
}

export type CensusCheck = {
  readonly census: Census
  readonly day: Day
  readonly findings: readonly Finding[]
  readonly rows: readonly ReturnRow[]
  /** How many on roll have which status; with `unknown` they add up to the roll. */
  readonly counts: Readonly<Record<Status | 'unknown', number>>
  /** Pupils with an EHC plan or SEN support by primary type of need; null for those without one. */
  readonly byNeed: readonly {
    readonly type: NeedType | null
    readonly plans: number
    readonly support: number
  }[]
}

/** Who was on roll on a day, as far as the record says. */
export const onRollOn = (pupil: Pick<Pupil, 'admitted' | 'left'>, day: Day): boolean =>
  (!pupil.admitted || pupil.admitted <= day) && (!pupil.left || pupil.left >= day)

const holdsOn = ({ from, until }: Pick<Need, 'from' | 'until'>, day: Day) =>
  (!from || from <= day) && (!until || until >= day)

/** By rank; what has none comes last, in the order in which it was written down. */
const byRank = <N extends Pick<Need, 'rank'> & Keyed>(needs: readonly N[]): N[] =>
  needs.toSorted((a, b) => (a.rank ?? 100) - (b.rank ?? 100) || (a.key < b.key ? -1 : 1))

/** The statuses of a day in words. */
const statusWords = (pupil: CensusPupil, periods: readonly CensusPeriod[], on: StatusOn): string => {
  if (on.is === 'several') return on.statuses.map((status) => senStatuses[status]).join(' and ')
  const first = statusSpans(pupil, periods).find(({ from }) => from !== null)
  return first
    ? t`${senStatuses[first.status]} is recorded from ${showDay(first.from!)}`
    : t`Nothing is recorded`
}

type Wrong = readonly [rule: CensusRuleName, what: string]

/** What the check reckons with beside the lists: the day, today, and which types that census takes. */
type On = { readonly today: Day; readonly taken: ReadonlySet<NeedType> }

const wrongNeeds = (
  status: Status,
  needs: readonly CensusNeed[],
  pupil: CensusPupil,
  { taken }: On,
): Wrong[] => {
  const names = needs.map(({ type }) => type)
  if (status === 'N') {
    return [
      ...(names.length > 0 ? [['needOnNoSen', names.join(', ')] as const] : []),
      ...(pupil.unit
        ? [['unitOnNoSen', pupil.unit === 'unit' ? 'SEN unit' : 'Resourced provision'] as const]
        : []),
    ]
  }
  if (names.length === 0) return [['needMissing', t`${senStatuses[status]} without a type of need`]]
  const wrong: Wrong[] = []
  const ranks = needs.map(({ rank }) => rank)
  if (ranks.some((rank, at) => rank !== at + 1))
    wrong.push(['needRanks', t`Ranks are ${ranks.map((rank) => rank ?? 'blank').join(', ')}`])
  const twice = names.filter((type, at) => names.indexOf(type) !== at)
  if (twice.length > 0) wrong.push(['needTwice', [...new Set(twice)].join(', ')])
  if (names.includes('NSA') && status === 'E') wrong.push(['nsaWithPlan', names.join(', ')])
  if (names.includes('NSA') && names.some((type) => type !== 'NSA'))
    wrong.push(['nsaWithOther', names.join(', ')])
  const unknown = names.filter((type) => !taken.has(type))
  if (unknown.length > 0) wrong.push(['needCode', unknown.join(', ')])
  if (new Set(names).size > mostTypesReturned) {
    const left = [...new Set(names)].slice(mostTypesReturned)
    wrong.push(['needMore', t`${left.join(', ')} ${left.length === 1 ? 'is' : 'are'} not returned`])
  }
  return wrong
}

const wrongUpn = (upn: string | null, shared: ReadonlySet<string>): Wrong[] => {
  if (upn === null) return [['upnMissing', t`No UPN is recorded`]]
  const complaint = upnComplaint(upn)
  return [
    ...(complaint ? [['upnWrong', complaint] as const] : []),
    ...(shared.has(upn) ? [['upnTwice', 'Another pupil on roll has the same'] as const] : []),
    ...(!complaint && isTemporaryUpn(upn) ? [['upnTemporary', t`It ends in a letter`] as const] : []),
  ]
}

/** The source of the rule, and those of the types that it is about. */
const codeSource = (
  source: string,
  what: string,
  known: ReadonlyMap<NeedType, ReturnType<typeof codeRows>[number]>,
): string =>
  [source, ...new Set(what.split(', ').map((type) => known.get(type as NeedType)!.source))].join('. ')

/** NC year actual: the year of being taught, which can be another than that of the age, on purpose. */
const wrongYear = ({ yearGroup, dateOfBirth }: CensusPupil, { today }: On): Wrong[] => {
  if (yearGroup === null) return [['yearMissing', t`No year group is recorded`]]
  const taught = yearNumberOf(yearGroup)
  const byAge = chronologicalYear(dateOfBirth, today)
  // Nursery years go by the age at admission, and Year 14 is beyond what an age says.
  if (taught === null || taught < 0 || taught > 13 || taught === byAge) return []
  const named = byAge === 0 ? yearGroups.R : byAge > 0 ? t`Year ${byAge}` : 'nursery'
  return [['yearNotAge', t`Taught in ${inWords(yearGroups[yearGroup])}, by age ${inWords(named)}`]]
}

const order = Object.keys(censusRules)
const sortName = (pupil: Pupil) => `${pupil.surname} ${calledName(pupil)}`.toLowerCase()

/**
 * What a census of a day would return of everybody on roll, and what of it is wrong by which rule. Give whole lists
 * without archived rows. Types of need count only in spring; the status is the one of the day, from the history.
 */
export const checkCensus = (
  { census, day }: { readonly census: Census; readonly day: Day },
  pupils: readonly CensusPupil[],
  needs: readonly CensusNeed[],
  periods: readonly CensusPeriod[],
  /** A fix never writes a day that is still to come. */
  today: Day = day,
  /** The school's own rows about types of need. */
  codes: readonly NamedCode[] = [],
): CensusCheck => {
  const about: On = { today, taken: new Set(needTypesOn(day, codes)) }
  const known = new Map(codeRows(codes).map((row) => [row.code, row]))
  const needsOf = grouped(needs, ({ pupil }) => pupil)
  const periodsOf = grouped(periods, ({ pupil }) => pupil)
  const roll = pupils.filter((pupil) => onRollOn(pupil, day))
  const upns = roll.flatMap(({ upn }) => upn ?? [])
  const seen = new Set<string>()
  const shared = new Set(upns.filter((upn) => seen.size === seen.add(upn).size))
  const counts = { E: 0, K: 0, N: 0, unknown: 0 }
  const findings: Finding[] = []
  const rows = roll.map((pupil): ReturnRow => {
    const own = periodsOf.get(pupil.key) ?? []
    const held = byRank((needsOf.get(pupil.key) ?? []).filter((need) => holdsOn(need, day)))
    const on = statusOn(pupil, own, day)
    const status = on.is === 'one' ? on.status : null
    counts[status ?? 'unknown'] += 1
    const wrong: Wrong[] = [
      ...(on.is === 'none' ? [['statusNone', statusWords(pupil, own, on)] as const] : []),
      ...(on.is === 'several' ? [['statusSeveral', statusWords(pupil, own, on)] as const] : []),
      ...(status ? wrongNeeds(status, held, pupil, about) : []),
      ...wrongYear(pupil, about),
      ...wrongUpn(pupil.upn, shared),
    ]
    for (const [rule, what] of wrong) {
      if (!ruleHolds(rule, census, day)) continue
      const { says, source, strength, weight } = censusRules[rule]
      findings.push({
        rule,
        weight,
        pupil: pupil.key,
        what,
        why: {
          rule: t`census ${rule}`,
          says,
          strength,
          source: rule === 'needCode' ? codeSource(source, what, known) : source,
          inputs: [
            { label: t`Census day`, value: showDay(day) },
            { label: t`On that day`, value: what },
            ...(rule === 'needCode'
              ? held
                  .filter(({ type }) => !about.taken.has(type))
                  .map(({ type }) => ({ label: type, value: takenWords(known.get(type)!) }))
              : []),
          ],
        },
        fix: fixOf(rule, {
          pupil,
          needs: held,
          periods: own,
          day,
          today,
          statusFrom: on.is === 'one' ? on.from : null,
        }),
      })
    }
    const types = census === 'spring' && status !== null && status !== 'N' ? held.map(({ type }) => type) : []
    return {
      pupil,
      status,
      types: [...new Set(types)].slice(0, mostTypesReturned),
      unit: census === 'spring' && pupil.unit === 'unit',
      resourced: census === 'spring' && pupil.unit === 'resourced',
      topUp: census === 'spring' && (pupil.topUp ?? 0) > 0,
    }
  })
  const names = new Map(roll.map((pupil) => [pupil.key, sortName(pupil)]))
  return {
    census,
    day,
    findings: findings.toSorted(
      (a, b) =>
        order.indexOf(a.rule) - order.indexOf(b.rule) || (names.get(a.pupil)! < names.get(b.pupil)! ? -1 : 1),
    ),
    rows,
    counts,
    byNeed: needCounts(rows),
  }
}

const needCounts = (rows: readonly ReturnRow[]): CensusCheck['byNeed'] => {
  const found = new Map<NeedType | null, { plans: number; support: number }>()
  for (const { status, types } of rows) {
    if (status !== 'E' && status !== 'K') continue
    const type = types[0] ?? null
    const count = found.get(type) ?? { plans: 0, support: 0 }
    count[status === 'E' ? 'plans' : 'support'] += 1
    found.set(type, count)
  }
  return ([...Object.keys(needTypes), null] as (NeedType | null)[]).flatMap((type) => {
    const count = found.get(type)
    return count ? [{ type, ...count }] : []
  })
}
