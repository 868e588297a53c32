import { t } from '../../words/t.ts'
import type { Pupil } from '../records/pupil.ts'
import { type Day, showDay } from './day.ts'
import type { Found } from './reconcileDiffer.ts'
import { sameAuthority } from './reconcileFields.ts'
import { keep } from './reconcileFixes.ts'
import type { DifferenceKind, Fix, ListName, ListRow, Told } from './reconcileTypes.ts'

/** What is known beside the rows of one child. */
export type Context = {
  readonly today: Day
  readonly given: readonly ListName[]
  readonly authority: string | null
  readonly doubted: boolean
  /** Surname with birthday of children who share both with another. */
  readonly twins: ReadonlySet<string>
  readonly whole: Readonly<Record<'ours' | 'mis', boolean>>
  pass(list: ListName, why: string): void
}
export type Kinded = Found & { readonly kind: DifferenceKind }

const onList = (words: string): Told => ({ ours: words })
const isGone = ({ left }: ListRow, today: Day) => !!left && left < today

type Rows = Partial<Record<ListName, ListRow>>

/** Who is on one list and not on another, or on roll here and gone there. */
export const presence = ({ ours, mis, authority }: Rows, context: Context): Kinded[] => {
  const { given, today } = context
  const found: Kinded[] = []
  const say = (
    kind: DifferenceKind,
    label: string,
    told: Told,
    proposal: Fix,
    why: string,
    others: readonly Fix[],
  ) => found.push({ kind, field: null, label, told, proposal, why, options: [proposal, ...others, keep] })
  if (ours) {
    if (ours.archived) {
      if ((mis && !isGone(mis, today)) || authority)
        say('archived', t`Archived here, and on another list`, onList('archived'), mis ? { is: 'tellMis', ask: t`Check whether this child is on roll: the SENCO’s record is archived` } : { is: 'tellAuthority', ask: leftUs(ours) }, t`Whether the child came back, only the school knows`, [{ is: 'bringBack' }]) // prettier-ignore
      return found
    }
    const gone = isGone(ours, today)
    if (gone && mis && !isGone(mis, today))
      say('field', t`Left`, { ours: showDay(ours.left!), mis: t`on roll` }, { is: 'tellMis', ask: t`Is this child on roll? Our records say that they left on ${showDay(ours.left!)}` }, t`Whether the child came back, or never left, only the school knows`, [{ is: 'take', from: 'mis', changes: { left: null } }]) // prettier-ignore
    else if (gone && authority)
      say('field', t`Left, and on the authority’s list`, { ours: showDay(ours.left!), authority: t`EHC plan` }, { is: 'tellAuthority', ask: leftUs(ours) }, t`The authority still has the child at our school`, []) // prettier-ignore
    if (mis && isGone(mis, today) && !ours.left) {
      const left = mis.left!
      say('field', t`Left`, { ours: t`on roll`, mis: showDay(left) }, { is: 'leaver', left }, t`The MIS says when the child left`, []) // prettier-ignore
    } else if (given.includes('mis') && !mis && !isGone(ours, today)) {
      if (ours.status === 'N' && !context.whole.mis) context.pass('ours', t`No SEN, and the MIS list holds only pupils with SEN`)
      else
        say('onlyOurs', t`Not in the MIS list`, { ours: t`on roll`, mis: t`not there` }, { is: 'tellMis', ask: t`Is this child on roll? If not, on which day did they leave` }, context.doubted ? t`Another row may be this child: settle that first` : t`A child who is missing from an export may have left, or the export may leave somebody out`, [{ is: 'leaver', left: null }]) // prettier-ignore
    }
    const theirs =
      context.authority === null ||
      !ours.localAuthority ||
      sameAuthority(ours.localAuthority, context.authority)
    if (given.includes('authority') && !authority && ours.status === 'E' && !isGone(ours, today)) {
      if (theirs)
        say('notOnAuthority', t`Not on the authority’s list`, { ours: t`EHC plan`, authority: t`not there` }, { is: 'tellAuthority', ask: t`This child has an EHC plan in our records and is not on your list` }, t`The authority keeps the plan and should know the child`, []) // prettier-ignore
      else context.pass('ours', t`The plan is kept by another authority`)
    }
    return found
  }
  if (mis) {
    if (isGone(mis, today)) context.pass('mis', t`Left, and not in our records`)
    else if ((mis.status ?? 'N') === 'N' && !authority && !context.whole.ours)
      context.pass('mis', t`No SEN, and our records hold only pupils with SEN`)
    else say('notOurs', t`Not in our records`, { mis: t`on roll`, ...(authority ? { authority: t`EHC plan` } : {}) }, joinerOf(mis, authority, context), whyJoiner(mis, context), []) // prettier-ignore
  } else if (authority)
    say('notOurs', t`On the authority’s list alone`, { authority: t`EHC plan` }, { is: 'tellAuthority', ask: t`This child is on your list for our school and not on our roll` }, t`The child may have moved, or not have come yet`, isWhole(authority) && !context.doubted ? [joinerFrom(authority, 'E')] : []) // prettier-ignore
  return found
}

const leftUs = ({ left }: ListRow): string =>
  left
    ? t`This child left our school on ${showDay(left)} and is on your list`
    : t`This child is on your list for our school, and is not on our roll`

const isWhole = ({ surname, forename, dateOfBirth }: ListRow) => !!surname && !!forename && !!dateOfBirth
const joined = ['upn', 'surname', 'forename', 'preferredForename', 'dateOfBirth', 'yearGroup', 'className', 'status', 'statusFrom', 'planIssued', 'planVersion', 'localAuthority', 'admitted', 'misId'] as const // prettier-ignore
const joinerFrom = (row: ListRow, status: Pupil['status']): Fix => ({
  is: 'joiner',
  record: Object.fromEntries([
    ...joined.flatMap((field) => (row[field] ? [[field, row[field]]] : [])),
    ['status', status],
  ]) as Partial<Pupil>,
  needs: row.need ?? [],
})
const said = (row: ListRow | undefined): Partial<ListRow> =>
  Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== null))
const joinerOf = (mis: ListRow, authority: ListRow | undefined, context: Context): Fix =>
  !isWhole(mis) || context.doubted
    ? {
        is: 'tellMis',
        ask: t`Who is this child? The list does not say name and date of birth clearly enough`,
      }
    : authority
      ? joinerFrom(
          {
            ...said(authority),
            ...said(mis),
            need: mis.need?.length ? mis.need : (authority.need ?? []),
            row: mis.row,
            statusFrom: planFrom(mis, authority),
          },
          'E',
        )
      : joinerFrom(mis, mis.status ?? 'N')
/** Since when a child has an EHC plan: the day of a status before it is none. */
const planFrom = (mis: ListRow, authority: ListRow): Day | null =>
  (mis.status === 'E' ? mis.statusFrom : null) ?? authority.statusFrom ?? authority.planIssued ?? null
const whyJoiner = (mis: ListRow, { doubted }: Context): string =>
  doubted
    ? t`Another row may be this child: settle that first`
    : isWhole(mis)
      ? t`The MIS has the child on roll, and nobody of ours is like them`
      : t`A record needs name and date of birth`
