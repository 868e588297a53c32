import { t } from '../../words/t.ts'
import { RetentionRule, type retentionGroups } from '../records/retentionRule.ts'
import { addMonths, type Day, partsOf, dayOf, showDay } from './day.ts'
import type { Strength } from './why.ts'

export type RetentionGroup = keyof typeof retentionGroups
type Counted = RetentionRule['counted']
const counted = RetentionRule.fields.counted.choices

/** How sure we are of a usual period. None of them is in a statute: the law says only "no longer than is necessary". */
export type Certainty = 'advised' | 'common' | 'ours'
export const certaintyWords: Record<Certainty, string> = {
  advised: t`Check it against your own schedule`,
  common: t`Common practice, its source not checked: look at your own schedule`,
  ours: t`Our suggestion, nobody’s rule`,
}

/** How long one group is kept and who says so: the school's own row, or what is usual. */
export type KeptFor = {
  readonly group: RetentionGroup
  readonly counted: Counted
  readonly years: number
  readonly months: number
  readonly strength: Strength
  readonly source: string
  /** Since when it is in force, where the school settled it; null for what is usual. */
  readonly from: Day | null
}
export type UsualRule = KeptFor & { readonly certainty: Certainty; readonly note: string }

const usual = (
  group: RetentionGroup,
  counted: Counted,
  [years, months]: readonly [number, number],
  certainty: Certainty,
  source: string,
  note: string,
): UsualRule => ({
  group,
  counted,
  years,
  months,
  strength: 'recommended',
  source,
  from: null,
  certainty,
  note,
})

/**
 * What is usual where a school says nothing. No row of these is law; UK GDPR article 5(1)(e) only forbids keeping
 * longer than necessary. Each is for the school's data protection officer to confirm.
 */
export const usualRules: Readonly<Record<RetentionGroup, UsualRule>> = {
  sendFile: usual(
    'sendFile',
    'dateOfBirth',
    [31, 0],
    'advised',
    t`Advice to SENCOs: a plan can last until 25, and six years in which a claim can be brought (Limitation Act 1980)`,
    t`Kept by the school that the pupil left last. Some keep it so for every pupil who was ever on the SEN register, as here.`,
  ),
  passedOn: usual(
    'passedOn',
    'received',
    [0, 0],
    'advised',
    t`Advice to SENCOs: the whole file goes to the next school, which keeps it; no copy stays`,
    t`Nothing is due before the next school has confirmed that it has the file.`,
  ),
  pupilFile: usual(
    'pupilFile',
    'dateOfBirth',
    [25, 0],
    'common',
    t`Schools’ retention schedules for the pupil file of a secondary school`,
    t`Pupils who were never on the SEN register.`,
  ),
  finance: usual(
    'finance',
    'yearEnd',
    [6, 0],
    'common',
    t`Schools’ retention schedules for financial records: the current year and six more`,
    t`What a pupil’s support cost goes with the pupil’s file. Workbooks in the folder “Provision maps” wait under “Other records” when their time is over.`,
  ),
  complaint: usual(
    'complaint',
    'closed',
    [6, 0],
    'common',
    t`Schools’ retention schedules for complaints; six years in which a claim can be brought`,
    t`Counted from the day on which a complaint about the pupil was closed, or a hold for a complaint or a tribunal was lifted. Only ever keeps a file longer.`,
  ),
  accessArrangements: usual(
    'accessArrangements',
    'dateOfBirth',
    [31, 0],
    'common',
    t`Kept while the candidate is on roll, for inspection by JCQ, then with the file`,
    t`Goes with the pupil’s file; no records of their own are kept here yet.`,
  ),
  disclosure: usual(
    'disclosure',
    'made',
    [6, 0],
    'ours',
    t`No outside rule was found; six years is the time in which a claim can be brought`,
    t`Kept for its own time, also when a pupil’s file goes. Older lines wait under “Other records” for somebody who reads the whole log.`,
  ),
  job: usual(
    'job',
    'made',
    [0, 6],
    'ours',
    t`No outside rule was found; long enough to undo a job and to answer questions about it`,
    t`The files of a finished job hold rows of many pupils; they wait under “Other records” when their time is over. After that the job can’t be undone.`,
  ),
  concernAside: usual(
    'concernAside',
    'closed',
    [1, 0],
    'ours',
    t`No outside rule was found; long enough for a name to turn out to be one of the school’s pupils after all`,
    t`What staff said of a child by name and the SENCO put aside as no pupil of the school, from the day on which it was put aside. It is in no pupil’s record, so it waits under “Other records” by itself. Concerns about pupils go with the pupil’s file.`,
  ),
}

/** A row of the school's own, as far as the rules read it. */
export type RuleRow = Pick<RetentionRule, 'group' | 'from' | 'counted' | 'years' | 'months' | 'source'>
const length = ({ years, months }: Pick<RuleRow, 'years' | 'months'>) => years * 12 + (months ?? 0)

/**
 * The rule of a group that is in force on a day: the school's newest row that has begun, or what is usual. Of two
 * rows from the same day the longer counts, so that nothing goes too early.
 */
export const ruleOn = (rows: readonly RuleRow[], group: RetentionGroup, day: Day): KeptFor => {
  const row = rows
    .filter((one) => one.group === group && one.from <= day)
    .toSorted((a, b) => (a.from === b.from ? length(a) - length(b) : a.from < b.from ? -1 : 1))
    .at(-1)
  if (!row) return usualRules[group]
  return {
    group,
    counted: row.counted,
    years: row.years,
    months: row.months ?? 0,
    strength: 'local',
    source: row.source ?? t`Your school’s retention rules`,
    from: row.from,
  }
}

/** `31 years`, `6 months`, `1 year and 3 months`, `at once`. */
export const showPeriod = (rule: Pick<RuleRow, 'years' | 'months'>): string => {
  const parts = [
    [rule.years, 'year'],
    [rule.months ?? 0, 'month'],
  ] as const
  const words = parts.filter(([n]) => n > 0).map(([n, unit]) => `${n} ${unit}${n === 1 ? '' : 's'}`)
  return words.join(' and ') || t`at once`
}

/**
 * The first day on which a period from a day is over. Where the calendar has no such day (29 February, 31 April) it
 * is the first of the next month, never a day early.
 */
export const periodOver = (from: Day, { years, months }: Pick<RuleRow, 'years' | 'months'>): Day => {
  const end = addMonths(from, years * 12 + (months ?? 0))
  if (partsOf(end)[2] === partsOf(from)[2]) return end
  const [year, month] = partsOf(end)
  return dayOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1) ?? end
}

/** The days from which a period may be counted, as far as they are known. */
export type KnownDays = Partial<Record<'dateOfBirth' | 'left' | 'received' | 'closed' | 'made', Day | null>>

/**
 * The end of the financial year of a day, for whichever school it is: maintained schools end theirs on 31 March,
 * academies on 31 August. The later of the two ends that follow, so that nothing goes too early.
 */
export const financialYearEnd = (day: Day): Day => {
  const [year] = partsOf(day)
  const after = (end: string) => (day <= `${year}-${end}` ? `${year}-${end}` : `${year + 1}-${end}`)
  return after('03-31') > after('08-31') ? after('03-31') : after('08-31')
}

/** The day from which a rule counts, or null where it isn't known. */
export const countedFrom = (rule: Pick<KeptFor, 'counted'>, days: KnownDays): Day | null => {
  if (rule.counted !== 'yearEnd') return days[rule.counted] ?? null
  return days.made ? financialYearEnd(days.made) : null
}

/** A rule in one line, for the log: `31 years, counted from: date of birth; as is usual`. */
export const showRule = (rule: KeptFor): string =>
  t`${showPeriod(rule)}, counted from: ${counted[rule.counted].toLowerCase()}; ${rule.from ? t`settled from ${showDay(rule.from)}` : t`as is usual`}`
