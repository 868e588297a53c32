import { t } from '../../../words/t.ts'
import type { Trouble } from '../../../domain/problem.ts'
import type { Stored } from '../../../domain/record.ts'
import type { AccessRequest } from '../../../domain/records/accessRequest.ts'
import type { Complaint } from '../../../domain/records/complaint.ts'
import { Disposal } from '../../../domain/records/disposal.ts'
import type { Hold } from '../../../domain/records/hold.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import { RetentionRule } from '../../../domain/records/retentionRule.ts'
import { belongingTypes } from '../../../domain/rules/belongings.ts'
import type { Day } from '../../../domain/rules/day.ts'
import { type DisposalReview, disposalReview, type Keeping } from '../../../domain/rules/retention.ts'
import { receiptOf } from '../../../domain/rules/retentionFacts.ts'
import { isOtherGroup } from '../../../domain/rules/retentionOther.ts'
import type { RuleRow } from '../../../domain/rules/retentionRules.ts'
import { type Everything, ownOf, type PupilsOwn, type Reach, readEverything } from './everything.ts'

/** One pupil's disposal as a person saw it before saying yes. */
export type Plan = {
  readonly pupil: string
  /** Null where only the log is left to be written: the rows are gone. */
  readonly review: DisposalReview | null
  readonly own: PupilsOwn
  /** Begun before and not ended. */
  readonly begun: Stored<Disposal> | null
}

/** Why a disposal did not begin, or stopped; nothing is lost by trying again. */
export type Stop =
  | { readonly is: 'held'; readonly keeping: Keeping }
  | { readonly is: 'notDue' }
  /** Somebody wrote in these lists since the person looked. */
  | { readonly is: 'changed'; readonly lists: readonly string[] }
  | { readonly is: 'spoilt'; readonly lists: readonly string[] }
  | { readonly is: 'trouble'; readonly trouble: Trouble }

/** The school's rules with everything that stands for or against a disposal, read now. */
export type Grounds = {
  readonly everything: Everything
  readonly rules: readonly RuleRow[]
  readonly log: readonly Stored<Disposal>[]
  /** Lists without which nothing may be decided, in which a row can't be read. */
  readonly spoilt: readonly string[]
}

const of = <T>(rows: readonly unknown[] | undefined): readonly Stored<T>[] =>
  (rows ?? []) as readonly Stored<T>[]

/** All that the rules look at; a plan needs everything else too. */
export const lookedAt = ['Pupil', 'Hold', 'AccessRequest', 'Complaint', 'Need', 'Outcome', 'Review'] as const

export const readGrounds = async (
  reach: Reach,
  options: Parameters<typeof readEverything>[1] = {},
): Promise<Grounds> => {
  const [rules, log] = await Promise.all([
    reach.records.store(RetentionRule).all(),
    reach.records.store(Disposal).all(),
  ])
  const everything = await readEverything(reach, options)
  const spoilt = [
    ...(rules.unreadable.length > 0 ? [RetentionRule.list] : []),
    ...(log.unreadable.length > 0 ? [Disposal.list] : []),
    ...(['Hold', 'AccessRequest', 'Complaint'] as const).flatMap((name) => {
      const list = belongingTypes().find(({ type }) => type.name === name)!.type.list
      return (everything.unreadable[name] ?? []).length > 0 ? [list] : []
    }),
  ]
  return { everything, rules: rules.records, log: log.records, spoilt }
}

/** The answer of the rules for one pupil of these grounds. */
export const reviewIn = (
  { everything: { rows }, rules }: Grounds,
  pupil: Stored<Pupil>,
  today: Day,
): DisposalReview => {
  const about = <T extends object>(name: string) =>
    of<T>(rows[name]).filter((row) => !row.archived && (row as { pupil?: unknown }).pupil === pupil.key)
  const hadSend = [t`Need`, t`Outcome`, t`Review`].some((name) =>
    (rows[name] ?? []).some((row) => row['pupil'] === pupil.key),
  )
  const facts = {
    received: receiptOf(pupil),
    hadSend,
    requests: about<AccessRequest>('AccessRequest'),
    complaints: about<Complaint>('Complaint'),
  }
  const holds = holdsIn({ everything: { rows } }).filter((hold) => hold.pupil === pupil.key)
  return disposalReview(pupil, rules, holds, today, facts)
}

/** Pupils whose disposal was begun and not ended. */
export const begunPupils = ({ log }: Pick<Grounds, 'log'>): readonly string[] =>
  log.filter(({ state, group }) => state === 'begun' && !isOtherGroup(group)).map(({ subject }) => subject)

export const pupilsIn = ({ everything }: Grounds): readonly Stored<Pupil>[] =>
  of<Pupil>(everything.rows['Pupil'])

/** Archived ones too: a hold ends when somebody lifts it, not when its row is put out of sight. */
export const holdsIn = ({
  everything: { rows },
}: {
  readonly everything: Pick<Grounds['everything'], 'rows'>
}): readonly Stored<Hold>[] => of<Hold>(rows['Hold'])
export const requestsIn = ({ everything: { rows } }: Grounds): readonly Stored<AccessRequest>[] =>
  of<AccessRequest>(rows['AccessRequest']).filter(({ archived, state }) => !archived && state === 'open')

/** What a person is shown before saying yes. */
export const planFor = (grounds: Grounds, pupil: string, today: Day): Plan => {
  const found = pupilsIn(grounds).find(({ key }) => key === pupil)
  return {
    pupil,
    review: found ? reviewIn(grounds, found, today) : null,
    own: ownOf(grounds.everything, pupil),
    begun: grounds.log.find(({ subject, state }) => subject === pupil && state === 'begun') ?? null,
  }
}

/** What stands against a plan before its first row is deleted, or null. */
export const stopOf = (plan: Plan, grounds: Pick<Grounds, 'spoilt'>): Stop | null => {
  const spoilt = [...grounds.spoilt, ...plan.own.spoilt.filter(({ sure }) => sure).map(({ list }) => list)]
  if (plan.review?.held) return { is: 'held', keeping: plan.review.held }
  if (plan.review ? !plan.review.due : !plan.begun) return { is: 'notDue' }
  return spoilt.length > 0 ? { is: 'spoilt', lists: [...new Set(spoilt)] } : null
}
