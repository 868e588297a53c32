import { t } from '../../words/t.ts'
import type { Allocation } from '../records/allocation.ts'
import type { Group } from '../records/group.ts'
import type { Slot } from '../records/slot.ts'
import type { SlotPupil } from '../records/slotPupil.ts'
import type { SupportStaff } from '../records/supportStaff.ts'
import { folded } from '../folded.ts'
import type { Day } from './day.ts'

export type Keyed<T> = T & { readonly key: string }

/** A row that holds from a day, and until another where one is named. */
export const holdsOn = (row: { readonly from: Day; readonly until: Day | null }, day: Day): boolean =>
  row.from <= day && (row.until === null || row.until >= day)

/** Who is named by a group, a line or a time in the week. */
export type NamedStaff = { readonly staff: string | null; readonly userPrincipalName?: string | null }

const nameOf = (text: string) => folded(text).trim().replace(/\s+/g, ' ')

/**
 * Whether a member of staff is who is named: by the address that they sign in with where both have one, by name
 * otherwise. Two people of one name are told apart by their addresses only.
 */
export const isThem = (
  member: Pick<SupportStaff, 'name' | 'userPrincipalName'>,
  named: NamedStaff,
): boolean => {
  const own = member.userPrincipalName?.trim().toLowerCase()
  const theirs = named.userPrincipalName?.trim().toLowerCase()
  if (own && theirs) return own === theirs
  return named.staff !== null && nameOf(named.staff) === nameOf(member.name)
}

/** One text for one person, for names that no member of staff answers to. */
export const nameKey = ({ staff, userPrincipalName }: NamedStaff): string | null =>
  staff !== null && staff.trim() !== '' ? nameOf(staff) : (userPrincipalName?.trim().toLowerCase() ?? null)

/** All that is reckoned from when the question is who gives what and when. Lines are filled from their groups. */
export type Deployed = {
  readonly staff: readonly Keyed<SupportStaff>[]
  readonly groups: readonly Keyed<Group>[]
  readonly lines: readonly Keyed<Allocation>[]
  readonly slots: readonly Keyed<Slot>[]
  readonly slotPupils: readonly Keyed<SlotPupil>[]
}

/** How much of a week a time in the week takes: all of it, or every other week. */
export const shareOfWeeks = ({ everyWeeks }: Pick<Slot, 'everyWeeks'>): number =>
  everyWeeks === 'odd' || everyWeeks === 'even' ? 0.5 : 1

/** Minutes are shown with at most one place. */
export const tenth = (minutes: number): number => Math.round(minutes * 10) / 10

/** `3 h 40 min`, `25 min`, `0 min`. */
export const showMinutes = (minutes: number): string => {
  const all = Math.round(Math.abs(minutes))
  const [hours, rest] = [Math.floor(all / 60), all % 60]
  const words = [...(hours ? [`${hours} h`] : []), ...(rest || !hours ? [t`${rest} min`] : [])].join(' ')
  return minutes < 0 && all > 0 ? `-${words}` : words
}
