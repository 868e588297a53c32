import { t } from '../../words/t.ts'
import { counted } from '../counted.ts'
import type { Group } from '../records/group.ts'
import type { Slot } from '../records/slot.ts'
import type { SupportStaff } from '../records/supportStaff.ts'
import { showDay } from './day.ts'
import type { Keyed } from './deploymentPeople.ts'
import type { ScenarioEdit } from './scenarioEdit.ts'
import type { Amounts, Cant, Change, ChangeKind } from './scenarioTypes.ts'

/** Says what was made and leaves something to do. */
export type Tell = (words: string) => void
/** Null where the change was made; else why it can't be. */
type Refusal = Pick<Cant, 'why' | 'words'> | null
export type Make<K extends ChangeKind> = (
  edit: ScenarioEdit,
  change: Change & { do: K },
  tell: Tell,
) => Refusal

export const gone = (what: string): Refusal => ({
  why: 'gone',
  words: t`${what} was archived or is no longer there.`,
})
export const ended = (what: string): Refusal => ({ why: 'ended', words: t`${what} has ended by then.` })
export const pointless = (words: string): Refusal => ({ why: 'pointless', words })

export type StaffFields = Pick<Group, 'staff' | 'userPrincipalName'> & { role?: Group['role'] }
export const nobody: StaffFields = { staff: null, userPrincipalName: null }
const fieldsOfMember = (member: Keyed<SupportStaff>): StaffFields => ({
  staff: member.name,
  userPrincipalName: member.userPrincipalName,
})
const isExternal = (role: Group['role']) => role === 'external'

/** Who gives it from now on. A role goes with the person, or the cost would be that of somebody else. */
export const givenBy = (
  edit: ScenarioEdit,
  key: string | null,
  role: Group['role'],
): { fields: StaffFields } | { refusal: Refusal } => {
  if (key === null) return { fields: nobody }
  const member = edit.member(key)
  if (!member) return { refusal: gone(t`Who was to take it`) }
  if (!edit.goesOn(member.until)) return { refusal: ended(t`The time of who was to take it`) }
  if (isExternal(role)) return { fields: fieldsOfMember(member) }
  return { fields: { ...fieldsOfMember(member), role: member.role } }
}
export const slotStaff = ({ staff, userPrincipalName, role }: StaffFields): Partial<Slot> => ({
  staff,
  userPrincipalName,
  ...(role ? { role } : {}),
})

export const plainOf = (set: Amounts): Partial<Group> => {
  const { member: _, ...plain } = set
  return plain
}

/** Says where the times in the week don’t make as many sessions as the change has. */
export const tellTimes = (
  edit: ScenarioEdit,
  tell: Tell,
  times: readonly Slot[],
  sessions: number | null | undefined,
) => {
  if (sessions === undefined || sessions === null || times.length === 0) return
  const held = times.reduce(
    (sum, { everyWeeks }) => sum + (everyWeeks === 'odd' || everyWeeks === 'even' ? 0.5 : 1),
    0,
  )
  if (held !== sessions)
    tell(
      t`The timetable has ${counted(held, 'session')} a week, the change ${sessions}: put Timetable right from ${showDay(edit.starts)}.`,
    )
}
