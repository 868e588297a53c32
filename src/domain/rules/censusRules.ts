import { t } from '../../words/t.ts'
import type { Census } from './censusDays.ts'
import type { Day } from './day.ts'
import type { Strength } from './why.ts'

export type CensusRule = {
  /** What is wrong, of one pupil. */
  readonly title: string
  readonly says: string
  readonly source: string
  readonly strength: Strength
  /** `wrong`: the return would be refused or false; `look`: it may be right, and somebody should look. */
  readonly weight: 'wrong' | 'look'
  /** From when on it is looked for, and in which census; in all without it. */
  readonly from: Day
  readonly until?: Day
  readonly census?: Census
}

const guide = t`Department for Education, Complete the school census`
const types = t`${guide}, SEN type (spring census)`
const upns = t`Department for Education, Unique pupil numbers: a guide for schools`
const years = t`${guide}, national curriculum year group (actual)`
const start = '2014-09-01'

/** The rules of the SEN part of the census, as dated data: a change of a rule is another row. */
export const censusRules = {
  statusNone: {
    title: 'No SEN status on the census day',
    says: 'Every pupil on roll has exactly one SEN status on the census day',
    source: `${guide}, SEN provision`,
    strength: 'must',
    weight: 'wrong',
    from: start,
  },
  statusSeveral: {
    title: 'Two SEN statuses on the census day',
    says: 'Every pupil on roll has exactly one SEN status on the census day',
    source: `${guide}, SEN provision`,
    strength: 'must',
    weight: 'wrong',
    from: start,
  },
  needMissing: {
    title: 'No type of need',
    says: 'A pupil with an EHC plan or SEN support has a primary type of need in the spring census',
    source: types,
    strength: 'must',
    weight: 'wrong',
    from: start,
    census: 'spring',
  },
  needRanks: {
    title: 'Ranks do not run 1, 2, …',
    says: 'Types of need are ranked: 1 is the primary, and no rank is missing or given twice',
    source: types,
    strength: 'must',
    weight: 'wrong',
    from: start,
    census: 'spring',
  },
  needTwice: {
    title: 'The same type of need twice',
    says: 'A type of need is returned once for a pupil',
    source: types,
    strength: 'must',
    weight: 'wrong',
    from: start,
    census: 'spring',
  },
  needOnNoSen: {
    title: 'No SEN, but a type of need',
    says: 'A pupil without SEN has no type of need',
    source: types,
    strength: 'must',
    weight: 'wrong',
    from: start,
    census: 'spring',
  },
  nsaWithPlan: {
    title: 'NSA with an EHC plan',
    says: 'NSA (no specialist assessment yet) is for SEN support alone: an EHC plan names a type of need',
    source: types,
    strength: 'must',
    weight: 'wrong',
    from: start,
    census: 'spring',
  },
  nsaWithOther: {
    title: 'NSA beside another type of need',
    says: 'NSA stands alone: it says that no type of need is known yet',
    source: types,
    strength: 'must',
    weight: 'wrong',
    from: start,
    census: 'spring',
  },
  needCode: {
    title: 'A type of need that this census does not take',
    says: 'The type of need is one of the code set of that year',
    source: types,
    strength: 'must',
    weight: 'wrong',
    from: start,
    census: 'spring',
  },
  needMore: {
    title: 'More than two types of need',
    says: 'The census returns two types of need, those ranked 1 and 2',
    source: types,
    strength: 'should',
    weight: 'look',
    from: start,
    census: 'spring',
  },
  unitOnNoSen: {
    title: 'No SEN, but a place in a unit or resourced provision',
    says: 'Places in a SEN unit or resourced provision are for pupils with SEN',
    source: `${guide}, SEN unit member and resourced provision indicators (spring census)`,
    strength: 'must',
    weight: 'wrong',
    from: start,
    census: 'spring',
  },
  yearMissing: {
    title: 'No year group',
    says: 'Every pupil on roll has an actual national curriculum year (X where the curriculum is not followed)',
    source: years,
    strength: 'must',
    weight: 'wrong',
    from: start,
  },
  yearNotAge: {
    title: 'Taught in another year than that of the age',
    says: 'The census returns the year in which a pupil is taught. Some are taught out of their year on purpose; look whether this one is',
    source: years,
    strength: 'recommended',
    weight: 'look',
    from: start,
  },
  upnMissing: {
    title: 'No UPN',
    says: 'Every pupil on roll has a unique pupil number',
    source: upns,
    strength: 'must',
    weight: 'wrong',
    from: start,
  },
  upnWrong: {
    title: 'A UPN that can’t be right',
    says: 'A UPN has 13 characters, the first of which checks the others',
    source: upns,
    strength: 'must',
    weight: 'wrong',
    from: start,
  },
  upnTwice: {
    title: 'One UPN for two pupils',
    says: 'A UPN belongs to one pupil',
    source: upns,
    strength: 'must',
    weight: 'wrong',
    from: start,
  },
  upnTemporary: {
    title: 'A temporary UPN',
    says: 'A temporary UPN ends in a letter; look for the permanent one before the census',
    source: upns,
    strength: 'should',
    weight: 'look',
    from: start,
  },
} as const satisfies Record<string, CensusRule>
export type CensusRuleName = keyof typeof censusRules

/** Whether a rule is looked for in a census of a day. */
export const ruleHolds = (name: CensusRuleName, census: Census, day: Day): boolean => {
  const rule: CensusRule = censusRules[name]
  return rule.from <= day && (!rule.until || rule.until >= day) && (!rule.census || rule.census === census)
}
